"""What an owner typed for one measure, as its value, a question, or a clear refusal."""

from datetime import date, datetime
from typing import TYPE_CHECKING, assert_never

from hamdiary.domain.measures import (
    ANSWERS,
    Checklist,
    Choice,
    Day,
    Instant,
    Measure,
    NotSeen,
    Quantity,
    Scale,
    Step,
    Text,
    Times,
    Value,
)
from hamdiary.domain.saying import amount
from hamdiary.domain.text import clean, clean_line, is_blank, replaced_surrogates
from hamdiary.domain.typed import Read, Reading, Refused, Unclear
from hamdiary.domain.typed_dates import read_day
from hamdiary.domain.typed_numbers import read_number

if TYPE_CHECKING:
    from hamdiary.domain.typed_times import WallClock

UNSEEN_WORDS = ("x", "not seen", "not checked", "not tested", "unknown", "?")
"""What may be typed for "looked and could not tell", besides the value itself."""


def read_value(
    measure: Measure,
    typed: str,
    today: date,
    first_digit: int | None = 0,
    clock: "WallClock | None" = None,
) -> Reading[Value]:
    """The value that `typed` means for `measure`.

    `today` is what "yesterday" is counted from; `first_digit` is the digit of a choice's first
    option, None where options have no digits; `clock` is what a moment is read on. Nothing is said
    here about unusual values.
    """
    kind = measure.kind
    match kind:
        case Scale():
            return _read_step(kind.steps, kind.unseen, typed, 0, as_level=True)
        case Choice():
            return _read_step(kind.steps, kind.unseen, typed, first_digit, as_level=False)
        case Quantity():
            return _read_quantity(measure, kind, typed)
        case Checklist():
            return _read_answer(typed)
        case Text():
            return _read_text(measure, kind, typed)
        case Day():
            return _read_day(kind, typed, today)
        case Instant():
            if clock is None:
                return Refused(f"{measure.label} is a time of a night that is not named")
            from hamdiary.domain.typed_times import read_moment

            return _as_value(read_moment(typed, clock))
        case Times():
            from hamdiary.domain.typed_times import read_times

            return _as_value(read_times(typed, kind.most))
        case _:
            assert_never(kind)


def _read_day(kind: Day, typed: str, today: date) -> Reading[Value]:
    if not kind.ahead:
        return _as_value(read_day(typed, today))
    from hamdiary.domain.typed_days_near import read_day_near

    return _as_value(read_day_near(typed, today))


def _as_value(reading: Reading[date] | Reading[datetime] | Reading[str]) -> Reading[Value]:
    if isinstance(reading, Unclear):
        return Unclear(reading.question, reading.readings)
    return Read(reading.value, reading.notice) if isinstance(reading, Read) else reading


def _read_step(
    steps: tuple[Step, ...],
    unseen: NotSeen | None,
    typed: str,
    first_digit: int | None,
    as_level: bool,
) -> Reading[Value]:
    wanted = clean_line(typed).casefold().replace("_", " ").replace("-", " ")
    digits = {str(i + first_digit): i for i in range(len(steps))} if first_digit is not None else {}
    names = {_plain(name): i for i, step in enumerate(steps) for name in (step.code, step.short)}
    index = names.get(wanted, digits.get(wanted))
    if index is not None:
        return Read(index if as_level else steps[index].code)
    if unseen is not None and wanted in UNSEEN_WORDS:
        return Read(unseen)
    return Refused(f"{_quoted(typed)} is not one of: {_options(steps, unseen, first_digit)}")


def _plain(name: str) -> str:
    return name.casefold().replace("_", " ").replace("-", " ")


def _options(steps: tuple[Step, ...], unseen: NotSeen | None, first_digit: int | None) -> str:
    codes = [step.code for step in steps]
    shown = codes if first_digit is None else [f"{i} {c}" for i, c in enumerate(codes, first_digit)]
    return ", ".join([*shown, *([unseen.value] if unseen else [])])


def _read_quantity(measure: Measure, kind: Quantity, typed: str) -> Reading[Value]:
    reading = read_number(typed, kind.unit, dict(kind.also))
    if isinstance(reading, Refused):
        return reading
    if isinstance(reading, Unclear):
        return Unclear(reading.question, reading.readings)
    value = round(reading.value, kind.places)
    if value > kind.most:
        return Refused(f"{measure.label} cannot be more than {kind.most:g} {kind.unit}")
    rounded = "" if value == reading.value else f"kept as {amount(value, kind)}"
    return Read(value, reading.notice or rounded)


def _read_answer(typed: str) -> Reading[Value]:
    wanted = clean_line(typed).casefold().replace(" ", "_")
    wanted = {"x": "not_checked", "y": "yes", "n": "no"}.get(wanted, wanted)
    return Read(wanted) if wanted in ANSWERS else Refused("say yes, no or not_checked")


def _read_text(measure: Measure, kind: Text, typed: str) -> Reading[Value]:
    value = clean(typed).strip() if kind.lines else clean_line(typed)
    if is_blank(value):
        return Refused(f"{measure.label} is empty; leave it out instead")
    if len(value) > kind.most:
        return Refused(f"{measure.label} is too long: {len(value)} of at most {kind.most} letters")
    notice = "letters that cannot be stored were replaced" if replaced_surrogates(typed) else ""
    return Read(value, notice)


def _quoted(typed: str) -> str:
    line = clean_line(typed)
    return f"“{line[:30]}…”" if len(line) > 30 else f"“{line}”"
