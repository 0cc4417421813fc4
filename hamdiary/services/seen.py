"""Gathering what the rules for hints look at: the last nights, and the care around them."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import partial

from hamdiary.domain.baseline import FEWEST
from hamdiary.domain.course_days import first_evening, has_slots, last_evening, treatment_day
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.happenings import Happening
from hamdiary.domain.hints.beside import DoseSeen, Eaten, QualityCheck
from hamdiary.domain.hints.seen import Seen
from hamdiary.domain.hints.when_recorded import WhenRecorded
from hamdiary.domain.medicines import Medicine
from hamdiary.domain.night import Night
from hamdiary.domain.night_times import moment_at
from hamdiary.services.session import Session
from hamdiary.storage import care, looks

NIGHTS = 90
"""Recorded nights that are gone through for what is open."""

NIGHTS_BEFORE = 21
"""Recorded nights before those that are looked back at: the longest look of a rule is 14 (D)."""

DAYS = timedelta(days=120)
"""How far back doses and outings are looked at where nights are few (D)."""


@dataclass(frozen=True)
class Gathered:
    """What the rules look at, and what of it will be otherwise as time goes by."""

    seen: Seen
    """What was recorded."""
    since: date | None
    """The evening from which on it is gone through; None for the whole diary."""
    turns: tuple[datetime, ...]
    """Moments, in UTC, at which it changes by itself: a dose is over, a visit has been."""


def gathered(session: Session, hamster: Hamster, evening: date) -> Gathered:
    """What is known of a hamster on an evening: the last nights only, however long the diary is."""
    diary = session.diary
    nights = looks.last_nights(diary, hamster.id, evening, NIGHTS + NIGHTS_BEFORE)
    since, first_weights = None, list[Night]()
    if len(nights) == NIGHTS + NIGHTS_BEFORE:
        since = nights[NIGHTS_BEFORE].evening
        first_weights = looks.first_weighings(diary, hamster.id, nights[0].evening, FEWEST)
    first = max(nights[0].evening, evening - DAYS) if since else evening - DAYS
    happenings = [each for each in care.happenings(diary, hamster.id) if each.on_day is not None]
    medicines = care.medicines(diary, hamster.id)
    doses, dose_turns = _doses(session, hamster, medicines, first, evening)
    visits = [_visit_at(session, each) for each in happenings if each.what == "vet_visit"]
    looked, late = when_recorded(session, hamster)
    seen = Seen.of(
        hamster,
        evening,
        [*first_weights, *nights],
        doses=doses,
        outings=tuple(care.outings(diary, hamster.id, first, evening)),
        eaten=eaten_between(session, hamster, first, evening),
        quality=_quality(session, hamster, first, evening),
        falls=tuple(each.on_day for each in happenings if each.what == "fall"),
        vet_saw_on=_vet_saw_on(session, hamster, happenings),
        vet_saw_again=tuple(_visits(session, happenings)),
        treatments=_treatments(happenings, medicines),
        onsets=_onsets(happenings),
        treated_since=_treated_since(medicines, happenings, evening),
        kept_since=diary.first_evening(hamster.id),
        looked=looked,
        written_late=late,
    )
    return Gathered(seen, since, tuple(sorted({*dose_turns, *visits})))


def eaten_between(session: Session, hamster: Hamster, first: date, last: date) -> tuple[Eaten, ...]:
    """Foods besides the usual one that were given in those nights and not left untouched."""
    given = care.servings(session.diary, hamster.id, first, last)
    if not given:
        return ()
    from hamdiary.services.foods_eaten import foods_eaten

    return foods_eaten(given)


def _quality(
    session: Session, hamster: Hamster, first: date, last: date
) -> tuple[QualityCheck, ...]:
    return tuple(
        QualityCheck(
            each.evening,
            each.at_most if each.answered else None,
            each.parting == "yes",
            each.total is not None,
        )
        for each in care.wellbeing(session.diary, hamster.id, first, last)
        if each.evening is not None
    )


def when_recorded(session: Session, hamster: Hamster) -> tuple[WhenRecorded, WhenRecorded]:
    """When fields were recorded, in their night and later; as things stand when one asks."""

    of_night = partial(looks.when_recorded, session.diary, hamster.id)
    return WhenRecorded(of_night, in_its_night=True), WhenRecorded(of_night, in_its_night=False)


# Doses


def _doses(
    session: Session, hamster: Hamster, medicines: Sequence[Medicine], first: date, last: date
) -> tuple[tuple[DoseSeen, ...], list[datetime]]:
    """What became of the doses of those nights, and when one that is open turns."""
    courses = [each for each in medicines if _has_a_say(each, first, last)]
    if not courses:
        return (), []
    from hamdiary.services.doses_seen import doses_seen

    written = looks.first_written(session.diary, "medicine", hamster.id)
    return doses_seen(session, hamster, courses, written, (first, last))


def _has_a_say(medicine: Medicine, first: date, last: date) -> bool:
    begins, ends = first_evening(medicine), last_evening(medicine)
    kept = has_slots(medicine) or medicine.antibiotic == "yes"
    return kept and begins is not None and begins <= last and (ends is None or ends >= first)


# The vet and the treatment


def _vet_saw_on(session: Session, hamster: Hamster, happenings: Iterable[Happening]) -> date | None:
    """The first visit since the weakness began that has been, not one to come."""
    began = hamster.onset or max(_onsets(happenings), default=None)
    been = _visits(session, happenings)
    return min((on for on in been if began is None or on >= began), default=None)


def _treatments(happenings: Iterable[Happening], medicines: Iterable[Medicine]) -> tuple[date, ...]:
    begun = [each.on_day for each in happenings if each.what == "treatment_start"]
    begun += [first_evening(each) for each in medicines]
    return tuple(on for on in begun if on is not None)


def _visits(session: Session, happenings: Iterable[Happening]) -> list[date]:
    now = session.now().wall.astimezone(UTC)
    return [
        each.on_day
        for each in happenings
        if each.what == "vet_visit" and each.on_day and _visit_at(session, each) <= now
    ]


def _onsets(happenings: Iterable[Happening]) -> tuple[date, ...]:
    return tuple(each.on_day for each in happenings if each.what == "onset" and each.on_day)


def _visit_at(session: Session, visit: Happening) -> datetime:
    """When a visit is or was; the beginning of its day where no time is known."""
    assert visit.on_day is not None
    hour = time.fromisoformat(visit.at) if visit.at else time()
    return moment_at(datetime.combine(visit.on_day, hour), session.zone)


def _treated_since(
    medicines: Iterable[Medicine], happenings: Iterable[Happening], evening: date
) -> date | None:
    """Since when a treatment runs on that evening: a course of doses, or one written down."""
    begun = [
        first
        for each in medicines
        if has_slots(each) and treatment_day(each, evening) and (first := first_evening(each))
    ]
    told = [
        each
        for each in happenings
        if each.what in ("treatment_start", "treatment_end")
        and each.on_day is not None
        and each.on_day <= evening
    ]
    if told and told[-1].what == "treatment_start" and told[-1].on_day is not None:
        begun.append(told[-1].on_day)
    return min(begun, default=None)
