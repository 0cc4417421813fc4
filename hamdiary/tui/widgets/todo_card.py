"""What is still to do tonight: done, due, under way, later."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from hamdiary.domain.language import t, tc
from hamdiary.tui.widgets.framed import Framed
from hamdiary.tui.widgets.lines import Line, Span, line

if TYPE_CHECKING:
    # What is to do is worked out once the first frame stands.
    from hamdiary.domain.reminders.task import Task


class TodoCard(Framed):
    """One line a task, the ones that fit."""

    whole = "screen.todo"

    def __init__(self) -> None:
        super().__init__(t("Still to do"))
        self.rows = 6
        """Rows for tasks, whether there are so many or not: nothing may jump."""
        self._tasks: Sequence[Task] | None = None

    def show_tasks(self, tasks: "Sequence[Task]") -> None:
        """Show these."""
        from hamdiary.tui.widgets.todo_rows import MARKS, is_open

        self._tasks = [task for task in tasks if task.state in MARKS]
        count = sum(map(is_open, self._tasks))
        self.fact = line(
            Span(
                t("{count} open").format(count=count) if count else t("all done") if tasks else "",
                "muted",
            )
        )

    def wanted_height(self, width: int) -> int:
        """Always the same, so that nothing moves when a task comes or goes."""
        return self.rows + 2

    def body(self, width: int, height: int) -> list[Line]:
        """The tasks in their order; where there are too many, open ones first."""
        if self._tasks is None:
            return []
        if not self._tasks:
            return [line(Span(t("Nothing to do tonight."), "muted"))]
        from hamdiary.tui.widgets.todo_rows import is_open, task_row

        shown = list(self._tasks)
        if len(shown) > height:
            shown = sorted(shown, key=lambda each: not is_open(each))[: height - 1]
        rows = [task_row(each, width) for each in shown]
        left = len(self._tasks) - len(shown)
        return (
            rows
            if not left
            else [
                *rows,
                line(
                    Span(
                        "  " + tc("key", "… {left} more").format(left=left), "muted", "screen.todo"
                    )
                ),
            ]
        )
