"""Questions for the vet in lines of plain text, the twin of Care's card of them."""

from collections.abc import Mapping, Sequence

from hamdiary.domain.language import t
from hamdiary.domain.typed_dates import short_day
from hamdiary.domain.vet_questions import VetQuestion
from hamdiary.render.cells import wrapped

BEFORE_WORDS = 6
"""Cells of a line's number and its mark."""


def questions_table(
    known: Sequence[VetQuestion], numbers: Mapping[str, int], width: int
) -> list[str]:
    """Each question with its number, and its answer below it."""
    lines: list[str] = []
    room = max(width - BEFORE_WORDS, 12)
    for each in known:
        dot = "○" if each.is_open else "✓"
        head = f"{numbers[each.id]:>3} {dot}"
        for count, line in enumerate(wrapped(question_words(each), room)):
            lines.append(f"{'' if count else head:{BEFORE_WORDS}}{line}".rstrip())
        for line in wrapped(each.answer, room - 2) if each.answer else []:
            lines.append(f"{'':{BEFORE_WORDS + 2}}{line}".rstrip())
    return lines


def question_words(question: VetQuestion) -> str:
    """A question in one line: "How long should it rest? (answered Tue 24 Nov)"."""
    words = question.question or t("a question without words")
    if question.answered_on is not None:
        answered = t("{question} (answered {day})")
        return answered.format(question=words, day=short_day(question.answered_on))
    if question.asked_on is None:
        return words
    return t("{question} (of {day})").format(question=words, day=short_day(question.asked_on))
