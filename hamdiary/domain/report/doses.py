"""Medicines as prescribed against what was given, over the nights of a report."""

from collections import Counter
from collections.abc import Iterable

from hamdiary.domain.courses import Course
from hamdiary.domain.dose_slots import SlotState
from hamdiary.domain.report.value import MissedDose, Prescribed
from hamdiary.domain.trends.series import Span

OPEN = (SlotState.DUE, SlotState.LATER)
"""Doses of which nobody can say yet what becomes of them."""


def prescribed_of(course: Course, span: Span) -> Prescribed | None:
    """The course with its doses of the span; None if it has neither doses there nor runs."""
    states = [slot.state(course.now) for slot in course.slots if slot.evening in span]
    over = [state for state in states if state not in OPEN]
    counts = Counter(over)
    counts.update(
        SlotState(dose.status)
        for dose in course.extras
        if dose.status is not None and dose.evening is not None and dose.evening in span
    )
    if not counts and course.state.is_over:
        return None
    return Prescribed(course, {state: counts[state] for state in SlotState if counts[state]},
                      len(over))  # fmt: skip


def missed_of(courses: Iterable[Course], span: Span) -> tuple[MissedDose, ...]:
    """The doses that did not go in as prescribed, the newest first."""
    found = [
        MissedDose(
            course.medicine.called,
            slot.at.astimezone(course.now.tzinfo),
            state,
            slot.dose.why if slot.dose is not None else None,
        )
        for course in courses
        for slot in course.slots
        if slot.evening in span
        and (state := slot.state(course.now)) not in (*OPEN, SlotState.GIVEN)
    ]
    return tuple(sorted(found, key=lambda each: each.at, reverse=True))
