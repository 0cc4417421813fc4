"""Writing the note of a night; what is being typed is kept every second."""

from collections.abc import Callable

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.message import Message
from textual.widgets import TextArea

from hamdiary.domain.language import t, tc
from hamdiary.domain.measures import Text, measures_of
from hamdiary.domain.night import Night
from hamdiary.domain.text import clean
from hamdiary.domain.typed_dates import short_day
from hamdiary.storage.rows import night_id
from hamdiary.tui.dialogs.dialog import Dialog
from hamdiary.tui.messages import Typed
from hamdiary.tui.widgets.card import Card
from hamdiary.tui.widgets.lines import Line, Span, flowed, line


class NoteDialog(Dialog[str | None]):
    """A text field for the note; leaving it by any key keeps what was typed."""

    def __init__(
        self, night: Night, typed_ahead: Callable[[], str], unsaved: str | None = None
    ) -> None:
        super().__init__()
        self._typed_ahead = typed_ahead
        self._unsaved = unsaved
        self._left = False
        self.night = night
        """Whose note is written."""

    def compose(self) -> ComposeResult:
        """The frame and the field in it."""
        with NoteCard(t("Note of {day}").format(day=short_day(self.night.evening)), id="note-card"):
            yield NoteArea(self._unsaved or self.night.note or "", id="note-area")

    def on_mount(self) -> None:
        """Begin at the end of what is there."""
        area = self.query_one(NoteArea)
        area.move_cursor(area.document.end)
        area.focus()
        self.call_after_refresh(self._take_typed_ahead)

    def _take_typed_ahead(self) -> None:
        """What was typed while the field was opened belongs into it."""
        ahead = self._typed_ahead()
        if ahead:
            self.query_one(NoteArea).insert(ahead)

    @property
    def text(self) -> str:
        """What stands in the field, clean."""
        return clean(self.query_one(NoteArea).text).strip()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Let unfinished text be kept."""
        event.stop()
        self.post_message(self._typed(event.text_area.text))

    def _typed(self, text: str | None) -> Typed:
        thing = night_id(self.night.hamster, self.night.evening)
        return Typed("night", thing, "note", text, self.night.note)

    def on_note_area_left(self) -> None:
        """Close with the text; an empty one means no note, one too long stays open."""
        kind = measures_of(Night)["note"].kind
        assert isinstance(kind, Text)
        if len(self.text) > kind.most:
            self.query_one(NoteCard).complain(
                t("{count:,} letters are too many: at most {most:,} can be kept.").format(
                    count=len(self.text), most=kind.most
                )
            )
            return
        if not self._left:  # a second key on its way finds the field left already
            self._left = True
            self.dismiss(self.text or None)

    def settle(self) -> bool:
        """Leave with the text, because the program ends; False if it cannot be left."""
        self.on_note_area_left()
        return self._left

    def action_leave(self) -> None:
        """Back, with the text."""
        self.on_note_area_left()


class NoteCard(Card):
    """The frame around the field."""

    _trouble = ""

    def complain(self, trouble: str) -> None:
        """Say why the text cannot be kept as it is."""
        self._trouble = trouble
        self.repaint()

    def body(self, width: int, height: int) -> list[Line]:
        """The keys on the last line; the field lies over the rest."""
        keys = (
            ("Enter", tc("key", "keep")),
            ("^j", tc("key", "new line")),
            ("^z", tc("key", "take back")),
        )
        told = [line(Span(key, "key"), Span(f" {words}", "muted")) for key, words in keys]
        # One row alone is free: what does not fit whole is left out.
        foot = line(Span(self._trouble, "warn")) if self._trouble else flowed(told, width, 3)[0]
        return [*([Line()] * (height - 1)), foot]


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
