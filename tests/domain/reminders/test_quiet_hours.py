from datetime import datetime, timedelta

from care_made import NEVER_QUIET, care, clock, drops, skip, wall
from hypothesis import given
from hypothesis import strategies as st

from hamdiary.domain.reminders import plan
from hamdiary.domain.reminders.log import LogReminder
from hamdiary.domain.reminders.quiet import QuietHours
from hamdiary.domain.settings import Reminders, Settings

NIGHT = QuietHours(clock("23:00"), clock("07:00"))
LATE_LOG = Settings(reminders=Reminders(quiet_hours=NIGHT, log=LogReminder(at=clock("23:30"))))

WALLS = st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1))
SPANS = st.tuples(st.times(), st.times()).filter(lambda span: span[0] != span[1])


def ringing(settings, at, **known):
    return {each.key.partition(":")[0] for each in plan.due(care(**known), settings, wall(at))}


def test_quiet_hours_reach_across_midnight():
    assert [NIGHT.hold(wall(at).wall) for at in ("22:59", "23:00", "06:59", "07:00")] == [
        False, True, True, False,
    ]  # fmt: skip


def test_quiet_hours_within_a_day():
    noon = QuietHours(clock("12:00"), clock("14:00"))
    assert [noon.hold(wall(at).wall) for at in ("11:59", "12:00", "13:59", "14:00")] == [
        False, True, True, False,
    ]  # fmt: skip


@given(SPANS, WALLS)
def test_quiet_ends_within_a_day_and_not_before(span, at):
    quiet = QuietHours(*span)
    end = quiet.end_after(at)
    assert at < end <= at + timedelta(days=1)
    assert not quiet.hold(end)


def test_nothing_rings_within_them():
    assert ringing(NEVER_QUIET, "23:30", medicines=[drops()]) == {
        "weigh-in", "dose", "outing", "log",
    }  # fmt: skip
    assert ringing(LATE_LOG, "23:30", medicines=[drops()]) == set()


def test_what_became_due_within_rings_at_their_end_if_it_is_still_open():
    assert "log" in ringing(LATE_LOG, "2026-11-23T07:00")
    assert "log" not in ringing(LATE_LOG, "2026-11-23T07:00", skips=[skip("log")])


def test_what_became_due_within_rings_at_their_end_although_its_last_hour_is_past():
    early = QuietHours(clock("20:30"), clock("07:00"))
    settings = Settings(reminders=Reminders(quiet_hours=early))
    assert "outing" in ringing(settings, "2026-11-23T07:00")
    assert "weigh-in" not in ringing(settings, "2026-11-23T07:00")


def test_a_dose_of_the_night_rings_in_the_morning():
    assert "dose" in ringing(LATE_LOG, "2026-11-23T07:00", medicines=[drops(times="02:00")])


def test_they_are_written_as_they_are_typed():
    assert str(NIGHT) == "23:00-07:00"
