"""Making an empty diary the copy of one that was written into a file."""

import sqlite3
from collections.abc import Iterable, Sequence

from hamdiary.domain.journal import Change
from hamdiary.domain.language import t
from hamdiary.storage.bulk import roomy
from hamdiary.storage.diary import Diary
from hamdiary.storage.marks import erased_in, note_erased
from hamdiary.storage.merging import take_into
from hamdiary.storage.sorting_out import NotOurs, Taken


def is_empty(diary: Diary) -> bool:
    """Whether nothing was ever written in the diary."""
    return not diary.file.rows("SELECT 1 FROM changes LIMIT 1")


def adopt(diary: Diary, changes: Sequence[Change], becomes: str, gone: Iterable[str]) -> Taken:
    """Let an empty diary become the one named `becomes`: all of it, or nothing.

    `gone` are the hamsters that were erased there for good; no merge brings them back. NotOurs if
    a change is none, or if somebody has begun to write in the diary.
    """
    with roomy(diary.file), diary.file.writing() as conn:
        if conn.execute("SELECT 1 FROM changes LIMIT 1").fetchone() is not None:
            raise NotOurs(
                t("somebody has begun to write in the diary; nothing was taken, try again")
            )
        try:
            taken = take_into(conn, changes)
        except sqlite3.IntegrityError as error:
            raise NotOurs(t("a change cannot be shown in a table; nothing was taken")) from error
        conn.execute("UPDATE meta SET value = ? WHERE name = 'diary_id'", (becomes,))
        for hamster in gone:
            note_erased(conn, hamster)
    return taken


def erased_for_good(diary: Diary) -> list[str]:
    """The ids of hamsters that were erased from the diary for good."""
    return sorted(erased_in(diary.file.rows("SELECT * FROM meta")))
