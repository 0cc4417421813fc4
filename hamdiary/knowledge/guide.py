"""The care guide: every fact of the two source documents, with who says it and what others say.

One file a topic, read when it is opened; all of them are read for a search (domain §13).
"""

from collections.abc import Mapping
from functools import cache
from typing import Literal, cast, get_args

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import Told, english, shows
from hamdiary.domain.urgency import URGENCIES, Urgency
from hamdiary.knowledge.files import Entry, damaged, read_entries
from hamdiary.knowledge.sources import Sure

About = Literal[
    "says", "happens", "signs", "course", "treatment", "prevention", "do", "bring", "evidence"
]
Shows = Literal["signs", "foods", "never", "disagreements", "sources"]

HEADINGS: Told[About, str] = Told(
    {
        "says": "What is said",
        "happens": "What happens",
        "signs": "Signs",
        "course": "What is known of its course",
        "treatment": "Can it be treated?",
        "prevention": "Prevention",
        "do": "What to do",
        "bring": "What to bring",
        "evidence": "What other evidence says",
    }
)
"""The parts of a topic in the order in which they are read."""


@shows("title", "section", "short")
@dataclass(frozen=True)
class TopicTitle:
    """One topic as the contents list it."""

    slug: str
    """Its stable name: "stroke"."""
    title: str
    """Its title."""
    words: tuple[str, ...]
    """What else people look for when they mean it."""
    section: str
    """The part of the guide that it stands in."""
    short: str
    """Its title where there is little room."""
    see: tuple[str, ...]
    """Slugs of topics that are read beside it, the most useful first."""


@shows("text")
@dataclass(frozen=True)
class Fact:
    """One thing that a source says."""

    slug: str
    """Its name within the topic; "stroke/evening" names it in the guide."""
    about: About
    """Which part of the topic it belongs to."""
    text: str
    """The fact in our own words."""
    sources: tuple[str, ...]
    """Who says it; "D" for a rule of our own."""
    sure: Sure
    """How sure it is."""
    urgency: Urgency | None
    """How soon a vet should see what it describes, where domain §6 says so."""
    rules: tuple[str, ...]
    """The red flags of domain §6 that go with it: "R05"."""
    disagreement: str | None
    """The disagreement that it is one side of."""


@shows("title", "section", "lead", "when")
@dataclass(frozen=True)
class Topic:
    """One page of the guide."""

    slug: str
    """Its stable name."""
    title: str
    """Its title."""
    section: str
    """The part of the guide that it stands in."""
    lead: str
    """What to know first."""
    facts: tuple[Fact, ...]
    """What is said, part by part."""
    signs: tuple[str, ...]
    """For a cause: the signs that it shares with others (`knowledge.signs`)."""
    when: str | None
    """For a cause: whom alone it concerns."""
    shows: Shows | None
    """What a page shows that is made from other data."""

    @property
    def is_cause(self) -> bool:
        """Whether it is one of the things that can weaken hind legs."""
        return english(self, "section") == CAUSES and self.slug != "general"

    def parts(self) -> dict[About, list[Fact]]:
        """The facts of each part that has any, in the order in which they are read."""
        found: dict[About, list[Fact]] = {}
        # Where something is to be done, that is read first.
        is_to_do = english(self, "section") == TO_DO
        order = sorted(HEADINGS, key=lambda about: is_to_do and about != "do")
        for about in order:
            facts = [fact for fact in self.facts if fact.about == about]
            if facts:
                found[about] = facts
        return found


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


CAUSES, TO_DO = "Causes", "What to do"
"""The section whose topics are causes, and the one of what to do."""


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


def fact_called(name: str) -> Fact:
    """The fact that "stroke/evening" names, for links from elsewhere; KeyError if there is none."""
    page, _, slug = name.partition("/")
    for fact in topic(page).facts:
        if fact.slug == slug:
            return fact
    raise KeyError(name)


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
