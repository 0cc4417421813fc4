"""Changes in a few words, for a card beside the night: "gait 2 → 3", "18 signs no"."""

from collections.abc import Sequence

from hamdiary.domain.hamster import Hamster
from hamdiary.domain.journal import Change, Stored, before
from hamdiary.domain.measures import Scale, columns_of
from hamdiary.domain.night import Night
from hamdiary.domain.saying import said
from hamdiary.domain.values import loaded
from hamdiary.render.changes import Moved, label_of, moved

MANY_SIGNS = 3
"""More signs than this answered alike are said as one."""


def brief(change: Change, history: Sequence[Change]) -> str:
    """One change of a thing whose whole history is given."""
    mark = "undone: " if change.undoes else "redone: " if change.redoes else ""
    return mark + moves_in_brief(change.kind, moved(change, before(history, change)))


def moves_in_brief(kind: str, fields: Moved) -> str:
    """Every field that moved, signs that were answered alike said together."""
    signs = {name: move for name, move in fields.items() if name.startswith("sign_")}
    together = len(signs) > MANY_SIGNS and len(set(signs.values())) == 1
    parts = [
        _brief(kind, name, *move)
        for name, move in fields.items()
        if not (together and name in signs)
    ]
    if together:
        answer = next(iter(signs.values()))[1]
        words = "cleared" if answer is None else str(answer).replace("_", " ")
        parts.append(f"{len(signs)} signs {words}")
    return ", ".join(parts) or "nothing left to change"


def _brief(kind: str, field: str, old: Stored, new: Stored) -> str:
    label = label_of(kind, field)
    if new is None:
        return f"{label} cleared"
    if old is None:
        return f"{label} {_word(kind, field, new)}"
    if field == "note":
        return "note changed"
    return f"{label} {_word(kind, field, old)} → {_word(kind, field, new)}"


def _word(kind: str, field: str, raw: Stored) -> str:
    measure = dict(columns_of(Night if kind == "night" else Hamster)).get(field)
    if measure is None:
        return str(raw)
    if isinstance(measure.kind, Scale) and isinstance(raw, int):
        return str(raw)
    return said(measure, loaded(measure.kind, raw))
