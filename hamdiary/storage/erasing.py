"""Taking every trace of a hamster out of a diary, for good: the one thing that cannot be undone.

The journal is append-only. Its guard is taken down and put up again within the one transaction in
which the changes go; a kill leaves all of it or nothing.
"""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from hamdiary.storage.backup import as_it_is
from hamdiary.storage.diary import Diary
from hamdiary.storage.errors import DiaryTrouble
from hamdiary.storage.guard import GuardDown
from hamdiary.storage.marks import begin_generation, highest, note_erased
from hamdiary.storage.notes_index import make_notes_index_anew
from hamdiary.storage.rows import TABLES
from hamdiary.storage.sqlite_errors import in_words

_ITS = "(id = ?1 OR substr(id, 1, length(?1) + 1) = ?1 || '/')"


def erase(diary: Diary, hamster: str) -> int:
    """Remove a hamster and all that belongs to it; how many changes went.

    All of it or nothing; what was deleted is overwritten. `shrink` is to follow.
    """
    diary.file.rows("PRAGMA secure_delete = ON")
    with diary.file.writing() as conn:
        floor = highest(conn)
        with GuardDown(conn):
            gone = conn.execute(f"DELETE FROM changes WHERE {_ITS}", (hamster,)).rowcount  # noqa: S608
        for table in (*(each.name for each in TABLES.values()), "drafts", "conflicts"):
            conn.execute(f"DELETE FROM {table} WHERE {_ITS}", (hamster,))  # noqa: S608
        conn.execute(
            "DELETE FROM device_settings WHERE instr(name, ?1) > 0 OR instr(value, ?1) > 0",
            (hamster,),
        )
        make_notes_index_anew(conn)
        begin_generation(conn, floor)
        note_erased(conn, hamster)
    return int(gone)


def holding(files: list[Path], hamster: str) -> Iterator[Path]:
    """Which of these backups still hold something of that hamster.

    One that cannot be read counts as holding it: nobody can tell.
    """
    for path in files:
        try:
            with in_words(path), closing(as_it_is(path)) as conn:
                found = conn.execute(f"SELECT 1 FROM changes WHERE {_ITS} LIMIT 1", (hamster,))  # noqa: S608
                if found.fetchone():
                    yield path
        except (DiaryTrouble, OSError):
            yield path
