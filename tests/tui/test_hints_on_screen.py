"""When to ring the vet: the row that says so, the list, the dialog, and what ends them."""

import subprocess
import sys
from datetime import date, timedelta

import pytest
from evening import utc

from hamdiary.services import dosing
from hamdiary.services.hints import hints_page
from hamdiary.services.hints_in_brief import hints_in_brief
from hamdiary.services.recording import record_hamster, record_night, undo
from hamdiary.storage import care
from hamdiary.tui import care_actions, hint_watch
from hamdiary.tui.care_actions import SHOWN_AFTER
from hamdiary.tui.dialogs.hint import HintDialog
from hamdiary.tui.dialogs.hints import HintsDialog

TONIGHT = date(2026, 11, 22)
SHOWN = SHOWN_AFTER + 0.15
ROW = 2
SIZES = [(120, 40), (80, 24), (60, 18), (45, 14), (200, 60)]


@pytest.fixture
def impatient(monkeypatch):
    """The dialog comes without waiting long for silence."""
    monkeypatch.setattr(hint_watch, "QUIET", 0.0)
    monkeypatch.setattr(hint_watch, "LOOKS_AGAIN", 0.01)


def record(evening, ago, **values):
    with evening.session() as session:
        record_night(session, session.hamster(), TONIGHT - timedelta(days=ago), values)


def facts(evening, **values):
    with evening.session() as session:
        record_hamster(session, session.hamster(), values)


def night(evening, ago=0):
    with evening.session() as session:
        return session.diary.night(session.hamster().id, TONIGHT - timedelta(days=ago))


def notes(evening):
    with evening.session() as session:
        return care.hint_notes(session.diary, session.hamster().id)


def keys_open(evening):
    with evening.session() as session:
        return [each.hint.key for each in hints_page(session, session.hamster()).opened]


def row(evening, number=ROW):
    return evening.text.splitlines()[number]


async def dialog_stands(pilot, evening):
    """Wait until the dialog that comes by itself has been drawn, however busy the machine."""
    for _ in range(100):
        await pilot.pause(0.05)
        if isinstance(evening.app.screen, HintDialog) and "NOW" in evening.text:
            return


def looked_at(evening):
    """Hints were looked at, as `hamdiary tonight` or a reminder does."""
    with evening.session() as session:
        assert hints_in_brief(session, session.hamster())


@pytest.fixture
def first_frame(monkeypatch):
    """Nothing is looked at after the first frame."""
    monkeypatch.setattr(care_actions, "SHOWN_AFTER", 3600.0)


def refuse_doses(evening):
    """Two doses refused: SOON (R40)."""
    with evening.session() as session:
        values = {"name": "Drops", "times": "20:00", "starts": TONIGHT - timedelta(days=2)}
        hamster = session.hamster()
        medicine = dosing.add_medicine(session, hamster, {**values, "days": 10.0})
        for ago in (1, 0):
            due = f"{TONIGHT - timedelta(days=ago)}T20:00"
            dosing.record_dose(session, hamster, medicine, due, "refused")


# The row


async def test_a_value_that_opens_a_hint_shows_it_at_once_and_undo_takes_it_away(evening):
    record(evening, 1, gait=4)
    async with evening.window() as pilot:
        await pilot.pause(SHOWN)
        assert "╭" in row(evening)
        await pilot.press("1")
        await pilot.pause(SHOWN)
        assert "!!! NOW" in row(evening) and "Gait fell from 4 wobbly to 1 flicker" in row(evening)
        assert "Ring a vet now, at any hour." in row(evening)
        assert "h why, and what to tell" in row(evening)
        assert "╭" in row(evening, ROW + 1)
        await pilot.press("ctrl+z")
        await pilot.pause(SHOWN)
        assert "╭" in row(evening)


async def test_a_hint_that_is_known_stands_in_the_first_frame(evening, first_frame):
    refuse_doses(evening)
    looked_at(evening)
    async with evening.window():
        assert "! SOON" in row(evening) and "h why" in row(evening)
        assert "╭" in row(evening, ROW + 1)


async def test_a_hint_that_may_be_over_keeps_its_row_blank_until_that_is_known(
    evening, first_frame, monkeypatch
):
    refuse_doses(evening)
    looked_at(evening)
    record(evening, 0, ate="most")
    async with evening.window():
        assert row(evening).strip() == "▌"
        assert "╭" in row(evening, ROW + 1)
        evening.app.screen.look_at_hints()
        assert "! SOON" in row(evening)


async def test_a_row_that_was_kept_in_vain_goes(evening, first_frame):
    refuse_doses(evening)
    looked_at(evening)
    with evening.session() as session:
        for _ in range(3):
            undo(session)
    async with evening.window() as pilot:
        assert row(evening).strip() == "▌"
        evening.app.screen.look_at_hints()
        await pilot.pause()
        assert "╭" in row(evening)


async def test_no_row_is_kept_where_no_hint_was_open(evening, first_frame):
    record(evening, 1, gait=4)
    with evening.session() as session:
        assert not hints_in_brief(session, session.hamster())
    async with evening.window():
        assert "╭" in row(evening)


async def test_no_row_is_kept_once_the_diary_is_closed(evening, first_frame):
    refuse_doses(evening)
    looked_at(evening)
    facts(evening, closed_because="recovered", closed_on=TONIGHT)
    async with evening.window():
        assert "╭" in row(evening)


async def test_a_night_that_nobody_recorded_keeps_the_row(evening, impatient):
    record(evening, 1, gait=4)
    record(evening, 0, gait=1)
    evening.at("20:00", day=24)
    async with evening.window() as pilot:
        await pilot.pause(SHOWN)
        await pilot.press("escape")
        await pilot.pause()
        assert "!!! NOW" in row(evening)


async def test_a_hint_of_today_stands_above_every_view(evening):
    async with evening.window() as pilot:
        await pilot.press("down", "down", "down", "down", "4")
        await pilot.pause(SHOWN)
        assert "!! TODAY" in row(evening) and "Be seen by a vet today." in row(evening)
        await pilot.press("c")
        await pilot.pause()
        assert "!! TODAY" in row(evening)
        assert "!! TODAY" not in row(evening, 0)


async def test_soon_is_a_row_on_tonight_and_a_mark_on_the_other_views(evening):
    refuse_doses(evening)
    async with evening.window() as pilot:
        await pilot.pause(SHOWN)
        assert "! SOON" in row(evening) and "within 1–3 days" in row(evening)
        await pilot.press("c")
        await pilot.pause()
        assert "! SOON" in row(evening, 0) and "! SOON" not in row(evening)
        await pilot.press("t")
        await pilot.pause()
        assert "! SOON" in row(evening) and "! SOON" not in row(evening, 0)


@pytest.mark.parametrize(("grams", "said"), [(116.0, "~ WATCH"), (133.0, "")])
async def test_the_row_begins_at_watch_and_a_note_waits_in_the_list(evening, grams, said):
    """WATCH asks for a second look at the log itself; a NOTE is for the next visit to the vet."""
    with evening.session() as session:
        hamster = session.hamster()
        for ago in range(12, -1, -1):
            values = {"weight_g": 120.0 if ago else grams, "pouches_empty": "yes"}
            record_night(session, hamster, TONIGHT - timedelta(days=ago), values)
    async with evening.window() as pilot:
        await pilot.pause(SHOWN)
        assert said in row(evening) and ("WATCH" in evening.text) == bool(said)
        await pilot.press("c")
        await pilot.pause()
        assert ("WATCH" in row(evening, 0)) == bool(said)
        await pilot.press("h")
        await pilot.pause()
        assert ("A little lighter" if said else "heavier than its usual") in evening.text


async def test_the_mark_goes_before_what_was_saved_where_room_is_short(evening):
    refuse_doses(evening)
    async with evening.window((45, 14)) as pilot:
        await pilot.press("0", "c")
        await pilot.pause(SHOWN)
        assert "!" in row(evening, 0)


async def test_another_window_that_opens_a_hint_is_seen_here(evening):
    record(evening, 1, gait=4)
    async with evening.window() as pilot:
        await pilot.pause(SHOWN)
        record(evening, 0, gait=1)
        evening.app.screen._look_around()
        await pilot.pause(SHOWN)
        assert "!!! NOW" in row(evening)


async def test_nothing_is_urgent_once_the_diary_is_closed(evening, impatient):
    record(evening, 1, gait=4)
    record(evening, 0, gait=1)
    facts(evening, closed_because="died", closed_on=TONIGHT)
    async with evening.window() as pilot:
        await pilot.pause(SHOWN)
        assert "NOW" not in evening.text
        await pilot.press("h")
        await pilot.pause()
        assert "No hint is open." in evening.text


async def test_a_click_on_the_row_opens_the_list(evening):
    refuse_doses(evening)
    async with evening.window() as pilot:
        await pilot.pause(SHOWN)
        await pilot.click("#hint", offset=(30, 0))
        await pilot.pause()
        assert isinstance(evening.app.screen, HintsDialog)


# NOW


async def test_now_opens_a_dialog_with_the_numbers_and_escape_leaves_the_row(evening, impatient):
    facts(evening, vet_name="Dr Imre", vet_phone="020 7946 0112", night_phone="020 7946 0987")
    record(evening, 1, gait=4)
    async with evening.window() as pilot:
        await pilot.press("1")
        await dialog_stands(pilot, evening)
        assert isinstance(evening.app.screen, HintDialog)
        for words in ("020 7946 0112", "020 7946 0987", "╭─╮╶─╮╭─╮", "If you are a child"):
            assert words in evening.text
        assert evening.text.index("020 7946 0987") < evening.text.index("020 7946 0112")
        await pilot.press("escape")
        await pilot.pause()
        assert "!!! NOW" in row(evening)
        await pilot.press("2")
        await pilot.pause(SHOWN)
        assert not isinstance(evening.app.screen, HintDialog)


async def test_a_burst_of_keys_lands_in_the_log_before_any_dialog(evening, monkeypatch):
    record(evening, 1, gait=4)
    async with evening.window() as pilot:
        await pilot.press("1")
        for key in "10304":
            await pilot.pause(SHOWN)
            assert not isinstance(evening.app.screen, HintDialog)
            await pilot.press(key)
        monkeypatch.setattr(hint_watch, "QUIET", 0.0)
        await dialog_stands(pilot, evening)
        assert isinstance(evening.app.screen, HintDialog)
    logged = night(evening)
    assert (logged.gait, logged.leg_left, logged.leg_right, logged.ate) == (1, 1, 0, "most")
    assert (logged.droppings, logged.urine) == ("none", "dribble")


async def test_no_dialog_comes_over_words_that_are_being_typed(evening, monkeypatch):
    record(evening, 1, gait=4)
    async with evening.window() as pilot:
        await pilot.press("1", *["down"] * 5, "9")
        monkeypatch.setattr(hint_watch, "QUIET", 0.0)
        await pilot.pause(SHOWN + 2 * hint_watch.LOOKS_AGAIN)
        assert not isinstance(evening.app.screen, HintDialog)
        assert "!!! NOW" in row(evening)
        await pilot.press("enter")
        await dialog_stands(pilot, evening)
        assert isinstance(evening.app.screen, HintDialog)


async def test_enter_never_means_rung(evening, impatient):
    record(evening, 1, gait=4)
    async with evening.window() as pilot:
        await pilot.press("1")
        await pilot.pause(SHOWN)
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert isinstance(evening.app.screen, HintDialog)
    assert notes(evening) == []


async def test_r_records_that_the_vet_was_rung_and_undo_opens_the_hint_again(evening, impatient):
    record(evening, 1, gait=4)
    async with evening.window() as pilot:
        await pilot.press("1")
        await pilot.pause(SHOWN)
        await pilot.press("r")
        await pilot.pause()
        await pilot.press("enter", *"KM", "enter", *"come in at once", "enter")
        await pilot.pause(SHOWN)
        assert "!!! NOW" not in evening.text
        (note,) = notes(evening)
        assert (note.kind, note.urgency, note.who) == ("told", "now", "KM")
        assert (note.said, note.at_utc) == ("come in at once", utc(21, 16))
        await pilot.press("ctrl+z")
        await pilot.pause(SHOWN)
        assert "!!! NOW" in row(evening)


async def test_a_time_still_to_come_is_said_and_nothing_typed_is_lost(evening, impatient):
    record(evening, 1, gait=4)
    async with evening.window() as pilot:
        await pilot.press("1")
        await pilot.pause(SHOWN)
        await pilot.press("r")
        await pilot.pause()
        await pilot.press(*"21:50", "enter", "enter", *"keep it warm", "enter")
        await pilot.pause(SHOWN)
        assert notes(evening) == []
        assert "keep it warm" in evening.text


async def test_seen_is_noted_and_the_row_stays(evening, impatient):
    record(evening, 1, gait=4)
    record(evening, 0, gait=1)
    async with evening.window() as pilot:
        await pilot.pause(SHOWN)
        await pilot.press("k")
        await pilot.pause(SHOWN)
        assert "!!! NOW" in row(evening)
        await pilot.press("h")
        await pilot.pause()
        assert "seen 21:16" in evening.text
    assert [note.kind for note in notes(evening)] == ["acknowledged"]
    async with evening.window() as pilot:
        await pilot.pause(SHOWN)
        assert not isinstance(evening.app.screen, HintDialog)
        assert "!!! NOW" in row(evening)


async def test_a_slip_leads_back_to_its_line(evening, impatient):
    record(evening, 1, gait=4)
    async with evening.window() as pilot:
        await pilot.press("1", "down", "down")
        await pilot.pause(SHOWN)
        await pilot.press("s", "3")
        await pilot.pause(SHOWN)
        assert "NOW" not in evening.text
    assert night(evening).gait == 3


async def test_without_a_number_it_says_whom_to_ring_and_a_key_adds_one(evening, impatient):
    record(evening, 1, gait=4)
    async with evening.window() as pilot:
        await pilot.press("1")
        await pilot.pause(SHOWN)
        assert "No vet's number is written down." in evening.text
        await pilot.press("a")
        await pilot.pause()
        assert "Vet's phone" in evening.text


@pytest.mark.parametrize("size", SIZES)
async def test_the_dialog_shows_the_numbers_at_every_size(evening, impatient, size):
    facts(
        evening, vet_name="The Exotics Practice at the Old Market Green", vet_phone="020 7946 0112",
        vet_hours="Mon-Fri 8:30-19, Sat 9-13", night_phone="020 7946 0987",
    )  # fmt: skip
    record(evening, 1, gait=4)
    async with evening.window(size) as pilot:
        await pilot.press("1")
        await pilot.pause(SHOWN)
        text = evening.text
        for words in ("!!! NOW", "020 7946 0112", "020 7946 0987", "Esc back", "╰", "╯"):
            assert words in text
        assert "…" not in text.split("!!! NOW")[1].split("Esc back")[0]
        await pilot.press("end")
        await pilot.pause()
        assert "diagnose or treat." in evening.words
        assert "020 7946 0987" in evening.text


# The list


@pytest.mark.parametrize("size", SIZES)
async def test_the_list_has_a_whole_frame_and_its_keys_at_every_size(evening, size):
    refuse_doses(evening)
    async with evening.window(size) as pilot:
        await pilot.press("h")
        await pilot.pause()
        for words in ("2 doses missed or refused", "1 open", "Esc back", "╯", "all is well"):
            assert words in evening.text


async def test_the_list_says_why_how_soon_and_how_sure(evening):
    record(evening, 1, gait=4)
    record(evening, 0, gait=1)
    refuse_doses(evening)
    async with evening.window() as pilot:
        await pilot.press("h")
        await pilot.pause()
        text = evening.text
        assert text.index("!!! NOW   ") < text.index("! SOON")
        for words in ("Gait 4 wobbly on Sat 21 Nov", "hours matter", "Ring a vet now, at any hour",
                      "●●○ vet page, fair", "It does not examine, diagnose or treat"):  # fmt: skip
            assert words in text
        await pilot.press("down")
        await pilot.pause()
        assert "A treatment works only as it was meant" in evening.text


async def test_one_key_leads_from_a_hint_to_what_to_tell_the_vet(evening):
    refuse_doses(evening)
    async with evening.window() as pilot:
        await pilot.press("h")
        await pilot.pause()
        await pilot.press("t")
        await pilot.pause()
        assert "What to tell the vet" in evening.text
        assert "It is about a Syrian hamster, called Biscuit." in evening.text


async def test_keys_in_a_burst_are_about_the_hint_that_was_chosen(evening):
    record(evening, 1, gait=4)
    record(evening, 0, gait=1)
    refuse_doses(evening)
    async with evening.window() as pilot:
        await pilot.press("h")
        await pilot.pause()
        await pilot.press("down", "k", "up")
        await pilot.pause()
    assert [note.hint for note in notes(evening)] == ["R40"]


async def test_an_empty_list_does_not_say_that_all_is_well(evening):
    async with evening.window() as pilot:
        await pilot.press("h")
        await pilot.pause()
        assert "No hint is open. That does not mean that all is well." in evening.text
        await pilot.press("r", "enter", "k", "escape")
        await pilot.pause()
        assert not isinstance(evening.app.screen, HintsDialog)
    assert notes(evening) == []


async def test_a_hint_that_ended_meanwhile_is_said_to_have(evening):
    record(evening, 1, gait=4)
    record(evening, 0, gait=1)
    async with evening.window() as pilot:
        await pilot.press("h")
        await pilot.pause()
        with evening.session() as session:
            undo(session)
        await pilot.press("r")
        await pilot.pause()
        assert "not open any more" in evening.text
    assert keys_open(evening) == []


async def test_ringing_the_vet_stands_among_what_is_to_do_and_leads_to_the_hints(evening):
    async with evening.window() as pilot:
        await pilot.press("down", "down", "down", "down", "4")
        await pilot.pause(SHOWN)
        assert "○ Ring the vet" in evening.text
        await evening.app.screen.action_do("hint:R18")
        await pilot.pause()
        assert isinstance(evening.app.screen, HintsDialog)


def test_the_first_frame_waits_for_no_rule():
    code = (
        "import sys, hamdiary.tui.app, hamdiary.tui.diary_screen; "
        "names = ('hamdiary.domain.hints', 'hamdiary.services.hints', 'hamdiary.knowledge.hints', "
        "'hamdiary.tui.hint_watch', 'hamdiary.tui.deeds.hints'); "
        "print([name for name in names if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("size", [(1, 1), (12, 4), (30, 8)])
async def test_windows_far_too_small_are_survived(evening, impatient, size):
    record(evening, 1, gait=4)
    record(evening, 0, gait=1)
    async with evening.window(size) as pilot:
        await pilot.pause(SHOWN)
        assert isinstance(evening.app.screen, HintDialog)
        await pilot.press("down", "end", "escape", "h")
        await pilot.pause()
        assert isinstance(evening.app.screen, HintsDialog)
