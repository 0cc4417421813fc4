"""One line of a form of facts, about a hamster or a thing: label, value, and what may be typed."""

from collections.abc import Mapping

from hamdiary.domain.measures import Choice
from hamdiary.domain.saying import said
from hamdiary.tui.widgets.form_rows import CHOSEN, NOTHING, Entry
from hamdiary.tui.widgets.lines import Line, Span, line, shortened


def fact_row(entry: Entry, label: int, value: int, width: int, focused: bool) -> Line:
    """One fact of a hamster: label, value, and what may be typed."""
    faint = "muted" if focused else "faint"
    row = line(Span(entry.measure.label, "bold" if focused else "muted")).to(label)
    kind = entry.measure.kind
    if entry.value is None:
        dots = "· · ·" if isinstance(kind, Choice) else NOTHING
        row = row.plus(dots, faint).to(label + value)
    else:
        plain = entry.value if not isinstance(entry.value, Mapping) else None
        if isinstance(kind, Choice):
            row = row.plus(f"{CHOSEN} ", "accent")
        shown = said(entry.measure, plain)
        room = width - row.width
        row = row.plus(shortened(shown, room), "bold" if focused else "text").to(label + value)
    hint = entry.measure.hint
    if row.width == label + value and row.width + len(hint) <= width:
        row = row.plus(hint, "muted")
    return row
