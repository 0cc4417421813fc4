"""The list of signs to answer, and what stands beside it."""

from collections.abc import Iterator

from hamdiary.domain.language import marked, t
from hamdiary.domain.night import Answer
from hamdiary.domain.signs import Sign
from hamdiary.knowledge.signs import ONLY_A_VET, OR_ELSE
from hamdiary.tui.guide.rows import EMPTY, Row, text_rows
from hamdiary.tui.guide.sign_rows import Answered, worse_rows
from hamdiary.tui.widgets.lines import Span, line, wrapped

ANSWER, SHORT_ANSWER = 12, 6
"""Cells of an answer in words, and where there is no room for "not looked"."""

MARKS: dict[Answer | None, tuple[str, str, str]] = {
    "yes": ("◉", "accent", marked("yes")),
    "no": ("○", "muted", marked("no")),
    None: ("·", "muted", marked("not looked")),
}
"""Mark, role and word of each answer."""

ALL_OF_IT = marked("why, what to tell the vet, what it may go with")
"""What Enter leads to."""


def sign_rows(sign: Sign, answer: Answer | None, is_chosen: bool, width: int) -> Iterator[Row]:
    """A sign with its answer; the chosen one with how to tell and why it matters."""
    mark, ink, word = MARKS[answer]
    room = ANSWER if width >= 44 else SHORT_ANSWER
    short = "" if answer is None and room == SHORT_ANSWER else f" {t(word)}"
    for count, text in enumerate(wrapped(sign.short, width - room - 1)):
        row = line(Span(text, "bold" if is_chosen or answer == "yes" else "text"))
        if count == 0:
            row = (
                row.to(width - room).plus(mark, ink).plus(short, "muted" if not answer else "text")
            )
        yield Row(row, sign.slug)
    if is_chosen:
        for text in (sign.full, sign.why):
            yield from text_rows(text, width, "muted", indent=2, link=sign.slug)


def why_parts(given: Answered, width: int) -> Iterator[list[Row]]:
    """Part by part, the most urgent sign first: why, and what would make it more urgent."""
    for seen in given.how_soon.seen:
        rows = [EMPTY, *text_rows(seen.sign.why, width)]
        yield [*rows, *worse_rows(seen.sign, given.how_soon, width)]
    if given.causes:
        named = [row for each in given.causes for row in text_rows(each.title, width, indent=2)]
        else_ = text_rows(t(OR_ELSE), width, indent=2)
        yield [EMPTY, *text_rows(t(ONLY_A_VET), width, "muted"), *named, *else_]


def all_of_it(width: int) -> list[Row]:
    """That Enter leads to all that follows."""
    first, *more = wrapped(f"Enter  {t(ALL_OF_IT)}", width)
    action = "answer_page"
    head = line(Span("Enter", "key", action), Span(first[5:], "muted", action))
    return [Row(head), *(Row(line(Span(each, "muted", action))) for each in more)]
