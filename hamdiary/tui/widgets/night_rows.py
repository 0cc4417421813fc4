"""One night in one line of the list: values in columns, its note in what room is left."""

from datetime import date
from typing import Any

from rich.cells import cell_len

from hamdiary.domain.hits import hits
from hamdiary.domain.language import t
from hamdiary.domain.manner import aligned_day
from hamdiary.domain.measures import Choice, Measure, NotSeen, Quantity, Scale, measures_of
from hamdiary.domain.night import Night
from hamdiary.domain.saying import amount, digit_of, said, step_of
from hamdiary.domain.text import clean_line
from hamdiary.tui.widgets.form_rows import ASKS, BELOW, CHOSEN, EMPTY, NOTHING
from hamdiary.tui.widgets.lines import BLANK, Line, Span, line, shortened, width_certain
from hamdiary.tui.widgets.night_columns import SPARK_NIGHTS, Column, NightColumns

UNSEEN = "×"
"""Somebody looked and could not tell."""

NOTE_LETTERS = 2_000
"""Letters of a note that a line without a search looks at."""


def head_row(columns: NightColumns) -> Line:
    """What stands above the columns."""
    row = line(Span(t("Night"), "muted"))
    for column in columns.columns:
        end = column.start + column.width
        start = end - cell_len(column.head) if column.measure == "weight_g" else column.start
        row = row.to(start).plus(column.head, "muted")
    if columns.spark is not None:
        row = row.to(columns.spark).plus(t("{count} nights").format(count=SPARK_NIGHTS), "muted")
    if columns.width - columns.note >= cell_len(t("Note")):
        row = row.to(columns.note).plus(t("Note"), "muted")
    return row


def night_line(
    evening: date,
    night: Night | None,
    columns: NightColumns,
    focused: bool,
    words: str = "",
    spark: Line = BLANK,
    asks: bool = False,
) -> Line:
    """One night; `words` are searched for and marked in its note.

    `spark` is the gait of the nights up to it; `asks` if a field of it has several values.
    """
    if night is None:
        return _with_spark(_missing_night(evening, columns, focused), columns, spark)
    faint = "muted" if focused else "faint"
    row = line(Span(aligned_day(evening), "bold" if focused else "text"))
    row = row.plus(ASKS, "warn") if asks else row
    for column in columns.columns:
        cell = _cell(column, getattr(night, column.measure), faint)
        right = column.measure == "weight_g"
        start = column.start + column.width - cell.width if right else column.start
        row = row.to(start).then(cell)
    row = _with_spark(row, columns, spark)
    room = columns.width - columns.note
    if not night.note or room < 1:
        return row
    return row.to(columns.note).then(note_part(night.note, room, words))


def _missing_night(evening: date, columns: NightColumns, focused: bool) -> Line:
    row = line(Span(aligned_day(evening), "bold" if focused else "muted"))
    return row.to(columns.words).plus(f"{NOTHING}  " + t("not recorded"), "muted")


def highest_gait() -> int:
    """The highest level of the gait."""
    kind = measures_of(Night)["gait"].kind
    assert isinstance(kind, Scale)
    return len(kind.steps) - 1


def _with_spark(row: Line, columns: NightColumns, spark: Line) -> Line:
    return row if columns.spark is None else row.to(columns.spark).then(spark)


def year_line(year: int, width: int) -> Line:
    """The line above the nights of another year."""
    return line(Span(f"{year} ", "muted"), Span("╌" * max(0, width - 5), "grid"))


def _cell(column: Column, value: Any, faint: str) -> Line:
    measure = measures_of(Night)[column.measure]
    if isinstance(measure.kind, Scale) and column.width > 1:
        return _digit(measure, value).plus(" ").then(compact_marks(measure, value, faint))
    if isinstance(measure.kind, Scale):
        return _digit(measure, value)
    if value is None or isinstance(value, NotSeen):
        return line(Span(missing(value), "muted"))
    if isinstance(measure.kind, Quantity):
        return line(amount(value, measure.kind))
    word = step_of(measure, value)
    ink = "bold" if unusual(measure, value) else "text"
    return line(Span(shortened(word.short if word else said(measure, value), column.width), ink))


def unusual(measure: Measure, value: Any) -> bool:
    """Whether there is a normal answer and this is another one, not to be overlooked."""
    kind = measure.kind
    if not isinstance(kind, Choice) or "normal" not in kind.codes:
        return False
    return value in kind.codes and value != "normal"


def missing(value: object) -> str:
    """The mark of a value that is none."""
    return UNSEEN if isinstance(value, NotSeen) else NOTHING


def _digit(measure: Measure, value: Any) -> Line:
    digit = digit_of(measure, value)
    return line(Span(missing(value), "muted") if digit is None else Span(str(digit), "bold"))


def compact_marks(measure: Measure, value: Any, faint: str = "faint") -> Line:
    """The dots of a scale or choice side by side, to be looked at only."""
    kind = measure.kind
    assert isinstance(kind, Scale | Choice)
    count, digit = len(kind.steps), digit_of(measure, value)
    if digit is None:
        return line(Span(NOTHING * count, faint))
    below = BELOW if isinstance(kind, Scale) or kind.ordered else EMPTY
    ink = "mark" if below == BELOW else faint
    parts = (
        Span(below * digit, ink),
        Span(CHOSEN, "accent"),
        Span(EMPTY * (count - digit - 1), faint),
    )
    return line(*(part for part in parts if part.text))


def note_part(note: str, room: int, words: str = "") -> Line:
    """As much of a note as fits on one line; with words to find, the part where they stand."""
    if not words:
        return line(Span(shortened(note[:NOTE_LETTERS], room), "muted"))
    text = width_certain(clean_line(note))
    found = hits(text, words)
    start = _start(text, found[0] if found else (0, 0), room)
    lead = "…" if start else ""
    shown = lead + shortened(text[start : start + NOTE_LETTERS], room - len(lead))
    row, end = BLANK, 0
    for first, last in found:
        a, b = (min(len(shown), each - start + len(lead)) for each in (first, last))
        if a >= b or a < end:
            continue
        row, end = row.plus(shown[end:a], "muted").plus(shown[a:b], "underlined"), b
    return row.plus(shown[end:], "muted")


def _start(text: str, first: tuple[int, int], room: int) -> int:
    """Where to begin so that the first hit is in sight with a few words before it."""
    begin, end = first
    if cell_len(text[:end]) <= room - 1:
        return 0
    ahead = max(0, begin - max(0, (room - (end - begin)) // 3))
    space = text.find(" ", ahead, begin)
    return space + 1 if space >= 0 else begin
