"""Courses for the tests of plots and words: empty ones, and some with a few series filled in."""

from datetime import date, timedelta

from hamdiary.domain.trends.course import Course
from hamdiary.domain.trends.series import nights_up_to

LAST = date(2026, 11, 22)


def ending(*values, last=LAST):
    """One value a night up to `last`; None is not recorded."""
    first = last - timedelta(days=len(values) - 1)
    nights = enumerate(values)
    return {first + timedelta(days=day): value for day, value in nights if value is not None}


def course(nights=14, **series):
    """A course of which only `series` is recorded."""
    empty = {
        "gait": {}, "leg_left": {}, "leg_right": {}, "weights": {}, "usual": None,
        "pouches_full": 0, "minutes": {}, "goal": {}, "ate": {}, "droppings": {}, "water": {},
        "doses": {}, "marks": (), "milestones": (), "treatment_start": None, "recorded": 0,
    }  # fmt: skip
    return Course(span=nights_up_to(LAST, nights), **{**empty, **series})
