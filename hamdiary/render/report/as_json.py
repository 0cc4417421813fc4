"""The report as JSON: what was observed apart from what was worked out, with a version."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

from hamdiary.domain.hint_notes import HintNote
from hamdiary.domain.measures import Checklist, measures_of
from hamdiary.domain.night import Night
from hamdiary.domain.report import Report
from hamdiary.domain.report.value import LoggedNight, Prescribed
from hamdiary.domain.things import own_id
from hamdiary.knowledge.notices import KEEPS_NOTES
from hamdiary.render.report.who import SPECIES
from hamdiary.render.report.words import footer

VERSION = 1
"""The value of "report"; it grows when a name or a meaning changes."""


def json_of(report: Report) -> bytes:
    """The report in UTF-8. null is not recorded; "not_seen" and "not_checked" are told apart."""
    text = json.dumps(report_as_json(report), ensure_ascii=False, allow_nan=False, indent=1)
    return f"{text}\n".encode("utf-8", "replace")


def report_as_json(report: Report) -> dict[str, Any]:
    """The report as plain values; parts that were left out are missing."""
    observed, computed = _observed(report), _computed(report)
    wanted = report.parts
    return {
        "hamdiary": 1,
        "report": VERSION,
        "made": report.made.isoformat(timespec="seconds"),
        "hamster": _hamster(report),
        "period": {
            "asked": plain(report.asked),
            "from": report.span.first.isoformat(),
            "to": report.span.last.isoformat(),
            "nights": report.span.nights,
            "recorded": report.recorded,
        },
        "observed": {name: value for name, (part, value) in observed.items() if part in wanted},
        "computed": {name: value for name, (part, value) in computed.items() if part in wanted},
        "entered_by": list(report.carers),
        "footer": footer(report, str),
        "disclaimer": KEEPS_NOTES,
    }


def _hamster(report: Report) -> dict[str, Any]:
    hamster = report.hamster
    latin = SPECIES[hamster.species][1] if hamster.species else ""
    return {"id": hamster.id, "latin": latin or None, **_measures(hamster)}


def _observed(report: Report) -> dict[str, tuple[str, Any]]:
    notes = "notes" in report.parts
    return {
        "medicines": ("medicines", [_prescribed(each) for each in report.prescribed]),
        "doses_not_given": ("medicines", plain(report.missed)),
        "diet_last_14_nights": ("comparison", plain(report.diet)),
        "vet_visits": ("milestones", [_thing(each) for each in report.visits]),
        "happenings": ("milestones", plain(report.series.marks)),
        "vet_told": (
            "milestones",
            [{"hint": each.hint, **_measures(each)} for each in report.told],
        ),
        "quality_of_life": ("comparison", _check(report)),
        "clips": (
            "clips",
            [{**_thing(each.clip), "file": each.presence.name.lower()} for each in report.clips],
        ),
        "questions": ("questions", list(report.questions)),
        "nights": ("nights", [_night(each, notes) for each in reversed(report.nights)]),
    }


def _computed(report: Report) -> dict[str, tuple[str, Any]]:
    return {
        "look_first": ("hints", plain(report.signs)),
        "comparison": ("comparison", plain(report.comparison)),
        "weight": ("comparison", {"last": plain(report.weighing), "usual": plain(report.usual)}),
        "milestones": ("milestones", plain(report.milestones)),
    }


def _told(note: HintNote) -> dict[str, Any]:
    return {"hint": note.hint, **_measures(note)}


def _check(report: Report) -> dict[str, Any] | None:
    check = report.wellbeing
    return None if check is None else {**_measures(check), "total": check.total}


def _night(each: LoggedNight, notes: bool) -> dict[str, Any]:
    night = each.night or Night("", each.evening)
    values = _measures(night)
    if not notes:
        del values["note"]
    return {
        "evening": each.evening.isoformat(),
        "recorded": each.night is not None,
        **values,
        "out_min": each.minutes,
        "goal_min": each.goal,
        "doses": list(each.doses),
    }


def _prescribed(each: Prescribed) -> dict[str, Any]:
    return {
        **_thing(each.course.medicine),
        "state": each.course.state.value,
        "doses_due": each.due,
        "doses": {state.value: count for state, count in each.counts.items()},
    }


def _thing(thing: Any) -> dict[str, Any]:
    return {"id": own_id(thing.id), **_measures(thing)}


def _measures(thing: Any) -> dict[str, Any]:
    return {
        name: {item.code: getattr(thing, name).get(item.code) for item in measure.kind.items}
        if isinstance(measure.kind, Checklist)
        else plain(getattr(thing, name))
        for name, measure in measures_of(type(thing)).items()
    }


def plain(value: Any) -> Any:
    """A value of the report as JSON has it."""
    match value:
        case datetime():
            return value.isoformat(timespec="seconds")
        case date():
            return value.isoformat()
        case Enum():
            return value.value
        case tuple() if hasattr(value, "_asdict"):
            return plain(value._asdict())
        case Mapping():
            return {str(plain(key)): plain(each) for key, each in value.items()}
        case Sequence() if not isinstance(value, str):
            return [plain(each) for each in value]
    if is_dataclass(value):
        # As they were given: `getattr` would have texts in the owner's language.
        given = vars(value)
        return {each.name: plain(given[each.name]) for each in fields(value)}
    return value
