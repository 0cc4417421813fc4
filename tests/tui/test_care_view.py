"""The Care view, by keys: lists of courses, outings, happenings and reminders."""

from datetime import date

import pytest

from hamdiary.services import dosing, happening, timing
from hamdiary.services.settings import load_settings
from hamdiary.services.wellbeing import checks, edit_check, new_check

TONIGHT = date(2026, 11, 22)
SIZES = ((120, 40), (80, 24), (60, 18), (45, 14), (200, 60))


def fill(evening):
    with evening.session() as session:
        hamster = session.hamster()
        values = {"name": "Drops", "dose": "2 drops", "times": "21:00", "days": 10.0}
        dosing.add_medicine(session, hamster, {**values, "starts": date(2026, 11, 20)})
        happening.add_happening(session, hamster, {"what": "vet_visit", "on_day": TONIGHT})
        timing.add_outing(session, hamster, TONIGHT, 18, None)


def happenings(evening):
    with evening.session() as session:
        return happening.happenings(session, session.hamster())


async def test_care_lists_courses_outings_happenings_and_reminders(evening):
    fill(evening)
    async with evening.window() as pilot:
        await pilot.press("c")
        await pilot.pause()
        for words in ("day 3 of 10", "18 of 30 min", "Vet visit", "Weigh-in", "○ due now"):
            assert words in evening.text


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_every_list_is_reached_at_every_size(evening, size):
    fill(evening)
    async with evening.window(size) as pilot:
        await pilot.press("c")
        await pilot.pause()
        seen = evening.text
        for _ in range(6):
            await pilot.press("tab")
            await pilot.pause()
            seen += evening.text
        for words in ("Drops", "Vitamin E", "18 of 30 min", "Vet visit", "Weigh-in"):
            assert words in seen


async def test_an_empty_diary_says_what_to_do(evening):
    async with evening.window() as pilot:
        await pilot.press("c")
        await pilot.pause()
        assert "No medicine is written down." in evening.text
        assert "a new medicine" in evening.text
        assert "write something down" in evening.text


async def test_a_happening_is_written_down_opened_and_removed(evening):
    async with evening.window() as pilot:
        await pilot.press("c", "tab", "tab", "tab", "n", "5", *"yesterday", "enter", "escape")
        await pilot.pause()
        (first_step,) = happenings(evening)
        assert (first_step.what, first_step.on_day) == ("first_step", date(2026, 11, 21))
        await pilot.press("enter", "down", "down", "down", *"three steps", "enter", "escape")
        await pilot.pause()
        assert happenings(evening)[0].note == "three steps"
        await pilot.press("delete")
        await pilot.pause()
    assert happenings(evening) == []


async def test_enter_turns_a_reminder_off_and_the_settings_keep_it(evening):
    async with evening.window() as pilot:
        await pilot.press("c", "shift+tab", "enter")
        await pilot.pause()
        assert "off" in evening.text
        with evening.session() as session:
            assert load_settings(session.home).reminders.weigh_in.on is False


async def test_a_reminder_rings_at_another_time_once_that_is_typed(evening):
    async with evening.window() as pilot:
        await pilot.press("c", "shift+tab", "down", "e", *"20:15, 22:00", "enter")
        await pilot.pause()
        assert "20:15, 22:00" in evening.text


async def test_an_outing_of_an_earlier_night_is_added_from_its_row(evening):
    async with evening.window() as pilot:
        await pilot.press("c", "tab", "tab", "down", "enter", "a", *"12", "enter", "f10")
        await pilot.pause()
    with evening.session() as session:
        out = timing.night_out(session, session.hamster(), date(2026, 11, 21))
    assert out.outings[0].minutes == 12


async def test_what_another_program_records_appears(evening):
    async with evening.window() as pilot:
        await pilot.press("c")
        await pilot.pause()
        fill(evening)
        await pilot.pause(1.2)
        assert "Drops" in evening.text


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_name_full_of_marks_and_letters_of_every_width_does_no_harm(evening, size):
    odd = "[/]🐹‍👩 ハムスター [@click=app.quit]x[/] \u202e end"
    with evening.session() as session:
        values = {"name": odd[:60], "dose": odd, "times": "21:00", "days": 10.0}
        dosing.add_medicine(session, session.hamster(), values)
        happening.add_happening(
            session, session.hamster(), {"what": "other", "on_day": TONIGHT, "note": odd}
        )
    async with evening.window(size) as pilot:
        for keys in (("c", "tab", "tab"), ("m", "escape"), ("z", "escape")):
            await pilot.press(*keys)
            await pilot.pause()
        widths = {len(row) for row in evening.text.splitlines() if row.isascii()}
        assert not widths or max(widths) <= size[0]


@pytest.mark.parametrize("size", [(120, 40), (60, 18)], ids=str)
async def test_a_quality_of_life_check_is_written_down_from_care(evening, size):
    async with evening.window(size) as pilot:
        await pilot.press("c")
        await pilot.pause()
        await pilot.press("w")
        await pilot.pause()
        assert "not validated for hamsters" in evening.words
        await pilot.press("n")
        await pilot.pause()
        for points in "5555555":
            await pilot.press(points, "enter")
            await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
    with evening.session() as session:
        (check,) = checks(session, session.hamster())
        assert (check.total, check.evening) == (35, TONIGHT)


async def test_a_check_that_was_opened_and_left_is_none(evening):
    async with evening.window() as pilot:
        await pilot.press("c", "w", "n", "escape")
        await pilot.pause()
    with evening.session() as session:
        assert checks(session, session.hamster()) == []


async def test_a_check_is_opened_again_removed_and_brought_back(evening):
    with evening.session() as session:
        hamster = session.hamster()
        edit_check(session, new_check(session, hamster), {"hurt": 4.0})
    async with evening.window() as pilot:
        await pilot.press("c", "w")
        await pilot.pause()
        assert "1 of 7 parts answered" in evening.text
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("8", "enter", "escape")
        await pilot.pause()
        await pilot.press("w", "delete")
        await pilot.pause()
        with evening.session() as session:
            assert checks(session, session.hamster()) == []
        await pilot.press("ctrl+z")
        await pilot.pause()
    with evening.session() as session:
        assert [each.hurt for each in checks(session, session.hamster())] == [8]


# Finding one of seven lists


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_list_is_two_keys_away_by_its_number(evening, size):
    fill(evening)
    async with evening.window(size) as pilot:
        await pilot.press("c", "7")
        await pilot.pause()
        assert "Weigh-in" in evening.text
        await pilot.press("4")
        await pilot.pause()
        assert "Vet visit" in evening.text
        assert evening.app.focused.title == "Happenings"


async def test_a_single_list_says_which_of_all_it_is_and_a_click_goes_on(evening):
    async with evening.window((80, 24)) as pilot:
        await pilot.press("c")
        await pilot.pause()
        row = next(row for row in evening.text.splitlines() if "1 of 7" in row)
        assert "Tab Vitamin week" in row
        y = evening.text.splitlines().index(row)
        await pilot.click(offset=(row.index("Vitamin"), y))
        await pilot.pause()
        assert "2 of 7   Tab Out of cage" in evening.text


async def test_lists_beside_each_other_need_no_way_on(evening):
    async with evening.window((120, 40)) as pilot:
        await pilot.press("c")
        await pilot.pause()
        assert "of 7" not in evening.text
