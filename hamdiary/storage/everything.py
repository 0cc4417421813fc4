"""Reading all there is, table by table and change by change, for what leaves the diary."""

from collections.abc import Mapping

from hamdiary.domain.journal import Change, Stored
from hamdiary.domain.things import hamster_of
from hamdiary.storage.diary import Diary
from hamdiary.storage.rows import TABLES, change_of
from hamdiary.storage.shown import measured_columns

Row = Mapping[str, Stored]
"""A thing's id, keys and recorded fields by name; None is not recorded."""


def rows_of(diary: Diary, kind: str, hamster: str | None = None) -> list[Row]:
    """Every thing of a kind as it stands, of all hamsters or one, by hamster and time."""
    table = TABLES[kind]
    columns = measured_columns(diary.file.rows, kind)
    if not columns:
        return []  # of an older format, which cannot be brought up to date here
    owner = "hamster" if "hamster" in table.keys else "id"
    order = "hamster, evening" if table.keys[:2] == ("hamster", "evening") else "row"
    names = ["id", *table.keys, *sorted(columns)]
    rows = diary.file.rows(
        f"SELECT {', '.join(names)} FROM {table.name} "  # noqa: S608
        f"WHERE ?1 IS NULL OR {owner} = ?1 ORDER BY {order}",
        (hamster,),
    )
    return [dict(row) for row in rows]


def all_changes(diary: Diary, hamster: str | None = None) -> list[Change]:
    """The whole journal in its order, or what of it is about one hamster."""
    rows = diary.file.rows("SELECT * FROM changes ORDER BY lamport, device")
    changes = map(change_of, rows)
    return [each for each in changes if hamster is None or hamster_of(each.id) == hamster]


def changes_after(diary: Diary, last: int) -> tuple[list[Change], int]:
    """What came into the journal after that place in it, and its last place now."""
    rows = diary.file.rows(
        "SELECT rowid AS place, * FROM changes WHERE rowid > ? ORDER BY rowid", (last,)
    )
    return list(map(change_of, rows)), rows[-1]["place"] if rows else last


def count_up_to(diary: Diary, last: int) -> int:
    """How many changes stand up to that place of the journal; erasing makes them fewer."""
    return diary.file.number("SELECT count(*) FROM changes WHERE rowid <= ?", (last,))
