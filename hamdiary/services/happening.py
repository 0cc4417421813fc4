"""Happenings: writing them down, putting them right, and the marks that follow from the diary."""

from hamdiary.domain.hamster import Hamster
from hamdiary.domain.happening_questions import BadHappening as BadHappening
from hamdiary.domain.happening_questions import happening_questions, refuse_incomplete
from hamdiary.domain.happenings import Happening
from hamdiary.domain.journal import Change
from hamdiary.domain.language import t
from hamdiary.domain.questions import Question
from hamdiary.domain.things import NoSuchThing
from hamdiary.domain.timeline import Mark, marks
from hamdiary.services.recording import (
    Values,
    delete_thing,
    new_thing_id,
    record_thing,
    with_values,
)
from hamdiary.services.session import Session
from hamdiary.storage import care


def happenings(session: Session, hamster: Hamster) -> list[Happening]:
    """All that is recorded, the oldest first; its place in this list, from 1, is its number."""
    return care.happenings(session.diary, hamster.id)


def happening_numbered(session: Session, hamster: Hamster, number: int) -> Happening:
    """The happening of that number; NoSuchThing if there is none."""
    known = happenings(session, hamster)
    if 1 <= number <= len(known):
        return known[number - 1]
    said = t("there is no happening {number}; they go from 1 to {last}")
    if not known:
        said = t("there is no happening {number}; none is recorded yet")
    raise NoSuchThing(said.format(number=number, last=len(known)))


def new_happening(hamster: Hamster) -> Happening:
    """A happening of which nothing is recorded yet, with its id for good."""
    return Happening(new_thing_id(hamster), hamster.id)


def questions_about_happening(
    session: Session, hamster: Hamster, happening: Happening, values: Values
) -> list[Question]:
    """What to ask before these values of a happening are recorded."""
    others = [each for each in happenings(session, hamster) if each.id != happening.id]
    wanted = with_values(happening, values)
    asked = happening_questions(wanted, others, hamster, session.today)
    return [question for question in asked if values.keys() & set(question.fields)]


def add_happening(session: Session, hamster: Hamster, values: Values) -> Happening:
    """Write down a happening; BadHappening if it says nothing."""
    return edit_happening(session, new_happening(hamster), values)


def edit_happening(session: Session, happening: Happening, values: Values) -> Happening:
    """Change a happening; BadHappening if it would say nothing then."""
    refuse_incomplete(with_values(happening, values))
    return record_happening(session, happening, values)


def keep_happening(session: Session, happening: Happening, values: Values) -> Happening:
    """Record facts of a happening one by one, with what it takes to be found again.

    Its day stands in the form before anything is recorded, and what nobody has named is something
    else. BadHappening if the day or what it was would be taken away.
    """
    kept = {"on_day": happening.on_day, "what": happening.what or "other", **values}
    if None in (kept["on_day"], kept["what"]):
        refuse_incomplete(with_values(happening, kept))
    return record_happening(session, happening, kept)


def record_happening(session: Session, happening: Happening, values: Values) -> Happening:
    """Record facts of a happening, new or known, complete or not."""
    record_thing(session, "happening", happening.id, values)
    return with_values(happening, values)


def delete_happening(session: Session, happening: Happening) -> Change | None:
    """Clear a happening; undo brings it back."""
    return delete_thing(session, "happening", happening)


def marks_of(session: Session, hamster: Hamster) -> list[Mark]:
    """What plots and the report are marked with, the oldest first."""
    known = happenings(session, hamster)
    return marks(known, hamster, care.medicines(session.diary, hamster.id))
