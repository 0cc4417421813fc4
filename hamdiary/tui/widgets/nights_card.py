"""The card around the list of all nights: the heads of its columns and what its marks mean."""

from textual.app import ComposeResult

from hamdiary.domain.language import t
from hamdiary.tui.widgets.card import Card
from hamdiary.tui.widgets.form_rows import ASKS, NOTHING
from hamdiary.tui.widgets.lines import BLANK, Line, Span, line
from hamdiary.tui.widgets.night_list import NightList
from hamdiary.tui.widgets.night_rows import UNSEEN, head_row

LEGEND_FROM = 24
"""Rows of the card from which on there is room for the marks' meaning."""


class NightsCard(Card):
    """The frame around the list, with what stands above and below it."""

    def __init__(self) -> None:
        super().__init__(t("Nights"), id="nights")

    def compose(self) -> ComposeResult:
        """The list within the frame."""
        yield NightList()

    @property
    def nights(self) -> NightList:
        """The list itself."""
        return self.query_one(NightList)

    def describe(self, fact: str) -> None:
        """Say in the frame what is listed."""
        self.fact = line(Span(fact, "muted"))
        self.repaint()

    def on_resize(self) -> None:
        """Leave room below the list for the marks' meaning if there is some."""
        self.nights.styles.margin = (2, 1, 3 if self._with_legend else 1, 1)

    def on_descendant_focus(self) -> None:
        """Draw the frame as of the card in use."""
        self.repaint()

    def on_descendant_blur(self) -> None:
        """Draw the frame as of a card that is not in use."""
        self.repaint()

    @property
    def _with_legend(self) -> bool:
        return self.size.height >= LEGEND_FROM

    def body(self, width: int, height: int) -> list[Line]:
        """The heads of the columns, and the marks' meaning at the bottom."""
        rows = [head_row(self.nights.columns)]
        if self._with_legend:
            legend = line(
                Span(
                    t("{nothing} not recorded   {unseen} not seen or not checked").format(
                        nothing=NOTHING, unseen=UNSEEN
                    ),
                    "muted",
                )
            )
            if self.nights.has_conflicts:
                legend = (
                    legend.plus("   ").plus(ASKS, "warn").plus(" " + t("two values: b"), "muted")
                )
            rows += [BLANK] * (height - 2) + [legend]
        return rows
