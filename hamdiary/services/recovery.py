"""The course of recovery as the plots need it, read from the diary in one go."""

from collections.abc import Mapping
from datetime import date, timedelta

from hamdiary.domain.hamster import Hamster
from hamdiary.domain.measures import Choice, NotSeen, Value, measures_of
from hamdiary.domain.night import Night
from hamdiary.domain.trends.comparing import COMPARED_NIGHTS
from hamdiary.domain.trends.course import Course, lettered
from hamdiary.domain.trends.milestones import Reached, milestones_of
from hamdiary.domain.trends.series import Numbers, Scores, Span, nights_up_to
from hamdiary.domain.trends.weighing import Usual, usual_weight
from hamdiary.services.recovery_care import (
    doses_given,
    happened,
    minutes_out,
    treatment_start,
)
from hamdiary.services.session import Session
from hamdiary.storage.looking_back import first_weighed, recorded_between

RANGES = (14, 30, 90)
"""The nights that the screen offers, besides all."""

LOOKED_BACK = 2 * COMPARED_NIGHTS + 16
"""Nights before the span that comparisons and the usual weight may need (domain §1.6, §3.1)."""

_DRAWN = ("gait", "leg_left", "leg_right", "weight_g", "pouches_empty", "ate", "droppings",
          "water_ml")  # fmt: skip

_MILESTONES = ("gait", "leg_left", "leg_right", "ate", "urine", "wheel", "weight_g",
               "pouches_empty", "sign_wet_belly")  # fmt: skip


def span_of(session: Session, hamster: Hamster, nights: int | None) -> Span:
    """The last `nights` up to tonight; with None all from the first recorded one."""
    tonight = session.tonight
    if nights is not None:
        return nights_up_to(tonight, nights)
    return Span(session.first_evening(hamster.id, tonight), tonight)


def course_of(session: Session, hamster: Hamster, span: Span) -> Course:
    """Read all that is drawn and said of a span."""
    before = Span(span.first - timedelta(days=LOOKED_BACK), span.last)
    read = _read(session, hamster, _DRAWN, before)
    weights = _weights(read)
    usual = _usual(session, hamster, weights, span.last)
    out = minutes_out(session, hamster, before)
    return Course(
        span=span,
        gait=_scores(read, "gait"),
        leg_left=_scores(read, "leg_left"),
        leg_right=_scores(read, "leg_right"),
        weights=weights,
        usual=usual,
        pouches_full=_full(read, span),
        minutes=out.minutes,
        goal=out.goal,
        ate=_scores(read, "ate"),
        droppings={on: _code(value) for on, value in read["droppings"].items()},
        water=_numbers(read["water_ml"]),
        doses=doses_given(session, hamster, span),
        marks=lettered(event for event in happened(session, hamster) if event[0] >= span.first),
        milestones=tuple(reached(session, hamster, span.last)),
        treatment_start=treatment_start(session, hamster),
        recorded=session.diary.count(hamster.id, span.first, span.last),
    )


def reached(session: Session, hamster: Hamster, last: date) -> list[Reached]:
    """The milestones reached up to `last`, counted from the onset where that is known."""
    first = hamster.onset or session.diary.first_evening(hamster.id)
    if first is None or first > last:
        return []
    before = first - timedelta(days=LOOKED_BACK)
    read = _read(session, hamster, _MILESTONES, Span(before, last))
    weights = _weights(read)
    read["weight_g"] = dict(weights)
    usual = usual_weight(weights, first, hamster.usual_weight_g)
    return milestones_of(read, usual, first)


def _read(
    session: Session, hamster: Hamster, columns: tuple[str, ...], span: Span
) -> dict[str, dict[date, Value]]:
    return recorded_between(session.diary, hamster.id, columns, span.first, span.last)


def _weights(read: Mapping[str, Mapping[date, Value]]) -> dict[date, float]:
    """Grams of the weighings that do not say the pouches were full (domain §3.1)."""
    pouches = read["pouches_empty"]
    kept = {on: grams for on, grams in read["weight_g"].items() if pouches.get(on) != "no"}
    return _numbers(kept)


def _full(read: Mapping[str, Mapping[date, Value]], span: Span) -> int:
    pouches = read["pouches_empty"]
    return sum(pouches.get(on) == "no" for on in read["weight_g"] if on in span)


def _usual(session: Session, hamster: Hamster, weights: Numbers, evening: date) -> Usual | None:
    """The usual weight; while there are few weighings, from the first ones ever."""
    opening = first_weighed(session.diary, hamster.id, 3)
    known = {night.evening: night.weight_g for night in opening if night.weight_g is not None}
    return usual_weight({**known, **weights}, evening, hamster.usual_weight_g)


def _scores(read: Mapping[str, Mapping[date, Value]], name: str) -> Scores:
    kind = measures_of(Night)[name].kind
    codes = kind.codes if isinstance(kind, Choice) else ()
    digits: dict[Value, int] = {code: digit for digit, code in enumerate(codes)}
    levels: dict[date, int | NotSeen] = {}
    for evening, value in read[name].items():
        if isinstance(value, NotSeen | int):
            levels[evening] = value
        elif value in digits:
            levels[evening] = digits[value]
    return levels


def _numbers(values: Mapping[date, Value]) -> dict[date, float]:
    return {on: float(value) for on, value in values.items() if isinstance(value, int | float)}


def _code(value: Value) -> str | NotSeen:
    return value if isinstance(value, NotSeen) else str(value)
