"""Whatever is opened, at whatever size, in either language: no word of ours is cut."""

import json
import re
import shutil
import sqlite3
from contextlib import asynccontextmanager

import pytest

from hamdiary.domain import language
from hamdiary.domain.foods import portion_of
from hamdiary.knowledge.foods import foods
from hamdiary.services.clock import Clock
from hamdiary.services.sample.making import make_sample
from hamdiary.storage.locations import Home
from hamdiary.tui.app import HamdiaryApp
from hamdiary.tui.start import Start
from hamdiary.tui.widgets.painting import Painted

NOW = {"HAMDIARY_NOW": "2026-11-22T21:16:00+01:00", "TZ": "Europe/Berlin"}
NARROW, WIDE = [(45, 20), (60, 18), (80, 24)], [(120, 40), (200, 60)]
KEPT_FOR_WEEKS = [(each, size) for each in ("en", "de") for size in NARROW]
KEPT_FOR_WEEKS += [("de", size) for size in WIDE]
"""German has the longer words: where there is much room, English fits where it does."""

OPENED = (
    "tonight", "view('diary')", "view('recovery')", "view('care')", "view('report')",
    "outing", "doses", "feed", "clips", "new_clip", "new_medicine", "new_happening",
    "new_question", "wellbeing", "todo", "hints", "tell_the_vet", "help", "note", "hamster",
    "hamsters", "settings", "backups", "export", "merge", "send", "carer", "safety",
    "delete_night", "erase", "close_diary", "guide('cage')", "guide('signs')",
    "guide('right-now')", "guide('food-table')",
)  # fmt: skip
"""Actions of the diary's screen that show something."""

CUT = re.compile(r"([^│╭╮╰╯…]{0,7}\w)…")
"""The last letters of words that were cut."""


pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def own_language():
    """What this test speaks is forgotten after it."""
    before = language._chosen[0]
    yield
    language._chosen[0] = before


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """The invented diary, made once."""
    folder = tmp_path_factory.mktemp("sample")
    make_sample(folder / "diary.db", Home(folder), now=Clock(NOW).now())
    return folder / "diary.db"


@pytest.fixture
def lived_in(environment, sample, tmp_path):
    """A diary that somebody has kept for weeks."""
    shutil.copy(sample, tmp_path / "home" / "diary.db")
    return environment


def owners_words(path):
    """All that somebody typed: it may be cut, our words may not."""
    with sqlite3.connect(path) as conn:
        rows = conn.execute("SELECT fields FROM changes").fetchall()
    typed = " ".join(json.dumps(json.loads(text), ensure_ascii=False) for (text,) in rows)
    return f"{typed} {path}"


def foods_named():
    """Foods and how much of them, which may be cut too, in the language of the window."""
    return " ".join(f"{each.name} {portion_of(each, 'syrian').words}" for each in foods().values())


@asynccontextmanager
async def opened(environment, size):
    start = Start.of(environment, None, None)
    try:
        async with HamdiaryApp(start).run_test(size=size) as pilot:
            await pilot.pause()
            pilot.app.screen._show_tasks()
            await pilot.pause()
            yield pilot
    finally:
        start.close()


def too_wide(screen):
    """Lines of the screen that are wider than where they stand."""
    for widget in screen.query(Painted):
        if widget.size.area and widget.is_attached and widget.visible and widget.region.area:
            width = widget.size.width
            for line in widget.lines():
                if line.width > width:
                    yield f"{type(widget).__name__}: {line.plain!r}"


def cut(screen, allowed):
    """Words of ours that end in …"""
    for widget in screen.query(Painted):
        if widget.size.area and widget.visible and widget.region.area:
            for line in widget.lines():
                for letters in CUT.findall(line.plain):
                    if letters.split()[-1] not in allowed:
                        yield f"{type(widget).__name__}: {line.plain!r}"


async def troubles_of(pilot, allowed):
    """What is cut on any screen that can be opened from the diary's."""
    found, diary = [], pilot.app.screen
    for action in OPENED:
        await diary.run_action(f"screen.{action}")
        await pilot.pause()
        for trouble in (*too_wide(pilot.app.screen), *cut(pilot.app.screen, allowed)):
            found.append(f"{action}: {trouble}")
        if pilot.app.screen is not diary:
            pilot.app.pop_screen()
            await pilot.pause()
    return found


async def look(environment, home, words, spoken, size):
    async with opened({**environment, "HAMDIARY_LANGUAGE": spoken}, size) as pilot:
        folders = f"{home}/home/backups {home}/home/bundles {home}/home/diary.db"
        troubles = await troubles_of(pilot, f"{words} {foods_named()} {folders}")
    assert not troubles, "\n".join(troubles)


@pytest.mark.parametrize(("spoken", "size"), KEPT_FOR_WEEKS, ids=str)
async def test_no_word_is_cut_on_a_diary_that_was_kept_for_weeks(
    lived_in, sample, tmp_path, spoken, size
):
    await look(lived_in, tmp_path, owners_words(sample), spoken, size)


@pytest.mark.parametrize("spoken", ["en", "de"])
@pytest.mark.parametrize("size", [(45, 20), (60, 18)], ids=str)
async def test_no_word_is_cut_on_a_diary_that_has_just_begun(biscuit, tmp_path, spoken, size):
    words = owners_words(tmp_path / "home" / "diary.db")
    await look(biscuit, tmp_path, words, spoken, size)
