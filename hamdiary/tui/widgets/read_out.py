"""One night read out: what the cursor stands on, beside the plots or in one line below them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import t, tc
from hamdiary.domain.measures import NotSeen, Scale, measures_of
from hamdiary.domain.night import Night
from hamdiary.domain.saying import said, step_of
from hamdiary.domain.text import clean
from hamdiary.domain.trends.course import Course, DoseState
from hamdiary.domain.trends.series import Scores
from hamdiary.domain.trends.summary import ORDINARY
from hamdiary.domain.trends.weighing import percent_of
from hamdiary.domain.typed_dates import short_day
from hamdiary.render.marks import NOT_RECORDED, NOT_SEEN
from hamdiary.render.median_words import NOISE
from hamdiary.render.recovery_brief import marks_on
from hamdiary.render.strips import DOSE_MARKS, Plot
from hamdiary.services.night_beside import NightBeside
from hamdiary.tui.widgets.label_room import label_room
from hamdiary.tui.widgets.painting import BLANK, Line, Span, apart, flowed, line, shortened, wrapped

LABEL = 11
"""Where values begin."""

NOTE_LETTERS = 2_000
"""Letters of a note that are laid out; no card holds more."""


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


def read_out(course: Course, night: NightBeside, width: int, height: int) -> list[Line]:
    """A line a measure, doses by name, the note, and what ▲ and ▼ are against."""
    rows = [
        *_scales(course, night.evening, width),
        *_amounts(course, night.evening, width),
        *_choices(course, night.evening, width),
        *_doses(night.doses, width),
    ]
    marks = [line(Span(f"{each.letter} ", "bold"), Span(shortened(each.words, width - 2)))
             for each in marks_on(course, night.evening)]  # fmt: skip
    rows += marks[: max(0, height - len(rows))]
    foot = _against(course, night.evening, width)
    foot = [BLANK, *foot] if foot and len(rows) + len(foot) < height else []
    rows += _note(night.note, width, height - len(rows) - len(foot))
    return [*rows, *[BLANK] * (height - len(rows) - len(foot)), *foot][:height]


def _scales(course: Course, evening: date, width: int) -> Iterator[Line]:
    for name, scores in _series(course).items():
        change = moved(scores, evening)
        right = line(Span(change.words if change else "", "muted"))
        label = measures_of(Night)[name].label
        yield apart(_labelled(label, _level(name, scores.get(evening))), right, width)


def _series(course: Course) -> Mapping[str, Scores]:
    return {"gait": course.gait, "leg_left": course.leg_left, "leg_right": course.leg_right}


def _labelled(label: str, value: Line) -> Line:
    return line(Span(label, "muted")).to(label_room(LABEL)).then(value)


def _missing(value: NotSeen | None) -> Line:
    if value is None:
        return line(Span(t("{mark} not recorded").format(mark=NOT_RECORDED), "muted"))
    return line(Span(f"{NOT_SEEN} {value.words}", "muted"))


def _level(name: str, value: int | NotSeen | None) -> Line:
    """ "1 flicker"; a scale is stored as a digit, a choice as a code."""
    if value is None or isinstance(value, NotSeen):
        return _missing(value)
    measure = measures_of(Night)[name]
    kind = measure.kind
    step = step_of(measure, value) if isinstance(kind, Scale) else None
    if step is None and not isinstance(kind, Scale):
        steps = getattr(kind, "steps", ())
        step = steps[value] if 0 <= value < len(steps) else None
    return line(Span(f"{value}", "bold"), Span(f" {step.short}" if step else ""))


def _amounts(course: Course, evening: date, width: int) -> Iterator[Line]:
    share = line(Span(_share(course, evening), "muted"))
    yield apart(_labelled(t("Weight"), _weight(course, evening)), share, width)
    goal = line(Span(_goal(course, evening), "muted"))
    yield apart(_labelled(t("Out"), _minutes(course, evening)), goal, width)


def _weight(course: Course, evening: date) -> Line:
    grams = course.weights.get(evening)
    return _missing(None) if grams is None else line(Span(f"{grams:.4g}", "bold"), " g")


def _share(course: Course, evening: date) -> str:
    grams = course.weights.get(evening)
    if grams is None or course.usual is None:
        return ""
    return f"{percent_of(grams, course.usual):.1f} %"


def _minutes(course: Course, evening: date) -> Line:
    minutes = course.minutes.get(evening)
    return _missing(None) if minutes is None else line(Span(f"{minutes:.0f}", "bold"), " min")


def _goal(course: Course, evening: date) -> str:
    if evening not in course.goal:
        return ""
    goal = course.goal[evening]
    return t("rest") if goal is None else t("goal {goal:g}").format(goal=goal)


def _choices(course: Course, evening: date, width: int) -> Iterator[Line]:
    yield _labelled(t("Droppings"), _droppings(course, evening))
    change = moved(course.ate, evening)
    right = line(Span(change.words if change else "", "muted"))
    yield apart(_labelled(t("Ate"), _level("ate", course.ate.get(evening))), right, width)
    if evening in course.water:
        yield _labelled(t("Water"), _water(course, evening))


def _droppings(course: Course, evening: date) -> Line:
    code = course.droppings.get(evening)
    if code is None or isinstance(code, NotSeen):
        return _missing(code)
    words = said(measures_of(Night)["droppings"], code)
    return line(Span(words, "text" if code == ORDINARY else "bold"))


def _water(course: Course, evening: date) -> Line:
    water = course.water.get(evening)
    return _missing(None) if water is None else line(Span(f"{water:.4g}", "bold"), " ml")


def _doses(doses: Sequence[tuple[DoseState, str]], width: int) -> Iterator[Line]:
    for number, each in enumerate(doses):
        yield _labelled("" if number else t("Doses"), _dose(*each, width - label_room(LABEL)))


def _dose(state: DoseState, name: str, width: int) -> Line:
    mark, ink = DOSE_MARKS[state]
    return line(Span(f"{mark} ", ink), Span(shortened(name, width - 2)))


def _note(note: str | None, width: int, room: int) -> list[Line]:
    """The note, cut where its room ends."""
    if not note or room < 1:
        return []
    beside = width - label_room(LABEL)
    words = wrapped(clean(note[:NOTE_LETTERS]), beside)
    if len(words) > room:
        words = [*words[: room - 1], shortened(f"{words[room - 1]} and on", beside - 2)]
        words[-1] = f"{words[-1].removesuffix(' and on').removesuffix('…').rstrip()} …"
    return [_labelled("" if number else t("Note"), line(each)) for number, each in enumerate(words)]


def _against(course: Course, evening: date, width: int) -> list[Line]:
    """What the arrows mean, if there are any."""
    scores = [*_series(course).values(), course.ate]
    since = {change.since for each in scores if (change := moved(each, evening))}
    if not since:
        return []
    when = (
        t("▲ ▼ = against the last score, {day}.").format(day=short_day(since.pop()))
        if len(since) == 1
        else t("▲ ▼ = against its last score.")
    )
    return [line(Span(each, "muted")) for each in wrapped(f"{when} {t(NOISE)}", width)]


# In few lines


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
            yield _named(t("weight"), _weight(course, on))
            if _share(course, on):
                yield line(
                    Span(t("{share} of its usual").format(share=_share(course, on)), "muted")
                )
        case "minutes":
            yield _named(t("out"), _minutes(course, on))
            if _goal(course, on):
                yield line(Span(_goal(course, on), "muted"))
        case _:
            yield _named(t("droppings"), _droppings(course, on))
            yield _score(t("ate"), "ate", course.ate, on)
            yield _named(t("water"), _water(course, on))
            yield from (_dose(*each, 24) for each in night.doses)


def _score(label: str, name: str, scores: Scores, evening: date) -> Line:
    change = moved(scores, evening)
    return _named(label, _level(name, scores.get(evening)), f" {change.words}" if change else "")


def _named(label: str, value: Line, more: str = "") -> Line:
    row = line(Span(f"{label} ", "muted")).then(value)
    return row.plus(more, "muted") if more else row
