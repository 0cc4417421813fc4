"""Clips and questions for the vet on the screens, by keys, with real files and a real viewer."""

import sqlite3
from datetime import date
from pathlib import Path

import pytest

from hamdiary.services import clips
from hamdiary.services import vet_questions as questions

TONIGHT = date(2026, 11, 22)
SIZES = ((120, 40), (80, 24), (60, 18), (45, 14), (200, 60))
TO_CLIPS = ("c", "tab", "tab", "tab", "tab")
TO_QUESTIONS = (*TO_CLIPS, "tab")


@pytest.fixture
def film(tmp_path):
    path = tmp_path / "left side.mp4"
    path.write_bytes(b"film")
    return path


def listed(evening):
    with evening.session() as session:
        return clips.clips(session, session.hamster())


def noted(evening):
    with evening.session() as session:
        return questions.vet_questions(session, session.hamster())


def add(evening, path, on=TONIGHT, **values):
    with evening.session() as session:
        new = clips.new_clip(session.hamster())
        typed = {"evening": on, "path": clips.path_typed(str(path)), **values}
        return clips.edit_clip(session, new, typed)


def ask(evening, words, **values):
    with evening.session() as session:
        new = questions.new_vet_question(session.hamster())
        return questions.edit_vet_question(session, new, {"question": words, **values})


async def test_a_clip_is_listed_from_care_by_a_dropped_path(evening, film):
    async with evening.window() as pilot:
        await pilot.press(*TO_CLIPS, "n", *f"'{film}'", "enter")
        await pilot.press("down", "1", *"21:30", "enter", *"drags", "enter", "escape")
        await pilot.pause()
        assert "left side.mp4" in evening.text and "drags" in evening.text
    (clip,) = listed(evening)
    assert (clip.path, clip.evening, clip.side) == (str(film), TONIGHT, "left")
    assert (clip.at, clip.remark) == ("21:30", "drags")


async def test_a_missing_file_is_asked_about_and_said_in_the_list(evening):
    async with evening.window() as pilot:
        await pilot.press(*TO_CLIPS, "n", *"/nowhere/a.mp4", "enter")
        await pilot.pause()
        assert "there is no such file now" in evening.text
        await pilot.press("k")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert "file missing" in evening.text
    assert [each.path for each in listed(evening)] == ["/nowhere/a.mp4"]


async def test_a_missing_file_can_be_typed_again(evening):
    async with evening.window() as pilot:
        await pilot.press(*TO_CLIPS, "n", *"/nowhere/a.mp4", "enter")
        await pilot.pause()
        await pilot.press("n", "escape", "escape")
        await pilot.pause()
    assert listed(evening) == []


async def test_a_clip_of_an_earlier_night_is_listed_from_the_diary(evening, film):
    async with evening.window() as pilot:
        with evening.session() as session:
            from hamdiary.services.recording import record_night

            for day in (20, 21, 22):
                record_night(session, session.hamster(), date(2026, 11, day), {"gait": 3})
        await pilot.press("d", "down", "p")
        await pilot.pause()
        assert "Clips of Sat 21 Nov" in evening.text
        assert "Film every time in the same way" in evening.text
        await pilot.press("a", *str(film), "enter", "escape")
        await pilot.pause()
        assert [each.evening for each in listed(evening)] == [date(2026, 11, 21)]
        await pilot.press("p")
        await pilot.pause()
        assert "left side.mp4" in evening.text
        await pilot.press("delete")
        await pilot.pause()
    assert listed(evening) == [] and film.exists()


async def test_a_clip_is_shown_by_the_systems_viewer_when_asked(evening, film, viewed):
    add(evening, film)
    async with evening.window() as pilot:
        await pilot.press(*TO_CLIPS, "w")
        await evening.app.workers.wait_for_complete()
        assert viewed.read_text() == str(film)
        film.unlink()
        await pilot.press("w")
        await evening.app.workers.wait_for_complete()
        await pilot.pause()
        assert "there is no such file now" in evening.text


async def test_a_clip_is_edited_forgotten_and_brought_back(evening, film):
    add(evening, film)
    async with evening.window() as pilot:
        await pilot.press(*TO_CLIPS, "enter", "down", "down", "4", "escape")
        await pilot.pause()
        assert listed(evening)[0].side == "behind"
        await pilot.press("delete")
        await pilot.pause()
        assert listed(evening) == []
        await pilot.press("ctrl+z")
        await pilot.pause()
    assert len(listed(evening)) == 1


async def test_a_question_is_noted_answered_and_leaves_the_open_ones(evening):
    async with evening.window() as pilot:
        await pilot.press(*TO_QUESTIONS, "n", *"How long should he rest?", "enter", "escape")
        await pilot.pause()
        assert "How long should he rest?" in evening.text and "1 to ask the vet" in evening.text
        await pilot.press("enter", "down", *"ten days", "enter", "escape")
        await pilot.pause()
        assert "Sun 22 Nov: ten days" in evening.text and "0 to ask" in evening.text
    (question,) = noted(evening)
    assert (question.answer, question.answered_on) == ("ten days", TONIGHT)


async def test_a_question_is_removed_and_brought_back(evening):
    ask(evening, "How long?")
    async with evening.window() as pilot:
        await pilot.press(*TO_QUESTIONS, "delete")
        await pilot.pause()
        assert noted(evening) == []
        await pilot.press("ctrl+z")
        await pilot.pause()
    assert len(noted(evening)) == 1


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_both_lists_are_reached_at_every_size_by_keys(evening, film, size):
    add(evening, film)
    ask(evening, "How long?")
    async with evening.window(size) as pilot:
        await pilot.press(*TO_CLIPS)
        await pilot.pause()
        assert "left side.mp4" in evening.text
        await pilot.press("tab")
        await pilot.pause()
        assert "How long?" in evening.text


async def test_a_click_on_a_title_brings_its_list_to_the_front(evening):
    ask(evening, "How long?")
    async with evening.window() as pilot:
        await pilot.press("c")
        await pilot.pause()
        rows = evening.text.splitlines()
        y = next(y for y, row in enumerate(rows) if "Questions 1" in row)
        await pilot.click(offset=(rows[y].index("Questions 1"), y))
        await pilot.pause()
        assert "How long?" in evening.text


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_names_and_words_full_of_tricks_do_no_harm(evening, size, tmp_path):
    odd = "[/]🐹‍👩 ハムスター [@click=app.quit]x[/] \u202e end \x1b[2J"
    path = tmp_path / odd.replace("/", "")
    path.write_bytes(b"")
    add(evening, path, remark=odd.replace("\x1b", "").replace("\u202e", ""))
    add(evening, "/nowhere/" + "x" * 300)
    ask(
        evening, odd.replace("\x1b", "").replace("\u202e", ""), answer="[/]\nmore", asked_on=TONIGHT
    )
    async with evening.window(size) as pilot:
        for keys in ((*TO_CLIPS,), ("enter",), ("escape", "tab"), ("enter",), ("escape", "p")):
            await pilot.press(*keys)
            await pilot.pause()
            assert "\x1b[2J" not in evening.text and "\u202e" not in evening.text
            widths = {len(row) for row in evening.text.splitlines() if row.isascii()}
            assert not widths or max(widths) <= size[0]
    with evening.session() as session:
        (known, _) = clips.clips(session, session.hamster())
        assert clips.presence(known).name == "THERE"


async def test_in_a_diary_for_reading_only_nothing_is_pretended(evening, film):
    add(evening, film)
    diary = Path(evening.environment["HAMDIARY_HOME"]) / "diary.db"
    with sqlite3.connect(diary) as newer:
        newer.execute("PRAGMA user_version = 99")
    async with evening.window() as pilot:
        await pilot.press(*TO_CLIPS, "delete")
        await pilot.pause()
        assert "left side.mp4" in evening.text and "for reading only" in evening.text
        await pilot.press("n", *str(film), "enter")
        await pilot.pause()
        assert "saved" not in evening.text.splitlines()[0]
