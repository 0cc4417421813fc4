"""A form: one line per thing to record, one key per answer, nothing to save.

The form shows values and says what was answered; whoever owns it records and shows anew.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from textual import events
from textual.binding import Binding
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
from hamdiary.tui.widgets.painting import Line, Span, line, wrapped


@dataclass(frozen=True)
class FormLine:
    """One line that can be answered."""

    field: str
    """The journal field that it records."""
    measure: Measure
    """What may be answered."""


class Form(Card, can_focus=True):
    """A card of lines; a digit answers the focused line and moves on."""

    BINDINGS = [
        Binding("up", "move(-1)", "line", show=False),
        Binding("down,enter,tab", "next", "next", show=False),
        Binding("shift+tab", "move(-1)", "line", show=False),
        Binding("left", "turn(-1)", "option", show=False),
        Binding("right", "turn(1)", "option", show=False),
        Binding("home", "go(0)", "first", show=False),
        Binding("end", "go(-1)", "last", show=False),
        Binding("x", "unseen", "not seen", show=False),
        Binding("equals_sign", "same", "same", show=False),
        Binding("backspace,delete", "clear", "clear", show=False),
    ]

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

        def __init__(self, form: "Form", field: str, text: str) -> None:
            super().__init__()
            self.form = form
            """The form in which they are typed."""
            self.field = field
            """The journal field they are meant for."""
            self.text = text
            """The words so far."""

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
        self._remarks: Mapping[str, str] = {}
        self._first = 0
        self._editor: Editor | None = None
        self.cursor = 0
        """The number of the focused line."""
        self.trouble = ""
        """What is wrong with what was typed on the focused line."""

    # What it shows

    def show(
        self,
        values: Mapping[str, Any],
        before: Mapping[str, Any] | None = None,
        remarks: Mapping[str, str] | None = None,
    ) -> None:
        """Show these values by measure, last night's, and remarks beside numbers."""
        self._values = values
        self._before = self._before if before is None else before
        self._remarks = self._remarks if remarks is None else remarks
        self.repaint()

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
        painted += [Line()] * (layout.rows + layout.header - len(painted))
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
            return Line()
        focused = number == self.cursor
        entry = self._entry(self._lines[number])
        if self._as_facts:
            row = fact_row(entry, 18, 15, width, focused)
        else:
            row = night_row(entry, Columns.of(width), focused)
        row = Line(tuple(_clickable(span, number) for span in row.spans)).to(width)
        return row.on(("focus" if self.has_focus_within else "chosen") if focused else "")

    def _entry(self, each: FormLine) -> Entry:
        return Entry(
            each.measure,
            self._values.get(each.field),
            self._before.get(each.field),
            self._remarks.get(each.field, ""),
        )

    def _help(self, layout: Layout, width: int, below: int) -> list[Line]:
        dashes = rule(width)
        if below:
            more = f" {below} more below ↓ "
            dashes = rule(width - len(more)).plus(more, "muted", "go(-1)")
        lines = [dashes] if layout.ruled else []
        if self.trouble:
            lines += [line(Span(each, "warn")) for each in wrapped(self.trouble, width)]
            return lines[: layout.help_rows + layout.ruled]
        each = self.focused_line
        value = self._values.get(each.field)
        help_rows = layout.help_rows
        return lines + help_lines(each.measure, value, self._first_digit, width, help_rows)

    # Moving

    def action_go(self, number: int) -> None:
        """Focus a line by its number; -1 is the last."""
        self.focus()
        self._close_editor(keep=True)
        self.cursor = number % len(self._lines)
        self.trouble = ""
        self.repaint()

    def action_move(self, by: int) -> None:
        """Focus the line `by` lines below, stopping at the ends."""
        self.action_go(max(0, min(len(self._lines) - 1, self.cursor + by)))

    def go_to(self, field: str) -> None:
        """Focus the line of a field."""
        self.action_go([each.field for each in self._lines].index(field))

    def action_next(self) -> None:
        """Open the focused line if it is one to open and was reached for that, else move on."""
        each = self.focused_line
        if isinstance(each.measure.kind, Checklist) or _has_lines(each.measure):
            self.post_message(self.Opened(self, each.field))
        elif isinstance(each.measure.kind, Text | Day) and not self._as_facts:
            self.edit()
        else:
            self.action_move(1)

    # Answering

    def answer(self, value: Value | None) -> None:
        """Say that the focused line was answered."""
        self.trouble = ""
        self.post_message(self.Answered(self, self.focused_line.field, value, None))

    def action_pick(self, number: int, place: int) -> None:
        """Answer any line by an option's place, as a click on its dots does."""
        self.action_go(number)
        self.action_score(place)

    def action_score(self, place: int) -> None:
        """Answer the focused line by an option's place."""
        kind = self.focused_line.measure.kind
        if isinstance(kind, Scale | Choice) and 0 <= place < len(kind.steps):
            self.answer(place if isinstance(kind, Scale) else kind.steps[place].code)

    def action_unseen(self) -> None:
        """Answer "not seen" or "not checked", where there is such an answer."""
        kind = self.focused_line.measure.kind
        if isinstance(kind, Scale | Choice) and kind.unseen is not None:
            self.answer(kind.unseen)

    def action_same(self) -> None:
        """Answer as last night, this line only."""
        value = self._before.get(self.focused_line.field)
        if isinstance(value, int | float | str | NotSeen):
            self.answer(value)

    def action_clear(self) -> None:
        """Make the line "not recorded" again."""
        each = self.focused_line
        if self._values.get(each.field) not in (None, {}):
            self.post_message(self.Answered(self, each.field, None, None))

    def action_turn(self, by: int) -> None:
        """Take the next or previous option."""
        kind = self.focused_line.measure.kind
        if not isinstance(kind, Scale | Choice):
            return
        value = self._values.get(self.focused_line.field)
        place = digit_of(self.focused_line.measure, value)
        wanted = (0 if by > 0 else len(kind.steps) - 1) if place is None else place + by
        if 0 <= wanted < len(kind.steps):
            self.action_score(wanted)

    def on_key(self, event: events.Key) -> None:
        """Digits score or begin a number; letters begin a text where the form is for facts."""
        character = event.character
        if self._editor_open() or not character or not event.is_printable:
            return
        kind = self.focused_line.measure.kind
        if isinstance(kind, Quantity) and character in "0123456789.,":
            event.stop()
            self.edit(character)
        elif isinstance(kind, Checklist) and character == "0":
            event.stop()
            self.post_message(self.Answered(self, self.focused_line.field, "no", None))
        elif isinstance(kind, Scale | Choice) and character.isdecimal():
            event.stop()
            self.action_score(int(character) - self._first_digit)
        elif isinstance(kind, Text | Day) and self._as_facts:
            event.stop()
            event.prevent_default()
            self.edit(character)

    def on_paste(self, event: events.Paste) -> None:
        """Pasted text goes into the focused line where it takes text or a number."""
        if isinstance(self.focused_line.measure.kind, Text | Day | Quantity):
            event.stop()
            self.edit(event.text)

    # Typing

    def edit(self, text: str | None = None) -> None:
        """Type on the focused line: over its value if `text` is given, else on from it."""
        each = self.focused_line
        if _has_lines(each.measure):
            self.post_message(self.Opened(self, each.field))
            return
        if self._editor is None:
            self._editor = Editor()
            self.mount(self._editor)
        stored = self._values.get(each.field)
        start = "" if stored is None else str(stored)
        column, width = self._editor_place()
        self._editor.open(text if text is not None else start, column, self._row_of_cursor(), width)

    def _editor_place(self) -> tuple[int, int]:
        column = 18 if self._as_facts else Columns.of(self.size.width - 5).marks
        return column + 3, self.size.width - column - 5

    def _row_of_cursor(self) -> int:
        layout = self._layout(self.size.height - 2)
        rows = with_gaps(self._groups, layout.gaps)
        return 1 + layout.header + rows.index(self.cursor) - self._first

    def on_editor_done(self, message: Editor.Done) -> None:
        """What was typed is the answer, unless nothing was changed or it was given up."""
        message.stop()
        each = self.focused_line
        changed = message.text != message.started_with
        if message.keep and changed and message.text.strip():
            self.post_message(self.Answered(self, each.field, None, message.text))
        elif message.keep and not message.moved:
            self.action_move(1)
        if message.moved:
            self.action_move(message.moved)
        self.focus()

    def on_editor_typing(self, message: Editor.Typing) -> None:
        """Pass on what is being typed, so that it can be kept."""
        message.stop()
        self.post_message(self.Typing(self, self.focused_line.field, message.text))

    def _editor_open(self) -> bool:
        return self._editor is not None and self._editor.display

    def _close_editor(self, keep: bool) -> None:
        if self._editor is not None and self._editor.display:
            self._editor.close(keep)


def _clickable(span: Span, number: int) -> Span:
    """A click on a row's dots answers it, a click elsewhere on it focuses it."""
    place = span.action.removeprefix("score(").removesuffix(")")
    action = f"pick({number},{place})" if span.action else f"go({number})"
    return span._replace(action=action)


def _has_lines(measure: Measure) -> bool:
    return isinstance(measure.kind, Text) and measure.kind.lines
