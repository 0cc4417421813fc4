"""Where sources disagree: a box with all sides and what follows from it here."""

from collections.abc import Iterable, Iterator

from hamdiary.domain.language import t
from hamdiary.knowledge.guide import Disagreement
from hamdiary.tui.guide.rows import BY, GAP, WIDE, Cited, Row, cited_rows, sure_cells, text_rows
from hamdiary.tui.widgets.lines import Line, Span, line

GROUND = "panel"
"""What a box stands on."""

LABELS = 21
"""Cells of the longest side in a word or two."""

ROOM = 36
"""Cells that must be left for what it says beside that."""


def box_rows(found: Disagreement, width: int) -> list[Row]:
    """The question, every side with who says it, and what hamdiary makes of it."""
    anchor = f"≠{found.slug}"
    return [Row(row.line.on(GROUND), "", anchor) for row in _inside(found, width)]


def _inside(found: Disagreement, width: int) -> Iterator[Row]:
    head = line(Span(t("≠ Sources disagree"), "bold"))
    all_sides = "  " + t("all sides are shown, none is dropped")
    yield Row(head.plus(all_sides, "muted") if head.width + len(all_sides) <= width else head)
    yield from text_rows(found.question, width)
    labels = min(LABELS, max(len(claim.says) for claim in found.claims) + 2)
    aside = BY + sure_cells() + 2 * GAP
    beside = width >= WIDE and width - labels - aside >= ROOM
    for claim in found.claims:
        cited = Cited(claim.text, claim.sources, claim.sure, label=claim.says)
        if beside:
            yield from _indented(cited_rows(cited, width - 2, labels=labels))
            continue
        yield from text_rows(claim.says, width, "bold", indent=2)
        yield from _indented(_indented(cited_rows(cited._replace(label=""), width - 4)))
    yield from text_rows(t("Here: {so}").format(so=found.so), width)


def _indented(rows: Iterable[Row]) -> Iterator[Row]:
    for row in rows:
        yield Row(Line((Span("  "), *row.line.spans)))
