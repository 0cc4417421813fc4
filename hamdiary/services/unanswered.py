"""Unusual values that were being asked about when a window ended: kept, and asked about again.

Such a value is a draft, since nobody has said yet that it is right. A text is one as it is typed.
"""

import json
from collections.abc import Mapping
from datetime import date

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.journal import Stored
from hamdiary.domain.measures import Text, Value
from hamdiary.domain.questions import Question
from hamdiary.domain.things import declaring_of, evening_of_thing, hamster_of, measure_of
from hamdiary.domain.values import loaded
from hamdiary.services.recording import as_stored, record_night, record_thing
from hamdiary.services.session import Session
from hamdiary.storage.drafts import Draft
from hamdiary.storage.windows import is_open

Values = Mapping[str, Value | None]
"""New values by journal field; None clears."""


@dataclass(frozen=True)
class Unanswered:
    """A question that nobody has answered, and the values it is about."""

    draft: Draft
    """How it was kept."""
    question: Question
    """As it was asked."""
    values: Values
    """What was to be recorded."""

    @property
    def evening(self) -> date | None:
        """The night it is about, if it is about one."""
        return evening_of_thing(self.draft.kind, self.draft.id)


def can_wait(kind: str, field: str) -> bool:
    """Whether values of that field are kept here; a text is kept while it is typed."""
    measure = measure_of(kind, field)
    return measure is not None and not isinstance(measure.kind, Text)


def as_draft(kind: str, question: Question, values: Values) -> str:
    """What is kept of them; BadValue for what a measure cannot hold."""
    declaring = declaring_of(kind)
    about = question.fields[0]
    guess = None if question.instead is None else {about: question.instead}
    return json.dumps(
        {
            "asked": question.text,
            "about": question.fields,
            "instead": None if guess is None else as_stored(declaring, guess)[about],
            "values": as_stored(declaring, values),
        }
    )


def unanswered(session: Session, hamster: str) -> list[Unanswered]:
    """What was still being asked about that hamster in windows that are gone, oldest first.

    What was recorded in its place since then counts as the answer.
    """
    found = []
    for draft in session.diary.drafts.of_device(session.device):
        asked = hamster_of(draft.id) == hamster and can_wait(draft.kind, draft.field)
        if not asked or is_open(session.home, draft.window):
            continue
        kept = None if _is_outdated(session, draft) else _read(draft)
        if kept is None:
            forget(session, draft)
        else:
            found.append(kept)
    return found


def _is_outdated(session: Session, draft: Draft) -> bool:
    return any(
        draft.field in change.fields and change.stamp.at_utc > draft.at_utc
        for change in session.diary.history(draft.kind, draft.id)
    )


def _read(draft: Draft) -> Unanswered | None:
    """What was kept; None if it cannot be read, as out of a damaged diary or a newer version."""
    try:
        kept = json.loads(draft.text)
        values = {name: _loaded(draft.kind, name, raw) for name, raw in kept["values"].items()}
        fields = tuple(kept["about"])
        instead = _loaded(draft.kind, fields[0], kept["instead"])
        return Unanswered(draft, Question(fields, str(kept["asked"]), instead), values)
    except (ValueError, TypeError, LookupError, AttributeError):
        return None


def _loaded(kind: str, field: str, raw: Stored) -> Value | None:
    measure = measure_of(kind, field)
    if measure is None:
        raise LookupError(field)
    return loaded(measure.kind, raw)


def keep(session: Session, asked: Unanswered, values: Values) -> None:
    """Record the values after all; DiaryTrouble if it cannot be done, then it is asked again."""
    kind, thing = asked.draft.kind, asked.draft.id
    evening = asked.evening
    hamster = session.diary.hamster(hamster_of(thing))
    if kind == "night" and evening is not None and hamster is not None:
        record_night(session, hamster, evening, values)
    else:
        record_thing(session, kind, thing, values)
    forget(session, asked.draft)


def forget(session: Session, draft: Draft) -> None:
    """It was a slip, or it has been answered."""
    diary = session.diary
    diary.drafts.drop(draft.device, draft.window, draft.kind, draft.id, draft.field)
