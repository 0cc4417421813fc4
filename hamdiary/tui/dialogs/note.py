"""Writing the note of a night; what is being typed is kept every second."""

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.message import Message
from textual.widgets import TextArea

from hamdiary.domain.night import Night
from hamdiary.domain.text import clean
from hamdiary.domain.typed_dates import short_day
from hamdiary.tui.dialogs.dialog import Dialog
from hamdiary.tui.widgets.card import Card
from hamdiary.tui.widgets.painting import Line, Span, line


class NoteDialog(Dialog[str | None]):
    """A text field for the note; leaving it by any key keeps what was typed."""

    KEPT_EVERY = 0.8
    """Seconds between two times at which unfinished text is kept."""

    class Typing(Message):
        """There is unfinished text that is to be kept now."""

        def __init__(self, night: Night, text: str) -> None:
            super().__init__()
            self.night = night
            """Whose note it is."""
            self.text = text
            """What stands in the field."""

    def __init__(self, night: Night) -> None:
        super().__init__()
        self.night = night
        """Whose note is written."""
        self._kept = night.note or ""

    def compose(self) -> ComposeResult:
        """The frame and the field in it."""
        with NoteCard(f"Note of {short_day(self.night.evening)}", id="note-card"):
            yield NoteArea(self.night.note or "", id="note-area")

    def on_mount(self) -> None:
        """Begin at the end of what is there."""
        area = self.query_one(NoteArea)
        area.move_cursor(area.document.end)
        area.focus()
        self.set_interval(self.KEPT_EVERY, self._keep)

    @property
    def text(self) -> str:
        """What stands in the field, clean."""
        return clean(self.query_one(NoteArea).text).strip()

    def _keep(self) -> None:
        if self.text != self._kept:
            self._kept = self.text
            self.post_message(self.Typing(self.night, self._kept))

    def on_note_area_left(self) -> None:
        """Close with the text; an empty one means no note."""
        self.dismiss(self.text or None)

    def on_click(self, event: events.Click) -> None:
        """A click beside the card leaves it, with the text."""
        if event.widget is self:
            self.on_note_area_left()


class NoteCard(Card):
    """The frame around the field."""

    def body(self, width: int, height: int) -> list[Line]:
        """The keys on the last line; the field lies over the rest."""
        keys = line(
            Span("Enter", "key"), Span(" keep   ", "muted"), Span("^j", "key"),
            Span(" new line   ", "muted"), Span("^z", "key"), Span(" take back", "muted"),
        )  # fmt: skip
        return [*([Line()] * (height - 1)), keys]


class NoteArea(TextArea):
    """A text area that Enter and Escape leave."""

    BINDINGS = [Binding("ctrl+j", "insert_line", "new line", show=False)]

    class Left(Message):
        """The field is finished with."""

    def __init__(self, text: str, *, id: str) -> None:
        super().__init__(text, id=id, soft_wrap=True, compact=True, highlight_cursor_line=False)

    def action_insert_line(self) -> None:
        """Begin a new line."""
        self.insert("\n")

    async def _on_key(self, event: events.Key) -> None:
        if event.key in ("enter", "escape", "f10"):
            event.stop()
            event.prevent_default()
            self.post_message(self.Left())
            return
        await super()._on_key(event)
