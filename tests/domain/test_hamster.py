"""A hamster's facts: what it is called, its goal, how old it is, since when it is weak."""

from dataclasses import replace
from datetime import date, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamdiary.domain import hamster as facts
from hamdiary.domain.hamster import GOAL_MINUTES, Hamster, age_in_words, illness_day
from hamdiary.domain.measures import Choice, measures_of

BISCUIT = Hamster("h", name="Biscuit")
DAYS = st.dates(date(1990, 1, 1), date(2200, 12, 31))


def test_a_hamster_without_a_name_is_still_called_something():
    assert (BISCUIT.called, Hamster("h").called) == ("Biscuit", "your hamster")


@pytest.mark.parametrize("species", [*get_args(facts.Species), None])
def test_every_species_but_the_syrian_is_a_dwarf_and_an_unknown_one_counts_as_syrian(species):
    assert Hamster("h", species=species).is_dwarf == (species not in ("syrian", None))


def test_the_goal_is_thirty_minutes_unless_the_owner_says_otherwise():
    assert BISCUIT.goal == GOAL_MINUTES == 30
    assert replace(BISCUIT, goal_min=15.0).goal == 15.0
    assert replace(BISCUIT, goal_min=0.0).goal == 0.0


@pytest.mark.parametrize("goal_min", [None, 15.0])
def test_there_is_no_goal_while_a_vet_wants_rest(goal_min):
    assert replace(BISCUIT, rest_ordered="yes", goal_min=goal_min).goal is None
    assert replace(BISCUIT, rest_ordered="no", goal_min=goal_min).goal == (goal_min or 30)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-1, "not born yet"),
        (0, "0 days"),
        (1, "1 day"),
        (13, "13 days"),
        (14, "2 weeks"),
        (20, "2 weeks"),
        (21, "3 weeks"),
        (125, "17 weeks"),
        (126, "4 months"),
    ],
)
def test_the_young_are_told_in_days_then_weeks_then_months(days, words):
    born = date(2026, 1, 14)
    assert age_in_words(born, born + timedelta(days=days)) == words


@pytest.mark.parametrize(
    ("born", "on", "words"),
    [
        ("2026-01-14", "2026-06-13", "4 months"),
        ("2026-01-14", "2026-06-14", "5 months"),
        ("2026-01-14", "2027-01-13", "11 months"),
        ("2026-01-14", "2027-01-14", "1 year"),
        ("2026-01-14", "2027-02-13", "1 year"),
        ("2026-01-14", "2027-02-14", "1 year 1 month"),
        ("2026-01-14", "2028-01-13", "1 year 11 months"),
        ("2026-01-14", "2028-01-14", "2 years"),
        ("2026-01-14", "2028-03-14", "2 years 2 months"),
        ("2024-02-29", "2025-02-28", "11 months"),
        ("2024-02-29", "2025-03-01", "1 year"),
        ("2025-08-31", "2026-02-28", "5 months"),
    ],
)
def test_the_grown_are_told_in_months_and_years(born, on, words):
    assert age_in_words(date.fromisoformat(born), date.fromisoformat(on)) == words


@given(DAYS, st.integers(0, 4000))
def test_an_age_never_says_none_of_the_unit_it_is_told_in(born, days):
    words = age_in_words(born, born + timedelta(days=days))
    assert words == "0 days" if days == 0 else not words.startswith("0")
    assert " 0 " not in words


@pytest.mark.parametrize(("back", "number"), [(0, 1), (1, 2), (9, 10), (-1, None), (-300, None)])
def test_the_first_night_of_the_weakness_is_number_one(back, number):
    onset = date(2026, 11, 9)
    assert illness_day(onset, onset + timedelta(days=back)) == number


def test_everything_but_the_id_is_a_measure_that_may_be_missing():
    assert set(vars(Hamster("h"))) == {"id", *measures_of(Hamster)}
    assert all(getattr(Hamster("h"), name) is None for name in measures_of(Hamster))


def test_the_facts_asked_for_are_all_there():
    assert set(measures_of(Hamster)) >= {
        "name", "species", "sex", "neutered", "born", "born_estimated", "onset", "onset_speed",
        "known_fall", "cause", "vet_name", "vet_phone", "vet_hours", "night_phone", "night_hours",
        "cage_length_cm", "cage_width_cm", "usual_weight_g", "rest_ordered", "goal_min",
        "closed_because", "closed_on",
    }  # fmt: skip


def test_no_fact_of_a_hamster_is_looked_at_and_not_seen():
    choices = [each.kind for each in measures_of(Hamster).values() if isinstance(each.kind, Choice)]
    assert choices and all(kind.unseen is None for kind in choices)


def test_the_vets_words_are_the_causes_of_domain_13_and_unknown_is_the_first():
    cause = measures_of(Hamster)["cause"].kind
    assert cause.codes[0] == "unknown"
    shorts = [step.short for step in cause.steps]
    for word in ("exercise", "Campylobacter", "heredity", "injury", "overweight", "vitamin",
                 "stroke", "organ", "broken leg"):  # fmt: skip
        assert any(word in short for short in shorts), word
