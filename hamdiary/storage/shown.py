"""The tables that show the current state, each row following from the journal's changes."""

import sqlite3
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from hamdiary.domain.journal import Change, Stored
from hamdiary.domain.things import measure_of
from hamdiary.storage.rows import TABLES, keys_of, shown_row


class ShownTable:
    """One kind's table, looked at once and then written to within one transaction."""

    def __init__(self, conn: sqlite3.Connection, kind: str) -> None:
        self._conn = conn
        self._kind = kind
        self._name = TABLES[kind].name
        self._columns = measured_columns(conn.execute, kind)
        self._ready = 0
        self._filled: Sequence[str] = ()

    def show(self, change: Change, values: Mapping[str, Stored]) -> None:
        """Let the row show `values`, which `change` has just brought about."""
        self.show_fields(change.id, change.fields, values, change.stamp.at_utc)

    def show_fields(
        self, thing: str, moved: Collection[str], values: Mapping[str, Stored], at_utc: str
    ) -> None:
        """Let a thing's row show `values`, of which only the `moved` ones can differ from it."""
        if any(self._is_new(name) for name in moved):
            self._add_columns()
        is_shown = any(value is not None for value in map(values.get, self._columns))
        # The index of notes refers to the row, so it goes before the row can go.
        noted = self._kind == "night" and "note" in moved
        if noted:
            self._forget_note(thing)
        if not is_shown:
            self._conn.execute(f"DELETE FROM {self._name} WHERE id = ?", (thing,))  # noqa: S608
            return
        if not self._update(thing, moved, values, at_utc):
            row = shown_row(values, self._columns) | {"changed_utc": at_utc, "id": thing}
            self._insert(row | keys_of(self._kind, thing))
        if noted and values.get("note"):
            self._index_note(thing)

    def make_ready(self, things: Sequence[tuple[str, Mapping[str, Stored], str]]) -> None:
        """Prepare rows of things that have none: id, values and when they were changed last.

        They wait in a temporary table, so that nobody has to wait while they are made.
        """
        self._ready = len(things)
        if not things:
            return
        alike = self._alike(things)
        self._filled = sorted({name for names in alike for name in names})
        known = ("row", "id", "changed_utc", *TABLES[self._kind].keys)
        waiting = f"ready_{self._name}"
        self._conn.execute(f"DROP TABLE IF EXISTS temp.{waiting}")
        columns = ", ".join(("row INTEGER PRIMARY KEY", *known[1:], *self._filled))
        self._conn.execute(f"CREATE TEMP TABLE {waiting} ({columns})")
        for names, rows in alike.items():
            given = (*known, *names)
            self._conn.executemany(
                f"INSERT INTO temp.{waiting} ({', '.join(given)}) "  # noqa: S608
                f"VALUES ({', '.join('?' * len(given))})",
                rows,
            )

    def show_ready(self) -> None:
        """Show what was made ready. The values are known to fit; SQLite does not check them."""
        from hamdiary.storage.bulk import in_bulk

        if not self._ready:
            return
        if any(self._is_new(name) for name in self._filled):
            self._add_columns()
        last = self._conn.execute(f"SELECT max(row) FROM {self._name}").fetchone()[0] or 0  # noqa: S608
        columns = ", ".join(["id", "changed_utc", *TABLES[self._kind].keys, *self._filled])
        with in_bulk(self._conn, self._name, self._ready):
            self._conn.execute(
                f"INSERT INTO {self._name} (row, {columns}) SELECT row + ?, {columns} "  # noqa: S608
                f"FROM temp.ready_{self._name} ORDER BY row",
                (last,),
            )
        if self._kind == "night":
            self._conn.execute(
                "INSERT INTO notes (rowid, note) SELECT row, note FROM nights "
                "WHERE row > ? AND note IS NOT NULL",
                (last,),
            )

    def _alike(
        self, things: Sequence[tuple[str, Mapping[str, Stored], str]]
    ) -> Mapping[tuple[str, ...], list[list[Stored]]]:
        """Rows by the columns that they fill: most of a night's columns are empty."""
        from hamdiary.domain.foreign import columns_of_kind

        parts, row = len(TABLES[self._kind].keys), 0
        shown = self._columns | columns_of_kind(self._kind).keys()
        alike: dict[tuple[str, ...], list[list[Stored]]] = {}
        for thing, values, at_utc in things:
            whole = None not in values.values() and values.keys() <= shown
            held = values if whole else _held(values, shown)
            if held:
                row += 1
                cells = [row, thing, at_utc, *thing.split("/")[:parts], *held.values()]
                alike.setdefault(tuple(held), []).append(cells)
        return alike

    def _is_new(self, field: str) -> bool:
        """Whether this version declares the field, but the table is of a version that did not."""
        return field not in self._columns and measure_of(self._kind, field) is not None

    def _add_columns(self) -> None:
        from hamdiary.storage.schema import add_missing_columns

        add_missing_columns(self._conn, TABLES[self._kind])
        self._columns = measured_columns(self._conn.execute, self._kind)

    def _update(
        self, thing: str, moved: Collection[str], values: Mapping[str, Stored], at_utc: str
    ) -> bool:
        """Write what can have moved; False if the thing has no row yet."""
        # All columns at once would have SQLite check every one of them: three times as slow.
        names = sorted(name for name in moved if name in self._columns)
        done = self._conn.execute(
            f"UPDATE {self._name} SET changed_utc = ?{''.join(f', {name} = ?' for name in names)} "  # noqa: S608
            "WHERE id = ?",
            [at_utc, *map(values.get, names), thing],
        )
        return done.rowcount == 1

    def _insert(self, row: dict[str, Stored]) -> None:
        row = {name: value for name, value in row.items() if value is not None}
        self._conn.execute(
            f"INSERT INTO {self._name} ({', '.join(row)}) "  # noqa: S608
            f"VALUES ({', '.join('?' * len(row))})",
            list(row.values()),
        )

    def _forget_note(self, thing: str) -> None:
        self._conn.execute(
            "DELETE FROM notes WHERE rowid = (SELECT row FROM nights WHERE id = ?)", (thing,)
        )

    def _index_note(self, thing: str) -> None:
        self._conn.execute(
            "INSERT INTO notes (rowid, note) SELECT row, note FROM nights WHERE id = ?", (thing,)
        )


def _held(values: Mapping[str, Stored], shown: Collection[str]) -> Mapping[str, Stored]:
    return {name: each for name, each in values.items() if each is not None and name in shown}


def measured_columns(query: Callable[[str], Iterable[sqlite3.Row]], kind: str) -> frozenset[str]:
    """The columns of a kind's table that hold recorded values, whoever declared them."""
    table = TABLES[kind]
    rows = query(f"PRAGMA table_info({table.name})")
    return frozenset(row["name"] for row in rows) - {"row", "id", "changed_utc", *table.keys}
