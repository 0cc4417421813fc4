"""One night read out beside the plots: what the cursor stands on, a line a measure."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from hamdiary.domain.language import t
from hamdiary.domain.measures import measures_of
from hamdiary.domain.night import Night
from hamdiary.domain.text import clean
from hamdiary.domain.trends.course import Course, DoseState
from hamdiary.domain.trends.series import Scores
from hamdiary.domain.typed_dates import short_day
from hamdiary.render.median_words import NOISE
from hamdiary.render.recovery_brief import marks_on
from hamdiary.services.night_beside import NightBeside
from hamdiary.tui.widgets.label_room import label_room
from hamdiary.tui.widgets.lines import BLANK, Line, Span, apart, line, shortened, wrapped
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

LABEL = 11
"""Where values begin."""

NOTE_LETTERS = 2_000
"""Letters of a note that are laid out; no card holds more."""


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
        yield apart(_labelled(label, level_line(name, scores.get(evening))), right, width)


def _series(course: Course) -> Mapping[str, Scores]:
    return {"gait": course.gait, "leg_left": course.leg_left, "leg_right": course.leg_right}


def _labelled(label: str, value: Line) -> Line:
    return line(Span(label, "muted")).to(label_room(LABEL)).then(value)


def _amounts(course: Course, evening: date, width: int) -> Iterator[Line]:
    share = line(Span(share_on(course, evening), "muted"))
    yield apart(_labelled(t("Weight"), weight_on(course, evening)), share, width)
    goal = line(Span(goal_on(course, evening), "muted"))
    yield apart(_labelled(t("Out"), minutes_on(course, evening)), goal, width)


def _choices(course: Course, evening: date, width: int) -> Iterator[Line]:
    yield _labelled(t("Droppings"), droppings_on(course, evening))
    change = moved(course.ate, evening)
    right = line(Span(change.words if change else "", "muted"))
    yield apart(_labelled(t("Ate"), level_line("ate", course.ate.get(evening))), right, width)
    if evening in course.water:
        yield _labelled(t("Water"), water_on(course, evening))


def _doses(doses: Sequence[tuple[DoseState, str]], width: int) -> Iterator[Line]:
    for number, each in enumerate(doses):
        yield _labelled("" if number else t("Doses"), dose_line(*each, width - label_room(LABEL)))


def _note(note: str | None, width: int, room: int) -> list[Line]:
    """The note, cut where its room ends."""
    if not note or room < 1:
        return []
    beside = width - label_room(LABEL)
    words = wrapped(clean(note[:NOTE_LETTERS]), beside)
    if len(words) > room:
        words = [*words[: room - 1], f"{wrapped(words[room - 1], beside - 2)[0]} …"]
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
