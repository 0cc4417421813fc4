"""What the pages of a damaged diary hold, each known by what stands on it.

A page is known by the tree that it hangs in; where what leads to it is lost, by its rows: a change
of the journal looks like nothing else, and a thing's row names the thing and has to fit what the
file itself declares of its table. A row that could be of two tables is left.
"""

import re
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing, suppress

from hamdiary.domain.foreign import names_a_thing, trouble_with
from hamdiary.domain.journal import Change, Ref
from hamdiary.storage.drafts import Draft
from hamdiary.storage.drafts_left import draft_from
from hamdiary.storage.marks import ERASED, FLOOR
from hamdiary.storage.raw_pages import TABLE_BRANCH, TABLE_LEAF, Cell, RawPages, Value
from hamdiary.storage.rows import TABLES, change_with, keys_of

Row = Mapping[str, Value]
"""A thing's row, by its table's columns."""

_DECLARES = re.compile(r'CREATE TABLE "?([a-z_]+)"? ?\(')
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


class Carved:
    """All that the pages of a file still say; nothing of it is looked up through SQLite."""

    def __init__(self, pages: RawPages) -> None:
        self._pages = pages
        self._children = pages.children()
        self._cells = list(pages.cells())
        self._tables = self._declared()
        self._tables_of = {
            page: name for name, (root, _) in self._tables.items() for page in self._below(root)
        }
        # Pages that nothing leads to may be of the past: what hangs in a tree comes after them.
        self._cells.sort(key=lambda cell: cell.page in self._tables_of)
        told = ((cell.row, _change(cell.values)) for cell in self._cells)
        self._journal = {change.ref: (row, change) for row, change in told if change is not None}

    def changes(self) -> list[Change]:
        """The journal's changes that can be read, in its order."""
        return [change for _, (_, change) in sorted(self._journal.items())]

    def lost(self) -> int:
        """How many changes are known to have been there, and cannot be read."""
        named = {
            Ref(values[1], values[0])
            for values in self._pages.index_entries()
            if len(values) == 3
            and isinstance(values[0], str)
            and isinstance(values[1], int)
            and isinstance(values[2], int)
        }
        # The journal's rows are counted from 1 and never go one by one.
        last = max((row for row, _ in self._journal.values()), default=0)
        return max(len(named - self._journal.keys()), last - len(self._journal), 0)

    def meta(self) -> dict[str, str]:
        """What the diary notes about itself: its id, what was erased, how far it has counted."""
        found: dict[str, str] = {}
        for cell in self._cells:
            match cell.values:
                case (str(name), str(value)) if _is_note(name, value):
                    found[name] = value
        return found

    def drafts(self) -> list[Draft]:
        """What was being typed in each field, as it was kept last."""
        place = "drafts" if "drafts" in self._tables and self._has_tree("drafts") else None
        found = [
            draft
            for cell in self._cells
            if self._tables_of.get(cell.page) == place
            for draft in [draft_from(cell.values)]
            if draft is not None
        ]
        return sorted(found, key=lambda each: each.at_utc)

    def rows(self) -> dict[str, list[Row]]:
        """By kind: the rows of its table, each thing's latest."""
        kinds: dict[str, set[str]] = {}
        for _, change in self._journal.values():
            kinds.setdefault(change.id, set()).add(change.kind)
        latest: dict[tuple[str, str], tuple[tuple[bool, str], Row]] = {}
        declared = {name: sql for name, (_, sql) in self._tables.items()}
        with closing(_Sieve(declared)) as sieve:
            for cell in self._cells:
                kind, row = self._thing(cell, sieve, kinds)
                if kind is not None:
                    age = (cell.page in self._tables_of, str(row["changed_utc"]))
                    known = latest.get((kind, str(row["id"])))
                    if known is None or age >= known[0]:
                        latest[kind, str(row["id"])] = age, row
        return {
            kind: [row for (of, _), (_, row) in latest.items() if of == kind] for kind in TABLES
        }

    def unread(self, rows: Mapping[str, Sequence[Row]]) -> list[str]:
        """The tables of which nothing could be read."""
        names = [] if self._journal else ["changes"]
        names += [TABLES[kind].name for kind, found in rows.items() if not found]
        return [name for name in names if name in self._tables and not self._has_tree(name)]

    def _declared(self) -> dict[str, tuple[int, str]]:
        """The tables that the file declares: their first pages and how they are made."""
        schema, found = self._below(1), []
        for cell in self._cells:
            match cell.values:
                case ("table", str(name), _, int(root), str(sql)) if 1 < root <= self._pages.count:
                    declares = _DECLARES.match(sql)
                    if declares and declares[1] == name:
                        found.append((cell.page in schema, len(sql), name, root, sql))
        return {name: (root, sql) for _, _, name, root, sql in sorted(found)}

    def _below(self, root: int) -> set[int]:
        """The pages of the tree that begins at a page."""
        found, ahead = {root}, [root]
        while ahead:
            new = set(self._children.get(ahead.pop(), ())) - found
            found |= new
            ahead += new
        return found

    def _has_tree(self, name: str) -> bool:
        at = (self._tables[name][0] - 1) * self._pages.size
        return self._pages.content[at] in (TABLE_LEAF, TABLE_BRANCH)

    def _thing(
        self, cell: Cell, sieve: "_Sieve", kinds: Mapping[str, set[str]]
    ) -> tuple[str, Row] | tuple[None, Row]:
        """The kind and the row of the thing that a cell tells of; no kind if that is not sure."""
        table = self._tables_of.get(cell.page)
        found = [
            (kind, row)
            for kind, each in TABLES.items()
            if table in (None, each.name)
            for row in [sieve.row(kind, cell.values)]
            if row is not None and (table or kind in kinds.get(str(row["id"]), TABLES))
        ]
        return found[0] if len(found) == 1 else (None, {})


class _Sieve:
    """The tables as the file declares them, empty, to hold rows against them."""

    def __init__(self, declared: Mapping[str, str]) -> None:
        self._conn = sqlite3.connect(":memory:", isolation_level=None)
        self._conn.row_factory = sqlite3.Row
        self._columns: dict[str, list[str]] = {}
        for kind, table in TABLES.items():
            with suppress(sqlite3.Error):
                self._conn.execute(declared.get(table.name, ""))
                columns = self._conn.execute(f"PRAGMA table_info({table.name})").fetchall()
                self._columns[kind] = [each["name"] for each in columns]

    def row(self, kind: str, values: Sequence[Value]) -> Row | None:
        """The values by their columns, if they can be a row of that kind's table."""
        columns = self._columns.get(kind, [])
        if len(values) > len(columns) or not values or values[0] is not None:
            return None
        if not _names_itself(kind, dict(zip(columns, values, strict=False))):
            return None
        return self._fitting(TABLES[kind].name, columns[: len(values)], values)

    def _fitting(self, table: str, columns: Sequence[str], values: Sequence[Value]) -> Row | None:
        self._conn.execute("BEGIN")
        try:
            self._conn.execute(
                f"INSERT INTO {table} ({', '.join(columns)}) "  # noqa: S608
                f"VALUES ({', '.join('?' * len(values))})",
                values,
            )
            return dict(self._conn.execute(f"SELECT * FROM {table}").fetchone())  # noqa: S608
        except (sqlite3.Error, UnicodeError):
            return None
        finally:
            self._conn.execute("ROLLBACK")

    def close(self) -> None:
        """Let it go."""
        self._conn.close()


def _names_itself(kind: str, row: Row) -> bool:
    """Whether a row names a thing of that kind, with what follows from its id, and a time."""
    thing, at = row.get("id"), row.get("changed_utc")
    if not isinstance(thing, str) or not isinstance(at, str) or not _MOMENT.fullmatch(at):
        return False
    if not names_a_thing(kind, thing):
        return False
    return all(row.get(name) == value for name, value in keys_of(kind, thing).items())


def _change(values: Sequence[Value]) -> Change | None:
    match values[:10]:
        case (
            str(device), int(lamport), str(at), str(zone), str() | None as carer,
            str(kind), str(thing), str(fields), str() | None as undoes, str() | None as redoes,
        ):  # fmt: skip
            with suppress(ValueError, TypeError, KeyError, AttributeError, RecursionError):
                told = (device, lamport, at, zone, carer, kind, thing, fields, undoes, redoes)
                change = change_with(*told)
                return change if trouble_with(change) is None else None
    return None


def _is_note(name: str, value: str) -> bool:
    if name == "diary_id":
        return re.fullmatch("[0-9a-f]{32}", value) is not None
    return (name == FLOOR and value.isdecimal()) or (name.startswith(ERASED) and value == "1")
