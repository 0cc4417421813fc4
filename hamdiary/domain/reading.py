"""What an owner typed for one measure, as its value, a question, or a clear refusal."""

from datetime import date, datetime
from typing import TYPE_CHECKING, assert_never

from hamdiary.domain.language import english, t
from hamdiary.domain.manner import figures, in_quotes
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

UNSEEN_WORDS = (
    *("x", "not seen", "not checked", "not tested", "unknown", "?"),
    *("nicht gesehen", "nicht nachgesehen", "nicht geprüft", "unbekannt", "weiß nicht"),
)
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
            return _read_instant(measure, typed, clock)
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


def _read_instant(measure: Measure, typed: str, clock: "WallClock | None") -> Reading[Value]:
    if clock is None:
        return Refused(
            t("{label} is a time of a night that is not named").format(label=measure.label)
        )
    from hamdiary.domain.typed_times import read_moment

    return _as_value(read_moment(typed, clock))


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
    index = _names_of(steps).get(wanted, digits.get(wanted))
    if index is None:
        index = _begun(steps, wanted)
    if index is not None:
        return Read(index if as_level else steps[index].code)
    if unseen is not None and wanted in UNSEEN_WORDS:
        return Read(unseen)
    return Refused(
        t("{typed} is not one of: {options}").format(
            typed=_quoted(typed), options=_options(steps, unseen, first_digit)
        )
    )


def _names_of(steps: tuple[Step, ...]) -> dict[str, int]:
    """All by which a level or option is called: its code, its English and its shown word."""
    names: dict[str, int] = {}
    for number, step in enumerate(steps):
        for name in (step.short, english(step, "short"), step.code):
            names[_plain(name)] = number
    codes = {step.code: number for number, step in enumerate(steps)}
    for typed, code in _CODES_TYPED.items():
        if code in codes:
            names.setdefault(typed, codes[code])
    return names


def _begun(steps: tuple[Step, ...], wanted: str) -> int | None:
    """The one level whose shown word, where that is not English, begins with what was typed."""
    if len(wanted) < 3:
        return None
    shown = [step.short for step in steps if step.short != english(step, "short")]
    found = [each for each in shown if _plain(each).startswith(wanted)]
    return _names_of(steps)[_plain(found[0])] if len(found) == 1 else None


def _plain(name: str) -> str:
    return name.casefold().replace("_", " ").replace("-", " ")


def _options(steps: tuple[Step, ...], unseen: NotSeen | None, first_digit: int | None) -> str:
    names = [step.code if step.short == english(step, "short") else step.short for step in steps]
    shown = names if first_digit is None else [f"{i} {n}" for i, n in enumerate(names, first_digit)]
    if unseen:
        is_english = unseen.words == unseen.value.replace("_", " ")
        shown.append(unseen.value if is_english else unseen.words)
    return ", ".join(shown)


def _read_quantity(measure: Measure, kind: Quantity, typed: str) -> Reading[Value]:
    reading = read_number(typed, kind.unit, _other_units(kind))
    if isinstance(reading, Refused):
        return reading
    if isinstance(reading, Unclear):
        return Unclear(reading.question, reading.readings)
    value = round(reading.value, kind.places)
    if value > kind.most:
        return Refused(
            t("{label} cannot be more than {most} {unit}").format(
                label=measure.label, most=figures(kind.most), unit=kind.unit
            )
        )
    if value == reading.value or reading.notice:
        return Read(value, reading.notice)
    return Read(value, t("kept as {amount}").format(amount=amount(value, kind)))


def _other_units(kind: Quantity) -> dict[str, float]:
    """All that may be typed besides the unit that is shown, the English one among them."""
    plain = english(kind, "unit")
    return dict(kind.also) | ({plain: 1.0} if plain != kind.unit else {})


def _read_answer(typed: str) -> Reading[Value]:
    wanted = clean_line(typed).casefold().replace(" ", "_")
    wanted = _ANSWERS_TYPED.get(wanted, wanted)
    return Read(wanted) if wanted in ANSWERS else Refused(t("say yes, no or not_checked"))


_ANSWERS_TYPED = {
    "x": "not_checked",
    "y": "yes",
    "n": "no",
    "j": "yes",
    "ja": "yes",
    "nein": "no",
    "nicht_nachgesehen": "not_checked",
}
_CODES_TYPED = {"ja": "yes", "nein": "no", "unbekannt": "unknown"}


def _read_text(measure: Measure, kind: Text, typed: str) -> Reading[Value]:
    value = clean(typed).strip() if kind.lines else clean_line(typed)
    if is_blank(value):
        return Refused(t("{label} is empty; leave it out instead").format(label=measure.label))
    if len(value) > kind.most:
        return Refused(
            t("{label} is too long: {count} of at most {most} letters").format(
                label=measure.label, count=len(value), most=kind.most
            )
        )
    notice = t("letters that cannot be stored were replaced") if replaced_surrogates(typed) else ""
    return Read(value, notice)


def _quoted(typed: str) -> str:
    line = clean_line(typed)
    return in_quotes(f"{line[:30]}…" if len(line) > 30 else line)
