"""Changes in a few words, for a card beside the night: "gait 2 → 3", "18 signs no"."""

from collections.abc import Sequence

from hamdiary.domain.journal import Change, Stored, before
from hamdiary.domain.language import t, tn
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
    mark = t("undone: ") if change.undoes else t("redone: ") if change.redoes else ""
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
        parts.append(_signs(kind, signs))
    return ", ".join(parts) or t("nothing left to change")


def _signs(kind: str, signs: Moved) -> str:
    """Many signs with the answer that all have now, or that they were changed."""
    n, (name, *_) = len(signs), signs
    answer, *others = {new for _, new in signs.values()}
    if others:
        return tn("{n} sign changed", "{n} signs changed", n).format(n=n)
    if answer is None:
        return tn("{n} sign cleared", "{n} signs cleared", n).format(n=n)
    answered = word_of(kind, name, answer, "UTC")
    return tn("{n} sign {answer}", "{n} signs {answer}", n).format(n=n, answer=answered)


def _brief(kind: str, field: str, old: Stored, new: Stored, zone: str) -> str:
    label = label_of(kind, field)
    if new is None:
        return t("{label} cleared").format(label=label)
    if old == new:
        return t("{label} {value} chosen").format(label=label, value=_word(kind, field, new, zone))
    if old is None:
        return f"{label} {_word(kind, field, new, zone)}"
    if field == "note":
        return t("note changed")
    return f"{label} {_word(kind, field, old, zone)} → {_word(kind, field, new, zone)}"


def _word(kind: str, field: str, raw: Stored, zone: str) -> str:
    measure = measure_of(kind, field)
    if measure is None:
        return str(raw)
    if isinstance(measure.kind, Scale) and isinstance(raw, int):
        return str(raw)
    return word_of(kind, field, raw, zone)
