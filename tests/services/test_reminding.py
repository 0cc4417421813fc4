import json
from datetime import UTC, date, datetime, timedelta

import pytest

from hamdiary.domain.reminders.task import TaskState
from hamdiary.services import reminding, timing
from hamdiary.services.clock import BadSetting
from hamdiary.services.recording import (
    delete_thing,
    new_hamster,
    record_hamster,
    record_night,
    record_thing,
    undo,
)
from hamdiary.services.session import open_session
from hamdiary.services.settings_set import set_setting
from hamdiary.storage import care

SUNDAY = date(2026, 11, 22)


def keys(tasks):
    return [task.key for task in tasks]


def state(session, hamster, key):
    found = reminding.tasks_tonight(session, hamster)
    return next(task.state for task in found if task.key == key)


def drops(session, hamster):
    values = {"name": "Drops", "times": "21:00", "starts": SUNDAY, "days": 10.0}
    record_thing(session, "medicine", f"{hamster.id}/m1", values)


def test_tonight_s_list_follows_what_is_recorded(session, biscuit):
    assert keys(reminding.tasks_tonight(session, biscuit)) == ["weigh-in", "outing", "log"]
    record_night(session, biscuit, SUNDAY, {"weight_g": 118.4})
    timing.add_outing(session, biscuit, SUNDAY, 30.0)
    assert state(session, biscuit, "weigh-in") is TaskState.DONE
    assert state(session, biscuit, "outing") is TaskState.DONE


def test_a_running_clock_is_under_way(session, biscuit):
    timing.start(session, biscuit)
    assert state(session, biscuit, "outing") is TaskState.UNDERWAY


def test_a_dose_that_is_recorded_is_done(session, biscuit):
    drops(session, biscuit)
    key = "dose:m1:2026-11-22T21:00"
    assert key in keys(reminding.due_now(session, biscuit))
    thing = care.dose_id(biscuit.id, "m1", "2026-11-22T21:00")
    given = {
        "status": "given",
        "evening": SUNDAY,
        "at_utc": datetime(2026, 11, 22, 20, 5, tzinfo=UTC),
    }
    record_thing(session, "dose", thing, given)
    assert state(session, biscuit, key) is TaskState.DONE


def test_what_is_read_are_the_last_nights_only(session, biscuit):
    for back in range(12):
        record_night(session, biscuit, SUNDAY - timedelta(days=back), {"weight_g": 118.0})
    known = reminding.care_of(session, biscuit)
    assert min(night.evening for night in known.nights) == SUNDAY - timedelta(days=7)
    assert len(known.nights) == 8


def test_courses_that_are_over_and_happenings_far_off_are_not_read(session, biscuit):
    values = {"name": "Old", "times": "21:00", "starts": SUNDAY - timedelta(days=60), "days": 9.0}
    record_thing(session, "medicine", f"{biscuit.id}/old", values)
    for number, days in enumerate((-1, 0, 1, 9)):
        visit = {"what": "vet_visit", "on_day": SUNDAY + timedelta(days=days)}
        record_thing(session, "happening", f"{biscuit.id}/h{number}", visit)
    known = reminding.care_of(session, biscuit)
    assert known.medicines == []
    assert [each.on_day for each in known.happenings] == [SUNDAY, SUNDAY + timedelta(days=1)]


# Ringing


def test_a_reminder_rings_once_on_a_device_whoever_asks(environment, session, biscuit):
    assert keys(reminding.to_ring(session, biscuit)) == ["weigh-in", "outing"]
    assert reminding.to_ring(session, biscuit) == []
    with open_session(environment) as one_shot:
        assert reminding.to_ring(one_shot, biscuit) == []


def test_it_rings_again_after_the_minutes_of_the_settings(session, biscuit, at):
    reminding.to_ring(session, biscuit)
    at("22:15")
    assert reminding.to_ring(session, biscuit) == []
    at("22:16")
    assert keys(reminding.to_ring(session, biscuit)) == ["weigh-in", "outing"]


def test_with_repeating_off_it_rings_once_a_night(session, biscuit, at):
    set_setting(session.home, "reminders.repeat_minutes", 0)
    reminding.to_ring(session, biscuit)
    at("23:50")
    assert keys(reminding.to_ring(session, biscuit)) == ["log"]
    at("2026-11-23T21:30:00")
    assert keys(reminding.to_ring(session, biscuit)) == ["weigh-in", "outing"]


def test_two_hamsters_ring_each_for_itself(session, biscuit):
    waffle = record_hamster(session, new_hamster(), {"name": "Waffle"})
    reminding.to_ring(session, biscuit)
    assert keys(reminding.to_ring(session, waffle)) == ["weigh-in", "outing"]


def test_what_reached_nobody_rings_at_the_next_look(session, biscuit):
    rung = reminding.to_ring(session, biscuit)
    reminding.take_back_ring(session, biscuit, rung[:1])
    assert keys(reminding.to_ring(session, biscuit)) == ["weigh-in"]


def test_looking_without_a_ring_writes_nothing(session, biscuit, at):
    at("19:00")
    before = session.diary.version_seen(), session.diary.path.stat().st_mtime_ns
    assert reminding.to_ring(session, biscuit) == []
    assert (session.diary.version_seen(), session.diary.path.stat().st_mtime_ns) == before
    assert session.diary.setting(session.device, f"rung/{biscuit.id}") is None


def test_what_rang_long_ago_is_forgotten(session, biscuit, at):
    reminding.to_ring(session, biscuit)
    at("2026-11-27T21:16:00")
    reminding.to_ring(session, biscuit)
    kept = json.loads(session.diary.setting(session.device, f"rung/{biscuit.id}"))
    assert set(kept.values()) == {"2026-11-27T20:16:00Z"}


def test_what_a_newer_version_remembers_does_not_stop_anything(session, biscuit):
    session.diary.remember(session.device, f"rung/{biscuit.id}", '["other"]')
    session.diary.remember(session.device, f"snoozed/{biscuit.id}", "nonsense")
    assert keys(reminding.to_ring(session, biscuit)) == ["weigh-in", "outing"]


def test_a_diary_that_is_only_shown_rings_nothing(session, biscuit):
    session.diary.file.only_show("it is a newer one")
    assert reminding.due_now(session, biscuit)
    assert reminding.to_ring(session, biscuit) == []


def test_settings_that_cannot_be_followed_ring_nothing_and_still_show_the_list(session, biscuit):
    session.home.settings.write_text("[reminders\n", encoding="utf-8")
    assert keys(reminding.tasks_tonight(session, biscuit)) == ["weigh-in", "outing", "log"]
    with pytest.raises(BadSetting, match="line 1, column 11"):
        reminding.to_ring(session, biscuit)


# Putting off


def test_a_snooze_silences_one_task_and_rings_at_its_end(session, biscuit, at):
    reminding.to_ring(session, biscuit)
    reminding.snooze_for(session, biscuit, "outing", "10")
    assert state(session, biscuit, "outing") is TaskState.SNOOZED
    assert keys(reminding.due_now(session, biscuit)) == ["weigh-in"]
    at("21:26")
    assert keys(reminding.to_ring(session, biscuit)) == ["outing"]


def test_a_snooze_until_tomorrow_ends_at_noon(session, biscuit):
    until = reminding.snooze_for(session, biscuit, "log", "tomorrow")
    assert until == datetime(2026, 11, 23, 11, tzinfo=UTC)


def test_a_skip_is_in_the_journal_for_tonight_and_undo_takes_it_back(session, biscuit, at):
    reminding.skip(session, biscuit, "outing", "too hot")
    assert state(session, biscuit, "outing") is TaskState.SKIPPED
    assert [each.why for each in care.skips(session.diary, biscuit.id, SUNDAY, SUNDAY)] == [
        "too hot"
    ]
    undo(session)
    assert state(session, biscuit, "outing") is TaskState.OPEN
    reminding.skip(session, biscuit, "outing")
    at("2026-11-23T21:16:00")
    assert state(session, biscuit, "outing") is TaskState.OPEN


def test_a_skip_can_be_deleted_like_anything_else(session, biscuit):
    reminding.skip(session, biscuit, "outing")
    (skipped,) = care.skips(session.diary, biscuit.id, SUNDAY, SUNDAY)
    delete_thing(session, "skip", skipped)
    assert state(session, biscuit, "outing") is TaskState.OPEN


def test_a_dose_can_be_skipped_by_its_own_name(session, biscuit):
    drops(session, biscuit)
    key = "dose:m1:2026-11-22T21:00"
    reminding.skip(session, biscuit, key)
    assert state(session, biscuit, key) is TaskState.SKIPPED


@pytest.mark.parametrize("verb", [reminding.skip, lambda *each: reminding.snooze_for(*each, "10")])
def test_what_is_not_on_the_list_cannot_be_put_off(session, biscuit, verb):
    with pytest.raises(reminding.NoSuchTask, match="there is no walk tonight; there is: weigh-in"):
        verb(session, biscuit, "walk")
