"""No fact of the two documents is lost, and none that others contradict stands alone."""

import csv
from pathlib import Path

import pytest

from hamdiary.knowledge.guide import disagreements, topic

HERE = Path(__file__).parent


def rows(name):
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


FACTS = rows("facts_of_the_documents.csv")
NURSING = rows("nursing_facts.csv")


def words_of(row):
    return [word.strip() for word in row["words"].split(";")]


def holding(row, document=None):
    return [
        fact
        for fact in topic(row["topic"]).facts
        if (document is None or document in fact.sources)
        and all(word in fact.text.casefold() for word in words_of(row))
    ]


@pytest.mark.parametrize("row", FACTS, ids=lambda row: f"{row['document']}: {row['words'][:40]}")
def test_the_guide_has_the_fact_with_the_document_that_says_it(row):
    # Exactly one, so that none can be dropped because another looks like it.
    assert len(holding(row, row["document"])) == 1


@pytest.mark.parametrize("row", NURSING, ids=lambda row: f"{row['topic']}: {row['words'][:40]}")
def test_the_guide_has_the_nursing_fact(row):
    assert holding(row)


def test_every_fact_of_the_documents_in_the_guide_is_on_the_list():
    listed = {(row["topic"], fact.slug) for row in FACTS for fact in holding(row, row["document"])}
    own_pages = {row["topic"] for row in FACTS} - {"course"}
    of_the_documents = {
        (slug, fact.slug)
        for slug in own_pages
        for fact in topic(slug).facts
        if {"A", "B"} & set(fact.sources)
    }
    repeated = {
        ("campylobacter", "one-case"), ("general", "resolves-in-time"), ("stroke", "ear"),
        ("organs", "no-recovery"), ("cage", "light"), ("cage", "mesh-wheel"),
        ("outings", "ball"), ("outings", "trodden"), ("vitamin-foods", "almonds"),
        ("vitamin-foods", "cod"),
    }  # fmt: skip
    assert of_the_documents - repeated <= listed


CONTRADICTED = [
    ("vitamin-foods", "green vegetables", "d-in-greens"),
    ("vitamin-foods", "cod liver oil is listed", "cod-liver-oil"),
    ("vitamin-foods", "almonds are listed", "almonds"),
    ("vitamin-foods", "for vitamin e", "harvard"),
    ("vitamins", "sunlight", "sunny-room"),
    ("vitamins", "herbivorous diets that lack", "plant-diets"),
    ("vitamins", "herbivorous diets very likely", "plant-diets"),
    ("vitamins", "limited, varied", "treats-as-treatment"),
    ("cage", "80 × 50", "cage-size"),
    ("heredity", "6–10 months", "hereditary-age"),
    ("heredity", "around 6 months", "hereditary-age"),
    ("general", "permanent lameness", "permanent-or-not"),
    ("campylobacter", "antibodies", "campylobacter-evidence"),
    ("campylobacter", "one of the main causes", "campylobacter-evidence"),
    ("campylobacter", "wet tail”", "wet-tail-germ"),
    ("base-diet", "soft or looser", "soft-waiting"),
    ("stroke", "swaying", "stroke-waiting"),
    ("base-diet", "5–7 g", "dwarf-amount"),
    ("injuries", "exercise balls", "exercise-ball"),
    ("right-now", "torpid", "torpor"),
    ("base-diet", "quality seed mix", "base"),
]


@pytest.mark.parametrize(("page", "words", "slug"), CONTRADICTED)
def test_what_others_contradict_leads_to_both_claims(page, words, slug):
    facts = [fact for fact in topic(page).facts if words in fact.text.casefold()]
    assert slug in {fact.disagreement for fact in facts}
    assert len(disagreements()[slug].claims) >= 2


@pytest.mark.parametrize("slug", disagreements())
def test_the_sides_of_a_disagreement_come_from_different_sources(slug):
    sides = [frozenset(claim.sources) for claim in disagreements()[slug].claims]
    assert len(set(sides)) > 1
    assert disagreements()[slug].so


@pytest.mark.parametrize("number", range(1, 13))
def test_every_disagreement_of_the_sources_list_is_there(number):
    named = [
        "d-in-greens", "almonds", "disputed-foods", "cage-size", "hereditary-age",
        "permanent-or-not", "soft-waiting", "stroke-waiting", "dwarf-amount", "exercise-ball",
        "torpor", "wet-tail-germ",
    ]  # fmt: skip
    assert named[number - 1] in disagreements()
