"""What is still to do tonight: going there, putting it off, and ringing when its time comes."""

from collections.abc import Callable, Sequence

from hamdiary.domain.reminders.task import Task
from hamdiary.services.clock import BadSetting
from hamdiary.storage.errors import DiaryTrouble
from hamdiary.tui.care_deeds import CareDeeds
from hamdiary.tui.dialogs.todo import TodoWish

SNOOZES = {"10": "in 10 minutes", "30": "in half an hour", "tomorrow": "tomorrow"}
"""What a reminder can be put off to, in words."""


SHOWN_AFTER = 0.15
"""Seconds after a change until the list of what is to do is read anew: keys come first."""

RINGS_EVERY = 20.0
"""Seconds between two looks at what is due."""


class TodoDeeds(CareDeeds):
    """A screen with a list of what is to do."""

    tasks: Sequence[Task] = ()
    """Tonight's tasks as they were read last."""
    _tasks_wanted = False
    _trouble_said = ""

    def show_tasks(self, tasks: Sequence[Task]) -> None:
        """Show what is to do tonight."""
        raise NotImplementedError

    def show_tasks_soon(self) -> None:
        """Show what is to do once the keys that are being pressed have been answered."""
        if not self._tasks_wanted:
            self._tasks_wanted = True
            self.set_timer(SHOWN_AFTER, self._show_tasks)

    def _show_tasks(self) -> None:
        self._tasks_wanted = False
        self.show_tasks(self.read_tasks())

    def ring(self) -> None:
        """Say what is due and has not been said lately, by every way that is on."""
        if self.session.diary.read_only:
            return
        from hamdiary.services.reminding import to_ring

        try:
            tasks = to_ring(self.session, self.page.hamster)
        except BadSetting as trouble:
            self._say_trouble_once(str(trouble))
            return
        except DiaryTrouble:
            return  # whoever looks around says why
        self._show_tasks()
        for task in tasks:
            self.notify(task.detail, title=f"{task.name} is due", timeout=30, markup=False)
        if tasks:
            self._tell_outside(tasks)

    def _tell_outside(self, tasks: Sequence[Task]) -> None:
        """Let the terminal, the desktop and the phone tell it too; nobody waits for them."""
        from hamdiary.services.delivering import tell_from_a_window

        told = tell_from_a_window(self.session, self.page.hamster, tasks)
        if told.bell:
            self.app.bell()
        if told.to_terminal:
            driver = self.app._driver
            if driver is not None:
                driver.write(told.to_terminal)
        self.run_worker(lambda: self._deliver(told.others), thread=True)

    def _deliver(self, others: Callable[[], Sequence[str]]) -> None:
        for trouble in others():
            self.app.call_from_thread(
                self.notify, trouble, severity="warning", timeout=20, markup=False
            )

    def _say_trouble_once(self, trouble: str) -> None:
        if trouble != self._trouble_said:
            self._trouble_said = trouble
            words = f"{trouble}. Until it is mended nothing rings."
            self.notify(words, severity="error", timeout=30, markup=False)

    def action_todo(self) -> None:
        """The list, to go to a task or to put it off."""
        from hamdiary.tui.dialogs.todo import TodoDialog

        self.view.settle()
        self.app.push_screen(TodoDialog(self.read_tasks()), self._take_todo)

    def read_tasks(self) -> Sequence[Task]:
        """Tonight's tasks as they stand now."""
        from hamdiary.services.reminding import tasks_tonight

        try:
            self.tasks = tasks_tonight(self.session, self.page.hamster)
        except DiaryTrouble:
            return self.tasks  # whoever looks around says why
        return self.tasks

    async def _take_todo(self, wish: TodoWish | None) -> None:
        if wish is None:
            return
        if wish.verb == "do":
            await self.action_do(wish.task.key)
        elif wish.verb == "skip":
            self._skip(wish.task)
        else:
            self._snooze(wish.task, wish.verb)

    async def action_do(self, key: str) -> None:
        """Go where a task is done."""
        what = key.partition(":")[0]
        if what == "outing":
            await self.run_action("screen.outing")
        elif what == "dose":
            await self.run_action("screen.doses")
        elif what == "vet-visit":
            await self.run_action("screen.view('care')")
        else:
            await self.run_action("screen.tonight")
            if what == "weigh-in":
                self.go_to_line("weight_g")

    def go_to_line(self, field: str) -> None:
        """Focus a line of tonight's log."""
        raise NotImplementedError

    def _skip(self, task: Task) -> None:
        from hamdiary.services.reminding import skip

        words = f"No more about this tonight: {task.name}. It does not count as done."
        self.done(lambda: skip(self.session, self.page.hamster, task.key, None), words)

    def _snooze(self, task: Task, length: str) -> None:
        from hamdiary.services.reminding import snooze_for

        words = f"{task.name}: again {SNOOZES[length]}."
        self.done(lambda: snooze_for(self.session, self.page.hamster, task.key, length), words)
