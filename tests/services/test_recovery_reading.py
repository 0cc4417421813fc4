"""Reading the course of recovery: what is asked for, and nothing that was not recorded."""

from datetime import date, timedelta

import pytest

from hamdiary.domain.measures import NotSeen
from hamdiary.domain.night import Night
from hamdiary.domain.trends.series import Span
from hamdiary.domain.trends.treatment import treatment_day
from hamdiary.services import dosing, happening, timing
from hamdiary.services.courses import slots_of_nights
from hamdiary.services.recording import new_hamster, record_hamster, record_night
from hamdiary.services.recovery import RANGES, course_of, span_of
from hamdiary.services.session import open_session
from hamdiary.services.treatment import treatment_on
from hamdiary.storage.looking_back import recorded_between

TONIGHT = date(2026, 11, 22)

pytestmark = pytest.mark.usefixtures("biscuit")


def ago(nights):
    return TONIGHT - timedelta(days=nights)


def record(session, back, **values):
    record_night(session, session.hamster(), ago(back), values)


def read(session, nights):
    hamster = session.hamster()
    return course_of(session, hamster, span_of(session, hamster, nights))


def test_an_empty_diary_is_a_course_without_anything(session):
    course = read(session, None)
    assert course.span == Span(TONIGHT, TONIGHT)
    assert not any((course.gait, course.weights, course.minutes, course.marks, course.milestones))
    assert course.usual is None
    assert course.recorded == 0


@pytest.mark.parametrize("nights", RANGES)
def test_a_range_ends_tonight(session, nights):
    assert read(session, nights).span == Span(ago(nights - 1), TONIGHT)


def test_all_begins_with_the_first_recorded_night(session):
    record(session, 200, gait=0)
    assert read(session, None).span == Span(ago(200), TONIGHT)


def test_a_night_to_come_does_not_lengthen_the_range(session):
    record(session, -3, gait=5)
    course = read(session, None)
    assert course.span.last == TONIGHT
    assert ago(-3) not in course.gait


def test_levels_and_not_seen_are_read_as_they_were_recorded(session):
    record(session, 2, gait=0, leg_left=NotSeen.NOT_SEEN, ate="half", droppings="soft")
    record(session, 1, droppings=NotSeen.NOT_CHECKED, ate=NotSeen.NOT_CHECKED)
    course = read(session, 14)
    assert course.gait == {ago(2): 0}
    assert course.leg_left == {ago(2): NotSeen.NOT_SEEN}
    assert course.ate == {ago(2): 2, ago(1): NotSeen.NOT_CHECKED}
    assert course.droppings == {ago(2): "soft", ago(1): NotSeen.NOT_CHECKED}
    assert course.recorded == 2


def test_a_weight_with_full_pouches_is_left_out_and_counted(session):
    record(session, 2, weight_g=118.0, pouches_empty="yes")
    record(session, 1, weight_g=124.0, pouches_empty="no")
    course = read(session, 14)
    assert course.weights == {ago(2): 118.0}
    assert course.pouches_full == 1


def test_the_usual_weight_may_rest_on_weighings_long_before_the_range(session):
    for back in (300, 299, 298):
        record(session, back, weight_g=120.0)
    record(session, 0, weight_g=100.0)
    assert read(session, 14).usual.grams == 120.0


def test_the_seven_nights_before_are_read_even_if_fewer_are_shown(session):
    for back in range(14):
        record(session, back, gait=1 if back > 6 else 3)
    assert len(read(session, 1).gait) == 14


def test_another_hamsters_nights_are_left_out(session):
    other = record_hamster(session, new_hamster(), {"name": "Moss"})
    record_night(session, other, ago(1), {"gait": 5})
    session.switch_to(next(each for each in session.diary.hamsters() if each.name == "Biscuit"))
    assert read(session, None).gait == {}


def test_the_onset_is_marked_and_milestones_count_from_it(session):
    hamster = session.hamster()
    record_hamster(session, hamster, {"onset": ago(5)})
    for back in range(10):
        record(session, back, gait=5 if back > 5 else 0)
    course = read(session, 14)
    assert [(mark.evening, mark.words) for mark in course.marks] == [(ago(5), "legs weak")]
    assert course.milestones == ()


def test_without_outings_and_medicines_nothing_is_invented(session):
    record(session, 0, gait=3)
    course = read(session, 14)
    assert (course.minutes, course.doses, course.treatment_start) == ({}, {}, None)


# Outings


def test_minutes_are_those_of_all_outings_of_a_night(session):
    hamster = session.hamster()
    for minutes in (12, 6):
        timing.add_outing(session, hamster, ago(2), minutes, None)
    assert read(session, 14).minutes == {ago(2): 18}


def test_a_clock_that_runs_counts_up_to_now(session, environment):
    timing.start(session, session.hamster())
    with open_session({**environment, "HAMDIARY_NOW": "2026-11-22T21:26:30+01:00"}) as after:
        assert read(after, 14).minutes == {TONIGHT: 10}


def test_a_clock_that_was_forgotten_is_no_time_out(session, environment):
    timing.start(session, session.hamster())
    with open_session({**environment, "HAMDIARY_NOW": "2026-11-23T20:00:00+01:00"}) as after:
        assert read(after, 14).minutes == {}


def test_every_night_has_the_goal_that_held_then(session):
    record_hamster(session, session.hamster(), {"goal_min": 20.0})
    goals = read(session, 14).goal
    assert {goals[ago(back)] for back in range(14)} == {20}


# Medicines


def test_doses_are_told_by_what_became_of_them(session):
    hamster = session.hamster()
    medicine = add(session, times="21:00", starts=ago(3), days=10.0)
    slots = slots_of_nights(session, hamster, ago(3), ago(2))
    for slot, status in zip(slots, ("given", "spat_out"), strict=True):
        dosing.record_dose(session, hamster, medicine, slot.due, status)
    doses = read(session, 14).doses
    assert [doses[ago(back)] for back in (3, 2, 1, 0)] == [
        ("given",), ("spat_out",), ("missed",), ("due",),
    ]  # fmt: skip
    assert ago(4) not in doses


def test_the_first_course_with_times_is_where_treatment_begins(session):
    add(session, name="Paste", as_needed="yes", starts=ago(9))
    add(session, times="21:00", starts=ago(5), days=3.0)
    add(session, times="21:00", starts=ago(1), days=3.0)
    assert read(session, 14).treatment_start == ago(5)


def test_a_happening_can_say_when_treatment_began(session):
    values = {"what": "treatment_start", "on_day": ago(8)}
    happening.add_happening(session, session.hamster(), values)
    assert read(session, 14).treatment_start == ago(8)


def test_a_treatment_from_before_the_legs_went_weak_was_for_something_else(session):
    add(session, times="21:00", starts=ago(9), days=3.0)
    add(session, times="21:00", starts=ago(4), days=3.0)
    assert read(session, 14).treatment_start == ago(9)
    record_hamster(session, session.hamster(), {"onset": ago(5)})
    assert read(session, 14).treatment_start == ago(4)
    record_hamster(session, session.hamster(), {"onset": ago(1)})
    assert read(session, 14).treatment_start == ago(4)


def test_the_first_day_counts_as_it_does_above_the_views(session):
    add(session, times="09:00 21:00", starts=ago(4), days=10.0)
    start = read(session, 14).treatment_start
    number, _ = treatment_on(session, session.hamster(), TONIGHT)
    assert treatment_day(start, TONIGHT) == number


# Happenings


def test_happenings_and_courses_are_marks_from_the_first_night_shown_on(session):
    hamster = session.hamster()
    add(session, times="21:00", starts=ago(5), days=3.0)
    for values in (
        {"what": "vet_visit", "on_day": ago(2), "note": "left leg stronger"},
        {"what": "other", "on_day": ago(1), "note": "a new cage"},
        {"what": "fall", "on_day": ago(40)},
        {"what": "vet_visit", "on_day": ago(-2)},
    ):
        happening.add_happening(session, hamster, values)
    assert [(mark.letter, mark.words) for mark in read(session, 14).marks] == [
        ("A", "starts: Drops"), ("B", "ends: Drops"), ("C", "vet visit: left leg stronger"),
        ("D", "a new cage"), ("E", "vet visit"),
    ]  # fmt: skip


def add(session, **values):
    return dosing.add_medicine(session, session.hamster(), {"name": "Drops", **values})


def test_columns_read_alone_hold_what_whole_nights_hold(session):
    record(session, 3, gait=NotSeen.NOT_SEEN, weight_g=118.4, urine="less")
    record(session, 1, gait=2)
    hamster = session.hamster()
    found = recorded_between(
        session.diary, hamster.id, ["gait", "weight_g", "urine"], ago(9), TONIGHT
    )
    nights = session.diary.nights(hamster.id, ago(9), TONIGHT)
    for name, values in found.items():
        assert values == {
            night.evening: getattr(night, name)
            for night in nights
            if getattr(night, name) is not None
        }
    assert isinstance(nights[0], Night)
