"""What was being typed when a diary was damaged, as its pages still say it."""

import sqlite3
from collections.abc import Iterable, Sequence

from hamdiary.domain.foreign import trouble_with
from hamdiary.domain.journal import Change, FieldChange, Ref, Stamp
from hamdiary.domain.measures import Text
from hamdiary.domain.text import is_blank
from hamdiary.domain.things import hamster_of, measure_of
from hamdiary.storage.drafts import Draft, keep_in
from hamdiary.storage.journal import changes_of
from hamdiary.storage.raw_pages import Value


def draft_from(values: Sequence[Value]) -> Draft | None:
    """The draft that a row may be; None if it is none."""
    match values:
        case (
            str(device), str(window), str(kind), str(thing), str(field), str(text),
            str() | None as base, str(at),
        ):  # fmt: skip
            measure = measure_of(kind, field)
            told = Change(
                Ref(1, device), Stamp(device, at, "UTC"), kind, thing, {field: FieldChange("x")}
            )
            if measure is not None and isinstance(measure.kind, Text) and not is_blank(text):
                fits = trouble_with(told) is None
                return Draft(device, window, kind, thing, field, text, base, at) if fits else None
    return None


def keep_what_is_new(
    conn: sqlite3.Connection, drafts: Iterable[Draft], erased: frozenset[str]
) -> int:
    """Keep the drafts for the next window to find; how many there are.

    A page of the past may hold one that was saved long ago: that is left.
    """
    kept = 0
    for draft in drafts:
        changes = changes_of(conn, draft.kind, draft.id)
        saved = [each.fields[draft.field].to for each in changes if draft.field in each.fields]
        if hamster_of(draft.id) not in erased and draft.text.strip() not in saved:
            keep_in(conn, draft)
            kept += 1
    return kept
