"""The domain speaks German: days, numbers, and what an owner reads of a declared thing."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from catalogue import is_said, read
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hamdiary.domain.hamster import age_in_words
from hamdiary.domain.hints.hint import Fact
from hamdiary.domain.hints.words import facts_said, number_said
from hamdiary.domain.language import english
from hamdiary.domain.manner import (
    MONTHS,
    USUAL,
    WEEKDAYS,
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
from hamdiary.domain.measures import Choice, NotSeen, Scale, measures_of
from hamdiary.domain.medicines import Medicine
from hamdiary.domain.night import Night
from hamdiary.domain.questions import gait_and_legs
from hamdiary.domain.reading import read_value
from hamdiary.domain.saying import said
from hamdiary.domain.things import KINDS, declaring_of
from hamdiary.domain.typed import Read, Refused
from hamdiary.domain.typed_dates import is_estimate, read_day
from hamdiary.domain.typed_day_words import GERMAN_MONTHS, GERMAN_WEEKDAYS
from hamdiary.domain.typed_days_near import read_day_near
from hamdiary.domain.typed_times import WallClock, read_moment, read_span, read_time
from hamdiary.domain.values import stored
from hamdiary.domain.wellbeing import Wellbeing

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


@pytest.mark.usefixtures("german")
class TestTypedDays:
    @given(day=st.dates(date(1990, 1, 1), date(2200, 12, 31)))
    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    def test_every_written_day_is_read_again(self, day):
        near = day + timedelta(days=100)
        assert read_day(brief_day(day), min(near, date(2200, 12, 31))) == Read(day)
        assert read_day(full_day(day), SUNDAY) == Read(day)
        assert read_day(with_year(day), SUNDAY) == Read(day)

    def test_a_wrong_weekday_is_refused(self):
        assert isinstance(read_day("Mo 22. Nov", SUNDAY), Refused)

    def test_a_refusal_is_german_and_its_examples_can_be_typed(self):
        refused = read_day("neulich", SUNDAY)

        assert isinstance(refused, Refused)
        assert refused.reason == (
            "„neulich“ ist nicht als Tag zu lesen. Schreib ihn so: 2026-11-22, 22. Nov, gestern "
            "oder mo."
        )
        for typed in ("2026-11-22", "22. Nov", "gestern", "mo"):
            assert isinstance(read_day(typed, SUNDAY), Read)


@pytest.mark.parametrize(
    ("typed", "back"),
    [
        ("heute", 0),
        ("gestern", 1),
        ("vorgestern", 2),
        ("Mo", 6),
        ("Donnerstag", 3),
        ("So, 8. November", 14),
        ("9. Nov", 13),
        ("9. November 2026", 13),
        ("vor zwei Wochen", 14),
        ("vor 3 Tagen", 3),
        ("zwei Wochen", 14),
        ("etwa 7 Wochen alt", 49),
    ],
)
def test_german_days_are_read_whatever_the_language_is(typed, back):
    assert read_day(typed, SUNDAY) == Read(SUNDAY - timedelta(days=back))


def test_a_german_guess_is_an_estimate():
    assert is_estimate("etwa 4. Okt") and is_estimate("7 Wochen") and not is_estimate("4. Okt")


@pytest.mark.parametrize(
    ("typed", "ahead"), [("morgen", 1), ("übermorgen", 2), ("in 3 Tagen", 3), ("in 2 Wochen", 14)]
)
def test_german_days_to_come(typed, ahead):
    assert read_day_near(typed, SUNDAY) == Read(SUNDAY + timedelta(days=ahead))


def test_no_word_for_a_month_or_weekday_means_two():
    for names, german in ((WEEKDAYS, GERMAN_WEEKDAYS), (MONTHS, GERMAN_MONTHS)):
        for number, name in enumerate(names):
            for other, word in enumerate(german):
                if number != other:
                    assert name.casefold()[:3] not in (word, word[:3], word[:2])


@pytest.mark.parametrize(
    ("typed", "seconds"),
    [("25 Minuten", 1500), ("1 h und 5 min", 3900), ("eine halbe Stunde", 1800), ("2 std", 7200)],
)
def test_german_spans_of_time(typed, seconds):
    assert read_span(typed) == Read(float(seconds))


@pytest.mark.parametrize("typed", ["21 Uhr", "21:00 Uhr", "21 uhr 00"])
def test_german_times(typed):
    assert read_time(typed) == Read(time(21))


def test_german_moments():
    now = datetime(2026, 11, 22, 21, 15, tzinfo=UTC)
    clock = WallClock(SUNDAY, UTC, now)

    assert read_moment("jetzt", clock) == Read(now)
    assert read_moment("vor 10 min", clock) == read_moment("10 min ago", clock)


NIGHT = measures_of(Night)


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("gait", "steht", 3),
        ("gait", "wackelig", 4),
        ("gait", "wack", 4),
        ("gait", "stands", 3),
        ("gait", "nicht gesehen", NotSeen.NOT_SEEN),
        ("droppings", "weich", "soft"),
        ("droppings", "wäs", "watery"),
        ("ate", "die Hälfte", "half"),
        ("cleaned", "ja", "yes"),
        ("weight_g", "118,4 Gramm", 118.4),
    ],
)
@pytest.mark.usefixtures("german")
def test_levels_are_read_as_they_are_shown(name, typed, value):
    assert read_value(NIGHT[name], typed, SUNDAY) == Read(value)


@pytest.mark.usefixtures("german")
def test_every_shown_level_is_read_as_itself():
    for kind in KINDS:
        for measure in measures_of(declaring_of(kind)).values():
            if isinstance(measure.kind, Scale | Choice):
                for number, step in enumerate(measure.kind.steps):
                    wanted = number if isinstance(measure.kind, Scale) else step.code
                    for typed in (step.short, step.code):
                        assert read_value(measure, typed, SUNDAY) == Read(wanted), typed


@pytest.mark.usefixtures("german")
def test_what_could_mean_two_levels_is_refused():
    assert isinstance(read_value(NIGHT["droppings"], "w", SUNDAY), Refused)
    assert isinstance(read_value(NIGHT["gait"], "kei", SUNDAY), Refused)


@pytest.mark.usefixtures("german")
def test_a_refusal_names_what_can_be_typed():
    refused = read_value(NIGHT["gait"], "hüpft", SUNDAY)

    assert isinstance(refused, Refused)
    assert refused.reason == (
        "„hüpft“ ist keins von: 0 reglos, 1 zuckt, 2 schiebt, 3 steht, 4 wackelig, 5 normal, "
        "nicht gesehen"
    )


@pytest.mark.parametrize("typed", ["7 Tage", "7 days", "1 week", "1 Woche"])
@pytest.mark.usefixtures("german")
def test_units_are_read_in_both_languages(typed):
    assert read_value(measures_of(Medicine)["days"], typed, SUNDAY).value == 7


@pytest.mark.usefixtures("german")
class TestSaid:
    def test_values(self):
        assert said(NIGHT["weight_g"], 118.4) == "118,4 g"
        assert said(NIGHT["gait"], 3) == "3 steht"
        assert said(NIGHT["gait"], NotSeen.NOT_SEEN) == "nicht gesehen"
        assert said(NIGHT["ate"], None) == "nicht eingetragen"

    def test_one_of_something(self):
        days = measures_of(Medicine)["days"]
        assert [said(days, 1), said(days, 2)] == ["1 Tag", "2 Tage"]
        assert said(measures_of(Wellbeing)["hurt"], 1) == "1 Punkt"
        assert read_value(measures_of(Wellbeing)["hurt"], "1 Punkt", SUNDAY).value == 1

    def test_ages(self):
        assert age_in_words(date(2026, 10, 4), SUNDAY) == "7 Wochen"
        assert age_in_words(date(2025, 10, 20), SUNDAY) == "1 Jahr 1 Monat"

    def test_what_fed_a_hint(self):
        facts = [Fact(date(2026, 11, 21), "gait", 3), Fact(SUNDAY, "gait", 1)]
        assert facts_said(facts) == "Gang 3 steht am Sa 21. Nov, 1 zuckt am So 22. Nov"
        assert facts_said([Fact(SUNDAY, "onset", "yes")]) == "Hinterbeine schwach seit So 22. Nov"

    def test_a_figure_of_a_hint_has_a_comma(self):
        assert number_said("usual", 92.8) == "92,8"
        assert number_said("percent", 16) == "16"

    def test_a_question(self):
        asked = gait_and_legs(Night("h", SUNDAY, gait=5, leg_left=1, leg_right=3))
        assert asked[0].text == (
            "Gang 5 mit Beinen 1 und 3: bei Gang 5 sind beide Beine 3 oder mehr. Behalten?"
        )

    def test_labels_fit_their_column(self):
        too_long = [
            measure.label
            for kind in KINDS
            for measure in measures_of(declaring_of(kind)).values()
            if len(measure.label) > 17 and len(english(measure, "label")) <= 17
        ]
        assert too_long == []

    def test_short_words_of_a_night_fit(self):
        too_long = [
            step.short
            for measure in NIGHT.values()
            if isinstance(measure.kind, Scale | Choice)
            for step in measure.kind.steps
            if len(step.short) > 12
        ]
        assert too_long == []


@pytest.mark.usefixtures("german")
class TestEnglishStaysUnderneath:
    def test_what_is_stored_is_the_code(self):
        assert stored(
            NIGHT["droppings"], read_value(NIGHT["droppings"], "weich", SUNDAY).value
        ) == ("soft")

    def test_a_unit_is_known_by_its_english(self):
        assert english(measures_of(Medicine)["days"].kind, "unit") == "days"


def test_nothing_of_the_domain_lacks():
    assert [each.id for each in read("domain") if each.id and not is_said(each)] == []
