"""A day that can lie ahead is read as the nearest one."""

from datetime import date

import pytest

from hamdiary.domain.typed import Read, Refused
from hamdiary.domain.typed_days_near import read_day_near

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tomorrow", "2026-11-23"),
        ("in 3 days", "2026-11-25"),
        ("+2w", "2026-12-06"),
        ("today", "2026-11-22"),
        ("yesterday", "2026-11-21"),
        ("-2d", "2026-11-20"),
        ("two weeks", "2026-11-08"),
        ("3 months ago", "2026-08-22"),
        ("sun", "2026-11-22"),
        ("mon", "2026-11-16"),
        ("24 Nov", "2026-11-24"),
        ("20 Nov", "2026-11-20"),
        ("3 Jan", "2027-01-03"),
        ("24 Nov 2025", "2025-11-24"),
        ("2026-12-24", "2026-12-24"),
        ("2020-01-01", "2020-01-01"),
    ],
)
def test_the_nearest_such_day_is_meant(typed, meant):
    assert read_day_near(typed, TODAY) == Read(date.fromisoformat(meant))


@pytest.mark.parametrize("typed", ["", "30 Feb", "soon", "x" * 500, "in 3 fortnights"])
def test_what_is_no_day_is_refused(typed):
    assert isinstance(read_day_near(typed, TODAY), Refused)
