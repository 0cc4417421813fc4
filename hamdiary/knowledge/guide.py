"""The care guide: every fact of the two source documents, with who says it and what others say.

One file a topic, read when it is opened; all of them are read for a search (domain §13).
"""

from collections.abc import Mapping
from functools import cache
from typing import cast, get_args

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import english, shows
from hamdiary.domain.urgency import URGENCIES, Urgency
from hamdiary.knowledge.files import Entry, damaged, read_entries
from hamdiary.knowledge.guide_topics import CAUSES, About, Fact, Shows, Topic, TopicTitle
from hamdiary.knowledge.sources import Sure, key_of


@shows("says", "text")
@dataclass(frozen=True)
class Claim:
    """One side of a disagreement."""

    says: str
    """The claim in a word or two: "Yes"."""
    text: str
    """The claim in full."""
    sources: tuple[str, ...]
    """Who says it."""
    sure: Sure
    """How sure it is."""


@shows("question", "so")
@dataclass(frozen=True)
class Disagreement:
    """A question that sources answer differently; all sides are shown, none is dropped."""

    slug: str
    """Its stable name."""
    question: str
    """What it is about."""
    claims: tuple[Claim, ...]
    """What each side says."""
    so: str
    """What follows for hamdiary, a rule of our own."""


@dataclass(frozen=True)
class _Contents:
    topics: Mapping[str, TopicTitle]
    german: Mapping[str, tuple[str, ...]]
    disagreements: tuple[str, ...]


@cache
def _contents() -> _Contents:
    whole = read_entries("guide/contents.toml")
    found: dict[str, TopicTitle] = {}
    german: dict[str, tuple[str, ...]] = {}
    for section in whole.entries("section"):
        title = section.words("title")
        for topic in section.entries("topic"):
            listed = _title(topic, title)
            found[listed.slug] = listed
            german[listed.slug] = topic.list_of("german")
            topic.finish()
        section.finish()
    for listed in found.values():
        odd = set(listed.see) - set(found)
        if odd:
            raise damaged("guide/contents.toml", None, f"{listed.slug} names no topics: {odd}")
    questions = whole.list_of("disagreements")
    whole.finish()
    return _Contents(found, german, questions)


def _title(entry: Entry, section: str) -> TopicTitle:
    title = entry.words("title")
    return TopicTitle(
        slug=entry.words("slug"),
        title=title,
        words=entry.list_of("words"),
        section=section,
        short=entry.words("short", title),
        see=entry.list_of("see"),
    )


def contents() -> Mapping[str, TopicTitle]:
    """Every topic by slug, in the guide's order; DamagedKnowledge if the file is damaged."""
    return _contents().topics


def german_words(slug: str) -> tuple[str, ...]:
    """What German speakers look for when they mean a topic; they find it in every language."""
    return _contents().german[slug]


@cache
def topic(slug: str) -> Topic:
    """One topic; KeyError if there is none of that name, DamagedKnowledge if it is damaged."""
    listed = contents()[slug]
    name = f"guide/{slug}.toml"
    whole = read_entries(name)
    facts = tuple(_fact(entry) for entry in whole.entries("fact"))
    if len({fact.slug for fact in facts}) != len(facts):
        raise damaged(name, None, "a fact is there twice")
    found = Topic(
        slug=slug,
        title=english(listed, "title"),
        section=english(listed, "section"),
        lead=whole.words("lead"),
        facts=facts,
        signs=whole.list_of("signs"),
        when=whole.words("when", "") or None,
        shows=cast(Shows | None, whole.one_of("shows", get_args(Shows), "") or None),
    )
    whole.finish()
    return found


def topics() -> tuple[Topic, ...]:
    """All topics in the guide's order."""
    return tuple(topic(slug) for slug in contents())


def causes() -> tuple[Topic, ...]:
    """The topics that are causes, in the guide's order, which is no ranking."""
    listed = contents().values()
    found = (topic(each.slug) for each in listed if english(each, "section") == CAUSES)
    return tuple(each for each in found if each.is_cause)


def disagreements() -> Mapping[str, Disagreement]:
    """Every disagreement by slug, in the guide's order."""
    return {slug: disagreement(slug) for slug in _contents().disagreements}


@cache
def disagreement(slug: str) -> Disagreement:
    """One disagreement; DamagedKnowledge if its file is missing or damaged."""
    whole = read_entries(f"disagreements/{slug}.toml")
    claims = []
    for claim in whole.entries("claim"):
        said, text = claim.words("says"), claim.words("text")
        claims.append(Claim(said, text, _sources(claim), _sure(claim)))
        claim.finish()
    found = Disagreement(slug, whole.words("question"), tuple(claims), whole.words("so"))
    whole.finish()
    return found


def disagreements_on(page: Topic) -> tuple[Disagreement, ...]:
    """The disagreements that the facts of a page are sides of, each once."""
    named = dict.fromkeys(fact.disagreement for fact in page.facts if fact.disagreement)
    return tuple(map(disagreement, named))


def cited_on(page: Topic) -> list[str]:
    """The keys of everybody whom a page cites, each once, in the order of the page."""
    named = [key for fact in page.facts for key in fact.sources]
    for each in disagreements_on(page):
        named += [key for claim in each.claims for key in claim.sources]
    return list(dict.fromkeys(map(key_of, named)))


def _fact(entry: Entry) -> Fact:
    found = Fact(
        slug=entry.words("slug"),
        about=cast(About, entry.one_of("about", get_args(About))),
        text=entry.words("text"),
        sources=_sources(entry),
        sure=_sure(entry),
        urgency=cast(Urgency | None, entry.one_of("urgency", URGENCIES, "") or None),
        rules=entry.list_of("rules"),
        disagreement=entry.words("disagreement", "") or None,
    )
    entry.finish()
    return found


def _sources(entry: Entry) -> tuple[str, ...]:
    found = entry.list_of("sources")
    return found or (entry.words("sources"),)


def _sure(entry: Entry) -> Sure:
    return cast(Sure, entry.one_of("sure", get_args(Sure)))
