"""The shape of the JSON as a JSON Schema, derived from what the measures declare."""

from typing import Any, assert_never

from hamdiary.domain.measures import (
    ANSWERS,
    Checklist,
    Choice,
    Day,
    Instant,
    Kind,
    Measure,
    Quantity,
    Scale,
    Text,
    Times,
)
from hamdiary.services.transfer.code_book import KEYS, TIMES, meaning
from hamdiary.services.transfer.columns import HAMSTER_NAME, columns, table_names
from hamdiary.services.transfer.json_out import FORMAT, PORTABLE, VERSION

MOMENT = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"
DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
REF = "^[0-9]{1,13}@[0-9A-Za-z_-]{1,40}$"


def json_schema() -> dict[str, Any]:
    """The JSON Schema, draft 2020-12, of what `diary_as_json` writes."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:hamdiary:diary:{VERSION}",
        "title": "A hamdiary diary",
        "description": "The changes are the diary: an import goes by them alone. The things are "
        "what they add up to, for other programs to read; a field that is not there is not "
        "recorded, which is neither zero nor normal.",
        "type": "object",
        "required": ["format", "version", "diary_format", "diary", "changes", "things"],
        "properties": {
            "format": {"const": FORMAT},
            "version": {"const": VERSION},
            "diary_format": {"type": "integer", "minimum": 1},
            "diary": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
            "only": {"type": "string", "description": "the one hamster that the file is about"},
            "written_utc": {"type": "string", "pattern": MOMENT},
            "written_by": {"type": "string"},
            "settings": {
                "type": "object",
                "properties": {name: {"type": "string"} for name in PORTABLE},
            },
            "erased": {
                "type": "array",
                "items": {"type": "string"},
                "description": "ids of hamsters that were erased for good; no import brings "
                "them back",
            },
            "changes": {"type": "array", "items": {"$ref": "#/$defs/change"}},
            "things": {"type": "object", "properties": _tables()},
        },
        "additionalProperties": False,
        "$defs": {"change": _change(), **{kind: _thing(kind) for kind in table_names()}},
    }


def _tables() -> dict[str, Any]:
    return {
        table: {"type": "array", "items": {"$ref": f"#/$defs/{kind}"}}
        for kind, table in table_names().items()
    }


def _change() -> dict[str, Any]:
    ref = {"type": "string", "pattern": REF}
    return {
        "type": "object",
        "required": ["device", "lamport", "at_utc", "zone", "kind", "id", "fields"],
        "properties": {
            "device": {"type": "string", "pattern": "^[0-9A-Za-z_-]{1,40}$"},
            "lamport": {"type": "integer", "minimum": 1, "maximum": 10**12},
            "at_utc": {"type": "string", "pattern": MOMENT},
            "zone": {"type": "string", "maxLength": 60},
            "carer": {"type": "string", "description": "initials of who wrote"},
            "kind": {"type": "string", "pattern": "^[a-z][a-z0-9_]*$"},
            "id": {"type": "string", "maxLength": 301},
            "fields": {
                "type": "object",
                "description": "only the fields that changed",
                "additionalProperties": {
                    "type": "object",
                    "required": ["to"],
                    "properties": {
                        "to": {
                            "type": ["string", "number", "null"],
                            "description": "null makes it not recorded again",
                        },
                        "over": {
                            "type": "array",
                            "items": ref,
                            "description": "the changes whose value this one replaces",
                        },
                    },
                    "additionalProperties": False,
                },
            },
            "undoes": ref,
            "redoes": ref,
        },
        "additionalProperties": False,
    }


def _thing(kind: str) -> dict[str, Any]:
    known: dict[str, Any] = {
        "id": {"type": "string", "description": KEYS["id"]},
        **{
            column.name: _about(column.name, column.measure)
            for column in columns(kind)
            if column.name not in (HAMSTER_NAME, "id")
        },
    }
    keys = [column.name for column in columns(kind) if column.measure is None]
    required = sorted({"id", *keys} - {HAMSTER_NAME})
    return {"type": "object", "required": required, "properties": known}


def _about(name: str, measure: Measure | None) -> dict[str, Any]:
    if measure is None:
        of_day = {"pattern": DAY} if name == "evening" else {}
        return {"type": "string", "description": KEYS.get(name, "part of the id"), **of_day}
    told = meaning(name, measure)
    return {"title": told["title"], "description": told["description"], **_typed(measure.kind)}


def _typed(kind: Kind) -> dict[str, Any]:
    match kind:
        case Scale():
            unseen = [kind.unseen.value] if kind.unseen else []
            return {"enum": [*range(len(kind.steps)), *unseen]}
        case Choice():
            return {"enum": [*kind.codes, *([kind.unseen.value] if kind.unseen else [])]}
        case Checklist():
            return {"enum": list(ANSWERS)}
        case Quantity():
            return {"type": "number", "minimum": 0, "maximum": kind.most}
        case Text():
            return {"type": "string", "minLength": 1, "maxLength": kind.most}
        case Day():
            return {"type": "string", "pattern": DAY}
        case Instant():
            return {"type": "string", "pattern": MOMENT}
        case Times():
            return {"type": "string", "pattern": f"^{TIMES}$"}
        case _:
            assert_never(kind)
