"""The vet report on the screen: choosing, reading, asking, writing, and looking at it."""

import json
import sqlite3
from datetime import date, timedelta
from pathlib import Path
from threading import Event

import idle
import pytest
from evening import until
from textual import events

from hamdiary.services import happening, recording
from hamdiary.services import vet_questions as questions
from hamdiary.services.report_beside import write_beside
from hamdiary.services.report_choice import Choice, remembered
from hamdiary.services.report_file import Cancelled
from hamdiary.tui.dialogs.fields import AskForm, FieldsDialog
from hamdiary.tui.dialogs.progress import ProgressDialog
from hamdiary.tui.widgets.report_cards import FileCard, PreviewCard

TONIGHT = date(2026, 11, 22)
SIZES = ((120, 40), (100, 30), (80, 24), (60, 18), (45, 14), (200, 60))


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The owner's documents."""
    documents = tmp_path / "owner" / "Documents"
    documents.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(tmp_path / "owner"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "owner" / ".config"))
    monkeypatch.delenv("XDG_DOCUMENTS_DIR", raising=False)
    return documents


def fill(evening, nights=40):
    with evening.session() as session:
        hamster = session.hamster()
        recording.record_hamster(session, hamster, {"onset": date(2026, 11, 9)})
        for back in range(nights):
            on = TONIGHT - timedelta(days=back)
            note = "[/] Gut gefressen ハムスター" if back == 2 else None
            recording.record_night(
                session, hamster, on, {"gait": 3, "weight_g": 98.0 + back % 3, "note": note}
            )
        visit = {"what": "vet_visit", "on_day": date(2026, 11, 16)}
        happening.add_happening(session, hamster, visit)


def ask(evening, words):
    with evening.session() as session:
        new = questions.new_vet_question(session.hamster())
        return questions.edit_vet_question(session, new, {"question": words})


async def settled(pilot, evening):
    """Let the preview be built."""
    await pilot.pause(0.1)
    await evening.app.workers.wait_for_complete()
    await pilot.pause()


async def opened(pilot, evening, key="v"):
    await pilot.press(key)
    await until(pilot, lambda: evening.app.screen.view.id == "report")
    await until(pilot, lambda: evening.app.screen.view.is_mounted)
    await settled(pilot, evening)


def preview(evening):
    card = evening.app.screen.query_one(PreviewCard)
    width = max(20, card.size.width - 5)
    return "\n".join(row.line.plain for row in card.rows(width))


async def test_the_report_of_the_last_thirty_nights_is_read_at_once(evening):
    fill(evening)
    ask(evening, "How long should he rest?")
    async with evening.window() as pilot:
        await opened(pilot, evening)
        assert "30 of 30 nights recorded" in evening.text
        page = preview(evening)
        for words in ("Biscuit", "Syrian hamster (Mesocricetus auratus)", "Please look at first",
                      "Last 14 nights against the 14 before", "Gait (0–5)", "Night by night",
                      "1. How long should he rest?", "[/] Gut gefressen ハムスター",
                      "not clinical findings"):  # fmt: skip
            assert words in page, words


@pytest.mark.parametrize(
    ("key", "first", "nights"),
    [("1", "9 Nov", 14), ("3", "14 Oct", 40), ("4", "16 Nov", 7), ("5", "9 Nov", 14)],
)
async def test_a_digit_chooses_the_nights(evening, key, first, nights):
    fill(evening)
    async with evening.window() as pilot:
        await opened(pilot, evening)
        await pilot.press(key)
        await settled(pilot, evening)
        assert f"of {nights} nights recorded" in evening.text
        assert first in preview(evening)


async def test_other_nights_are_typed(evening):
    fill(evening)
    async with evening.window() as pilot:
        await opened(pilot, evening)
        await pilot.press("6", *"1 Nov", "enter", *"10 Nov", "enter")
        await settled(pilot, evening)
        assert "10 of 10 nights recorded" in evening.text
        assert "1 Nov – 10 Nov" in evening.text


async def test_a_period_that_cannot_be_is_said_in_place_of_the_report(evening):
    async with evening.window() as pilot:
        await opened(pilot, evening)
        assert "no visit yet" in evening.text
        await pilot.press("4")
        await settled(pilot, evening)
        assert "No visit to the vet is recorded" in " ".join(preview(evening).split())


async def test_parts_are_left_out_and_taken_in_again(evening):
    fill(evening)
    async with evening.window() as pilot:
        await opened(pilot, evening)
        for number, words in ((2, "against the 14 before"), (8, "Night by night")):
            assert words in preview(evening)
            await pilot.press("tab", str(number))
            await settled(pilot, evening)
            assert words not in preview(evening) and "8 of 9" in evening.text
            await pilot.press("enter")
            await settled(pilot, evening)
            assert words in preview(evening) and "9 of 9" in evening.text
            await pilot.press("shift+tab")


async def test_the_choice_is_remembered_for_each_hamster_on_this_device(evening):
    fill(evening)
    async with evening.window() as pilot:
        await opened(pilot, evening)
        await pilot.press("1", "tab", "3")
        await settled(pilot, evening)
    async with evening.window() as pilot:
        await opened(pilot, evening)
        assert "14 of 14 nights recorded" in evening.text and "8 of 9" in evening.text


LANGUAGE = ("tab", "tab", "tab")
"""From the nights to the card of the language."""


async def test_a_vet_who_reads_german_gets_a_german_page_and_the_screen_stays_english(
    evening, folder
):
    fill(evening)
    async with evening.window() as pilot:
        await opened(pilot, evening)
        assert "◉ 1 English" in evening.text and "as this screen" in evening.text
        await pilot.press(*LANGUAGE, "2")
        await settled(pilot, evening)
        assert "◉ 2 Deutsch" in evening.text and "30 of 30 nights recorded" in evening.text
        page = preview(evening)
        for words in ("Goldhamster (Mesocricetus auratus)", "Bitte zuerst ansehen",
                      "Letzte 14 Nächte gegen die 14 davor", "Nacht für Nacht",
                      "98,0"):  # fmt: skip
            assert words in page, words
        for words in ("Please look", "nights", "Night by night", "98.0"):
            assert words not in page, words
        place = await written(pilot, evening, "3")
        assert "## Bitte zuerst ansehen" in place.read_text(encoding="utf-8")
        page = await written(pilot, evening, "2")
        assert '<html lang="de">' in page.read_text(encoding="utf-8")
        data = await written(pilot, evening, "4")
        assert "Bitte" not in data.read_text(encoding="utf-8")
        assert "Which nights" in evening.text and "◉ 2 Deutsch" in evening.text


async def test_the_language_is_chosen_by_arrows_too_and_taken_back(evening, folder):
    fill(evening)
    async with evening.window() as pilot:
        await opened(pilot, evening)
        await pilot.press(*LANGUAGE, "down", "enter")
        await settled(pilot, evening)
        assert "Bitte zuerst ansehen" in preview(evening)
        await pilot.press("up", "space")
        await settled(pilot, evening)
        assert "Please look at first" in preview(evening)
        place = await written(pilot, evening, "3")
        assert "## Please look at first" in place.read_text(encoding="utf-8")


async def test_the_language_is_remembered_for_each_hamster(evening):
    fill(evening)
    with evening.session() as session:
        recording.record_hamster(session, recording.new_hamster(), {"name": "Mochi"})
        mochi = next(each for each in session.diary.hamsters() if each.name == "Mochi")
        biscuit = next(each for each in session.diary.hamsters() if each.name == "Biscuit")
    async with evening.window() as pilot:
        await opened(pilot, evening)
        evening.app.screen.open_diary_of(biscuit)
        await settled(pilot, evening)
        await pilot.press(*LANGUAGE, "2")
        await settled(pilot, evening)
        evening.app.screen.open_diary_of(mochi)
        await settled(pilot, evening)
        assert "◉ 1 English" in evening.text and "Please look at first" in preview(evening)
    async with evening.window() as pilot:
        await opened(pilot, evening)
        evening.app.screen.open_diary_of(biscuit)
        await settled(pilot, evening)
        assert "◉ 2 Deutsch" in evening.text and "Bitte zuerst ansehen" in preview(evening)


def test_a_language_that_nobody_speaks_any_more_is_as_if_never_chosen(evening):
    with evening.session() as session:
        told = {"kind": "nights", "nights": 14, "first": None, "last": None, "without": [],
                "as": "md"}  # fmt: skip
        for odd in ({"in": "xx"}, {"in": 7}, {"in": []}, {}):
            name = f"report:{session.hamster().id}"
            session.diary.remember(session.device, name, json.dumps({**told, **odd}))
            known = remembered(session, session.hamster())
            assert (known.language, known.period.nights, known.target) == (None, 14, "md")


async def test_the_choice_of_a_language_is_found_by_its_name_in_the_palette(evening):
    fill(evening)
    async with evening.window((80, 24)) as pilot:
        await pilot.press("ctrl+p", *"another language")
        await until(pilot, lambda: "Report in another language" in evening.text)
        await pilot.press("enter")
        await until(pilot, lambda: evening.app.screen.view.id == "report")
        await until(pilot, lambda: evening.app.screen.view.is_mounted)
        await settled(pilot, evening)
        await pilot.press("2")
        await settled(pilot, evening)
        assert "◉ 2 Deutsch" in evening.text and "Bitte zuerst ansehen" in preview(evening)


async def test_a_remembered_choice_that_cannot_be_read_is_as_if_never_made(evening):
    fill(evening)
    with evening.session() as session:
        for odd in ("", "[]", '{"kind": "x"}', '{"kind": "nights", "nights": 0}', "\ud7ff{"):
            name = f"report:{session.hamster().id}"
            session.diary.remember(session.device, name, odd)
            assert remembered(session, session.hamster()) == Choice()


async def test_a_question_is_noted_in_place_and_stands_in_the_report(evening):
    fill(evening)
    async with evening.window() as pilot:
        await opened(pilot, evening)
        await pilot.press("tab", "tab", "n", *"Which bedding?", "enter", "escape")
        await settled(pilot, evening)
        assert "1. Which bedding?" in preview(evening)
        await pilot.press("enter", "down", *"fleece", "enter", "escape")
        await settled(pilot, evening)
        assert "Which bedding?" not in preview(evening)
    with evening.session() as session:
        (known,) = questions.vet_questions(session, session.hamster())
        assert known.answer == "fleece"


async def asked(pilot, evening, digit, *where):
    """Answer the dialog that asks as what and where to."""
    await pilot.press("w")
    await until(pilot, lambda: isinstance(evening.app.screen, FieldsDialog))
    await pilot.press(digit)
    if where:
        evening.app.screen.focused.post_message(events.Paste("".join(where)))
    dialog = evening.app.screen
    await pilot.press("enter")
    await until(pilot, lambda: evening.app.screen is not dialog)


async def written(pilot, evening, digit, *where):
    await asked(pilot, evening, digit, *where)
    await until(pilot, lambda: evening.app.screen is evening.app.screen_stack[0])
    await settled(pilot, evening)
    return evening.app.screen.query_one(FileCard).written


@pytest.mark.parametrize(
    ("digit", "name", "start"),
    [("1", "biscuit-2026-11-22.pdf", b"%PDF-"), ("2", "biscuit-2026-11-22.html", b"<!"),
     ("3", "biscuit-2026-11-22.md", b"# Biscuit"), ("4", "biscuit-2026-11-22.json", b"{"),
     ("5", "biscuit-nights.csv", b"\xef\xbb\xbf"), ("6", "biscuit-tables.zip", b"PK"),
     ("7", "biscuit-diary.json", b"{")],
)  # fmt: skip
async def test_it_is_written_in_every_format_and_named(evening, folder, digit, name, start):
    fill(evening)
    async with evening.window() as pilot:
        await opened(pilot, evening)
        place = await written(pilot, evening, digit)
        assert place == folder / name
        assert place.read_bytes().startswith(start)
        assert name in evening.text
    assert list(folder.iterdir()) == [place]


async def test_no_file_is_replaced_unasked(evening, folder):
    fill(evening)
    async with evening.window() as pilot:
        await opened(pilot, evening)
        first = await written(pilot, evening, "3")
        second = await written(pilot, evening, "3")
        assert second == folder / "biscuit-2026-11-22-2.md"
        kept = folder / "mine.md"
        kept.write_text("mine", encoding="utf-8")
        await asked(pilot, evening, "3", str(kept))
        await pilot.pause()
        assert f"{kept.name}isthere" in evening.letters_in("#question")
        await pilot.press("enter")
        await pilot.pause()
        assert kept.read_text(encoding="utf-8") == "mine" and first.exists()
        await asked(pilot, evening, "3", str(kept))
        await pilot.pause()
        await pilot.press("k")
        await settled(pilot, evening)
        assert kept.read_text(encoding="utf-8").startswith("# Biscuit")


@pytest.mark.parametrize(
    ("typed", "words"),
    [("/proc/biscuit.md", "cannot write"), ("/nowhere/at/all.md", "cannot write"),
     ("/dev/full/x.md", "cannot write"), ("/tmp/biscuit.docx", "end in .md"),
     ("/tmp/" + "x" * 300, "no name")],
)  # fmt: skip
async def test_what_cannot_be_written_is_one_clear_line(evening, folder, typed, words):
    fill(evening)
    async with evening.window() as pilot:
        await opened(pilot, evening)
        await asked(pilot, evening, "3", typed)
        await until(pilot, lambda: isinstance(evening.app.screen, FieldsDialog))
        await pilot.pause()
        told = evening.app.screen.query_one(AskForm).trouble
        assert words in told.casefold()
        assert "Traceback" not in told and "\n" not in told
        assert list(folder.iterdir()) == []


async def test_the_written_file_is_shown_by_the_systems_viewer(evening, folder, viewed):
    fill(evening)
    async with evening.window() as pilot:
        await opened(pilot, evening)
        await pilot.press("l")
        await pilot.pause()
        assert "Nothing is written yet" in evening.text and not viewed.exists()
        place = await written(pilot, evening, "3")
        await pilot.press("l")
        await settled(pilot, evening)
        assert viewed.read_text() == str(place)
        place.unlink()
        await pilot.press("l")
        await settled(pilot, evening)
        assert "not there any more" in evening.text


async def test_a_diary_for_reading_only_is_reported_too(evening, folder):
    fill(evening)
    diary = Path(evening.environment["HAMDIARY_HOME"]) / "diary.db"
    with sqlite3.connect(diary) as newer:
        newer.execute("PRAGMA user_version = 99")
    async with evening.window() as pilot:
        await opened(pilot, evening)
        await pilot.press("1")
        await settled(pilot, evening)
        assert "14 of 14 nights recorded" in evening.text
        assert (await written(pilot, evening, "3")).read_text(encoding="utf-8")


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_every_card_is_reached_by_tab_at_every_size(evening, size):
    fill(evening)
    ask(evening, "How long?")
    async with evening.window(size) as pilot:
        await opened(pilot, evening)
        seen = evening.text
        for _ in range(4):
            await pilot.press("tab")
            await pilot.pause()
            seen += evening.text
        for words in (
            "last 14 nights",
            "Please look at first",
            "How long?",
            "2 Deutsch",
            "Biscuit",
        ):
            assert words in seen, words
        widths = {len(row) for row in evening.text.splitlines() if row.isascii()}
        assert not widths or max(widths) <= size[0]


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_whole_preview_fits_and_has_an_end(evening, size):
    fill(evening)
    async with evening.window(size) as pilot:
        await opened(pilot, evening)
        await pilot.press("shift+tab", "end")
        await pilot.pause()
        card = evening.app.screen.query_one(PreviewCard)
        room = card.size.width - 5
        assert all(row.line.width <= room for row in card.rows(room))
        assert "ring a vet now" in evening.words
        await pilot.press("home")
        await pilot.pause()
        assert card.first == 0


@pytest.mark.parametrize("way", ["v", "f6", "mouse", "palette"])
async def test_the_view_is_reached_by_letter_key_mouse_and_palette(evening, way):
    async with evening.window() as pilot:
        if way == "mouse":
            row = evening.text.splitlines()[0]
            await pilot.click(offset=(row.index("Vet report"), 0))
        elif way == "palette":
            await pilot.press("ctrl+p", *"vet report")
            await pilot.pause(0.3)
            await pilot.press("enter")
        else:
            await pilot.press(way)
        await settled(pilot, evening)
        assert evening.app.screen.view.id == "report"


async def test_work_that_takes_long_shows_how_far_it_is_and_can_be_stopped(evening, monkeypatch):
    monkeypatch.setattr(idle, "AT_MOST", 0.1)  # this work ends only when it is told to

    def work(step, stopped):
        step(0.35, "reading the nights")
        while not stopped():
            Event().wait(0.01)
        raise Cancelled

    ended = []
    async with evening.window() as pilot:
        evening.app.push_screen(ProgressDialog("Writing", work), ended.append)
        await until(pilot, lambda: "35 %" in evening.text)
        assert "35 %" in evening.text and "reading the nights" in evening.text
        await pilot.press("escape")
        await until(pilot, lambda: ended == [None])


def test_a_report_that_is_not_wanted_any_more_leaves_no_file(evening, folder):
    fill(evening, 3)
    with evening.session() as session:
        for target in ("pdf", "md", "tables"):
            told = []
            with pytest.raises(Cancelled):
                write_beside(
                    session, session.hamster(), Choice().options, target, folder / "x.md", False,
                    lambda share, what, told=told: told.append(share), lambda: True,
                )  # fmt: skip
    assert list(folder.iterdir()) == []


async def test_another_hamster_has_its_own_report(evening):
    fill(evening)
    with evening.session() as session:
        recording.record_hamster(session, recording.new_hamster(), {"name": "Mochi"})
        mochi = next(each for each in session.diary.hamsters() if each.name == "Mochi")
    async with evening.window() as pilot:
        await opened(pilot, evening)
        evening.app.screen.open_diary_of(mochi)
        await settled(pilot, evening)
        assert preview(evening).startswith("Mochi")
