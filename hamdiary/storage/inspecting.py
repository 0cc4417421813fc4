"""Single looks at an open diary file, for `hamdiary doctor`; nothing is changed by them."""

from hamdiary.domain.language import t
from hamdiary.storage.connection import APPLICATION_ID, DiaryFile
from hamdiary.storage.diary_files import is_at_rest
from hamdiary.storage.errors import DiaryBusy, DiaryTrouble, NotPermitted

MOST_FAULTS = 20
"""Faults after which SQLite stops counting them."""


def why_no_diary(file: DiaryFile) -> str | None:
    """Why the file is no diary or not all of one, in words; None if it is whole."""
    if file.number("PRAGMA application_id") != APPLICATION_ID:
        return t("{path} is no hamdiary diary").format(path=file.path)
    if is_cut_short(file):
        return t("{path} is cut short").format(path=file.path)
    if not file.rows("SELECT 1 FROM meta WHERE name = 'diary_id'"):
        return t("{path} has lost its own id").format(path=file.path)
    return None


def is_cut_short(file: DiaryFile) -> bool:
    """Whether the file lacks pages that are nowhere else.

    Others may write meanwhile: what was committed when the pages were counted stands in the log,
    and a log that is empty after that has been brought home into the file. In another order of
    these three looks a whole diary would be taken for a damaged one.
    """
    expected = file.number("PRAGMA page_count") * file.number("PRAGMA page_size")
    return is_at_rest(file.path) and file.path.stat().st_size < expected


def damage(file: DiaryFile) -> list[str]:
    """SQLite's faults, each without a word of the diary; empty if the file is whole."""
    found = [str(row[0]) for row in file.rows(f"PRAGMA integrity_check({MOST_FAULTS})")]
    return [] if found == ["ok"] else [each.splitlines()[0][:100] for each in found]


def broken_references(file: DiaryFile) -> int:
    """How many rows name a row of another table that is not there."""
    return len(file.rows("PRAGMA foreign_key_check"))


def index_trouble(file: DiaryFile) -> str | None:
    """What is wrong with the full-text index; None if it finds every note, or cannot be asked.

    FTS5 answers only to a write, which is taken back.
    """
    if file.read_only:
        return None
    try:
        file.rows("BEGIN IMMEDIATE")
        try:
            file.rows("INSERT INTO notes (notes, rank) VALUES ('integrity-check', 0)")
        finally:
            file.rows("ROLLBACK")
    except (DiaryBusy, NotPermitted):
        return None
    except DiaryTrouble:
        return t("the index of notes is damaged; search may not find all")
    return None


def has_litestream(file: DiaryFile) -> bool:
    """Whether Litestream keeps its own two tables in the diary."""
    count = file.number(
        "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name LIKE '\\_litestream\\_%' "
        "ESCAPE '\\'"
    )
    return count > 0
