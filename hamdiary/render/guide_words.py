"""Who says a thing and how sure it is, in plain words; sides of a disagreement; labelled lines."""

from collections.abc import Iterable, Iterator

from hamdiary.domain.language import t
from hamdiary.knowledge.guide import Disagreement, disagreement
from hamdiary.knowledge.sources import SURENESS, Sure, key_of, said_by, sources
from hamdiary.render.cells import cells, padded, wrapped

LABELS = 14
"""Cells of the label column."""

NARROW = 50
"""Below so many cells a label has a line of its own."""


def labelled(pairs: Iterable[tuple[str, str]], width: int, labels: int = LABELS) -> Iterator[str]:
    """Labels with their words beside, or below where it is narrow; empty words are left out."""
    for label, words in pairs:
        if not words:
            continue
        if width < NARROW or cells(label) >= labels:
            yield from hanging("", label.strip(), width, len(label) - len(label.lstrip()))
            deep = 4 if width < NARROW else labels
            yield from hanging("", words, width, deep)
            continue
        for count, line in enumerate(wrapped(words, width - labels)):
            yield f"{padded('' if count else label, labels)}{line}".rstrip()


def who_says(keys: tuple[str, ...], sure: Sure) -> str:
    """Who says it and how sure it is: "care page (A), weak"."""
    if keys == ("D",):
        return t("our own rule")
    by = said_by(tuple(key for key in keys if key != "D"))
    named = ", ".join(key for key in keys if key != "D")
    told = f"{by} ({named}), {SURENESS[sure]}"
    ours = "D" in keys and sure != "D"
    return t("{sources}, and our own rule").format(sources=told) if ours else told


def cited(source: str) -> str:
    """A source as it is named at the end of a page: "COOP paper, 1944: scilit …"."""
    known = sources().get(key_of(source))
    if known is None:
        return source
    title = f": {known.title}" if known.title else ""
    return f"{source} {known.by}{title}"


def disagreement_lines(slug: str, width: int) -> list[str]:
    """One disagreement with all its sides and what follows from it here."""
    return list(_disagreement(disagreement(slug), width))


def _disagreement(found: Disagreement, width: int) -> Iterator[str]:
    yield from wrapped(t("≠ Sources disagree: {question}").format(question=found.question), width)
    for claim in found.claims:
        words = f"{claim.says}: {claim.text} [{who_says(claim.sources, claim.sure)}]"
        yield from hanging("- ", words, width)
    yield from hanging("= ", t("Here: {so}").format(so=found.so), width)


def hanging(mark: str, words: str, width: int, indent: int = 2) -> Iterator[str]:
    """Words behind a mark, further lines below the words."""
    before = " " * indent
    for count, line in enumerate(wrapped(words, width - indent - len(mark))):
        yield f"{before}{' ' * len(mark) if count else mark}{line}"
