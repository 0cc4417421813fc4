"""Backups, restoring and erasing by keys, and what stands in the place of a damaged diary."""

import os
import sqlite3
import sys
from pathlib import Path

import pytest
from evening import until

from hamdiary.services.backing_up import back_up_now
from hamdiary.services.erasing import erase_for_good
from hamdiary.services.recording import new_hamster, record_hamster, record_night
from hamdiary.services.restoring import Shelf
from hamdiary.tui.dialogs.backups import BackupsDialog
from hamdiary.tui.dialogs.restoring import RestoreDialog
from hamdiary.tui.diary_screen import DiaryScreen
from hamdiary.tui.first_run import FirstRunScreen
from hamdiary.tui.rescue_screen import RescueScreen
from hamdiary.tui.start import Start

SIZES = ((120, 40), (80, 24), (60, 18))


async def open_by_name(pilot, action):
    await pilot.app.screen.run_action(action)
    await pilot.pause()


def log(evening, **values):
    with evening.session() as session:
        record_night(session, session.hamster(), session.tonight, values)


def backed_up(evening):
    with evening.session() as session:
        return back_up_now(session).backup


def gait(evening):
    with evening.session() as session:
        return session.diary.night(session.hamster().id, session.tonight).gait


def diary_of(evening) -> Path:
    return Path(evening.environment["HAMDIARY_HOME"]) / "diary.db"


def shelf_of(evening):
    return Shelf(evening.environment, None).backups()


def ruin(path: Path, table: str) -> None:
    conn = sqlite3.connect(path)
    root = conn.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchone()[0]
    conn.close()
    content = bytearray(path.read_bytes())
    content[(root - 1) * 4096 : root * 4096] = b"\xff" * 4096
    path.write_bytes(content)


@pytest.mark.parametrize("name", ["Back up now", "Backups", "Erase for good"])
async def test_the_palette_offers_it(evening, name):
    async with evening.window() as pilot:
        await pilot.press("ctrl+p")
        await pilot.press(*[{" ": "space"}.get(each, each) for each in name.lower()])
        await until(pilot, lambda: name in evening.text)


async def test_a_backup_is_made_and_said(evening):
    log(evening, gait=3)
    async with evening.window() as pilot:
        await open_by_name(pilot, "screen.back_up")
        await until(pilot, lambda: "Backed up and verified: 1 night" in evening.text)
    assert len(shelf_of(evening)) == 1


@pytest.mark.parametrize("size", SIZES)
async def test_a_backup_is_brought_back_after_it_was_said_what_that_costs(evening, size):
    log(evening, gait=3)
    backed_up(evening)
    log(evening, gait=1)
    async with evening.window(size) as pilot:
        await open_by_name(pilot, "screen.backups")
        await until(pilot, lambda: isinstance(pilot.app.screen, BackupsDialog))
        await until(pilot, lambda: "verified" in evening.text and "1 night" in evening.text)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, RestoreDialog))
        await pilot.pause()
        await until(pilot, lambda: "Lost: 1 change" in evening.text)
        await until(
            pilot, lambda: "backed up first" in evening.text and "restore it" in evening.text
        )
        await pilot.press("y")
        await until(pilot, lambda: pilot.app.begins_anew)
    assert gait(evening) == 3
    assert [each.backup.reason for each in shelf_of(evening)] == ["restore", "asked"]


async def test_enter_is_the_careful_answer(evening):
    log(evening, gait=3)
    backed_up(evening)
    log(evening, gait=1)
    async with evening.window() as pilot:
        await open_by_name(pilot, "screen.backups")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, RestoreDialog))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, DiaryScreen))
    assert gait(evening) == 1 and len(shelf_of(evening)) == 1


async def test_a_backup_that_is_not_whole_is_named_and_not_taken(evening):
    os.truncate(backed_up(evening).path, 5000)
    async with evening.window() as pilot:
        await open_by_name(pilot, "screen.backups")
        await until(pilot, lambda: "not whole" in evening.text)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, BackupsDialog)


async def test_without_backups_the_list_says_how_to_make_one(evening):
    async with evening.window() as pilot:
        await open_by_name(pilot, "screen.backups")
        await until(pilot, lambda: "There is no backup yet" in evening.text)
        await pilot.press("enter", "escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, DiaryScreen)


async def test_a_window_notices_that_another_has_restored(evening):
    log(evening, gait=3)
    backed_up(evening)
    log(evening, gait=1)
    async with evening.window() as pilot:
        shelf = Shelf(evening.environment, None)
        shelf.restore(shelf.plan(shelf.chosen(None)))
        await until(pilot, lambda: pilot.app.begins_anew)


async def test_a_window_over_a_hamster_that_was_erased_elsewhere_leaves_it(evening):
    with evening.session() as session:
        record_hamster(session, new_hamster(), {"name": "Clover"})
    async with evening.window() as pilot:
        shown = pilot.app.screen.page.hamster
        with evening.session() as session:
            erase_for_good(session, shown, keep_backup=False, backups_too=False)
        await until(pilot, lambda: pilot.app.begins_anew)
    async with evening.window() as pilot:
        assert pilot.app.screen.page.hamster.id != shown.id


@pytest.mark.parametrize("size", SIZES)
async def test_a_hamster_is_erased_once_its_name_is_typed(evening, size):
    async with evening.window(size) as pilot:
        await open_by_name(pilot, "screen.erase")
        pilot.app.screen.query_one("#fields").go_to("name")
        pilot.app.screen.query_one("#fields").edit("Biscuit")
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.begins_anew)
    async with evening.window(size) as pilot:
        assert isinstance(pilot.app.screen, FirstRunScreen)
    with evening.session() as session:
        assert session.diary.hamsters() == []
        assert session.diary.latest_changes(10) == []


async def test_a_wrong_name_erases_nothing(evening):
    async with evening.window() as pilot:
        await open_by_name(pilot, "screen.erase")
        pilot.app.screen.query_one("#fields").go_to("name")
        pilot.app.screen.query_one("#fields").edit("Biskit")
        await pilot.press("enter")
        await pilot.pause()
        await until(pilot, lambda: "nothing was erased" in evening.text)
        await pilot.press("escape")
    assert evening.hamster().called == "Biscuit"


# By itself


async def test_the_first_change_of_a_day_is_backed_up_when_nobody_types(evening, monkeypatch):
    monkeypatch.setattr("hamdiary.tui.safe_actions.BACKED_UP_AFTER", 0.01)
    monkeypatch.setattr("hamdiary.tui.safe_actions.QUIET_FOR", 0.01)
    async with evening.window() as pilot:
        await pilot.press("3")
        await until(pilot, lambda: len(shelf_of(evening)) == 1)
        await pilot.press("2", "x")
        await pilot.pause(0.2)
    (only,) = shelf_of(evening)
    assert only.backup.reason == "daily" and only.whole


def test_a_window_that_wrote_and_is_closed_at_once_is_backed_up_then(evening):
    log(evening, gait=3)
    start = Start.of(evening.environment, None, None)
    assert start.keep_safe() is None
    start.close()
    assert [each.backup.reason for each in shelf_of(evening)] == ["daily"]


def test_a_window_that_only_looked_makes_no_backup(evening):
    evening.at("21:16", day=25)
    start = Start.of(evening.environment, None, None)
    start.keep_safe()
    start.close()
    assert shelf_of(evening) == []


# A damaged diary


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("harm", ["header", "page", "cut", "empty", "gone"])
async def test_a_damaged_diary_is_never_opened_as_an_empty_one(evening, size, harm):
    log(evening, gait=3)
    backed_up(evening)
    path = diary_of(evening)
    if harm == "header":
        path.write_bytes(bytes(100) + path.read_bytes()[100:])
    elif harm == "page":
        ruin(path, "hamsters")
    elif harm == "cut":
        os.truncate(path, 9000)
    elif harm == "empty":
        path.write_bytes(b"")
    else:
        path.unlink()
    lying = path.read_bytes() if path.exists() else None
    async with evening.window(size) as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, RescueScreen))
        await until(pilot, lambda: "The diary cannot be opened" in evening.text)
        await until(pilot, lambda: "verified" in evening.text and "1 night" in evening.text)
        assert (path.read_bytes() if path.exists() else None) == lying
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, RestoreDialog))
        await pilot.press("y")
        await until(pilot, lambda: pilot.app.begins_anew)
    async with evening.window(size) as pilot:
        assert pilot.app.screen.page.night.gait == 3
    assert gait(evening) == 3
    aside = list(path.parent.glob("diary.db.damaged-*"))
    assert [each.read_bytes() for each in aside] == ([lying] if lying else [])


async def test_it_shows_where_things_lie_and_ends_with_its_code(evening):
    backed_up(evening)
    diary_of(evening).write_bytes(b"rubbish" * 1000)
    async with evening.window() as pilot:
        await pilot.press("w")
        await pilot.pause()
        await until(pilot, lambda: "Where things lie" in evening.text and "backups" in evening.text)
        await pilot.press("escape", "escape")
        await pilot.pause()
    assert evening.app.return_code == 74


async def test_without_a_backup_it_says_what_can_be_done(evening):
    diary_of(evening).write_bytes(b"rubbish" * 1000)
    async with evening.window((60, 18)) as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, RescueScreen))
        await until(pilot, lambda: "no verified backup" in evening.text)
        await until(pilot, lambda: "s  saves what can" in evening.text)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, RescueScreen)


def without_its_first_page(evening):
    with diary_of(evening).open("r+b") as file:
        file.write(bytes(4096))


@pytest.mark.parametrize("size", SIZES)
async def test_what_can_be_read_is_saved_by_a_key_and_takes_the_damaged_ones_place(evening, size):
    backed_up(evening)
    log(evening, gait=3)
    without_its_first_page(evening)
    lying = diary_of(evening).read_bytes()
    async with evening.window(size) as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, RescueScreen))
        await pilot.press("s")
        await until(pilot, lambda: isinstance(pilot.app.screen, RestoreDialog))
        await until(pilot, lambda: "Of the journal nothing is lost" in evening.words)
        assert "1 night" in evening.words
        await pilot.press("y")
        await until(pilot, lambda: pilot.app.begins_anew)
    assert gait(evening) == 3
    home = diary_of(evening).parent
    assert [each.read_bytes() for each in home.glob("*.damaged-*")] == [lying]
    assert list(home.glob("*.saved-*")) == []
    assert "saved-" not in (home / "known-diaries.json").read_text()


async def test_what_was_saved_is_let_go_if_it_is_not_wanted(evening):
    log(evening, gait=3)
    without_its_first_page(evening)
    lying = diary_of(evening).read_bytes()
    async with evening.window() as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, RescueScreen))
        await pilot.press("s")
        await until(pilot, lambda: isinstance(pilot.app.screen, RestoreDialog))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, RescueScreen))
        await until(pilot, lambda: not list(diary_of(evening).parent.glob("*.saved-*")))
    assert diary_of(evening).read_bytes() == lying


async def test_where_nothing_can_be_read_the_key_says_so(evening):
    diary_of(evening).write_bytes(b"rubbish" * 1000)
    async with evening.window() as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, RescueScreen))
        await pilot.press("s")
        await until(pilot, lambda: "Nothing of a diary can be read" in evening.words)
        assert isinstance(pilot.app.screen, RescueScreen)


async def test_damage_that_is_found_while_it_is_open_offers_the_backups(evening):
    log(evening, gait=3)
    backed_up(evening)
    ruin(diary_of(evening), "clips")
    async with evening.window() as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, RescueScreen))
        await pilot.pause()
        await until(pilot, lambda: "go on looking" in evening.text)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, RestoreDialog))
        await pilot.press("y")
        await until(pilot, lambda: pilot.app.begins_anew)
    assert gait(evening) == 3


async def test_looking_on_at_a_damaged_diary_is_possible(evening):
    backed_up(evening)
    ruin(diary_of(evening), "clips")
    async with evening.window() as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, RescueScreen))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, DiaryScreen))


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of POSIX's")
def test_at_a_real_terminal_the_restored_diary_follows_at_once(evening):
    from on_a_pty import Terminal

    log(evening, gait=3)
    backed_up(evening)
    path = diary_of(evening)
    path.write_bytes(bytes(100) + path.read_bytes()[100:])
    terminal = Terminal(evening.environment)
    terminal.wait_for("The diary cannot be opened")
    terminal.settle()
    terminal.press("\r")
    terminal.wait_for("Restore this backup?")
    terminal.settle()
    terminal.press("y")
    terminal.wait_for("Restored: 1 night")
    terminal.end()
    assert gait(evening) == 3
