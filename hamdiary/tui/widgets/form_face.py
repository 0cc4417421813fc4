"""What a form looks like: its lines, which of them is focused, and the help for that one."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from rich.cells import cell_len

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import t, tc
from hamdiary.domain.measures import Measure
from hamdiary.tui.widgets.form_help import help_lines, rule
from hamdiary.tui.widgets.form_layout import Layout, first_visible, with_gaps
from hamdiary.tui.widgets.form_rows import Columns, Entry, night_row
from hamdiary.tui.widgets.lines import BLANK, Line, Span, line, wrapped

if TYPE_CHECKING:
    from hamdiary.tui.widgets.card import Card as OfACard
else:
    OfACard = object
    """As in `mixed_in`."""


@dataclass(frozen=True)
class FormLine:
    """One line that can be answered."""

    field: str
    """The journal field that it records."""
    measure: Measure
    """What may be answered."""


class FormFace(OfACard):
    """The part of a card that draws its lines, one of them focused."""

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
        self.first_digit = (1 if as_facts else 0) if numbered_from is None else numbered_from
        """The digit of the first option of a line."""
        self._lines = [each for group in groups for each in group]
        numbers = iter(range(len(self._lines)))
        self._groups = [[next(numbers) for _ in group] for group in groups]
        self._as_facts = as_facts
        self.advice = ""
        """A word of advice for the lower edge."""
        self._values: Mapping[str, Any] = {}
        self._before: Mapping[str, Any] = {}
        self._remarks: Mapping[str, Sequence[str]] = {}
        self.asks: Mapping[str, Sequence[Sequence[str]]] = {}
        """By field: what is to be said of values that carers wrote apart, the longest first."""
        self._first = 0
        self._shown: dict[int, tuple[object, Line]] = {}
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
        columns = self._columns(width)
        start = columns.before if columns.wide else width - len(t("last night"))
        header = [line().to(start).plus(t("last night"), "muted")]
        painted = header if layout.header else []
        painted += [self._row(number, width, columns) for number in shown]
        painted += [BLANK] * (layout.rows + layout.header - len(painted))
        below = sum(number is not None for number in rows[self._first + layout.rows :])
        return [*painted, *self._help(layout, width, below)]

    def _layout(self, height: int) -> Layout:
        lines, gaps = len(self._lines), len(self._groups) - 1
        asides = sum(each.measure.aside for each in self._lines)
        # Asides may be scrolled to; the lines of every night should be in sight at once.
        airy = Layout.of(height, lines, gaps, header=not self._as_facts)
        if not airy.gaps and asides:
            airy = Layout.of(height, lines - asides, gaps - 1, header=not self._as_facts)
        return self._with_room_for_trouble(airy)

    def _with_room_for_trouble(self, layout: Layout) -> Layout:
        """What is wrong is said to its end, which tells how to write it; lines give way."""
        wanted = len(wrapped(self.trouble, max(1, self.size.width - 5))) if self.trouble else 0
        more = min(wanted - layout.help_rows, layout.rows - 1)
        return layout if more <= 0 else layout.with_more_help(more)

    def _row(self, number: int | None, width: int, columns: Columns) -> Line:
        if number is None:
            return BLANK
        focused = number == self.cursor
        entry = self._entry(self._lines[number])
        shown = (entry, width, focused, focused and self.has_focus_within)
        kept = self._shown.get(number)
        if kept is None or kept[0] != shown:
            row = self._row_of(number, entry, width, columns, focused)
            kept = self._shown[number] = (shown, row)
        return kept[1]

    def _row_of(
        self, number: int, entry: Entry, width: int, columns: Columns, focused: bool
    ) -> Line:
        if self._as_facts:
            # Forms of facts come later than the first frame.
            from hamdiary.tui.widgets.fact_rows import fact_row

            row = fact_row(entry, self._label_width(), 18, width, focused)
        else:
            row = night_row(entry, columns, focused)
        row = Line(tuple(_clickable(span, number) for span in row.spans)).to(width)
        return row.on(("focus" if self.has_focus_within else "chosen") if focused else "")

    def _columns(self, width: int) -> Columns:
        return Columns.of(width, self._longest_label())

    def _longest_label(self) -> int:
        return max(cell_len(each.measure.label) for each in self._lines)

    def _label_width(self) -> int:
        return max(FACTS_LABEL, self._longest_label()) + 2

    def _entry(self, each: FormLine) -> Entry:
        return Entry(
            each.measure,
            self._values.get(each.field),
            self._before.get(each.field),
            self._remarks.get(each.field, ()),
            each.field in self.asks,
        )

    def _help(self, layout: Layout, width: int, below: int) -> list[Line]:
        self.foot = line(Span(self.advice, "muted")) if self.advice else Line()
        if below:
            self.foot = line(
                Span(tc("key", "{below} more below ↓").format(below=below), "muted", "go(-1)")
            )
        lines = [rule(width)] if layout.ruled else []
        if self.trouble:
            lines += [line(Span(each, "warn")) for each in wrapped(self.trouble, width)]
            return lines[: layout.help_rows + layout.ruled]
        each = self.focused_line
        value = self._values.get(each.field)
        asked = _fitting(self.asks.get(each.field, ()), width, max(1, layout.help_rows // 2))
        lines += [line(Span(row, "warn", "screen.conflicts")) for row in asked]
        help_rows = layout.help_rows - len(asked)
        return lines + help_lines(each.measure, value, self.first_digit, width, help_rows)

    def place_to_type(self) -> tuple[int, int, int]:
        """The cell of the card where typing happens, and the room there."""
        width = self.size.width - 5
        column = self._label_width() if self._as_facts else self._columns(width).marks
        layout = self._layout(self.size.height - 2)
        rows = with_gaps(self._groups, layout.gaps)
        row = 1 + layout.header + rows.index(self.cursor) - self._first
        return column + 3, row, width - column


FACTS_LABEL = 16
"""Cells at least for the labels of a form of facts."""


def _fitting(wordings: Sequence[Sequence[str]], width: int, rows: int) -> list[str]:
    """The first wording that fits in so many rows, else as much as there is room for of the last.

    No sentence ends in its midst where a shorter one says as much.
    """
    asked: list[str] = []
    for wording in wordings:
        asked = [row for words in wording for row in wrapped(words, width)]
        if len(asked) <= rows:
            break
    return asked[:rows]


def _clickable(span: Span, number: int) -> Span:
    """A click on a row's dots answers it, a click elsewhere on it focuses it."""
    place = span.action.removeprefix("score(").removesuffix(")")
    action = f"pick({number},{place})" if span.action else f"go({number})"
    return span._replace(action=action)
