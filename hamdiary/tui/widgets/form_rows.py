"""What one line of a form says: label, marks, digit, words, and the value of last night."""

from collections.abc import Mapping, Sequence

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import t, tc
from hamdiary.domain.manner import in_use, ounces
from hamdiary.domain.measures import (
    Checklist,
    Choice,
    Measure,
    NotSeen,
    Quantity,
    Scale,
    Step,
    Text,
    Value,
)
from hamdiary.domain.saying import amount, digit_of, said, step_of
from hamdiary.tui.widgets.lines import BLANK, Line, Span, line, shortened

CHOSEN, BELOW, EMPTY, NOTHING = "◉", "●", "○", "·"

ASKS = "≠"
"""Two carers wrote different values; one of them is shown until somebody chooses."""


@dataclass(frozen=True)
class Columns:
    """Where the parts of a form's lines stand, counted from the label's first cell."""

    marks: int
    """The dots, or the value itself."""
    digit: int
    """The digit that scores the level."""
    words: int
    """The level in words."""
    before: int
    """The value of last night, if `wide`; else it ends at `width`."""
    width: int
    """The end of the line."""
    wide: bool
    """Whether last night's value is shown in words."""

    @property
    def nothing(self) -> str:
        """What stands where nothing is recorded."""
        return t("not recorded yet") if self.wide else t("not yet")

    @classmethod
    def of(cls, width: int, labels: int = 0) -> "Columns":
        """The columns of a form `width` cells wide, the longest label of which has `labels`."""
        if width >= 68:
            marks = max(11, labels + 1)
            return cls(marks, marks + 14, marks + 17, width - 12, width, wide=True)
        marks = max(10, labels + 1)
        return cls(marks, marks + 12, marks + 15, width - 8, width, wide=False)


@dataclass(frozen=True)
class Entry:
    """What a form's line shows."""

    measure: Measure
    """What is recorded."""
    value: Value | Mapping[str, str] | None
    """The value now."""
    before: Value | Mapping[str, str] | None = None
    """The value of last night."""
    remarks: Sequence[str] = ()
    """Words beside a number, how it stands to what is usual: the first that fits is shown."""
    asks: bool = False
    """Whether another carer wrote another value, and nobody has chosen yet."""


def night_row(entry: Entry, columns: Columns, focused: bool) -> Line:
    """One measure of a night."""
    kind = entry.measure.kind
    faint = "muted" if focused else "faint"
    row = line(Span(entry.measure.label, "bold" if focused else "muted"))
    if entry.asks:
        row = row.to(max(row.width, columns.marks - 2)).plus(ASKS, "warn")
    row = row.to(columns.marks)
    if isinstance(kind, Scale | Choice):
        row = row.then(_marks(entry.measure, entry.value, faint)).to(columns.digit)
        row = row.then(_digit(entry)).to(columns.words).then(_words(entry, columns, faint))
    elif isinstance(kind, Checklist):
        row = row.then(_checked(kind, _answers(entry.value), columns, faint))
    elif isinstance(kind, Quantity):
        row = row.then(_amount(entry, kind, columns, faint))
    else:
        row = row.then(_own_words(entry, columns, faint))
    return _with_before(row, entry, columns)


def _marks(measure: Measure, value: object, faint: str) -> Line:
    """The dots of a scale or choice; every one of them can be clicked."""
    kind = measure.kind
    assert isinstance(kind, Scale | Choice)
    count = len(kind.steps)
    chosen = digit_of(measure, value if isinstance(value, int | str) else None)
    ordered = isinstance(kind, Scale) or kind.ordered
    spans: list[Span] = []
    for place in range(count):
        mark, ink = _mark(place, chosen, ordered, faint)
        spans += [Span(mark, ink, f"score({place})"), Span(" ")]
    return line(*spans[:-1])


def _mark(place: int, chosen: int | None, ordered: bool, faint: str) -> tuple[str, str]:
    if chosen is None:
        return NOTHING, faint
    if place == chosen:
        return CHOSEN, "accent"
    if ordered and place < chosen:
        return BELOW, "mark"
    return EMPTY, faint


def _digit(entry: Entry) -> Line:
    if isinstance(entry.value, NotSeen):
        return line(Span("x", "bold"))
    value = entry.value if isinstance(entry.value, int | str) else None
    digit = digit_of(entry.measure, value)
    return BLANK if digit is None else line(Span(str(digit), "bold"))


def _words(entry: Entry, columns: Columns, faint: str) -> Line:
    value = entry.value
    if value is None:
        return line(Span(columns.nothing, faint))
    if isinstance(value, NotSeen):
        return line(Span(value.words, "muted"))
    step = step_of(entry.measure, value if isinstance(value, int | str) else None)
    if step is None:
        return line(str(value))
    return line(fitting(step, _room(columns)))


def fitting(step: Step, room: int) -> str:
    """The step's few words, or the one or two where there is less room."""
    return step.words if len(step.words) <= room else step.short


def _room(columns: Columns) -> int:
    return columns.before - columns.words - 1


def _amount(entry: Entry, kind: Quantity, columns: Columns, faint: str) -> Line:
    if not isinstance(entry.value, int | float):
        shown = line(Span(NOTHING, faint)).to(columns.words - columns.marks)
        return shown.plus(columns.nothing, faint)
    number, _, unit = amount(entry.value, kind).partition(" ")
    shown = line(Span(number, "bold"), Span(f" {unit}"))
    room = columns.before - columns.marks - shown.width - 2
    gap = 2 if columns.wide is False else max(2, columns.words - columns.marks - shown.width)
    remarks = [*entry.remarks]
    if kind.unit == "g" and in_use().ounces:
        said = ounces(entry.value)
        remarks = [*(f"{said} · {each}" for each in remarks), said]
    fitting_words = [each for each in remarks if len(each) <= room - gap + 1]
    if fitting_words:
        return shown.to(shown.width + gap).plus(fitting_words[0], "muted")
    return shown


def _answers(value: object) -> Mapping[str, str]:
    return value if isinstance(value, Mapping) else {}


def _checked(kind: Checklist, answers: Mapping[str, str], columns: Columns, faint: str) -> Line:
    """How many signs were seen, which, and how many were looked at."""
    total = len(kind.items)
    seen = [item.short for item in kind.items if answers.get(item.code) == "yes"]
    looked = sum(answer in ("yes", "no") for answer in answers.values())
    if not answers:
        dots = line(Span(NOTHING, faint)).to(columns.words - columns.marks)
        return dots.plus(columns.nothing, faint)
    head = line(
        Span(str(len(seen)) if seen else tc("signs", "none"), "bold"),
        Span(" " + tc("signs", "of {total}").format(total=total)),
    )
    head = head.to(columns.words - columns.marks)
    rest = total - looked
    words = (
        t("{looked} looked at, {rest} not checked").format(looked=looked, rest=rest)
        if rest
        else t("all looked at")
    )
    if len(words) > _room(columns):
        words = t("{rest} not checked").format(rest=rest) if rest else t("all looked at")
    if len(words) > columns.width - columns.words:
        words = f"{rest} ×" if rest else "✓"
    if seen:
        return head.plus(shortened(", ".join(seen), _room(columns)), "warn")
    return head.plus(words, "text")


def _own_words(entry: Entry, columns: Columns, faint: str) -> Line:
    if not entry.value:
        is_note = isinstance(entry.measure.kind, Text) and entry.measure.kind.lines
        writes = t("Enter writes") if is_note else columns.nothing
        words = writes if columns.words + len(writes) <= columns.width else columns.nothing
        return line(Span(NOTHING, faint)).to(columns.words - columns.marks).plus(words, faint)
    return line(shortened(str(entry.value), columns.width - columns.marks))


def _with_before(row: Line, entry: Entry, columns: Columns) -> Line:
    said_before = before_words(entry.measure, entry.before, columns.wide)
    if not said_before or isinstance(entry.measure.kind, Text):
        return row
    if columns.wide:
        return row.to(columns.before).plus(said_before, "muted")
    start = columns.width - len(said_before)
    return row.to(start).plus(said_before, "muted") if row.width < start else row


def before_words(measure: Measure, value: object, wide: bool) -> str:
    """Last night's value: digit and word where there is room, else one of them."""
    if value is None or value == {}:
        return ""
    if isinstance(measure.kind, Checklist):
        seen = sum(answer == "yes" for answer in _answers(value).values())
        return str(seen) if seen else tc("signs", "none")
    if isinstance(value, NotSeen):
        return "x" if not wide else value.words
    if not isinstance(value, int | float | str):
        return ""
    digit = digit_of(measure, value)
    if isinstance(measure.kind, Quantity) and not isinstance(value, str):
        return amount(value, measure.kind)
    if digit is None:
        return said(measure, value)
    step = step_of(measure, value)
    word = step.short if step else ""
    if wide:
        return f"{digit} {word}" if len(word) <= 9 else f"{digit} {word.split()[0]}"
    return str(digit) if isinstance(measure.kind, Scale) else word
