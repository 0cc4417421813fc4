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


FROM = date(2026, 11, 10)
WEAK = replace(BISCUIT, ramp_start_min=5.0, ramp_from=FROM)


def test_without_building_up_the_goal_of_a_night_is_the_whole_goal():
    assert BISCUIT.goal_on(FROM) == 30
    assert replace(BISCUIT, goal_min=20.0, ramp_from=FROM).goal_on(FROM) == 20


@pytest.mark.parametrize(
    ("nights", "minutes"),
    [(-100, 5), (-1, 5), (0, 5), (2, 5), (3, 10), (5, 10), (6, 15), (14, 25), (15, 30), (999, 30)],
)
def test_a_goal_is_built_up_by_five_minutes_every_three_nights_to_its_end(nights, minutes):
    assert WEAK.goal_on(FROM + timedelta(days=nights)) == minutes


def test_a_goal_is_built_up_in_the_steps_that_the_owner_chose():
    slow = replace(WEAK, ramp_step_min=2.0, ramp_every=7.0, goal_min=8.0)
    goals = [slow.goal_on(FROM + timedelta(days=days)) for days in (0, 6, 7, 14, 21)]
    assert goals == [5, 5, 7, 8, 8]


def test_a_recorded_nought_is_no_usual_step():
    never = replace(WEAK, ramp_step_min=0.0)
    assert never.goal_on(FROM + timedelta(days=99)) == 5
    every_night = replace(WEAK, ramp_every=0.0)
    assert every_night.goal_on(FROM + timedelta(days=2)) == 15


def test_a_start_above_the_goal_is_no_more_than_the_goal():
    assert replace(WEAK, ramp_start_min=40.0).goal_on(FROM) == 30


def test_a_goal_without_a_night_since_which_it_grows_stays_where_it_begins():
    assert replace(WEAK, ramp_from=None).goal_on(FROM + timedelta(days=99)) == 5


@pytest.mark.parametrize("hamster", [BISCUIT, WEAK])
def test_rest_and_a_closed_diary_turn_the_goal_of_every_night_off(hamster):
    assert replace(hamster, rest_ordered="yes").goal_on(FROM) is None
    for why in get_args(facts.ClosedBecause):
        assert replace(hamster, closed_because=why).goal_on(FROM) is None
    assert replace(hamster, rest_ordered="no").goal_on(FROM) is not None


@given(DAYS, DAYS, st.floats(0, 600), st.floats(0, 600), st.floats(0, 600), st.floats(0, 365))
def test_a_goal_that_is_built_up_never_falls_and_never_passes_its_end(
    since, evening, goal, start, step, every
):
    hamster = Hamster(
        "h", goal_min=goal, ramp_start_min=start, ramp_step_min=step, ramp_every=every,
        ramp_from=since,
    )  # fmt: skip
    tonight, later = (hamster.goal_on(evening + timedelta(days=days)) for days in (0, 9))
    assert min(start, goal) <= tonight <= later <= goal


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
