"""The pages and ranges in the upper edge of the plots, the chosen ones reversed."""

from collections.abc import Sequence

from hamdiary.domain.language import tc
from hamdiary.tui.widgets.lines import Line, Span, line
from hamdiary.tui.widgets.recovery_pages import Page

RANGES: Sequence[tuple[str, int | None]] = (("14", 14), ("30", 30), ("90", 90), ("all", None))
"""The nights that can be shown, with the name of each; None is every night."""


def page_chips(pages: Sequence[Page], chosen: Page, first: int = 0) -> Line:
    """The pages by name; a click on one turns to it. `first` is the number of the first one."""
    chips, before = Line(), ""
    for number, page in enumerate(pages, first):
        here = page == chosen
        gap = {"": "", "chip": " ", "title": " " if here else "  "}[before]
        before = "chip" if here else "title"
        words = f" {page.name} " if here else page.name
        chips = (chips.plus(gap) if gap else chips).plus(words, before, f"page({number})")
    return chips


def range_chips(label: str, chosen: str) -> Line:
    """The ranges by name, each with the digit that chooses it as its action."""
    chips = line(Span(label, "muted"))
    for number, (name, nights) in enumerate(RANGES, 1):
        here = name == chosen
        shown = tc("nights", "all") if nights is None else name
        words = f" {shown}" if number == len(RANGES) and not here else f" {shown} "
        chips = chips.plus(words, "chip" if here else "title", f"key('{number}')")
    return chips
