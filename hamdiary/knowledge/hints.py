"""What hints say: title, why, what to do meanwhile, what to tell the vet, and where it stands."""

from typing import Any

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.hints.hint import Hint, Urgency
from hamdiary.domain.language import marked, t, tn
from hamdiary.knowledge.hint_titles import places_of
from hamdiary.knowledge.hints_file import hints_told
from hamdiary.knowledge.notices import KEEPS_NOTES

TELL_AN_ADULT = marked("If you are a child, tell an adult now.")
"""In every hint that says NOW (domain §8)."""

RULE_OF_THUMB = marked(
    "A cautious rule of thumb, not checked by a vet. hamdiary does not examine, diagnose or treat."
)
"""After the sources of every hint (domain §8)."""

DISCLAIMER = KEEPS_NOTES
"""With every list of hints (domain §8)."""

_COUNTS = (
    "",
    marked("one"),
    marked("two"),
    marked("three"),
    marked("four"),
    marked("five"),
    marked("six"),
)
"""Small numbers as words."""


@dataclass(frozen=True)
class Source:
    """One place where a rule comes from."""

    key: str
    """The key of domain §11, or a section of the domain reference."""
    confidence: str
    """H, M, L or D."""


@dataclass(frozen=True)
class Wording:
    """All that one hint says."""

    urgency: str
    """"NOW"."""
    mark: str
    """The mark beside it, so that nothing is told by colour alone: "!!!"."""
    title: str
    """What it is about, a few words."""
    how_soon: str
    """How soon to be seen."""
    seen: str
    """What was recorded on which nights."""
    why: str
    """Why it matters."""
    meanwhile: str
    """What to do until then; never a dose."""
    ask: tuple[str, ...]
    """What the vet will want to know besides."""
    raised: tuple[str, ...]
    """Why it is more urgent than its rule alone."""
    sources: tuple[Source, ...]
    """Where it comes from."""

    @property
    def source(self) -> str:
        """The sources in words: "vet page, fair; two care pages, weak"."""
        return "; ".join(
            _counted(sum(each.confidence == letter for each in self.sources), letter)
            for letter in "HMLD"
            if any(each.confidence == letter for each in self.sources)
        )


def wording(hint: Hint, hamster: Hamster) -> Wording:
    """What a hint says of this hamster."""
    told = rule_wording(hint.rule, hint.variant)
    urgency = hints_told()["urgency"][hint.urgency.code]
    places = places_of(hint, hamster)
    return Wording(
        urgency=t(urgency["chip"]),
        mark=urgency["mark"],
        title=t(told["title"]).format_map(places),
        how_soon=how_soon(hint.urgency),
        seen=places["seen"],
        why=t(told["why"]).format_map(places),
        meanwhile=t(told["meanwhile"]).format_map(places),
        ask=tuple(map(t, told["ask"])),
        raised=tuple(t(hints_told()["raised"][why]) for why in hint.raised),
        sources=tuple(Source(*each.rsplit(" ", 1)) for each in told["sources"]),
    )


def how_soon(urgency: Urgency) -> str:
    """How soon to be seen, a sentence."""
    said: str = hints_told()["urgency"][urgency.code]["do"]
    return t(said)


def rule_wording(rule: str, variant: str = "") -> dict[str, Any]:
    """The wording of a rule, with what differs for one variant; KeyError without the rule."""
    told: dict[str, Any] = hints_told()["rules"][rule]
    return {**told, **told.get(variant, {})} if variant else dict(told)


def rules_worded() -> tuple[str, ...]:
    """The rules that have a wording, in its order."""
    return tuple(hints_told()["rules"])


def _counted(count: int, letter: str) -> str:
    """How many sources of a confidence letter, in the owner's words (domain, how to read it)."""
    many = t(_COUNTS[count]) if count < len(_COUNTS) else str(count)
    match letter:
        case "H":
            said = tn("research paper, strong", "{count} research papers, strong", count)
        case "M":
            said = tn("vet page, fair", "{count} vet pages, fair", count)
        case "L":
            said = tn("care page, weak", "{count} care pages, weak", count)
        case _:
            said = t("hamdiary's own choice, no direct source")
    return said.format(count=many)
