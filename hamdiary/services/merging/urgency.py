"""A value that is not shown may be the more urgent one: then the question says so."""

from hamdiary.domain.conflicts import Conflict
from hamdiary.domain.things import evening_of_thing, hamster_of, measure_of
from hamdiary.domain.values import loaded
from hamdiary.services.session import Session


def more_urgent(session: Session, question: Conflict) -> dict[int, str]:
    """By the number of a value that is not shown: the more urgent hint that it would open.

    Only nights open hints; hints go by the shown value until somebody chooses.
    """
    evening = evening_of_thing(question.kind, question.id)
    hamster = session.diary.hamster(hamster_of(question.id))
    measure = measure_of(question.kind, question.field)
    if question.kind != "night" or evening is None or hamster is None or measure is None:
        return {}
    from hamdiary.knowledge.hint_words import words_of
    from hamdiary.services.hints import hints_if, hints_page

    now = hints_page(session, hamster, evening).most_urgent or 0
    found: dict[int, str] = {}
    for number, raw in enumerate(question.values[:-1]):
        values = {question.field: loaded(measure.kind, raw)}
        page = hints_if(session, hamster, evening, values)
        if (page.most_urgent or 0) > now:
            words = words_of(page.opened[0], hamster, page.seen)
            found[number] = f"{words.sign}: {words.title}"
    return found
