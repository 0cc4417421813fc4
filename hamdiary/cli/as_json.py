"""Nights, hamsters and changes as JSON: the names are the measures' own, None stays null."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from hamdiary.domain.hamster import Hamster
from hamdiary.domain.hints.in_brief import HintInBrief
from hamdiary.domain.journal import Change, Stored
from hamdiary.domain.measures import Checklist, measures_of
from hamdiary.domain.night import Night
from hamdiary.services.recording import evening_of_change, hamster_of_change


def night_as_json(night: Night) -> dict[str, Any]:
    """A night: its evening, then every measure by name."""
    return {"evening": night.evening.isoformat(), **_measures(night)}


def hamster_as_json(hamster: Hamster) -> dict[str, Any]:
    """A hamster: its id, then every fact by name."""
    return {"id": hamster.id, **_measures(hamster)}


def nights_as_json(
    hamster: Hamster, nights: Sequence[Night], first: date, last: date
) -> dict[str, Any]:
    """Every night of a period, oldest first; one without an entry is all null."""
    found = {night.evening: night for night in nights}
    count = (last - first).days + 1
    evenings = [first + timedelta(days=days) for days in range(count)]
    return {
        "from": first.isoformat(),
        "to": last.isoformat(),
        "recorded": len(found),
        "of": count,
        "nights": [night_as_json(found.get(on, Night(hamster.id, on))) for on in evenings],
    }


def briefs_as_json(hints: Sequence[HintInBrief]) -> list[dict[str, Any]]:
    """Open hints in brief, the most urgent first."""
    return [
        {"key": each.key, "urgency": each.urgency, "title": each.title,
         "since": each.since.isoformat()}
        for each in hints
    ]  # fmt: skip


def change_as_json(change: Change, earlier: Mapping[str, Stored]) -> dict[str, Any]:
    """A change: when, by whom, to what, and each field's value before and after."""
    evening = evening_of_change(change)
    return {
        "change": str(change.ref),
        "at": change.stamp.at_utc,
        "zone": change.stamp.zone,
        "carer": change.stamp.carer,
        "kind": change.kind,
        "hamster_id": hamster_of_change(change),
        "evening": evening.isoformat() if evening else None,
        "fields": {
            name: {"from": earlier.get(name), "to": field.to}
            for name, field in change.fields.items()
        },
        "undoes": str(change.undoes) if change.undoes else None,
        "redoes": str(change.redoes) if change.redoes else None,
    }


def _measures(thing: Any) -> dict[str, Any]:
    return {
        name: _signs(measure.kind, getattr(thing, name))
        if isinstance(measure.kind, Checklist)
        else _plain(getattr(thing, name))
        for name, measure in measures_of(type(thing)).items()
    }


def _signs(kind: Checklist, answers: Mapping[str, str]) -> dict[str, str | None]:
    return {item.code: answers.get(item.code) for item in kind.items}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
