"""Merges and open questions in plain words."""

from collections.abc import Mapping, Sequence
from datetime import date

from hamdiary.domain.conflicts import Conflict
from hamdiary.domain.journal import Change, Stored
from hamdiary.domain.things import evening_of_thing
from hamdiary.domain.typed_dates import say_day, short_day
from hamdiary.render.cells import cut
from hamdiary.render.changes import LONGEST_VALUE, about, label_of, wall_time, word_of

LETTERS = "ABCDEFGHIJ"


def many(count: int, one: str, several: str = "") -> str:
    """The count with its word: "1 change", "3 changes"."""
    return f"1 {one}" if count == 1 else f"{count} {several or one + 's'}"


def what_came(
    source: str,
    new: int,
    carers: Mapping[str, int],
    nights: Sequence[date],
    hamsters: Sequence[str],
) -> str:
    """What a merge has brought, in one line."""
    if not new:
        return f"{source}: nothing new"
    who = ", ".join(f"{name or 'no initials'} {count}" for name, count in sorted(carers.items()))
    where = f", {many(len(nights), 'night')}{_span(nights)}" if nights else ""
    whose = f" for {', '.join(hamsters)}" if hamsters else ""
    return f"{source}: {many(new, 'change')}{whose}{where} (by {who})"


def _span(nights: Sequence[date]) -> str:
    if len(nights) == 1:
        return f" ({short_day(nights[0])})"
    return f" ({short_day(nights[0])} to {say_day(nights[-1])})"


def question_line(question: Conflict, name: str, shown: Mapping[str, Stored] = {}) -> str:
    """What is asked about: "Biscuit, night of …: gait"."""
    what = about(question.kind, name, question.sides[-1], shown)
    return f"{what}: {label_of(question.kind, question.field)}"


def beside_line(question: Conflict) -> str:
    """What stands beside a value: "≠ MM wrote 0 still at 21:16; shown is LB, 21:30. b chooses"."""
    *others, shown = question.sides
    parts = [
        f"{_who(each)} wrote {value_words(question, each, 24)} at {_short_time(question, each)}"
        for each in others
    ]
    what = f"{label_of(question.kind, question.field)}: " if "sign_" in question.field else ""
    here = f"{_who(shown)}, {_short_time(question, shown)}"
    return f"≠ {what}{', '.join(parts)}; shown is {here}. b chooses"


def _short_time(question: Conflict, side: Change) -> str:
    """The time alone if it was written on the day of the evening, else with its day."""
    day, _, time = wall_time(side.stamp).partition(" ")
    evening = evening_of_thing(question.kind, question.id)
    if evening is not None and day == evening.isoformat():
        return time
    return f"{time} on {short_day(date.fromisoformat(day))}"


def _who(side: Change) -> str:
    return side.stamp.carer or f"device {side.stamp.device[:8]}"


def side_line(question: Conflict, number: int) -> str:
    """One value of a question: "B  4 pushes, MM, 2026-11-22 21:16 (shown)"."""
    side = question.sides[number]
    shown = " (shown)" if number == len(question.sides) - 1 else ""
    return f"{LETTERS[number]}  {value_words(question, side)}, {who_and_when(side)}{shown}"


def value_words(question: Conflict, side: Change, longest: int = LONGEST_VALUE) -> str:
    """The value that a side of a question holds."""
    raw = side.fields[question.field].to
    if raw is None:
        return "cleared"
    words = word_of(question.kind, question.field, raw, side.stamp.zone)
    return cut(" ".join(words.split()), longest)


def who_and_when(side: Change) -> str:
    """Who wrote it, and when by the writer's clock: "MM, 2026-11-22 21:16"."""
    return f"{_who(side)}, {wall_time(side.stamp)}"
