"""Recovery on Tonight: two weeks of gait and legs, and their medians beside."""

from collections.abc import Sequence
from datetime import date, timedelta

from hamdiary.domain.language import t, tc
from hamdiary.services.pages import NightPage
from hamdiary.tui.widgets.card import Card
from hamdiary.tui.widgets.lines import Line, Span, line

OPEN = "screen.view('recovery')"
"""What a click on the card does."""

MEDIANS, LEAST_CELL, MOST_CELL = 18, 2, 4
"""Cells of the medians with the gap before them, and of a night."""


class RecoveryCard(Card):
    """A plot that is drawn only once the first frame stands: the start does not wait for it."""

    whole = OPEN

    def __init__(self) -> None:
        super().__init__(t("Recovery"), id="lately")
        self._page: NightPage | None = None
        self._is_awaited = True
        self._pictured: tuple[object, Sequence[Line]] = (None, ())

    def on_mount(self) -> None:
        """Draw after the first frame."""
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self._is_awaited = False
        self.repaint()

    def show_page(self, page: NightPage) -> None:
        """Show the nights up to this page's night."""
        self._page = page
        self.repaint()

    def body(self, width: int, height: int) -> Sequence[Line]:
        """The plot with the medians beside it; only what has changed is drawn anew."""
        page = self._page
        if page is None or self._is_awaited:
            return []
        scores = [(each.evening, each.gait, each.leg_left, each.leg_right) for each in page.recent]
        key = (page.evening, page.tonight, page.treatment, scores, width, height)
        if self._pictured[0] != key:
            self._pictured = (key, self._draw(page, width, height))
        return self._pictured[1]

    def _draw(self, page: NightPage, width: int, height: int) -> Sequence[Line]:
        from hamdiary.domain.trends.series import nights_up_to
        from hamdiary.render.axis import LABEL
        from hamdiary.render.small_plot import (
            MORE_SHOWN,
            SHOWN,
            legs_of,
            medians_beside,
            small_plot,
        )
        from hamdiary.tui.widgets.pictured import on_screen

        room = width - LABEL
        nights = MORE_SHOWN if room - MEDIANS >= MORE_SHOWN * MOST_CELL else SHOWN
        beside = room - MEDIANS >= nights * LEAST_CELL
        cell = min(MOST_CELL, (room - beside * MEDIANS) // nights)
        if cell < LEAST_CELL:
            return []
        span, legs = nights_up_to(page.evening, nights), legs_of(page.recent)
        self.fact = line(
            Span("r", "key", OPEN),
            Span(" " + tc("key", "{nights} nights").format(nights=nights), "muted", OPEN),
        )
        rows = [on_screen(row) for row in small_plot(legs, span, cell, _began(page))][:height]
        if not beside:
            return rows
        said = [on_screen(row) for row in medians_beside(legs, span)]
        at = width - MEDIANS + 1
        return [
            row.to(at).then(words)
            for row, words in zip(rows, [*said, *[line()] * len(rows)], strict=False)
        ]


def _began(page: NightPage) -> date | None:
    """The first night of the course that is counted, if there is one."""
    if page.treatment is None:
        return None
    return page.evening - timedelta(days=page.treatment[0] - 1)
