"""An amount is read as it is typed, asked about when unclear, and never guessed."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamdiary.domain.typed import Read, Refused, Unclear
from hamdiary.domain.typed_numbers import read_number

OUNCES = {"oz": 28.349523125}
TYPED = st.one_of(
    st.text(max_size=30),
    st.text("0123456789.,-+_' goz٣５−", max_size=26),
)


def value_of(text: str, unit: str = "g") -> float:
    reading = read_number(text, unit, OUNCES)
    assert isinstance(reading, Read), reading
    return reading.value


def reason_for(text: str, unit: str = "g") -> str:
    reading = read_number(text, unit, OUNCES)
    assert isinstance(reading, Refused), reading
    return reading.reason


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("150g", 150),
        ("150 g", 150),
        (" 150  G ", 150),
        ("150\xa0g.", 150),
        ("150", 150),
        ("+5", 5),
        ("118.4", 118.4),
        (".5", 0.5),
        ("0.500", 0.5),
        ("1500.250", 1500.25),
    ],
)
def test_a_number_is_read_with_or_without_its_unit(text: str, value: float) -> None:
    assert read_number(text, "g") == Read(value)


@pytest.mark.parametrize(("text", "value"), [("1,5", 1.5), ("1,02", 1.02), (",5", 0.5)])
def test_a_comma_is_a_decimal_sign(text: str, value: float) -> None:
    assert read_number(text, "ml") == Read(value)


@pytest.mark.parametrize("text", ["1.500", "1,500", "1.500 g"])
def test_a_separator_before_three_digits_is_asked_about(text: str) -> None:
    reading = read_number(text, "g")
    assert isinstance(reading, Unclear)
    assert reading.readings == (("1.5 g", 1.5), ("1500 g", 1500))
    assert reading.question == f"“{text}” can be 1.5 g or 1500 g. Write the one you mean."


@pytest.mark.parametrize("text", ["1.234", "118.400", "999.999oz", "20,000", "1.050 OZ"])
def test_each_reading_offered_is_clear_when_typed(text: str) -> None:
    reading = read_number(text, "g", OUNCES)
    assert isinstance(reading, Unclear)
    for typed, value in reading.readings:
        assert value_of(typed) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [("1.234,5", 1234.5), ("1,234.5", 1234.5), ("1,234.567", 1234.567), ("12.345,6", 12345.6)],
)
def test_two_different_separators_are_clear(text: str, value: float) -> None:
    assert read_number(text) == Read(value)


@pytest.mark.parametrize("text", ["-3", "- 3 g", "−3", "-0", "-1,5"])
def test_less_than_nothing_is_refused(text: str) -> None:
    assert "cannot be below 0" in reason_for(text)


def test_nothing_weighs_zero_but_zero_is_a_number() -> None:
    assert read_number("0", "g") == Read(0)


@pytest.mark.parametrize(
    "text",
    [
        *("nan", "inf", "-inf", "Infinity", "1e999", "1e9", "0x10", "1_0", "1__000"),
        *("1.2.3", "1,23.4", "12,", "12.", ".", "1/2", "½", "5 lb 3", "1.234,567,8", "hamster"),
        "9223372036854775808",
    ],
)
def test_what_is_no_plain_amount_is_refused(text: str) -> None:
    assert reason_for(text)


@pytest.mark.parametrize(
    ("text", "value", "notice"),
    [
        ("1_000", 1000, "read as 1000 g"),
        ("1 500", 1500, "read as 1500 g"),
        ("1’500,5", 1500.5, "read as 1500.5 g"),
        ("１５０", 150, "read as 150 g"),
        ("１５０ｇ", 150, "read as 150 g"),
        ("١٥٠", 150, "read as 150 g"),
        ("١٫٥", 1.5, "read as 1.5 g"),
        ("१५०", 150, "read as 150 g"),
        ("150\u200b g", 150, "read as 150 g"),
    ],
)
def test_digits_written_otherwise_are_read_and_told(text: str, value: float, notice: str) -> None:
    assert read_number(text, "g") == Read(value, notice)


@pytest.mark.parametrize("text", ["9" * 5000, "9" * 25, "1" + "0" * 100_000])
def test_a_very_long_number_is_refused_before_it_is_read(text: str) -> None:
    reason = reason_for(text)
    assert "too long" in reason
    assert len(reason) < 80


def test_white_space_around_does_not_count_as_length() -> None:
    assert value_of(" " * 30 + "12" + " " * 30) == 12


@pytest.mark.parametrize("text", ["", "   ", "\u200b"])
def test_nothing_is_not_zero(text: str) -> None:
    assert reason_for(text) == "Nothing is written here. Write it like 12 g or 12.5 g."


def test_another_unit_is_converted_and_told() -> None:
    assert read_number("4.2 oz", "g", OUNCES) == Read(119.1, "read as 119.1 g")


def test_another_name_of_the_same_unit_changes_nothing() -> None:
    assert read_number("30 Minutes", "min", {"minutes": 1}) == Read(30)


def test_an_unknown_unit_is_refused_with_the_known_ones() -> None:
    assert reason_for("5 lb") == "“lb” is not a unit used here. Write g or oz."


def test_a_measure_without_a_unit_takes_none() -> None:
    assert read_number("5 g") == Refused("This number has no unit. Write it without “g”.")


@given(TYPED, st.sampled_from(["", "g", "ml"]))
def test_no_text_ends_in_an_error_or_an_endless_number(text: str, unit: str) -> None:
    reading = read_number(text, unit, OUNCES)
    match reading:
        case Read(value):
            assert math.isfinite(value)
            assert math.copysign(1, value) > 0
        case Unclear(question, readings):
            assert "\n" not in question
            assert [value_of(typed, unit) for typed, _ in readings] == [v for _, v in readings]
        case Refused(reason):
            assert reason
            assert "\n" not in reason


@given(st.text("0123456789.,", min_size=1, max_size=10))
def test_whatever_is_offered_reads_back_as_offered(text: str) -> None:
    reading = read_number(text, "g")
    if isinstance(reading, Unclear):
        assert [read_number(typed, "g") for typed, _ in reading.readings] == [
            Read(value) for _, value in reading.readings
        ]


@given(st.integers(0, 100_000), st.sampled_from([".", ","]))
def test_tenths_read_back_exactly(tenths: int, sign: str) -> None:
    assert value_of(f"{tenths // 10}{sign}{tenths % 10}") == tenths / 10
