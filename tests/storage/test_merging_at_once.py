"""While much is merged, others go on writing: they wait a little, and nothing of theirs is lost."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from threading import Thread

import pytest
from on_disk import EVENING, HAMSTER, LONG, edit, home_of, new_diary, record, stamp

from hamdiary.domain.journal import Change, FieldChange, Ref, Stamp, Stored
from hamdiary.storage.bulk import roomy
from hamdiary.storage.checking import differences
from hamdiary.storage.connection import DiaryFile
from hamdiary.storage.diary import Diary
from hamdiary.storage.journal import Edit
from hamdiary.storage.lock import locked
from hamdiary.storage.merging import Ready, look, take_in, take_into
from hamdiary.storage.opening import open_diary
from hamdiary.storage.rows import night_id

HER, NIGHTS = "c3d4", 1_500


def her_change(number: int, evening: date, **values: Stored) -> Change:
    return Change(
        Ref(number, HER),
        Stamp(HER, "2025-06-17T21:00:00Z", "Europe/Berlin", None),
        "night",
        night_id(HAMSTER, evening),
        {name: FieldChange(value) for name, value in values.items()},
    )


HER_NIGHTS = [
    her_change(2 * n + both + 10, EVENING - timedelta(days=n + 1), **values)
    for n in range(NIGHTS)
    for both, values in enumerate(({"gait": n % 6, "note": f"night {n}"}, {"ate": "most"}))
]
"""What she has written of the nights before this one: more than comes in row by row."""


@pytest.fixture
def diary(tmp_path: Path) -> Iterator[Diary]:
    with new_diary(tmp_path) as mine:
        mine.record(Edit("hamster", HAMSTER, {"name": "Biscuit"}), stamp())
        yield mine


def all_shown(diary: Diary) -> list[tuple[object, ...]]:
    rows = diary.file.rows("SELECT id, gait, ate, note, weight_g FROM nights ORDER BY id")
    return [*map(tuple, rows)]


def test_who_types_during_a_large_merge_waits_and_loses_nothing(
    tmp_path: Path, diary: Diary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locked.__wrapped__, "__defaults__", LONG)  # type: ignore[attr-defined]
    failed: list[BaseException] = []

    def merge() -> None:
        try:
            with open_diary(diary.path, home_of(tmp_path)) as other:
                take_in(other, HER_NIGHTS)
        except BaseException as error:  # noqa: BLE001
            failed.append(error)

    merging = Thread(target=merge)
    merging.start()
    typed = []
    while merging.is_alive() or not typed:
        typed.append(float(20 + len(typed)))
        record(diary, weight_g=typed[-1])
    merging.join()
    assert failed == []
    weights = [each.fields["weight_g"].to for each in diary.latest_changes(100_000)
               if "weight_g" in each.fields]  # fmt: skip
    assert weights[::-1] == typed
    assert diary.file.number("SELECT count(*) FROM nights") == NIGHTS + 1
    assert differences(diary) == []


def test_rows_are_made_ready_while_another_one_writes(diary: Diary) -> None:
    before = diary.latest_changes(9)
    with locked(diary.path), closing(DiaryFile(diary.path)) as another:
        another.rows("BEGIN IMMEDIATE")
        with roomy(diary.file), diary.file.aside() as conn:
            Ready(conn, look(diary, HER_NIGHTS))
        another.rows("ROLLBACK")
    assert diary.latest_changes(9) == before


def test_what_was_made_ready_is_made_anew_if_something_was_written_meanwhile(
    diary: Diary,
) -> None:
    with roomy(diary.file):
        with diary.file.aside() as conn:
            ready = Ready(conn, look(diary, HER_NIGHTS))
        diary.record(edit(night_id(HAMSTER, EVENING - timedelta(days=3)), weight_g=118.4), stamp())
        with diary.file.writing() as conn:
            take_into(conn, HER_NIGHTS, ready=ready)
    assert diary.night(HAMSTER, EVENING - timedelta(days=3)).weight_g == 118.4
    assert diary.night(HAMSTER, EVENING - timedelta(days=3)).gait == 2
    assert differences(diary) == []


def test_much_that_comes_at_once_shows_what_it_shows_coming_bit_by_bit(
    tmp_path: Path, diary: Diary
) -> None:
    record(diary, gait=1, note="slept")
    (tmp_path / "b").mkdir()
    with new_diary(tmp_path / "b") as other:
        take_in(other, diary.latest_changes(9)[::-1])
        take_in(diary, HER_NIGHTS)
        for first in range(0, len(HER_NIGHTS), 500):
            take_in(other, HER_NIGHTS[first : first + 500])
        assert all_shown(other) == all_shown(diary)
        assert differences(other) == differences(diary) == []
        assert other.search("night 77")[0].evening == diary.search("night 77")[0].evening


def test_nothing_that_was_made_ready_stays_behind(diary: Diary) -> None:
    take_in(diary, HER_NIGHTS)
    assert diary.file.rows("SELECT name FROM sqlite_temp_schema") == []
    assert diary.file.number("PRAGMA temp_store") == 0
