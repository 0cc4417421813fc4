"""What one file of a diary holds that another does not."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

from hamdiary.domain.compared import Compared, Side
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import t
from hamdiary.domain.things import evening_of_thing
from hamdiary.storage.backup import unchanging
from hamdiary.storage.diary_files import uri_of
from hamdiary.storage.sqlite_errors import in_words


def compared(path: Path, backup: Path) -> Compared:
    """What would be lost and gained if the backup took the place of the diary at `path`.

    DiaryTrouble if one of them cannot be read.
    """
    with closing(_as_it_stands(path)) as conn:
        with in_words(path):
            present = _held(conn, "main")
        with in_words(backup):
            conn.execute("ATTACH ? AS other", (unchanging(backup),))
            other = _held(conn, "other")
        with in_words(path):
            lost, gained = _alone(conn, "main", "other"), _alone(conn, "other", "main")
            devices = conn.execute("SELECT count(DISTINCT device) FROM main.changes").fetchone()[0]
    touched = {*lost, *gained}
    changed = touched & present.nights & other.nights
    return Compared(
        _side(present, other, len(lost)),
        _side(other, present, len(gained)),
        len(changed),
        _evenings(changed),
        devices > 1,
    )


@dataclass(frozen=True)
class _Held:
    nights: set[str]
    hamsters: dict[str, str]


def _held(conn: sqlite3.Connection, schema: str) -> _Held:
    nights = conn.execute(f"SELECT id FROM {schema}.nights").fetchall()  # noqa: S608
    hamsters = conn.execute(f"SELECT id, name FROM {schema}.hamsters ORDER BY row").fetchall()  # noqa: S608
    return _Held(
        {thing for (thing,) in nights},
        {thing: name or t("a hamster without a name") for thing, name in hamsters},
    )


def _alone(conn: sqlite3.Connection, mine: str, others: str) -> list[str]:
    """What the changes are about that only one of the two has, one id for each change."""
    # SQLite looks each up in the other's index: bringing all of ten years here takes far longer.
    rows = conn.execute(
        f"SELECT id FROM {mine}.changes AS mine WHERE NOT EXISTS (SELECT 1 "  # noqa: S608
        f"FROM {others}.changes AS o WHERE o.device = mine.device AND o.lamport = mine.lamport)"
    ).fetchall()
    return [thing for (thing,) in rows]


def _side(mine: _Held, others: _Held, changes: int) -> Side:
    alone = (name for thing, name in mine.hamsters.items() if thing not in others.hamsters)
    nights = mine.nights - others.nights
    return Side(changes, len(nights), _evenings(nights), tuple(alone))


def _evenings(nights: set[str]) -> tuple[date, ...]:
    found = {evening_of_thing("night", night) for night in nights}
    return tuple(sorted(filter(None, found), reverse=True))


def _as_it_stands(path: Path) -> sqlite3.Connection:
    with in_words(path):
        conn = sqlite3.connect(
            f"{uri_of(path)}?mode=ro", uri=True, timeout=10, isolation_level=None
        )
        conn.execute("PRAGMA trusted_schema=OFF")
        return conn
