"""What is read for hints: the last nights, the first weights, and when it was recorded."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from on_disk import EVENING, HAMSTER, edit, new_diary, record, stamp

from hamdiary.domain.journal import Stamp
from hamdiary.storage import looks
from hamdiary.storage.diary import Diary
from hamdiary.storage.journal import Edit

AT = datetime(2026, 11, 22, 20, 16, tzinfo=UTC)


def on(back: int) -> str:
    return f"{HAMSTER}/{EVENING - timedelta(days=back)}"


def test_the_last_nights_come_oldest_first_and_none_is_later(diary: Diary) -> None:
    for back in range(-1, 6):
        diary.record(edit(on(back), gait=3), stamp())
    found = looks.last_nights(diary, HAMSTER, EVENING, 3)
    assert [(EVENING - night.evening).days for night in found] == [2, 1, 0]


def test_the_first_weighings_are_weights_and_nothing_else(diary: Diary) -> None:
    diary.record(edit(on(9), gait=0, sign_tilt="yes", weight_g=110.0), stamp())
    diary.record(edit(on(8), weight_g=140.0, pouches_empty="no"), stamp())
    diary.record(edit(on(7), weight_g=112.0), stamp())
    found = looks.first_weighings(diary, HAMSTER, EVENING, 3)
    assert [night.weight_g for night in found] == [110.0, 112.0]
    assert (found[0].gait, found[0].signs) == (None, {})


def test_a_field_was_recorded_when_its_value_came(diary: Diary) -> None:
    record(diary, droppings="none", gait=3)
    later = Stamp("a1b2", "2026-11-22T21:00:00Z", "Europe/Berlin", None)
    diary.record(edit(droppings="none", gait=2), later)
    found = looks.when_recorded(diary, HAMSTER, EVENING)
    assert found["droppings"].at_utc == AT
    assert found["gait"].at_utc == datetime(2026, 11, 22, 21, tzinfo=UTC)


def test_what_is_cleared_was_never_recorded(diary: Diary) -> None:
    record(diary, gait=3)
    record(diary, gait=None)
    assert looks.when_recorded(diary, HAMSTER, EVENING) == {}


def test_what_is_added_after_its_night_says_not_when_one_looked(diary: Diary) -> None:
    diary.record(edit(on(1), droppings="none"), stamp())
    record(diary, droppings="none")
    yesterday = looks.when_recorded(diary, HAMSTER, EVENING - timedelta(days=1))
    assert not yesterday["droppings"].in_its_night
    assert looks.when_recorded(diary, HAMSTER, EVENING)["droppings"].in_its_night


def test_the_small_hours_belong_to_the_night_before(diary: Diary) -> None:
    small = Stamp("a1b2", "2026-11-23T02:00:00Z", "Europe/Berlin", None)
    diary.record(edit(droppings="none"), small)
    assert looks.when_recorded(diary, HAMSTER, EVENING)["droppings"].in_its_night


def test_a_thing_was_first_written_when_it_was_made(diary: Diary) -> None:
    later = Stamp("a1b2", "2026-11-23T02:00:00Z", "Europe/Berlin", None)
    diary.record(Edit("hint_note", "h1/R05/x", {"kind": "told"}), stamp())
    diary.record(Edit("hint_note", "h1/R05/x", {"said": "come in"}), later)
    diary.record(Edit("hint_note", "h2/R05/y", {"kind": "told"}), later)
    assert looks.first_written(diary, "hint_note", "h1") == {"h1/R05/x": AT}


def test_the_place_in_the_journal_tells_what_changed_since_and_whose(tmp_path: Path) -> None:
    with new_diary(tmp_path) as diary:
        assert looks.place_in_journal(diary) == 0
        record(diary, gait=3)
        place = looks.place_in_journal(diary)
        assert looks.changed_since(diary, place, HAMSTER) == []
        diary.record(Edit("night", "h2/2026-11-22", {"gait": 1}), stamp())
        diary.record(Edit("skip", "h1/2026-11-22/log", {"skipped": "yes"}), stamp())
        assert looks.changed_since(diary, place, HAMSTER) == []
        diary.undo(stamp())
        record(diary, gait=4)
        assert looks.changed_since(diary, place, HAMSTER) == [("night", "h1/2026-11-22")]
        assert looks.changed_since(diary, place, HAMSTER, until=place) == []
