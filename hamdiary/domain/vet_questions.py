"""The owner's own questions for the vet, kept until the vet has answered them."""

from collections.abc import Mapping
from datetime import date

from hamdiary.domain.declaring import day, text
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import t
from hamdiary.domain.measures import Value
from hamdiary.domain.questions import Question, about_the_future
from hamdiary.domain.typed_dates import say_day
from hamdiary.domain.values import BadValue


class BadVetQuestion(BadValue):
    """A question that asks nothing; one line for the owner."""


@dataclass(frozen=True)
class VetQuestion:
    """One question for the vet."""

    id: str
    """The hamster's id, a stroke, and an id of its own made when its form was opened."""
    hamster: str
    """The hamster's id."""

    asked_on: date | None = day("Noted on", hint="the day it came up")
    question: str | None = text("Question", most=400, hint="in your own words")
    answer: str | None = text("Answer", lines=True, most=2000, hint="what the vet said")
    answered_on: date | None = day("Answered on", hint="empty: still to be asked")

    @property
    def is_open(self) -> bool:
        """Whether it is still to be asked: it stands in the report until it is answered."""
        return self.answered_on is None


def refuse_incomplete(question: VetQuestion) -> None:
    """Raise BadVetQuestion, one line, for one without words."""
    if question.question is None:
        raise BadVetQuestion(t("write down what you want to ask"))


def with_its_day(
    question: VetQuestion, values: Mapping[str, Value | None], today: date
) -> dict[str, Value | None]:
    """The values with the day of an answer that is new, or without that of one taken away."""
    if "answer" not in values or "answered_on" in values:
        return dict(values)
    if values["answer"] is None:
        return {**values, "answered_on": None}
    return {**values, "answered_on": question.answered_on or today}


def questions_about(question: VetQuestion, today: date) -> list[Question]:
    """What to ask before a question for the vet is kept as it is."""
    asked, answered = question.asked_on, question.answered_on
    found: list[Question] = []
    for name, on in (("asked_on", asked), ("answered_on", answered)):
        if on is not None and on > today:
            found.append(about_the_future(on, name))
    if asked is not None and answered is not None and answered < asked:
        text = t("{answered} is before {asked}, when it came up. Keep it?").format(
            answered=say_day(answered), asked=say_day(asked)
        )
        found.append(Question(("asked_on", "answered_on"), text))
    return found
