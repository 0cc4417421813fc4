"""Searching notes finds what is in them, and no input makes it fail."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from on_disk import edit, new_diary, record, reopened, stamp

from hamdiary.storage.checking import differences
from hamdiary.storage.diary import Diary

NOTES = {
    1: "Slept long, then walked the whole fleece.",
    2: "Café visit; the waiter's crème brûlée was not for him.",
    3: "今日はよく食べて、左足で毛布を押していました。",
    4: "أكل جيداً الليلة",
    5: 'Ate 100% of it [/] "all", 5_000 crumbs \\ left',
    6: "วันนี้เดินได้ดี",
    7: "Straße überquert. Ёлка.",
    8: "new food: chicory",
}


def thing(day: int) -> str:
    return f"h1/2026-11-{day:02}"


@pytest.fixture(scope="module")
def noted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Diary]:
    """A diary with these notes, for tests that only read."""
    with new_diary(tmp_path_factory.mktemp("noted")) as diary:
        for day, note in NOTES.items():
            diary.record(edit(thing(day), note=note), stamp())
        yield diary


def found(diary: Diary, words: str, hamster: str | None = None) -> list[int]:
    return [night.evening.day for night in diary.search(words, hamster)]


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("fleece", [1]),
        ("FLEECE", [1]),
        ("flee", [1]),
        ("walked slept", [1]),
        ("walked chicory", []),
        ("cafe", [2]),
        ("CRÈME BRULEE", [2]),
        ("visit; the", [2]),
        ("食べ", [3]),
        ("毛布", [3]),
        ("左足 毛布", [3]),
        ("左足 犬", []),
        ("الليلة", [4]),
        ("เดิน", [6]),
        ("100%", [5]),
        ("00%", [5]),
        ("[/]", [5]),
        ("5_000", [5]),
        ("\\", [5]),
        ("uberquert", [7]),
        ("ёлка", [7]),
        ("food:", [8]),
        ("nothing like it", []),
    ],
)
def test_a_search_finds_the_nights(noted: Diary, words: str, days: list[int]) -> None:
    assert found(noted, words) == days


@pytest.mark.parametrize(
    "words",
    [
        "", " ", '"', '""', "'", "(", ")", "*", "^", "+", "-", ":", "NOT", "AND", "OR", "NEAR",
        "NEAR(", "note:", "a AND", "NOT a", "a*b", '"unclosed', "a\0b", "\0", "%", "_", "__",
        "\\", "\ud83d", "x\ud800y", "💥", "\x1b[2J", "'; DROP TABLE nights", "-- ", "{a b}",
        "a" * 100_000, "a " * 50_000, "%" * 60_000, "食" * 60_000, "\u0301\u0301", "\ufeff",
    ],
)  # fmt: skip
def test_no_search_fails(noted: Diary, words: str) -> None:
    assert isinstance(found(noted, words), list)


@given(st.text(max_size=60))
@settings(max_examples=300, deadline=None)
def test_no_search_that_can_be_typed_fails(noted: Diary, words: str) -> None:
    found(noted, words)


@given(st.sampled_from(sorted(NOTES)), st.data())
@settings(max_examples=100, deadline=None)
def test_every_word_that_can_be_seen_in_a_note_is_found(
    noted: Diary, day: int, data: st.DataObject
) -> None:
    word = data.draw(st.sampled_from(NOTES[day].split()))
    assert day in found(noted, word)


def test_an_empty_search_finds_nothing(noted: Diary) -> None:
    assert found(noted, "") == found(noted, "  ") == []


def test_the_newest_night_comes_first_and_a_limit_holds(diary: Diary) -> None:
    for day in (3, 9, 5):
        diary.record(edit(thing(day), note="slept"), stamp())
    assert found(diary, "slept") == [9, 5, 3]
    assert [night.evening.day for night in diary.search("slept", limit=2)] == [9, 5]


def test_a_search_can_stay_with_one_hamster(diary: Diary) -> None:
    diary.record(edit("h1/2026-11-01", note="slept"), stamp())
    diary.record(edit("h2/2026-11-02", note="slept"), stamp())
    assert found(diary, "slept", "h2") == [2]
    assert found(diary, "lep", "h2") == [2]


def test_a_changed_note_is_found_by_its_new_words_only(diary: Diary) -> None:
    record(diary, note="slept")
    record(diary, note="walked")
    assert (found(diary, "slept"), found(diary, "walked")) == ([], [22])


def test_a_note_that_was_cleared_or_undone_is_not_found_until_it_is_back(diary: Diary) -> None:
    record(diary, gait=3, note="slept")
    record(diary, note=None)
    assert found(diary, "slept") == []
    diary.undo(stamp())
    assert found(diary, "slept") == [22]
    diary.undo(stamp())
    assert found(diary, "slept") == []
    diary.redo(stamp())
    assert found(diary, "slept") == [22]


def test_a_deleted_night_is_not_found_until_it_is_back(diary: Diary) -> None:
    record(diary, gait=3, note="slept")
    record(diary, gait=None, note=None)
    diary.record(edit(thing(1), note="walked"), stamp("dev2"))
    assert found(diary, "slept") == [] and found(diary, "walked") == [1]
    diary.undo(stamp())
    assert found(diary, "slept") == [22] and found(diary, "walked") == [1]
    assert differences(diary) == []


def test_the_index_is_right_after_the_file_was_vacuumed(tmp_path: Path) -> None:
    with new_diary(tmp_path) as diary:
        for day in range(1, 29):
            diary.record(edit(thing(day), note=f"word{day}x"), stamp())
        for day in range(1, 29, 2):
            diary.record(edit(thing(day), note=None), stamp())
        diary.file.rows("VACUUM")
    with reopened(tmp_path) as diary:
        assert [found(diary, f"word{day}x") for day in (1, 2, 27, 28)] == [[], [2], [], [28]]
        assert differences(diary) == []


def test_a_search_returns_whole_nights(noted: Diary) -> None:
    (night,) = noted.search("chicory")
    assert (night.evening, night.note) == (date(2026, 11, 8), NOTES[8])
