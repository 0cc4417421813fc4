"""One row a measure: droppings, food, water and doses by night, and sparklines for tables."""

from collections.abc import Iterable, Sequence
from typing import Literal

from hamdiary.domain.language import marked, t, tc
from hamdiary.domain.measures import NotSeen
from hamdiary.domain.trends.columns import Column
from hamdiary.domain.trends.course import Course, DoseState
from hamdiary.domain.trends.series import Scores, Span, finite
from hamdiary.domain.trends.summary import ORDINARY, WORST_FIRST, Summary
from hamdiary.render.axis import LABEL, Axis
from hamdiary.render.canvas import Canvas, Line
from hamdiary.render.canvas import Span as Words
from hamdiary.render.marks import (
    DUE,
    GIVEN,
    NOT_RECORDED,
    NOT_SEEN,
    REFUSED,
    SKIPPED,
    TO_COME,
)

Strip = Literal["droppings", "ate", "water", "doses"]

Plot = Literal["gait", "legs", "weight", "minutes", "nightly"] | Strip
"""What can be drawn; "nightly" are all strips together."""

STRIPS: tuple[Strip, ...] = ("droppings", "ate", "water", "doses")
"""Every strip, from top to bottom."""

_LABELS = {
    "droppings": marked("Droppings"),
    "ate": marked("Ate"),
    "water": marked("Water ml"),
    "doses": marked("Doses"),
}

BLOCKS = "▁▂▄▆█"
"""Heights for five levels; level 0 is visible (look.md, Plots)."""

EIGHTHS = "▁▂▃▄▅▆▇█"


def _letter(droppings: str) -> str:
    letters = {
        "none": tc("droppings, one letter", "0"),
        "few": tc("droppings, one letter", "f"),
        "normal": tc("droppings, one letter", "n"),
        "soft": tc("droppings, one letter", "s"),
        "loose": tc("droppings, one letter", "l"),
        "watery": tc("droppings, one letter", "w"),
    }
    return letters.get(droppings, droppings[:1])


def _brief(droppings: str) -> str:
    words = {
        "none": tc("droppings, four letters", "none"),
        "few": tc("droppings, four letters", "few"),
        "normal": tc("droppings, four letters", "norm"),
        "soft": tc("droppings, four letters", "soft"),
        "loose": tc("droppings, four letters", "loos"),
        "watery": tc("droppings, four letters", "wet"),
    }
    return words.get(droppings, droppings[:1])


def letters_of_droppings() -> str:
    """What the letters of the droppings stand for."""
    return t("Droppings: n normal, f few, s soft, l loose, w watery, 0 none.")


DOSE_MARKS: dict[DoseState, tuple[str, str]] = {
    "given": (GIVEN, "second"), "refused": (REFUSED, "warn"), "spat_out": (REFUSED, "warn"),
    "skipped": (SKIPPED, "muted"), "missed": (NOT_RECORDED, "warn"), "due": (DUE, "accent"),
    "later": (TO_COME, "muted"),
}  # fmt: skip


def legend_of_doses() -> str:
    """What the marks of doses stand for."""
    return t(
        "Doses: {given} given, {refused} refused or spat out, {skipped} skipped, {gap} not "
        "recorded, {due} due, {later} to come."
    ).format(
        given=GIVEN, refused=REFUSED, skipped=SKIPPED, gap=NOT_RECORDED, due=DUE, later=TO_COME
    )


def block_of(level: int, highest: int = 4) -> str:
    """A block as high as a level of 0 to `highest`; those of two rows do not touch."""
    return EIGHTHS[min(max(level, 0), highest) * (len(EIGHTHS) - 2) // highest]


def level_strip(
    canvas: Canvas, axis: Axis, y: int, scores: Scores, role: str, digits: bool = False
) -> None:
    """Levels 0-4 as blocks by night, with their digits."""
    wide = 1 if axis.cell < 4 else 2
    for evening, x in axis.nights():
        value = scores.get(evening)
        if value is None or isinstance(value, NotSeen):
            _unknown(canvas, x + axis.cell // 2, y, value)
            continue
        left = x + max(0, (axis.cell - 3) // 2)
        canvas.fill(range(left, left + wide), y, _block(value), role)
        if digits:
            canvas.put(left + wide, y, str(value), "text")


def lowest_strip(canvas: Canvas, y: int, columns: Sequence[Column], role: str) -> None:
    """The lowest level of each column as a block."""
    for x, column in enumerate(columns, LABEL):
        if column.low is None:
            _unknown(canvas, x, y, NotSeen.NOT_SEEN if column.not_seen else None)
        else:
            canvas.put(x, y, _block(int(column.low)), role)


def _block(level: int) -> str:
    return BLOCKS[min(max(level, 0), len(BLOCKS) - 1)]


def droppings_strip(
    canvas: Canvas, axis: Axis, y: int, values: Iterable[tuple[int, str | NotSeen | None]]
) -> None:
    """A word or a letter in each place, bold where it is not normal."""
    for x, value in values:
        if value is None or isinstance(value, NotSeen):
            _unknown(canvas, x + axis.cell // 2, y, value)
            continue
        words = _brief(value) if axis.cell > 4 else _letter(value)
        at = (axis.cell - 3) // 2 if axis.cell > 4 else axis.cell // 2
        canvas.put(x + at, y, words, "muted" if value == ORDINARY else "bold")


def water_strip(
    canvas: Canvas, axis: Axis, y: int, values: Sequence[tuple[int, float | None]]
) -> None:
    """Millilitres a night; where there is no room for numbers, a spark of its share of the most."""
    highest = max((value for _, value in values if value is not None), default=0) or 1
    for x, value in values:
        if value is None:
            _unknown(canvas, x + axis.cell // 2, y, None)
        elif axis.cell > 3:
            canvas.put(x + (axis.cell - 1) // 2, y, f"{min(value, 999):.0f}".rjust(2), "text")
        else:
            # Too narrow for numbers: a spark, as high as its share of the most.
            height = round(max(value, 0) / highest * (len(EIGHTHS) - 3))
            canvas.put(x + axis.cell // 2, y, EIGHTHS[height], "mark")


def doses_strip(
    canvas: Canvas, axis: Axis, y: int, values: Iterable[tuple[int, tuple[DoseState, ...]]]
) -> None:
    """A mark a dose; where there is no room for all, the one that must not be overlooked."""
    for x, states in values:
        if not states:  # none was due, which is not the same as none recorded
            continue
        shown = states if 2 * len(states) <= axis.cell else (min(states, key=WORST_FIRST.index),)
        left = x + max(0, axis.cell - 2 * len(shown)) // 2
        for place, state in enumerate(shown):
            mark, role = DOSE_MARKS[state]
            canvas.put(left + 2 * place, y, mark, role)


def droppings_legend(axis: Axis) -> str:
    """What the letters of the droppings stand for; nothing where they are words."""
    return "" if axis.cell > 4 else letters_of_droppings()


def strips_of(course: Course) -> tuple[Strip, ...]:
    """The strips that a course shows: doses only once there are medicines."""
    return STRIPS if course.doses else STRIPS[:-1]


def nightly_canvas(
    course: Course, axis: Axis, summary: Summary | None, shown: Sequence[Strip] = ()
) -> Canvas:
    """Droppings, food, water and doses, one row each; or only those `shown`."""
    shown = shown or strips_of(course)
    canvas = Canvas(axis.width, len(shown))
    for y, strip in enumerate(shown):
        canvas.put(0, y, t(_LABELS[strip]), "bold")
        if summary is None:
            _by_night(canvas, y, strip, course, axis)
        else:
            _by_column(canvas, y, strip, summary, axis)
    return canvas


def _by_night(canvas: Canvas, y: int, strip: Strip, course: Course, axis: Axis) -> None:
    match strip:
        case "droppings":
            found = [(x, course.droppings.get(on)) for on, x in axis.nights()]
            droppings_strip(canvas, axis, y, found)
        case "ate":
            level_strip(canvas, axis, y, course.ate, "mark", digits=True)
        case "water":
            water = finite(course.water)
            water_strip(canvas, axis, y, [(x, water.get(on)) for on, x in axis.nights()])
        case "doses":
            doses_strip(canvas, axis, y, [(x, course.doses.get(on, ())) for on, x in axis.nights()])


def _by_column(canvas: Canvas, y: int, strip: Strip, summary: Summary, axis: Axis) -> None:
    match strip:
        case "droppings":
            droppings_strip(canvas, axis, y, enumerate(summary.droppings, LABEL))
        case "ate":
            lowest_strip(canvas, y, summary.ate, "mark")
        case "water":
            middles = [each.median.value if each.median else None for each in summary.water]
            water_strip(canvas, axis, y, list(enumerate(middles, LABEL)))
        case "doses":
            doses = [(state,) if state else () for state in summary.doses]
            doses_strip(canvas, axis, y, enumerate(doses, LABEL))


def sparkline(scores: Scores, span: Span, highest: int, role: str = "mark") -> Line:
    """One cell a night: a block as high as the level, × not seen, · not recorded."""
    words = []
    for evening in span.evenings():
        value = scores.get(evening)
        if value is None or isinstance(value, NotSeen):
            words.append(Words(NOT_RECORDED if value is None else NOT_SEEN, "muted"))
        else:
            words.append(Words(block_of(value, highest), role))
    return tuple(words)


def _unknown(canvas: Canvas, x: int, y: int, value: NotSeen | None) -> None:
    canvas.put(x, y, NOT_RECORDED if value is None else NOT_SEEN, "muted")
