"""The command line in German: help, errors, prompts, answers; what programs read stays English."""

import json
import os
import pty
import subprocess
import sys

import pytest
from click.testing import CliRunner

from hamdiary.cli.asking import agreed
from hamdiary.cli.calling import run
from hamdiary.cli.click_words import let_click_speak
from hamdiary.cli.pages import contexts

ENGLISH = (" the ", " and ", " of ", "Usage", "Options:", "Commands:", "Examples")
"""What no German help page says."""


@pytest.fixture
def settings(tmp_path):
    return {
        "HAMDIARY_HOME": str(tmp_path / "home"),
        "HAMDIARY_NOW": "2026-11-22T21:16:00+01:00",
        "TZ": "Europe/Berlin",
        "COLUMNS": "80",
    }


@pytest.fixture
def hamdiary(settings, in_german):
    """Call the command line in this process, in German; gives the code and what it says."""

    def call(*arguments, **changed):
        environment = {**settings, **in_german, **changed}
        with CliRunner().isolation(env=environment) as (out, err, _):
            code = run(list(arguments), {**os.environ, **environment})
            return code, out.getvalue().decode(), err.getvalue().decode()

    return call


@pytest.fixture
def krümel(hamdiary):
    """The same, with a diary."""
    assert hamdiary("setup", "--name", "Krümel", "--species", "syrian")[0] == 0
    return hamdiary


@pytest.fixture
def pages(german):
    """The help of every command by its words."""
    let_click_speak()
    return {each.command_path: each.get_help() for each in contexts()}


def test_every_help_page_is_german(hamdiary, pages):
    assert "Aufruf:" in hamdiary("log", "--help")[1]  # from here on click speaks German too
    foreign = [
        (name, line)
        for name, page in pages.items()
        for line in page.splitlines()
        if not line.startswith("    hamdiary") and any(word in f"{line} " for word in ENGLISH)
    ]
    assert foreign == []


def test_every_line_of_a_list_of_commands_is_whole(pages):
    cut = [
        (name, line)
        for name, page in pages.items()
        for line in page.splitlines()
        if line.endswith("...") and "Aufruf" not in line
    ]
    assert cut == []


def test_a_help_page_keeps_its_commands_options_and_codes(pages):
    page = pages["hamdiary log"]
    assert "--ramp-every NIGHTS" in pages["hamdiary setup"]
    for code in ("--gait LEVEL", "not_seen", "--json", "hamdiary log --gait 3 --leg-left 2"):
        assert code in page


def test_help_is_english_again_where_english_is_spoken(hamdiary):
    assert "rückgängig" in hamdiary("undo", "--help")[1]
    english = hamdiary("undo", "--help", HAMDIARY_LANGUAGE="en")[1]
    assert english.startswith("Usage: hamdiary undo [OPTIONS]\n\n  Take back the last change")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["log", "--gat", "3"], "Die Option '--gat' gibt es nicht. (Meinst du eins davon: "),
        (["lgo"], "Einen Befehl lgo gibt es nicht. Meintest du hamdiary log"),
        (["dose"], "Es fehlt das Argument 'NAME'."),
        (["calendar"], "Es fehlt die Option '-o' / '--output'."),
        (["log", "--gait"], "Die Option '--gait' braucht einen Wert."),
        (["undo", "now"], "Unerwartetes weiteres Argument (now)"),
        (["list", "--nights", "0"], "0 liegt nicht im Bereich 1<=x<=36600."),
        (["export", "-o", "x", "--format", "pdf"], "'pdf' ist keins von 'json', 'csv', 'zip'."),
        (["log"], "es gibt nichts einzutragen; nenn, was du gesehen hast, etwa --gait 3"),
    ],
)
def test_a_slip_is_told_in_german(krümel, typed, said):
    code, out, err = krümel(*typed)
    assert (code, out) == (2, "")
    assert err.startswith("hamdiary: ")
    assert said in err
    assert f"(mehr sagt hamdiary {typed[0]} --help)" in err or typed == ["lgo"]


def test_what_is_done_is_said_in_german(krümel):
    assert "gespeichert" in krümel("log", "--gait", "3", "--ate", "most")[1]
    assert krümel("undo")[1].startswith("rückgängig gemacht: ")
    assert krümel("redo")[1].startswith("wiederholt: ")
    assert krümel("clip")[1] == (
        "Von Krümel ist keine Aufnahme eingetragen; das macht hamdiary clip add.\n"
    )


def test_what_programs_read_is_english(krümel):
    krümel("log", "--gait", "0", "--leg-left", "0", "--leg-right", "0", "--yes")
    for typed in (["tonight"], ["hints"], ["show"], ["undo"], ["plot"]):
        german = json.loads(krümel(*typed, "--json")[1])
        if typed == ["undo"]:
            assert "undone" in german
            krümel("redo")
            continue
        assert german == json.loads(krümel(*typed, "--json", HAMDIARY_LANGUAGE="en")[1])


@pytest.mark.parametrize("answer", ["j", "ja", "J", "y", "yes"])
def test_a_question_takes_a_german_yes_and_an_english_one(german, monkeypatch, tmp_path, answer):
    typed = tmp_path / "typed"
    typed.write_text(f"{answer}\n")
    with typed.open() as stream:
        monkeypatch.setattr(sys, "stdin", stream)
        assert agreed("Nacht löschen?")


@pytest.fixture
def at_terminal(settings, in_german):
    """Call the real program at a terminal, and answer each question; gives all that was shown."""

    def call(*arguments, answers):
        environment = {**os.environ, "TERM": "xterm", **settings, **in_german}
        child, terminal = pty.fork()
        if child == 0:
            os.execvpe(sys.executable, [sys.executable, "-m", "hamdiary", *arguments], environment)
        shown = b""
        while True:
            try:
                part = os.read(terminal, 65536)
            except OSError:
                break
            shown += part
            if not part:
                break
            if answers and shown.rstrip().endswith((b"]", b"):")):
                os.write(terminal, f"{answers.pop(0)}\n".encode())
        os.close(terminal)
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), shown.decode()

    return call


def test_at_a_terminal_the_question_says_what_to_type(krümel, at_terminal):
    krümel("log", "--gait", "3")
    code, shown = at_terminal("delete", "--night", "heute", answers=["j"])
    assert code == 0
    assert "1 Eintrag löschen? [j/N]" in shown
    assert "gelöscht" in shown


def test_setting_up_is_asked_and_answered_in_german(hamdiary, at_terminal):
    answers = ["Krümel", "Goldhamster", "", "7 Wochen", "gestern", "", ""]
    code, shown = at_terminal("setup", answers=answers)
    assert code == 0
    assert "Art (Goldhamster, Dsungare, " in shown
    (hamster,) = json.loads(hamdiary("hamsters", "--json")[1])["hamsters"]
    assert (hamster["species"], hamster["born"], hamster["onset"]) == (
        "syrian", "2026-10-04", "2026-11-21",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("ascii", b'Kein Futter heisst hier "xyz".'),
        ("latin-1", 'Kein Futter heißt hier "xyz".'.encode("latin-1")),
        ("utf-8", "Kein Futter heißt hier „xyz“.".encode()),
    ],
)
def test_german_letters_are_spelled_out_only_where_there_are_none(
    settings, in_german, encoding, said
):
    done = subprocess.run(
        [sys.executable, "-m", "hamdiary", "foods", "xyz"],
        env={**os.environ, **settings, **in_german, "PYTHONIOENCODING": encoding},
        capture_output=True, timeout=60,
    )  # fmt: skip
    assert done.stdout.startswith(said)


def test_no_line_of_tonight_breaks_its_words(krümel):
    assert krümel("tonight")[1].count("nicht eingetragen") > 30


def test_the_man_page_is_german(hamdiary):
    page = hamdiary("man")[1]
    assert '.SH "BEFEHLE"' in page
    assert '.SH "UMGEBUNG"' in page
    assert "Trag ein, was du in einer Nacht gesehen hast." in page
    assert "\\-\\-weight\\-g" in page


def test_a_shell_completes_with_german_words(settings, in_german):
    done = subprocess.run(
        [sys.executable, "-m", "hamdiary"],
        env={**os.environ, **settings, **in_german, "_HAMDIARY_COMPLETE": "zsh_complete",
             "COMP_WORDS": "hamdiary undo --", "COMP_CWORD": "2"},
        capture_output=True, timeout=60,
    )  # fmt: skip
    assert "JSON für andere Programme ausgeben, auf Englisch." in done.stdout.decode()
