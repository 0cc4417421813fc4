"""Keys that come in one burst, as over a slow line, do what they would do one by one."""

import asyncio
from datetime import date

import pytest
from textual import events

from hamdiary.domain.questions import Question
from hamdiary.services.feeding import servings_on
from hamdiary.services.recording import record_night
from hamdiary.tui.dialogs.ask import AskDialog, Reply
from hamdiary.tui.dialogs.reading import ReadingDialog, TextCard
from hamdiary.tui.keys_coming import LOST

TONIGHT = date(2026, 11, 22)
SIGNS = {"question_mark": "?", "slash": "/", "space": " "}


async def burst(pilot, *keys):
    """All of them are on their way before the first is taken."""
    for key in keys:
        character = SIGNS.get(key, key if len(key) == 1 else None)
        pilot.app.post_message(events.Key(key, character))
    await pilot.pause()
    await pilot.pause()


def recorded(evening):
    with evening.session() as session:
        return session.diary.night(session.hamster().id, TONIGHT)


@pytest.mark.parametrize("view", ["diary", "recovery", "care", "guide", "report"])
@pytest.mark.parametrize("is_built", [False, True])
async def test_a_digit_behind_the_letter_of_a_view_is_for_that_view(evening, view, is_built):
    letter = "v" if view == "report" else view[0]
    async with evening.window() as pilot:
        if is_built:
            await pilot.press(letter, "t")
            await pilot.pause()
        await burst(pilot, letter, "1")
        assert evening.app.screen.view.id == view
    assert recorded(evening).gait is None


@pytest.mark.parametrize("key", ["o", "m", "f", "z", "h", "s", "p", "a", "ctrl+p"])
async def test_a_digit_behind_a_key_that_opens_something_scores_nothing(evening, key):
    async with evening.window() as pilot:
        await burst(pilot, key, "4")
    assert recorded(evening).gait is None


async def test_letters_behind_the_key_of_the_foods_find_one(evening):
    async with evening.window() as pilot:
        await burst(pilot, "f", *"kale", "enter", "enter")
        await pilot.pause()
    with evening.session() as session:
        (given,) = servings_on(session, session.hamster(), TONIGHT)
    assert given.food == "kale"


async def test_a_view_and_what_is_searched_in_it_come_in_one_burst(evening):
    with evening.session() as session:
        for day, words in ((20, "in the wheel"), (21, "asleep")):
            evening_of = date(2026, 11, day)
            record_night(session, session.hamster(), evening_of, {"note": words})
    async with evening.window() as pilot:
        await burst(pilot, "d", "slash", *"wheel", "enter", "enter")
        await pilot.pause()
        assert "Log of Fri 20 Nov" in evening.text


async def test_going_there_and_back_and_scoring_is_scored_tonight(evening):
    async with evening.window() as pilot:
        await burst(pilot, "d", "down", "r", "t", "3", "2", "1")
    night = recorded(evening)
    assert (night.gait, night.leg_left, night.leg_right) == (3, 2, 1)


async def test_a_note_is_begun_and_written_in_one_burst_in_its_order(evening):
    async with evening.window() as pilot:
        await burst(pilot, "n", *"10steps", "enter")
        await pilot.pause()
    assert (recorded(evening).note, recorded(evening).gait) == ("10steps", None)


async def test_a_night_is_opened_and_scored_in_one_burst(evening):
    with evening.session() as session:
        record_night(session, session.hamster(), date(2026, 11, 21), {"note": "asleep"})
    async with evening.window() as pilot:
        await burst(pilot, "d", "down", "enter", "3", "2")
        await pilot.pause()
    with evening.session() as session:
        night = session.diary.night(session.hamster().id, date(2026, 11, 21))
    assert (night.gait, night.leg_left) == (3, 2)


async def test_a_paste_waits_for_the_keys_before_it(evening):
    async with evening.window() as pilot:
        for event in (
            events.Key("d", "d"),
            events.Key("slash", "/"),
            events.Paste("wheel"),
        ):
            pilot.app.post_message(event)
        await pilot.pause()
        await pilot.pause()
        assert "/ wheel" in evening.text


async def test_a_key_struck_twice_that_leaves_a_dialog_does_not_open_it_again(evening):
    async with evening.window() as pilot:
        await pilot.press("o")
        await pilot.pause()
        await burst(pilot, "o", "o", "o")
        assert type(evening.app.screen).__name__ == "DiaryScreen"
        await burst(pilot, "o", "escape", "o")
        assert type(evening.app.screen).__name__ == "OutingDialog"
        await pilot.press("escape", "z", "escape", "o")
        await pilot.pause()
        assert type(evening.app.screen).__name__ == "OutingDialog"


async def test_the_same_key_later_is_no_key_struck_twice(evening):
    async with evening.window() as pilot:
        for _ in range(2):
            await pilot.press("o", "o")
            await pilot.pause()
            assert type(evening.app.screen).__name__ == "DiaryScreen"
        await pilot.press("o")
        await pilot.pause()
        assert type(evening.app.screen).__name__ == "OutingDialog"


async def test_a_key_whose_end_is_never_heard_of_holds_up_the_next_one_only_for_a_moment(
    evening, monkeypatch
):
    async with evening.window() as pilot:
        monkeypatch.setattr(pilot.app, "_turn", lambda: None)
        await burst(pilot, "3", "2", "1")
        assert recorded(evening).leg_right is None
        await pilot.pause(3 * LOST)
    assert recorded(evening).leg_right == 1


async def test_a_key_that_waits_for_a_dialog_goes_to_the_question_that_comes_over_it(evening):
    async with evening.window() as pilot:
        app = pilot.app
        over = ReadingDialog(TextCard("", []))
        app.push_screen(over)
        await app.on_event(events.Key("n", "n"))
        while not over._callbacks:  # until it is about to be drawn
            await asyncio.sleep(0)
        answers = []
        app.push_screen(AskDialog(Question(("weight_g",), "118.0?")), answers.append)
        await pilot.pause()
        assert answers == [Reply.CHANGE]
