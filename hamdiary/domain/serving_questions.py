"""Servings that say nothing, which are refused, and unlikely ones, which are asked about."""

from datetime import date

from hamdiary.domain.foods import Serving
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.language import t
from hamdiary.domain.questions import Question, about_amount, evening_questions
from hamdiary.domain.values import BadValue


class BadServing(BadValue):
    """A serving that lacks what makes it one; one line for the owner."""


def refuse_incomplete(serving: Serving) -> None:
    """Raise BadServing, one line, for one that says nothing."""
    if serving.food is None:
        raise BadServing(t("say what was given, as in kale, or in your own words"))
    if serving.evening is None:
        raise BadServing(t("say on which night it was given"))
    if serving.grams == 0:
        raise BadServing(t("0 g is no serving; say how much was offered, and --eaten none"))


def serving_questions(serving: Serving, hamster: Hamster, tonight: date) -> list[Question]:
    """What to ask before a serving is kept as it is, besides what its food gives reason for."""
    asked = about_amount(Serving, "grams", serving.grams)
    if serving.evening is not None:
        asked += evening_questions(serving.evening, tonight, hamster)
    return asked
