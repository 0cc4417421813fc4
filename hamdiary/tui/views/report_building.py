"""The vet report as it comes to be: built beside the window, shown when it stands."""

from textual.message import Message
from textual.widget import Widget
from textual.worker import Worker, get_current_worker

from hamdiary.domain.language import marked, t
from hamdiary.domain.report import Report
from hamdiary.domain.values import BadValue
from hamdiary.services.pages import NightPage
from hamdiary.services.report_beside import report_beside, standing
from hamdiary.services.report_choice import remembered
from hamdiary.services.report_file import Cancelled
from hamdiary.services.session import Session
from hamdiary.storage.errors import DiaryTrouble
from hamdiary.tui.views.view import View
from hamdiary.tui.widgets.report_cards import PreviewCard

WAITS = 0.05
"""Seconds from a choice to the work that follows, so that keys come first."""

STOPPED = marked("Stopped. Choose other nights, or Esc once more builds it.")


class Built(Message):
    """A report was built, or could not be."""

    def __init__(self, order: int, report: Report | None, trouble: str = "") -> None:
        super().__init__()
        self.order, self.report, self.trouble = order, report, trouble


class Building(Message):
    """A report is being built."""

    def __init__(self, order: int, share: float, what: str) -> None:
        super().__init__()
        self.order, self.share, self.what = order, share, what


class BuildingView(View, Widget):
    """A view with the preview of a report, which it builds in a thread of its own."""

    def __init__(self, session: Session, page: NightPage) -> None:
        super().__init__(id="report")
        self._session, self._page = session, page
        self.evening = page.evening
        self._choice = remembered(session, page.hamster)
        self._preview = PreviewCard()
        self._order = 0
        self._built_of: object = None
        self._worker: Worker[None] | None = None

    def read(self) -> None:
        """Read what is chosen from, and build the report anew if anything of it has changed."""
        raise NotImplementedError

    def _known(self) -> object:
        """What the report follows from; while it stays the same, so does the report."""
        page, options = self._page, self._choice.options
        return page.hamster, page.today, options, standing(self._session)

    def _build_of(self, known: object) -> None:
        """Build the report that follows from that, a moment later."""
        self._built_of = known
        self._order += 1
        self.set_timer(WAITS, self._begin)

    def _begin(self) -> None:
        """Build the report in a thread of its own; an earlier one is not wanted any more."""
        order, hamster, options = self._order, self._page.hamster, self._choice.options
        self._worker = self.run_worker(
            lambda: self._build(order, hamster, options), thread=True, exclusive=True,
            group="report",
        )  # fmt: skip

    def _build(self, order: int, hamster: object, options: object) -> None:
        worker = get_current_worker()
        try:
            report = report_beside(
                self._session, hamster, options,  # type: ignore[arg-type]
                lambda share, what: self._say(order, share, what), lambda: worker.is_cancelled,
            )  # fmt: skip
        except Cancelled:
            return
        except (BadValue, DiaryTrouble) as trouble:
            self.post_message(Built(order, None, str(trouble)))
            return
        self.post_message(Built(order, report))

    def _say(self, order: int, share: float, what: str) -> None:
        self.post_message(Building(order, share, what))

    def on_building(self, message: Building) -> None:
        """Say how far it is."""
        message.stop()
        if message.order == self._order and self._is_building:
            self._preview.say(message.what, message.share)

    def on_built(self, message: Built) -> None:
        """Show it, unless another one is wanted by now."""
        message.stop()
        if message.order != self._order:
            return
        if message.report is not None:
            self._preview.show_report(message.report, self._choice.language)
        else:
            self._preview.show_words(f"{message.trouble[:1].upper()}{message.trouble[1:]}.")

    @property
    def _is_building(self) -> bool:
        return self._worker is not None and not self._worker.is_finished

    def action_stop(self) -> None:
        """End the building of a long report, or begin it again."""
        if self._is_building and self._worker is not None:
            self._worker.cancel()
            self._order += 1
            self._preview.say(t(STOPPED))
            self._built_of = None
        elif self._built_of is None:
            self.read()
