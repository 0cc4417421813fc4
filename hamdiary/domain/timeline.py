"""What happened when, for the marks of plots and for the report: recorded, or known otherwise."""

from collections.abc import Iterable, Iterator
from datetime import date

from hamdiary.domain.course_days import last_day
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.happenings import Happening, What
from hamdiary.domain.language import t
from hamdiary.domain.medicines import Medicine


@dataclass(frozen=True)
class Mark:
    """One dated mark."""

    on: date
    """The day."""
    what: What
    """What sort of happening."""
    note: str | None
    """What was found or said, or which medicine; None if nothing is known."""
    happening: Happening | None = None
    """The recorded happening; None for a mark that follows from other facts."""


def marks(
    happenings: Iterable[Happening], hamster: Hamster, medicines: Iterable[Medicine]
) -> list[Mark]:
    """All marks, the oldest first: what was recorded, the onset, a course's first and last day.

    What somebody recorded of that sort on that day takes the place of what only follows.
    """
    recorded = [
        Mark(each.on_day, each.what, each.note, each)
        for each in happenings
        if each.on_day is not None and each.what is not None
    ]
    known = {(mark.on, mark.what) for mark in recorded}
    derived = [mark for mark in _derived(hamster, medicines) if (mark.on, mark.what) not in known]
    return sorted([*recorded, *derived], key=lambda mark: mark.on)


def _derived(hamster: Hamster, medicines: Iterable[Medicine]) -> Iterator[Mark]:
    if hamster.onset is not None:
        yield Mark(hamster.onset, "onset", None)
    for medicine in medicines:
        if medicine.starts is not None and medicine.name is not None:
            yield Mark(medicine.starts, "treatment_start", medicine.name)
        end = _end(medicine)
        if end is not None and medicine.name is not None:
            yield Mark(end, "treatment_end", _ending(medicine))


def _end(medicine: Medicine) -> date | None:
    known = [day for day in (medicine.stopped, last_day(medicine)) if day is not None]
    return min(known, default=None)


def _ending(medicine: Medicine) -> str:
    if medicine.stopped is None or _end(medicine) != medicine.stopped:
        return medicine.called
    stopped = t("{medicine}, stopped").format(medicine=medicine.called)
    return f"{stopped}: {medicine.stopped_why}" if medicine.stopped_why else stopped
