"""Comparing the tables with what the journal says they must be."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from hamdiary.domain.conflicts import conflicts_among
from hamdiary.domain.journal import Stored
from hamdiary.domain.language import t, tn
from hamdiary.storage.collecting import collecting_later
from hamdiary.storage.diary import Diary
from hamdiary.storage.diary_files import uri_of
from hamdiary.storage.replaying import Replayed, replayed
from hamdiary.storage.rows import TABLES, keys_of
from hamdiary.storage.shown import measured_columns


def differences(diary: Diary) -> list[str]:
    """One line for each damage found and each row that does not follow from the journal."""
    rows = diary.file.rows
    damage = [str(row[0]) for row in rows("PRAGMA integrity_check") if row[0] != "ok"]
    return [*damage, *unlike_the_journal(diary)]


@collecting_later
def unlike_the_journal(diary: Diary) -> list[str]:
    """One line for each row, note and open question that does not follow from the journal."""
    state = replayed(diary.file)
    unreadable = [
        t("changes: {name} cannot be read").format(name=name) for name in state.unreadable
    ]
    found = [line for kind in TABLES for line in _in_table(diary, kind, state)]
    return [*unreadable, *found, *_in_notes(diary), *_in_conflicts(diary, state)]


def _in_table(diary: Diary, kind: str, state: Replayed) -> Iterator[str]:
    table = TABLES[kind]
    measured = [*measured_columns(diary.file.rows, kind)]
    columns = [*table.keys, *measured]
    listed = ", ".join(["id", *columns])
    rows = diary.file.plain_rows(f"SELECT {listed} FROM {table.name}")  # noqa: S608
    shown = {row[0]: row for row in rows}
    parts, nothing = len(table.keys), len(measured)
    for thing, values, _ in state.of_kind(kind):
        row = shown.pop(thing, ())
        # Nearly all are as they must be, which is seen without taking them apart.
        if row != (thing, *thing.split("/")[:parts], *map(values.get, measured)) or (
            row.count(None) == nothing
        ):
            yield from _in_row(
                table.name,
                thing,
                _expected(kind, thing, values, measured),
                {
                    name: value
                    for name, value in zip(columns, row[1:], strict=False)
                    if value is not None
                },
            )
    for thing in shown:
        yield t("{table}: {thing} is shown, but no change made it").format(
            table=table.name, thing=thing
        )


def _expected(
    kind: str, thing: str, values: Mapping[str, Stored], measured: Sequence[str]
) -> dict[str, Stored]:
    found = {name: values[name] for name in measured if values.get(name) is not None}
    return found | keys_of(kind, thing) if found else {}


def _in_row(
    table: str, thing: str, expected: dict[str, Stored], row: dict[str, Stored]
) -> Iterator[str]:
    if row == expected:
        return
    if not row:
        yield t("{table}: {thing} is not shown").format(table=table, thing=thing)
    elif not expected:
        yield t("{table}: {thing} is shown, but nothing of it is recorded any more").format(
            table=table, thing=thing
        )
    else:
        for name in sorted(expected.keys() | row):
            if row.get(name) != expected.get(name):
                yield t("{table}: {thing} shows another {field} than the journal says").format(
                    table=table, thing=thing, field=name
                )


def _in_notes(diary: Diary) -> Iterator[str]:
    """The full-text index holds exactly the notes that are shown."""
    rows = diary.file.rows(
        "SELECT nights.id AS id, nights.note AS shown, notes.note AS indexed FROM nights "
        "LEFT JOIN notes ON notes.rowid = nights.row WHERE nights.note IS NOT notes.note"
    )
    for row in rows:
        yield t("notes: the index of {thing} does not hold its note").format(thing=row["id"])
    lost = diary.file.number(
        "SELECT count(*) FROM notes WHERE rowid NOT IN (SELECT row FROM nights)"
    )
    if lost:
        yield tn(
            "notes: {n} note in the index belongs to no night",
            "notes: {n} notes in the index belong to no night",
            lost,
        ).format(n=lost)


def _in_conflicts(diary: Diary, state: Replayed) -> Iterator[str]:
    """The table of conflicts names exactly the questions that are open."""
    named = {tuple(row) for row in diary.file.rows("SELECT kind, id, field FROM conflicts")}
    open_now = {
        (kind, thing, each.field)
        for (kind, thing), standing in state.standing.items()
        if kind in TABLES
        for each in conflicts_among(kind, thing, standing)
    }
    for kind, thing, field in sorted(open_now - named):
        yield t(
            "conflicts: {field} of the {kind} {thing} has several values, but is not named"
        ).format(field=field, kind=kind, thing=thing)
    for kind, thing, field in sorted(named - open_now):
        yield t("conflicts: {field} of the {kind} {thing} is named, but has one value").format(
            field=field, kind=kind, thing=thing
        )


def damage_of(path: Path) -> str | None:
    """What is wrong with a diary's file by SQLite's quick check, in words; None if it is whole.

    Opens the file on its own, so that it can run in another thread while the diary is in use.
    """
    try:
        conn = sqlite3.connect(f"{uri_of(path)}?mode=ro", uri=True, timeout=10)
        try:
            whole = conn.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
        finally:
            conn.close()
    except sqlite3.OperationalError:
        return None  # busy, or gone: whoever writes next will say so
    except sqlite3.DatabaseError:
        whole = False
    if whole:
        return None
    return t("{path} is damaged; what is shown may be incomplete").format(path=path)
