"""Series of many nights: nothing invented, order of no matter, medians as the library has them."""

import itertools
import statistics
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from hamdiary.domain.measures import NotSeen
from hamdiary.domain.night import Night
from hamdiary.domain.trends.columns import column_of, in_columns, split
from hamdiary.domain.trends.series import (
    Span,
    median_of,
    nights_up_to,
    recorded,
    running_median,
    runs,
    scored,
    within,
)

FIRST = date(2026, 11, 1)
LEVELS = st.one_of(st.integers(0, 5), st.just(NotSeen.NOT_SEEN))
SCORES = st.dictionaries(
    st.integers(0, 400).map(lambda days: FIRST + timedelta(days=days)), LEVELS, max_size=60
)
SPANS = st.tuples(st.integers(0, 400), st.integers(1, 500)).map(
    lambda each: nights_up_to(FIRST + timedelta(days=each[0]), each[1])
)


def shuffled(scores, random):
    items = list(scores.items())
    random.shuffle(items)
    return dict(items)


@given(SCORES)
def test_the_running_median_is_that_of_the_library_over_three_scored_nights(scores):
    nights = scored(scores)
    for place, on in enumerate(on for on, _ in nights):
        last = [level for _, level in nights[max(0, place - 2) : place + 1]]
        found = running_median(scores).get(on)
        assert (found.value if found else None) == (
            statistics.median(last) if len(last) == 3 else None
        )


@given(SCORES)
def test_only_scored_nights_have_a_running_median(scores):
    assert set(running_median(scores)) <= {on for on, _ in scored(scores)}


@given(SCORES, st.randoms())
def test_the_order_of_the_input_does_not_matter(scores, random):
    other = shuffled(scores, random)
    assert scored(other) == scored(scores)
    assert running_median(other) == running_median(scores)


@given(st.lists(st.floats(allow_nan=False, allow_infinity=False, width=32), min_size=1))
def test_a_median_is_that_of_the_library(values):
    found = median_of(values)
    assert found.low == statistics.median_low(values)
    assert found.high == statistics.median_high(values)


def test_a_median_of_nothing_or_of_nan_is_none():
    assert median_of([]) is None
    assert median_of([float("nan"), float("inf")]) is None


def test_not_seen_is_kept_apart_from_not_recorded():
    nights = [
        Night("h", FIRST, gait=NotSeen.NOT_SEEN),
        Night("h", FIRST + timedelta(days=1)),
        Night("h", FIRST + timedelta(days=2), gait=0),
    ]
    scores = recorded(nights, "gait")
    assert scores == {FIRST: NotSeen.NOT_SEEN, FIRST + timedelta(days=2): 0}
    assert scored(scores) == [(FIRST + timedelta(days=2), 0)]


@given(SCORES, SPANS)
def test_a_span_holds_only_what_was_recorded_on_its_evenings(scores, span):
    inside = within(scores, span)
    assert inside == {on: scores[on] for on in span.evenings() if on in scores}


@given(st.lists(st.integers(0, 40), unique=True))
def test_runs_break_where_a_night_is_missing(days):
    evenings = [FIRST + timedelta(days=day) for day in sorted(days)]
    found = list(runs(evenings))
    assert [on for run in found for on in run] == evenings
    assert all((b - a).days == 1 for run in found for a, b in itertools.pairwise(run))


@given(SPANS, st.integers(1, 300))
def test_columns_share_the_nights_evenly_and_leave_none_out(span, columns):
    parts = split(span, columns)
    assert [on for part in parts for on in part.evenings()] == list(span.evenings())
    assert len(parts) == min(columns, span.nights)
    lengths = {part.nights for part in parts}
    assert max(lengths) - min(lengths) <= 1
    assert all(on in parts[column_of(span, columns, on)] for on in span.evenings())


@given(SCORES, SPANS, st.integers(1, 300))
def test_columns_count_every_night_once_and_invent_none(scores, span, columns):
    inside = within(scores, span)
    found = in_columns(scores, span, columns)
    assert sum(each.known for each in found) == len(scored(inside))
    assert sum(each.known + each.not_seen for each in found) == len(inside)


@given(SCORES, SPANS, st.integers(1, 300))
def test_a_column_shows_lowest_middle_and_highest_of_its_nights(scores, span, columns):
    parts = split(span, columns)
    for part, column in zip(parts, in_columns(scores, span, columns), strict=True):
        levels = [level for _, level in scored(within(scores, part))]
        assert column.low == min(levels, default=None)
        assert column.high == max(levels, default=None)
        middle = column.median.value if column.median else None
        assert middle == (statistics.median(levels) if levels else None)


def test_numbers_that_are_none_leave_no_trace_in_a_column():
    span = Span(FIRST, FIRST)
    (column,) = in_columns({FIRST: float("nan")}, span, 1)
    assert column.known == 0 and column.median is None
