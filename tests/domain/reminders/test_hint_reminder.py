from dataclasses import replace
from datetime import timedelta

import pytest
from care_made import BISCUIT, NEVER_QUIET, SUNDAY, care, clock, night, skip, utc, wall

from hamdiary.domain.hints.in_brief import HintInBrief
from hamdiary.domain.reminders import plan
from hamdiary.domain.reminders.hints import HintReminder
from hamdiary.domain.reminders.quiet import QuietHours
from hamdiary.domain.reminders.ringing import to_ring
from hamdiary.domain.reminders.snoozing import Snooze
from hamdiary.domain.reminders.task import Ringing, TaskState
from hamdiary.domain.settings import Reminders, Settings

QUIET = Settings(Reminders(quiet_hours=QuietHours(clock("00:00"), clock("07:00"))))
SWITCHED_OFF = Settings(Reminders(quiet_hours=None, hint=HintReminder(on=False)))
IN_THE_NIGHT = "2026-11-23T03:00"


def hint(urgency="today", key="R18", **values):
    usual = {"title": "Loose droppings", "since": SUNDAY, "at": utc("20:05")}
    return HintInBrief(key, urgency, **{**usual, **values})


NOW = hint("now", "R05", title="Gait fell from 3 stands to 1 flicker")


def tasks(*hints, at="21:16", settings=NEVER_QUIET, **known):
    found = plan.tasks(care(hints=hints, **known), settings, wall(at))
    return [each for each in found if each.key.startswith("hint:")]


def ringing(*hints, at="21:16", settings=NEVER_QUIET, **known):
    found = plan.due(care(hints=hints, **known), settings, wall(at))
    return [each.key for each in found if each.key.startswith("hint:")]


def test_the_vet_is_to_be_rung_for_each_hint_of_now_and_today():
    found = tasks(NOW, hint(), hint("soon", "R32"), hint("watch", "R44:ate"), hint("note", "R13"))
    assert [(each.key, each.name, each.state) for each in found] == [
        ("hint:R05", "Ring the vet", TaskState.OPEN),
        ("hint:R18", "Ring the vet", TaskState.OPEN),
    ]
    assert found[0].detail == "NOW: Gait fell from 3 stands to 1 flicker"


def test_it_stands_above_all_that_is_to_be_done():
    found = plan.tasks(care(hints=[hint()]), NEVER_QUIET, wall("21:16"))
    assert found[0].key == "hint:R18"


def test_now_rings_in_quiet_hours_and_today_does_not():
    assert ringing(NOW, hint(), at=IN_THE_NIGHT, settings=QUIET) == ["hint:R05"]
    assert ringing(hint(), at="2026-11-23T07:00", settings=QUIET) == ["hint:R18"]


def test_in_quiet_hours_nothing_else_rings_beside_now():
    found = plan.due(care(hints=[NOW]), QUIET, wall(IN_THE_NIGHT))
    assert [each.key for each in found] == ["hint:R05"]


def test_switched_off_today_stands_on_the_list_and_now_rings_all_the_same():
    assert len(tasks(NOW, hint(), settings=SWITCHED_OFF)) == 2
    assert ringing(NOW, hint(), settings=SWITCHED_OFF) == ["hint:R05"]


def test_now_can_be_neither_put_off_nor_skipped():
    put_off = [Snooze("hint:R05", utc("22:16"))]
    (task,) = tasks(NOW, snoozes=put_off, skips=[skip("hint:R05")])
    assert task.state is TaskState.OPEN


def test_today_can_be_put_off_for_a_while():
    assert ringing(hint(), snoozes=[Snooze("hint:R18", utc("22:16"))]) == []


def test_what_was_seen_is_silent_until_it_is_time_to_look_again():
    again = hint(again=utc("2026-11-23T00:16"))
    (task,) = tasks(again)
    assert (task.state, task.short_detail) == (TaskState.LATER, "tomorrow 00:16")
    assert ringing(again) == []
    assert ringing(again, at="2026-11-23T00:16") == ["hint:R18"]


def test_now_rings_again_and_again():
    rung, rings = {}, []
    for minutes in range(0, 300, 5):
        text = (wall("21:16").wall + timedelta(minutes=minutes)).strftime("%Y-%m-%dT%H:%M")
        due = plan.due(care(hints=[NOW]), QUIET, wall(text))
        for task in to_ring(due, rung, (), 60, utc(text)):
            if task.key == "hint:R05":
                rung[task.key] = utc(text)
                rings.append(text[-5:])
    assert rings == ["21:16", "22:16", "23:16", "00:16", "01:16"]


# R45

QUIET_NIGHTS = hint("note", "R45", title="Nothing recorded for 2 nights")


@pytest.mark.parametrize(("at", "rings"), [("19:59", []), ("20:00", ["hint:R45"])])
def test_an_alarm_that_nobody_looks_after_rings_in_the_evening(at, rings):
    assert ringing(QUIET_NIGHTS, at=at) == rings


def test_it_asks_in_place_of_the_log_so_that_nothing_is_asked_twice():
    found = plan.tasks(care(hints=[QUIET_NIGHTS]), NEVER_QUIET, wall("23:00"))
    keys = [each.key for each in found]
    assert "hint:R45" in keys and "log" not in keys


def test_without_it_the_log_is_asked_for():
    found = plan.tasks(care(hints=[hint()], nights=[night()]), NEVER_QUIET, wall("23:00"))
    assert "log" in [each.key for each in found]


def test_the_kinds_of_ringing_are_told_apart():
    found = {each.key: each.ringing for each in tasks(NOW, hint(), QUIET_NIGHTS)}
    assert found == {
        "hint:R05": Ringing.ALWAYS,
        "hint:R18": Ringing.AGAIN,
        "hint:R45": Ringing.AGAIN,
    }


def test_a_closed_diary_rings_for_no_hint():
    closed = replace(BISCUIT, closed_because="died")
    assert plan.due(care(hamster=closed, hints=[NOW]), NEVER_QUIET, wall("21:16")) == []
