"""What became of doses, in words: tonight's, and the one that was just recorded."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from hamdiary.domain.courses import Course
from hamdiary.domain.dose_slots import Slot, SlotState, is_extra, moment_of, treatment_day
from hamdiary.domain.language import t
from hamdiary.domain.manner import clock_time
from hamdiary.domain.measures import measures_of
from hamdiary.domain.medicines import Dose, Medicine
from hamdiary.domain.saying import NOT_RECORDED, said
from hamdiary.domain.things import own_id
from hamdiary.domain.typed_dates import short_day
from hamdiary.render import marks

MARKS = {
    SlotState.GIVEN: marks.GIVEN,
    SlotState.REFUSED: marks.REFUSED,
    SlotState.SPAT_OUT: marks.REFUSED,
    SlotState.SKIPPED: marks.SKIPPED,
    SlotState.MISSED: marks.NOT_RECORDED,
    SlotState.DUE: marks.DUE,
    SlotState.LATER: marks.TO_COME,
}
"""A dose's mark; counts tell refused from spat out."""


def tonight_lines(
    slots: Sequence[Slot],
    as_needed: Sequence[Medicine],
    extras: Sequence[Dose],
    evening: date,
    now: datetime,
) -> list[tuple[str, str]]:
    """A night's doses, each a label and words; `extras` are those that were not due.

    `now` is on the owner's wall clock.
    """
    lines = [_tonight(slot, evening, now) for slot in slots]
    lines += [_needed(each, extras, now) for each in as_needed]
    labels = [t("Medicines"), *([""] * len(lines))]
    return list(zip(labels, lines, strict=False))


def dose_words(slot: Slot, now: datetime) -> str:
    """What became of a dose that was due: "given 21:05", "skipped: asleep", "due", "to come"."""
    if slot.dose is not None:
        return what_became(slot.dose, now)
    words = {SlotState.DUE: t("due"), SlotState.LATER: t("to come")}
    return words.get(slot.state(now)) or t(NOT_RECORDED)


def dose_line(course: Course, slot: Slot | None, dose: Dose) -> str:
    """What was recorded of a dose: "Vitamin drops, due Sun 22 Nov 21:00: given 21:05"."""
    name, now = course.medicine.called, course.now
    if dose.status is None:
        due = moment_of(dose.due, now.tzinfo or UTC) if not is_extra(dose) else None
        which = t("due {when}").format(when=day_and_clock(due, now)) if due else t("extra dose")
        return t("{name}, {which}: not recorded any more").format(name=name, which=which)
    which = t("due {when}").format(when=day_and_clock(slot.at, now)) if slot else t("as needed")
    if slot is None and not course.medicine.is_as_needed:
        which = t("one more than was due")
    number = day_number(course.medicine, slot.evening) if slot else ""
    return f"{joined(name, which)}: {joined(what_became(dose, now), number)}"


def _tonight(slot: Slot, evening: date, now: datetime) -> str:
    mark, at = MARKS[slot.state(now)], clock(slot.at, now)
    named = joined(slot.medicine.called, slot.medicine.dose)
    words = joined(dose_words(slot, now), day_number(slot.medicine, evening))
    return f"{mark} {at} {named}: {words}"


def _needed(medicine: Medicine, extras: Sequence[Dose], now: datetime) -> str:
    own = [what_became(dose, now) for dose in extras if dose.medicine == own_id(medicine.id)]
    return f"{joined(medicine.called, medicine.dose)}: {joined(t('as needed'), *own)}"


def day_number(medicine: Medicine, evening: date) -> str:
    """Which day of its course a night is: "day 12 of 20"; empty outside of it."""
    number, of = treatment_day(medicine, evening) or (None, None)
    if number is None:
        return ""
    whole = t("day {number} of {of}") if of else t("day {number}")
    return whole.format(number=number, of=of)


def what_became(dose: Dose, now: datetime) -> str:
    """What is recorded of a dose: "given 21:05", "skipped: asleep"."""
    words = said(measures_of(Dose)["status"], dose.status)
    at = f" {clock(dose.at_utc, now)}" if dose.at_utc and dose.status != "skipped" else ""
    return f"{words}{at}{f': {dose.why}' if dose.why else ''}"


def joined(*parts: str | None) -> str:
    """The parts that there are, with commas."""
    return ", ".join(part for part in parts if part)


def clock(at: datetime, now: datetime) -> str:
    """A moment as the wall clock of `now` shows it: "21:05"."""
    return clock_time(at.astimezone(now.tzinfo))


def day_and_clock(at: datetime, now: datetime) -> str:
    """A moment with its day: "Sun 22 Nov 21:05"."""
    local = at.astimezone(now.tzinfo)
    return f"{short_day(local.date())} {clock_time(local)}"
