"""Changes in a few words, for a card beside the night: "gait 2 → 3", "18 signs no"."""

from collections.abc import Iterable, Sequence

from hamdiary.domain.journal import Change, Stored, before
from hamdiary.domain.measures import Scale
from hamdiary.domain.things import measure_of
from hamdiary.render.changes import (
    Moved,
    closing_in_words,
    label_of,
    many_signs,
    moved,
    word_of,
    worth_saying,
)


def brief(change: Change, history: Sequence[Change]) -> str:
    """One change of a thing whose whole history is given."""
    mark = "undone: " if change.undoes else "redone: " if change.redoes else ""
    moves = moved(change, before(history, change))
    return mark + moves_in_brief(change.kind, moves, again=bool(mark), zone=change.stamp.zone)


def moves_in_brief(kind: str, fields: Moved, again: bool = True, zone: str = "UTC") -> str:
    """Every field that moved, many signs said together; `again` tells of an undo or redo.

    Moments are said on the wall clock of `zone`.
    """
    signs, others = many_signs(worth_saying(fields))
    closed, others = closing_in_words(kind, others, again)
    parts = [*closed, *(_brief(kind, name, *move, zone) for name, move in others.items())]
    if signs:
        parts.append(f"{len(signs)} signs {_common(new for _, new in signs.values())}")
    return ", ".join(parts) or "nothing left to change"


def _common(answers: Iterable[Stored]) -> str:
    """The answer that all signs have now, or that they were changed."""
    different = set(answers)
    if len(different) > 1:
        return "changed"
    (answer,) = different
    return "cleared" if answer is None else str(answer).replace("_", " ")


def _brief(kind: str, field: str, old: Stored, new: Stored, zone: str) -> str:
    label = label_of(kind, field)
    if new is None:
        return f"{label} cleared"
    if old == new:
        return f"{label} {_word(kind, field, new, zone)} chosen"
    if old is None:
        return f"{label} {_word(kind, field, new, zone)}"
    if field == "note":
        return "note changed"
    return f"{label} {_word(kind, field, old, zone)} → {_word(kind, field, new, zone)}"


def _word(kind: str, field: str, raw: Stored, zone: str) -> str:
    measure = measure_of(kind, field)
    if measure is None:
        return str(raw)
    if isinstance(measure.kind, Scale) and isinstance(raw, int):
        return str(raw)
    return word_of(kind, field, raw, zone)
