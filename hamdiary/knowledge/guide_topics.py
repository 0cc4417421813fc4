"""What a page of the care guide is: its parts, and facts that each have a source."""

from typing import Literal

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import Told, english, shows
from hamdiary.domain.urgency import Urgency
from hamdiary.knowledge.sources import Sure

About = Literal[
    "says", "happens", "signs", "course", "treatment", "prevention", "do", "bring", "evidence"
]
Shows = Literal["signs", "foods", "never", "disagreements", "sources"]

CAUSES, TO_DO = "Causes", "What to do"
"""The section whose topics are causes, and the one of what to do."""

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
