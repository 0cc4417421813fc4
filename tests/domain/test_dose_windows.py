"""A dose can be given until the next one is due, at most 12 hours; then it is missed by itself."""

import pytest
from prescribed import at, course, dose, slots

from hamdiary.domain.dose_slots import SlotState


def state(medicine, evening, moment, *doses):
    (found,) = slots(medicine, evening, evening, doses)
    return found.state(at(moment))


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2026-11-22T20:59:59", SlotState.LATER),
        ("2026-11-22T21:00", SlotState.DUE),
        ("2026-11-23T08:59:59", SlotState.DUE),
        ("2026-11-23T09:00", SlotState.MISSED),
    ],
)
def test_a_dose_once_a_day_is_due_for_twelve_hours(moment, expected):
    assert state(course(), "2026-11-22", moment) is expected


def test_the_next_dose_ends_the_one_before():
    evening, morning = slots(course("01:00 21:00"), "2026-11-22", "2026-11-22")
    assert evening.closes == morning.at
    assert evening.state(at("2026-11-23T01:00")) is SlotState.MISSED
    assert morning.state(at("2026-11-23T01:00")) is SlotState.DUE


@pytest.mark.parametrize("status", ["given", "refused", "spat_out", "skipped"])
def test_what_is_recorded_counts_whenever_one_looks(status):
    recorded = dose("2026-11-22T21:00", status)
    for moment in ("2026-11-22T12:00", "2026-11-22T22:00", "2027-01-01T00:00"):
        assert state(course(), "2026-11-22", moment, recorded).value == status


def test_what_was_cleared_is_open_again():
    assert state(course(), "2026-11-22", "2026-11-22T22:00", dose("2026-11-22T21:00", None)) is (
        SlotState.DUE
    )


def test_a_dose_given_early_ends_the_one_before_too():
    early = dose("2026-11-22T21:00", at="2026-11-22T20:30+01:00")
    found = slots(course("09:00 21:00"), "2026-11-21", "2026-11-22", [early])
    morning = next(slot for slot in found if slot.due == "2026-11-22T09:00")
    assert morning.state(at("2026-11-22T20:29")) is SlotState.DUE
    assert morning.state(at("2026-11-22T20:30")) is SlotState.MISSED


def test_a_dose_skipped_beforehand_leaves_the_one_before_open():
    skipped = dose("2026-11-22T21:00", "skipped", at="2026-11-22T20:30+01:00")
    found = slots(course("09:00 21:00"), "2026-11-21", "2026-11-22", [skipped])
    morning = next(slot for slot in found if slot.due == "2026-11-22T09:00")
    assert morning.state(at("2026-11-22T20:45")) is SlotState.DUE
