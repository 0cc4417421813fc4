"""Minutes out of the cage as a bar up to the goal, with its scale (look.md, Tonight)."""

from math import ceil

from hamdiary.domain.language import t
from hamdiary.tui.widgets.lines import Line, Span, line

USUAL_TOP = 30
"""Minutes at the end of the bar: the most for a weak hamster (domain §5.1, D)."""


ROOM_FOR_UNIT = 28
"""Cells from which on the scale's last number has its unit beside it."""


def top_of(minutes: float, goal: float) -> int:
    """Minutes at the end of the bar, whole tens."""
    return max(USUAL_TOP, 10 * ceil(goal / 10), 10 * ceil(minutes / 10))


def bar(minutes: float, goal: float, width: int) -> Line:
    """What is reached, what is to come, and the goal between them."""
    top = top_of(minutes, goal)
    halves = min(2 * width, round(2 * width * minutes / top))
    mark = _column(goal, top, width)
    cells = [_cell(column, halves, mark) for column in range(width)]
    merged: list[Span] = []
    for cell in cells:
        if merged and merged[-1].ink == cell.ink:
            merged[-1] = Span(merged[-1].text + cell.text, cell.ink)
        else:
            merged.append(cell)
    return line(*merged)


def _cell(column: int, halves: int, mark: int) -> Span:
    if column == mark:
        return Span("┃", "bold")
    if 2 * column + 2 <= halves:
        return Span("━", "accent")
    return Span("╸", "accent") if 2 * column + 1 <= halves else Span("─", "grid")


def scale(minutes: float, goal: float, width: int) -> Line:
    """The minutes under the bar; the goal stands out."""
    top = top_of(minutes, goal)
    step = 10 if top <= 40 else 20 if top <= 80 else 60
    last = t("{top} min").format(top=top) if width >= ROOM_FOR_UNIT else f"{top}"
    marks = {each: f"{each}" for each in range(0, top, step)} | {top: last}
    shown = line()
    wanted = sorted({*marks, round(goal)})
    for minute in wanted:
        is_goal = minute == round(goal)
        text = marks.get(minute, f"{minute}")
        at = min(_column(minute, top, width) - (len(f"{minute}") - 1) // 2, width - len(text))
        crowded = not is_goal and _overlaps(at, text, goal, top, width)
        if crowded or (shown.width and at <= shown.width):
            continue
        shown = shown.to(max(0, at)).plus(text, "bold" if is_goal else "muted")
    return shown


def _overlaps(at: int, text: str, goal: float, top: int, width: int) -> bool:
    place = _column(goal, top, width)
    return at - 3 <= place <= at + len(text) + 1


def _column(minutes: float, top: int, width: int) -> int:
    return min(width - 1, round((width - 1) * minutes / top))
