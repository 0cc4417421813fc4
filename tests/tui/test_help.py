"""`?` explains the screen in front: every key that its last row names, and the focused line."""

import pytest

from hamdiary.domain.measures import measures_of
from hamdiary.domain.night import Night
from hamdiary.tui.help.finding import help_of
from hamdiary.tui.inks import INKS
from hamdiary.tui.views.building import TABS

SIZES = ((120, 40), (80, 24), (60, 18))
VIEWS = [tab.view for tab in TABS]


async def leafed(pilot, evening):
    """All that the help says, from its top to its end."""
    seen, before = evening.text, None
    for _ in range(40):
        if evening.text == before:
            return " ".join(seen.replace("│", " ").split())
        before = evening.text
        await pilot.press("pagedown")
        await pilot.pause()
        seen += evening.text
    raise AssertionError("the help has no end")


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_has_its_help(view):
    page = help_of(view)

    assert page is not None
    assert len(page.about) > 60
    assert all(mark.ink in INKS for mark in page.marks)


@pytest.mark.parametrize("view", VIEWS)
async def test_the_help_explains_every_key_that_the_last_row_names(evening, view):
    async with evening.window() as pilot:
        await evening.app.screen.action_view(view)
        await pilot.pause()
        explained = " ".join(each.key for each in help_of(view).keys)
        for each in list(evening.app.screen.view.keys()):
            for key in each.key.replace("–", " ").split():
                assert key in explained.replace("–", " ").split(), each


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("view", VIEWS)
async def test_the_question_mark_says_what_a_view_is_for(evening, view, size):
    async with evening.window(size) as pilot:
        await evening.app.screen.action_view(view)
        await pilot.pause()
        await pilot.press("question_mark")
        await pilot.pause()
        words = await leafed(pilot, evening)

        page = help_of(view)
        assert (
            page.about.split(". ")[0].split()[:4]
            == words[words.index(page.about[:12]) :].split()[:4]
        )
        for said in (each.words for each in page.keys):
            assert said.split()[0] in words
        assert "On every view" in words
        await pilot.press("escape")
        await pilot.pause()
        assert "On every view" not in evening.text


async def test_on_tonight_the_focused_line_comes_first_with_its_whole_scale(evening):
    async with evening.window((80, 24)) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        words = await leafed(pilot, evening)

    kind = measures_of(Night)["gait"].kind
    places = [words.index(" ".join(each.full.split()[:3])) for each in kind.steps]
    assert places == sorted(places)
    assert places[-1] < words.index("The log of one night")


async def test_tab_goes_on_from_the_line_to_the_screen_and_back(evening):
    async with evening.window((80, 24)) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        assert "The log of one night" not in evening.text
        await pilot.press("tab")
        await pilot.pause()
        assert "The log of one night" in evening.text
        await pilot.press("tab")
        await pilot.pause()
        assert "The log of one night" not in evening.text


async def test_the_mouse_opens_scrolls_and_closes_the_help(evening):
    async with evening.window((80, 24)) as pilot:
        rows = evening.text.splitlines()
        await pilot.click(offset=(rows[-1].index("? help"), 23))
        await pilot.pause()
        rows = evening.text.splitlines()
        assert "this screen" in rows[0]
        await pilot.click(offset=(rows[0].index("Tab"), 0))
        await pilot.pause()
        assert "The log of one night" in evening.text
        await pilot.click(offset=(evening.text.splitlines()[0].index("Esc"), 0))
        await pilot.pause()
        assert "The log of one night" not in evening.text
