"""What another carer wrote comes in the background, and takes no key from who types."""

from datetime import date, timedelta

import pytest

from hamdiary.services.merging.joining import join
from hamdiary.services.merging.sending import send
from hamdiary.services.session import open_session
from hamdiary.services.settings_set import set_setting
from hamdiary.storage.journal import Edit
from hamdiary.tui.exchanging import Exchanging

NIGHTS = 300


@pytest.fixture
def folder(evening, tmp_path):
    """A watched folder with the bundle of a carer who has logged the better part of a year."""
    with evening.session() as session:
        path = send(session, tmp_path / "first.hamdiary").path
    theirs = {**evening.environment, "HAMDIARY_HOME": str(tmp_path / "MM"), "HAMDIARY_CARER": "MM"}
    synced = tmp_path / "synced"
    synced.mkdir()
    with join(theirs, None, path).session as session:
        (hamster,) = session.diary.hamsters()
        for back in range(1, NIGHTS + 1):
            night = f"{hamster.id}/{date(2026, 11, 22) - timedelta(back)}"
            session.diary.record(Edit("night", night, {"gait": back % 6}), session.stamp())
        send(session, synced)
    with evening.session() as session:
        set_setting(session.home, "merge.folder", str(synced))
    return synced


@pytest.fixture(autouse=True)
def _looks_when_told(monkeypatch):
    monkeypatch.setattr("hamdiary.tui.merge_actions.FIRST_LOOK", 3600.0)


async def test_no_key_is_lost_to_a_merge_while_a_note_is_typed(evening, folder, monkeypatch):
    monkeypatch.setattr("hamdiary.tui.exchanging.QUIET_FOR", 0.0)
    typed = ""
    async with evening.window() as pilot:
        screen = pilot.app.screen
        await pilot.press("n", "o", "k", "space")
        typed += "ok "
        Exchanging(screen).look()
        with open_session(evening.environment) as looking:
            while looking.diary.file.number("SELECT count(*) FROM nights") < NIGHTS:
                assert len(typed) < 5000, "it never came"
                await pilot.press(*"walks", "space")
                typed += "walks "
        await pilot.press(*"end")
        await pilot.press("enter")
        await pilot.pause()
    with evening.session() as session:
        (hamster,) = session.diary.hamsters()
        assert session.diary.night(hamster.id, session.tonight).note == f"{typed}end"


async def test_bundles_wait_until_nobody_types(evening, folder, monkeypatch):
    monkeypatch.setattr("hamdiary.tui.exchanging.QUIET_FOR", 3600.0)
    async with evening.window() as pilot:
        screen = pilot.app.screen
        await pilot.press("n", "a")
        Exchanging(screen).look()
        await pilot.pause(0.3)
        with open_session(evening.environment) as looking:
            assert looking.diary.file.number("SELECT count(*) FROM nights") < NIGHTS


async def test_who_writes_is_not_asked_while_somebody_writes(evening, folder, monkeypatch):
    monkeypatch.setattr("hamdiary.tui.exchanging.QUIET_FOR", 0.0)
    async with evening.window() as pilot:
        screen = pilot.app.screen
        await pilot.press("n", "x")
        Exchanging(screen).look()
        with open_session(evening.environment) as looking:
            while looking.diary.file.number("SELECT count(*) FROM nights") < NIGHTS:
                await pilot.pause(0.02)
        await pilot.pause(0.3)
        assert "Who writes" not in evening.text
        await pilot.press("enter")
        for _ in range(100):
            await pilot.pause(0.02)
            if "Who writes" in evening.text:
                break
        assert "Who writes" in evening.text


async def test_a_disk_that_is_nearly_full_is_said_once(evening, monkeypatch):
    monkeypatch.setattr("hamdiary.services.room.ROOM_WANTED", 10**18)
    monkeypatch.setattr("hamdiary.tui.safe_actions.CHECKED_AFTER", 0.01)
    monkeypatch.setattr("hamdiary.tui.safe_actions.ROOM_EVERY", 0.05)
    async with evening.window() as pilot:
        for _ in range(100):
            await pilot.pause(0.02)
            if "MB are free" in evening.text:
                break
        assert "MB are free" in evening.text
        await pilot.pause(0.3)
        assert len(pilot.app._notifications) == 1
