"""Medians, counts and tendencies of many nights."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamdiary.domain.measures import NotSeen
from hamdiary.domain.trends.comparing import (
    Tendency,
    compared,
    counts_of,
    sign_count,
    tendency,
)
from hamdiary.domain.trends.series import Median, Span, nights_up_to

LAST = date(2026, 11, 22)
UNSEEN = NotSeen.NOT_SEEN


def ending(*levels, last=LAST):
    """Levels of nights up to `last`; None is not recorded."""
    first = last - timedelta(days=len(levels) - 1)
    nights = enumerate(levels)
    return {first + timedelta(days=day): level for day, level in nights if level is not None}


LOOK = ending(0, None, 0, 1, 1, UNSEEN, 1, 1, 2, None, 1, 2, 3, 3)
"""The nights of the picture in look.md."""


def test_the_last_seven_nights_stand_against_the_seven_before():
    found = compared(LOOK, LAST)
    assert (found.before, found.now) == (Median(1, 1), Median(2, 2))
    assert (found.nights_before, found.nights_now) == (5, 6)


def test_nights_up_down_same_not_seen_and_not_recorded_are_counted_apart():
    counts = counts_of(LOOK, nights_up_to(LAST, 14))
    assert (counts.up, counts.same, counts.down) == (4, 5, 1)
    assert (counts.scored, counts.not_seen, counts.not_recorded) == (11, 1, 2)


@given(st.lists(st.one_of(st.none(), st.just(UNSEEN), st.integers(0, 5)), min_size=1, max_size=40))
def test_the_counts_add_up_to_the_nights(levels):
    counts = counts_of(ending(*levels), nights_up_to(LAST, len(levels)))
    assert counts.scored + counts.not_seen + counts.not_recorded == len(levels)
    assert counts.up + counts.same + counts.down == max(0, counts.scored - 1)


def test_fewer_than_seven_scored_nights_are_too_few_to_compare():
    assert not compared(ending(1, 2, 3, 4, 5, 5), LAST).enough
    assert not compared(ending(1, 2, 3, 4, 5, 5, 5), LAST).enough, "nothing before them"
    assert compared(ending(0, 1, 2, 3, 4, 5, 5, 5), LAST).enough


def pairs_counted(levels):
    pairs = ((a, b) for place, a in enumerate(levels) for b in levels[place + 1 :])
    return sum((b > a) - (b < a) for a, b in pairs)


@given(st.lists(st.integers(0, 5), max_size=60))
def test_the_sign_count_is_that_over_all_pairs(levels):
    assert sign_count(levels) == pairs_counted(levels)


@given(st.lists(st.integers(0, 5), max_size=60))
def test_the_sign_count_turns_its_sign_when_time_is_turned_round(levels):
    assert sign_count(levels[::-1]) == -sign_count(levels)


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ((0, 0, 1, 1, 2, 2, 3), Tendency.UP),
        ((3, 2, 2, 1, 1, 0, 0), Tendency.DOWN),
        ((2, 2, 2, 2, 2, 2, 2), Tendency.FLAT),
        ((0, 0, 0, 0, 0, 0, 0), Tendency.FLAT),
        ((3, 3, 3, 3, 3, 3, 4), Tendency.FLAT),
        ((2, 3, 2, 3, 2, 3, 2, 3), Tendency.FLAT),
        ((0, 1, 2, 3, 4, 5), Tendency.TOO_FEW),
        ((0, None, 1, UNSEEN, 2, 3, 4, None, 5), Tendency.TOO_FEW),
        ((), Tendency.TOO_FEW),
    ],
)
def test_a_tendency_needs_seven_scored_nights_and_more_than_noise(levels, expected):
    assert tendency(ending(*levels), nights_up_to(LAST, 20)) is expected


def test_only_the_span_is_looked_at():
    rising = ending(0, 1, 2, 3, 4, 4, 4, 4, 4, 4, 4, 4)
    assert tendency(rising, nights_up_to(LAST, 8)) is Tendency.FLAT
    assert tendency(rising, nights_up_to(LAST, 12)) is Tendency.UP


@given(
    st.dictionaries(st.integers(0, 30), st.integers(0, 5)).flatmap(
        lambda nights: st.permutations(list(nights.items())).map(lambda mixed: (nights, mixed))
    )
)
def test_words_do_not_depend_on_the_order_of_the_nights(pair):
    nights, mixed = pair
    one = {LAST - timedelta(days=day): level for day, level in nights.items()}
    other = {LAST - timedelta(days=day): level for day, level in mixed}
    span = Span(LAST - timedelta(days=30), LAST)
    assert tendency(one, span) is tendency(other, span)
    assert counts_of(one, span) == counts_of(other, span)
    assert compared(one, LAST) == compared(other, LAST)
