"""The owner's own command."""

import os
import sys

import pytest

from hamdiary.delivery.command import run
from hamdiary.delivery.message import Message

MESSAGE = Message("Time for Biscuit", "Outing, $(date); `id` 'x' \"y\"\nLog")


def test_the_text_comes_as_the_last_two_arguments_and_in_the_environment(program, tmp_path):
    made = program(
        "tell me", 'printf "%s|" "$@" "$HAMDIARY_TITLE" "$HAMDIARY_TEXT" > "$TOLD"'
    )  # fmt: skip
    told = tmp_path / "told"
    outcome = run(MESSAGE, f'"{made}" --loud "two words"', {**os.environ, "TOLD": str(told)})
    assert outcome.reached and outcome.words == "tell me took it"
    both = f"{MESSAGE.title}|{MESSAGE.text}|"
    assert told.read_text() == f"--loud|two words|{both}{both}"


def test_nothing_of_a_text_is_read_by_a_shell(program, tmp_path):
    made = program("tell", 'printf "%s" "$2" > "$TOLD"')
    told, left = tmp_path / "told", tmp_path / "left"
    odd = Message("t", f"; touch {left}; $(touch {left})")
    assert run(odd, str(made), {**os.environ, "TOLD": str(told)}).reached
    assert told.read_text() == odd.text and not left.exists()


def test_a_command_is_found_by_its_name_alone(program):
    made = program("tell", "exit 0")
    assert run(MESSAGE, "tell", {"PATH": str(made.parent)}).reached


def test_a_command_in_the_own_folder_may_begin_with_a_tilde(program, monkeypatch):
    made = program("tell", "exit 0")
    monkeypatch.setenv("HOME", str(made.parent))
    assert run(MESSAGE, "~/tell", os.environ).reached


@pytest.mark.parametrize("command", ["not-there", "/no/such/thing", '"open', "''"])
def test_a_command_that_cannot_be_run_is_an_outcome(command):
    outcome = run(MESSAGE, command, os.environ)
    assert not outcome.reached and "\n" not in outcome.words


def test_a_command_that_fails_is_quoted(program):
    made = program("tell", "echo no line >&2; exit 1")
    outcome = run(MESSAGE, str(made), os.environ)
    assert (outcome.reached, outcome.words) == (False, "tell did not take it: no line")


def test_a_command_that_hangs_is_ended(program):
    made = program("tell", "exec tail -f /dev/null")
    outcome = run(MESSAGE, str(made), os.environ, seconds=0.2)
    assert not outcome.reached and "no answer within" in outcome.words


def test_a_batch_file_gets_no_arguments_that_cmd_would_read_as_commands(program, tmp_path):
    made = program("tell.bat", 'printf "%s" "$#$HAMDIARY_TITLE" > "$TOLD"')
    told = tmp_path / "told"
    assert run(MESSAGE, str(made), {**os.environ, "TOLD": str(told)}, system="win32").reached
    assert told.read_text() == "0Time for Biscuit"


def test_on_windows_a_path_keeps_its_backslashes(program):
    outcome = run(MESSAGE, r"C:\not\there.exe --x", os.environ, system="win32")
    assert r"C:\not\there.exe" in outcome.words and sys.platform != "win32"
