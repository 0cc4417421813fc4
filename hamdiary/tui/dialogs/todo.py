"""What is to do tonight: go to it, put it off, or let it be for one night."""

from collections.abc import Sequence
from itertools import zip_longest

from textual.app import ComposeResult

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import t, tc
from hamdiary.domain.reminders.task import Task
from hamdiary.domain.text import clean_line
from hamdiary.tui.dialogs.dialog import WishDialog, key_line, wish_line
from hamdiary.tui.widgets.lines import BLANK, Line, Span, flowed, line, wrapped
from hamdiary.tui.widgets.list_card import ListCard
from hamdiary.tui.widgets.todo_rows import MARKS


@dataclass(frozen=True)
class TodoWish:
    """What an owner wants with one task."""

    task: Task
    """Which."""
    verb: str
    """do, 10, 30, tomorrow or skip."""


WIDTH = 72
"""Cells of the card."""

DETAILS = 28
"""Where the details begin."""


class TodoDialog(WishDialog[TodoWish | None]):
    """Returns a task and what is to become of its reminder."""

    def __init__(self, tasks: Sequence[Task]) -> None:
        super().__init__()
        self._tasks = [task for task in tasks if task.state in MARKS]

    def compose(self) -> ComposeResult:
        """The tasks, and the keys."""
        yield ListCard(t("Still to do"), id="todos")

    def on_mount(self) -> None:
        """Begin with the first."""
        card = self.query_one(ListCard)
        room = min(WIDTH, self.app.size.width) - 5
        keys = [
            wish_line("Enter", tc("key", "do it"), "do"),
            wish_line("1", tc("key", "in 10 min"), "10"),
            wish_line("3", tc("key", "in 30 min"), "30"),
            wish_line("4", tc("key", "tomorrow"), "tomorrow"),
            wish_line("k", tc("key", "not tonight"), "skip"),
            key_line("Esc", tc("key", "back"), "leave"),
        ]
        note = t("Putting it off moves the reminder only; it counts as done when it is done.")
        below = [*flowed(keys, room, 3)]
        told = [BLANK, *(line(Span(each, "muted")) for each in wrapped(note, room))]
        rows = [_rows(task, room) for task in self._tasks]
        empty = [line(t("Nothing to do tonight."))]
        card.show_rows(rows, [*below, *told] if rows else below[-1:], empty)
        card.key_actions = self.wishes({"1": "10", "3": "30", "4": "tomorrow", "k": "skip"})
        card.styles.height = card.wanted_height(WIDTH)
        card.focus()

    def on_list_card_chosen(self, message: ListCard.Chosen) -> None:
        """Enter goes where the task is done."""
        message.stop()
        self.action_wish("do")

    def action_wish(self, verb: str) -> None:
        """Return what is wanted with the chosen task."""
        if self._tasks:
            task = self._tasks[self.query_one(ListCard).cursor]
            self.dismiss(TodoWish(task, verb))


def _rows(task: Task, width: int) -> list[Line]:
    """A task over as many rows as it takes: when it is due stands at the end of what is said."""
    mark, ink = MARKS[task.state]
    names = wrapped(clean_line(task.name), DETAILS - 4)
    details = wrapped(clean_line(task.detail), width - DETAILS)
    return [
        line(Span(mark if not row else " ", ink), f" {name}").to(DETAILS).plus(detail, "muted")
        for row, (name, detail) in enumerate(zip_longest(names, details, fillvalue=""))
    ]
