"""Rows of clips and of questions for the vet."""

from collections.abc import Sequence

from hamdiary.domain.clip_paths import shown_name
from hamdiary.domain.clips import Clip, Presence
from hamdiary.domain.language import t
from hamdiary.domain.manner import clock_times, day_column
from hamdiary.domain.measures import measures_of
from hamdiary.domain.saying import said
from hamdiary.domain.text import clean_line
from hamdiary.domain.typed_dates import short_day
from hamdiary.domain.vet_questions import VetQuestion
from hamdiary.tui.widgets.lines import Line, Span, apart, line, shortened, wrapped

FACTS_FROM = 30
"""Cells from which on what is known of a clip stands beside its name."""

LEAST_NAME, MOST_NAME = 24, 36
"""Cells of a name beside which facts stand, with what follows it."""

ANSWER_LINES, QUESTION_LINES = 2, 3
"""Most lines of an answer and of a question in a list."""


def clip_row(clip: Clip, found: Presence, width: int, dated: bool = True) -> Line:
    """A clip: its night, its file's name, what is known of it; that its file is missing."""
    row = line()
    if dated:
        day = short_day(clip.evening) if clip.evening else t("no night")
        row = line(Span(day, "muted")).to(day_column())
    missing = line(Span(found.words, "warn")) if found.words else line()
    room = width - row.width - (missing.width + 2 if missing.width else 0)
    name = shown_name(clip.path) if clip.path else t("no file is named")
    facts = _facts(clip) if room >= FACTS_FROM else ""
    names = min(max(room * 2 // 5, LEAST_NAME), MOST_NAME) if facts else room
    after = row.width + names
    row = row.plus(shortened(name, names - 2 if facts else names), "bold").to(after)
    row = row.plus(shortened(facts, room - names), "muted")
    return apart(row, missing, width) if missing.width else row


def _facts(clip: Clip) -> str:
    parts = [
        clock_times(clip.at or ""),
        said(measures_of(Clip)["side"], clip.side) if clip.side else "",
        clean_line(clip.remark or ""),
    ]
    return ", ".join(part for part in parts if part)


def question_rows(question: VetQuestion, width: int) -> Sequence[Line]:
    """A question over as many lines as it takes, and its answer below it."""
    mark, ink = ("○", "accent") if question.is_open else ("✓", "good")
    words = _cut(clean_line(question.question or t("a question without words")), width - 3,
                 QUESTION_LINES)  # fmt: skip
    first, *others = words
    style = "bold" if question.is_open else "text"
    rows = [line(Span(mark, ink), "  ", Span(first, style))]
    rows += [line("   ", Span(each, style)) for each in others]
    if question.answered_on is not None:
        said_it = clean_line(question.answer or t("answered"))
        answer = f"{short_day(question.answered_on)}: {said_it}"
        rows += [line("   ", Span(each, "muted")) for each in _cut(answer, width - 3, ANSWER_LINES)]
    return rows


def _cut(text: str, width: int, most: int) -> list[str]:
    """The text in at most so many lines; the last one ends with … if there is more."""
    lines = wrapped(text[: width * most + 200], width)
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], shortened(" ".join(lines[most - 1 :]), width)]
