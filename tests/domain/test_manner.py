"""How times, days and weights are written: by the owner's own manner, else by the country's."""

from datetime import date, time
from pathlib import Path

import pytest

from hamdiary.domain.manner import (
    USUAL,
    Manner,
    aligned_day,
    brief_day,
    clock_time,
    decimal,
    figures,
    full_day,
    in_use,
    manner_of_locale,
    ounces,
    thousands,
    use,
)
from hamdiary.domain.measures import measures_of
from hamdiary.domain.night import Night
from hamdiary.domain.saying import said
from hamdiary.domain.typed import Read
from hamdiary.domain.typed_dates import read_day, say_day, short_day
from hamdiary.domain.typed_times import read_time

SUNDAY = date(2026, 11, 22)


@pytest.fixture
def american():
    use(Manner(twelve_hours=True, days="month first", ounces=True))
    yield
    use(USUAL)


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (time(0, 0), "12:00 am"),
        (time(9, 4), "9:04 am"),
        (time(12, 0), "12:00 pm"),
        (time(21, 4), "9:04 pm"),
        (time(23, 59), "11:59 pm"),
    ],
)
def test_twelve_hours_are_written_and_read_alike(at, words):
    assert clock_time(at, Manner(twelve_hours=True)) == words
    assert read_time(words) == Read(at)


def test_twenty_four_hours_are_usual():
    assert clock_time(time(9, 4)) == "09:04"


@pytest.mark.parametrize(
    ("days", "brief", "full"),
    [
        ("day first", "Sun 22 Nov", "Sunday 22 November 2026"),
        ("month first", "Sun Nov 22", "Sunday, November 22, 2026"),
        ("iso", "Sun 2026-11-22", "Sunday 2026-11-22"),
    ],
)
def test_days_are_written_in_three_ways(days, brief, full):
    assert brief_day(SUNDAY, Manner(days=days)) == brief
    assert full_day(SUNDAY, Manner(days=days)) == full


@pytest.mark.parametrize("days", ["day first", "month first", "iso"])
def test_a_brief_day_can_be_typed_as_it_is_written(days):
    written = brief_day(SUNDAY, Manner(days=days))

    assert read_day(written.partition(" ")[2], SUNDAY) == Read(SUNDAY)


@pytest.mark.parametrize(
    ("days", "lines"),
    [
        ("day first", ["Sun 22 Nov", "Sun  1 Nov"]),
        ("month first", ["Sun Nov 22", "Sun Nov 1"]),
        ("iso", ["Sun 11-22", "Sun 11-01"]),
    ],
)
def test_days_lie_one_below_the_other(days, lines):
    use(Manner(days=days))
    try:
        assert [aligned_day(day) for day in (SUNDAY, date(2026, 11, 1))] == lines
    finally:
        use(USUAL)


def test_numbers_are_written_as_they_were():
    assert (decimal(118.44, 1), decimal(3, 0), figures(0.5), figures(1184.26, 4)) == (
        "118.4", "3", "0.5", "1184",
    )  # fmt: skip
    assert thousands(10_400) == "10,400"


@pytest.mark.parametrize(
    ("locale", "manner"),
    [
        ("en_US.UTF-8", Manner(True, "month first")),
        ("en_GB.UTF-8", USUAL),
        ("de_DE", USUAL),
        ("en_AU.UTF-8", Manner(True)),
        ("C.UTF-8", USUAL),
        ("", USUAL),
    ],
)
def test_the_country_says_it_where_the_owner_does_not(locale, manner):
    assert manner_of_locale({"LANG": locale}) == manner


def test_lc_all_goes_before_lc_time_and_lang():
    assert manner_of_locale({"LC_ALL": "de_DE", "LC_TIME": "en_US", "LANG": "en_US"}) == USUAL
    assert manner_of_locale({"LC_TIME": "en_US", "LANG": "de_DE"}).twelve_hours


def test_the_manner_in_use_reaches_every_word(american):
    weight = measures_of(Night)["weight_g"]

    assert (short_day(SUNDAY), say_day(SUNDAY)) == ("Sun Nov 22", "Sunday, November 22, 2026")
    assert said(weight, 118.4) == "118.4 g (4.18 oz)"
    assert said(measures_of(Night)["water_ml"], 8.5) == "8.5 ml"


def test_ounces_are_what_was_typed_as_ounces():
    assert ounces(4.2 * 28.349523125) == "4.20 oz"


def test_what_is_to_be_found_out_is_asked_for_once_and_only_when_it_matters():
    asked = []
    use(lambda: asked.append(1) or Manner(ounces=True))
    assert asked == []
    assert in_use().ounces and in_use().ounces
    assert asked == [1]
    use(USUAL)


AS_STORED_OR_TYPED = {
    "delivery/schedule.py", "domain/dose_counts.py", "domain/dose_slots.py",
    "domain/evening.py", "domain/manner.py", "domain/reminders/quiet.py",
    "domain/settings_listed.py", "domain/typed_times.py", "services/crash.py",
    "services/prescribing.py", "services/sample/care.py", "tui/views/recovery.py",
    "tui/widgets/editor.py",
}  # fmt: skip
"""Where a time is written as it is kept, as one types it, or for a machine."""


def test_times_are_written_at_one_place():
    package = Path(__file__).parents[2] / "hamdiary"
    rooms = [each for each in package.rglob("*.py") if each.parts[-2] != "storage"]
    found = {
        each.relative_to(package).as_posix()
        for each in rooms
        if "%H:%M" in each.read_text(encoding="utf-8")
    }

    assert found <= AS_STORED_OR_TYPED
