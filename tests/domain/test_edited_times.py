"""A recorded dose whose slot is gone, because times were edited, stands in for the nearest one."""

from datetime import date

from prescribed import BERLIN, course, dose, slots

from hamdiary.domain.dose_slots import slots_and_extras


def test_a_dose_of_the_old_time_stands_in_for_the_new_time():
    given = dose("2026-11-22T21:00")
    (found,) = slots(course("22:00"), "2026-11-22", "2026-11-22", [given])
    assert (found.due, found.dose) == ("2026-11-22T22:00", given)


def test_a_dose_of_its_own_comes_before_one_that_stands_in():
    own, old = dose("2026-11-22T22:00", "refused"), dose("2026-11-22T21:00")
    (found,) = slots(course("22:00"), "2026-11-22", "2026-11-22", [old, own])
    assert found.dose == own


def test_each_slot_takes_one_dose_and_each_dose_one_slot():
    old = [dose("2026-11-22T20:00"), dose("2026-11-22T20:30")]
    found, extras = slots_and_extras(
        course("21:00"), old, date(2026, 11, 22), date(2026, 11, 22), BERLIN
    )
    assert [slot.dose for slot in found] == old[:1]
    assert extras == old[1:]


def test_a_dose_too_far_from_any_slot_is_an_extra_one():
    old = dose("2026-11-23T09:00")
    _, extras = slots_and_extras(
        course("21:00"), [old], date(2026, 11, 22), date(2026, 11, 23), BERLIN
    )
    assert extras == [old]


def test_a_course_that_becomes_hourly_keeps_what_was_given():
    given = dose("2026-11-22T21:00")
    hourly = course("21:00", "2026-11-22", 2.0, every_h=8.0)
    first = slots(hourly, "2026-11-22", "2026-11-22", [given])[0]
    assert (first.due, first.dose) == ("2026-11-22T20:00Z", given)


def test_extra_doses_and_names_that_nobody_knows_belong_to_no_slot():
    odd = [dose("extra-1"), dose("some day")]
    found, extras = slots_and_extras(course(), odd, date(2026, 11, 22), date(2026, 11, 22), BERLIN)
    assert [slot.dose for slot in found] == [None]
    assert sorted(each.due for each in extras) == ["extra-1", "some day"]
