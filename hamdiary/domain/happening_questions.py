"""Happenings that say nothing, which are refused, and unlikely ones, which are asked about."""

from collections.abc import Iterable
from datetime import date

from hamdiary.domain.hamster import Hamster
from hamdiary.domain.happenings import Happening
from hamdiary.domain.language import t
from hamdiary.domain.measures import measures_of
from hamdiary.domain.questions import Question, about_the_future, life_questions
from hamdiary.domain.saying import said
from hamdiary.domain.typed_dates import say_day
from hamdiary.domain.values import BadValue

CAN_BE_PLANNED = ("vet_visit", "treatment_start", "treatment_end", "other")
"""What one can know of beforehand."""


class BadHappening(BadValue):
    """A happening that lacks what makes it one; one line for the owner."""


def refuse_incomplete(happening: Happening) -> None:
    """Raise BadHappening, one line, for one that says nothing."""
    if happening.what is None:
        raise BadHappening(t("say what happened, as in vet-visit or fall"))
    if happening.on_day is None:
        raise BadHappening(t("say on which day it happened"))
    if happening.what == "other" and happening.note is None:
        raise BadHappening(t("say in a note what it was"))


def happening_questions(
    happening: Happening, others: Iterable[Happening], hamster: Hamster, today: date
) -> list[Question]:
    """What to ask before a happening is kept as it is; `others` are all that are recorded."""
    on, what = happening.on_day, happening.what
    if on is None:
        return []
    asked = []
    if on > today and what is not None and what not in CAN_BE_PLANNED:
        asked.append(about_the_future(on, "on_day", "what"))
    asked += life_questions(on, hamster, "on_day")
    if any((each.what, each.on_day, each.at) == (what, on, happening.at) for each in others):
        words = said(measures_of(Happening)["what"], what)
        text = t("“{what}” is recorded on {day} already. Record it once more?").format(
            what=words, day=say_day(on)
        )
        asked.append(Question(("on_day", "what"), text))
    return asked
