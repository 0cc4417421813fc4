"""The desktop's notifier, caught by a notification server on a bus of our own."""

import json
import os
import sys

import pytest

from hamdiary.delivery.desktop import notify
from hamdiary.delivery.message import Message
from hamdiary.delivery.running import trouble_with

MESSAGE = Message("Time for Biscuit", "Outing, 18 of 30 min\nLog, by 22:30")


def test_a_reminder_is_shown_by_the_desktop(desk):
    outcome = notify(MESSAGE, desk.environment, "linux")
    assert outcome.reached, outcome
    assert desk.next_shown() == {
        "program": "hamdiary",
        "title": "Time for Biscuit",
        "body": "Outing, 18 of 30 min\nLog, by 22:30",
    }


def test_markup_in_a_text_is_shown_as_it_was_written(desk):
    assert notify(Message("<b>Pip</b>", "<b>1 & 2</b>"), desk.environment, "linux").reached
    shown = desk.next_shown()
    assert (shown["title"], shown["body"]) == ("<b>Pip</b>", "&lt;b&gt;1 &amp; 2&lt;/b&gt;")


def test_a_text_that_looks_like_an_option_is_text(desk):
    assert notify(Message("--help", "-u critical"), desk.environment, "linux").reached
    assert desk.next_shown()["title"] == "--help"


def test_a_bus_with_nobody_on_it_is_said_truly(bus):
    environment = {"PATH": os.environ["PATH"], "DBUS_SESSION_BUS_ADDRESS": bus}
    outcome = notify(MESSAGE, environment, "linux")
    assert not outcome.reached
    assert outcome.words.startswith("notify-send could not show it: ")


def test_no_bus_at_all_is_said_truly(bus):
    environment = {"PATH": os.environ["PATH"], "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"}
    assert not notify(MESSAGE, environment, "linux").reached


@pytest.mark.parametrize(
    "system, program", [("linux", "notify-send"), ("darwin", "osascript"), ("win32", "powershell")]
)
def test_no_notifier_is_an_outcome_and_no_exception(tmp_path, system, program):
    outcome = notify(MESSAGE, {"PATH": str(tmp_path)}, system)
    assert not outcome.reached
    assert outcome.words.startswith(f"no notifier here: {program} is not there")


TELLS = """import json, os, sys
told = {"words": sys.argv[1:], "typed": sys.stdin.read(), "title": os.environ["HAMDIARY_TITLE"],
        "text": os.environ["HAMDIARY_TEXT"]}
open(os.environ["TOLD"], "w").write(json.dumps(told))"""
"""What stands in for a notifier of another system: it writes down how it was called."""


@pytest.fixture
def called(program, tmp_path):
    def call(name, system, message):
        made = program(name, TELLS, sys.executable)
        environment = {"PATH": str(made.parent), "TOLD": str(tmp_path / "told")}
        assert notify(message, environment, system).reached
        return json.loads((tmp_path / "told").read_text())

    return call


def test_on_macos_the_text_comes_as_arguments_and_never_as_script(called):
    odd = Message('" & do shell script "x', 'Outing"\n-e')
    told = called("osascript", "darwin", odd)
    assert told["words"] == ["-", odd.title, odd.text]
    assert "display notification (item 2 of argv) with title (item 1 of argv)" in told["typed"]


def test_on_windows_the_text_comes_from_the_environment(called):
    odd = Message("$(calc)", "'; calc; '")
    told = called("powershell", "win32", odd)
    assert (told["title"], told["text"]) == (odd.title, odd.text)
    assert "calc" not in " ".join(told["words"])
    assert "$env:HAMDIARY_TEXT" in told["words"][-1] and '"' not in told["words"][-1]


def test_a_notifier_that_does_not_answer_is_ended(program):
    stuck = program("stuck", "exec tail -f /dev/null")
    assert trouble_with([str(stuck)], os.environ, seconds=0.2) == "no answer within 0.2 seconds"


def test_what_a_notifier_leaves_running_is_not_waited_for(program):
    leaves = program("leaves", "tail -f /dev/null & echo $! > $PLACE")
    place = leaves.with_name("number")
    environment = {**os.environ, "PLACE": str(place)}
    try:
        assert trouble_with([str(leaves)], environment, seconds=60) is None
    finally:
        os.kill(int(place.read_text()), 9)


def test_what_a_notifier_complains_about_is_told_in_one_clean_line(program):
    sad = program("sad", r"printf '\n\033[31mno screen\033[0m\nmore' >&2; exit 3")
    assert trouble_with([str(sad)], os.environ) == "no screen"


def test_a_notifier_that_fails_silently_is_said_to_have_failed(program):
    assert trouble_with([str(program("no", "exit 4"))], os.environ) == "it ended with code 4"
