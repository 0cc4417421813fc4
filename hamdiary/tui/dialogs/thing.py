"""A thing's fields as a form: an outing, a medicine, a dose, a happening; kept as answered."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from textual.app import ComposeResult
from textual.binding import Binding

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import tc
from hamdiary.domain.measures import Value, measures_of
from hamdiary.domain.questions import Question
from hamdiary.domain.typed_times import WallClock
from hamdiary.services.recording import recorded_fields
from hamdiary.services.session import Session
from hamdiary.tui.answering import Answering, Values
from hamdiary.tui.dialogs.dialog import Dialog, key_line
from hamdiary.tui.dialogs.fields import on_one_line
from hamdiary.tui.messages import Recorded
from hamdiary.tui.widgets.form import Form
from hamdiary.tui.widgets.form_face import FormLine

BESIDE_LINES = 9
"""Rows of the card besides its lines: the frame, and what explains the focused line."""


@dataclass(frozen=True)
class Sheet:
    """What a form of one thing needs to know."""

    kind: str
    """What sort of thing."""
    title: str
    """What stands on the card."""
    groups: tuple[tuple[str, ...], ...]
    """Its fields, those that belong together in one group."""
    thing: Any
    """The thing as it stands."""
    questions: Callable[[Any, Values], Sequence[Question]]
    """What to ask about values before they are kept."""
    save: Callable[[Any, Values], Any]
    """Keeps values, and returns the thing as it stands then."""
    evening: date | None = None
    """The night that typed times belong to; tonight if there is none."""
    advice: str = ""
    """A word of advice in the lower edge."""
    read: Callable[[str, Value, str], Values] | None = None
    """What typed words of a field stand for, given what they were read as; None for that itself."""


class ThingDialog(Answering, Dialog[Any]):
    """A form; it returns the thing as it stands when it is left."""

    BINDINGS = [
        Binding("escape,f10", "leave", "done"),
        Binding("ctrl+z", "undo", "undo"),
    ]

    def __init__(self, session: Session, sheet: Sheet) -> None:
        super().__init__()
        self.declaring = type(sheet.thing)
        self._session, self._sheet = session, sheet
        self._thing = sheet.thing
        measures = measures_of(self.declaring)
        self._groups = [
            [FormLine(name, on_one_line(measures[name])) for name in group]
            for group in sheet.groups
        ]
        self._form = Form(sheet.title, self._groups, as_facts=True, id="thing")

    def compose(self) -> ComposeResult:
        """The form."""
        yield self._form

    def on_mount(self) -> None:
        """Begin with the first field."""
        lines = sum(map(len, self._groups)) + len(self._groups) - 1
        self._form.styles.height = lines + BESIDE_LINES
        self._form.fact = key_line("Esc", tc("key", "done"), "leave")
        self._form.advice = self._sheet.advice
        self.show_again()
        self._form.focus()

    @property
    def form(self) -> Form:
        """The form."""
        return self._form

    @property
    def today(self) -> date:
        """The day on the wall clock."""
        return self._session.today

    def clock(self) -> WallClock:
        """Times are read on the night that the thing belongs to."""
        return self._session.wall_clock(self._sheet.evening or self._session.tonight)

    def values_read(self, field: str, value: Value, typed: str) -> Values:
        """What typed words stand for."""
        read = self._sheet.read
        return read(field, value, typed) if read else {field: value}

    def questions(self, values: Values) -> Sequence[Question]:
        """What is unusual about these values."""
        return self._sheet.questions(self._thing, values)

    def save(self, values: Values) -> None:
        """Keep them."""
        self._thing = self._sheet.save(self._thing, values)

    def thing(self) -> tuple[str, str]:
        """Which thing it is."""
        return self._sheet.kind, self._thing.id

    def show_again(self) -> None:
        """Show the thing as it is recorded, its times on the wall clock here."""
        self._form.show(on_the_wall(recorded_fields(self._thing), self._session))

    def on_recorded(self, message: Recorded) -> None:
        """Show what was kept."""
        message.stop()
        self.show_again()

    def settle(self) -> bool:
        """Finish what was begun, because the program ends."""
        return self.settle_form()

    def action_undo(self) -> None:
        """Take back the last change and leave: what it was about may be gone."""
        from hamdiary.services.recording import undo

        if self.settle_form():
            undo(self._session)
            self.dismiss(None)

    def action_leave(self) -> None:
        """Back, with the thing as it stands."""
        if self.settle_form():
            self.dismiss(self._thing)


def on_the_wall(fields: Mapping[str, Value], session: Session) -> dict[str, Value]:
    """The values with every moment on the wall clock here."""
    zone = session.zone
    return {
        name: value.astimezone(zone) if isinstance(value, datetime) else value
        for name, value in fields.items()
    }
