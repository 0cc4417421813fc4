"""Foreign changes: a set union, replayed; what cannot be a change is refused as a whole."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from on_disk import HAMSTER, NIGHT, edit, new_diary, record, stamp

from hamdiary.domain.journal import Change, FieldChange, Ref
from hamdiary.storage.checking import differences
from hamdiary.storage.journal import Edit
from hamdiary.storage.merging import take_in, what_is_new
from hamdiary.storage.rows import change_of
from hamdiary.storage.sorting_out import NotOurs


def journal_of(diary):
    rows = diary.file.rows("SELECT * FROM changes ORDER BY lamport, device")
    return [change_of(row) for row in rows]


def shown_of(diary, table="nights"):
    columns = [row["name"] for row in diary.file.rows(f"PRAGMA table_info({table})")]
    columns.remove("row")
    return diary.file.rows(f"SELECT {', '.join(columns)} FROM {table} ORDER BY id")


@pytest.fixture
def two(tmp_path):
    for name in "ab":
        (tmp_path / name).mkdir()
    with new_diary(tmp_path / "a") as here, new_diary(tmp_path / "b") as there:
        yield here, there


def fill(diary):
    diary.record(Edit("hamster", HAMSTER, {"name": "Biscuit"}), stamp())
    record(diary, gait=3, note="ate from the hand")
    record(diary, gait=4)
    diary.undo(stamp())


def change(**fields):
    made = Change(Ref(7, "b2b2"), stamp("b2b2"), "night", NIGHT, {})
    return replace(
        made,
        fields={name: FieldChange(value) for name, value in fields.items()},
    )


def test_an_empty_diary_becomes_the_same_as_the_one_it_takes_in(two):
    here, there = two
    fill(here)
    taken = take_in(there, journal_of(here), becomes=here.id)
    assert (len(taken.new), taken.known) == (4, 0)
    assert there.id == here.id
    assert journal_of(there) == journal_of(here)
    for table in ("hamsters", "nights"):
        assert list(map(tuple, shown_of(there, table))) == list(map(tuple, shown_of(here, table)))
    assert differences(there) == []
    assert [night.note for night in there.search("hand")] == ["ate from the hand"]


def test_taking_the_same_in_twice_adds_nothing(two):
    here, there = two
    fill(here)
    take_in(there, journal_of(here))
    again = take_in(there, journal_of(here))
    assert (len(again.new), again.known) == (0, 4)
    assert what_is_new(there, journal_of(here)) == again


def test_a_diary_that_has_something_keeps_its_own_name(two):
    here, there = two
    fill(here)
    record(there, device="b2b2", gait=1)
    kept = there.id
    take_in(there, journal_of(here), becomes=here.id)
    assert there.id == kept


def test_two_diaries_that_took_each_other_in_show_the_same(two):
    here, there = two
    fill(here)
    record(there, device="b2b2", gait=1, weight_g=118.5)
    mine, theirs = journal_of(here), journal_of(there)
    take_in(here, theirs)
    take_in(there, mine)
    assert list(map(tuple, shown_of(there))) == list(map(tuple, shown_of(here)))
    assert differences(here) == differences(there) == []


def test_kinds_and_fields_of_a_newer_version_stay_in_the_journal(two):
    here, _ = two
    newer = change(gait=3, grip="firm")
    strange = replace(change(x=1), ref=Ref(8, "b2b2"), kind="yoga", id="h1/9")
    take_in(here, [newer, strange])
    assert journal_of(here) == [newer, strange]
    assert shown_of(here)[0]["gait"] == 3
    assert differences(here) == []


@pytest.mark.parametrize(
    "bad",
    [
        change(gait=9),
        change(gait=True),
        change(weight_g=-1),
        change(weight_g=float("nan")),
        change(weight_g=float("inf")),
        change(weight_g="heavy"),
        change(note="\x1b]52;c;evil\x07"),
        change(note="\ud800"),
        change(note=""),
        change(surface="x" * 500),
        change(grip=2**63),
        change(**{"a; DROP TABLE nights": 1}),
        replace(change(gait=1), ref=Ref(2**63, "b2b2")),
        replace(change(gait=1), ref=Ref(0, "b2b2")),
        replace(change(gait=1), ref=Ref(7, "c3c3")),
        replace(change(gait=1), id="h1"),
        replace(change(gait=1), id="h1/20261122"),
        replace(change(gait=1), id="h1/2026-02-30"),
        replace(change(gait=1), id="h1/2026-11-22\x1b[2J"),
        replace(change(gait=1), kind="DROP"),
        replace(change(status="given"), kind="dose", id="h1/m1"),
        replace(change(status="given"), kind="dose", id="h1/m1/tonight"),
        replace(change(name="x"), kind="hamster", id="h1/2"),
        replace(change(gait=1), stamp=replace(stamp("b2b2"), at_utc="2026-13-22T20:16:00Z")),
        replace(change(gait=1), stamp=replace(stamp("b2b2"), zone="Europe/\x1bBerlin")),
    ],
    ids=lambda each: ascii(each.id)[:20],
)
def test_what_no_hamdiary_wrote_is_refused_and_nothing_of_it_is_taken(two, bad):
    here, there = two
    fill(here)
    with pytest.raises(NotOurs) as refused:
        take_in(there, [*journal_of(here), bad])
    assert "nothing was taken" in str(refused.value)
    assert str(refused.value).isprintable()
    assert journal_of(there) == []


def test_one_name_for_two_changes_is_refused(two):
    here, there = two
    record(here, gait=3)
    record(there, gait=1)
    with pytest.raises(NotOurs, match="two computers"):
        take_in(there, journal_of(here))
    assert there.night(HAMSTER, edit_evening()).gait == 1


def edit_evening():
    from on_disk import EVENING

    return EVENING


@settings(max_examples=15, deadline=None)
@given(order=st.randoms(use_true_random=False))
def test_the_order_in_which_changes_come_in_does_not_matter(tmp_path_factory, order):
    folder = tmp_path_factory.mktemp("order")
    for name in "ab":
        (folder / name).mkdir()
    with new_diary(folder / "a") as here, new_diary(folder / "b") as there:
        fill(here)
        here.record(edit(NIGHT, note=None), stamp("b2b2"))
        changes = journal_of(here)
        order.shuffle(changes)
        half = order.randrange(len(changes))
        take_in(there, changes[:half])
        take_in(there, changes)
        assert journal_of(there) == journal_of(here)
        assert list(map(tuple, shown_of(there))) == list(map(tuple, shown_of(here)))
        assert differences(there) == []
