"""Nights written in one line each, so that a case reads like an owner's diary.

    "gait=4 *3 | gait=4 ate=half | | gait=x hunched -tilt ?sore"

Nights are parted by `|`, the last one is tonight; an empty one is missing; `*3` repeats it; a bare
word is a sign that was seen, `-` one that was not, `?` one that was not checked, `x` is not seen.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hamdiary.domain.hamster import Hamster
from hamdiary.domain.hint_notes import HintNote
from hamdiary.domain.hints.beside import DoseSeen, Eaten, QualityCheck
from hamdiary.domain.hints.escalation import evaluate
from hamdiary.domain.hints.hint import Urgency
from hamdiary.domain.hints.lifecycle import most_urgent, open_hints
from hamdiary.domain.hints.rules import fired
from hamdiary.domain.hints.seen import Seen
from hamdiary.domain.measures import Checklist, Quantity, Scale, measures_of
from hamdiary.domain.night import Night
from hamdiary.domain.outings import Outing

TONIGHT = date(2026, 11, 22)
MEASURES = measures_of(Night)
SIGNS = tuple(item.code for item in MEASURES["signs"].kind.items)
NOW, TODAY, SOON = Urgency.NOW, Urgency.TODAY, Urgency.SOON
WATCH, NOTE = Urgency.WATCH, Urgency.NOTE

SICK = {"onset": TONIGHT - timedelta(days=40), "onset_speed": "days"}
KNOWN = TONIGHT - timedelta(days=38)
"""When a vet saw the weakness of most of these hamsters."""


def ago(nights):
    return TONIGHT - timedelta(days=nights)


def hamster(**facts):
    return Hamster("h", **{"name": "Biscuit", "species": "syrian", **facts})


def course(text):
    """The nights of one line, each with its evening, missing ones left out."""
    written = []
    for part in text.split("|"):
        tokens = part.split()
        times = int(tokens.pop()[1:]) if tokens and tokens[-1].startswith("*") else 1
        written += [tokens] * times
    last = len(written) - 1
    return [night(last - place, *tokens) for place, tokens in enumerate(written) if tokens]


def night(back, *tokens):
    values, signs = {}, {}
    for token in tokens:
        name, equals, value = token.partition("=")
        if equals:
            values[name] = valued(name, value)
        else:
            answers = {"-": "no", "?": "not_checked"}
            code = token.lstrip("-?")
            assert code in SIGNS, token
            signs[code] = answers.get(token[0], "yes")
    return Night("h", ago(back), signs=signs, **values)


def valued(name, text):
    kind = MEASURES[name].kind
    if text == "x":
        return kind.unseen
    if isinstance(kind, Scale):
        return int(text)
    return float(text) if isinstance(kind, Quantity) else text


def seen(text="", facts=None, tonight=TONIGHT, **care):
    return Seen.of(hamster(**(facts or {})), tonight, course(text), **care)


def known(text="", facts=None, **care):
    """The same of a hamster whose weakness a vet has seen."""
    return seen(text, {**SICK, **(facts or {})}, vet_saw_on=KNOWN, **care)


def doses(text):
    """ "3 amoxi given" is three nights ago; an antibiotic is written with a star."""
    return tuple(
        DoseSeen(ago(int(back)), name.strip("*"), name.endswith("*"), state)
        for back, name, state in (each.split() for each in text.split(","))
    )


def eaten(back, food, tier=None, moist=False):
    return Eaten(ago(back), food, tier, moist)


def outing(back, stopped_for=None, minutes=10.0):
    return Outing(f"h/{back}", "h", ago(back), minutes=minutes, stopped_for=stopped_for)


def quality(back, total=None, end=False):
    return QualityCheck(ago(back), total, end)


def told(rule, back, urgency=None, kind="told"):
    at = datetime.combine(ago(back), datetime.min.time(), UTC) + timedelta(hours=20)
    return HintNote(
        f"h/{rule}/n{back}", "h", rule, kind=kind, urgency=urgency, at_utc=at, evening=ago(back),
        who="AK", said="come at once",
    )  # fmt: skip


def by_rule(what):
    """How urgent each rule is that fires tonight, before anything is raised."""
    urgencies = {}
    for hint in fired(what):
        urgencies[hint.rule] = max(hint.urgency, urgencies.get(hint.rule, hint.urgency))
    return urgencies


def highest(what):
    return max((hint.urgency for hint in evaluate(what)), default=None)


def opened(what, notes=()):
    return {each.hint.key: each for each in open_hints(what, notes)}


def open_highest(what, notes=()):
    return most_urgent(open_hints(what, notes))


def later(what, text):
    """The same course with nights after it; tonight is the last of them."""
    parts = text.split("|")
    shift = timedelta(days=len(parts))
    more = [
        replace(night(0, *part.split()), evening=what.evening + timedelta(days=place))
        for place, part in enumerate(parts, 1)
        if part.split()
    ]
    return replace(what, evening=what.evening + shift, nights=(*what.nights, *more))


def blank(what, evening, field):
    """The same course without one value."""
    nights = []
    for each in what.nights:
        if each.evening == evening and field.startswith("sign_"):
            signs = {sign: said for sign, said in each.signs.items() if sign != field[5:]}
            each = replace(each, signs=signs)
        elif each.evening == evening and field in MEASURES:
            each = replace(each, **{field: None})
        nights.append(each)
    return replace(what, nights=tuple(nights))


def unseen(what, evening, field):
    """The same course with one value looked for and not seen."""
    nights = []
    for each in what.nights:
        if each.evening == evening and field.startswith("sign_"):
            each = replace(each, signs={**each.signs, field[5:]: "not_checked"})
        elif each.evening == evening and field in MEASURES:
            kind = MEASURES[field].kind
            nothing = getattr(kind, "unseen", None)
            each = replace(each, **{field: nothing})
        nights.append(each)
    return replace(what, nights=tuple(nights))


ALL_NORMAL = " ".join(
    ["gait=5 leg_left=4 leg_right=4 ate=all droppings=normal urine=normal breathing=normal",
     "wheel=usual night_quality=good water_ml=11 weight_g=120 pouches_empty=yes",
     *(f"-{sign}" for sign in SIGNS)]
)  # fmt: skip

assert isinstance(MEASURES["signs"].kind, Checklist)
