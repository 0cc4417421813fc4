"""The signs of "which signs do you see?", and the causes whose signs overlap (domain §6)."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import cast, get_args

from hamdiary.domain.hamster import Sex, Species
from hamdiary.domain.language import english, marked
from hamdiary.domain.signs import Sign, System, Worse
from hamdiary.domain.urgency import URGENCIES, Urgency
from hamdiary.knowledge.files import Entry, damaged, read_entries
from hamdiary.knowledge.finding import all_begin, words_of
from hamdiary.knowledge.guide import causes
from hamdiary.knowledge.guide_topics import Topic
from hamdiary.knowledge.sources import SURENESS, Sure

NOT_ALL_WELL = marked(
    "No sign of this list does not mean that all is well. If you are worried, ring a vet now."
)
"""Where nothing was seen (domain §0.1, §8)."""

ONLY_A_VET = marked("These can only be told apart by a vet:")
"""Before causes whose signs overlap; they stand in the guide's order, which is no ranking."""

OR_ELSE = marked("or something else that this guide does not name")
"""After them: the list is never whole, so that one cause alone is never an answer."""

TELL_THE_VET = marked("Tell the vet: these signs, since when, how often, and what else changed.")
"""Under what was seen (domain §6)."""

TWO_SYSTEMS = marked("Same-day signs of two parts of the body together are a matter for now.")
"""Why two TODAY signs are a NOW (domain §6, escalation)."""

HEREDITARY_MONTHS = range(5, 12)
"""Ages in months at which a male Syrian is told of the inherited form (domain §6, R37)."""


@cache
def signs() -> Mapping[str, Sign]:
    """Every sign by slug, the most urgent first; DamagedKnowledge if the file is damaged."""
    whole = read_entries("signs.toml")
    found = {sign.slug: sign for sign in map(_sign, whole.entries("sign"))}
    whole.finish()
    for sign in found.values():
        odd = {other for worse in sign.worse for other in worse.beside} - set(found)
        if odd:
            raise damaged("signs.toml", None, f"{sign.slug} names unknown signs: {odd}")
    return found


def sign_called(typed: str) -> Sign | None:
    """The sign of that slug, or the only one whose words begin so."""
    known = signs()
    slug = "_".join(words_of(typed.replace("_", " ")))
    if slug in known:
        return known[slug]
    words = words_of(typed.replace("_", " "))
    found = [
        sign
        for sign in known.values()
        if words and any(all_begin(words, words_of(name)) for name in _names(sign))
    ]
    return found[0] if len(found) == 1 else None


def _names(sign: Sign) -> tuple[str, str]:
    """What a sign is called in the language in use and in English, with its slug."""
    slug = sign.slug.replace("_", " ")
    return f"{sign.short} {slug}", f"{english(sign, 'short')} {slug}"


def overlapping_causes(
    seen: Iterable[str],
    species: Species | None = None,
    sex: Sex | None = None,
    age_months: int | None = None,
) -> tuple[Topic, ...]:
    """Causes that share a sign with those seen, in the guide's order, which is no ranking.

    The inherited form is left out unless the hamster is known to be a male Syrian of that age;
    its signs are those of every cause.
    """
    yes = set(seen)
    inherited = species == "syrian" and sex == "male" and age_months in HEREDITARY_MONTHS
    weak_legs = {"legs_sudden", "legs_worse", "legs_slowly", "stiff"}
    return tuple(
        cause
        for cause in causes()
        if yes.intersection(cause.signs)
        or (cause.when is not None and inherited and yes & weak_legs)
    )


def _sign(entry: Entry) -> Sign:
    worse = []
    for each in entry.entries("worse"):
        beside = each.list_of("beside")
        urgency = cast(Urgency, each.one_of("urgency", URGENCIES))
        worse.append(Worse(beside, urgency, each.words("rule")))
        each.finish()
    found = Sign(
        slug=entry.words("slug"),
        short=entry.words("short"),
        full=entry.words("full"),
        urgency=cast(Urgency, entry.one_of("urgency", URGENCIES)),
        system=cast(System, entry.one_of("system", get_args(System))),
        rules=entry.list_of("rules"),
        sources=entry.list_of("sources"),
        sure=cast(Sure, entry.one_of("sure", SURENESS)),
        why=entry.words("why"),
        worse=tuple(worse),
    )
    entry.finish()
    return found
