"""What is recorded is on the disk, and the tables follow from the journal in every case."""

import sqlite3
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from on_disk import EVENING, HAMSTER, NIGHT, edit, new_diary, record, reopened, stamp

from hamdiary.domain.journal import Ref, Stored
from hamdiary.domain.night import Night
from hamdiary.domain.undoing import undo_and_redo
from hamdiary.storage.checking import differences
from hamdiary.storage.diary import Diary
from hamdiary.storage.errors import DiaryTrouble, DiskTrouble
from hamdiary.storage.journal import Edit


def night(diary: Diary) -> Night:
    return diary.night(HAMSTER, EVENING)


def test_what_was_recorded_is_there_after_reopening(tmp_path: Path) -> None:
    with new_diary(tmp_path) as diary:
        record(diary, gait=3, note="slept")
    with reopened(tmp_path) as diary:
        assert (night(diary).gait, night(diary).note) == (3, "slept")


def test_a_night_of_which_nothing_is_recorded_is_all_none(diary: Diary) -> None:
    assert night(diary) == Night(HAMSTER, EVENING)
    assert diary.nights(HAMSTER, EVENING, EVENING) == []


def test_an_edit_that_changes_nothing_writes_nothing(diary: Diary) -> None:
    assert record(diary, gait=3) is not None
    assert record(diary, gait=3) is None
    assert len(diary.history("night", NIGHT)) == 1


def test_only_what_is_named_is_changed(diary: Diary) -> None:
    record(diary, gait=3, note="slept")
    record(diary, gait=4)
    assert (night(diary).gait, night(diary).note) == (4, "slept")


def test_several_edits_are_written_together_or_not_at_all(diary: Diary) -> None:
    with pytest.raises(DiskTrouble):
        diary.record_all([edit(gait=3), edit(gait="heavy")], stamp())
    assert night(diary).gait is None
    assert diary.latest_changes(9) == []
    assert record(diary, gait=4) is not None


def test_a_night_that_is_emptied_is_no_longer_listed_and_undo_brings_it_back(diary: Diary) -> None:
    record(diary, gait=3, note="slept")
    record(diary, gait=None, note=None)
    assert diary.count(HAMSTER, EVENING, EVENING) == 0
    diary.undo(stamp())
    assert (night(diary).gait, night(diary).note) == (3, "slept")


def test_each_change_counts_one_higher_on_whatever_device(diary: Diary) -> None:
    record(diary, "dev1", gait=3)
    record(diary, "dev2", gait=4)
    assert [each.ref for each in diary.latest_changes(9)] == [Ref(2, "dev2"), Ref(1, "dev1")]


def test_undo_takes_back_this_devices_own_last_change_only(diary: Diary) -> None:
    record(diary, "dev1", gait=3)
    record(diary, "dev2", ate="half")
    undone = diary.undo(stamp("dev1"))
    assert undone is not None and undone[0].ref == Ref(1, "dev1")
    assert (night(diary).gait, night(diary).ate) == (None, "half")


def test_undo_leaves_a_field_alone_that_another_device_changed_since(diary: Diary) -> None:
    record(diary, "dev1", gait=3, ate="all")
    record(diary, "dev2", gait=4)
    done = diary.undo(stamp("dev1"))
    assert done is not None and set(done[1].fields) == {"ate"}
    assert (night(diary).gait, night(diary).ate) == (4, None)


def test_undo_where_everything_was_changed_since_still_steps_back(diary: Diary) -> None:
    record(diary, "dev1", urine="less")
    record(diary, "dev1", gait=3)
    record(diary, "dev2", gait=4)
    diary.undo(stamp("dev1"))
    diary.undo(stamp("dev1"))
    assert (night(diary).gait, night(diary).urine) == (4, None)


def test_redo_brings_back_and_nothing_more(diary: Diary) -> None:
    record(diary, gait=3)
    diary.undo(stamp())
    assert diary.redo(stamp()) is not None
    assert diary.redo(stamp()) is None
    assert night(diary).gait == 3


def test_undo_in_an_empty_diary_does_nothing(diary: Diary) -> None:
    assert diary.undo(stamp()) is None and diary.redo(stamp()) is None
    assert diary.latest_changes(9) == []


def test_the_history_tells_who_wrote_when(diary: Diary) -> None:
    diary.record(edit(gait=3), stamp(carer="AK"))
    (change,) = diary.history("night", NIGHT)
    assert change.stamp == stamp(carer="AK")


def test_a_column_of_a_newer_version_is_kept_by_this_one(diary: Diary) -> None:
    with diary.file.writing() as conn:
        conn.execute("ALTER TABLE nights ADD COLUMN whiskers TEXT")
    diary.record(edit(gait=3, whiskers="twitchy"), stamp())
    record(diary, gait=4)
    assert diary.file.rows("SELECT whiskers FROM nights")[0][0] == "twitchy"
    assert differences(diary) == []


def test_a_field_without_a_column_is_kept_in_the_journal(diary: Diary) -> None:
    diary.record(edit(gait=3, unheard_of="yes"), stamp())
    assert diary.history("night", NIGHT)[0].fields["unheard_of"].to == "yes"


@pytest.mark.parametrize("statement", ["UPDATE changes SET carer = 'x'", "DELETE FROM changes"])
def test_the_journal_can_only_grow(diary: Diary, statement: str) -> None:
    record(diary, gait=3)
    with pytest.raises(DiskTrouble, match="append-only"), diary.file.writing() as conn:
        conn.execute(statement)
    assert len(diary.latest_changes(9)) == 1


def test_the_journal_can_only_grow_for_other_programs_too(tmp_path: Path) -> None:
    with new_diary(tmp_path) as diary:
        record(diary, gait=3)
    conn = sqlite3.connect(tmp_path / "home" / "diary.db")
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        conn.execute("DELETE FROM changes")
    conn.close()


FIELDS = st.fixed_dictionaries(
    {},
    optional={
        "gait": st.sampled_from([None, 0, 3, "not_seen"]),
        "weight_g": st.sampled_from([None, 118.4, 0.0]),
        "ate": st.sampled_from([None, "half", "all"]),
        "note": st.sampled_from([None, "slept", "よく食べた", 'a "quoted" * note']),
    },
)


class TwoDevicesOnOneDiary(RuleBasedStateMachine):
    """Random edits, undo and redo from two devices against a plain model."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.diary = new_diary(Path(self.folder.name))
        self.model: dict[str, dict[str, Stored]] = {}

    @rule(device=st.sampled_from("ab"), evening=st.sampled_from(["21", "22"]), values=FIELDS)
    def edit_a_night(self, device: str, evening: str, values: dict[str, Stored]) -> None:
        thing = f"{HAMSTER}/2026-11-{evening}"
        self.diary.record(Edit("night", thing, values), stamp(device * 4))
        self.model.setdefault(thing, {}).update(values)

    @rule(device=st.sampled_from("ab"), back=st.booleans())
    def step(self, device: str, back: bool) -> None:
        mine = [each for each in self.diary.latest_changes(999) if each.stamp.device == device * 4]
        piles = undo_and_redo(mine)
        done = (self.diary.undo if back else self.diary.redo)(stamp(device * 4))
        pile = piles[0 if back else 1]
        assert (done is None) == (not pile)
        if done:
            target, written = done
            assert target.ref == pile[-1] and set(written.fields) <= set(target.fields)
            values = {name: field.to for name, field in written.fields.items()}
            self.model.setdefault(written.id, {}).update(values)

    @rule()
    def close_and_open_again(self) -> None:
        self.diary.close()
        self.diary = reopened(Path(self.folder.name))

    @invariant()
    def the_tables_show_the_model(self) -> None:
        shown = {
            row["id"]: {name: row[name] for name in ("gait", "weight_g", "ate", "note")}
            for row in self.diary.file.rows("SELECT * FROM nights")
        }
        expected = {
            thing: {name: values.get(name) for name in ("gait", "weight_g", "ate", "note")}
            for thing, values in self.model.items()
            if any(value is not None for value in values.values())
        }
        assert shown == expected

    @invariant()
    def the_tables_follow_from_the_journal(self) -> None:
        assert differences(self.diary) == []

    def teardown(self) -> None:
        self.diary.close()
        self.folder.cleanup()


TestTwoDevicesOnOneDiary = TwoDevicesOnOneDiary.TestCase
TestTwoDevicesOnOneDiary.settings = settings(
    max_examples=15,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)


def test_a_tampered_table_is_told_from_the_journal(diary: Diary) -> None:
    record(diary, gait=3, note="slept")
    with diary.file.writing() as conn:
        conn.execute("UPDATE nights SET gait = 5")
        conn.execute("DELETE FROM notes")
        conn.execute(
            "INSERT INTO nights (id, hamster, evening, changed_utc) "
            "VALUES ('h9/2026-01-01', 'h9', '2026-01-01', '')"
        )
    found = differences(diary)
    assert len(found) == 3
    assert any("shows another gait than the journal says" in line for line in found)


def test_a_diary_in_order_has_no_differences(diary: Diary) -> None:
    record(diary, gait=3, note="slept")
    assert differences(diary) == []


def test_a_value_that_json_cannot_hold_is_refused_and_nothing_is_written(diary: Diary) -> None:
    for wrong in (float("nan"), float("inf")):
        with pytest.raises((DiaryTrouble, ValueError)):
            record(diary, weight_g=wrong)
    assert diary.latest_changes(9) == []
