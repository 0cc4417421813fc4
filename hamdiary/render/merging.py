"""Merges and open questions in plain words."""

from collections.abc import Mapping, Sequence
from datetime import date

from hamdiary.domain.conflicts import Conflict
from hamdiary.domain.journal import Change, Stored
from hamdiary.domain.language import marked, t, tn
from hamdiary.domain.manner import clock_time, moment
from hamdiary.domain.things import evening_of_thing
from hamdiary.domain.typed_dates import say_day, short_day
from hamdiary.render.cells import cut
from hamdiary.render.changes import LONGEST_VALUE, about, label_of, wall_time, word_of
from hamdiary.render.counts import counted

LETTERS = "ABCDEFGHIJ"


def many(count: int, one: str, several: str = "") -> str:
    """The count with its word: "1 change", "3 changes"."""
    if not several:
        return counted(count, one)
    return f"1 {one}" if count == 1 else f"{count} {several}"


def what_came(
    source: str,
    new: int,
    carers: Mapping[str, int],
    nights: Sequence[date],
    hamsters: Sequence[str],
) -> str:
    """What a merge has brought, in one line."""
    if not new:
        return t("{source}: nothing new").format(source=source)
    nobody = t("no initials")
    who = ", ".join(f"{name or nobody} {count}" for name, count in sorted(carers.items()))
    what = counted(new, "change")
    if hamsters:
        what = t("{changes} for {hamsters}").format(changes=what, hamsters=", ".join(hamsters))
    where = f", {counted(len(nights), 'night')}{_span(nights)}" if nights else ""
    return t("{source}: {what} (by {who})").format(source=source, what=f"{what}{where}", who=who)


def left_out(erased: int) -> str | None:
    """What a merge did not take, since it is about a hamster that was erased; None if nothing."""
    if not erased:
        return None
    return tn(
        "{n} change about a hamster that was erased here for good was left out",
        "{n} changes about hamsters that were erased here for good were left out",
        erased,
    ).format(n=erased)


def _span(nights: Sequence[date]) -> str:
    if len(nights) == 1:
        return f" ({short_day(nights[0])})"
    return t(" ({first} to {last})").format(first=short_day(nights[0]), last=say_day(nights[-1]))


def question_line(question: Conflict, name: str, shown: Mapping[str, Stored] = {}) -> str:
    """What is asked about: "Biscuit, night of …: gait"."""
    what = about(question.kind, name, question.sides[-1], shown)
    return f"{what}: {label_of(question.kind, question.field)}"


DIFFER = marked("≠ Values differ. b chooses")
"""What stands beside a value where there is no room to say who wrote which."""


def beside_line(question: Conflict) -> str:
    """What stands beside a value: "≠ MM wrote 0 still at 21:16; shown is LB, 21:30. b chooses"."""
    shown = question.sides[-1]
    here = f"{_who(shown)}, {_short_time(question, shown)}"
    return t("≠ {others}; shown is {here}. b chooses").format(others=_others(question), here=here)


def beside_line_in_brief(question: Conflict) -> str:
    """The same without what is seen anyway: "≠ MM wrote 0 still at 21:16. b chooses"."""
    return t("≠ {others}. b chooses").format(others=_others(question))


def standing_line(question: Conflict) -> str:
    """What a page says of a field with two values, below it."""
    shown = question.sides[-1]
    return t("≠ {field}: {others}; shown is {here}. hamdiary conflicts lets you choose").format(
        field=label_of(question.kind, question.field),
        others=_written(question),
        here=f"{_who(shown)}, {_short_time(question, shown)}",
    )


def _others(question: Conflict) -> str:
    """Who wrote which of the values that are not shown, and when; of a sign, which sign."""
    what = f"{label_of(question.kind, question.field)}: " if "sign_" in question.field else ""
    return f"{what}{_written(question)}"


def _written(question: Conflict) -> str:
    parts = [
        t("{who} wrote {value} at {time}").format(
            who=_who(each), value=value_words(question, each, 24), time=_short_time(question, each)
        )
        for each in question.sides[:-1]
    ]
    return ", ".join(parts)


def _short_time(question: Conflict, side: Change) -> str:
    """The time alone if it was written on the day of the evening, else with its day."""
    at = wall_time(side.stamp)
    if at.date() == evening_of_thing(question.kind, question.id):
        return clock_time(at)
    return t("{time} on {day}").format(time=clock_time(at), day=short_day(at.date()))


def _who(side: Change) -> str:
    return side.stamp.carer or t("device {device}").format(device=side.stamp.device[:8])


def side_line(question: Conflict, number: int) -> str:
    """One value of a question: "B  4 pushes, MM, Sun 22 Nov 2026 21:16 (shown)"."""
    side = question.sides[number]
    line = f"{LETTERS[number]}  {value_words(question, side)}, {who_and_when(side)}"
    is_shown = number == len(question.sides) - 1
    return t("{value} (shown)").format(value=line) if is_shown else line


def value_words(question: Conflict, side: Change, longest: int = LONGEST_VALUE) -> str:
    """The value that a side of a question holds."""
    raw = side.fields[question.field].to
    if raw is None:
        return t("cleared")
    words = word_of(question.kind, question.field, raw, side.stamp.zone)
    return cut(" ".join(words.split()), longest)


def who_and_when(side: Change) -> str:
    """Who wrote it, and when by the writer's clock: "MM, Sun 22 Nov 2026 21:16"."""
    return f"{_who(side)}, {moment(wall_time(side.stamp))}"
