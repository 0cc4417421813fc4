from datetime import timedelta

from care_made import utc

from hamdiary.domain.reminders.ringing import to_ring
from hamdiary.domain.reminders.snoozing import Snooze
from hamdiary.domain.reminders.task import Task, TaskState

LOG = Task("log", "Log", "", utc("22:30"), TaskState.OPEN, 50)


def rings(now, rung=None, repeat=60, snoozes=()):
    known = {} if rung is None else {"log": utc(rung)}
    return bool(to_ring([LOG], known, snoozes, repeat, utc(now)))


def test_what_has_not_rung_rings():
    assert rings("22:30")


def test_it_rings_again_after_the_minutes_of_the_settings_and_not_before():
    assert not rings("23:29", rung="22:30")
    assert rings("23:30", rung="22:30")


def test_with_nought_minutes_it_rings_once_for_each_of_its_times():
    assert not rings("23:59", rung="22:30", repeat=0)
    assert rings("22:30", rung="21:30", repeat=0)


def test_the_end_of_a_snooze_rings_whenever_it_rang_before():
    snoozes = [Snooze("log", utc("22:45"))]
    assert rings("22:45", rung="22:30", snoozes=snoozes)
    assert not rings("22:50", rung="22:45", snoozes=snoozes)
    assert not rings("22:40", rung="22:30", snoozes=snoozes)


def test_a_clock_that_was_set_back_silences_nothing():
    assert rings("22:30", rung="2026-11-24T22:30")


def test_minutes_are_counted_across_the_change_of_clocks():
    task = Task("log", "Log", "", utc("2026-10-24T22:30"), TaskState.OPEN, 50)
    last = utc("2026-10-25T01:50")
    assert not to_ring([task], {"log": last}, (), 60, last + timedelta(minutes=59))
    assert to_ring([task], {"log": last}, (), 60, last + timedelta(minutes=60))
