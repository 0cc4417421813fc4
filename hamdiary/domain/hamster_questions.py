"""What is asked about the facts of a hamster: unusual amounts, days that do not fit together."""

from collections.abc import Iterable
from datetime import date

from hamdiary.domain.hamster import Hamster
from hamdiary.domain.language import t
from hamdiary.domain.measures import measures_of
from hamdiary.domain.questions import Question, about_amount
from hamdiary.domain.typed_dates import say_day


def hamster_questions(hamster: Hamster, changed: Iterable[str], today: date) -> list[Question]:
    """What to ask about the `changed` facts of a hamster."""
    touched = set(changed)
    asked = [
        question
        for name in measures_of(Hamster)
        if name in touched
        for question in about_amount(Hamster, name, getattr(hamster, name))
    ]
    asked += [each for each in _about_dates(hamster, today) if touched.intersection(each.fields)]
    return asked


def _about_dates(hamster: Hamster, today: date) -> list[Question]:
    born, onset, closed = hamster.born, hamster.onset, hamster.closed_on
    asked: list[Question] = []
    days = (
        ("born", t("born {day}: still to come. Keep it?"), born),
        ("onset", t("weak legs {day}: still to come. Keep it?"), onset),
        ("closed_on", t("closed {day}: still to come. Keep it?"), closed),
    )
    for name, text, when in days:
        if when is not None and when > today:
            asked.append(Question((name,), text.format(day=say_day(when))))
    if born is not None and onset is not None and onset < born:
        asked.append(Question(("born", "onset"), t("The weakness is before the birth. Keep it?")))
    if born is not None and closed is not None and closed < born:
        asked.append(Question(("born", "closed_on"), t("The end is before the birth. Keep it?")))
    return asked
