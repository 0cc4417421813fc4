"""A step of the first night's tour, above the view; keys go on to the log as ever."""

from hamdiary.domain.language import t, tc
from hamdiary.tui.help.tour import STEPS
from hamdiary.tui.widgets.card import Card
from hamdiary.tui.widgets.lines import Line, Span, line, wrapped

NARROW = 70
"""Cells below which the keys are said in fewer words."""


class TourCard(Card):
    """Says one thing; never takes the focus."""

    def __init__(self) -> None:
        super().__init__(id="tour")
        self.step = 0
        """Which one is shown, from 0."""

    def show_step(self, step: int) -> None:
        """Show this one."""
        self.step = step
        self._fit()
        self.repaint()

    def on_resize(self) -> None:
        """As high as the words need."""
        self._fit()

    def _fit(self) -> None:
        if self.size.width:
            self.styles.height = self.wanted_height(self.size.width)

    def body(self, width: int, height: int) -> list[Line]:
        """The sentences; in the edges what it is about and how to go on."""
        step = STEPS[self.step]
        is_last = self.step == len(STEPS) - 1
        self.title = t("{number} of {count}").format(number=self.step + 1, count=len(STEPS))
        self.title += f"  {step.heading}"
        further = tc("key", "done") if is_last else tc("key", "next")
        keys = line(
            Span("Space", "key", "screen.tour_on"), Span(f" {further}", "muted", "screen.tour_on")
        )
        end = line(
            Span("   Esc", "key", "screen.tour_end"),
            Span(" " + tc("key", "enough"), "muted", "screen.tour_end"),
        )
        self.foot = keys if is_last else keys.then(end)
        return [line(each) for each in wrapped(step.words, width)]
