"""The diet week on Tonight: marks for seven nights, and what would fit."""

from typing import TYPE_CHECKING

from hamdiary.domain.language import t, tc
from hamdiary.tui.widgets.framed import Framed
from hamdiary.tui.widgets.lines import BLANK, Line, Span, line

if TYPE_CHECKING:
    # Its rows need the foods, which are read once the first frame stands.
    from hamdiary.services.diet import Diet

FEED = "screen.feed"
"""What a click on the card does."""

FEW = 5
"""Rows of the card at which it keeps three lines."""


class DietCard(Framed):
    """Empty until it is told how the week stands."""

    whole = FEED

    def __init__(self) -> None:
        super().__init__(t("Diet week"))
        self.diet: Diet | None = None
        """How it stands; None before it is known."""

    def show_diet(self, diet: "Diet | None") -> None:
        """Show this week."""
        self.diet = diet
        if diet is not None:
            from hamdiary.tui.widgets.diet_rows import short_title

            self.fact = line(Span(short_title(diet.week), "muted"))
        self.short_fact = line(Span("f", "key", FEED), Span(" " + tc("key", "food"), "muted", FEED))

    def wanted_height(self, width: int) -> int:
        """Always the same, so that nothing moves when it is known or a food is given."""
        return 16

    def body(self, width: int, height: int) -> list[Line]:
        """As much as there is room for: the marks first, then what would fit."""
        if self.diet is None:
            return []
        from hamdiary.tui.widgets import diet_rows as rows

        diet = self.diet
        if height <= FEW - 2:
            return rows.few_rows(diet.week, width)[:height]
        fitting = list(rows.suggestion_rows(diet, width))
        heading = line(Span(rows.limit_words(diet), "muted"))
        key = line(Span("f", "key", FEED), Span(" " + tc("key", "what was given"), "muted", FEED))
        caution = rows.said_rows(rows.caution_of(diet), width)
        named, marked = rows.named_rows(diet, width), rows.week_rows(diet.week, width)
        for each in (
            [*named, BLANK, heading, *fitting, BLANK, key, *caution],
            [*named, BLANK, heading, *fitting, *caution],
            [*marked, BLANK, heading, *fitting, *caution],
            [*marked, heading, *fitting, *caution],
            [*marked, heading, *fitting],
        ):
            if len(each) <= height:
                return each
        return marked[:height]

    def one_line(self, width: int) -> Line:
        """All of it in one line, for a window of one column."""
        if self.diet is None:
            return BLANK
        from hamdiary.tui.widgets.diet_rows import week_in_one_line

        return week_in_one_line(self.diet.week, width)
