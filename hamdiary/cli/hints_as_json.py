"""Hints and what was done about them as JSON."""

from typing import Any

from hamdiary.domain.evening import utc_text
from hamdiary.domain.hint_notes import HintNote
from hamdiary.domain.hints.course import OpenHint
from hamdiary.domain.hints.hint import Fact
from hamdiary.knowledge.hint_words import words_of
from hamdiary.knowledge.hints import DISCLAIMER
from hamdiary.services.hints import HintsPage


def page_as_json(page: HintsPage) -> dict[str, Any]:
    """Every open hint, how urgent the most urgent is, and what a hint is."""
    return {
        "evening": page.seen.evening.isoformat(),
        "most_urgent": page.most_urgent.code if page.most_urgent else None,
        "hints": [
            {"number": number, **hint_as_json(each, page)}
            for number, each in enumerate(page.opened, 1)
        ],
        "disclaimer": DISCLAIMER,
    }


def hint_as_json(opened: OpenHint, page: HintsPage) -> dict[str, Any]:
    """An open hint with its words."""
    hint = opened.hint
    words = words_of(hint, page.seen.hamster, page.seen)
    return {
        "rule": hint.rule,
        "key": hint.key,
        "urgency": hint.urgency.code,
        "system": hint.system.value,
        "raised": list(hint.raised),
        "since": opened.since.isoformat(),
        "last_seen": opened.last_seen.isoformat(),
        "normal_entries": opened.normals,
        "acknowledged": note_as_json(opened.acknowledged) if opened.acknowledged else None,
        "seen": [_fact(fact) for fact in hint.facts],
        "title": words.title,
        "seen_in_words": list(words.seen_lines),
        "how_soon": words.how_soon,
        "why": words.why,
        "until_then": words.meanwhile,
        "tell": list(words.what_to_tell),
        "source": words.source,
        "sure": words.sure,
    }


def note_as_json(note: HintNote) -> dict[str, Any]:
    """A note about a hint."""
    return {
        "key": note.hint,
        "kind": note.kind,
        "urgency": note.urgency,
        "at": utc_text(note.at_utc) if note.at_utc else None,
        "evening": note.evening.isoformat() if note.evening else None,
        "who": note.who,
        "said": note.said,
    }


def _fact(fact: Fact) -> dict[str, Any]:
    value = fact.value.isoformat() if hasattr(fact.value, "isoformat") else fact.value
    return {"evening": fact.evening.isoformat(), "field": fact.field, "value": value}
