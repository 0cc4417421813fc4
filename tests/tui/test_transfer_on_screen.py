"""Export and import from the palette: asked, looked at, put right, and then done as a whole."""

import json
from threading import Event

import idle
import pytest
from evening import until

from hamdiary.services.recording import record_night
from hamdiary.services.report_file import Cancelled
from hamdiary.services.session import open_session
from hamdiary.services.transfer.import_beside import plan_beside
from hamdiary.services.transfer.json_out import diary_as_json
from hamdiary.services.transfer.plan import Options
from hamdiary.storage.everything import all_changes
from hamdiary.tui.deeds import transfer
from hamdiary.tui.dialogs.bringing_in import ImportDialog
from hamdiary.tui.dialogs.fields import FieldsDialog
from hamdiary.tui.dialogs.progress import ProgressDialog


@pytest.fixture
def home(monkeypatch, tmp_path):
    """A home folder of nobody's own."""
    folder = tmp_path / "owner"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    return folder


async def open_by_name(pilot, action):
    await pilot.app.screen.run_action(action)
    await pilot.pause()


async def import_of(pilot, folder, content, name="w.csv"):
    (folder / name).write_text(content, encoding="utf-8")
    await open_by_name(pilot, "screen.import")
    pilot.app.screen.query_one("#fields").edit(str(folder / name))
    await pilot.press("enter")
    await pilot.pause()
    await pilot.pause()


def weights(evening):
    with evening.session() as session:
        rows = session.diary.file.rows("SELECT evening, weight_g FROM nights ORDER BY evening")
        return [tuple(row) for row in rows]


async def test_the_palette_offers_both(evening):
    async with evening.window() as pilot:
        await pilot.press("ctrl+p")
        await pilot.pause()
        await pilot.press(*"import")
        await pilot.pause(0.5)
        assert "Import nights" in evening.text


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 18)])
async def test_the_diary_is_exported_where_nothing_is_yet(evening, home, size):
    (home / "biscuit-2026-11-22.json").write_text("mine")
    async with evening.window(size) as pilot:
        await open_by_name(pilot, "screen.export")
        await pilot.press("f10")
        await pilot.pause()
    assert (home / "biscuit-2026-11-22.json").read_text() == "mine"
    told = json.loads((home / "biscuit-2026-11-22-2.json").read_bytes())
    assert told["things"]["hamsters"][0]["name"] == "Biscuit"


async def test_the_ending_follows_the_format(evening, home):
    async with evening.window() as pilot:
        await open_by_name(pilot, "screen.export")
        await pilot.press("right", "right", "f10")
        await pilot.pause()
    assert [each.name for each in home.iterdir()] == ["biscuit-2026-11-22.csv"]


async def test_a_file_that_is_there_is_left_and_the_path_is_asked_for_again(evening, home):
    (home / "mine.json").write_text("mine")
    async with evening.window() as pilot:
        await open_by_name(pilot, "screen.export")
        await pilot.press("down")
        pilot.app.screen.query_one("#fields").edit(str(home / "mine.json"))
        await pilot.press("enter")
        await pilot.pause()
        assert "is there already" in evening.words
        assert "Export the diary" in evening.text
    assert (home / "mine.json").read_text() == "mine"


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 18)])
async def test_nights_are_looked_at_and_then_imported(evening, home, size):
    async with evening.window(size) as pilot:
        await import_of(pilot, home, "date,weight\n2026-11-20,117\n2026-11-21,118.4\n")
        assert "2 changes" in evening.text and "weight" in evening.text
        assert weights(evening) == []
        await pilot.press("f10")
        await pilot.pause()
    assert weights(evening) == [("2026-11-20", 117.0), ("2026-11-21", 118.4)]


async def test_escape_imports_nothing(evening, home):
    async with evening.window() as pilot:
        await import_of(pilot, home, "date,weight\n2026-11-20,117\n")
        await pilot.press("escape")
        await pilot.pause()
    assert weights(evening) == []


async def test_a_question_is_answered_in_the_list(evening, home):
    async with evening.window() as pilot:
        await import_of(pilot, home, "date,weight\n03/04/2026,117\n")
        assert "to be answered first" in evening.text
        await pilot.press("f10")
        await pilot.pause()
        while "▌   ○ “03/04/2026” is Wednesday" not in evening.text:
            await pilot.press("down")
        await pilot.press("enter")
        await pilot.pause()
        assert "1 change" in evening.text
        await pilot.press("f10")
        await pilot.pause()
    assert weights(evening) == [("2026-03-04", 117.0)]


async def test_a_column_is_put_right_in_the_list(evening, home):
    async with evening.window() as pilot:
        await import_of(pilot, home, "date,how heavy\n2026-11-20,4.2\n")
        assert "to be put right first" in evening.text
        while "▌   how heavy" not in evening.text:
            await pilot.press("down")
        await pilot.press("enter")
        await pilot.pause()
        while "▌ Weight in oz" not in evening.text:
            await pilot.press("w" if "▌ Weight" not in evening.text else "down")
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("y")
        await pilot.pause()
    assert weights(evening) == [("2026-11-20", 119.1)]


async def test_wrong_lines_are_listed_and_nothing_comes(evening, home):
    async with evening.window() as pilot:
        await import_of(pilot, home, "date,weight\n2026-11-20,117\n2026-02-30,118\n")
        assert "line 3: there is no such day" in evening.text
        await pilot.press("f10")
        await pilot.pause()
        assert "stands in its way" in evening.text
    assert weights(evening) == []


async def test_what_is_no_table_is_said_and_the_path_asked_for_again(evening, home):
    async with evening.window() as pilot:
        await import_of(pilot, home, '{"a": [/]', "w.json")
        assert "this is no JSON" in evening.text
        assert "Import" in evening.text
        await pilot.press("escape")
    assert weights(evening) == []


async def test_hostile_words_of_a_file_are_shown_as_they_are(evening, home):
    text = "date,note,[@click=app.quit]x[/]\n2026-11-20,[/] \x1b[2J,y\n"
    async with evening.window() as pilot:
        await import_of(pilot, home, text)
        assert "[@click=app.quit]" in evening.text
        assert "\x1b" not in evening.text
        await pilot.press("f10")
        await pilot.pause()
    with evening.session() as session:
        (row,) = session.diary.file.rows("SELECT note FROM nights")
        assert row["note"] == "[/]"


async def test_a_new_computer_begins_with_an_exported_diary(evening, opened, home, tmp_path):
    with evening.session() as session:
        (home / "b.json").write_bytes(diary_as_json(session))
    new = {**evening.environment, "HAMDIARY_HOME": str(tmp_path / "new")}
    app = opened(new)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("f3")
        await pilot.pause()
        app.screen.query_one("#fields").edit(str(home / "b.json"))
        await pilot.press("enter", "f10")
        await pilot.pause()
        assert app.screen.page.hamster.name == "Biscuit"
    app._start.close()
    with open_session(new) as other, evening.session() as session:
        assert all_changes(other.diary) == all_changes(session.diary)
        assert other.diary.id == session.diary.id


# A large file


@pytest.fixture
def exported(evening, tmp_path):
    """The same diary from another computer as JSON, with a weight."""
    there = tmp_path / "there"
    there.mkdir()
    (there / "diary.db").write_bytes((tmp_path / "home" / "diary.db").read_bytes())
    with open_session({**evening.environment, "HAMDIARY_HOME": str(there)}) as session:
        record_night(session, session.hamster(), session.tonight, {"weight_g": 118.4})
        return diary_as_json(session)


async def test_a_large_file_is_read_and_written_beside_the_window(
    evening, home, exported, monkeypatch
):
    monkeypatch.setattr(transfer, "LARGE", 10)
    async with evening.window() as pilot:
        await import_of(pilot, home, exported.decode(), "x.json")
        await until(pilot, lambda: isinstance(pilot.app.screen, ImportDialog))
        assert "1 change" in evening.text
        await pilot.press("f10")
        await until(pilot, lambda: "Imported: 1 change" in evening.text)
        await until(pilot, lambda: "118.4 g" in evening.text)
    assert weights(evening) == [("2026-11-22", 118.4)]


async def test_a_large_file_that_is_none_is_asked_for_again(evening, home, monkeypatch):
    monkeypatch.setattr(transfer, "LARGE", 10)
    async with evening.window() as pilot:
        await import_of(pilot, home, '{"format": "another", "x": [1, 2, 3]}', "x.json")
        await until(pilot, lambda: isinstance(pilot.app.screen, FieldsDialog))
        await until(pilot, lambda: "no diary of hamdiary" in evening.words)


async def test_while_a_large_file_is_read_nothing_else_can_be_begun_and_esc_ends_it(
    evening, home, exported, monkeypatch
):
    monkeypatch.setattr(transfer, "LARGE", 10)
    read, let_go = Event(), Event()

    def slowly(*arguments):
        read.set()
        let_go.wait(30)
        return plan_beside(*arguments)

    monkeypatch.setattr(transfer, "plan_beside", slowly)
    monkeypatch.setattr(idle, "AT_MOST", 0.1)  # the work waits for this test
    async with evening.window() as pilot:
        await import_of(pilot, home, exported.decode(), "x.json")
        await until(pilot, read.is_set)
        await pilot.press("3", "i", "ctrl+p", *"import", "enter")
        assert sum(isinstance(each, ProgressDialog) for each in pilot.app.screen_stack) == 1
        while not isinstance(pilot.app.screen, ProgressDialog):
            await pilot.press("escape")
        await pilot.press("escape")
        let_go.set()
        await until(pilot, lambda: isinstance(pilot.app.screen, FieldsDialog))
    assert weights(evening) == []


@pytest.mark.parametrize("looks", [0, 1])
def test_reading_ends_as_soon_as_it_is_not_wanted_any_more(evening, tmp_path, exported, looks):
    told = json.loads(exported)
    told["changes"] *= 2000
    (tmp_path / "x.json").write_text(json.dumps(told))
    shares = []
    with evening.session() as session, pytest.raises(Cancelled):
        plan_beside(
            session, tmp_path / "x.json", Options(), lambda share, _: shares.append(share),
            lambda: len(shares) > looks,
        )  # fmt: skip
    assert len(shares) == looks + 1
