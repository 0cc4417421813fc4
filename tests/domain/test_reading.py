"""What an owner types becomes a value, a question or a clear refusal, whatever it is."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamdiary.domain.hamster import Hamster
from hamdiary.domain.measures import Choice, NotSeen, Scale, columns_of, measures_of
from hamdiary.domain.night import Night
from hamdiary.domain.reading import read_value
from hamdiary.domain.saying import said
from hamdiary.domain.typed import Read, Refused, Unclear
from hamdiary.domain.values import loaded, stored

TODAY = date(2026, 11, 22)
NIGHT, HAMSTER = measures_of(Night), measures_of(Hamster)
COLUMNS = [*dict(columns_of(Night)).values(), *HAMSTER.values()]
PIECES = ["3", "not", "seen", "_", " ", "x", "118", ".", ",", "g", "yes", "-", "\u200b", "Nov", "9"]
TYPED = st.one_of(
    st.text(st.characters(exclude_categories=()), max_size=40),
    st.lists(st.sampled_from(PIECES), max_size=6).map("".join),
)


def value_of(measure, typed, **more):
    reading = read_value(measure, typed, TODAY, **more)
    assert isinstance(reading, Read), reading
    return reading.value


def reason_for(measure, typed, **more):
    reading = read_value(measure, typed, TODAY, **more)
    assert isinstance(reading, Refused), reading
    return reading.reason


# Levels and options


@pytest.mark.parametrize("typed", ["3", " 3 ", "stands", "STANDS", "Stands "])
def test_a_level_is_typed_as_its_number_or_its_word(typed):
    assert value_of(NIGHT["gait"], typed) == 3


@pytest.mark.parametrize("typed", ["6", "-1", "3.0", "33", "", " ", "stand", "٣", "1e0", "3 4"])
def test_what_is_no_level_is_refused(typed):
    assert reason_for(NIGHT["gait"], typed)


def test_a_refused_level_names_all_levels():
    assert reason_for(NIGHT["gait"], "six") == (
        "“six” is not one of: 0 still, 1 flicker, 2 pushes, 3 stands, 4 wobbly, 5 normal, not_seen"
    )


@pytest.mark.parametrize(
    "typed", ["x", "X", "not seen", "not_seen", "not-seen", "Not Checked", "unknown", "?"]
)
def test_looked_and_could_not_tell_can_be_said_in_several_ways(typed):
    assert value_of(NIGHT["gait"], typed) is NotSeen.NOT_SEEN
    assert value_of(NIGHT["droppings"], typed) is NotSeen.NOT_CHECKED


def test_not_seen_is_refused_where_there_is_no_such_answer():
    assert reason_for(NIGHT["night_quality"], "x") == "“x” is not one of: 0 good, 1 mixed, 2 bad"
    assert reason_for(HAMSTER["species"], "not seen")


def test_unknown_is_an_option_where_it_is_declared_as_one():
    assert value_of(HAMSTER["cause"], "unknown") == "unknown"


@pytest.mark.parametrize("measure", COLUMNS, ids=lambda each: each.name)
def test_every_step_can_be_typed_by_its_code_its_word_and_its_digit(measure):
    if not isinstance(measure.kind, Scale | Choice):
        return
    for place, step in enumerate(measure.kind.steps):
        value = place if isinstance(measure.kind, Scale) else step.code
        for typed in (step.code, step.code.replace("_", "-"), step.short.upper(), str(place)):
            assert value_of(measure, typed) == value


def test_the_first_digit_of_a_choice_may_be_one():
    assert value_of(HAMSTER["species"], "1", first_digit=1) == "syrian"
    assert value_of(HAMSTER["species"], "7", first_digit=1) == "unknown_dwarf"
    assert reason_for(HAMSTER["species"], "0", first_digit=1)
    assert reason_for(HAMSTER["species"], "8", first_digit=1)


def test_options_may_have_no_digits_and_levels_always_have_them():
    assert reason_for(NIGHT["droppings"], "2", first_digit=None)
    assert value_of(NIGHT["droppings"], "normal", first_digit=None) == "normal"
    assert value_of(NIGHT["gait"], "2", first_digit=None) == 2


# Amounts


@pytest.mark.parametrize("typed", ["118.4", "118,4 g", "118.40", " 118.4g "])
def test_an_amount_is_read_with_or_without_its_unit(typed):
    assert read_value(NIGHT["weight_g"], typed, TODAY) == Read(118.4)


def test_an_amount_in_another_unit_is_told_back():
    reading = read_value(NIGHT["weight_g"], "4.2 oz", TODAY)
    assert reading == Read(119.1, "read as 119.1 g")


def test_an_amount_that_is_rounded_is_told_back():
    assert read_value(NIGHT["weight_g"], "118.46", TODAY) == Read(118.5, "kept as 118.5 g")
    assert read_value(HAMSTER["goal_min"], "12.6", TODAY) == Read(13, "kept as 13 min")


def test_more_than_can_be_is_refused_and_as_much_as_can_be_is_read():
    assert value_of(NIGHT["weight_g"], "5000") == 5000
    assert reason_for(NIGHT["weight_g"], "5000.1") == "Weight cannot be more than 5000 g"


def test_an_amount_that_can_be_two_is_asked_about():
    reading = read_value(NIGHT["weight_g"], "1.184", TODAY)
    assert isinstance(reading, Unclear)
    assert [value for _, value in reading.readings] == [1.184, 1184.0]


@pytest.mark.parametrize("typed", ["-3", "nan", "inf", "1e999", "9" * 5000, "", "heavy"])
def test_what_is_no_amount_is_refused(typed):
    assert len(reason_for(NIGHT["weight_g"], typed)) < 150


# Signs


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("yes", "yes"), ("Y", "yes"), ("no", "no"), ("n", "no"), ("x", "not_checked"),
        ("not checked", "not_checked"), ("not_checked", "not_checked"),
    ],
)  # fmt: skip
def test_a_sign_is_yes_no_or_not_checked(typed, answer):
    assert value_of(NIGHT["signs"], typed) == answer


@pytest.mark.parametrize("typed", ["", "maybe", "0", "1", "true"])
def test_what_is_no_answer_about_a_sign_is_refused(typed):
    assert reason_for(NIGHT["signs"], typed) == "say yes, no or not_checked"


# Words and days


def test_a_note_keeps_its_lines_and_a_name_is_one_line():
    assert value_of(NIGHT["note"], "  ate\r\nand slept \n") == "ate\nand slept"
    assert value_of(HAMSTER["name"], " Bis\ncuit ") == "Bis cuit"


@pytest.mark.parametrize("typed", ["", "  \n", "\u200b", "\u2800", "\x1b[31m"])
def test_words_that_show_nothing_are_refused(typed):
    assert reason_for(HAMSTER["name"], typed) == "Name is empty; leave it out instead"


def test_words_may_be_as_long_as_the_measure_takes_and_no_longer():
    most = HAMSTER["name"].kind.most
    assert value_of(HAMSTER["name"], "b" * most) == "b" * most
    assert reason_for(HAMSTER["name"], "b" * (most + 1)) == (
        f"Name is too long: {most + 1} of at most {most} letters"
    )


def test_letters_that_cannot_be_kept_are_replaced_and_that_is_said():
    reading = read_value(NIGHT["note"], "half a \ud83d hamster", TODAY)
    assert reading == Read("half a \ufffd hamster", "letters that cannot be stored were replaced")


def test_a_day_is_read_as_seen_from_today():
    assert value_of(HAMSTER["onset"], "yesterday") == date(2026, 11, 21)
    assert isinstance(read_value(HAMSTER["onset"], "3/4/2026", TODAY), Unclear)
    assert reason_for(HAMSTER["onset"], "30 Feb 2026")


# Anything at all


@given(st.sampled_from(COLUMNS), TYPED, st.sampled_from([0, 1, None]))
def test_whatever_is_typed_comes_to_something_that_can_be_kept_and_said(measure, typed, first):
    reading: Any = read_value(measure, typed, TODAY, first_digit=first)
    match reading:
        case Read():
            kept = stored(measure, reading.value)
            assert loaded(measure.kind, kept) == reading.value
            assert said(measure, reading.value)
        case Unclear():
            assert len(reading.readings) == 2
        case Refused():
            assert reading.reason and "\n" not in reading.reason and len(reading.reason) < 250
            reading.reason.encode()
