"""The calendar file, read back by icalendar and by vobject, which does not know the other."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject

from hamdiary.domain.dose_slots import slots_between
from hamdiary.services.calendar_file import calendar_of, entries_of
from hamdiary.services.recording import new_hamster, new_thing_id, record_hamster, record_thing
from hamdiary.services.session import cared_for
from hamdiary.services.settings_set import set_setting
from hamdiary.storage import care

BERLIN = ZoneInfo("Europe/Berlin")
SUNDAY = date(2026, 11, 22)
NEVER = timedelta(days=400)


@pytest.fixture
def environment(environment):
    return environment | {"HAMDIARY_NOW": "2026-11-22T18:16:00+01:00"}


@pytest.fixture
def only(session):
    """Leave only these reminders on."""

    def leave(*names):
        for each in {"outing", "dose", "log", "weigh_in", "vet_visit"} - set(names):
            set_setting(session.home, f"reminders.{each}.on", False)

    return leave


def course(session, hamster, **values):
    usual = {"name": "Vitamin drops", "dose": "2 drops by mouth", "zone": "Europe/Berlin"}
    thing = new_thing_id(hamster)
    record_thing(session, "medicine", thing, {**usual, "starts": SUNDAY, **values})


def visit(session, hamster, **values):
    record_thing(session, "happening", new_thing_id(hamster), {"what": "vet_visit", **values})


def written(session, names=False):
    return calendar_of(session, entries_of(session, cared_for(session), names))


def events(session, names=False):
    """By title and start: the events as icalendar reads them."""
    return icalendar.Calendar.from_ical(written(session, names)).walk("VEVENT")


def starts(session, until):
    """When every event is, up to a moment, as vobject works it out."""
    found = []
    for event in vobject.readOne(written(session).decode()).contents.get("vevent", []):
        rules = event.getrruleset()
        if rules is None:
            found.append(event.dtstart.value)
        else:
            found += rules.between(datetime(2000, 1, 1), until, inc=True)
    return sorted(found)


def alarms(event):
    return [alarm["TRIGGER"].dt for alarm in event.walk("VALARM")]


def test_it_is_a_calendar_of_its_own(session, biscuit):
    calendar = icalendar.Calendar.from_ical(written(session))
    assert (calendar["X-WR-CALNAME"], calendar["VERSION"]) == ("hamdiary", "2.0")
    assert calendar["PRODID"].startswith("-//hamdiary//")


def test_every_event_has_what_calendars_want(session, biscuit):
    visit(session, biscuit, on_day=SUNDAY + timedelta(days=3), at="10:30")
    course(session, biscuit, times="21:00", days=3.0)
    found = events(session)
    assert len(found) == 6  # while it is treated, it is weighed nightly, then weekly
    for event in found:
        assert event["DTSTAMP"].dt == datetime(2026, 11, 22, 17, 16, tzinfo=UTC)
        assert event["DTSTART"].dt.tzinfo is None
        assert (event["CLASS"], event["TRANSP"]) == ("PRIVATE", "TRANSPARENT")
        for alarm in event.walk("VALARM"):
            assert (alarm["ACTION"], alarm["DESCRIPTION"]) == ("DISPLAY", event["SUMMARY"])
    assert len({str(event["UID"]) for event in found}) == 6


def test_written_again_it_has_the_same_names(session, biscuit, environment):
    course(session, biscuit, times="09:00 21:00")
    first = [str(event["UID"]) for event in events(session)]
    environment["HAMDIARY_NOW"] = "2026-11-25T20:00:00+01:00"
    assert [str(event["UID"]) for event in events(session)] == first


def test_usually_nobody_and_no_medicine_is_named(session, biscuit):
    course(session, biscuit, times="21:00")
    visit(session, biscuit, on_day=SUNDAY, note="Dr Bell")
    text = written(session).decode()
    assert not [word for word in ("Biscuit", "Vitamin", "2 drops", "Bell") if word in text]
    assert {str(event["SUMMARY"]) for event in events(session)} == {
        "Time out of the cage", "Medicine", "Weighing", "Tonight's log", "A visit to the vet",
    }  # fmt: skip


def test_with_names_hamster_medicine_and_dose_are_named(session, biscuit, only):
    only("dose")
    course(session, biscuit, times="21:00", name="Drops; x, y")
    (event,) = events(session, names=True)
    assert event["SUMMARY"] == "Biscuit: Drops; x, y"
    assert event["DESCRIPTION"] == "2 drops by mouth"
    read = vobject.readOne(written(session, names=True).decode()).vevent
    assert read.summary.value == "Biscuit: Drops; x, y"


COURSES = [
    {"times": "21:00", "days": 10.0},
    {"times": "09:00 21:00", "days": 3.0, "first_at": "21:00"},
    {"times": "00:30 09:00 17:00", "days": 2.0},
    {"times": "09:00 21:00", "stopped": date(2026, 11, 26)},
    {"times": "02:30", "starts": date(2026, 10, 23), "days": 60.0},
    {"times": "02:30", "starts": date(2027, 3, 26), "days": 4.0},
    {"times": "21:00", "every_h": 8.0, "days": 3.0, "starts": date(2026, 11, 23)},
    {"times": "21:00", "every_h": 36.0, "days": 9.0, "starts": date(2026, 11, 23)},
]


@pytest.mark.parametrize("values", COURSES)
def test_a_second_program_finds_each_dose_where_the_diary_has_it(session, biscuit, only, values):
    only("dose")
    course(session, biscuit, **values)
    (medicine,) = care.medicines(session.diary, biscuit.id)
    slots = slots_between(medicine, (), SUNDAY - NEVER, SUNDAY + NEVER, BERLIN)
    walls = [slot.at.astimezone(BERLIN).replace(tzinfo=None) for slot in slots]
    if "02:30" in values["times"]:
        # A calendar leaves 02:30 where no clock shows it; the diary moves it on.
        walls = [datetime.combine(wall.date(), time(2, 30)) for wall in walls]
    assert len(walls) > 1
    assert starts(session, datetime(2028, 1, 1)) == walls


def test_a_course_that_was_stopped_in_the_middle_of_a_day_ends_there(session, biscuit, only):
    only("dose")
    course(session, biscuit, times="09:00 21:00", stopped=date(2026, 11, 24), stopped_at="12:00")
    assert starts(session, datetime(2027, 1, 1)) == [
        datetime(2026, 11, 22, 9), datetime(2026, 11, 22, 21), datetime(2026, 11, 23, 9),
        datetime(2026, 11, 23, 21), datetime(2026, 11, 24, 9),
    ]  # fmt: skip


def test_doses_every_eight_hours_keep_eight_hours_apart_when_clocks_change(
    session, biscuit, only, environment
):
    only("dose")
    environment["HAMDIARY_NOW"] = "2026-10-24T12:00:00+02:00"
    course(session, biscuit, times="17:00", every_h=8.0, days=1.0, starts=date(2026, 10, 24))
    found = starts(session, datetime(2027, 1, 1))
    assert found == [
        datetime(2026, 10, 24, 17), datetime(2026, 10, 25, 1), datetime(2026, 10, 25, 8),
    ]  # fmt: skip


def test_a_course_without_an_end_goes_on(session, biscuit, only):
    only("dose")
    course(session, biscuit, times="21:00")
    assert len(starts(session, datetime(2027, 11, 22))) == 365


def test_hourly_doses_without_an_end_reach_two_months(session, biscuit, only):
    only("dose")
    course(session, biscuit, times="21:00", every_h=12.0)
    found = starts(session, datetime(2030, 1, 1))
    assert found[0] == datetime(2026, 11, 22, 21) and found[-1] > datetime(2027, 1, 20)


@pytest.mark.parametrize(
    "values",
    [
        {"as_needed": "yes"},
        {"times": "21:00", "starts": date(2026, 11, 1), "days": 3.0},
        {"times": "21:00", "starts": date(2026, 11, 1), "stopped": date(2026, 11, 3)},
        {"times": "09:00", "stopped": SUNDAY, "stopped_at": "08:00"},
    ],
)
def test_a_course_that_is_over_or_as_needed_has_no_entry(session, biscuit, only, values):
    only("dose")
    course(session, biscuit, **values)
    assert entries_of(session, cared_for(session), names=False) == []


def test_the_outing_comes_every_evening_for_as_long_as_its_goal(session, biscuit, only):
    only("outing")
    (event,) = events(session)
    assert event["DTSTART"].dt == datetime(2026, 11, 22, 21)
    assert event["DURATION"].dt == timedelta(minutes=30)
    assert event["RRULE"] == {"FREQ": ["DAILY"]}
    assert alarms(event) == [timedelta()]


def test_an_outing_on_some_evenings_only(session, biscuit, only):
    only("outing")
    set_setting(session.home, "reminders.outing.weekdays", "tuesday friday")
    set_setting(session.home, "reminders.outing.times", "21:00 00:30")
    assert starts(session, datetime(2026, 11, 29)) == [
        datetime(2026, 11, 24, 21), datetime(2026, 11, 25, 0, 30),
        datetime(2026, 11, 27, 21), datetime(2026, 11, 28, 0, 30),
    ]  # fmt: skip


@pytest.mark.parametrize("facts", [{"rest_ordered": "yes"}, {"closed_because": "recovered"}])
def test_no_outing_where_rest_is_ordered_or_the_diary_is_closed(session, biscuit, only, facts):
    only("outing")
    record_hamster(session, biscuit, facts)
    assert entries_of(session, session.diary.hamsters(), names=False) == []


def test_what_is_switched_off_is_not_in_it(session, biscuit, only):
    only()
    course(session, biscuit, times="21:00")
    visit(session, biscuit, on_day=SUNDAY)
    assert entries_of(session, cared_for(session), names=False) == []


def test_weighing_is_weekly_from_a_week_after_the_last_time(session, biscuit, only):
    only("weigh_in")
    record_thing(session, "night", f"{biscuit.id}/2026-11-20", {"weight_g": 118.0})
    assert starts(session, datetime(2026, 12, 10)) == [
        datetime(2026, 11, 27, 20), datetime(2026, 12, 4, 20),
    ]  # fmt: skip


def test_weighing_is_nightly_for_two_weeks_when_ill_and_weekly_then(session, biscuit, only):
    only("weigh_in")
    record_hamster(session, biscuit, {"onset": SUNDAY})
    found = starts(session, datetime(2026, 12, 21))
    assert found[:14] == [datetime(2026, 11, 22, 20) + timedelta(days=each) for each in range(14)]
    assert found[14:] == [
        datetime(2026, 12, 6, 20), datetime(2026, 12, 13, 20), datetime(2026, 12, 20, 20),
    ]  # fmt: skip


def test_a_vet_visit_rings_the_evening_before_and_in_the_morning(session, biscuit, only):
    only("vet_visit")
    visit(session, biscuit, on_day=SUNDAY + timedelta(days=1), at="10:30")
    (event,) = events(session)
    assert event["DTSTART"].dt == datetime(2026, 11, 23, 10, 30)
    assert [event["DTSTART"].dt + alarm for alarm in alarms(event)] == [
        datetime(2026, 11, 22, 18), datetime(2026, 11, 23, 8),
    ]  # fmt: skip


def test_a_vet_visit_early_in_the_morning_rings_the_evening_before_only(session, biscuit, only):
    only("vet_visit")
    visit(session, biscuit, on_day=SUNDAY + timedelta(days=1), at="07:30")
    (event,) = events(session)
    assert alarms(event) == [-timedelta(hours=13, minutes=30)]


def test_a_vet_visit_whose_time_is_not_known_takes_the_day(session, biscuit, only):
    only("vet_visit")
    visit(session, biscuit, on_day=SUNDAY + timedelta(days=1))
    (event,) = events(session)
    assert event["DTSTART"].dt == date(2026, 11, 23)
    assert alarms(event) == [-timedelta(hours=6), timedelta(hours=8)]


def test_a_vet_visit_that_is_over_has_no_entry(session, biscuit, only):
    only("vet_visit")
    visit(session, biscuit, on_day=SUNDAY - timedelta(days=1))
    assert entries_of(session, cared_for(session), names=False) == []


def test_in_quiet_hours_it_rings_at_their_end(session, biscuit, only):
    only("dose")
    course(session, biscuit, times="03:00", days=3.0)
    (event,) = events(session)
    assert alarms(event) == [timedelta(hours=4)]


def test_an_alarm_at_once_is_written_as_every_calendar_takes_it(session, biscuit):
    assert b"TRIGGER:PT0S" in written(session) and b"P0D" not in written(session)


def test_several_hamsters_are_in_one_calendar(session, biscuit, only):
    only("log")
    record_hamster(session, new_hamster(), {"name": "Pip"})
    titles = {str(event["SUMMARY"]) for event in events(session, names=True)}
    assert titles == {"Biscuit: Log", "Pip: Log"}
