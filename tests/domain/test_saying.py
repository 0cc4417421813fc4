"""Recorded values in the owner's words, also those that a newer program wrote."""

from datetime import date

import pytest

from hamdiary.domain.hamster import Hamster
from hamdiary.domain.measures import Choice, NotSeen, Scale, measures_of
from hamdiary.domain.medicines import Medicine
from hamdiary.domain.night import Night
from hamdiary.domain.reading import read_value
from hamdiary.domain.saying import (
    NOT_RECORDED,
    amount,
    digit_of,
    field_label,
    plain_amount,
    said,
    step_of,
)
from hamdiary.domain.wellbeing import Wellbeing

NIGHT, HAMSTER = measures_of(Night), measures_of(Hamster)
EVERY = [*NIGHT.values(), *HAMSTER.values()]


@pytest.mark.parametrize(
    ("measure", "value", "words"),
    [
        (NIGHT["gait"], 3, "3 stands"),
        (NIGHT["gait"], 0, "0 still"),
        (NIGHT["leg_left"], 4, "4 normal"),
        (NIGHT["gait"], NotSeen.NOT_SEEN, "not seen"),
        (NIGHT["droppings"], NotSeen.NOT_CHECKED, "not checked"),
        (NIGHT["droppings"], "soft", "soft"),
        (NIGHT["pouches_empty"], "yes", "empty"),
        (NIGHT["weight_g"], 118.4, "118.4 g"),
        (NIGHT["weight_g"], 118, "118.0 g"),
        (NIGHT["water_ml"], 11.0, "11 ml"),
        (NIGHT["water_ml"], 11.5, "11.5 ml"),
        (NIGHT["water_ml"], 0.0, "0 ml"),
        (NIGHT["signs"], "not_checked", "not checked"),
        (NIGHT["note"], "ate\nslept", "ate\nslept"),
        (HAMSTER["species"], "winter_white", "Winter White"),
        (HAMSTER["goal_min"], 20.0, "20 min"),
        (HAMSTER["onset"], date(2026, 11, 9), "Mon 9 Nov 2026"),
    ],
)
def test_a_value_is_said_in_a_few_words(measure, value, words):
    assert said(measure, value) == words


@pytest.mark.parametrize(("grams", "words"), [(1184.0, "1184 g"), (0.0, "0 g"), (118.4, "118.4 g")])
def test_a_plain_amount_has_no_more_figures_than_one_would_type(grams, words):
    assert plain_amount(grams, NIGHT["weight_g"].kind) == words


@pytest.mark.parametrize(
    ("measure", "value", "words"),
    [
        (measures_of(Medicine)["days"], 1.0, "1 day"),
        (measures_of(Medicine)["days"], 7.0, "7 days"),
        (HAMSTER["ramp_every"], 1.0, "1 night"),
        (HAMSTER["ramp_every"], 2.0, "2 nights"),
        (measures_of(Wellbeing)["hurt"], 1.0, "1 point"),
        (measures_of(Wellbeing)["hurt"], 0.0, "0 points"),
        (NIGHT["water_ml"], 1.0, "1 ml"),
    ],
)
def test_one_of_something_is_said_as_one_and_read_again(measure, value, words):
    assert said(measure, value) == words
    assert read_value(measure, words, date(2026, 11, 22)).value == value


@pytest.mark.parametrize("measure", EVERY, ids=lambda each: each.name)
def test_nothing_recorded_is_said_to_be_so(measure):
    assert said(measure, None) == NOT_RECORDED == "not recorded"


@pytest.mark.parametrize("measure", EVERY, ids=lambda each: each.name)
def test_every_step_is_found_by_its_value_and_has_its_digit(measure):
    if not isinstance(measure.kind, Scale | Choice):
        return
    for place, step in enumerate(measure.kind.steps):
        value = place if isinstance(measure.kind, Scale) else step.code
        assert step_of(measure, value) is step
        assert digit_of(measure, value) == place
        assert step.short in said(measure, value)


@pytest.mark.parametrize("level", [6, 7, 99, -1])
def test_a_level_that_only_a_newer_program_knows_is_said_as_its_number(level):
    assert step_of(NIGHT["gait"], level) is None
    assert digit_of(NIGHT["gait"], level) is None
    assert said(NIGHT["gait"], level) == str(level)


def test_an_option_that_only_a_newer_program_knows_is_said_as_it_is_written():
    assert step_of(NIGHT["droppings"], "muddy") is None
    assert digit_of(NIGHT["droppings"], "muddy") is None
    assert said(NIGHT["droppings"], "muddy") == "muddy"


@pytest.mark.parametrize("value", [None, NotSeen.NOT_SEEN, NotSeen.NOT_CHECKED])
@pytest.mark.parametrize("measure", EVERY, ids=lambda each: each.name)
def test_what_was_not_seen_or_not_recorded_is_no_step(measure, value):
    assert step_of(measure, value) is None
    assert digit_of(measure, value) is None


@pytest.mark.parametrize("name", ["weight_g", "note", "signs"])
def test_only_levels_and_options_have_steps(name):
    assert step_of(NIGHT[name], "yes") is None
    assert digit_of(NIGHT[name], 3) is None


@pytest.mark.parametrize(
    ("grams", "shown"), [(0.01, "0.01 g"), (0.05, "0.05 g"), (0.1, "0.1 g"), (1.0, "1.0 g")]
)
def test_the_step_of_a_fine_scale_is_not_rounded_away(grams, shown):
    assert amount(grams, HAMSTER["scale_step_g"].kind) == shown


@pytest.mark.parametrize(
    ("declaring", "field", "label"),
    [
        (Night, "leg_left", "Left leg"),
        (Night, "sign_tilt", "head tilt"),
        (Hamster, "vet_phone", "Vet's phone"),
        (Night, "whiskers", "whiskers"),
        (Night, "sign_whiskers", "sign_whiskers"),
    ],
)
def test_a_field_is_called_by_its_label_and_an_unknown_one_by_its_name(declaring, field, label):
    assert field_label(declaring, field) == label
