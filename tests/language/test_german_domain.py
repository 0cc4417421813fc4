"""The domain speaks German: days, numbers, and what an owner reads of a declared thing."""

from datetime import date

import pytest

from hamdiary.domain.manner import (
    USUAL,
    Manner,
    aligned_day,
    brief_day,
    decimal,
    figures,
    full_day,
    thousands,
    use,
    with_year,
)

SUNDAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def usual_manner():
    use(USUAL)


@pytest.mark.usefixtures("german")
class TestDaysAndNumbers:
    def test_the_day_goes_first(self):
        assert brief_day(SUNDAY) == "So 22. Nov"
        assert full_day(SUNDAY) == "Sonntag, 22. November 2026"
        assert with_year(SUNDAY) == "So 22. Nov 2026"

    def test_days_lie_one_below_the_other(self):
        assert aligned_day(date(2026, 3, 1)) == "So  1. Mär"

    def test_the_owner_may_want_another_order(self):
        assert brief_day(SUNDAY, Manner(days="iso")) == "So 2026-11-22"
        assert full_day(SUNDAY, Manner(days="iso")) == "Sonntag 2026-11-22"

    def test_decimals_have_a_comma(self):
        assert (decimal(118.44, 1), figures(0.5), figures(1184.26, 4)) == ("118,4", "0,5", "1184")
        assert thousands(10_400) == "10.400"
