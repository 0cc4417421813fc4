"""Everything that hamdiary can do is found from its window in at most three steps, keys or mouse.

What there is to do is read from the program itself: the commands of the command line and those of
the palette. A command that nobody gave a screen is offered by the palette as its own help.
"""

import re
from contextlib import suppress

import click
import pytest
from textual.command import CommandPalette
from textual.widgets import OptionList
from textual.worker import WorkerCancelled

from hamdiary.cli.pages import command_pages
from hamdiary.cli.program import program
from hamdiary.services.recording import record_hamster, record_night
from hamdiary.tui.app import HamdiaryApp
from hamdiary.tui.commands import COMMANDS
from hamdiary.tui.start import Start
from hamdiary.tui.twins import TWINS, untwinned
from hamdiary.tui.views.building import TABS

NAMES = [each.name for each in COMMANDS]
PAGES = command_pages()
ALONE = untwinned(PAGES, NAMES)
VIEWS = [tab.view for tab in TABS]


def leaves(command, path=()):
    context = click.Context(command)
    if not isinstance(command, click.Group):
        return [" ".join(path)]
    names = command.list_commands(context)
    return [
        leaf for name in names for leaf in leaves(command.get_command(context, name), (*path, name))
    ]


@pytest.fixture
def window(evening):
    """The window as the command line opens it, on a diary with two nights."""
    with evening.session() as session:
        hamster = session.hamster()
        record_hamster(session, hamster, {"vet_phone": "030 1234"})
        for back in range(3):
            night = session.tonight.replace(day=session.tonight.day - back)
            record_night(session, hamster, night, {"gait": 3, "note": "words"})
    start = Start.of(evening.environment, None, None)
    evening.app = HamdiaryApp(start, command_pages)
    yield evening
    start.close()


def state(evening):
    """What an owner sees: the screen in front, its words, and what is said beside them."""
    app = evening.app
    return (
        type(app.screen).__name__,
        evening.text,
        [str(each.message) for each in app._notifications],
        app.theme,
        app.is_running and app._exit,
    )


async def chosen_in_the_palette(pilot, name):
    """Three steps: open the palette, type what is wanted, Enter on what is found first."""
    await pilot.press("ctrl+p")
    for each in name:
        pilot.app.simulate_key({" ": "space", "?": "question_mark"}.get(each, each))
    found = pilot.app.screen.query_one(OptionList)
    for _ in range(250):
        await pilot.pause()
        if found.option_count and name in str(found.get_option_at_index(0).prompt):
            break
        await pilot.pause(0.02)
    with suppress(WorkerCancelled):  # a list that grows forgets which line was chosen
        await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    assert name in str(found.get_option_at_index(0).prompt)
    await pilot.press("enter")
    for _ in range(250):
        await pilot.pause()
        if not isinstance(pilot.app.screen, CommandPalette):
            break
        await pilot.pause(0.02)
    assert not isinstance(pilot.app.screen, CommandPalette)


# What there is


def test_every_command_of_the_command_line_is_known_to_the_palette():
    assert sorted(page.name for page in PAGES) == sorted(leaves(program))
    assert all(page.words and "Usage: hamdiary" in page.text for page in PAGES)


def test_every_command_has_a_screen_or_is_offered_as_its_own_help():
    done = {each for name in NAMES for each in TWINS.get(name, ())}

    assert done | {page.name for page in ALONE} == set(leaves(program))


def test_a_twin_is_named_by_a_command_that_there_is():
    twins = [each for twins in TWINS.values() for each in twins]

    assert set(TWINS) <= set(NAMES)
    assert set(twins) <= set(leaves(program))
    assert len(set(twins)) == len(twins)


def test_a_command_that_comes_later_is_offered_by_itself():
    later = PAGES[0]._replace(name="brand new")

    assert later in untwinned([*PAGES, later], NAMES)


# The palette


@pytest.mark.parametrize("name", [each for each in NAMES if each != "Open this diary again"])
async def test_every_command_of_the_palette_does_something(window, name):
    async with window.app.run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.pause()
        away = "guide" if name == "Tonight" else "tonight"
        await window.app.screen.action_view(away)
        await pilot.pause()
        before = state(window)
        await chosen_in_the_palette(pilot, name)
        for _ in range(250):  # what was chosen is done after the palette has gone
            if state(window) != before:
                break
            await pilot.pause(0.02)
        assert state(window) != before


async def test_the_palette_begins_with_what_is_done_at_night_and_ends_with_quitting(window):
    async with window.app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.press("ctrl+p")
        for _ in range(250):
            if (
                pilot.app.screen.query(OptionList)
                and pilot.app.screen.query_one(OptionList).options
            ):
                break
            await pilot.pause(0.02)
        offered = [each.hit.text for each in pilot.app.screen.query_one(OptionList).options]
        assert offered[:3] == ["Out of cage", "Doses", "Extra food"]
        assert offered[-1] == "Quit" and offered.count("Quit") == 1


async def test_a_closed_diary_is_opened_again_from_the_palette(window):
    with window.session() as session:
        record_hamster(session, session.hamster(), {"closed_because": "recovered"})
    async with window.app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        window.app.screen.read_anew()
        await chosen_in_the_palette(pilot, "Open this diary again")
        assert window.hamster().closed_because is None


@pytest.mark.parametrize("page", ALONE, ids=lambda page: page.name)
async def test_what_has_no_screen_shows_how_it_is_done_on_the_command_line(window, page):
    async with window.app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await chosen_in_the_palette(pilot, f"hamdiary {page.name}")
        assert f"Usage: hamdiary {page.name}" in window.text
        await pilot.press("escape")
        await pilot.pause()
        assert window.app.screen.view.id == "tonight"


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=str)
async def test_a_page_of_the_command_line_keeps_its_columns(window, size):
    async with window.app.run_test(size=size) as pilot:
        await pilot.pause()
        await window.app.screen.run_action("screen.command_line('doctor')")
        await pilot.pause()
        rows = [
            row
            for row in window.text.splitlines()
            if re.search(r"--(repair|yes|json)  +[A-Z]", row)
        ]
        columns = {re.search(r"--\w+ +", row).end() for row in rows}
        assert len(rows) == 3 and len(columns) == 1


async def test_all_of_the_command_line_is_listed_at_one_place(window):
    async with window.app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await window.app.screen.run_action("screen.command_line")
        await pilot.pause()
        seen = window.text
        for _ in range(len(PAGES)):
            await pilot.press("down")
            await pilot.pause()
            seen += window.text
        assert all(page.name in seen for page in PAGES)
        await pilot.press("home", "enter")
        await pilot.pause()
        assert f"Usage: hamdiary {PAGES[0].name}" in window.text


# The last row, with the mouse


@pytest.mark.parametrize("size", [(200, 60), (80, 24), (60, 18)], ids=str)
@pytest.mark.parametrize("view", VIEWS)
async def test_a_click_on_every_key_of_the_last_row_does_something(window, view, size):
    async with window.app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        await window.app.screen.action_view(view)
        await pilot.pause()
        keys = list(window.app.screen.view.keys())
        for each in filter(lambda key: key.action, keys):
            await pilot.press(*["home"] * (view == "tonight"))
            await pilot.pause()
            before = state(window)
            row = window.text.splitlines()[-1]
            place = row.find(f"{each.key} {each.words}")
            if place < 0:
                continue  # no room for it here; the palette has it
            await pilot.click(offset=(place, size[1] - 1))
            await pilot.pause()
            assert state(window) != before or each.words in ("undo", "redo", "tonight"), each
            for _ in range(3):
                if len(window.app.screen_stack) > 1:
                    await pilot.press("escape")
                    await pilot.pause()
            await window.app.screen.action_view(view)
            await pilot.pause()


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 18)], ids=str)
async def test_every_view_is_one_click_or_one_key_away(window, size):
    async with window.app.run_test(size=size) as pilot:
        await pilot.pause()
        for tab in (*TABS[1:], TABS[0]):
            row = window.text.splitlines()[0]
            await pilot.click(offset=(row.rindex(tab.name[0]), 0))
            await pilot.pause()
            assert window.app.screen.view.id == tab.view
        for tab in (*TABS[1:], TABS[0]):
            await pilot.press(tab.name[0].lower())
            await pilot.pause()
            assert window.app.screen.view.id == tab.view
        for number, tab in enumerate(TABS, 1):
            await pilot.press(f"f{number}")
            await pilot.pause()
            assert window.app.screen.view.id == tab.view


async def test_the_last_row_always_leads_to_help_and_to_everything_else(window):
    async with window.app.run_test(size=(60, 18)) as pilot:
        for view in VIEWS:
            await window.app.screen.action_view(view)
            await pilot.pause()
            row = window.text.splitlines()[-1]
            assert "? help" in row
            assert "^p commands" in row
