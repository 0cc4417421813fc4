"""The tables refuse what cannot be, whoever writes into them."""

import sqlite3
from pathlib import Path

import pytest
from on_disk import edit, new_diary, record, stamp

from hamdiary.domain.measures import columns_of, measures_of
from hamdiary.domain.night import Night
from hamdiary.storage.diary import Diary
from hamdiary.storage.errors import DiskTrouble
from hamdiary.storage.journal import Edit


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("gait", "'heavy'"),
        ("gait", "6"),
        ("gait", "-1"),
        ("gait", "2.5"),
        ("gait", "9223372036854775807"),
        ("gait", "'not_checked'"),
        ("weight_g", "'heavy'"),
        ("weight_g", "9e999"),
        ("weight_g", "-1"),
        ("weight_g", "5000.1"),
        ("weight_g", "x'00'"),
        ("droppings", "'runny'"),
        ("droppings", "3"),
        ("sign_tilt", "'maybe'"),
        ("sign_tilt", "1"),
        ("note", "''"),
        ("changed_utc", "NULL"),
        ("evening", "'22 November'"),
        ("hamster", "NULL"),
    ],
)
def test_a_bad_value_is_refused_from_any_program(tmp_path: Path, column: str, value: str) -> None:
    with new_diary(tmp_path) as diary:
        record(diary, gait=3, weight_g=118.4, note="slept", droppings="soft", sign_tilt="no")
        path = diary.path
    conn = sqlite3.connect(path)
    with pytest.raises(sqlite3.IntegrityError):
        conn.execute(f"UPDATE nights SET {column} = {value}")
    conn.close()


@pytest.mark.parametrize(
    "values", [{"gait": "heavy"}, {"gait": 6}, {"weight_g": -1.0}, {"note": ""}]
)
def test_a_bad_value_that_slips_through_leaves_no_trace_in_the_journal(
    diary: Diary, values: dict[str, int | float | str]
) -> None:
    with pytest.raises(DiskTrouble):
        diary.record(edit(**values), stamp())
    assert diary.latest_changes(9) == []


def test_a_night_without_a_date_is_refused(diary: Diary) -> None:
    with pytest.raises(DiskTrouble):
        diary.record(Edit("night", "h1/tomorrow", {"gait": 3}), stamp())


def test_every_table_of_ours_is_strict(diary: Diary) -> None:
    rows = diary.file.rows("SELECT name, strict FROM pragma_table_list WHERE type = 'table'")
    ours = {
        row["name"]: row["strict"] for row in rows if not row["name"].startswith(("sqlite", "_"))
    }
    indexes = {name for name in ours if name.startswith("notes_")}
    assert {name for name, strict in ours.items() if not strict} - indexes == set()
    assert {"changes", "nights", "hamsters", "drafts", "meta"} <= set(ours)


def test_a_moment_in_the_journal_is_utc_of_fixed_width(diary: Diary) -> None:
    with pytest.raises(DiskTrouble), diary.file.writing() as conn:
        conn.execute(
            "INSERT INTO changes (device, lamport, at_utc, zone, kind, id, fields) "
            "VALUES ('d', 1, '2026-11-22 21:00+01:00', 'UTC', 'night', 'x', '{}')"
        )


def test_a_number_in_the_journal_is_given_to_one_change_only(diary: Diary) -> None:
    record(diary, gait=3)
    with pytest.raises(DiskTrouble), diary.file.writing() as conn:
        conn.execute("INSERT INTO changes SELECT * FROM changes")


def test_every_measure_of_a_night_has_its_column(diary: Diary) -> None:
    present = {row["name"] for row in diary.file.rows("PRAGMA table_info(nights)")}
    assert {name for name, _ in columns_of(Night)} <= present


def test_the_view_for_curious_owners_reads_like_the_diary(diary: Diary) -> None:
    diary.record(Edit("hamster", "h1", {"name": "Clover"}), stamp())
    record(diary, gait=3, note="slept")
    (row,) = diary.file.rows("SELECT hamster, evening, gait, note FROM diary")
    assert tuple(row) == ("Clover", "2026-11-22", 3, "slept")


def test_the_view_has_all_that_a_night_declares_in_its_order(diary: Diary) -> None:
    columns = [row["name"] for row in diary.file.rows("PRAGMA table_info(diary)")]
    assert columns == ["hamster", "evening", *measures_of(Night)]


@pytest.mark.parametrize(
    ("answers", "shown"),
    [
        ({}, None),
        ({"sign_tilt": "no", "sign_sore": "not_checked"}, "none seen"),
        ({"sign_hunched": "yes", "sign_tilt": "no", "sign_cold": "yes"}, {"hunched", "cold"}),
    ],
)
def test_the_view_lists_the_signs_that_were_seen(
    diary: Diary, answers: dict[str, str], shown: str | set[str] | None
) -> None:
    diary.record(Edit("hamster", "h1", {"name": "Clover"}), stamp())
    record(diary, gait=3, **answers)
    (row,) = diary.file.rows("SELECT signs FROM diary")
    assert (set(row["signs"].split(", ")) if isinstance(shown, set) else row["signs"]) == shown
