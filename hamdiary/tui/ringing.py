"""Ringing while the window is open: in its corner, by the terminal, and by every way that is on."""

from collections.abc import Callable, Sequence

from hamdiary.domain.language import t, tn
from hamdiary.domain.reminders.task import Task
from hamdiary.services.clock import BadSetting
from hamdiary.services.delivering import tell_from_a_window
from hamdiary.services.reminding import to_ring
from hamdiary.storage.errors import DiaryTrouble
from hamdiary.tui.diary_actions import DiaryActions

STAYS, BRIEFLY = 30, 8
"""Seconds that a reminder stays in the corner, and where the corner is half of the window."""

ROOMY = 100
"""Cells of a window that has a corner to spare."""

MOST = 3
"""Lines of a corner: it lies above what is being written."""


class Ringing:
    """Says for one screen what is due, once."""

    def __init__(self, screen: DiaryActions) -> None:
        self._screen = screen
        self._trouble = ""

    def ring(self) -> None:
        """Say what is due and has not been said lately on this device."""
        screen = self._screen
        if screen.session.diary.read_only:
            return
        try:
            tasks = to_ring(screen.session, screen.page.hamster)
        except BadSetting as trouble:
            self._say_once(str(trouble))
            return
        except DiaryTrouble:
            return  # whoever looks around says why
        if tasks:
            is_roomy = screen.app.size.width >= ROOMY
            title, words = _said(tasks) if is_roomy else _said_briefly(tasks)
            stays = STAYS if is_roomy else BRIEFLY
            screen.notify(words, title=title, timeout=stays, markup=False)
            self._tell_outside(tasks)

    def _say_once(self, trouble: str) -> None:
        if trouble != self._trouble:
            self._trouble = trouble
            words = t("{trouble}. Until it is mended nothing rings.").format(trouble=trouble)
            self._screen.notify(words, severity="error", timeout=STAYS, markup=False)

    def _tell_outside(self, tasks: Sequence[Task]) -> None:
        """Let the terminal, the desktop and the phone tell it too; nobody waits for them."""
        screen = self._screen
        told = tell_from_a_window(screen.session, screen.page.hamster, tasks)
        if told.bell:
            screen.app.bell()
        driver = screen.app._driver
        if told.to_terminal and driver is not None:
            driver.write(told.to_terminal)
        screen.run_worker(lambda: self._deliver(told.others), thread=True)

    def _deliver(self, others: Callable[[], Sequence[str]]) -> None:
        app = self._screen.app
        for trouble in others():
            app.call_from_thread(
                self._screen.notify, trouble, severity="warning", timeout=STAYS, markup=False
            )


def _said(tasks: Sequence[Task]) -> tuple[str, str]:
    """A heading and what stands below it: one corner for all that is due, however much that is."""
    if len(tasks) == 1:
        return t("{name} is due").format(name=tasks[0].name), tasks[0].detail
    shown = tasks if len(tasks) <= MOST else tasks[: MOST - 1]
    lines = [f"{task.name}  {task.detail}".rstrip() for task in shown]
    if len(shown) < len(tasks):
        lines.append(t("and {n} more: z shows all").format(n=len(tasks) - len(shown)))
    return _counted(tasks), "\n".join(lines)


def _said_briefly(tasks: Sequence[Task]) -> tuple[str, str]:
    """The same in two short lines, where the corner lies above what is being written."""
    if len(tasks) == 1:
        return _said(tasks)
    return _counted(tasks), t("z shows all")


def _counted(tasks: Sequence[Task]) -> str:
    return tn("{n} thing is due", "{n} things are due", len(tasks)).format(n=len(tasks))
