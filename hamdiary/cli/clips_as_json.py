"""Clips and questions for the vet as JSON: the names are the measures' own, None stays null."""

from datetime import date
from typing import Any

from hamdiary.domain.clip_paths import as_path
from hamdiary.domain.clips import Clip, Presence
from hamdiary.domain.measures import measures_of
from hamdiary.domain.vet_questions import VetQuestion


def clip_as_json(clip: Clip, found: Presence, number: int | None = None) -> dict[str, Any]:
    """A clip: its number in the list, its path as the system writes it, what lies there now."""
    path = as_path(clip.path) if clip.path else None
    return {
        "number": number,
        "id": clip.id,
        **_measures(clip),
        "path": path,
        "file": found.name.lower(),
    }


def vet_question_as_json(question: VetQuestion, number: int | None = None) -> dict[str, Any]:
    """A question for the vet: its number in the list, every fact, whether it is still open."""
    return {
        "number": number,
        "id": question.id,
        **_measures(question),
        "open": question.is_open,
    }


def _measures(thing: Any) -> dict[str, Any]:
    return {name: _plain(getattr(thing, name)) for name in measures_of(type(thing))}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
