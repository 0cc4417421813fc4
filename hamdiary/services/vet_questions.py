"""The owner's questions for the vet: noted when they come up, kept in the report until answered."""

from hamdiary.domain.hamster import Hamster
from hamdiary.domain.journal import Change
from hamdiary.domain.language import t
from hamdiary.domain.questions import Question
from hamdiary.domain.things import NoSuchThing
from hamdiary.domain.vet_questions import BadVetQuestion as BadVetQuestion
from hamdiary.domain.vet_questions import (
    VetQuestion,
    questions_about,
    refuse_incomplete,
    with_its_day,
)
from hamdiary.services.recording import (
    Values,
    delete_thing,
    new_thing_id,
    record_thing,
    with_values,
)
from hamdiary.services.session import Session
from hamdiary.storage import care


def vet_questions(session: Session, hamster: Hamster) -> list[VetQuestion]:
    """All of them, the oldest first; its place in this list, from 1, is its number."""
    return care.questions(session.diary, hamster.id)


def open_first(known: list[VetQuestion]) -> list[VetQuestion]:
    """Those still to be asked in the order in which they came up, then what was answered last."""
    answered = [each for each in known if not each.is_open]
    answered.sort(key=lambda each: str(each.answered_on), reverse=True)
    return [*(each for each in known if each.is_open), *answered]


def vet_question_numbered(session: Session, hamster: Hamster, number: int) -> VetQuestion:
    """The question of that number; NoSuchThing if there is none."""
    known = vet_questions(session, hamster)
    if 1 <= number <= len(known):
        return known[number - 1]
    said = t("there is no question {number}; they go from 1 to {last}")
    if not known:
        said = t("there is no question {number}; none is noted yet")
    raise NoSuchThing(said.format(number=number, last=len(known)))


def new_vet_question(hamster: Hamster) -> VetQuestion:
    """A question without words yet, with its id for good."""
    return VetQuestion(new_thing_id(hamster), hamster.id)


def questions_about_vet_question(
    session: Session, question: VetQuestion, values: Values
) -> list[Question]:
    """What to ask before these values are recorded."""
    asked = questions_about(with_values(question, values), session.today)
    return [each for each in asked if values.keys() & set(each.fields)]


def edit_vet_question(session: Session, question: VetQuestion, values: Values) -> VetQuestion:
    """Change a question, new or known; BadVetQuestion if it would ask nothing then."""
    refuse_incomplete(with_values(question, values))
    return record_vet_question(session, question, values)


def record_vet_question(session: Session, question: VetQuestion, values: Values) -> VetQuestion:
    """Record facts of a question, complete or not; words are dated when they are new."""
    dated = with_its_day(question, values, session.today)
    if dated.get("question") and question.question is None and question.asked_on is None:
        dated.setdefault("asked_on", session.today)
    record_thing(session, "question", question.id, dated)
    return with_values(question, dated)


def delete_vet_question(session: Session, question: VetQuestion) -> Change | None:
    """Take a question away; undo brings it back."""
    return delete_thing(session, "question", question)
