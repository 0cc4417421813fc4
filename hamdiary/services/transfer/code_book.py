"""The code book: a Frictionless data package that says what every column of every table means.

It goes with the tables to other programs and people, so it is in English whatever is spoken here.
"""

from collections.abc import Iterator
from typing import Any, assert_never

from hamdiary import __version__
from hamdiary.domain.language import english
from hamdiary.domain.measures import (
    ANSWERS,
    Checklist,
    Choice,
    Day,
    Instant,
    Kind,
    Measure,
    NotSeen,
    Quantity,
    Scale,
    Text,
    Times,
)
from hamdiary.services.transfer.columns import Column, columns, table_names

TIMES = r"([01][0-9]|2[0-3]):[0-5][0-9]( ([01][0-9]|2[0-3]):[0-5][0-9])*"
"""What times of day look like, as a regular expression."""


def code_book(created: str, bom: bool = True) -> dict[str, Any]:
    """The data package of all tables; `created` is a moment in UTC."""
    return {
        "profile": "data-package",
        "name": "hamdiary",
        "title": "A hamster's night diary",
        "description": "An empty cell is not recorded; it is neither zero nor normal. A night runs "
        "from noon to noon and bears the evening's date. Scores are steps: no means, no sums. "
        "Owner's observations, not clinical findings.",
        "created": created,
        "sources": [{"title": f"hamdiary {__version__}"}],
        "resources": [_resource(kind, table, bom) for kind, table in table_names().items()],
    }


def _resource(kind: str, table: str, bom: bool) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.replace("_", "-"),
        "path": f"{table}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig" if bom else "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "doubleQuote": True},
        "schema": _schema(kind),
    }


def _schema(kind: str) -> dict[str, Any]:
    each = columns(kind)
    names = [column.name for column in each]
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in each],
        "missingValues": [""],
        "primaryKey": ["id"] if "id" in names else ["hamster", "evening"],
    }
    if "hamster" in names:
        reference = {"resource": "hamsters", "fields": ["id"]}
        schema["foreignKeys"] = [{"fields": ["hamster"], "reference": reference}]
    return schema


def _field(column: Column) -> dict[str, Any]:
    if column.measure is None:
        of_day = column.name == "evening"
        return {
            "name": column.header,
            "title": column.name.replace("_", " "),
            "type": "date" if of_day else "string",
            "description": KEYS.get(column.name, "part of the id"),
        }
    return {"name": column.header, **meaning(column.name, column.measure)}


KEYS = {
    "id": "the thing's own id, the same on every device",
    "hamster": "the hamster's id",
    "hamster_name": "the hamster's name, for people; not read when the file is imported",
    "evening": "the night, by the date of its evening",
}
"""What the columns mean that are not recorded by anybody."""


def meaning(name: str, measure: Measure) -> dict[str, Any]:
    """What a column holds: title, type, what it can be, and the wording of its levels."""
    title, words = english(measure, "label"), english(measure, "hint")
    if isinstance(measure.kind, Checklist):
        sign = next(each for each in measure.kind.items if name == f"sign_{each.code}")
        title, words = f"{title}: {english(sign, 'short')}", english(sign, "full")
    found: dict[str, Any] = {"title": title, **_typed(measure.kind)}
    told = [words, *_wording(measure.kind)]
    found["description"] = "; ".join(filter(None, told)) or title
    labels = dict(_labels(measure.kind))
    if labels:
        found["categories"] = [{"value": code, "label": label} for code, label in labels.items()]
    return found


def _typed(kind: Kind) -> dict[str, Any]:
    match kind:
        case Scale() | Choice() | Checklist():
            return {"type": "string", "constraints": {"enum": [code for code, _ in _labels(kind)]}}
        case Quantity():
            return {
                "type": "number",
                "unit": english(kind, "unit"),
                "constraints": {"minimum": 0, "maximum": kind.most},
            }
        case Text():
            # One more letter is the guard before what would be a formula.
            return {"type": "string", "constraints": {"maxLength": kind.most + 1}}
        case Day():
            return {"type": "date"}
        case Instant():
            return {"type": "datetime"}
        case Times():
            return {"type": "string", "constraints": {"pattern": TIMES}}
        case _:
            assert_never(kind)


def _labels(kind: Kind) -> Iterator[tuple[str, str]]:
    """What can stand in a cell, with its few words."""
    if isinstance(kind, Checklist):
        yield from ((answer, answer.replace("_", " ")) for answer in ANSWERS)
    elif isinstance(kind, Scale | Choice):
        for level, each in enumerate(kind.steps):
            yield (str(level) if isinstance(kind, Scale) else each.code), english(each, "words")
        if kind.unseen is not None:
            yield kind.unseen.value, UNSEEN[kind.unseen]


UNSEEN = {
    NotSeen.NOT_SEEN: "looked, but could not tell",
    NotSeen.NOT_CHECKED: "not looked at",
}
"""What the values mean that are neither recorded levels nor missing."""


def _wording(kind: Kind) -> Iterator[str]:
    match kind:
        case Scale():
            yield from (
                f"{level} = {english(each, 'full')}" for level, each in enumerate(kind.steps)
            )
        case Choice():
            yield from (f"{each.code} = {english(each, 'full')}" for each in kind.steps)
        case Quantity():
            yield f"in {english(kind, 'unit')}"
        case Instant():
            yield "UTC"
        case Times():
            yield "on the wall clock"
