"""How much of a food was given, as owners write it."""

import pytest

from hamdiary.domain.amounts import amount_said, read_amount
from hamdiary.domain.foods import Serving


@pytest.mark.parametrize(
    ("typed", "grams"),
    [("1", 1.0), ("0.5", 0.5), ("0,5 g", 0.5), ("1g", 1.0), (" 2 grams ", 2.0), ("300 mg", 0.3),
     ("０.５ g", 0.5)],
)  # fmt: skip
def test_a_number_is_grams(typed, grams):
    assert read_amount(typed) == {"grams": grams, "amount_words": None}


@pytest.mark.parametrize("words", ["1 leaf", "half a pea", "½ berry", "a pinch", "2 cm spray"])
def test_anything_else_is_the_owners_own_words(words):
    assert read_amount(words) == {"grams": None, "amount_words": words}


@pytest.mark.parametrize(
    "typed",
    ["-1", "-1 g", "−0.5 g", "- one leaf", "101", "5000 g", "9" * 5000, "1e999", "1e3", "nan",
     "inf", "2 g of kale", "", "  ", "\u200b", "x" * 61],
)  # fmt: skip
def test_what_is_no_amount_is_refused_in_one_line(typed):
    told = read_amount(typed)
    assert isinstance(told, str) and told and "\n" not in told


def test_grams_that_can_be_read_in_two_ways_are_asked_about():
    assert "1.5" in read_amount("1.500 g")


def test_an_amount_is_said_as_it_was_given():
    assert amount_said(Serving("h/1", "h", grams=0.5)) == "0.5 g"
    assert amount_said(Serving("h/1", "h", grams=1.0)) == "1 g"
    assert amount_said(Serving("h/1", "h", amount_words="1 leaf")) == "1 leaf"
    assert amount_said(Serving("h/1", "h")) == ""
