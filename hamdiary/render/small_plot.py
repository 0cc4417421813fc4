"""The small plot of recovery for Tonight: gait as steps, each leg as a row of blocks.

It is drawn right after the start, so it leaves everything alone that long ranges need.
"""

from collections.abc import Sequence
from datetime import date

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import t
from hamdiary.domain.measures import NotSeen, Scale, measures_of
from hamdiary.domain.night import Night
from hamdiary.domain.trends.comparing import COMPARED_NIGHTS, compared
from hamdiary.domain.trends.series import Scores, Span, scored, within
from hamdiary.render.axis import LABEL, Axis
from hamdiary.render.canvas import Canvas, Line
from hamdiary.render.canvas import Span as Words
from hamdiary.render.cells import wrapped
from hamdiary.render.marks import GRID, MARK_LINE, NOT_RECORDED, NOT_SEEN
from hamdiary.render.median_words import levels_said
from hamdiary.render.score_rows import GAIT, LEFT, RIGHT, Rows, steps, unscored
from hamdiary.render.ticks import Tick, fitting, period_named

SHOWN, MORE_SHOWN = 14, 28
"""Nights that are shown, and where there is much room."""

BESIDE = 17
"""Cells of the words beside the plot."""

BLOCKS = "▁▂▃▅▇"
"""Heights for the five levels of a leg: level 0 is visible, and no two rows touch."""


@dataclass(frozen=True)
class Legs:
    """The scores of some nights."""

    gait: Scores
    """Levels 0-5."""
    left: Scores
    """Levels 0-4 of its own left leg."""
    right: Scores
    """Levels 0-4 of its own right leg."""


def legs_of(nights: Sequence[Night]) -> Legs:
    """What some nights recorded of gait and legs."""
    return Legs(
        {each.evening: each.gait for each in nights if each.gait is not None},
        {each.evening: each.leg_left for each in nights if each.leg_left is not None},
        {each.evening: each.leg_right for each in nights if each.leg_right is not None},
    )


def small_plot(legs: Legs, span: Span, cell: int, treatment: date | None) -> list[Line]:
    """The plot, `cell` cells a night; `treatment` is the first night of a course."""
    axis = Axis(span, cell, span.nights)
    kind = measures_of(Night)["gait"].kind
    assert isinstance(kind, Scale)
    levels = Rows(0, len(kind.steps))
    canvas = Canvas(axis.width, levels.unscored + 3)
    _labels(canvas, kind)
    steps(canvas, axis, levels, legs.gait, GAIT, cell // 2)
    unscored(canvas, axis, levels.unscored, [(legs.gait, cell // 2)])
    _blocks(canvas, axis, levels.unscored + 1, legs.left, LEFT.role)
    _blocks(canvas, axis, levels.unscored + 2, legs.right, RIGHT.role)
    if treatment is not None and treatment in span:
        for y in range(levels.unscored):
            canvas.under(axis.x_of(treatment), y, MARK_LINE, "faint")
    for y in levels.each:
        for x in range(LABEL, axis.width):
            canvas.under(x, y, GRID, "grid")
    return [*canvas.lines(), *_dates(axis, treatment).lines()]


def _labels(canvas: Canvas, kind: Scale) -> None:
    names = [f"{level} {step.short}" for level, step in enumerate(kind.steps)]
    left, right = _even([t("Left"), t("Right")])
    labels = [
        *reversed(names),
        t("no score"),
        f"{left} {LEFT.marker}",
        f"{right} {RIGHT.marker}",
    ]
    for y, label in enumerate(labels):
        canvas.put(0, y, label, "text" if y > len(names) else "muted")


def _blocks(canvas: Canvas, axis: Axis, y: int, scores: Scores, role: str) -> None:
    wide = max(1, axis.cell - 1)
    for evening, x in axis.nights():
        value = scores.get(evening)
        if value is None or isinstance(value, NotSeen):
            mark = NOT_RECORDED if value is None else NOT_SEEN
            canvas.put(x + axis.cell // 2, y, mark, "muted")
        else:
            block = BLOCKS[min(max(value, 0), len(BLOCKS) - 1)]
            canvas.fill(range(x, x + wide), y, block, role)


def _dates(axis: Axis, treatment: date | None) -> Canvas:
    """The month, the days of Mondays and of the last night, and where treatment began."""
    canvas = Canvas(axis.width, 1)
    canvas.put(0, 0, period_named(axis), "muted")
    ticks = [
        Tick(x, f"{on.day:>2}", "muted" if on != axis.span.last else "bold")
        for on, x in axis.nights()
        if on.weekday() == 0 or on == axis.span.last
    ]
    if treatment is not None and treatment in axis.span and treatment != axis.span.last:
        day = f"{treatment.day:>2}"
        ticks += [
            Tick(axis.x_of(treatment), each, "bold")
            for each in (t("{day} treatment").format(day=day), day)
        ]
    for tick in fitting(ticks, axis.width):
        canvas.put(tick.x, 0, tick.words, tick.role)
    return canvas


def medians_beside(legs: Legs, span: Span) -> list[Line]:
    """The last seven nights against the seven before, and how many nights that rests on."""
    lines: list[Line] = [
        *_muted(t("medians, {n} nights against {n} before").format(n=COMPARED_NIGHTS)),
        (),
    ]
    names = _even([t("Gait"), t("Left"), t("Right")])
    each = zip(names, (legs.gait, legs.left, legs.right), strict=True)
    lines += [_median(name, scores, span) for name, scores in each]
    count = len(scored(within(legs.gait, span)))
    return [
        *lines,
        (),
        *_muted(
            t("{n} of {nights} nights scored. One level is noise.").format(
                n=count, nights=span.nights
            )
        ),
    ]


def _even(words: Sequence[str]) -> list[str]:
    return [each.ljust(max(map(len, words))) for each in words]


def _muted(words: str) -> list[Line]:
    return [(Words(each, "muted"),) for each in wrapped(words, BESIDE)]


def _median(name: str, scores: Scores, span: Span) -> Line:
    found = compared(scores, span.last)
    now, before = found.now, found.before
    label = Words(f"{name} ")
    if not found.enough or now is None or before is None:
        return (label, Words(t("too few yet"), "muted"))
    sign = "▲" if now > before else "▼" if now < before else "="
    moved = f"{levels_said(before)} → {levels_said(now)}"
    return (label, Words(moved, "bold"), Words(f" {sign}"))
