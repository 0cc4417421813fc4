"""Which evenings there are to look back on, found without reading what was recorded of them."""

import json
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from hamdiary.domain.measures import Choice, Kind, Scale, Value, columns_of
from hamdiary.domain.night import Night
from hamdiary.storage.diary import Diary
from hamdiary.storage.rows import nights_of
from hamdiary.storage.search import conditions


def nights_on(diary: Diary, hamster: str, evenings: Iterable[date]) -> list[Night]:
    """The recorded nights among these evenings, in no order."""
    rows = diary.file.rows(
        "SELECT * FROM nights WHERE hamster = ? AND evening IN (SELECT value FROM json_each(?))",
        (hamster, json.dumps([evening.isoformat() for evening in evenings])),
    )
    return nights_of(rows)


def evenings_after(diary: Diary, hamster: str, evening: date) -> list[date]:
    """Recorded evenings later than that one, newest first: entries made for days to come."""
    return _evenings(diary, "evening > ?", hamster, [evening.isoformat()])


def evenings_with_note(diary: Diary, hamster: str) -> list[date]:
    """Evenings that have a note, newest first."""
    return _evenings(diary, "note IS NOT NULL", hamster, [])


def evenings_found(diary: Diary, hamster: str, words: str) -> list[date]:
    """Evenings whose note holds all the words, newest first; matched as `Diary.search` does."""
    for condition, values in conditions(words):
        found = _evenings(diary, condition, hamster, values)
        if found:
            return found
    return []


def evenings_missing(diary: Diary, hamster: str, last: date) -> list[date]:
    """Evenings from the first recorded one up to `last` without a record, newest first."""
    # Whole gaps are asked for, because recorded nights may be many and gaps are few.
    rows = diary.file.rows(
        "SELECT evening, next FROM ("
        "SELECT evening, lead(evening, 1, date(?2, '+1 day')) OVER (ORDER BY evening) AS next "
        "FROM nights WHERE hamster = ?1 AND evening <= ?2"
        ") WHERE julianday(next) - julianday(evening) > 1 ORDER BY evening DESC",
        (hamster, last.isoformat()),
    )
    return [evening for row in rows for evening in _between(row["evening"], row["next"])]


def _between(before: str, after: str) -> list[date]:
    first, end = date.fromisoformat(before), date.fromisoformat(after)
    return [end - timedelta(days=back) for back in range(1, (end - first).days)]


def _evenings(diary: Diary, condition: str, hamster: str, values: Sequence[str]) -> list[date]:
    rows = diary.file.rows(
        f"SELECT evening FROM nights WHERE {condition} AND hamster = ? "  # noqa: S608
        "ORDER BY evening DESC",
        (*values, hamster),
    )
    return [date.fromisoformat(row["evening"]) for row in rows]


def first_weighed(diary: Diary, hamster: str, count: int) -> list[Night]:
    """The first `count` nights ever on which the hamster was weighed with pouches not full."""
    rows = diary.file.rows(
        "SELECT * FROM nights WHERE hamster = ? AND weight_g IS NOT NULL "
        "AND pouches_empty IS NOT 'no' ORDER BY evening LIMIT ?",
        (hamster, count),
    )
    return nights_of(rows)


def recorded_between(
    diary: Diary, hamster: str, columns: Sequence[str], first: date, last: date
) -> dict[str, dict[date, Value]]:
    """What some columns hold from `first` to `last`, each by evening, oldest first.

    Whole nights would take ten times as long to read, which a ten-year plot would show.
    """
    known = dict(columns_of(Night))
    assert known.keys() >= set(columns)
    rows = diary.file.rows(
        f"SELECT evening, {', '.join(columns)} FROM nights "  # noqa: S608
        "WHERE hamster = ? AND evening BETWEEN ? AND ? ORDER BY evening",
        (hamster, first.isoformat(), last.isoformat()),
    )
    evenings = [date.fromisoformat(row[0]) for row in rows]
    found: dict[str, dict[date, Value]] = {}
    for place, name in enumerate(columns, 1):
        values = (row[place] for row in rows)
        kept = {on: value for on, value in zip(evenings, values, strict=True) if value is not None}
        found[name] = _with_unseen(kept, known[name].kind)
    return found


def _with_unseen(values: dict[date, Value], kind: Kind) -> dict[date, Value]:
    unseen = kind.unseen if isinstance(kind, Scale | Choice) else None
    if unseen is None:
        return values
    word = unseen.value
    return {on: unseen if value == word else value for on, value in values.items()}
