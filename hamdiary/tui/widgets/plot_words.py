"""What stands above, below and beside the plots in their own card."""

from collections.abc import Sequence

from hamdiary.domain.language import t, tc
from hamdiary.domain.typed_dates import short_day
from hamdiary.render.axis import Axis
from hamdiary.render.cells import cells
from hamdiary.render.recovery_brief import brief_words, full_words, latest_milestones, mark_in_brief
from hamdiary.render.strips import Plot
from hamdiary.services.night_beside import NightBeside
from hamdiary.tui.widgets.lines import BLANK, Line, Span, line, shortened, wrapped
from hamdiary.tui.widgets.pictured import paragraph, paragraphs, run_on
from hamdiary.tui.widgets.read_out_line import read_out_line
from hamdiary.tui.widgets.recovery_pages import Told

LETTERS_FROM = 7
"""Cells right of the plots from which on their letters are explained there."""

MILESTONES = 3
"""Milestones that stand with the words of a plot, the latest ones."""

GIST: tuple[Plot, ...] = ("gait", "legs", "weight")
"""What is said where nothing is drawn."""


def has_anything(told: Told) -> bool:
    """Whether there is anything to draw."""
    course = told.course
    inside = course.span.__contains__
    return course.recorded > 0 or any(map(inside, [*course.minutes, *course.doses]))


def night_and_words(
    told: Told, night: NightBeside, plots: Sequence[Plot], width: int, height: int
) -> list[Line]:
    """The night that is read out, then how it went."""
    rows = read_out_line(told.course, night, plots, width)[: max(1, height - 1)]
    return [*rows, *how_it_went(told, plots or GIST, width, height - len(rows))]


def how_it_went(told: Told, plots: Sequence[Plot], width: int, height: int) -> list[Line]:
    """These plots in words: in full, or as many sentences of the gist as there is room for."""
    latest = latest_milestones(told.facts, MILESTONES) if "gait" in plots else []
    rows = paragraphs([*full_words(told.facts, plots), *([latest] if latest else [])], width)
    if len(rows) <= height:
        return rows
    rows = run_on([each for part in brief_words(told.facts, plots) for each in part], width, height)
    for milestone in latest:
        more = paragraph([milestone], width)
        if len(rows) + len(more) > height:
            break
        rows += more
    return rows


def night_alone(told: Told, night: NightBeside, plots: Sequence[Plot], width: int) -> Line:
    """The night in one line, for the lower edge of the card."""
    return read_out_line(told.course, night, plots, width)[0]


def with_letters(rows: Sequence[Line], told: Told, axis: Axis, width: int) -> list[Line]:
    """The plots with what their letters mean on the right, where there is a little room."""
    shown, room = list(rows), width - axis.width - 1
    if room < LETTERS_FROM:
        return shown
    marks = [mark for mark in told.course.marks if mark.evening in axis.span]
    for number, mark in enumerate(marks[: len(shown) - 3], 1):
        words = mark.words if cells(mark.words) <= room - 2 else mark_in_brief(mark)
        row = shown[number].to(axis.width + 1).plus(f"{mark.letter} ", "bold")
        shown[number] = row.plus(shortened(words, room - 2), "muted")
    return shown


def what_to_do(told: Told, name: str, shows_all: bool, width: int) -> list[Line]:
    """What to do where there is nothing to draw."""
    span = told.course.span
    when = t("{first} to {last}").format(first=short_day(span.first), last=short_day(span.last))
    said = wrapped(t("Nothing is recorded of these nights, {when}.").format(when=when), width)
    tonight, every = "screen.view('tonight')", "key('4')"
    keys = [
        line(
            Span("t", "key", tonight),
            Span("  " + tc("key", "logs tonight in a minute"), "muted", tonight),
        )
    ]
    if not shows_all:
        keys.append(
            line(
                Span("4", "key", every), Span("  " + tc("key", "shows every night"), "muted", every)
            )
        )
    after = wrapped(t("From 7 scored nights on it is said here how they went."), width)
    return [
        line(Span(shortened(name, width), "bold")),
        *map(line, said),
        BLANK,
        *keys,
        BLANK,
        *(line(Span(each, "muted")) for each in after),
    ]
