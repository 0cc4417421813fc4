"""The course of recovery as JSON: every night of each series, and the facts behind the words."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import Enum
from typing import Any

from hamdiary.cli.as_json import hamster_as_json
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.trends.course import Course
from hamdiary.domain.trends.facts import facts_of
from hamdiary.domain.trends.series import Median, running_median
from hamdiary.domain.trends.treatment import CASE_LABEL, PUBLISHED_CASE, treatment_day
from hamdiary.render.canvas import plain
from hamdiary.render.recovery import Plot
from hamdiary.render.recovery_words import milestones_in_words, words_of


def recovery_as_json(
    hamster: Hamster, course: Course, plots: Sequence[Plot], compare: bool
) -> dict[str, Any]:
    """Series, marks, facts and words; a night without a value is null, never left out."""
    facts = facts_of(course)
    answer: dict[str, Any] = {
        "hamster": hamster_as_json(hamster),
        "from": course.span.first.isoformat(),
        "to": course.span.last.isoformat(),
        "recorded": course.recorded,
        "of": course.span.nights,
        "nights": _nights(course, plots),
        "marks": [_plain(mark) for mark in course.marks],
        "facts": _plain(facts),
        "words": {plot: [plain(line) for line in words_of(facts, plot)] for plot in plots},
        "milestones": [plain(line) for line in milestones_in_words(facts)],
    }
    if compare:
        answer["compared_with"] = {"is": CASE_LABEL, "days": [_plain(d) for d in PUBLISHED_CASE]}
    return answer


def _nights(course: Course, plots: Sequence[Plot]) -> list[dict[str, Any]]:
    start = course.treatment_start
    series = {name: each for plot in plots for name, each in _series(course, plot).items()}
    return [
        {
            "evening": on.isoformat(),
            "treatment_day": None if start is None else treatment_day(start, on),
            **{name: _plain(values.get(on)) for name, values in series.items()},
        }
        for on in course.span.evenings()
    ]


def _series(course: Course, plot: Plot) -> Mapping[str, Mapping[date, Any]]:
    series: dict[str, dict[str, Mapping[date, Any]]] = {
        "gait": {"gait": course.gait, "gait_median_of_3": running_median(course.gait)},
        "legs": {"leg_left": course.leg_left, "leg_right": course.leg_right},
        "weight": {"weight_g": course.weights},
        "minutes": {"out_min": course.minutes, "goal_min": course.goal},
        "droppings": {"droppings": course.droppings},
        "ate": {"ate": course.ate},
        "water": {"water_ml": course.water},
        "doses": {"doses": course.doses},
    }
    return series[plot]


def _plain(value: Any) -> Any:
    """A value of the domain as JSON knows it: fields by name, dates as text."""
    if isinstance(value, Median):
        return {"low": value.low, "high": value.high}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    if hasattr(value, "__dataclass_fields__"):
        return {name: _plain(each) for name, each in vars(value).items()}
    return value
