"""Happenings in lines of plain text, the twin of Care's happenings card."""

from collections.abc import Mapping, Sequence
from datetime import date

from hamdiary.domain.happenings import Happening, What
from hamdiary.domain.language import t
from hamdiary.domain.manner import clock_times, with_year
from hamdiary.domain.measures import measures_of
from hamdiary.domain.saying import said
from hamdiary.domain.timeline import Mark
from hamdiary.domain.typed_dates import say_day
from hamdiary.render.cells import wrapped

BEFORE_WORDS = 22
"""Cells of a line's number, its mark and its day with the year."""


def marks_table(
    marks: Sequence[Mark], numbers: Mapping[str, int], today: date, width: int
) -> list[str]:
    """Every mark, the newest first: its number if it was recorded, its day, what it was."""
    lines = []
    for mark in reversed(marks):
        number = f"{numbers[mark.happening.id]}" if mark.happening else ""
        dot = "○" if mark.on > today else "●"
        words = wrapped(_words(mark, today), max(width - BEFORE_WORDS, 12))
        for count, line in enumerate(words):
            day = with_year(mark.on)
            head = "" if count else f"{number:>3} {dot} {day}"
            lines.append(f"{head:{BEFORE_WORDS}}{line}".rstrip())
    return lines


def happening_words(happening: Happening) -> str:
    """A happening in one line: "vet visit, Tuesday 24 November 2026 at 10:30, Dr Imre"."""
    parts = [
        _what(happening.what),
        say_day(happening.on_day) if happening.on_day else "",
        happening.note or "",
    ]
    if happening.at:
        parts[1] = t("{day} at {time}").format(day=parts[1], time=clock_times(happening.at)).strip()
    return ", ".join(part for part in parts if part)


def _words(mark: Mark, today: date) -> str:
    at = mark.happening.at if mark.happening else None
    what = _what(mark.what)
    parts = [
        t("{what} at {time}").format(what=what, time=clock_times(at)) if at else what,
        mark.note or "",
    ]
    days = (mark.on - today).days
    if days > 0:
        parts.append(t("tomorrow") if days == 1 else t("in {n} days").format(n=days))
    return ", ".join(part for part in parts if part)


def _what(what: What | None) -> str:
    return said(measures_of(Happening)["what"], what) if what else t("a happening")
