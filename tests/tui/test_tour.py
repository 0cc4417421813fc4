"""The first night's tour: five steps above the log, which goes on taking every key."""

from datetime import date

import pytest

from hamdiary.tui.app import HamdiaryApp
from hamdiary.tui.help.tour import STEPS
from hamdiary.tui.start import Start

SIZES = ((120, 40), (80, 24), (60, 18), (45, 18))


def text_of(app):
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


async def set_up(pilot):
    await pilot.pause()
    await pilot.press(*"Biscuit", "enter", "f10")
    await pilot.pause(0.1)
    await pilot.pause()


@pytest.fixture
def fresh(environment):
    """A window where there is no diary yet."""
    start = Start.of(environment, None, None)
    yield HamdiaryApp(start)
    start.close()


async def test_it_begins_after_the_set_up(fresh):
    async with fresh.run_test(size=(80, 24)) as pilot:
        await set_up(pilot)
        assert "1 of 5" in text_of(fresh)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_every_step_can_be_read_whole_at_every_size(evening, size):
    async with evening.window(size) as pilot:
        await evening.app.screen.run_action("screen.tour")
        for number, each in enumerate(STEPS, 1):
            await pilot.pause()
            await pilot.pause()
            shown = evening.words
            assert f"{number} of 5 {each.heading}"[:36] in shown
            assert each.words in shown
            assert "Space" in shown
            await pilot.press("space")
        await pilot.pause()
        assert "5 of 5" not in evening.text


async def test_the_log_takes_every_key_meanwhile(evening):
    async with evening.window((60, 18)) as pilot:
        await evening.app.screen.run_action("screen.tour")
        await pilot.pause()
        await pilot.press("3", "2", "space", "1", "end", "enter", *"K M", "enter")
        await pilot.pause()
        with evening.session() as session:
            night = session.diary.night(session.hamster().id, date(2026, 11, 22))
        assert (night.gait, night.leg_left, night.leg_right) == (3, 2, 1)
        assert night.carer == "K M"
        assert "2 of 5" in evening.text


@pytest.mark.parametrize("step", range(len(STEPS)))
async def test_it_is_left_at_any_step_and_does_not_come_again(evening, step):
    async with evening.window((80, 24)) as pilot:
        await evening.app.screen.run_action("screen.tour")
        await pilot.press(*["space"] * step, "escape")
        await pilot.pause()
        assert "of 5 " not in evening.text
    async with evening.window((80, 24)) as pilot:
        await pilot.pause()
        assert "of 5 " not in evening.text


async def test_it_goes_on_where_the_window_was_closed(evening):
    async with evening.window((80, 24)) as pilot:
        await evening.app.screen.run_action("screen.tour")
        await pilot.press("space", "space")
        await pilot.pause()
    async with evening.window((80, 24)) as pilot:
        await pilot.pause()
        assert "3 of 5" in evening.text


async def test_the_mouse_goes_on_and_ends_it(evening):
    async with evening.window((80, 24)) as pilot:
        await evening.app.screen.run_action("screen.tour")
        await pilot.pause()
        for words, seen in (("Space", "2 of 5"), ("Esc", "")):
            rows = evening.text.splitlines()
            y = next(y for y, row in enumerate(rows) if "Space" in row)
            await pilot.click(offset=(rows[y].index(words), y))
            await pilot.pause()
            assert seen in evening.text
        assert "of 5 " not in evening.text


async def test_a_diary_that_is_there_already_begins_without_it(evening):
    async with evening.window((80, 24)) as pilot:
        await pilot.pause()
        assert "of 5 " not in evening.text
