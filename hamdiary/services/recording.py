"""Recording nights and hamsters, taking back and bringing back: each verb once, for both fronts."""

import os
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.journal import Change, Stored, before, state
from hamdiary.domain.measures import Checklist, Value, columns_of, measures_of, sign_column
from hamdiary.domain.questions import Question, evening_questions, night_questions
from hamdiary.domain.things import declaring_of, evening_of_thing, hamster_of
from hamdiary.domain.values import stored
from hamdiary.services.session import Session
from hamdiary.storage.journal import Edit
from hamdiary.storage.rows import night_id, own_id

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Thing = TypeVar("Thing", bound="DataclassInstance")
"""Whatever declares what can be recorded of it."""

Values = Mapping[str, Value | None]
"""New values by journal field: a measure's name, or `sign_…` for a sign; None clears."""

SCORES = frozenset({"gait", "leg_left", "leg_right"})
"""Scores whose observer matters, so that the carer is recorded with them (domain §1.4)."""


def questions_about(
    session: Session, hamster: Hamster, evening: date, values: Values
) -> list[Question]:
    """What to ask before `values` are recorded for that night; empty if nothing is unusual."""
    night = with_values(session.diary.night(hamster.id, evening), values)
    earlier = session.recent(hamster, evening)
    return [
        *evening_questions(evening, session.tonight, hamster),
        *night_questions(night, values, hamster, earlier),
    ]


def record_night(
    session: Session, hamster: Hamster, evening: date, values: Values
) -> Change | None:
    """Record the values, and only those; None if they stood there already.

    Raises BadValue for what a measure cannot hold and DiaryTrouble if it could not be saved.
    """
    values = _with_carer(session, hamster, evening, values)
    return record_thing(session, "night", night_id(hamster.id, evening), values)


def _with_carer(session: Session, hamster: Hamster, evening: date, values: Values) -> Values:
    """Whose eyes scored: initials go with the first score, or are remembered when typed."""
    carer = values.get("carer")
    if carer is not None and carer != session.carer:
        session.diary.remember(session.device, "carer", str(carer))
    if "carer" in values or not SCORES & values.keys() or session.carer is None:
        return values
    known = session.diary.night(hamster.id, evening).carer
    return values if known else {**values, "carer": session.carer}


def _remember_carer_anew(session: Session) -> None:
    """Let the device remember whom it did at the last change that still stands."""
    standing = session.diary.last_standing(session.device)
    carer = standing.stamp.carer if standing else None
    if carer != session.carer:
        session.diary.remember(session.device, "carer", carer)


def delete_night(session: Session, hamster: Hamster, evening: date) -> Change | None:
    """Clear everything recorded of a night; undo brings it back."""
    night = session.diary.night(hamster.id, evening)
    values: dict[str, Value | None] = dict.fromkeys(recorded_fields(night))
    return record_thing(session, "night", night_id(hamster.id, evening), values)


def new_id() -> str:
    """A random id for a thing that is about to be made."""
    return os.urandom(8).hex()


def new_hamster() -> Hamster:
    """A hamster of which nothing is recorded yet, with its id for good."""
    return Hamster(new_id())


def hamster_questions_about(session: Session, hamster: Hamster, values: Values) -> list[Question]:
    """What to ask before these facts of a hamster are recorded."""
    from hamdiary.domain.hamster_questions import hamster_questions

    return hamster_questions(with_values(hamster, values), values, session.today)


def record_hamster(session: Session, hamster: Hamster, values: Values) -> Hamster:
    """Record facts of a hamster, new or known; the hamster as it stands then."""
    record_thing(session, "hamster", hamster.id, values)
    return session.diary.hamster(hamster.id) or hamster


def record_thing(session: Session, kind: str, thing: str, values: Values) -> Change | None:
    """Record values of a thing of any kind, and only those; None if they stood there already.

    Raises BadValue for what a measure cannot hold and DiaryTrouble if it could not be saved.
    """
    edit = Edit(kind, thing, as_stored(declaring_of(kind), values))
    return session.diary.record(edit, session.stamp())


def delete_thing(session: Session, kind: str, thing: Any) -> Change | None:
    """Clear everything recorded of a thing; undo brings it back."""
    return record_thing(session, kind, thing.id, dict.fromkeys(recorded_fields(thing)))


def new_thing_id(hamster: Hamster) -> str:
    """An id for a thing that is about to be made for a hamster; made once, when a form opens."""
    return own_id(hamster.id, new_id())


def undo(session: Session) -> "Step | None":
    """Take back this device's last change, or None if there is none."""
    return _step(session, session.diary.undo(session.stamp()))


def redo(session: Session) -> "Step | None":
    """Bring back what undo took last, or None if there is nothing."""
    return _step(session, session.diary.redo(session.stamp()))


@dataclass(frozen=True)
class Step:
    """One undo or redo that was done."""

    target: Change
    """The change that was taken back or brought back."""
    written: Change
    """What was written for it; without fields if all of them were changed since."""
    hamster: Hamster | None
    """Whose diary it was."""
    values: dict[str, tuple[Stored, Stored]]
    """Each field that moved: its value before and after."""
    shown: Mapping[str, Stored]
    """What the thing shows now."""
    left_alone: tuple[str, ...]
    """Fields that somebody has changed since, so that they were left."""


def _step(session: Session, done: tuple[Change, Change] | None) -> Step | None:
    if done is None:
        return None
    target, written = done
    if "carer" in target.fields:
        _remember_carer_anew(session)
    history = session.diary.history(written.kind, written.id)
    earlier = before(history, written)
    return Step(
        target,
        written,
        session.diary.hamster(hamster_of_change(written)),
        {name: (earlier[name], field.to) for name, field in written.fields.items()},
        state(history),
        tuple(name for name in target.fields if name not in written.fields),
    )


def hamster_of_change(change: Change) -> str:
    """The id of the hamster that a change is about."""
    return hamster_of(change.id)


def evening_of_change(change: Change) -> date | None:
    """The evening that a change is about, if it is about a night."""
    return evening_of_thing(change.kind, change.id)


def as_stored(declaring: type[Any], values: Values) -> dict[str, Stored]:
    """Values as the journal keeps them; BadValue if a measure cannot hold one."""
    columns = dict(columns_of(declaring))
    return {name: stored(columns[name], value) for name, value in values.items()}


def with_values(thing: Thing, values: Values) -> Thing:
    """A night, a hamster or any thing as it would be with those values."""
    measures = measures_of(type(thing))
    plain: dict[str, Any] = {name: value for name, value in values.items() if name in measures}
    signs = {name: value for name, value in values.items() if name.startswith("sign_")}
    if signs:
        known: Mapping[str, str] = getattr(thing, "signs", {})
        answers = {sign_column(sign): answer for sign, answer in known.items()} | signs
        plain["signs"] = {
            name.removeprefix("sign_"): answer
            for name, answer in answers.items()
            if answer is not None
        }
    return replace(thing, **plain)


def recorded_fields(thing: Any) -> dict[str, Value]:
    """Every journal field of a night or hamster that is recorded, with its value."""
    fields: dict[str, Value] = {}
    for name, measure in measures_of(type(thing)).items():
        value = getattr(thing, name)
        if isinstance(measure.kind, Checklist):
            fields |= {sign_column(sign): answer for sign, answer in value.items()}
        elif value is not None:
            fields[name] = value
    return fields
