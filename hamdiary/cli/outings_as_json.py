"""Outings as JSON: the names are the measures' own, moments are in UTC."""

from datetime import datetime
from typing import Any

from hamdiary.domain.evening import utc_text
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.measures import measures_of
from hamdiary.domain.outings import Outing, seconds_out
from hamdiary.services.nights_out import NightOut


def outing_as_json(outing: Outing, now: datetime) -> dict[str, Any]:
    """An outing: its id, how long so far and whether it runs, then every measure by name."""
    return {
        "id": outing.id,
        "seconds": round(outing.seconds(now)),
        "running": outing.is_running,
        "paused": outing.is_paused,
        **{name: _plain(getattr(outing, name)) for name in measures_of(Outing)},
    }


def night_out_as_json(out: NightOut, hamster: Hamster, now: datetime) -> dict[str, Any]:
    """A night's time out of the cage; `seconds` is null where nothing is recorded."""
    running = out.running
    return {
        "evening": out.evening.isoformat(),
        "seconds": round(seconds_out(out.outings, now)) if out.outings else None,
        "goal_min": out.goal,
        "rest_ordered": hamster.rest_ordered,
        "running": outing_as_json(running, now) if running else None,
        "forgotten": out.forgotten,
        "outings": [
            {"number": number, **outing_as_json(each, now)}
            for number, each in enumerate(out.outings, 1)
        ],
    }


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return utc_text(value)
    return value.isoformat() if hasattr(value, "isoformat") else value
