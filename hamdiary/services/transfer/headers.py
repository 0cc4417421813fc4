"""Which column of a stranger's table is which measure: proposed by name, put right by hand."""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import english, marked, t
from hamdiary.domain.measures import Checklist, Measure, Quantity, columns_of, sign_column
from hamdiary.domain.night import Night
from hamdiary.domain.text import clean_line

EVENING, TIME, HAMSTER = "evening", "time", "hamster"
"""What a column can be besides a measure: the night, the time of day, whose night it is."""

BESIDES = {
    EVENING: marked("the night"),
    TIME: marked("the time of day"),
    HAMSTER: marked("whose night it is"),
}
"""The same in words."""

SYNONYMS: Mapping[str, tuple[str, ...]] = {
    EVENING: (
        "date", "night", "day", "when", "timestamp", "datetime", "date time", "measured on",
        "datum", "tag", "nacht", "abend", "zeitpunkt", "fecha", "data", "jour",
    ),
    TIME: ("time", "time of day", "hour", "uhrzeit", "zeit", "heure", "hora"),
    HAMSTER: ("hamster", "pet", "animal", "hamster name", "pet name", "tier"),
    "weight_g": (
        "weight", "body weight", "wt", "mass", "scale", "grams", "gram", "gewicht", "masse",
        "gramm", "körpergewicht", "poids", "peso",
    ),
    "water_ml": ("water", "drank", "drunk", "water intake", "wasser", "getrunken", "eau", "agua"),
    "gait": ("walking", "mobility", "gait score", "walk", "gang", "gangbild", "laufen"),
    "leg_left": ("left", "left hind leg", "left hind", "lh", "linkes bein", "links"),
    "leg_right": ("right", "right hind leg", "right hind", "rh", "rechtes bein", "rechts"),
    "ate": ("eaten", "food", "appetite", "eating", "gefressen", "futter", "appetit"),
    "droppings": ("poop", "poo", "stool", "faeces", "feces", "kot", "köttel"),
    "urine": ("pee", "urin", "wee"),
    "breathing": ("breath", "respiration", "atmung"),
    "wheel": ("running wheel", "rad", "laufrad"),
    "note": (
        "notes", "comment", "comments", "remark", "remarks", "text", "notiz", "notizen",
        "bemerkung", "bemerkungen", "kommentar", "anmerkung", "anmerkungen",
    ),
    "carer": ("by", "who", "initials", "von", "wer"),
}  # fmt: skip
"""By field, how else people head such a column."""

_UNIT = re.compile(r"(.*?)\s*(?:[(\[]\s*([^)\]]*?)\s*[)\]]|(?:\s|_|/|,)(?:in )?([a-z]{1,3}))\s*")


@dataclass(frozen=True)
class Use:
    """What one column is used for."""

    field: str | None
    """A field of the night, EVENING, TIME, HAMSTER; None if it is left out."""
    unit: str = ""
    """The unit its numbers are in; empty for the measure's own."""

    def __str__(self) -> str:
        return "-" if self.field is None else f"{self.field}:{self.unit}".rstrip(":")


Uses = Mapping[str, Use]
"""By header, what the column is used for."""


def fields() -> dict[str, Measure]:
    """Every field of a night that a column can hold."""
    return dict(columns_of(Night))


def proposed(headers: Sequence[str]) -> dict[str, Use]:
    """What each column probably is; one of two that claim a field is left out."""
    uses: dict[str, Use] = {}
    for header in headers:
        use = _guess(header)
        taken = any(use.field == each.field for each in uses.values())
        uses[header] = Use(None) if taken else use
    return uses


def _guess(header: str) -> Use:
    whole = _plain(header)
    for name, unit in ((whole, ""), *_without_unit(header)):
        for field, names in _names().items():
            if name in names:
                return Use(field, "" if unit in _own_units(field) else unit)
    return Use(None)


def _without_unit(header: str) -> Iterable[tuple[str, str]]:
    found = _UNIT.fullmatch(clean_line(header).casefold())
    if found:
        yield _plain(found[1]), (found[2] or found[3] or "").strip(" .")


def _own_units(field: str) -> tuple[str, ...]:
    """What says the unit that is meant anyway; a note in brackets behind other fields is none."""
    measure = fields().get(field)
    if measure is None or not isinstance(measure.kind, Quantity):
        return ("",)
    unit = english(measure.kind, "unit")
    return "", unit, {"g": "grams", "ml": "millilitres"}.get(unit, unit), "gram", "gr"


def _names() -> dict[str, frozenset[str]]:
    """By field, all names that mean it, in plain letters."""
    if not _NAMES:
        found: dict[str, set[str]] = {field: {_plain(field)} for field in (*BESIDES, *fields())}
        for field, measure in fields().items():
            if isinstance(measure.kind, Checklist):
                sign = next(each for each in measure.kind.items if sign_column(each.code) == field)
                found[field] |= {
                    _plain(sign.code), _plain(sign.short), _plain(english(sign, "short"))
                }  # fmt: skip
            else:
                found[field] |= {_plain(measure.label), _plain(english(measure, "label"))}
        for field, names in SYNONYMS.items():
            found.setdefault(field, set()).update(map(_plain, names))
        _NAMES.update({field: frozenset(names) for field, names in found.items()})
    return _NAMES


_NAMES: dict[str, frozenset[str]] = {}


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w]+|_", " ", clean_line(text).casefold()).split())


def use_typed(text: str) -> Use | str:
    """What was typed for a column: "weight_g", "weight_g:oz", "-"; or why it is nothing."""
    field, _, unit = text.strip().partition(":")
    if field in ("-", ""):
        return Use(None)
    if field not in BESIDES and field not in fields():
        return t("there is no field {field}; there is {known}").format(
            field=field[:40], known=", ".join([*BESIDES, *fields()])
        )
    return Use(field, unit.strip())


def name_of(headers: Sequence[str]) -> str:
    """Under which name a mapping is remembered: the same headers, the same name."""
    digest = hashlib.sha256("\0".join(headers).encode("utf-8", "replace")).hexdigest()
    return f"import:{digest[:16]}"


def as_text(uses: Uses, choices: Mapping[str, str]) -> str:
    """A mapping, and what was chosen beside it, as it is remembered."""
    told = {"uses": {header: str(use) for header, use in uses.items()}, **choices}
    return json.dumps(told, ensure_ascii=False)


def from_text(text: str | None, headers: Sequence[str]) -> tuple[dict[str, Use], dict[str, str]]:
    """The mapping that is remembered for these headers, and the choices; empty if there is none."""
    try:
        told = json.loads(text or "{}")
        uses = {header: use_typed(str(told["uses"][header])) for header in headers}
    except (ValueError, KeyError, TypeError):
        return {}, {}
    found = {header: use for header, use in uses.items() if isinstance(use, Use)}
    if len(found) < len(headers):
        return {}, {}
    return found, {name: str(told[name]) for name in ("dates", "decimal") if told.get(name)}
