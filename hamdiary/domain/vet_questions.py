"""The owner's own questions for the vet, kept until the vet has answered them."""

from datetime import date

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.measures import day, text


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
