"""What one night says of each measure, as a few words of a line; how a score has moved."""

from datetime import date, timedelta

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import t
from hamdiary.domain.measures import NotSeen, Scale, measures_of
from hamdiary.domain.night import Night
from hamdiary.domain.saying import said, step_of
from hamdiary.domain.trends.course import Course, DoseState
from hamdiary.domain.trends.series import Scores
from hamdiary.domain.trends.summary import ORDINARY
from hamdiary.domain.trends.weighing import percent_of
from hamdiary.render.marks import NOT_RECORDED, NOT_SEEN
from hamdiary.render.strips import DOSE_MARKS
from hamdiary.tui.widgets.lines import Line, Span, line, shortened


@dataclass(frozen=True)
class Moved:
    """How a score stands to the last one before it."""

    words: str
    """▲ 1, ▼ 2 or =."""
    since: date
    """The night of that last one."""


def moved(scores: Scores, evening: date) -> Moved | None:
    """A night's score against the last scored night before; None if there are not both."""
    level, since = _level_on(scores, evening), _scored_before(scores, evening)
    before = None if since is None else _level_on(scores, since)
    if level is None or since is None or before is None:
        return None
    change = level - before
    sign = "▲ " if change > 0 else "▼ " if change < 0 else "="
    return Moved(f"{sign}{abs(change) or ''}".strip(), since)


def _level_on(scores: Scores, evening: date) -> int | None:
    level = scores.get(evening)
    return None if isinstance(level, NotSeen) else level


def _scored_before(scores: Scores, evening: date) -> date | None:
    """The last scored night before one, looked for night by night: it is seldom far away."""
    first = min(scores, default=evening)
    on = evening - timedelta(days=1)
    while on >= first:
        if _level_on(scores, on) is not None:
            return on
        on -= timedelta(days=1)
    return None


def missing_line(value: NotSeen | None) -> Line:
    """That nothing was recorded, or that somebody looked and could not tell."""
    if value is None:
        return line(Span(t("{mark} not recorded").format(mark=NOT_RECORDED), "muted"))
    return line(Span(f"{NOT_SEEN} {value.words}", "muted"))


def level_line(name: str, value: int | NotSeen | None) -> Line:
    """ "1 flicker"; a scale is stored as a digit, a choice as a code."""
    if value is None or isinstance(value, NotSeen):
        return missing_line(value)
    measure = measures_of(Night)[name]
    kind = measure.kind
    step = step_of(measure, value) if isinstance(kind, Scale) else None
    if step is None and not isinstance(kind, Scale):
        steps = getattr(kind, "steps", ())
        step = steps[value] if 0 <= value < len(steps) else None
    return line(Span(f"{value}", "bold"), Span(f" {step.short}" if step else ""))


def weight_on(course: Course, evening: date) -> Line:
    """What it weighed, in grams."""
    grams = course.weights.get(evening)
    return missing_line(None) if grams is None else line(Span(f"{grams:.4g}", "bold"), " g")


def share_on(course: Course, evening: date) -> str:
    """In % of its own usual weight; empty where one of the two is not known."""
    grams = course.weights.get(evening)
    if grams is None or course.usual is None:
        return ""
    return f"{percent_of(grams, course.usual):.1f} %"


def minutes_on(course: Course, evening: date) -> Line:
    """How long it was out of the cage, in minutes."""
    minutes = course.minutes.get(evening)
    return missing_line(None) if minutes is None else line(Span(f"{minutes:.0f}", "bold"), " min")


def goal_on(course: Course, evening: date) -> str:
    """The goal of that night in minutes, or that rest was ordered; empty where there was none."""
    if evening not in course.goal:
        return ""
    goal = course.goal[evening]
    return t("rest") if goal is None else t("goal {goal:g}").format(goal=goal)


def droppings_on(course: Course, evening: date) -> Line:
    """How its droppings were."""
    code = course.droppings.get(evening)
    if code is None or isinstance(code, NotSeen):
        return missing_line(code)
    words = said(measures_of(Night)["droppings"], code)
    return line(Span(words, "text" if code == ORDINARY else "bold"))


def water_on(course: Course, evening: date) -> Line:
    """How much it drank, in millilitres."""
    water = course.water.get(evening)
    return missing_line(None) if water is None else line(Span(f"{water:.4g}", "bold"), " ml")


def dose_line(state: DoseState, name: str, width: int) -> Line:
    """What became of a dose, and of which medicine."""
    mark, ink = DOSE_MARKS[state]
    return line(Span(f"{mark} ", ink), Span(shortened(name, width - 2)))
