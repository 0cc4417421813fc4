"""Work that takes a while: how far it is, and a way to stop it."""

from collections.abc import Callable
from typing import Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.message import Message
from textual.worker import get_current_worker

from hamdiary.domain.language import t, tc
from hamdiary.domain.values import BadValue
from hamdiary.services.report_file import Cancelled
from hamdiary.storage.errors import DiaryTrouble
from hamdiary.tui.dialogs.dialog import Dialog
from hamdiary.tui.widgets.card import Card
from hamdiary.tui.widgets.lines import BLANK, Line, Span, line

Made = TypeVar("Made")

Step = Callable[[float, str], None]
Work = Callable[[Step, Callable[[], bool]], Made]
"""Does the work in a thread: told how to say how far it is, and how to learn that it may end."""


class Failed(Exception):
    """The work could not be done; one line for the owner."""


class Moved(Message):
    """The work has come further."""

    def __init__(self, share: float, what: str) -> None:
        super().__init__()
        self.share, self.what = share, what


class Ended(Message, Generic[Made]):
    """The work is over."""

    def __init__(self, made: "Made | Failed | None") -> None:
        super().__init__()
        self.made = made
        """What came of it; Failed says why nothing did, None that it was stopped."""


class ProgressDialog(Dialog["Made | Failed | None"], Generic[Made]):
    """Does the work; returns what came of it, why it failed, or None if it was stopped."""

    beside = ""

    BINDINGS = [Binding("escape", "stop", "stop")]

    def __init__(self, title: str, work: Work[Made], *, can_stop: bool = True) -> None:
        super().__init__()
        self._work, self._stopped, self._can_stop = work, False, can_stop
        self._card = ProgressCard(title, can_stop)

    def compose(self) -> ComposeResult:
        """How far it is."""
        yield self._card

    def on_mount(self) -> None:
        """Begin."""
        self.run_worker(self._do, thread=True)

    def _do(self) -> None:
        worker = get_current_worker()
        try:
            made: Made | Failed | None = self._work(
                self._say,
                lambda: self._stopped or worker.is_cancelled,
            )
        except Cancelled:
            made = None
        except (DiaryTrouble, BadValue) as trouble:
            made = Failed(str(trouble))
        except OSError as trouble:
            made = Failed(trouble.strerror or t("it could not be written"))
        self.post_message(Ended(made))

    def _say(self, share: float, what: str) -> None:
        if self._stopped:
            raise Cancelled
        self.post_message(Moved(share, what))

    def on_moved(self, message: Moved) -> None:
        """Show how far it is."""
        message.stop()
        self._card.move(message.share, message.what)

    def on_ended(self, message: Ended[Made]) -> None:
        """Close with what came of it."""
        message.stop()
        self.dismiss(message.made)

    def action_stop(self) -> None:
        """Let the work end where it is, if it can; nothing half done is left."""
        if not self._can_stop:
            return
        self._stopped = True
        self._card.move(None, t("stopping"))


class ProgressCard(Card):
    """A bar, and what is being done."""

    def __init__(self, title: str, can_stop: bool = True) -> None:
        super().__init__(title, id="progress")
        self._share, self._what, self._can_stop = 0.0, t("beginning"), can_stop

    def move(self, share: float | None, what: str) -> None:
        """Show how far it is."""
        self._share, self._what = self._share if share is None else share, what
        self.repaint()

    def body(self, width: int, height: int) -> list[Line]:
        """The bar, the words, the key."""
        room = width - 6
        full = round(room * self._share)
        bar = line(Span("━" * full, "accent"), Span("─" * (room - full), "grid"))
        bar = bar.plus(f"{self._share * 100:4.0f} %", "bold")
        told = [BLANK, bar, line(Span(self._what, "muted")), BLANK]
        if not self._can_stop:
            return told
        stop = line(
            Span("Esc", "key", "screen.stop"),
            Span(" " + tc("key", "stop; nothing is written then"), "muted"),
        )
        return [*told, stop]
