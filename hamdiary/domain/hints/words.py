"""What fed a hint, in the owner's words, the same on every screen, page and line."""

from collections.abc import Iterable, Sequence
from datetime import date

from hamdiary.domain.hints.hint import Fact, Number
from hamdiary.domain.language import Told, t
from hamdiary.domain.manner import in_sentence, with_our_sign
from hamdiary.domain.measures import Checklist, Measure, measures_of
from hamdiary.domain.night import Night
from hamdiary.domain.outings import Outing
from hamdiary.domain.saying import said
from hamdiary.domain.typed_dates import short_day


def facts_said(facts: Iterable[Fact]) -> str:
    """What was seen on which nights: "Gait 3 stands on Sat 21 Nov, 1 flicker on Sun 22 Nov"."""
    told: dict[str, list[str]] = {}
    for fact in facts:
        lead, value = _lead_and_value(fact)
        told.setdefault(lead, []).append(_value_and_day(fact, value))
    parts = [f"{lead} {', '.join(values)}".strip() for lead, values in told.items()]
    whole = "; ".join(parts)
    return whole[:1].upper() + whole[1:]


def lines_said(facts: Sequence[Fact]) -> tuple[str, ...]:
    """The same, a line for each thing that was seen."""
    fields = dict.fromkeys(fact.field for fact in facts)
    return tuple(facts_said(each for each in facts if each.field == field) for field in fields)


def _value_and_day(fact: Fact, value: str) -> str:
    day = short_day(fact.evening)
    if fact.field == "onset":
        return day
    if not value:
        return t("on {day}").format(day=day)
    return t("{value} on {day}").format(value=value, day=day)


def number_said(name: str, value: Number) -> str:
    """A figure of a hint as its wording names it: a gait with its word, a day, a number."""
    if name.startswith("gait "):
        return said(measures_of(Night)["gait"], value)
    if isinstance(value, date):
        return short_day(value)
    return with_our_sign(str(value)) if isinstance(value, float) else str(value)


def _lead_and_value(fact: Fact) -> tuple[str, str]:
    if fact.field.startswith("sign_"):
        return _sign(fact.field[5:]), ""
    if fact.field == "cleaned":
        return t("corner cleaned"), ""
    measure = measures_of(Night).get(fact.field)
    if measure is not None:
        return _label(measure), said(measure, fact.value)
    match fact.field:
        case "outing":
            return t("outing stopped:"), _stopped(fact)
        case "food":
            return t("ate"), str(fact.value)
        case "fall":
            return t("a fall or a knock"), ""
        case "onset":
            return t("hind legs weak since"), ""
        case "quality":
            if fact.value == "talk":
                return t("quality of life"), t("a talk is wished for")
            return t("quality of life"), t("{points} of 70").format(points=fact.value)
        case "open":
            return t("hint {rule} opened").format(rule=fact.value), ""
        case _:
            # "Vitamin drops: missed": the name is said once for all that became of it.
            name, colon, became = str(fact.value).rpartition(": ")
            return f"{t('medicine')} {name}{colon}".rstrip(), became


def _label(measure: Measure) -> str:
    return in_sentence(measure.label)


_SIGNS: Told[str, str] = Told(
    {
        "bleed": "bleeding that does not stop",
        "fall": "a fall or drop",
        "leg_hurt": "a hurt leg",
        "limp": "limp or slack",
        "mouth_eye_lump": "drooling, long teeth, a closed eye or a lump",
        "pain_face": "a pain face",
        "vulva_discharge": "discharge from the vulva",
        "vulva_blood": "bleeding from the vulva",
    }
)
"""Signs whose name on the checklist does not read well in a sentence."""


def _sign(code: str) -> str:
    if code in _SIGNS:
        return _SIGNS[code]
    kind = measures_of(Night)["signs"].kind
    assert isinstance(kind, Checklist)
    return next((item.words for item in kind.items if item.code == code), code)


def _stopped(fact: Fact) -> str:
    measure = measures_of(Outing)["stopped_for"]
    return said(measure, fact.value)
