import ctypes
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from hamdiary.cli.program import Program

COMMANDS = [
    ["tonight"], ["show"], ["list"], ["search", "x"], ["history"], ["undo"], ["redo"], ["hamsters"],
    ["log", "--gait", "3"], ["delete", "--night", "today", "--yes"], ["hamsters", "switch", "B"],
    ["hamsters", "reopen", "B"], ["setup", "--edit", "B", "--sex", "male"],
]  # fmt: skip
EVERY_COMMAND = list(Program.places)


@pytest.fixture
def diary(biscuit, tmp_path) -> Path:
    biscuit("log", "--gait", "3", "--note", "secret words")
    return tmp_path / "home" / "diary.db"


def one_line(done, code):
    assert (done.code, done.out) == (code, "")
    assert done.err.startswith("hamdiary: ")
    assert done.err.count("\n") == 1


@pytest.mark.parametrize("arguments", COMMANDS)
def test_no_diary_is_exit_code_66(hamdiary, arguments):
    done = hamdiary(*arguments)
    one_line(done, 66)
    assert "hamdiary setup" in done.err


def test_no_hamster_yet_is_exit_code_66(biscuit):
    biscuit("undo")
    one_line(biscuit("tonight"), 66)


def test_a_known_diary_that_is_gone_is_not_replaced_by_an_empty_one(hamdiary, diary):
    diary.unlink()
    for arguments in (["tonight"], ["setup", "--name", "B"]):
        done = hamdiary(*arguments)
        one_line(done, 66)
        assert "--anew" in done.err
    assert hamdiary("setup", "--name", "B", "--anew").code == 0


def test_anew_never_replaces_a_diary(hamdiary, diary):
    one_line(hamdiary("setup", "--name", "B", "--anew"), 73)
    assert hamdiary("show", "--json").json["night"]["gait"] == 3


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", 66), (b"Dear diary, " * 500, 74), (b"SQLite format 3\x00" + b"\xff" * 4000, 74)],
)
def test_a_file_that_is_no_diary_is_refused_and_left_alone(hamdiary, diary, content, code):
    diary.write_bytes(content)
    for arguments in (["tonight"], ["log", "--gait", "3"], ["setup", "--name", "B"]):
        one_line(hamdiary(*arguments), code)
    assert diary.read_bytes() == content


def test_a_truncated_diary_is_refused(hamdiary, diary):
    diary.write_bytes(diary.read_bytes()[:9000])
    one_line(hamdiary("tonight"), 74)


def test_somebody_elses_database_is_refused(hamdiary, tmp_path):
    with sqlite3.connect(tmp_path / "other.db") as conn:
        conn.execute("CREATE TABLE nights (id)")
    one_line(hamdiary("--diary", str(tmp_path / "other.db"), "list"), 66)


def test_a_newer_diary_is_shown_but_not_changed(hamdiary, diary):
    with sqlite3.connect(diary) as conn:
        conn.execute("PRAGMA user_version = 99")
    shown = hamdiary("show", "--json")
    assert shown.code == 0
    assert shown.json["night"]["gait"] == 3
    assert "newer" in shown.err
    for arguments in (["log", "--gait", "2"], ["undo"], ["setup", "--name", "Pip"]):
        one_line(hamdiary(*arguments), 77)


def test_a_folder_is_no_diary(hamdiary, tmp_path):
    one_line(hamdiary("--diary", str(tmp_path), "tonight"), 66)


def test_a_diary_cannot_be_made_where_a_file_is_in_the_way(hamdiary, tmp_path):
    (tmp_path / "file").write_text("x")
    one_line(hamdiary("--diary", str(tmp_path / "file" / "d.db"), "setup", "--name", "B"), 73)


def test_a_diary_held_by_another_program_is_exit_code_75(hamdiary, diary, monkeypatch):
    import fcntl

    monkeypatch.setattr("hamdiary.storage.lock.WAIT_SECONDS", 0.05)
    monkeypatch.setattr("hamdiary.storage.lock.locked.__wrapped__.__defaults__", (0.05,))
    with diary.with_name("diary.db.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        one_line(hamdiary("log", "--gait", "2"), 75)


@pytest.mark.parametrize(
    "setting",
    [{"HAMDIARY_NOW": "soon"}, {"HAMDIARY_NOW": "2026-11-22T21:16:00"}, {"TZ": "Mars/Base"}],
)
def test_a_setting_that_cannot_be_followed_is_exit_code_78(biscuit, setting):
    one_line(biscuit("tonight", **setting), 78)


@pytest.mark.parametrize(
    "arguments",
    [
        ["tonite"], ["tonight", "--jsn"], ["show", "--jsn"], ["log", "--gait"], ["show", "a", "b"],
        ["list", "now"], ["--diary", "", "tonight"], ["completion", "powershell"],
        ["hamsters", "close"], ["delete"],
    ],
)  # fmt: skip
def test_wrong_use_is_exit_code_2_and_points_to_the_help(biscuit, arguments):
    done = biscuit(*arguments)
    one_line(done, 2)
    assert "--help" in done.err


@pytest.mark.parametrize(
    "arguments", [["log", "--gait"], ["setup", "--born"], ["hamsters", "close", "B", "--on"]]
)
def test_an_option_without_its_value_points_to_the_help_of_its_command(biscuit, arguments):
    words = " ".join(each for each in arguments if each[0] not in "-B")
    assert f"(hamdiary {words} --help says more)" in biscuit(*arguments).err


@pytest.mark.parametrize("command", EVERY_COMMAND)
def test_every_command_has_help_with_examples(hamdiary, command):
    done = hamdiary(command, "--help")
    assert done.code == 0
    assert "Examples:\n    " in done.out
    assert "hamdiary " + command in done.out


def test_the_help_lists_every_command_in_full(hamdiary):
    listed = hamdiary("--help").out.partition("Commands:")[2]
    assert [name for name in EVERY_COMMAND if f"\n  {name} " not in listed] == []
    assert "..." not in listed


def test_the_version_is_told(hamdiary):
    from hamdiary import __version__

    assert hamdiary("--version").out == f"hamdiary {__version__}\n"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_completion_script_is_printed(hamdiary, shell):
    assert "_HAMDIARY_COMPLETE" in hamdiary("completion", shell).out


def test_what_a_command_does_is_told_whole_beside_its_name(program):
    ended = program(
        _HAMDIARY_COMPLETE="fish_complete", COMP_WORDS="hamdiary medicine ", COMP_CWORD=""
    )
    assert "plain,show\tShow the courses of the medicine called NAME with every dose." in ended.out
    assert "..." not in ended.out


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("zsh") is None, reason="there is no zsh here")
def test_the_script_works_in_a_zsh_that_has_set_nothing_up(hamdiary, tmp_path):
    (tmp_path / "script").write_text(hamdiary("completion", "zsh").out, encoding="utf-8")
    asks = 'eval "$(cat script)" && print $_comps[hamdiary]'
    done = subprocess.run(["zsh", "-f", "-c", asks], cwd=tmp_path, capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("_hamdiary_completion\n", "")


def test_values_are_completed(program):
    words = {"COMP_WORDS": "hamdiary log --droppings w", "COMP_CWORD": "3"}
    done = program(_HAMDIARY_COMPLETE="bash_complete", **words)
    assert done.out == "plain,watery\n"


def test_a_fault_leaves_one_line_and_a_log_without_words(hamdiary, diary, monkeypatch):
    def fails(*_):
        raise RuntimeError("secret words")

    monkeypatch.setattr("hamdiary.storage.diary.Diary.night", fails)
    done = hamdiary("show")
    one_line(done, 1)
    log = diary.with_name("crash.log")
    assert str(log) in done.err
    assert log.stat().st_mode & 0o777 == 0o600
    written = log.read_text()
    assert "builtins.RuntimeError" in written
    assert "show.py" in written
    assert "secret" not in written


@pytest.mark.parametrize("arguments", [[], ["--hamster", "Biscuit"], ["demo"]])
def test_the_screens_need_a_terminal(program, arguments):
    done = program(*arguments)
    one_line(done, 2)
    assert "hamdiary tonight" in done.err


@pytest.mark.parametrize("term", ["dumb", ""])
def test_the_screens_need_a_terminal_that_can_show_them(at_terminal, tmp_path, term):
    done = at_terminal("--diary", str(tmp_path / "d.db"), TERM=term)
    assert done.code == 2
    assert done.out.startswith("hamdiary: ")
    assert "\x1b" not in done.out


def test_a_closed_pipe_is_silent(diary, settings):
    command = f"{sys.executable} -m hamdiary list --nights 30000 | head -c 10"
    done = subprocess.run(
        ["bash", "-c", f"{command}; exit ${{PIPESTATUS[0]}}"],
        env={**os.environ, **settings},
        capture_output=True,
    )
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize("arguments", ["tonight", "--help", "list --json", "completion fish"])
def test_a_full_disk_under_the_output_is_exit_code_74(diary, settings, arguments):
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m hamdiary {arguments} > /dev/full"],
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 74
    assert done.stderr.startswith("hamdiary: the output could not be written")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("closed", ["0<&-", "1>&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_do_no_harm(diary, settings, closed):
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m hamdiary log --gait 2 {closed}"],
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0
    assert done.stderr == ""


@pytest.mark.parametrize("locale", [{"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C"}])
@pytest.mark.parametrize("arguments", [["tonight"], ["list"], ["show"], ["log", "--help"]])
def test_an_ascii_locale_gets_ascii_marks(biscuit, program, locale, arguments):
    biscuit("log", "--gait", "not_seen", "--leg-left", "3", "--note", "ハムスター")
    done = program(*arguments, **locale)
    assert done.code == 0
    assert done.err == ""
    if "PYTHONIOENCODING" in locale:
        assert done.out.isascii()
        assert arguments != ["list"] or "Sun 22 Nov  x" in done.out


def test_json_is_utf_8_whatever_the_locale(biscuit, program):
    biscuit("log", "--note", "ハムスター")
    assert "ハムスター" in program("show", "--json", PYTHONIOENCODING="ascii").out


def without_roots_powers():
    """Give up what lets root write to files that may not be written."""
    drop_from_bounding_set, dac_override, dac_read_search = 24, 1, 2
    prctl = ctypes.CDLL(None).prctl
    prctl(drop_from_bounding_set, dac_override)
    prctl(drop_from_bounding_set, dac_read_search)


def as_anybody(arguments, settings):
    """Run the program as a user whom the rights of files bind, also where tests run as root."""
    return subprocess.run(
        [sys.executable, "-m", "hamdiary", *arguments],
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        preexec_fn=without_roots_powers if os.getuid() == 0 else None,
    )


@pytest.mark.skipif(sys.platform != "linux", reason="drops root's powers in Linux's way")
@pytest.mark.parametrize("kept", ["file", "folder"])
def test_a_diary_that_may_not_be_written_is_shown(diary, settings, kept):
    (diary if kept == "file" else diary.parent).chmod(0o444 if kept == "file" else 0o555)
    shown = as_anybody(["show"], settings)
    assert shown.returncode == 0
    assert "3 stands" in shown.stdout
    assert shown.stderr.count("\n") == 1
    refused = as_anybody(["log", "--gait", "2"], settings)
    assert (refused.returncode, refused.stdout) == (77, "")
    diary.parent.chmod(0o700)


def test_ctrl_c_at_a_question_is_silent_and_exit_code_130(biscuit, at_terminal):
    done = at_terminal("log", "--weight-g", "1180", typed="\x03")
    assert done.code == 130
    assert "Traceback" not in done.out
    assert biscuit("show", "--json").json["night"]["weight_g"] is None
