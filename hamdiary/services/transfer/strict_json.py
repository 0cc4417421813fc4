"""JSON from anybody: read as the standard says it, or refused in one line (traps §2)."""

import json
from typing import Any

from hamdiary.storage.errors import BadInput


def read_json(data: bytes) -> Any:
    """What the JSON says; BadInput for what is none, for names given twice and for NaN."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(f"the file is no UTF-8 text at byte {error.start}") from error
    try:
        return json.loads(text, object_pairs_hook=_object, parse_constant=_refused)
    except json.JSONDecodeError as error:
        raise BadInput(
            f"line {error.lineno}, letter {error.colno}: this is no JSON ({error.msg})"
        ) from error
    except RecursionError as error:
        raise BadInput("the JSON is nested too deeply; hamdiary writes no such file") from error
    except ValueError as error:
        # A number of thousands of figures.
        raise BadInput("the JSON holds a number that is too long") from error


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise BadInput("the JSON gives one name twice, so that nobody can tell which counts")
    return found


def _refused(constant: str) -> None:
    raise BadInput(f"the JSON holds {constant}, which is no number")
