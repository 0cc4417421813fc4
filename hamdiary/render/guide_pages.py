"""The guide as plain pages: contents, a topic, what a search found, all sources."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from hamdiary.domain.language import english, marked, t, tn
from hamdiary.domain.manner import figures, thousands
from hamdiary.knowledge.guide import cited_on, contents, disagreements, disagreements_on
from hamdiary.knowledge.guide_topics import HEADINGS, Fact, Topic
from hamdiary.knowledge.notices import KEEPS_NOTES
from hamdiary.knowledge.sources import SURENESS, sources
from hamdiary.knowledge.urgency import URGENCY_SIGNS
from hamdiary.render.cells import wrapped
from hamdiary.render.guide_words import cited, disagreement_lines, hanging, labelled, who_says

if TYPE_CHECKING:
    # A page of facts needs neither the cage nor the search.
    from hamdiary.domain.cage import CageCheck, Fits
    from hamdiary.knowledge.guide_search import GuideHit

SLUGS = 20
"""Cells of the column of names in the contents."""

LINES_OF_A_HIT = 2
"""Texts that are shown of each topic that a search found."""

_FITS: "dict[Fits, str]" = {
    "yes": marked("yes"),
    "no": marked("smaller"),
    "not_recorded": marked("cannot be compared"),
}


def contents_page(width: int) -> str:
    """Every topic under its section, with the word that opens it."""
    lines = []
    for section, topics in groupby(contents().values(), key=lambda each: each.section):
        lines += [section, *labelled(((f"  {each.slug}", each.title) for each in topics),
                                     width, SLUGS + 2), ""]  # fmt: skip
    opens = t("hamdiary guide stroke opens a topic; hamdiary guide WORDS looks for words in all.")
    return "\n".join([*lines, *wrapped(opens, width), "", *wrapped(t(KEEPS_NOTES), width)])


def topic_page(topic: Topic, extra: Sequence[str], width: int) -> str:
    """A topic: what to know first, what is said part by part, where sources disagree, who says it.

    `extra` are lines that follow from other data, such as lists or the hamster's own cage.
    """
    lines = [*wrapped(f"{topic.title} ({topic.section})", width), "", *wrapped(topic.lead, width)]
    if topic.when:
        lines += wrapped(t("Concerns only: {when}.").format(when=topic.when), width)
    if topic.is_cause and "vet" not in english(topic, "lead"):
        lines += wrapped(t("It can only be told apart from other causes by a vet."), width)
    for about, facts in topic.parts().items():
        lines += [
            "",
            *wrapped(HEADINGS[about], width),
            *(line for fact in facts for line in _fact(fact, width)),
        ]
    for each in disagreements_on(topic):
        lines += ["", *disagreement_lines(each.slug, width)]
    if extra:
        lines += ["", *extra]
    lines += ["", *_see_also(topic, width), *_sources_of(topic, width)]
    return "\n".join([*lines, "", *wrapped(t(KEEPS_NOTES), width)])


def hits_page(words: str, hits: "Sequence[GuideHit]", width: int) -> str:
    """What a search of the guide found."""
    if not hits:
        none = t("The guide has nothing about “{words}”. hamdiary guide lists its topics.").format(
            words=words
        )
        return "\n".join(wrapped(none, width))
    lines = []
    for hit in hits:
        lines += wrapped(
            f"{hit.topic.title} ({hit.topic.section}): guide {hit.topic.slug}",
            width,
        )
        for text in hit.lines[:LINES_OF_A_HIT]:
            lines += hanging("- ", text, width)
        lines.append("")
    count = tn("{n} topic with “{words}”.", "{n} topics with “{words}”.", len(hits)).format(
        n=len(hits), words=words
    )
    return "\n".join([*lines, *wrapped(count, width)])


def all_disagreements(width: int) -> list[str]:
    """Every disagreement, one after the other."""
    lines: list[str] = []
    for slug in disagreements():
        lines += [*disagreement_lines(slug, width), ""]
    return lines[:-1]


def all_sources(width: int) -> list[str]:
    """Every source: its key, what it is, where, what it said, how sure."""
    pairs = (
        (
            each.key,
            ". ".join(part for part in (f"{each.by} ({SURENESS[each.sure]})", each.title) if part)
            + f". {each.said}",
        )
        for each in sources().values()
    )
    return list(labelled(pairs, width, 9))


def cage_lines(name: str, check: "CageCheck", width: int) -> list[str]:
    """The hamster's own cage beside every figure."""
    from hamdiary.knowledge.cage import (
        ENRICHMENT,
        FIGURE_WORDS,
        LIGHT,
        WEAK_FIRST,
        WHEEL_WORDS,
    )

    if check.length_cm is None or check.width_cm is None:
        own = t(
            "{name}’s cage: not recorded; hamdiary setup --edit adds its length and width."
        ).format(name=name)
        return wrapped(own, width)
    area = thousands(check.area_cm2 or 0)
    size = f"{figures(check.length_cm)} × {figures(check.width_cm)} cm, {area} cm²"
    pairs = [
        (
            t(_FITS[line.fits]),
            FIGURE_WORDS[line.figure.slug] + f" ({', '.join(line.figure.sources)})",
        )
        for line in check.lines
    ]
    least = t("at least {size} cm here (our own rule)").format(size=figures(check.wheel_least_cm))
    wheel, inside = f"{least}: {t(WHEEL_WORDS)}", ", ".join(map(t, ENRICHMENT))
    about = ((t("wheel"), wheel), (t("inside"), inside), (t("light"), t(LIGHT)))
    return [
        *wrapped(t("{name}’s cage: {size}").format(name=name, size=size), width),
        *labelled(((f"  {fits}", words) for fits, words in pairs), width, 22),
        *labelled(((f"  {label}", words) for label, words in about), width, 22),
        *wrapped(t(WEAK_FIRST), width),
    ]


def _fact(fact: Fact, width: int) -> Iterator[str]:
    yield from hanging("- ", fact.text, width)
    parts = [URGENCY_SIGNS[fact.urgency]] if fact.urgency else []
    parts.append(who_says(fact.sources, fact.sure))
    if fact.disagreement:
        parts.append(t("≠ sources disagree"))
    yield from (f"    {line}" for line in wrapped(" | ".join(parts), width - 4))


def _see_also(topic: Topic, width: int) -> list[str]:
    listed = contents()
    named = (f"{listed[slug].title} ({slug})" for slug in listed[topic.slug].see)
    return [t("See also"), *hanging("", ", ".join(named), width)]


def _sources_of(topic: Topic, width: int) -> list[str]:
    named = [cited(key) for key in cited_on(topic) if key != "D"]
    if not named:
        return []
    return ["", t("Sources"), *(line for each in named for line in hanging("", each, width))]
