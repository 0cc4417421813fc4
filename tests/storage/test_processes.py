"""Several programs at once: every one gets its turn, and nobody's entry is lost."""

import sqlite3
from pathlib import Path

from on_disk import at_once, home_of, new_diary, record, reopened, started

from hamdiary.storage.checking import differences
from hamdiary.storage.version import SCHEMA_VERSION

ROUNDS = 500

COUNT_UP = """
rounds, guarded = int(sys.argv[2]), sys.argv[3] == "guarded"
if not guarded:
    import contextlib, hamdiary.storage.connection as connection
    connection.locked = lambda *given, **named: contextlib.nullcontext()
diary = reopened(folder)
diary.file.rows(f"PRAGMA busy_timeout = {LONG[0] * 1000:.0f}")
wait_for_the_others()
for _ in range(rounds):
    with diary.file.writing() as conn:
        so_far = int(conn.execute("SELECT value FROM meta WHERE name = 'count'").fetchone()[0])
        conn.execute("UPDATE meta SET value = ? WHERE name = 'count'", (str(so_far + 1),))
diary.close()
"""


def counted(folder: Path, guarded: str) -> str:
    with new_diary(folder) as diary, diary.file.writing() as conn:
        conn.execute("INSERT INTO meta VALUES ('count', '0')")
    at_once([started(COUNT_UP, folder, ROUNDS // 2, guarded) for _ in range(2)])
    with reopened(folder) as diary:
        return str(diary.file.rows("SELECT value FROM meta WHERE name = 'count'")[0][0])


def test_two_processes_that_read_then_write_get_every_turn(tmp_path: Path) -> None:
    assert counted(tmp_path, "guarded") == str(ROUNDS)


def test_they_do_even_if_the_lock_beside_the_diary_did_not_hold(tmp_path: Path) -> None:
    assert counted(tmp_path, "unguarded") == str(ROUNDS)


WRITE_NIGHTS = """
with reopened(folder) as diary:
    wait_for_the_others()
    for number in range(60):
        record(diary, sys.argv[2], water_ml=float(number), note=f"{sys.argv[2]} {number}")
        if number % 3 == 0:
            diary.undo(stamp(sys.argv[2]))
"""


def test_three_windows_that_write_the_same_night_leave_a_whole_journal(tmp_path: Path) -> None:
    new_diary(tmp_path).close()
    at_once([started(WRITE_NIGHTS, tmp_path, name) for name in ("dev1", "dev2", "dev3")])
    with reopened(tmp_path) as diary:
        assert differences(diary) == []
        # A value that stands already is no change, so that a turn can write nothing.
        numbers = [change.ref.lamport for change in diary.latest_changes(9999)][::-1]
        assert numbers == list(range(1, len(numbers) + 1)) and len(numbers) >= 180


MAKE = """
wait_for_the_others()
try:
    with new_diary(folder) as diary:
        print("made", diary.id)
except DiaryTrouble as trouble:
    print(type(trouble).__name__)
"""


def all_at_once(code: str, folder: Path, count: int = 4) -> list[str]:
    return at_once([started(code, folder) for _ in range(count)])


def test_four_programs_that_make_the_diary_at_once_make_one(tmp_path: Path) -> None:
    said = all_at_once(MAKE, tmp_path)
    made = [line for line in said if line.startswith("made")]
    assert len(made) == 1 and said.count("CannotCreate") == 3
    with reopened(tmp_path) as diary:
        assert made == [f"made {diary.id}"]
    assert not [each for each in home_of(tmp_path).folder.iterdir() if each.name.startswith(".")]


NAME_DEVICE = "wait_for_the_others()\nprint(home_of(folder).device())"


def test_four_programs_that_start_at_once_are_one_device(tmp_path: Path) -> None:
    assert len(set(all_at_once(NAME_DEVICE, tmp_path))) == 1


OPEN = """
wait_for_the_others()
with reopened(folder) as diary:
    print(diary.file.number("PRAGMA user_version"), diary.night(HAMSTER, EVENING).gait)
"""


def test_four_programs_that_find_an_older_diary_bring_it_up_to_date_once(tmp_path: Path) -> None:
    with new_diary(tmp_path) as diary:
        record(diary, gait=3)
    conn = sqlite3.connect(home_of(tmp_path).diary, isolation_level=None)
    conn.execute("DROP VIEW diary")
    for column in ("wheel", "breathing", "sign_tilt"):
        conn.execute(f"ALTER TABLE nights DROP COLUMN {column}")
    conn.execute("PRAGMA user_version = 0")
    conn.close()
    assert all_at_once(OPEN, tmp_path) == [f"{SCHEMA_VERSION} 3"] * 4
    with reopened(tmp_path) as diary:
        assert differences(diary) == []


def test_diaries_remembered_at_once_are_all_remembered(tmp_path: Path) -> None:
    code = (
        "wait_for_the_others()\nhome = home_of(folder)\n"
        "for n in range(20): home.remember(Path(f'/d/{os.getpid()}-{n}'), 'x')\n"
        "print(os.getpid())"
    )
    home = home_of(tmp_path)
    for pid in all_at_once(code, tmp_path):
        assert all(home.knows(Path(f"/d/{pid}-{number}")) for number in range(20))
