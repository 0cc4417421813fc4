"""Values that are possible but unlikely: asked about once, kept if the owner says so."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import product

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.language import t
from hamdiary.domain.manner import in_sentence
from hamdiary.domain.measures import Level, NotSeen, Quantity, Scale, Value, measures_of
from hamdiary.domain.night import Night
from hamdiary.domain.saying import plain_amount
from hamdiary.domain.typed_dates import say_day

WEIGHT_LIMITS_G = {
    "syrian": (60.0, 260.0),
    "winter_white": (15.0, 80.0),
    "campbell": (15.0, 80.0),
    "hybrid": (15.0, 80.0),
    "roborovski": (12.0, 50.0),
    "chinese": (18.0, 70.0),
    "unknown_dwarf": (12.0, 80.0),
}
"""Outside these a weight is asked about (domain §3, D)."""

LEGS = ("leg_left", "leg_right")
"""The measures of the two hind legs."""

JUMP = 0.30
"""A weight this far from the last one, as a share of it, is asked about (D)."""

JUMP_NIGHTS = 14
"""A last weight older than this says nothing about a slip of the finger (D)."""


@dataclass(frozen=True)
class Question:
    """Something to ask once before a value is kept."""

    fields: tuple[str, ...]
    """The measures it is about."""
    text: str
    """The question, one line."""
    instead: Value | None = None
    """What was probably meant, if one can guess."""


def night_questions(
    night: Night, changed: Iterable[str], hamster: Hamster, earlier: Sequence[Night]
) -> list[Question]:
    """What to ask about the `changed` measures of a night; `earlier` are nights before it."""
    touched = set(changed)
    asked: list[Question] = []
    if touched & {"gait", *LEGS} and not _kept_before(night, touched):
        asked += gait_and_legs(night)
    if "weight_g" in touched and night.weight_g is not None:
        asked += _about_weight(night.weight_g, night.evening, hamster, earlier)
    asked += [
        question
        for name in measures_of(Night)
        if name in touched - {"weight_g"}
        for question in about_amount(Night, name, getattr(night, name))
    ]
    return asked


def gait_and_legs(night: Night) -> list[Question]:
    """Whether gait and legs fit together (domain §1.4).

    A leg that is missing or was not seen may have any level, so it is asked about the other one
    only where no level of the missing one would fit.
    """
    gait = night.gait
    if gait is None or isinstance(gait, NotSeen):
        return []
    usual = _usual_unless_fitting(gait, night)
    if usual is None:
        return []
    known = [name for name in LEGS if _levels(night, name) == [getattr(night, name)]]
    return [
        Question(
            ("gait", *known),
            t("Gait {gait} with {legs}: {usual}. Keep it?").format(
                gait=gait, legs=_legs(night, known), usual=usual
            ),
        )
    ]


def _kept_before(night: Night, touched: set[str]) -> bool:
    """Whether gait and the legs that were not touched contradict each other: that was asked."""
    if "gait" in touched:
        return False
    left = None if "leg_left" in touched else night.leg_left
    right = None if "leg_right" in touched else night.leg_right
    return bool(gait_and_legs(replace(night, leg_left=left, leg_right=right)))


def _usual_unless_fitting(gait: int, night: Night) -> str | None:
    usual: str | None = None
    for left, right in product(*(_levels(night, name) for name in LEGS)):
        usual = _usual_legs(gait, left, right)
        if usual is None:
            return None
    return usual


def _levels(night: Night, leg: str) -> list[Level]:
    """The levels that a leg can have: the one seen, or all of them."""
    level = getattr(night, leg)
    if level is not None and not isinstance(level, NotSeen):
        return [level]
    kind = measures_of(Night)[leg].kind
    assert isinstance(kind, Scale)
    return list(range(len(kind.steps)))


def _legs(night: Night, known: Sequence[str]) -> str:
    if len(known) == len(LEGS):
        return t("legs {left} and {right}").format(left=night.leg_left, right=night.leg_right)
    (name,) = known
    return f"{in_sentence(measures_of(Night)[name].label)} {getattr(night, name)}"


def _usual_legs(gait: int, left: int, right: int) -> str | None:
    worse, better = sorted((left, right))
    if gait == 0 and better > 0:
        return t("at gait 0 neither leg moves")
    if gait == 1 and better != 1:
        return t("at gait 1 one leg moves and none steps")
    if gait == 2 and better > 2:
        return t("at gait 2 no leg is above 2")
    if gait in (3, 4) and better < 2:
        return t("at gait {gait} at least one leg is 2 or more").format(gait=gait)
    if gait == 5 and worse < 3:
        return t("at gait 5 both legs are 3 or more")
    return None


def _about_weight(
    grams: float, evening: date, hamster: Hamster, earlier: Sequence[Night]
) -> list[Question]:
    measure = measures_of(Night)["weight_g"].kind
    assert isinstance(measure, Quantity)
    low, high = WEIGHT_LIMITS_G.get(hamster.species or "", (measure.low, measure.high))
    last = _last_weight(evening, earlier)
    reference = last or hamster.usual_weight_g
    shown = plain_amount(grams, measure)
    meant = _ten_times(grams, reference, low, high)
    if meant is not None:
        guess = plain_amount(meant, measure)
        return [
            Question(
                ("weight_g",),
                t("{amount}: did you mean {guess}?").format(amount=shown, guess=guess),
                meant,
            )
        ]
    if not low <= grams <= high:
        return [
            Question(
                ("weight_g",),
                t("{amount} is unusual for this hamster. Keep it?").format(amount=shown),
            )
        ]
    if last is not None and abs(grams - last) > JUMP * last:
        was = plain_amount(last, measure)
        return [
            Question(
                ("weight_g",),
                t("{amount} after {was} the last time. Keep it?").format(amount=shown, was=was),
            )
        ]
    return []


def _last_weight(evening: date, earlier: Sequence[Night]) -> float | None:
    since = evening - timedelta(days=JUMP_NIGHTS)
    weighed = [
        night
        for night in earlier
        if since <= night.evening < evening and night.weight_g is not None
    ]
    return max(weighed, key=lambda night: night.evening).weight_g if weighed else None


def _ten_times(grams: float, reference: float | None, low: float, high: float) -> float | None:
    """The weight with its decimal point put right, if that makes it likely and it was not."""
    if low <= grams <= high:
        return None
    for factor in (0.1, 10.0, 0.01):
        meant = round(grams * factor, 1)
        near = reference is None or abs(meant - reference) <= JUMP * reference
        if low <= meant <= high and near:
            return meant
    return None


def about_amount(declaring: type, name: str, value: object) -> list[Question]:
    """What to ask about an amount outside of what is usual for that measure."""
    measure = measures_of(declaring)[name]
    if not isinstance(measure.kind, Quantity) or not isinstance(value, int | float):
        return []
    if measure.kind.low <= value <= measure.kind.high:
        return []
    shown = plain_amount(value, measure.kind)
    return [
        Question(
            (name,),
            t("{label} {amount} is unusual. Keep it?").format(label=measure.label, amount=shown),
        )
    ]


def evening_questions(evening: date, tonight: date, hamster: Hamster) -> list[Question]:
    """Whether an entry belongs to that evening at all: not to come, within the hamster's life."""
    asked = [about_the_future(evening, "evening")] if evening > tonight else []
    return [*asked, *life_questions(evening, hamster, "evening")]


def about_the_future(day: date, *fields: str) -> Question:
    """What to ask about a day that is still to come."""
    return Question(fields, t("{day} is still to come. Keep it?").format(day=say_day(day)))


def life_questions(day: date, hamster: Hamster, field: str) -> list[Question]:
    """Whether something of the hamster can be of a day at all: born by then, and not gone."""
    asked, name = [], hamster.called
    if hamster.born is not None and day < hamster.born:
        asked.append(
            t("{day} is before {name} was born. Keep it?").format(day=say_day(day), name=name)
        )
    if hamster.closed_on is not None and day > hamster.closed_on:
        asked.append(
            t("{name}'s diary was closed on {day}. Keep it?").format(
                name=name, day=say_day(hamster.closed_on)
            )
        )
    return [Question((field,), text) for text in asked]
