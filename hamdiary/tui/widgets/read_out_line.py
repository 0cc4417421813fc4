"""One night read out below the plots, in as few lines as it takes."""

from collections.abc import Iterator, Sequence
from datetime import date

from hamdiary.domain.language import t, tc
from hamdiary.domain.trends.course import Course
from hamdiary.domain.trends.series import Scores
from hamdiary.domain.typed_dates import short_day
from hamdiary.render.recovery_brief import marks_on
from hamdiary.render.strips import Plot
from hamdiary.services.night_beside import NightBeside
from hamdiary.tui.widgets.lines import Line, Span, flowed, line, shortened
from hamdiary.tui.widgets.read_out_values import (
    dose_line,
    droppings_on,
    goal_on,
    level_line,
    minutes_on,
    moved,
    share_on,
    water_on,
    weight_on,
)


def read_out_line(
    course: Course, night: NightBeside, plots: Sequence[Plot], width: int
) -> list[Line]:
    """The night, what these plots show of it, and what happened, in as few lines as it takes."""
    on = night.evening
    parts = [line(Span(f" {short_day(on)} ", "chip"))]
    for plot in plots or ("gait", "legs"):
        parts += _brief(course, night, plot)
    for mark in marks_on(course, on):
        words = shortened(mark.words, min(40, width - 2))
        parts.append(line(Span(f"{mark.letter} ", "bold"), Span(words, "muted")))
    return flowed(parts, width)


def _brief(course: Course, night: NightBeside, plot: Plot) -> Iterator[Line]:
    on = night.evening
    match plot:
        case "gait":
            yield _score(t("gait"), "gait", course.gait, on)
        case "legs":
            yield _score(tc("leg", "left"), "leg_left", course.leg_left, on)
            yield _score(tc("leg", "right"), "leg_right", course.leg_right, on)
        case "weight":
            yield _named(t("weight"), weight_on(course, on))
            if share_on(course, on):
                yield line(
                    Span(t("{share} of its usual").format(share=share_on(course, on)), "muted")
                )
        case "minutes":
            yield _named(t("out"), minutes_on(course, on))
            if goal_on(course, on):
                yield line(Span(goal_on(course, on), "muted"))
        case _:
            yield _named(t("droppings"), droppings_on(course, on))
            yield _score(t("ate"), "ate", course.ate, on)
            yield _named(t("water"), water_on(course, on))
            yield from (dose_line(*each, 24) for each in night.doses)


def _score(label: str, name: str, scores: Scores, evening: date) -> Line:
    change = moved(scores, evening)
    return _named(
        label, level_line(name, scores.get(evening)), f" {change.words}" if change else ""
    )


def _named(label: str, value: Line, more: str = "") -> Line:
    row = line(Span(f"{label} ", "muted")).then(value)
    return row.plus(more, "muted") if more else row
