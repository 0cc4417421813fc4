"""Hints: what is open, in words, and what the owner did about it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from hamdiary.domain.evening import Moment, evening_of
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.hint_notes import HintNote, NoteKind
from hamdiary.domain.hints.course import Course, OpenHint
from hamdiary.domain.hints.hint import Hint, Urgency
from hamdiary.domain.hints.lifecycle import course_before, most_urgent, opened_on
from hamdiary.domain.hints.seen import Seen
from hamdiary.domain.language import t
from hamdiary.domain.outings import to_the_second
from hamdiary.domain.things import NoSuchThing
from hamdiary.domain.values import BadValue
from hamdiary.services.knowing import told_if_damaged
from hamdiary.services.recording import Values, new_id, record_thing, with_values
from hamdiary.services.seen import gathered, when_recorded
from hamdiary.services.session import Session
from hamdiary.services.turning import Span, span_of
from hamdiary.storage import care, looks
from hamdiary.storage.rows import night_id, own_id


@dataclass(frozen=True)
class HintsPage:
    """What is to be said of a hamster on one evening."""

    opened: tuple[OpenHint, ...]
    """The open hints, the most urgent first; a hint's place, from 1, is its number."""
    seen: Seen
    """What the rules looked at."""
    notes: tuple[HintNote, ...]
    """What was done about hints, in the order of time."""
    most_urgent: Urgency | None
    """How urgent the most urgent is; None if none is open, which never means all is well."""
    span: Span
    """From when to when this holds if nothing is recorded."""


@told_if_damaged
def hints_page(session: Session, hamster: Hamster, evening: date | None = None) -> HintsPage:
    """What is open on an evening, tonight if none is named.

    Kept from one look to the next: only what was recorded since is looked at anew.
    """
    on = evening or session.tonight
    name = _name(hamster) if evening is None else "hints of another evening"
    place = looks.place_in_journal(session.diary)
    kept = session.kept.get(name)
    known = None
    if isinstance(kept, _Kept) and kept.is_about(hamster, on, session.now()):
        known = kept if kept.place == place else _with_this_night(session, kept, place)
    known = known or _looked_at_anew(session, hamster, on, place)
    session.kept[name] = known
    return known.page


def hints_if(session: Session, hamster: Hamster, evening: date, values: Values) -> HintsPage:
    """What would be open on an evening if its night had these values; nothing is recorded."""
    hints_page(session, hamster, evening)
    kept = session.kept["hints of another evening"]
    assert isinstance(kept, _Kept)
    seen = kept.page.seen
    night = with_values(session.diary.night(hamster.id, evening), values)
    nights = (*(each for each in seen.nights if each.evening != evening), night)
    same = replace(seen, nights=nights)
    return _page(kept.course, same, kept.notes, kept.page.notes, kept.page.span)


def is_at_hand(session: Session, hamster: Hamster) -> bool:
    """Whether tonight's page is kept in memory, so that a look at it costs little."""
    return _name(hamster) in session.kept


def _name(hamster: Hamster) -> str:
    return f"hints/{hamster.id}"


@dataclass(frozen=True)
class _Kept:
    place: int
    """How far the journal went."""
    course: Course
    """The course up to the evening before."""
    notes: Sequence[HintNote]
    """The notes as the course takes them."""
    page: HintsPage
    """What it came to."""

    def is_about(self, hamster: Hamster, evening: date, now: Moment) -> bool:
        """Whether it is about just that, and holds at that time."""
        seen = self.page.seen
        return (seen.hamster, seen.evening) == (hamster, evening) and self.page.span.holds(now)


def _looked_at_anew(session: Session, hamster: Hamster, evening: date, place: int) -> _Kept:
    found = gathered(session, hamster, evening)
    notes = tuple(care.hint_notes(session.diary, hamster.id))
    taken = _when_written(session, hamster, notes)
    course = course_before(found.seen, taken, found.since)
    span = span_of(found.turns, session.now())
    return _Kept(place, course, taken, _page(course, found.seen, taken, notes, span))


def _with_this_night(session: Session, kept: _Kept, place: int) -> _Kept | None:
    """The same with the evening's night as it is now; None if anything else has changed."""
    seen = kept.page.seen
    hamster = seen.hamster.id
    night = ("night", night_id(hamster, seen.evening))
    changed = looks.changed_since(session.diary, kept.place, hamster)
    if any(each != night for each in changed):
        return None
    before = [each for each in seen.nights if each.evening < seen.evening]
    last = looks.last_nights(session.diary, hamster, seen.evening, 1)
    nights = (*before, *(each for each in last if each.evening == seen.evening))
    looked, late = when_recorded(session, seen.hamster)
    same = replace(seen, nights=nights, looked=looked, written_late=late)
    page = _page(kept.course, same, kept.notes, kept.page.notes, kept.page.span)
    return _Kept(place, kept.course, kept.notes, page)


def _page(
    course: Course, seen: Seen, taken: Sequence[HintNote], notes: tuple[HintNote, ...], span: Span
) -> HintsPage:
    opened = tuple(opened_on(course, seen, taken))
    return HintsPage(opened, seen, notes, most_urgent(opened), span)


def _when_written(
    session: Session, hamster: Hamster, notes: Sequence[HintNote]
) -> tuple[HintNote, ...]:
    """The notes as of when they were written: what was recorded before that, they are about.

    Who rang at eight may record what was seen only at nine, and then that the vet was told at
    eight.
    """
    if not notes:
        return ()
    written = looks.first_written(session.diary, "hint_note", hamster.id)
    return tuple(
        replace(note, at_utc=max(note.at_utc, written.get(note.id, note.at_utc)))
        if note.at_utc is not None
        else note
        for note in notes
    )


# What the owner did


def tell_vet(
    session: Session,
    hamster: Hamster,
    hint: Hint | OpenHint,
    at: datetime | None = None,
    who: str | None = None,
    said: str | None = None,
) -> HintNote:
    """Note that the vet was told of a hint, now or at a moment; it is not open any more then.

    NoSuchThing if that hint is not open, BadValue for a moment that is still to come.
    """
    moment = to_the_second(at or session.now().wall)
    if moment > to_the_second(session.now().wall):
        raise BadValue(t("that is still to come; note it when the vet has been told"))
    values = {"who": who or session.carer, "said": said}
    return _note(session, hamster, hint, "told", moment, values)


def acknowledge(session: Session, hamster: Hamster, hint: Hint | OpenHint) -> HintNote:
    """Note that a hint was seen; it stays open, and is silent until it is time to look again.

    NOW is never silent. NoSuchThing if that hint is not open.
    """
    return _note(session, hamster, hint, "acknowledged", to_the_second(session.now().wall), {})


def _note(
    session: Session,
    hamster: Hamster,
    hint: Hint | OpenHint,
    kind: NoteKind,
    moment: datetime,
    more: Values,
) -> HintNote:
    key = hint.hint.key if isinstance(hint, OpenHint) else hint.key
    opened = open_hint(session, hamster, key)
    # Who rang before it was recorded told the vet of what was recorded then.
    evening = max(evening_of(moment.astimezone(session.zone)), opened.since)
    new = HintNote(own_id(hamster.id, key, new_id()), hamster.id, key)
    values: Values = {
        "kind": kind, "urgency": opened.hint.urgency.code, "at_utc": moment, "evening": evening,
        "zone": session.now().zone, **more,
    }  # fmt: skip
    return edit_note(session, new, values)


def edit_note(session: Session, note: HintNote, values: Values) -> HintNote:
    """Record facts of a note, new or known."""
    record_thing(session, "hint_note", note.id, values)
    return with_values(note, values)


def open_hint(session: Session, hamster: Hamster, name: str) -> OpenHint:
    """The open hint of that number, rule or key; NoSuchThing says which there are."""
    opened = [each for each in hints_page(session, hamster).opened if each.hint.rule != "R45"]
    wanted = name.strip().upper()
    if wanted.isdecimal() and 1 <= int(wanted) <= len(opened):
        return opened[int(wanted) - 1]
    named = [each for each in opened if wanted in (each.hint.key.upper(), each.hint.rule)]
    if len(named) == 1:
        return named[0]
    keys = ", ".join(each.hint.key for each in named or opened)
    if named:
        said = t("{n} hints of {name} are open; say which: {keys}")
        raise NoSuchThing(said.format(n=len(named), name=name, keys=keys))
    said = t("there is no open hint {name}; open are: {keys}")
    if not keys:
        said = t("there is no open hint {name}; none is open")
    raise NoSuchThing(said.format(name=name[:40], keys=keys))
