"""What is still to do tonight: going there, putting it off, letting it be."""

from collections.abc import Sequence

from hamdiary.domain.language import marked, t
from hamdiary.domain.reminders.task import Task
from hamdiary.services.reminding import skip, snooze_for, tasks_tonight
from hamdiary.storage.errors import DiaryTrouble
from hamdiary.tui.deeds.deeds import Deeds
from hamdiary.tui.dialogs.todo import TodoDialog, TodoWish

SNOOZES = {
    "10": marked("in 10 minutes"),
    "30": marked("in half an hour"),
    "tomorrow": marked("tomorrow"),
}
"""What a reminder can be put off to, in words."""


class TodoDeeds(Deeds):
    """Tasks are gone to, put off, or let be for one night."""

    def open(self) -> None:
        """The list of tonight's tasks."""
        self.screen.view.settle()
        self.screen.app.push_screen(TodoDialog(self.tasks()), self._take_todo)

    def tasks(self) -> Sequence[Task]:
        """Tonight's tasks as they stand now; none while the diary cannot be read."""
        try:
            return tasks_tonight(self.session, self.page.hamster)
        except DiaryTrouble:
            return ()  # whoever looks around says why

    async def _take_todo(self, wish: TodoWish | None) -> None:
        if wish is None:
            return
        if wish.verb == "do":
            await self.screen.run_action(f"screen.do('{wish.task.key}')")
        elif wish.verb == "skip":
            self._skip(wish.task)
        else:
            self._snooze(wish.task, wish.verb)

    def _skip(self, task: Task) -> None:
        words = t("No more about this tonight: {name}. It does not count as done.").format(
            name=task.name
        )
        self.done(lambda: skip(self.session, self.page.hamster, task.key, None), words)

    def _snooze(self, task: Task, length: str) -> None:
        words = t("{name}: again {when}.").format(name=task.name, when=t(SNOOZES[length]))
        self.done(lambda: snooze_for(self.session, self.page.hamster, task.key, length), words)
