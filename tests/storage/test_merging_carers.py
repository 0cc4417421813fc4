"""What was written elsewhere comes into the diary whole or not at all, and only once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from on_disk import EVENING, HAMSTER, NIGHT, edit, home_of, new_diary, record, stamp

from hamdiary.domain.journal import Change, FieldChange, Ref, Stamp
from hamdiary.storage.checking import differences
from hamdiary.storage.conflicts import conflicts, conflicts_of, has_conflicts
from hamdiary.storage.diary import Diary
from hamdiary.storage.journal import Edit
from hamdiary.storage.marks import begin_generation, note_erased
from hamdiary.storage.merging import take_in, what_is_new
from hamdiary.storage.opening import open_diary
from hamdiary.storage.sorting_out import NotOurs, Taken, WroteTwice

ME, HER = "a1b2", "c3d4"


def all_of(diary: Diary) -> list[Change]:
    return diary.latest_changes(100_000)[::-1]


def carer(folder: Path, name: str) -> Diary:
    (folder / name).mkdir()
    return new_diary(folder / name)


def meet(one: Diary, other: Diary) -> tuple[Taken, Taken]:
    to_other = all_of(one)
    return take_in(one, all_of(other), own=ME), take_in(other, to_other, own=HER)


@pytest.fixture
def two(tmp_path: Path) -> Iterator[tuple[Diary, Diary]]:
    """Two carers' diaries that hold the same first night."""
    with carer(tmp_path, "mine") as mine, carer(tmp_path, "hers") as hers:
        mine.record(Edit("hamster", HAMSTER, {"name": "Biscuit"}), stamp(ME))
        record(mine, ME, gait=1, note="slept")
        take_in(hers, all_of(mine), becomes=mine.id)
        yield mine, hers


def test_a_new_diary_becomes_a_copy_of_the_one_it_takes_in(two: tuple[Diary, Diary]) -> None:
    mine, hers = two
    assert hers.id == mine.id
    assert hers.night(HAMSTER, EVENING) == mine.night(HAMSTER, EVENING)
    assert [each.evening for each in hers.search("slept")] == [EVENING]
    assert differences(hers) == []


def test_what_both_wrote_is_in_both_afterwards(two: tuple[Diary, Diary]) -> None:
    mine, hers = two
    record(mine, ME, ate="most")
    record(hers, HER, weight_g=118.4)
    meet(mine, hers)
    assert mine.night(HAMSTER, EVENING) == hers.night(HAMSTER, EVENING)
    assert mine.night(HAMSTER, EVENING).weight_g == 118.4
    assert all_of(mine) == all_of(hers)
    assert differences(mine) == differences(hers) == []


def test_taking_in_twice_changes_nothing(two: tuple[Diary, Diary]) -> None:
    mine, hers = two
    record(hers, HER, weight_g=118.4)
    assert len(take_in(mine, all_of(hers)).new) == 1
    before = all_of(mine)
    again = take_in(mine, all_of(hers))
    assert (again.new, again.known) == ([], len(before))
    assert all_of(mine) == before


def test_the_count_goes_on_above_what_came(two: tuple[Diary, Diary]) -> None:
    mine, hers = two
    for weight in range(100, 110):
        record(hers, HER, weight_g=weight)
    take_in(mine, all_of(hers))
    written = record(mine, ME, weight_g=120)
    assert written is not None and written.ref.lamport == 13


def test_a_field_written_on_both_sides_waits_for_a_person(two: tuple[Diary, Diary]) -> None:
    mine, hers = two
    record(mine, ME, gait=2)
    record(hers, HER, gait=4)
    taken, _ = meet(mine, hers)
    (question,) = taken.conflicts
    assert (question.kind, question.id, question.field) == ("night", NIGHT, "gait")
    assert question.values == (2, 4)
    assert [each.stamp.device for each in question.sides] == [ME, HER]
    assert conflicts(mine) == conflicts(hers) == [question]
    assert mine.night(HAMSTER, EVENING).gait == hers.night(HAMSTER, EVENING).gait == 4


def test_what_was_chosen_is_asked_no_more_anywhere(two: tuple[Diary, Diary]) -> None:
    mine, hers = two
    record(mine, ME, gait=2)
    record(hers, HER, gait=4)
    meet(mine, hers)
    record(mine, ME, gait=2)
    assert not has_conflicts(mine) and has_conflicts(hers, HAMSTER)
    meet(mine, hers)
    assert not has_conflicts(hers)
    assert hers.night(HAMSTER, EVENING).gait == 2


def test_undo_of_a_choice_asks_again(two: tuple[Diary, Diary]) -> None:
    mine, hers = two
    record(mine, ME, gait=2)
    record(hers, HER, gait=4)
    meet(mine, hers)
    record(mine, ME, gait=2)
    mine.undo(stamp(ME))
    assert [each.values for each in conflicts_of(mine, "night", NIGHT)] == [(2, 4)]
    assert mine.night(HAMSTER, EVENING).gait == 4
    assert has_conflicts(mine) and differences(mine) == []
    mine.redo(stamp(ME))
    assert not has_conflicts(mine)


def test_the_same_value_on_both_sides_is_no_question(two: tuple[Diary, Diary]) -> None:
    mine, hers = two
    record(mine, ME, gait=2, carer="LB")
    record(hers, HER, gait=2, carer="MM")
    meet(mine, hers)
    assert not has_conflicts(mine) and not has_conflicts(hers)


def test_notes_that_came_are_found_by_their_words(two: tuple[Diary, Diary]) -> None:
    mine, hers = two
    record(hers, HER, note="dragged the left leg")
    take_in(mine, all_of(hers))
    assert [night.evening for night in mine.search("dragged")] == [EVENING]
    assert mine.search("slept") == []
    assert differences(mine) == []


def test_a_night_that_was_cleared_elsewhere_is_cleared_here(two: tuple[Diary, Diary]) -> None:
    mine, hers = two
    record(hers, HER, gait=None, note=None)
    take_in(mine, all_of(hers))
    assert mine.nights(HAMSTER, EVENING, EVENING) == []
    assert differences(mine) == []


def test_one_change_with_two_contents_is_refused(two: tuple[Diary, Diary]) -> None:
    """A copied home writes under the same name."""
    mine, hers = two
    record(mine, ME, ate="most")
    record(hers, ME, ate="half")
    record(hers, ME, weight_g=118.4)
    before = all_of(mine)
    with pytest.raises(WroteTwice, match="two computers wrote under one name"):
        take_in(mine, all_of(hers))
    assert all_of(mine) == before and differences(mine) == []


def test_what_claims_to_be_from_here_but_is_not_is_refused(two: tuple[Diary, Diary]) -> None:
    mine, hers = two
    record(hers, ME, weight_g=118.4)
    with pytest.raises(NotOurs, match="was not written here"):
        take_in(mine, all_of(hers), own=ME)


def test_looking_at_what_is_new_takes_nothing(two: tuple[Diary, Diary]) -> None:
    mine, hers = two
    record(hers, HER, weight_g=118.4)
    before = all_of(mine)
    assert len(what_is_new(mine, all_of(hers)).new) == 1
    assert all_of(mine) == before


def change(lamport: int = 9, device: str = HER, /, kind: str = "night", **how: object) -> Change:
    fields = how.pop("fields", {"weight_g": FieldChange(118.4)})
    who = Stamp(device, *how.pop("at", ("2026-11-22T20:16:00Z", "Europe/Berlin", "MM")))
    return Change(Ref(lamport, device), who, kind, how.pop("id", NIGHT), fields, **how)


HOSTILE = {
    "a count beyond the file's": change(2**63),
    "a count that nothing leads to": change(5_000_000),
    "no count": change(0),
    "a count that is none": change(True),
    "a device with a stroke": change(9, "c3/d4"),
    "a device with a control": change(9, "c3\x1bd4"),
    "a time that is none": change(at=("2026-02-30T20:16:00Z", "UTC", None)),
    "a zone that is none": change(at=("2026-11-22T20:16:00Z", "Europe Berlin", None)),
    "initials that are a novel": change(at=("2026-11-22T20:16:00Z", "UTC", "M" * 99)),
    "initials with an escape": change(at=("2026-11-22T20:16:00Z", "UTC", "M\x1b[2J")),
    "an unknown kind's id": change(kind="Night; DROP"),
    "an id with a control": change(id=f"{HAMSTER}/2026-11-22\x00"),
    "an id with a lone surrogate": change(kind="outing", id=f"{HAMSTER}/\ud800"),
    "another hamster": change(id=f"h2/{EVENING}"),
    "no evening": change(id=f"{HAMSTER}/tonight"),
    "an evening in other letters": change(id=f"{HAMSTER}/20261122"),
    "an evening of the year 1": change(id=f"{HAMSTER}/0001-01-01"),
    "an evening at the end of all calendars": change(id=f"{HAMSTER}/9999-12-31"),
    "a time at the end of all calendars": change(at=("9999-12-31T23:59:59Z", "UTC", None)),
    "a course from the year 9999": change(
        kind="medicine", id=f"{HAMSTER}/m1", fields={"starts": FieldChange("9999-12-31")}
    ),
    "an outing of the year 1": change(
        kind="outing",
        id=f"{HAMSTER}/o1",
        fields={"started_utc": FieldChange("0001-01-01T00:00:00Z")},
    ),
    "a dose that was due in the year 9999": change(
        kind="dose", id=f"{HAMSTER}/m1/9999-12-31T21:00", fields={}
    ),
    "a dose without its time": change(kind="dose", id=f"{HAMSTER}/m1", fields={}),
    "a weight of nan": change(fields={"weight_g": FieldChange(float("nan"))}),
    "a weight without end": change(fields={"weight_g": FieldChange(float("inf"))}),
    "a weight below nothing": change(fields={"weight_g": FieldChange(-3.0)}),
    "a weight as text": change(fields={"weight_g": FieldChange("118.4")}),
    "a gait beyond the scale": change(fields={"gait": FieldChange(9)}),
    "a gait that is true": change(fields={"gait": FieldChange(True)}),
    "a number of 400 digits": change(fields={"weight_g": FieldChange(10**400)}),
    "a note with a lone surrogate": change(fields={"note": FieldChange("\ud800")}),
    "a note with an escape": change(fields={"note": FieldChange("\x1b]52;c;x\x07")}),
    "a note beyond measure": change(fields={"note": FieldChange("x" * 250_001)}),
    "over what is not there": change(fields={"ate": FieldChange("half", (Ref(3, "zz11"),))}),
    "over what comes after": change(fields={"ate": FieldChange("half", (Ref(11, ME),))}),
    "over another field's": change(fields={"ate": FieldChange("half", (Ref(1, ME),))}),
    "undoing what is not there": change(fields={}, undoes=Ref(4, HER)),
    "undoing and redoing": change(fields={}, undoes=Ref(1, ME), redoes=Ref(2, ME)),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_change_is_refused_whole(two: tuple[Diary, Diary], what: str) -> None:
    mine, _ = two
    before = all_of(mine)
    good = change(8, fields={"surface": FieldChange("fleece")})
    with pytest.raises(NotOurs, match="nothing was taken") as refused:
        take_in(mine, [good, HOSTILE[what]], own=ME)
    assert "\x1b" not in str(refused.value) and "\n" not in str(refused.value)
    assert all_of(mine) == before and differences(mine) == []


def test_a_good_change_beside_them_would_be_taken(two: tuple[Diary, Diary]) -> None:
    mine, _ = two
    good = [change(8), change(9, fields={"gait": FieldChange(2)})]
    assert len(take_in(mine, good, own=ME).new) == 2


def test_edits_in_words_of_the_writer_are_the_same_change(two: tuple[Diary, Diary]) -> None:
    """Another version may write the same fields in another order."""
    mine, _ = two
    mine.record(edit(ate="most", weight_g=118.4), stamp(ME))
    (last,) = mine.latest_changes(1)
    turned = Change(last.ref, last.stamp, last.kind, last.id, dict([*last.fields.items()][::-1]))
    assert take_in(mine, [turned]).known == 1


def test_a_hamster_that_was_erased_here_does_not_come_back(two: tuple[Diary, Diary]) -> None:
    mine, hers = two
    record(hers, HER, weight_g=118.4)
    with mine.file.writing() as conn:
        note_erased(conn, HAMSTER)
    taken = take_in(mine, all_of(hers), own=ME)
    assert (taken.new, taken.erased) == ([], 3)


def test_what_a_restore_took_away_here_comes_back_from_the_other_carer(
    two: tuple[Diary, Diary],
) -> None:
    mine, hers = two
    lost = change(3, ME)
    take_in(hers, [lost])
    with mine.file.writing() as conn:
        begin_generation(conn, 5)
    assert take_in(mine, all_of(hers), own=ME).new == [lost]
    written = record(mine, ME, ate="most")
    assert written is not None and written.ref.lamport == 6


def test_the_tables_of_litestream_disturb_nothing(two: tuple[Diary, Diary], tmp_path: Path) -> None:
    """Litestream itself is not here; these are its two tables, made by hand as it makes them."""
    mine, hers = two
    for sql in (
        "CREATE TABLE _litestream_seq (id INTEGER PRIMARY KEY, seq INTEGER)",
        "CREATE TABLE _litestream_lock (id INTEGER)",
        "INSERT INTO _litestream_seq VALUES (1, 7)",
    ):
        with mine.file.writing() as conn:
            conn.execute(sql)
    record(hers, HER, weight_g=118.4)
    meet(mine, hers)
    assert all_of(mine) == all_of(hers)
    assert differences(mine) == []
    mine.close()
    with open_diary(mine.path, home_of(tmp_path / "mine")) as again:
        assert record(again, ME, ate="most") is not None
        assert again.file.number("SELECT seq FROM _litestream_seq") == 7
