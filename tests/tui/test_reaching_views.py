"""Every view is reached by its letter, its F-key, the mouse and the command palette."""

import pytest

from hamdiary.tui.views.building import TABS

NUMBERED = list(enumerate(TABS, 1))
WINDOWS = ((120, 40), (80, 24), (60, 18))


def in_front(evening):
    return evening.app.screen.view.id


@pytest.mark.parametrize(("number", "tab"), NUMBERED, ids=lambda each: getattr(each, "view", each))
async def test_a_letter_and_an_f_key_bring_a_view_to_the_front(evening, number, tab):
    async with evening.window((60, 18)) as pilot:
        for key in (tab.name[0].lower(), f"f{number}"):
            await evening.app.screen.action_view("diary" if tab.view != "diary" else "care")
            await pilot.press(key)
            await pilot.pause()
            assert in_front(evening) == tab.view, key


@pytest.mark.parametrize("size", WINDOWS, ids=str)
async def test_a_click_on_each_name_or_letter_brings_it_to_the_front(evening, size):
    async with evening.window(size) as pilot:
        for tab in reversed(TABS):
            row = evening.text.splitlines()[0]
            words = tab.name if size[0] >= 70 else f" {tab.name[0]} "
            await pilot.click(offset=(row.index(words) + (size[0] < 70), 0))
            await pilot.pause()
            assert in_front(evening) == tab.view
            assert f" {tab.name} " in evening.text.splitlines()[0]


@pytest.mark.parametrize("tab", TABS, ids=lambda each: each.view)
async def test_the_palette_knows_every_view_by_its_name(evening, tab):
    from hamdiary.tui.commands import COMMANDS

    action = next(each.action for each in COMMANDS if each.name == tab.name)
    async with evening.window() as pilot:
        await evening.app.screen.action_view("guide" if tab.view != "guide" else "care")
        await evening.app.screen.run_action(action)
        await pilot.pause()
        assert in_front(evening) == tab.view


async def test_the_views_have_letters_of_their_own_and_fit_the_smallest_window(evening):
    assert len({tab.name[0] for tab in TABS}) == len(TABS)
    async with evening.window((60, 18)) as pilot:
        for tab in TABS:
            await evening.app.screen.action_view(tab.view)
            await pilot.pause()
            row = evening.text.splitlines()[0]
            assert len(row) == 60 and f" {tab.name} " in row
            assert all(f" {each.name[0]} " in row for each in TABS if each is not tab)
