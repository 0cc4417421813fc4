"""Open questions: fields that carers wrote apart, found, put in order, and answered."""

from collections.abc import Sequence

from hamdiary.domain.conflicts import Conflict
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.journal import Change
from hamdiary.domain.language import t
from hamdiary.domain.things import NoSuchThing, evening_of_thing
from hamdiary.services.session import Session
from hamdiary.storage.conflicts import conflicts, conflicts_of
from hamdiary.storage.errors import NotPermitted
from hamdiary.storage.journal import Edit

LETTERS = "ABCDEFGHIJ"
"""How the values of a question are called, in their order."""


class NoSuchQuestion(NoSuchThing):
    """No open question answers to what was asked for, or it has no such value; one line."""


def open_questions(session: Session, hamster: Hamster | None = None) -> list[Conflict]:
    """Every open question of one hamster or of all: nights first, the latest first."""
    found = conflicts(session.diary, None if hamster is None else hamster.id)
    return sorted(found, key=_place)


def _place(question: Conflict) -> tuple[bool, int, str, str, str]:
    evening = evening_of_thing(question.kind, question.id)
    when = -evening.toordinal() if evening is not None else 0
    return question.kind != "night", when, question.kind, question.id, question.field


def choose(session: Session, question: Conflict, side: int) -> Change:
    """Let one value of a question stand, a change over all of them; undo asks again.

    NoSuchQuestion if it was answered meanwhile, here or by a merge.
    """
    if session.diary.read_only:
        raise NotPermitted(session.diary.read_only)
    now = conflicts_of(session.diary, question.kind, question.id)
    if question not in now:
        raise NoSuchQuestion(t("this was answered meanwhile; look again"))
    if not 0 <= side < len(question.sides):
        letters = LETTERS[: len(question.sides)]
        raise NoSuchQuestion(t("it has the values {values}").format(values=", ".join(letters)))
    edit = Edit(question.kind, question.id, {question.field: question.values[side]})
    written = session.diary.record(edit, session.stamp())
    assert written is not None
    return written


def numbered(questions: Sequence[Conflict], number: int) -> Conflict:
    """The question of that number in the list, counted from 1."""
    if not 1 <= number <= len(questions):
        said = t("there is no open question {number}; there are: 1 to {last}")
        if not questions:
            said = t("there is no open question {number}; there are: none")
        raise NoSuchQuestion(said.format(number=number, last=len(questions)))
    return questions[number - 1]
