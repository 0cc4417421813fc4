"""Whatever happens to the file while it is open, nothing that was called saved is lost."""

import shutil
import sqlite3
import time
from pathlib import Path

import pytest
from on_disk import (
    EVENING,
    HAMSTER,
    beside,
    home_of,
    new_diary,
    output_of,
    record,
    reopened,
    started,
)

from hamdiary.storage.connection import DiaryFile, keep_on_disk
from hamdiary.storage.diary import Diary
from hamdiary.storage.errors import CannotCreate, DiaryBusy, DiskTrouble
from hamdiary.storage.inspecting import is_cut_short
from hamdiary.storage.opening import create_diary


def gait(folder: Path) -> object:
    with reopened(folder) as diary:
        return diary.night(HAMSTER, EVENING).gait


def test_every_write_waits_for_the_disk(diary: Diary) -> None:
    assert diary.file.rows("PRAGMA journal_mode")[0][0] == "wal"
    assert diary.file.number("PRAGMA synchronous") == 2


def test_closing_does_not_wait_for_a_program_that_reads_without_an_end(
    diary: Diary, tmp_path: Path
) -> None:
    """As Litestream does; otherwise each command would take as long as a writer is waited for."""
    record(diary, gait=3)
    replicating = sqlite3.connect(diary.file.path, isolation_level=None)
    replicating.execute("BEGIN")
    replicating.execute("SELECT count(*) FROM changes").fetchone()
    record(diary, gait=4)
    diary.file.rows("PRAGMA busy_timeout = 180000")  # so long it would last
    before = time.monotonic()
    diary.close()
    assert time.monotonic() - before < 90
    assert gait(tmp_path) == 4
    replicating.close()


def test_a_place_that_cannot_promise_that_is_refused() -> None:
    # A database in memory has no -wal, like one on some network drives.
    conn = sqlite3.connect(":memory:")
    with pytest.raises(DiskTrouble, match="cannot keep a diary safely"):
        keep_on_disk(conn)
    conn.close()


def test_the_connection_is_guarded(diary: Diary) -> None:
    wanted = {"foreign_keys": 1, "trusted_schema": 0, "cell_size_check": 1}
    assert {name: diary.file.number(f"PRAGMA {name}") for name in wanted} == wanted


def test_no_transaction_is_left_open_by_reading(diary: Diary) -> None:
    diary.hamsters()
    diary.search("slept")
    with diary.file.writing() as conn:
        assert conn.in_transaction
    assert not conn.in_transaction


def test_a_stray_transaction_does_not_swallow_what_comes_after(tmp_path: Path) -> None:
    with new_diary(tmp_path) as diary:
        diary.file.rows("BEGIN")
        diary.file.rows("UPDATE nights SET gait = 1")
        record(diary, gait=3)
    assert gait(tmp_path) == 3


def test_an_error_in_the_midst_of_a_write_leaves_nothing_of_it(tmp_path: Path) -> None:
    with new_diary(tmp_path) as diary:
        with pytest.raises(KeyError), diary.file.writing() as conn:
            conn.execute("INSERT INTO meta VALUES ('half', 'done')")
            raise KeyError
        assert diary.file.number("SELECT count(*) FROM meta") == 1


def test_a_file_that_was_replaced_takes_no_more_entries(tmp_path: Path) -> None:
    other = tmp_path / "other"
    new_diary(other).close()
    diary = new_diary(tmp_path)
    record(diary, gait=3)
    shutil.move(home_of(other).diary, diary.path)
    with pytest.raises(DiskTrouble, match="replaced or removed"):
        record(diary, gait=4)
    diary.close()


def test_a_file_that_was_removed_takes_no_more_entries(tmp_path: Path) -> None:
    diary = new_diary(tmp_path)
    diary.path.unlink()
    with pytest.raises(DiskTrouble, match="replaced or removed"):
        record(diary, gait=4)
    diary.close()
    assert not diary.path.exists()


def test_a_file_that_was_moved_away_and_back_goes_on(tmp_path: Path) -> None:
    with new_diary(tmp_path) as diary:
        away = diary.path.with_name("away.db")
        diary.path.rename(away)
        with pytest.raises(DiskTrouble):
            record(diary, gait=3)
        away.rename(diary.path)
        record(diary, gait=4)
    assert gait(tmp_path) == 4


@pytest.mark.parametrize("written_before", [True, False])
def test_a_cleaner_that_removes_the_wal_loses_nothing(tmp_path: Path, written_before: bool) -> None:
    diary = new_diary(tmp_path)
    if written_before:
        record(diary, gait=3)
    diary.path.with_name("diary.db-wal").unlink()
    with pytest.raises(DiskTrouble, match="removed"):
        record(diary, gait=4)
    diary.close()
    assert gait(tmp_path) == (3 if written_before else None)


def test_a_wal_removed_in_the_midst_of_a_write_loses_nothing(tmp_path: Path) -> None:
    code = """
diary = new_diary(folder)
with diary.file.writing() as conn:
    diary.path.with_name("diary.db-wal").unlink()
    conn.execute("INSERT INTO meta VALUES ('kept', 'yes')")
os._exit(0)
"""
    output_of(started(code, tmp_path))
    with reopened(tmp_path) as again:
        assert again.file.rows("SELECT value FROM meta WHERE name = 'kept'")[0][0] == "yes"


def test_everything_is_in_one_file_once_all_windows_are_closed(tmp_path: Path) -> None:
    first = new_diary(tmp_path)
    second = reopened(tmp_path)
    record(first, gait=3)
    record(second, gait=4)
    first.close()
    record(second, ate="all")
    second.close()
    assert beside(first.path) == {"diary.db"}
    shutil.copy(first.path, tmp_path / "copy.db")
    copy = sqlite3.connect(tmp_path / "copy.db")
    assert copy.execute("SELECT gait, ate FROM nights").fetchall() == [(4, "all")]
    copy.close()


def test_looking_at_the_file_again_does_not_give_away_its_locks(tmp_path: Path) -> None:
    # Any close() of the file in this process would drop SQLite's locks on it; then the next
    # program to leave would take the -wal away, and what is written after that with it.
    with new_diary(tmp_path) as diary:
        record(diary, gait=1)
        reopened(tmp_path).close()
        with pytest.raises(CannotCreate):
            create_diary(diary.path, home_of(tmp_path), anew=True)
        output_of(started("reopened(folder).close()", tmp_path))
        assert "diary.db-wal" in beside(diary.path)
        record(diary, gait=2)
    assert gait(tmp_path) == 2


def test_what_a_killed_process_had_saved_is_there(tmp_path: Path) -> None:
    new_diary(tmp_path).close()
    code = (
        "d = reopened(folder)\nrecord(d, gait=3)\nprint('saved', flush=True)\nsys.stdin.readline()"
    )
    process = started(code, tmp_path)
    assert process.stdout is not None and process.stdout.readline() == "saved\n"
    process.kill()
    process.communicate()
    assert gait(tmp_path) == 3


def test_each_window_sees_that_the_other_has_written(tmp_path: Path) -> None:
    with new_diary(tmp_path) as mine, reopened(tmp_path) as other:
        earlier = mine.version_seen()
        record(other, gait=3)
        assert mine.version_seen() != earlier
        assert mine.night(HAMSTER, EVENING).gait == 3


def test_two_windows_do_not_overwrite_what_the_other_recorded(tmp_path: Path) -> None:
    with new_diary(tmp_path) as mine, reopened(tmp_path) as other:
        record(other, gait=3)
        record(mine, ate="all")
        night = other.night(HAMSTER, EVENING)
        assert (night.gait, night.ate) == (3, "all")


def test_a_diary_that_another_program_holds_is_busy_not_broken(tmp_path: Path) -> None:
    with new_diary(tmp_path) as diary:
        diary.file.rows("PRAGMA busy_timeout = 50")
        shell = sqlite3.connect(diary.path, isolation_level=None)
        shell.execute("BEGIN IMMEDIATE")
        with pytest.raises(DiaryBusy, match="another program"):
            record(diary, gait=3)
        shell.execute("ROLLBACK")
        shell.close()
        record(diary, gait=4)
    assert gait(tmp_path) == 4


HOLD = """
from hamdiary.storage.lock import locked
with locked(home_of(folder).diary):
    print("held", flush=True)
    sys.stdin.readline()
"""


def test_a_writer_waits_for_another_and_then_says_busy(tmp_path: Path) -> None:
    from hamdiary.storage.lock import locked

    new_diary(tmp_path).close()
    process = started(HOLD, tmp_path)
    assert process.stdout is not None and process.stdout.readline() == "held\n"
    with pytest.raises(DiaryBusy, match="another hamdiary"), locked(home_of(tmp_path).diary, 0.05):
        pass
    process.kill()
    process.communicate()
    with locked(home_of(tmp_path).diary, 0.05):
        pass


def test_a_lock_of_a_killed_writer_holds_nobody_up(tmp_path: Path) -> None:
    new_diary(tmp_path).close()
    process = started(HOLD, tmp_path)
    assert process.stdout is not None and process.stdout.readline() == "held\n"
    process.kill()
    process.communicate()
    assert output_of(started("with reopened(folder) as d: record(d, gait=3)", tmp_path)) == ""
    assert gait(tmp_path) == 3


class Looking(DiaryFile):
    """A look at a diary during which somebody else writes, just before the pages are counted."""

    meanwhile = staticmethod(lambda: None)

    def number(self, sql: str, values: tuple[object, ...] = ()) -> int:
        if sql == "PRAGMA page_count":
            self.meanwhile()
        return super().number(sql, values)


@pytest.mark.parametrize("brought_home", [False, True])
def test_a_diary_that_grows_while_it_is_looked_at_is_not_taken_for_a_damaged_one(
    tmp_path: Path, brought_home: bool
) -> None:
    new_diary(tmp_path).close()
    path = home_of(tmp_path).diary
    other = sqlite3.connect(path, isolation_level=None)

    def write() -> None:
        other.execute("CREATE TABLE much (text)")
        other.execute("INSERT INTO much VALUES (zeroblob(100000))")
        if brought_home:
            other.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    file = Looking(path)
    try:
        before = path.stat().st_size
        file.meanwhile = write
        assert not is_cut_short(file)
        # Unless all is brought home, the file alone is shorter than the diary is: that is no harm.
        assert (path.stat().st_size > before) is brought_home
    finally:
        file.close()
        other.close()
