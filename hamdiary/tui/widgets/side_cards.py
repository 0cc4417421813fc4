"""The cards beside the log, drawn by one widget: each more widget is paid for at every start."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from hamdiary.domain.language import t
from hamdiary.services.pages import NightPage
from hamdiary.tui.widgets.clock_card import ClockCard
from hamdiary.tui.widgets.diet_card import DietCard
from hamdiary.tui.widgets.facts_card import AboutCard, VetCard
from hamdiary.tui.widgets.framed import Framed
from hamdiary.tui.widgets.history_card import History
from hamdiary.tui.widgets.lines import BLANK, Line, Span, line
from hamdiary.tui.widgets.painting import Painted
from hamdiary.tui.widgets.todo_card import TodoCard

if TYPE_CHECKING:
    from hamdiary.domain.reminders.task import Task
    from hamdiary.services.diet import Diet

FEWEST_ROWS = 5
"""Rows of a card below which it is rather left out."""


LEAST_DIET, MOST_DIET = 11, 16
"""Rows of the diet week that say all of it, without and with space between."""

TALL = 24
"""Rows from which on there is room for everything."""


class SideCards(Painted):
    """The clock, what is to do, whom to ring, and what was changed tonight."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__(id="side")
        self._clock, self._todo = ClockCard(now), TodoCard()
        self._diet = DietCard()
        self._vet, self._about = VetCard(), AboutCard()
        self._history = History(t("Changes"))
        self._history.is_awaited = True
        self._tasks: Sequence[Task] | None = None
        self._diary_closed = self._feeds = False
        self._opened: list[tuple[int, str]] = []

    def on_mount(self) -> None:
        """Tell what was changed once the first frame stands: the start does not wait for it."""
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self._history.is_awaited = False
        self.repaint()

    def show_page(self, page: NightPage) -> None:
        """Show this page in every card."""
        for card in (self._clock, self._vet, self._about, self._history):
            card.show_page(page)
        self._diary_closed = page.hamster.closed_because is not None
        self._feeds = page.feeds
        self.repaint()

    def show_tasks(self, tasks: "Sequence[Task]") -> None:
        """Show what is to do tonight."""
        self._tasks = tasks
        self._todo.show_tasks(tasks)
        self.repaint()

    def show_diet(self, diet: "Diet | None") -> None:
        """Show how the diet week stands."""
        self._diet.show_diet(diet)
        self.repaint()

    @property
    def ticks(self) -> bool:
        """Whether the clock runs."""
        return self._clock.ticks

    def tick(self) -> None:
        """Draw the clock's rows anew: nothing else changes with the seconds."""
        before = self._painted
        if before is None or self._painted_size != self.size:
            self.repaint()
            return
        clock = self._clock_lines(self.size.width, self.size.height)
        self.repaint_rows([*clock, *before[len(clock) :]])

    def paint(self, width: int, height: int) -> Sequence[Line]:
        """The cards above one another; each takes what it needs, the last one the rest."""
        self._opened = []
        if height <= FEWEST_ROWS:
            return self._in_few_lines(width, height)
        lines = self._clock_lines(width, height)
        self._opened = [(len(lines), self._clock.whole)]
        self._todo.rows = 6 if height >= TALL else 4
        for card, rows in self._fitting(width, height - len(lines)):
            lines += card.paint(width, min(rows, height - len(lines)))
            self._opened.append((len(lines), card.whole))
        rest = height - len(lines)
        if rest >= FEWEST_ROWS:
            return [*lines, *self._history.paint(width, rest)]
        return lines

    def action_at(self, x: int, y: int) -> str:
        """The action of the words in that cell, else of the card that lies there."""
        of_cards = (whole for end, whole in self._opened if y < end)
        return super().action_at(x, y) or next(of_cards, "")

    def _clock_lines(self, width: int, height: int) -> list[Line]:
        if self._diary_closed:
            return []
        if height <= FEWEST_ROWS:
            return [self._inset(self._clock.one_line(width - 4))]
        tight = height < TALL
        return self._clock.paint(width, self._clock.wanted_height(width) - tight)

    def _fitting(self, width: int, room: int) -> list[tuple[Framed, int]]:
        """The cards that there is room for, and their rows: whom to ring before other facts."""
        fitting: list[tuple[Framed, int]] = []
        if not self._diary_closed:
            fitting.append((self._todo, self._todo.wanted_height(width)))
            room -= fitting[0][1]
            diet = self._diet_rows(room)
            if diet:
                fitting.append((self._diet, diet))
                room -= diet
        for card in (self._vet, self._about):
            rows = card.wanted_height(width)
            if room >= FEWEST_ROWS + (rows if card is self._about else 0):
                fitting.append((card, min(rows, room)))
                room -= min(rows, room)
        return fitting

    def _diet_rows(self, room: int) -> int:
        """Rows of the diet week: the vet's numbers keep theirs where both fit; 0 for none."""
        if room - FEWEST_ROWS >= LEAST_DIET:
            return min(MOST_DIET, room - FEWEST_ROWS)
        # Where there is room for one of them, whoever feeds nothing extra has the numbers.
        return FEWEST_ROWS if self._feeds and room >= FEWEST_ROWS else 0

    def _in_few_lines(self, width: int, height: int) -> list[Line]:
        lines = self._clock_lines(width, height)
        if self._tasks is not None and not self._diary_closed:
            from hamdiary.tui.widgets.todo_rows import todo_line

            lines.append(self._inset(todo_line(self._tasks, width - 4)))
        if len(lines) < height and not self._diary_closed:
            lines.append(self._inset(self._diet.one_line(width - 4)))
        return [*lines, *[BLANK] * (height - len(lines))]

    def _inset(self, shown: Line) -> Line:
        return line(Span("  ")).then(shown)
