"""The real program in a real terminal: signals, kills, two windows, no terminal at all."""

import os
import re
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest
from on_a_pty import PATIENCE, Terminal

from hamdiary.services.session import open_session

pytestmark = pytest.mark.slow

TONIGHT = date(2026, 11, 22)


def note_of(environment):
    with open_session(environment) as session:
        return session.diary.night(session.hamster().id, TONIGHT).note


def writing_a_note(environment):
    """A window in which a note is being typed and has just been kept as a draft."""
    terminal = Terminal(environment)
    terminal.wait_for("recorded")
    terminal.press("n")
    terminal.wait_for("new line")
    terminal.press("Stood up")
    terminal.wait_for("Stood up")
    return terminal


@pytest.mark.parametrize("name", ["SIGHUP", "SIGTERM", "SIGQUIT"])
def test_a_signal_in_mid_note_keeps_the_note_and_restores_the_screen(biscuit, name):
    number = getattr(signal, name)
    terminal = writing_a_note(biscuit)
    status = terminal.end(number)
    assert os.waitstatus_to_exitcode(status) == 128 + number
    assert b"\x1b[?1049l" in terminal.shown
    assert b"Traceback" not in terminal.shown
    again = Terminal(biscuit)
    again.wait_for("Stood up")
    again.end()
    assert note_of(biscuit) == "Stood up"


def test_a_closed_window_in_mid_note_keeps_the_note(biscuit):
    writing_a_note(biscuit).hang_up()
    again = Terminal(biscuit)
    again.wait_for("Stood up")
    again.end()
    assert note_of(biscuit) == "Stood up"


def test_keys_that_are_typed_ahead_are_taken_when_the_window_stands(biscuit):
    terminal = Terminal(biscuit)
    terminal.press("3n")
    terminal.wait_for("new line")
    terminal.press("Stood up")
    terminal.wait_for("Stood up")
    terminal.end(signal.SIGTERM)
    Terminal(biscuit).end()
    with open_session(biscuit) as session:
        assert session.diary.night(session.hamster().id, TONIGHT).gait == 3


def asking_about_a_weight(environment):
    """A window in which an unusual weight waits for yes or no."""
    terminal = Terminal(environment)
    terminal.wait_for("recorded")
    terminal.press("\x1b[B" * 7 + "1184\r")
    terminal.wait_for("did you mean")
    return terminal


def weight_of(environment):
    with open_session(environment) as session:
        return session.diary.night(session.hamster().id, TONIGHT).weight_g


@pytest.mark.parametrize("name", ["SIGHUP", "SIGTERM", "SIGQUIT"])
def test_a_value_that_was_being_asked_about_is_asked_about_again(biscuit, name):
    asking_about_a_weight(biscuit).end(getattr(signal, name))
    assert weight_of(biscuit) is None
    again = Terminal(biscuit)
    again.wait_for("did you mean")
    again.press("k")
    again.wait_for("saved 21:16")
    again.end(signal.SIGTERM)
    assert weight_of(biscuit) == 1184.0
    assert drafts_of(biscuit) == []


def test_a_closed_terminal_in_mid_question_asks_it_again(biscuit):
    asking_about_a_weight(biscuit).hang_up()
    again = Terminal(biscuit)
    again.wait_for("did you mean")
    again.press("\r")
    again.wait_for("saved 21:16")
    again.end(signal.SIGTERM)
    assert weight_of(biscuit) == 118.4


def test_a_number_that_was_still_open_and_is_unusual_is_asked_about_by_the_next_window(biscuit):
    terminal = Terminal(biscuit)
    terminal.wait_for("recorded")
    terminal.press("\x1b[B" * 7 + "1184")
    terminal.wait_for("1184")
    terminal.end(signal.SIGHUP)
    again = Terminal(biscuit)
    again.wait_for("did you mean")
    again.end(signal.SIGHUP)
    once_more = Terminal(biscuit)
    once_more.wait_for("did you mean")
    once_more.end(signal.SIGHUP)
    assert weight_of(biscuit) is None


def test_who_ends_over_a_question_on_purpose_is_not_asked_again(biscuit):
    terminal = asking_about_a_weight(biscuit)
    terminal.press("\x11")
    terminal.wait_for("not kept yet")
    terminal.press("\x11")
    assert os.waitstatus_to_exitcode(terminal.status()) == 0
    assert drafts_of(biscuit) == []


def drafts_of(environment):
    with open_session(environment) as session:
        return [draft.text for draft in session.diary.drafts.of_device(session.device)]


def wait_until(true):
    deadline = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < deadline


def test_kill_9_in_mid_note_loses_at_most_the_last_second(biscuit):
    terminal = writing_a_note(biscuit)
    wait_until(lambda: drafts_of(biscuit) == ["Stood up"])
    terminal.end(signal.SIGKILL)
    again = Terminal(biscuit)
    again.wait_for("Stood up")
    again.end()
    assert note_of(biscuit) == "Stood up"


def test_a_window_that_is_still_open_keeps_its_draft_to_itself(biscuit):
    first = writing_a_note(biscuit)
    wait_until(lambda: drafts_of(biscuit))
    second = Terminal(biscuit)
    second.wait_for("recorded")
    second.press("4")
    second.wait_for("saved")
    assert note_of(biscuit) is None
    second.end()
    first.end()


def test_the_command_line_and_the_window_see_each_other(biscuit):
    terminal = Terminal(biscuit)
    terminal.wait_for("recorded")
    command = [sys.executable, "-m", "hamdiary", "log", "--droppings", "soft"]
    subprocess.run(command, env={**os.environ, **biscuit}, check=True, capture_output=True)
    terminal.wait_for("formed but smears")
    terminal.press("4")
    terminal.wait_for("saved")
    terminal.end(signal.SIGTERM)
    with open_session(biscuit) as session:
        night = session.diary.night(session.hamster().id, TONIGHT)
    assert (night.gait, night.droppings) == (4, "soft")


def test_ctrl_q_ends_it_well_and_the_diary_is_one_file(biscuit):
    terminal = Terminal(biscuit)
    terminal.wait_for("recorded")
    terminal.press("4")
    terminal.wait_for("saved")
    terminal.press("\x11")
    assert os.waitstatus_to_exitcode(terminal.status()) == 0
    left = {each.name for each in Path(biscuit["HAMDIARY_HOME"]).glob("diary*")}
    assert left <= {"diary.db", "diary.db.lock"}


def test_a_replaced_diary_is_noticed_and_nothing_is_said_to_be_saved(biscuit):
    terminal = Terminal(biscuit)
    terminal.wait_for("recorded")
    diary = Path(biscuit["HAMDIARY_HOME"]) / "diary.db"
    diary.rename(diary.with_name("away.db"))
    terminal.press("4")
    terminal.wait_for("Not saved")
    assert b"saved 21:16" not in terminal.shown
    terminal.end()


@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_terminal_that_cannot_show_screens_is_told_so(biscuit, term):
    terminal = Terminal({**biscuit, "TERM": term})
    assert os.waitstatus_to_exitcode(terminal.status()) == 2
    assert b"\x1b[?1049h" not in terminal.shown


def test_no_color_leaves_only_grey(biscuit):
    terminal = Terminal({**biscuit, "NO_COLOR": "1", "COLORTERM": "truecolor"})
    terminal.wait_for("recorded")
    terminal.end()
    colours = set(re.findall(rb"[34]8;2;(\d+);(\d+);(\d+)[;m]", terminal.shown))
    assert colours
    assert {colour for colour in colours if len(set(colour)) > 1} == set()


def test_a_terminal_without_colours_gets_none_but_bold_and_reverse(biscuit):
    terminal = Terminal({**biscuit, "TERM": "vt100"})
    terminal.wait_for("recorded")
    terminal.end()
    codes = {
        code
        for each in re.findall(rb"\x1b\[([\d;]*)m", terminal.shown)
        for code in each.split(b";")
    }
    assert {b"1", b"7"} <= codes <= {b"", b"0", b"1", b"2", b"3", b"4", b"7"}


def test_kill_9_on_the_first_evening_keeps_the_name(environment):
    terminal = Terminal(environment)
    terminal.wait_for("Whose diary is this?")
    terminal.press("Biscuit")
    terminal.wait_for("Biscuit")
    diary = Path(environment["HAMDIARY_HOME"]) / "diary.db"
    wait_until(diary.exists)
    wait_until(lambda: drafts_of(environment) == ["Biscuit"])
    terminal.end(signal.SIGKILL)
    again = Terminal(environment)
    again.wait_for("Tonight")
    again.wait_for("Biscuit")
    again.end()


def test_facts_and_the_key_that_begins_may_come_in_one_burst(environment):
    terminal = Terminal(environment)
    terminal.wait_for("Whose diary is this?")
    terminal.settle()
    terminal.press("Biscuit\r117 weeks\r9 Nov\r\x1b[21~")
    terminal.wait_for("0 of 13")
    terminal.end(signal.SIGTERM)
    with open_session(environment) as session:
        assert (session.hamster().name, session.hamster().species) == ("Biscuit", "syrian")


def test_the_sample_speaks_the_language_that_its_onlooker_has_set(environment):
    home = Path(environment["HAMDIARY_HOME"])
    home.mkdir(parents=True, exist_ok=True)
    (home / "settings.toml").write_text('[display]\nlanguage = "de"\n', encoding="utf-8")
    terminal = Terminal(environment, "demo")
    terminal.wait_for("Heute Nacht")
    terminal.press("\x11")
    assert terminal.status() == 0


@pytest.mark.parametrize("drawn", [0, 1, 2, 4])
def test_a_terminal_that_goes_while_the_window_opens_leaves_no_program_behind(biscuit, drawn):
    terminal = Terminal(biscuit)
    for _ in range(drawn):
        terminal.wait_for_anything()
    assert os.waitstatus_to_exitcode(terminal.hang_up()) in (-signal.SIGHUP, 128 + signal.SIGHUP)
