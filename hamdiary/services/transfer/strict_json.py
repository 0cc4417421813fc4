"""JSON from anybody: read as the standard says it, or refused in one line (traps §2)."""

import json
from collections.abc import Callable
from typing import Any

from hamdiary.domain.language import t
from hamdiary.storage.errors import BadInput

MOST_OBJECTS = 5_000_000
"""Objects that a text may hold; ten years of five hamsters have 700,000."""


STRIDE = 2000
"""Objects after which it is said how far the reading is."""

Step = Callable[[float], None]
"""Told from time to time what share of the work is done; may raise to end it."""


def unwatched(share: float) -> None:
    """A step for work that nobody watches."""


def read_json(data: bytes, step: Step = unwatched) -> Any:
    """What the JSON says; BadInput for what is none, for names given twice and for NaN."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(
            t("the file is no UTF-8 text at byte {start}").format(start=error.start)
        ) from error
    try:
        return json.loads(
            text, object_pairs_hook=_Objects(data.count(b"{"), step).take, parse_constant=_refused
        )
    except json.JSONDecodeError as error:
        raise BadInput(
            t("line {line}, letter {letter}: this is no JSON ({trouble})").format(
                line=error.lineno, letter=error.colno, trouble=error.msg
            )
        ) from error
    except RecursionError as error:
        raise BadInput(t("the JSON is nested too deeply; hamdiary writes no such file")) from error
    except ValueError as error:
        # A number of thousands of figures.
        raise BadInput(t("the JSON holds a number that is too long")) from error


class _Objects:
    """Takes every object of a text, and counts them: small ones take fifty times their letters."""

    def __init__(self, about: int, step: Step) -> None:
        self._count, self._about, self._step = 0, max(1, about), step

    def take(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        """The object with these names."""
        self._count += 1
        if self._count % STRIDE == 0:
            self._step(min(1.0, self._count / self._about))
        if self._count > MOST_OBJECTS:
            raise BadInput(t("the JSON holds more than any diary; hamdiary writes no such file"))
        found = dict(pairs)
        if len(found) < len(pairs):
            raise BadInput(t("the JSON gives one name twice, so that nobody can tell which counts"))
        return found


def _refused(constant: str) -> None:
    raise BadInput(t("the JSON holds {constant}, which is no number").format(constant=constant))
