"""The rules of how hamdiary looks: contrast, one place for colours, marks of one cell."""

import re
from functools import cache
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.app import App
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from hamdiary.tui.app import HamdiaryApp
from hamdiary.tui.inks import GROUNDS, INKS, Inks
from hamdiary.tui.start import Start
from hamdiary.tui.themes import HIGH_CONTRAST, OURS, Roles, contrast, mixed_variables
from hamdiary.tui.views.building import TABS

TUI = Path(__file__).resolve().parents[2] / "hamdiary" / "tui"

MARKS = {"mark", "faint", "second", "good"}
"""Roles of dots and signs, for which 3:1 is enough; words need 4.5:1."""

DRAWN = {"edge", "edge-focus", "edge-alarm", "grid"}
"""Frames and grids: ornament, told apart from nothing."""

TWO_CELLS = "▶◀✔✖♂♀⚠☎▪▫"
"""Terminals may draw these two cells wide."""


def colours(theme):
    return colours_of(theme.name)


@cache
def colours_of(name):
    theme = {each.name: each for each in (*OURS, *BUILTIN_THEMES.values())}[name]
    variables = App.get_css_variables(_Bare(theme))
    return Roles(variables | mixed_variables(variables, theme), theme)


class _Bare(App):
    def __init__(self, theme):
        super().__init__()
        self.register_theme(theme)
        self.theme = theme.name


def test_contrast_is_what_the_standard_says():
    black, white, grey = (Color.parse(each) for each in ("#000000", "#ffffff", "#777777"))
    assert contrast(black, white) == pytest.approx(21)
    assert contrast(grey, white) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", OURS, ids=lambda theme: theme.name)
@pytest.mark.parametrize("role", sorted(set(INKS) - DRAWN))
def test_every_role_can_be_read_on_the_page(theme, role):
    known, ink = colours(theme), INKS[role]
    ground = known[ink.ground or "background"]
    assert contrast(Color.parse(known[ink.color]), Color.parse(ground)) >= (
        3.0 if role in MARKS else 4.5
    )


@pytest.mark.parametrize("theme", OURS, ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", sorted(GROUNDS))
@pytest.mark.parametrize("role", ["text", "bold", "muted", "key"])
def test_words_can_be_read_on_every_ground(theme, ground, role):
    if ground == "focus" and theme.name in HIGH_CONTRAST:
        pytest.skip("the focused line is reversed there")
    known = colours(theme)
    words, below = Color.parse(known[INKS[role].color]), Color.parse(known[GROUNDS[ground]])
    assert contrast(words, below) >= 4.5


@pytest.mark.parametrize("theme", OURS, ids=lambda theme: theme.name)
@pytest.mark.parametrize(("ground", "role"), [("warning", "warn"), ("error", "alarm")])
def test_how_urgent_it_is_can_be_read_on_its_own_ground(theme, ground, role):
    known = colours(theme)
    words, below = Color.parse(known[INKS[role].color]), Color.parse(known[GROUNDS[ground]])
    assert contrast(words, below) >= 4.5


@pytest.mark.parametrize("theme", [each for each in OURS if each.name in HIGH_CONTRAST])
def test_a_reversed_line_has_no_coloured_patches(theme):
    inks = Inks(colours(theme), reversed_focus=True)
    plain = inks.ink("text", "focus")

    for role in INKS:
        words = inks.ink(role, "focus")
        assert (words.color, words.bgcolor) == (plain.color, None)
    assert inks.ink("bold", "focus").bold


@pytest.mark.parametrize("theme", [each for each in OURS if each.name in HIGH_CONTRAST])
def test_the_calendar_of_high_contrast_has_no_tints(theme):
    known = colours(theme)

    for level in range(6):
        assert known[f"heat-{level}"] == known["heat-0"]
        assert known[f"here-{level}"] == known[f"heat-{level}-ink"]


def sources():
    return sorted([*TUI.rglob("*.py"), *TUI.rglob("*.tcss")])


@pytest.mark.parametrize("path", sources(), ids=lambda path: path.name)
def test_only_the_themes_name_a_colour(path):
    if path.name != "themes.py":
        assert not re.search(r"#[0-9a-fA-F]{6}\b|rgb\(", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", sources(), ids=lambda path: path.name)
def test_no_mark_is_one_that_terminals_draw_two_cells_wide(path):
    assert not set(TWO_CELLS) & set(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("mark", "●◉○·×✓✗◐■□▲▼▌›─╭╮╰╯│╌→↑↓…–")
def test_every_mark_takes_one_cell(mark):
    assert cell_len(mark) == 1


# Textual's own themes

FOREIGN = [each for each in BUILTIN_THEMES.values() if not each.name.startswith("ansi")]


@pytest.mark.parametrize("theme", FOREIGN, ids=lambda theme: theme.name)
def test_under_any_theme_words_can_be_read_wherever_they_stand(theme):
    known = colours(theme)
    for ground in ("background", *GROUNDS.values()):
        for role in ("text", "muted", "key"):
            words, below = Color.parse(known[INKS[role].color]), Color.parse(known[ground])
            assert contrast(words, below) >= 4.5, (ground, role)


@pytest.mark.parametrize("theme", FOREIGN, ids=lambda theme: theme.name)
@pytest.mark.parametrize("role", sorted(set(INKS) - DRAWN))
def test_under_any_theme_every_role_can_be_read_on_the_page(theme, role):
    known, ink = colours(theme), INKS[role]
    ground = known[ink.ground or "background"]
    wanted = 3.0 if role in MARKS else 4.5
    assert contrast(Color.parse(known[ink.color]), Color.parse(ground)) >= wanted


def test_a_theme_whose_colours_the_terminal_chooses_is_not_offered(environment):
    app = HamdiaryApp(Start.of(environment, None, None))
    assert {each.name for each in (*OURS, *FOREIGN)} == set(app.available_themes)


@pytest.mark.parametrize("theme", ["nord", "solarized-light"])
async def test_a_chosen_theme_is_remembered_on_this_device(evening, theme):
    async with evening.window() as pilot:
        evening.app.theme = theme
        await pilot.pause()
    async with evening.window():
        assert evening.app.theme == theme


@pytest.mark.parametrize("theme", [each.name for each in (*OURS, *FOREIGN)])
async def test_every_view_opens_under_every_theme(evening, theme):
    async with evening.window((80, 24)) as pilot:
        evening.app.theme = theme
        for tab in TABS:
            await evening.app.screen.action_view(tab.view)
            await pilot.pause()
            assert tab.name in evening.text
