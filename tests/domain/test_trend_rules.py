"""Left against right, insight with care, treatment days and weight: one rule of the domain each."""

from datetime import date, timedelta

import pytest

from hamdiary.domain.measures import NotSeen
from hamdiary.domain.trends.insight import after_long_outings
from hamdiary.domain.trends.legs import balance_of
from hamdiary.domain.trends.series import Median, nights_up_to
from hamdiary.domain.trends.treatment import PUBLISHED_CASE, published_gait, treatment_day
from hamdiary.domain.trends.weighing import usual_weight, weighed

LAST = date(2026, 11, 22)
SPAN = nights_up_to(LAST, 14)


def ending(*values):
    first = LAST - timedelta(days=len(values) - 1)
    return {
        first + timedelta(days=day): value for day, value in enumerate(values) if value is not None
    }


# Left against right (domain §1.6)


@pytest.mark.parametrize(
    ("left", "right", "said"),
    [
        ((1, 1, 1), (1, 1, 1), False),
        ((2, 2), (1, 1), False),
        ((2, 2, 2), (1, 1, 1), True),
        ((1, 1, 1), (2, 2, 2), True),
        ((3,), (1,), True),
        ((2, 1, 2), (1, 2, 1), False),
        ((2, NotSeen.NOT_SEEN, 2, 2), (1, 1, 1, None), False),
        ((), (), False),
    ],
)
def test_a_difference_is_said_from_two_levels_or_three_nights_alike(left, right, said):
    assert balance_of(ending(*left), ending(*right), SPAN).worth_saying is said


def test_the_latest_nights_in_a_row_are_counted_over_those_with_both_legs_scored():
    balance = balance_of(ending(1, 2, 2, None, 2), ending(1, 1, 1, 1, 1), SPAN)
    assert (balance.side, balance.run, balance.scored) == ("left", 3, 4)


# Insight with care


def nights_after(long_ones, others):
    """Minutes on every second evening, and a score on the night after each."""
    minutes, scores = {}, {}
    on = LAST - timedelta(days=80)
    for spent, level in [(25, 3)] * long_ones + [(5, 1)] * others:
        minutes[on] = spent
        scores[on + timedelta(days=1)] = level
        on += timedelta(days=2)
    return scores, minutes


def test_an_insight_needs_seven_nights_of_both_kinds():
    wide = nights_up_to(LAST, 100)
    assert after_long_outings(*nights_after(7, 6), wide) is None
    assert after_long_outings(*nights_after(6, 7), wide) is None
    insight = after_long_outings(*nights_after(7, 8), wide)
    assert (insight.after, insight.nights_after) == (Median(3, 3), 7)
    assert (insight.others, insight.nights_others) == (Median(1, 1), 8)


def test_a_night_after_an_evening_without_record_counts_for_neither():
    scores, minutes = nights_after(7, 7)
    del minutes[max(minutes)]
    assert after_long_outings(scores, minutes, nights_up_to(LAST, 100)) is None


# Treatment


def test_there_is_no_day_nought_of_a_treatment():
    start = date(2026, 11, 11)
    days = [treatment_day(start, start + timedelta(days=each)) for each in (-2, -1, 0, 1)]
    assert days == [-2, -1, 1, 2]


def test_the_published_case_has_only_the_days_that_were_told():
    told = published_gait(date(2026, 11, 11))
    assert told == {date(2026, 11, 11): 0, date(2026, 11, 20): 2, date(2026, 11, 30): 4}
    assert [each.day for each in PUBLISHED_CASE] == [1, 10, 20]


# Weight


def test_the_usual_weight_names_the_weighings_it_is_the_median_of():
    weights = ending(*([120.0] * 3), *([None] * 8), 122.0, 118.0, 90.0)
    usual = usual_weight(weights, LAST, None)
    assert usual.grams == 120
    assert (usual.weighings, usual.first) == (3, LAST - timedelta(days=13))
    assert usual.last == LAST - timedelta(days=11)


def test_what_the_owner_calls_usual_comes_first():
    usual = usual_weight(ending(*([120.0] * 14)), LAST, 131.0)
    assert (usual.grams, usual.weighings, usual.first) == (131.0, 0, None)


def test_fewer_than_three_weighings_are_not_usual():
    assert usual_weight(ending(120.0, 121.0), LAST, None) is None
    assert usual_weight({LAST: float("nan")}, LAST, None) is None


def test_the_last_weighing_stands_against_the_usual_and_a_week_before():
    weights = ending(110.0, *([None] * 6), 118.4)
    stands = weighed(weights, SPAN, usual_weight(weights, LAST, 121.0))
    assert stands.latest == (LAST, 118.4)
    assert (stands.change.grams, stands.change.nights) == (8.4, 7)
    assert stands.percent == pytest.approx(97.85, abs=0.01)


def test_nothing_is_said_of_a_weight_before_the_span():
    assert weighed({LAST - timedelta(days=20): 120.0}, SPAN, None) is None
