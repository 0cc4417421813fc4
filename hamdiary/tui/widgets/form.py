"""A form: one line per thing to record, one key per answer, nothing to save.

The form shows values and says what was answered; whoever owns it records and shows anew.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from textual import events
from textual.message import Message

from hamdiary.domain.measures import (
    Checklist,
    Choice,
    Day,
    Measure,
    NotSeen,
    Quantity,
    Scale,
    Text,
    Value,
)
from hamdiary.domain.saying import digit_of
from hamdiary.tui.widgets.card import Card
from hamdiary.tui.widgets.editor import Editor
from hamdiary.tui.widgets.form_help import help_lines, rule
from hamdiary.tui.widgets.form_layout import Layout, first_visible, with_gaps
from hamdiary.tui.widgets.form_rows import Columns, Entry, fact_row, night_row
from hamdiary.tui.widgets.painting import BLANK, Line, Span, line, wrapped


@dataclass(frozen=True)
class FormLine:
    """One line that can be answered."""

    field: str
    """The journal field that it records."""
    measure: Measure
    """What may be answered."""


class Form(Card, can_focus=True):
    """A card of lines; a digit answers the focused line and moves on."""

    class Answered(Message):
        """A line was answered: by a value, or by words that are still to be read."""

        def __init__(
            self, form: "Form", field: str, value: Value | None, typed: str | None
        ) -> None:
            super().__init__()
            self.form = form
            """The form it was answered in."""
            self.field = field
            """The journal field."""
            self.value = value
            """The value, None to clear, unless something was typed."""
            self.typed = typed
            """The words that were typed, if the answer was typed."""

        @property
        def control(self) -> "Form":
            """The form it was answered in."""
            return self.form

    class Opened(Message):
        """A line wants a place of its own: a checklist, or a note."""

        def __init__(self, form: "Form", field: str) -> None:
            super().__init__()
            self.form = form
            """The form it stands in."""
            self.field = field
            """The measure to open."""

    class Typing(Message):
        """Words are being typed that are not an answer yet."""

        def __init__(self, form: "Form", field: str, text: str | None) -> None:
            super().__init__()
            self.form = form
            """The form in which they are typed."""
            self.field = field
            """The journal field they are meant for."""
            self.text = text
            """The words so far; None if they were given up."""

    def __init__(
        self,
        title: str,
        groups: Sequence[Sequence[FormLine]],
        *,
        as_facts: bool = False,
        numbered_from: int | None = None,
        id: str | None = None,
    ) -> None:
        super().__init__(title, id=id)
        self._first_digit = (1 if as_facts else 0) if numbered_from is None else numbered_from
        self._lines = [each for group in groups for each in group]
        numbers = iter(range(len(self._lines)))
        self._groups = [[next(numbers) for _ in group] for group in groups]
        self._as_facts = as_facts
        self._values: Mapping[str, Any] = {}
        self._before: Mapping[str, Any] = {}
        self._remarks: Mapping[str, Sequence[str]] = {}
        self._first = 0
        self._shown: dict[int, tuple[object, Line]] = {}
        self._editor: Editor | None = None
        self._held: str | None = None
        self.cursor = 0
        """The number of the focused line."""
        self.trouble = ""
        """What is wrong with what was typed on the focused line."""

    # What it shows

    def show(
        self,
        values: Mapping[str, Any],
        before: Mapping[str, Any] | None = None,
        remarks: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        """Show these values by measure, last night's, and remarks beside numbers."""
        self._values = values
        self._before = self._before if before is None else before
        self._remarks = self._remarks if remarks is None else remarks
        self.repaint()

    def value_of(self, field: str) -> object:
        """The value that is shown for a field."""
        return self._values.get(field)

    @property
    def focused_line(self) -> FormLine:
        """The line that keys answer."""
        return self._lines[self.cursor]

    def complain(self, trouble: str) -> None:
        """Show under the line why what was typed cannot be kept."""
        self.trouble = trouble
        self.repaint()

    def body(self, width: int, height: int) -> list[Line]:
        """The lines that fit, and the help for the focused one."""
        layout = self._layout(height)
        rows = with_gaps(self._groups, layout.gaps)
        focused = rows.index(self.cursor)
        self._first = first_visible(self._first, focused, len(rows), layout.rows)
        shown = rows[self._first : self._first + layout.rows]
        columns = Columns.of(width)
        start = columns.before if columns.wide else width - len("last night")
        header = [line().to(start).plus("last night", "muted")]
        painted = header if layout.header else []
        painted += [self._row(number, width) for number in shown]
        painted += [BLANK] * (layout.rows + layout.header - len(painted))
        below = sum(number is not None for number in rows[self._first + layout.rows :])
        return [*painted, *self._help(layout, width, below)]

    def _layout(self, height: int) -> Layout:
        lines, gaps = len(self._lines), len(self._groups) - 1
        asides = sum(each.measure.aside for each in self._lines)
        # Asides may be scrolled to; the lines of every night should be in sight at once.
        airy = Layout.of(height, lines, gaps, header=not self._as_facts)
        if airy.gaps or not asides:
            return airy
        return Layout.of(height, lines - asides, gaps - 1, header=not self._as_facts)

    def _row(self, number: int | None, width: int) -> Line:
        if number is None:
            return BLANK
        focused = number == self.cursor
        entry = self._entry(self._lines[number])
        shown = (entry, width, focused, focused and self.has_focus_within)
        kept = self._shown.get(number)
        if kept is None or kept[0] != shown:
            kept = self._shown[number] = (shown, self._row_of(number, entry, width, focused))
        return kept[1]

    def _row_of(self, number: int, entry: Entry, width: int, focused: bool) -> Line:
        if self._as_facts:
            row = fact_row(entry, self._label_width(), 18, width, focused)
        else:
            row = night_row(entry, Columns.of(width), focused)
        row = Line(tuple(_clickable(span, number) for span in row.spans)).to(width)
        return row.on(("focus" if self.has_focus_within else "chosen") if focused else "")

    def _label_width(self) -> int:
        return max(FACTS_LABEL, *(len(each.measure.label) for each in self._lines)) + 2

    def _entry(self, each: FormLine) -> Entry:
        return Entry(
            each.measure,
            self._values.get(each.field),
            self._before.get(each.field),
            self._remarks.get(each.field, ()),
        )

    def _help(self, layout: Layout, width: int, below: int) -> list[Line]:
        self.foot = line(Span(f"{below} more below ↓", "muted", "go(-1)")) if below else Line()
        lines = [rule(width)] if layout.ruled else []
        if self.trouble:
            lines += [line(Span(each, "warn")) for each in wrapped(self.trouble, width)]
            return lines[: layout.help_rows + layout.ruled]
        each = self.focused_line
        value = self._values.get(each.field)
        help_rows = layout.help_rows
        return lines + help_lines(each.measure, value, self._first_digit, width, help_rows)

    # Keys. All of them are taken here, one after another: bindings run a turn of the event loop
    # later, so that in a burst of keys (a slow line, a paste) a digit would overtake an arrow.

    def on_key(self, event: events.Key) -> None:
        """Take a key that this form knows."""
        if self.take_key(event):
            event.stop()
            event.prevent_default()

    def take_key(self, event: events.Key) -> bool:
        """Do what a key means here; False if it means nothing to a form."""
        if self._held is not None:
            self._held += (event.character or "") if event.is_printable else ""
            return True
        if self._editor is not None and self._editor.is_open:
            return self._editor.take_key(event)
        action = self._keys.get(event.key)
        if action is not None:
            action()
            return True
        return bool(event.is_printable and event.character) and self._take(event.character or "")

    @property
    def _keys(self) -> dict[str, Callable[[], None]]:
        return {
            "up": lambda: self.move(-1),
            "shift+tab": lambda: self.move(-1),
            "down": lambda: self.move(1),
            "tab": lambda: self.move(1),
            "home": lambda: self.go(0),
            "end": lambda: self.go(-1),
            "left": lambda: self.turn(-1),
            "right": lambda: self.turn(1),
            "enter": self.enter,
            "backspace": self.clear,
            "delete": self.clear,
        }

    def _take(self, character: str) -> bool:
        """A digit scores or begins a number; in a form of facts a letter begins a text."""
        kind = self.focused_line.measure.kind
        begins_text = self._as_facts and isinstance(kind, Text | Day)
        begins_number = isinstance(kind, Quantity) and character in "0123456789.,"
        if begins_text or begins_number:
            self.edit(character)
        elif isinstance(kind, Checklist) and character == "0":
            self.answer("no")
        elif isinstance(kind, Scale | Choice) and character.isdecimal():
            self.score(int(character) - self._first_digit)
        elif character == "x" and isinstance(kind, Scale | Choice):
            self.unseen()
        elif character == "=" and not self._as_facts:
            self.same()
        else:
            return False
        return True

    # Moving

    def go(self, number: int) -> None:
        """Focus a line by its number; -1 is the last."""
        if self._editor is not None and self._editor.is_open:
            self._editor.close(keep=True)
        self.cursor = number % len(self._lines)
        self.trouble = ""
        self.repaint()

    def move(self, by: int) -> None:
        """Focus the line `by` lines below, stopping at the ends."""
        self.go(max(0, min(len(self._lines) - 1, self.cursor + by)))

    def go_to(self, field: str) -> None:
        """Focus the line of a field."""
        self.go([each.field for each in self._lines].index(field))

    def enter(self) -> None:
        """Open the focused line if it is one to open, else move on."""
        each = self.focused_line
        if isinstance(each.measure.kind, Checklist) or _has_lines(each.measure):
            self.open_line()
        elif isinstance(each.measure.kind, Text | Day) and not self._as_facts:
            self.edit()
        else:
            self.move(1)

    def open_line(self) -> None:
        """Ask for the place in which the focused line is answered, and hold keys until then."""
        self._held = ""
        self.post_message(self.Opened(self, self.focused_line.field))

    def release(self) -> str:
        """What was typed while the place was opened; from now on keys are taken again."""
        held, self._held = self._held, None
        return held or ""

    # Answering

    def answer(self, value: Value | None) -> None:
        """Say that the focused line is answered, and go on to the next one."""
        each = self.focused_line
        if not isinstance(each.measure.kind, Checklist):
            # Shown at once; "saved" is said when it is.
            self._values = {**self._values, each.field: value}
        self.post_message(self.Answered(self, each.field, value, None))
        self.move(1)

    def score(self, place: int) -> None:
        """Answer the focused line by an option's place."""
        kind = self.focused_line.measure.kind
        if isinstance(kind, Scale | Choice) and 0 <= place < len(kind.steps):
            self.answer(place if isinstance(kind, Scale) else kind.steps[place].code)

    def unseen(self) -> None:
        """Answer "not seen" or "not checked", where there is such an answer."""
        kind = self.focused_line.measure.kind
        if isinstance(kind, Scale | Choice) and kind.unseen is not None:
            self.answer(kind.unseen)

    def same(self) -> None:
        """Answer as last night, this line only."""
        value = self._before.get(self.focused_line.field)
        if isinstance(value, int | float | str | NotSeen):
            self.answer(value)

    def clear(self) -> None:
        """Make the line "not recorded" again."""
        each = self.focused_line
        if self._values.get(each.field) not in (None, {}):
            self.post_message(self.Answered(self, each.field, None, None))

    def turn(self, by: int) -> None:
        """Take the next or previous option, and stay on the line."""
        each = self.focused_line
        kind = each.measure.kind
        if not isinstance(kind, Scale | Choice):
            return
        place = digit_of(each.measure, self._values.get(each.field))
        wanted = (0 if by > 0 else len(kind.steps) - 1) if place is None else place + by
        if 0 <= wanted < len(kind.steps):
            value = wanted if isinstance(kind, Scale) else kind.steps[wanted].code
            self._values = {**self._values, each.field: value}
            self.post_message(self.Answered(self, each.field, value, None))

    # Clicks

    def action_go(self, number: int) -> None:
        """A click on a line."""
        self.focus()
        self.go(number)

    def action_pick(self, number: int, place: int) -> None:
        """A click on one of a line's dots."""
        self.action_go(number)
        self.score(place)

    def action_score(self, place: int) -> None:
        """A click on an option in the help."""
        self.focus()
        self.score(place)

    def action_unseen(self) -> None:
        """A click on "not seen" in the help."""
        self.focus()
        self.unseen()

    # Typing

    def on_paste(self, event: events.Paste) -> None:
        """Pasted text goes into the focused line where it takes text or a number."""
        if self._held is not None:
            self._held += event.text
        elif isinstance(self.focused_line.measure.kind, Text | Day | Quantity):
            self.edit(event.text)
        event.stop()

    def edit(self, text: str | None = None) -> None:
        """Type on the focused line: over its value if `text` is given, else on from it."""
        each = self.focused_line
        if _has_lines(each.measure):
            self.open_line()
            self._held = text or ""
            return
        if self._editor is None:
            self._editor = Editor(self)
            self.mount(self._editor)
        stored = self._values.get(each.field)
        self._editor.open(
            text if text is not None else "" if stored is None else str(stored),
            None if text is not None else str(stored or ""),
            *self._editor_place(),
        )

    def _editor_place(self) -> tuple[int, int, int]:
        """The cell of the card where typing happens, and the room there."""
        width = self.size.width - 5
        column = self._label_width() if self._as_facts else Columns.of(width).marks
        layout = self._layout(self.size.height - 2)
        rows = with_gaps(self._groups, layout.gaps)
        row = 1 + layout.header + rows.index(self.cursor) - self._first
        return column + 3, row, width - column

    def left(self, text: str, keep: bool, moved: int) -> None:
        """The editor was left: what was typed is the answer, unless it was given up."""
        self.focus()
        if keep and text.strip():
            self.post_message(self.Answered(self, self.focused_line.field, None, text))
        if not keep:
            self.post_message(self.Typing(self, self.focused_line.field, None))
            self.repaint()
        else:
            self.move(moved)

    def typing(self, text: str) -> None:
        """Pass on what is being typed, so that it can be kept."""
        self.post_message(self.Typing(self, self.focused_line.field, text))


FACTS_LABEL = 16
"""Cells at least for the labels of a form of facts."""


def _clickable(span: Span, number: int) -> Span:
    """A click on a row's dots answers it, a click elsewhere on it focuses it."""
    place = span.action.removeprefix("score(").removesuffix(")")
    action = f"pick({number},{place})" if span.action else f"go({number})"
    return span._replace(action=action)


def _has_lines(measure: Measure) -> bool:
    return isinstance(measure.kind, Text) and measure.kind.lines
