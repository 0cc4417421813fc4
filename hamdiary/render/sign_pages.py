"""The signs to look for, and how soon to be seen, as plain pages."""

from collections.abc import Iterator, Sequence

from hamdiary.domain.hamster import Hamster
from hamdiary.domain.language import t
from hamdiary.domain.manner import in_sentence
from hamdiary.domain.signs import HowSoon, SignSeen
from hamdiary.domain.urgency import URGENCIES
from hamdiary.knowledge.guide_topics import Topic
from hamdiary.knowledge.notices import KEEPS_NOTES
from hamdiary.knowledge.signs import (
    NOT_ALL_WELL,
    ONLY_A_VET,
    OR_ELSE,
    TELL_THE_VET,
    TWO_SYSTEMS,
    signs,
)
from hamdiary.knowledge.urgency import TELL_AN_ADULT, URGENCY_SIGNS, URGENCY_WORDS
from hamdiary.render.cells import wrapped
from hamdiary.render.guide_words import hanging, labelled, who_says


def tell_all() -> str:
    """What to tell the vet, with where more of it stands."""
    return f"{t(TELL_THE_VET)} {t('hamdiary guide for-the-vet has the list.')}"


SLUGS = 22
"""Cells of the column of signs' names."""


def sign_list(width: int) -> list[str]:
    """Every sign under how soon it is, by itself."""
    lines: list[str] = []
    for urgency in URGENCIES:
        found = [sign for sign in signs().values() if sign.urgency == urgency]
        if found:
            lines += wrapped(f"{URGENCY_SIGNS[urgency]}: {URGENCY_WORDS[urgency]}", width)
            pairs = ((f"  {sign.slug}", f"{sign.short}: {sign.full}") for sign in found)
            lines += [*labelled(pairs, width, SLUGS + 2), ""]
    how = t(
        "hamdiary signs tilt wet_belly --not hunched tells how soon; what is not named counts as "
        "not looked for."
    )
    return [*lines, *wrapped(how, width)]


def how_soon_page(
    found: HowSoon, causes: Sequence[Topic], hamster: Hamster | None, width: int
) -> str:
    """How soon to be seen, why, what would make it sooner, whom to ring, what it overlaps with."""
    lines = list(_head(found, width))
    for seen in found.seen:
        lines += ["", *_seen(seen, found, width)]
    if found.seen:
        lines += ["", *wrapped(tell_all(), width)]
    lines += _vet(hamster, width)
    if causes:
        lines += ["", *wrapped(t(ONLY_A_VET), width)]
        named = [*map(_named, causes), t(OR_ELSE)]
        lines += [line for each in named for line in hanging("- ", each, width)]
    not_looked = t("{n} signs were not looked for; hamdiary signs lists them.").format(
        n=found.not_looked
    )
    return "\n".join([*lines, "", *wrapped(not_looked, width), *wrapped(t(KEEPS_NOTES), width)])


def _head(found: HowSoon, width: int) -> Iterator[str]:
    if found.urgency is None:
        yield from wrapped(t(NOT_ALL_WELL), width)
        return
    yield from wrapped(f"{URGENCY_SIGNS[found.urgency]}: {URGENCY_WORDS[found.urgency]}", width)
    if found.systems:
        yield from wrapped(t(TWO_SYSTEMS), width)
    if found.urgency == "now":
        yield from wrapped(t(TELL_AN_ADULT), width)


def _seen(seen: SignSeen, found: HowSoon, width: int) -> Iterator[str]:
    sign = seen.sign
    yield from wrapped(f"{URGENCY_SIGNS[seen.urgency]}  {sign.short}: {sign.full}", width)
    yield from hanging(f"{t('Why')}: ", sign.why, width)
    others = {each.sign.slug for each in found.seen}
    for worse in sign.worse:
        if not others.intersection(worse.beside):
            beside = t(", or ").join(in_sentence(signs()[slug].short) for slug in worse.beside)
            yield from hanging(
                f"{t('If also')}: ", f"{beside}: {URGENCY_SIGNS[worse.urgency]}", width
            )
    rules = f" ({', '.join(seen.rules)})" if seen.rules else ""
    yield from hanging(f"{t('Source')}: ", f"{who_says(sign.sources, sign.sure)}{rules}", width)


def _named(cause: Topic) -> str:
    title = cause.title
    if cause.when:
        title = t("{title}, only for: {when}").format(title=title, when=cause.when)
    return f"{title} (hamdiary guide {cause.slug})"


def _vet(hamster: Hamster | None, width: int) -> list[str]:
    if hamster is None:
        return []
    vet = ", ".join(part for part in (hamster.vet_name, hamster.vet_phone) if part)
    pairs = [(t("Vet"), vet), (t("Out of hours"), hamster.night_phone or "")]
    shown = list(labelled(pairs, width))
    return ["", *shown] if shown else []
