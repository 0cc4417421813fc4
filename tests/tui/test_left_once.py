"""Two keys that both leave a dialog, in one burst: the second finds it gone."""

import pytest
from textual import events

from hamdiary.tui.dialogs.thing import ThingDialog
from hamdiary.tui.diary_screen import DiaryScreen
from hamdiary.tui.palette import Palette


async def burst(pilot, *keys):
    """Keys that come together, as over a slow line: all are on their way before one is taken."""
    for key in keys:
        pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))
    await pilot.pause()


async def opened(pilot, key):
    await pilot.press(key)
    await pilot.pause()


async def test_a_clock_that_is_started_twice_in_one_burst_runs_once(evening):
    async with evening.window() as pilot:
        await opened(pilot, "o")
        await burst(pilot, "o", "o")
        assert isinstance(evening.app.screen, DiaryScreen)
        with evening.session() as session:
            assert session.diary.file.number("SELECT count(*) FROM outings") == 1


async def test_what_a_dialog_opens_is_opened_once(evening):
    async with evening.window() as pilot:
        await opened(pilot, "m")
        await burst(pilot, "n", "n", "n")
        assert [type(each) for each in evening.app.screen_stack] == [DiaryScreen, ThingDialog]


@pytest.mark.parametrize("stands", [True, False])
async def test_what_opens_on_a_dialog_that_is_left_goes_with_it(evening, stands):
    async with evening.window() as pilot:
        await opened(pilot, "question_mark")
        below = evening.app.screen
        evening.app.action_command_palette()
        if stands:
            await pilot.pause()
        above = evening.app.screen
        below.dismiss(None)
        above.dismiss(None)
        await pilot.pause()
        assert isinstance(evening.app.screen, DiaryScreen) and evening.app.fault() is None


async def test_a_palette_that_is_left_as_it_opens_leaves_no_trace(evening):
    async with evening.window() as pilot:
        await burst(pilot, "ctrl+p", "escape", "escape")
        assert isinstance(evening.app.screen, DiaryScreen)
        assert evening.app.fault() is None


async def test_a_page_is_turned_in_the_palette_before_it_shows_anything(evening):
    async with evening.window() as pilot:
        await burst(pilot, "ctrl+p", "i", "right", "pageup", "pageup", "pagedown")
        assert isinstance(evening.app.screen, Palette) and evening.app.fault() is None


async def test_what_is_chosen_twice_in_the_palette_is_done_once(evening):
    async with evening.window() as pilot:
        await opened(pilot, "ctrl+p")
        await pilot.press(*"new hamster")
        await pilot.pause()
        await burst(pilot, "enter", "enter", "enter")
        assert len(evening.app.screen_stack) == 2


async def test_the_palette_opens_again_while_the_one_before_is_going(evening):
    async with evening.window() as pilot:
        for _ in range(2):
            evening.app.action_command_palette()
            await pilot.pause()
            evening.app.screen.dismiss(None)
        evening.app.action_command_palette()
        await pilot.pause()
        assert isinstance(evening.app.screen, Palette) and evening.app.fault() is None
