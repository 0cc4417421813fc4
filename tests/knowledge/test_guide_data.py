"""The guide's data is whole: known sources, known signs, every page readable, plain words."""

import re

import pytest

from hamdiary.domain.urgency import URGENCIES
from hamdiary.knowledge.diet_words import disagreements_about
from hamdiary.knowledge.foods import foods
from hamdiary.knowledge.guide import (
    causes,
    contents,
    disagreements,
    topic,
    topics,
)
from hamdiary.knowledge.signs import signs
from hamdiary.knowledge.sources import key_of, sources

SAYINGS = [
    *(
        (f"{page.slug}/{fact.slug}", fact.text, fact.sources)
        for page in topics()
        for fact in page.facts
    ),
    *(
        (f"{each.slug}/{claim.says}", claim.text, claim.sources)
        for each in disagreements().values()
        for claim in each.claims
    ),
    *((sign.slug, sign.why, sign.sources) for sign in signs().values()),
    *((food.slug, food.cautions, food.sources) for food in foods().values()),
]


@pytest.mark.parametrize(("name", "text", "keys"), SAYINGS, ids=[each[0] for each in SAYINGS])
def test_every_fact_sign_and_food_has_sources_and_each_source_an_entry(name, text, keys):
    assert keys
    assert {key_of(key) for key in keys} <= set(sources())


def test_every_source_says_what_it_is_and_what_it_said():
    for source in sources().values():
        assert source.by and source.said
        assert source.title or source.sure in "DK"


@pytest.mark.parametrize("slug", contents())
def test_every_topic_of_the_contents_opens_and_has_something_to_say(slug):
    page = topic(slug)
    assert page.lead.endswith((".", "?"))
    assert page.facts or page.shows


def test_no_file_of_the_guide_is_left_out_of_the_contents():
    from hamdiary.knowledge.files import FOLDER

    files = {file.stem for file in (FOLDER / "guide").glob("*.toml")} - {"contents"}
    assert files == set(contents())
    assert {file.stem for file in (FOLDER / "disagreements").glob("*")} == set(disagreements())


@pytest.mark.parametrize("page", topics(), ids=lambda page: page.slug)
def test_disagreements_and_signs_that_a_page_names_are_there(page):
    assert {fact.disagreement for fact in page.facts} - {None} <= set(disagreements())
    assert set(page.signs) <= set(signs())


def test_disagreements_that_foods_name_are_there():
    named = {slug for food in foods().values() for slug in disagreements_about(food)}
    assert {"d-in-greens", "almonds", "cod-liver-oil", "disputed-foods"} <= named
    assert named <= set(disagreements())


def test_every_cause_has_signs_or_tells_whom_alone_it_concerns():
    found = causes()
    assert [cause.slug for cause in found] == [
        "exercise", "campylobacter", "heredity", "injuries", "overweight", "vitamins", "stroke",
        "organs", "broken-leg",
    ]  # fmt: skip
    assert all(cause.signs or cause.when for cause in found)


def test_rules_are_named_as_the_red_flags_are():
    named = [rule for page in topics() for fact in page.facts for rule in fact.rules]
    named += [rule for sign in signs().values() for rule in sign.rules]
    named += [worse.rule for sign in signs().values() for worse in sign.worse]
    assert all(re.fullmatch(r"R(0[1-9]|[1-3]\d|4[0-6])", rule) for rule in named)


def test_a_fact_with_a_rule_says_how_soon():
    for page in topics():
        for fact in page.facts:
            assert not fact.rules or fact.urgency in URGENCIES, fact


@pytest.mark.parametrize(("name", "text", "keys"), SAYINGS, ids=[each[0] for each in SAYINGS])
def test_words_are_kind_and_british(name, text, keys):
    assert not re.search(r"\b(pets?|animal’s owner|subjects?|cured|on track)\b", text)
    assert not re.search(r"\b(paralyzed|diarrhea|color|center|tire out|behavior)\b", text)


def test_nobody_is_told_to_give_oil_press_the_bladder_or_use_a_ball():
    doing = [fact.text for page in topics() for fact in page.facts if fact.about == "do"]
    for text in doing:
        if re.search(r"\boil\b|press the bladder|exercise ball", text):
            assert re.search(r"\b(no|not|never)\b", text, re.IGNORECASE), text
