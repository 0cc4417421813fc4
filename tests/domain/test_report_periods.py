"""Which nights a report is about."""

from datetime import date

import pytest

from hamdiary.domain.report import BadPeriod, Period
from hamdiary.domain.report.options import Known, nights_of

TONIGHT = date(2026, 11, 22)
BEGUN = date(2026, 10, 1)
KNOWN = Known(TONIGHT, BEGUN, visit=date(2026, 11, 17), onset=date(2026, 11, 9))


def first_of(period, known=KNOWN):
    return nights_of(period, known).first


@pytest.mark.parametrize(("nights", "first"), [(1, 22), (14, 9), (30, None)])
def test_the_last_nights_end_tonight(nights, first):
    span = nights_of(Period(nights=nights), KNOWN)
    assert (span.last, span.nights) == (TONIGHT, nights)
    assert first is None or span.first == date(2026, 11, first)


def test_the_night_of_the_last_visit_is_in_the_report():
    assert first_of(Period("since_vet")) == date(2026, 11, 17)


def test_the_night_of_the_onset_is_in_the_report():
    assert first_of(Period("since_onset")) == date(2026, 11, 9)


def test_a_period_of_two_dates_holds_both():
    span = nights_of(Period("dates", first=date(2026, 11, 3), last=date(2026, 11, 5)), KNOWN)
    assert (span.first, span.last, span.nights) == (date(2026, 11, 3), date(2026, 11, 5), 3)


def test_no_night_before_the_diary_was_begun_counts_as_one_without_an_entry():
    assert first_of(Period(nights=90)) == BEGUN
    assert first_of(Period("since_onset"), Known(TONIGHT, BEGUN, onset=date(2026, 1, 1))) == BEGUN


def test_a_night_to_come_is_not_in_the_report():
    assert nights_of(Period(last=date(2027, 1, 1)), KNOWN).last == TONIGHT


def test_an_empty_diary_has_a_report_of_the_nights_asked_for():
    assert nights_of(Period(nights=14), Known(TONIGHT)).nights == 14


@pytest.mark.parametrize(
    ("period", "known", "said"),
    [
        (Period("since_vet"), Known(TONIGHT), "happening add vet-visit"),
        (Period("since_onset"), Known(TONIGHT), "setup --edit --onset"),
        (Period(nights=0), KNOWN, "1 to"),
        (Period(nights=10**9), KNOWN, "1 to"),
        (Period("dates", first=date(2026, 12, 24)), KNOWN, "is after"),
        (Period("dates", first=date(2026, 11, 5), last=date(2026, 11, 4)), KNOWN, "is after"),
    ],
)
def test_a_period_without_nights_says_what_to_do(period, known, said):
    with pytest.raises(BadPeriod, match=said) as found:
        nights_of(period, known)
    assert "\n" not in str(found.value)
