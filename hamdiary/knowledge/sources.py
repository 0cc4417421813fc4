"""Who said what: every source by its key (domain §11)."""

from collections.abc import Mapping
from functools import cache
from typing import Literal, get_args

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import Told, shows
from hamdiary.knowledge.files import damaged, read_table

Sure = Literal["H", "M", "L", "D", "K"]

SURENESS: Told[Sure, str] = Told(
    {
        "H": "strong",
        "M": "fair",
        "L": "weak",
        "D": "our own rule",
        "K": "not confirmed",
    },
    context="sure",
)
"""How sure a thing is, in words: paper or official data; vets and charities; hobby pages."""

SURE_MARKS: dict[Sure, str] = {"H": "●●●", "M": "●●○", "L": "●○○", "D": "", "K": ""}
"""The same as marks; our own rules have none (look.md)."""

COLUMNS = ("key", "by", "title", "said", "sure")


@shows("by")
@dataclass(frozen=True)
class Source:
    """One source."""

    key: str
    """Its key: "A", "COOP"."""
    by: str
    """What it is, in two words: "care page", "paper, 1944"."""
    title: str
    """Its address or title; empty for our own rules."""
    said: str
    """What it said, in short."""
    sure: Sure
    """How sure what it says is by its nature."""


@cache
def sources() -> Mapping[str, Source]:
    """Every source by key, in the order of the list; DamagedKnowledge if the file is damaged."""
    known: dict[str, Source] = {}
    for line, row in read_table("sources.csv", COLUMNS):
        if row["sure"] not in get_args(Sure) or not row["key"] or row["key"] in known:
            raise damaged("sources.csv", line, "the key or its sureness is not a known one")
        known[row["key"]] = Source(**row)  # type: ignore[arg-type]
    return known


def key_of(source: str) -> str:
    """The key of a source that may name a paragraph: "D §4.1" is "D"."""
    return source.partition(" ")[0]


def said_by(keys: tuple[str, ...]) -> str:
    """Who says it, in a few words: "care page", "paper, 1944; vet page"."""
    known = sources()
    names = dict.fromkeys(known[key_of(key)].by for key in keys if key_of(key) in known)
    return "; ".join(names)
