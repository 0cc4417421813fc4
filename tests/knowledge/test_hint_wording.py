"""What hints say: every rule worded, sourced, careful, and ready to be read aloud (domain §8)."""

import re
import sys
from datetime import date
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "domain" / "hints"))

from generated_courses import ago, by_rule, doses, fired, known, later, opened, seen
from rule_cases import FIRES

from hamdiary.domain.hamster import Hamster
from hamdiary.domain.hints.hint import Fact
from hamdiary.domain.hints.rules import RULES
from hamdiary.domain.hints.words import facts_said
from hamdiary.knowledge.hint_titles import title_of
from hamdiary.knowledge.hints import rule_wording, rules_worded, wording
from hamdiary.knowledge.sources import key_of, sources
from hamdiary.knowledge.telling import what_to_tell

KEYS = frozenset(
    {"A", "B", "LEE", "EAE", "SHGS1", "SHGS2", "HHH", "DAI1", "BCS", "UW", "TUL", "RP", "RVC1"}
    | {"RVC2", "GRANT", "GRANT2", "VK", "YV", "CLD", "WV", "NV", "OSG", "VB1", "VB2", "PW1", "PW2"}
    | {"PW3", "PW4", "HW2", "OML", "EDV", "WT", "TOL", "GI", "VPD", "PMD1", "MAY", "MAY2", "RON"}
    | {"VEC", "ELD", "PMD2", "PMD3", "MPF", "KOV", "THR", "FLASH", "EUT", "§6", "§3.1"}
)
"""The keys of domain §11 that a hint may name, and the sections where it has only ours."""

ALL = {f"R{number:02}" for number in range(1, 47)}
HINTS = [
    pytest.param(hint, case.hamster, id=f"{rule}-{number}")
    for rule, cases in FIRES.items()
    for number, (_, case) in enumerate(cases)
    for hint in fired(case)
    if hint.rule == rule
]


def test_every_rule_has_a_wording_and_every_wording_a_rule():
    assert set(rules_worded()) == ALL == set(RULES) | {"R45"}


@pytest.mark.parametrize("rule", sorted(ALL))
def test_every_wording_names_its_sources_with_their_letters(rule):
    told = rule_wording(rule)
    assert told["sources"]
    for source in told["sources"]:
        key, letter = source.rsplit(" ", 1)
        assert key in KEYS and letter in "HMLD"
        assert key_of(key) in sources() or (key.startswith("§") and letter == "D")


@pytest.mark.parametrize(("hint", "hamster"), HINTS)
def test_every_hint_can_be_said(hint, hamster):
    told = wording(hint, hamster)
    said = " ".join((told.title, told.seen, told.why, told.meanwhile, told.how_soon, told.source))
    assert told.title and told.seen and told.why and told.meanwhile and told.source
    assert "{" not in said and "None" not in said and "_" not in said
    assert len(told.title) <= 60
    assert what_to_tell(hint, hamster).count("\n") >= 2


FORBIDDEN = (
    "diagnos", "cured", "on track", "recover", "all is well", "is fine", "nothing to worry",
    "pet ", "animal", "subject", " ml ", " mg", "dose of", "don't", "euthan", "put to sleep",
)  # fmt: skip


@pytest.mark.parametrize("rule", sorted(ALL))
def test_no_wording_judges_doses_or_promises(rule):
    said = repr(rule_wording(rule)).casefold()
    assert [word for word in FORBIDDEN if word in said] == []


@pytest.mark.parametrize(
    "disease", ["stroke", "cancer", "tumour", "diabetes", "campylobacter", "pneumonia", "pyometra"]
)
def test_no_disease_stands_there_as_a_conclusion(disease):
    said = " ".join(repr(rule_wording(rule)) for rule in ALL).casefold()
    assert not re.search(rf"\b{disease}", said)


def test_only_the_gut_hints_speak_of_oil_and_only_to_forbid_it():
    for rule in ALL:
        said = repr(rule_wording(rule))
        assert said.count("oil") == said.count("Give no oil") + said.count("spoil") + said.count(
            "soil"
        )


def test_a_fall_of_gait_is_told_as_one_would_say_it():
    (hint,) = (each for each in fired(known("gait=3 | gait=1")) if each.rule == "R05")
    told = wording(hint, Hamster("h", name="Hop"))
    assert told.title == "Gait fell from 3 stands to 1 flicker"
    assert told.seen == "Gait 3 stands on Sat 21 Nov, 1 flicker on Sun 22 Nov"
    assert (told.urgency, told.mark) == ("NOW", "!!!")
    assert told.how_soon == "Ring a vet now, at any hour, and go."
    assert told.source.startswith("vet page, fair; two care pages, weak")


def test_what_to_tell_is_ready_to_be_read_aloud():
    facts = {"sex": "male", "born": ago(52), "name": "Hop", "onset": ago(13), "known_fall": "no"}
    what = seen(
        "weight_g=121 *12 | gait=3 | gait=1 ate=most droppings=normal urine=x weight_g=118.4",
        facts, doses=doses("3 drops refused, 2 drops given, 1 drops spat_out"),
    )  # fmt: skip
    (hint,) = (each for each in fired(what) if each.rule == "R05")
    assert what_to_tell(hint, what.hamster, what).split("\n") == [
        "It is about a male Syrian hamster, 7 weeks old, called Hop.",
        "Gait fell from 3 stands to 1 flicker.",
        "Gait 3 stands on Sat 21 Nov, 1 flicker on Sun 22 Nov.",
        "Its hind legs have been weak since Mon 9 Nov, no fall is known.",
        "It weighed 118.4 g tonight, its usual is 121 g.",
        "Tonight: ate most, droppings normal, urine not checked, water not recorded, "
        "breathing not recorded.",
        "Medicine drops: last given Fri 20 Nov, refused Thu 19 Nov, spat out Sat 21 Nov.",
        "Be ready to say: whether there was a fall or a knock; whether it passes urine.",
    ]


def test_what_is_not_known_of_the_hamster_is_left_out():
    what = seen("bleed", {"name": None, "species": None})
    assert what_to_tell(fired(what)[0], what.hamster).startswith("It is about a hamster.\n")


def test_the_reminder_names_the_last_night():
    quiet = later(seen("droppings=loose"), " | ")
    reminder = opened(quiet)["R45"].hint
    assert wording(reminder, quiet.hamster).title == "Nothing recorded for 2 nights"


def test_facts_beside_the_nights_read_well():
    what = seen("gait=5", {"onset": date(2026, 11, 20), "onset_speed": "sudden"})
    assert "R05" not in by_rule(what)
    cleaned = seen("cleaned=yes droppings=normal | droppings=none")
    (hint,) = (each for each in fired(cleaned) if each.rule == "R19")
    said = facts_said(hint.facts)
    assert said == "Corner cleaned on Sat 21 Nov; droppings none on Sun 22 Nov"


def test_a_medicine_is_named_once_for_all_that_became_of_it():
    days = [date(2026, 11, each) for each in (18, 19, 20, 21)]
    told = ("Drops: missed", "Paste: missed", "Drops: refused", "Syrup")
    facts = [Fact(day, "dose", value) for day, value in zip(days, told, strict=True)]
    assert facts_said(facts) == (
        "Medicine Drops: missed on Wed 18 Nov, refused on Fri 20 Nov; "
        "medicine Paste: missed on Thu 19 Nov; medicine Syrup on Sat 21 Nov"
    )


def test_what_was_lost_within_a_day_is_said_of_one_day():
    usual = [f"weight_g={grams}" for grams in (100, 100, 100, 100, 100, 84)]
    what = seen(" | ".join(usual))
    (hint,) = (each for each in fired(what) if each.rule == "R11")
    assert title_of(hint, what.hamster) == "16 % lighter than 1 day before"


@pytest.mark.parametrize(("hint", "hamster"), HINTS)
def test_a_title_alone_is_that_of_the_whole_wording(hint, hamster):
    assert title_of(hint, hamster) == wording(hint, hamster).title
