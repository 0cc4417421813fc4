"""Quality-of-life checks: writing them down, putting them right, taking them away."""

from datetime import date

from hamdiary.domain.hamster import Hamster
from hamdiary.domain.journal import Change
from hamdiary.domain.language import t
from hamdiary.domain.questions import Question, evening_questions
from hamdiary.domain.things import NoSuchThing
from hamdiary.domain.typed_dates import say_day
from hamdiary.domain.wellbeing import BadCheck as BadCheck
from hamdiary.domain.wellbeing import Wellbeing, refuse_incomplete
from hamdiary.services.recording import (
    Values,
    delete_thing,
    new_thing_id,
    record_thing,
    with_values,
)
from hamdiary.services.session import Session
from hamdiary.storage import care


def checks(session: Session, hamster: Hamster) -> list[Wellbeing]:
    """All that are recorded, the oldest first; a check's place here, from 1, is its number."""
    return care.wellbeing(session.diary, hamster.id, date.min, date.max)


def check_numbered(session: Session, hamster: Hamster, number: int) -> Wellbeing:
    """The check of that number; NoSuchThing if there is none."""
    known = checks(session, hamster)
    if 1 <= number <= len(known):
        return known[number - 1]
    said = t("there is no quality-of-life check {number}; they go from 1 to {last}")
    if not known:
        said = t("there is no quality-of-life check {number}; none is recorded yet")
    raise NoSuchThing(said.format(number=number, last=len(known)))


def new_check(session: Session, hamster: Hamster, evening: date | None = None) -> Wellbeing:
    """A check about a night, tonight if none is named, with its id for good."""
    return Wellbeing(new_thing_id(hamster), hamster.id, evening=evening or session.tonight)


def questions_about_check(
    session: Session, hamster: Hamster, check: Wellbeing, values: Values
) -> list[Question]:
    """What to ask before these values of a check are recorded."""
    wanted = with_values(check, values)
    # A night stands in a new check before anybody types one; then it asks nothing.
    if "evening" not in values or wanted.evening is None:
        return []
    others = [each for each in checks(session, hamster) if each.id != check.id]
    asked = evening_questions(wanted.evening, session.tonight, hamster)
    if any(each.evening == wanted.evening for each in others):
        text = t("A check of {day} is recorded already. Record it once more?").format(
            day=say_day(wanted.evening)
        )
        asked.append(Question(("evening",), text))
    return asked


def edit_check(session: Session, check: Wellbeing, values: Values) -> Wellbeing:
    """Change a check, new or known; BadCheck if it would say nothing then."""
    refuse_incomplete(with_values(check, values))
    return record_check(session, check, values)


def record_check(session: Session, check: Wellbeing, values: Values) -> Wellbeing:
    """Record facts of a check, complete or not; its night goes with the first of them."""
    night: Values = {} if "evening" in values else {"evening": check.evening}
    if values.get("evening", check.evening) is None:
        raise BadCheck(t("a check is about a night; say which"))
    record_thing(session, "wellbeing", check.id, {**night, **values})
    return with_values(check, values)


def delete_check(session: Session, check: Wellbeing) -> Change | None:
    """Clear a check; undo brings it back."""
    return delete_thing(session, "wellbeing", check)
