"""The hamster's own cage beside every figure, with who says it; it passes no judgement."""

from hamdiary.domain.cage import CageCheck, CageLine, Fits, cage_check
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.language import marked, t, tc
from hamdiary.domain.manner import figures, thousands
from hamdiary.knowledge.cage import ENRICHMENT, FIGURE_WORDS, LIGHT, WHEEL_WORDS
from hamdiary.knowledge.sources import sources
from hamdiary.tui.guide.rows import EMPTY, Cited, Row, cited_rows, heading, labelled_rows, text_rows
from hamdiary.tui.widgets.lines import Line, Span, line

FITS: dict[Fits, tuple[str, str, str]] = {
    "yes": ("✓", "good", marked("as large")),
    "no": ("✗", "warn", marked("smaller")),
    "not_recorded": ("·", "muted", marked("no telling")),
}
"""Mark, role and word: nothing rests on colour."""

FIT, LABELS = 14, 14
"""Cells of the mark with its word, and of labels."""

WEAK_FIRST = marked(
    "A hamster that cannot use its hind legs needs a small flat box first, without "
    "levels and without a wheel: see The first day, below."
)
"""Before anybody buys a larger cage (domain §5.2)."""


def cage_rows(hamster: Hamster, width: int) -> list[Row]:
    """Its size, each figure, wheel, what is inside, light."""
    check = cage_check(hamster.species, hamster.cage_length_cm, hamster.cage_width_cm)
    rows = heading(t("{called}’s own cage").format(called=hamster.called), width)
    rows += text_rows(_size(check), width, "bold")
    rows += [row for each in check.lines for row in _figure(each, width)]
    rows += [EMPTY, *heading(t("Wheel, inside, light"), width)]
    least = t("at least {least:g} cm across here, our own rule: {words}").format(
        least=check.wheel_least_cm, words=t(WHEEL_WORDS)
    )
    about = (
        (tc("cage", "wheel"), least),
        (tc("cage", "inside"), ", ".join(map(t, ENRICHMENT))),
        (tc("cage", "light"), t(LIGHT)),
    )
    rows += labelled_rows(about, width, LABELS)
    return [*rows, EMPTY, *text_rows(t(WEAK_FIRST), width)]


def _size(check: CageCheck) -> str:
    if check.length_cm is None or check.width_cm is None:
        return t("Its size is not recorded; a adds length and width.")
    size = f"{figures(check.length_cm)} × {figures(check.width_cm)} cm"
    return f"{size}, {thousands(check.area_cm2 or 0)} cm²"


def _figure(each: CageLine, width: int) -> list[Row]:
    mark, ink, word = FITS[each.fits]
    head = line(Span(mark, ink), Span(f" {t(word)}", "text" if ink == "good" else ink))
    keys = each.figure.sources
    said = Cited(FIGURE_WORDS[each.figure.slug], keys, sources()[keys[0]].sure)
    return [
        Row((Line() if count else head).to(FIT).then(row.line))
        for count, row in enumerate(cited_rows(said, width - FIT))
    ]
