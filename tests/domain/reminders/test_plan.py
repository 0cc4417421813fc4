from dataclasses import replace
from datetime import timedelta

import pytest
from care_made import (
    BISCUIT,
    NEVER_QUIET,
    SUNDAY,
    WRITTEN,
    care,
    drops,
    night,
    outing,
    skip,
    utc,
    wall,
)

from hamdiary.domain.happenings import Happening
from hamdiary.domain.reminders import plan
from hamdiary.domain.reminders.snoozing import Snooze, in_minutes, until_tomorrow
from hamdiary.domain.reminders.task import TaskState

PASTE = replace(drops(), id="b/m2", name="Gut paste", times="09:00")
SOME = [night(weight_g=118.4)]


def listed(at="21:16", settings=NEVER_QUIET, **known):
    return plan.tasks(care(**known), settings, wall(at))


def ringing(at="21:16", settings=NEVER_QUIET, **known):
    return [each.key for each in plan.due(care(**known), settings, wall(at))]


def state_of(key, tasks):
    return next(each.state for each in tasks if each.key == key)


def test_the_list_stands_in_the_order_of_the_evening():
    runs = outing(started_utc=utc("20:58"))
    tasks = listed(nights=SOME, medicines=[drops(), PASTE], outings=[runs])
    assert [(each.name, each.state) for each in tasks] == [
        ("Weigh-in", TaskState.DONE),
        ("Vitamin drops", TaskState.OPEN),
        ("Outing", TaskState.UNDERWAY),
        ("Log", TaskState.LATER),
        ("Gut paste", TaskState.LATER),
    ]


def test_a_visit_to_the_vet_stands_below_what_is_to_be_done_tonight():
    visit = Happening("b/h1", "b", what="vet_visit", on_day=SUNDAY + timedelta(days=1))
    names = [each.name for each in listed(medicines=[drops()], happenings=[visit])]
    assert names.index("Vitamin drops") < names.index("Vet visit")


@pytest.mark.parametrize("because", ["recovered", "rehomed", "died"])
def test_a_closed_diary_asks_for_nothing(because):
    closed = replace(BISCUIT, closed_because=because)
    assert listed(hamster=closed, medicines=[drops()]) == []


def test_every_task_has_a_name_of_its_own():
    keys = [each.key for each in listed(medicines=[drops(times="03:00 21:00"), PASTE])]
    assert len(keys) == len(set(keys))


def test_what_is_skipped_is_not_done_and_does_not_ring():
    skips = [skip("outing", why="too hot")]
    task = next(each for each in listed(skips=skips) if each.key == "outing")
    assert (task.state, task.detail) == (TaskState.SKIPPED, "skipped tonight, too hot")
    assert "outing" not in ringing(skips=skips)


def test_a_skip_holds_for_its_night_only():
    assert "outing" in ringing(skips=[skip("outing", SUNDAY - timedelta(days=1))])


def test_what_is_done_stays_done_although_it_was_skipped():
    tasks = listed(nights=SOME, skips=[skip("weigh-in")])
    assert state_of("weigh-in", tasks) is TaskState.DONE


def test_a_snooze_silences_until_its_end_and_moves_no_schedule():
    snoozes = [Snooze("outing", in_minutes(wall("21:16"), 10))]
    task = next(each for each in listed(snoozes=snoozes) if each.key == "outing")
    assert (task.state, task.detail, task.at) == (TaskState.SNOOZED, "until 21:26", utc("21:00"))
    assert "outing" not in ringing("21:25", snoozes=snoozes)
    assert "outing" in ringing("21:26", snoozes=snoozes)


def test_a_snooze_until_tomorrow_lasts_until_noon():
    until = until_tomorrow(wall("21:16"))
    assert until == utc("2026-11-23T12:00")
    assert "log" not in ringing("2026-11-23T11:59", snoozes=[Snooze("log", until)])


def test_a_snooze_counts_minutes_and_not_the_wall_clock():
    before = wall("2026-10-25T01:55")
    first = replace(before, wall=before.wall.replace(hour=2, fold=0))
    assert in_minutes(first, 30).timestamp() - first.wall.timestamp() == 1800


def test_a_snooze_set_by_a_wrong_clock_is_passed_over():
    assert "outing" in ringing(snoozes=[Snooze("outing", utc("2027-11-22T21:00"))])


def test_what_is_done_does_not_ring():
    known = {"nights": [night(weight_g=118.4, **WRITTEN)], "outings": [outing(30)]}
    assert ringing("23:59", **known) == []


def test_the_next_ring_is_the_earliest_of_what_is_to_come():
    at, task = plan.next_ring(care(nights=SOME), NEVER_QUIET, wall("21:16"))
    assert (at, task.key) == (utc("22:30"), "log")


def test_after_the_last_ring_of_a_night_the_next_is_tomorrow_s():
    at, task = plan.next_ring(care(), NEVER_QUIET, wall("23:30"))
    assert (at, task.key) == (utc("2026-11-23T20:00"), "weigh-in")


def test_the_list_of_reminders_has_a_line_for_each():
    lines = plan.planned(care(medicines=[drops()]), NEVER_QUIET, wall("21:16"))
    assert [(each.when, each.name, each.how) for each in lines] == [
        ("20:00", "Weigh-in", "every night"),
        ("21:00", "Vitamin drops", "every day"),
        ("21:00", "Outing, 30 min", "every night"),
        ("22:30", "Log", "if not done"),
        ("20:30", "Varied diet", "if it is lacking"),
        ("18:00", "Vet visit", "the day before"),
        ("21:00", "Quality of life", "off"),
        ("at once", "Ring the vet", "if a hint says so"),
    ]
