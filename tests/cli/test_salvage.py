"""What is saved of a file that SQLite itself would not open any more."""

import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from hamdiary.services.clock import Clock
from hamdiary.services.mending import salvage
from hamdiary.services.sample.making import make_sample
from hamdiary.storage.locations import Home
from hamdiary.storage.rows import TABLES

PAGE = 4096

STRIDE = 1 if "HAMDIARY_TORTURE_ROUNDS" in os.environ else 6

Things = dict[tuple[str, str], dict[str, object]]


@pytest.fixture(scope="module")
def sample(tmp_path_factory) -> Path:
    """The sample diary's file, with every kind of thing in it."""
    folder = tmp_path_factory.mktemp("sample")
    now = Clock({"HAMDIARY_NOW": "2026-11-22T21:16:00+01:00", "TZ": "Europe/Berlin"}).now()
    return make_sample(folder / "diary.db", Home(folder), now=now)


@pytest.fixture
def damaged(sample, tmp_path) -> Path:
    return Path(shutil.copyfile(sample, tmp_path / "damaged.db"))


def things_in(place: Path) -> Things:
    """All that a diary shows."""
    conn = sqlite3.connect(place)
    conn.row_factory = sqlite3.Row
    found = {
        (kind, row["id"]): {
            name: row[name]
            for name in row.keys()  # noqa: SIM118
            if name not in ("row", "changed_utc") and row[name] is not None
        }
        for kind, table in TABLES.items()
        if conn.execute("SELECT 1 FROM sqlite_schema WHERE name = ?", (table.name,)).fetchone()
        for row in conn.execute(f"SELECT * FROM {table.name}").fetchall()
    }
    conn.close()
    return found


def note_of(place: Path, name: str) -> str:
    conn = sqlite3.connect(place)
    (value,) = conn.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
    conn.close()
    return str(value)


def overwrite(place: Path, pages: "range | list[int]", filling: Callable[[int], bytes]) -> None:
    """Overwrite pages, counted from 1."""
    with place.open("r+b") as file:
        for page in pages:
            file.seek((page - 1) * PAGE)
            file.write(filling(PAGE))


def pages_of(place: Path) -> int:
    return place.stat().st_size // PAGE


def saved(damaged: Path, settings: dict[str, str], tmp_path: Path) -> tuple[Things, int]:
    """What stands in the diary that was saved, and how many changes are said to be lost."""
    out = tmp_path / "out.db"
    out.unlink(missing_ok=True)
    lying = damaged.read_bytes()
    told = salvage(settings, str(damaged), out)
    assert damaged.read_bytes() == lying
    return things_in(out), told.lost


@pytest.mark.parametrize("filling", [bytes, os.urandom, lambda length: b"\xff" * length])
def test_without_its_first_page_a_diary_is_saved_whole(
    sample, damaged, settings, tmp_path, filling
):
    overwrite(damaged, [1], filling)
    assert saved(damaged, settings, tmp_path) == (things_in(sample), 0)
    assert note_of(tmp_path / "out.db", "diary_id") == note_of(sample, "diary_id")


def test_what_was_saved_is_whole_and_takes_the_damaged_ones_place(hamdiary, sample, tmp_path):
    diary = tmp_path / "home" / "diary.db"
    diary.parent.mkdir(mode=0o700)
    shutil.copyfile(sample, diary)
    before = hamdiary("list", "--json").json["nights"]
    typed(diary, "half a sentence")
    overwrite(diary, [1], bytes)
    assert hamdiary("tonight").code == 74
    out = str(tmp_path / "out.db")
    told = hamdiary("doctor", "--salvage", out)
    assert told.code == 0 and "1 text that was being typed" in told.out
    assert "The diary is whole" in hamdiary("doctor", "--diary", out).out
    assert hamdiary("restore", out, "--yes").code == 0
    assert hamdiary("list", "--json").json["nights"] == before
    assert drafts_in(diary) == ["half a sentence"]
    assert hamdiary("log", "--gait", "2", "--yes").code == 0


def test_without_any_page_that_declares_the_tables_the_journal_is_enough(
    sample, damaged, settings, tmp_path
):
    conn = sqlite3.connect(sample)
    roots = [each for (each,) in conn.execute("SELECT rootpage FROM sqlite_schema")]
    conn.close()
    before = damaged.read_bytes()
    declaring = [
        page
        for page in range(1, pages_of(damaged) + 1)
        if page == 1
        or (page not in roots and b"CREATE TABLE" in before[(page - 1) * PAGE : page * PAGE])
    ]
    assert len(declaring) > 3
    overwrite(damaged, declaring, os.urandom)
    assert saved(damaged, settings, tmp_path) == (things_in(sample), 0)


def test_what_was_committed_beside_the_file_is_saved_too(damaged, settings, tmp_path):
    conn = sqlite3.connect(damaged, isolation_level=None)
    conn.execute("PRAGMA wal_autocheckpoint=0")
    conn.execute("PRAGMA journal_mode=WAL")
    conn.execute(
        "INSERT INTO changes SELECT device, lamport + 1000, at_utc, zone, carer, kind, id, "
        """'{"note":{"to":"only in the log"}}', NULL, NULL FROM changes """
        "WHERE kind = 'night' ORDER BY lamport DESC LIMIT 1"
    )
    # As after a power cut: the log lies beside the file.
    for end in ("", "-wal"):
        shutil.copyfile(f"{damaged}{end}", tmp_path / f"cut.db{end}")
    conn.close()
    overwrite(tmp_path / "cut.db", [1, *range(3, pages_of(damaged), 5)], bytes)
    found, _ = saved(tmp_path / "cut.db", settings, tmp_path)
    assert any(each.get("note") == "only in the log" for each in found.values())


def typed(place: Path, *texts: str, night: str | None = None) -> None:
    """Keep texts as those that are being typed in as many windows of one device."""
    conn = sqlite3.connect(place)
    conn.executemany(
        "INSERT INTO drafts SELECT 'a1b2c3d4', ?, kind, coalesce(?, id), 'note', ?, NULL, "
        "'2026-11-22T20:00:00Z' FROM changes WHERE kind = 'night' ORDER BY lamport DESC LIMIT 1",
        [(f"window-{number}", night, text) for number, text in enumerate(texts)],
    )
    conn.commit()
    conn.close()


def drafts_in(place: Path) -> list[str]:
    conn = sqlite3.connect(place)
    found = [text for (text,) in conn.execute("SELECT text FROM drafts ORDER BY window")]
    conn.close()
    return found


@pytest.mark.parametrize("lost", ["the first page", "what leads to it", "nothing else"])
def test_what_was_being_typed_is_found_again(damaged, settings, tmp_path, lost):
    long = "and stood up again " * 400
    typed(damaged, "walked half the way [/]", long)
    conn = sqlite3.connect(damaged)
    (root,) = conn.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'changes'").fetchone()
    conn.close()
    overwrite(damaged, {"the first page": [1], "what leads to it": [1, root]}.get(lost, [root]),
              bytes)  # fmt: skip
    saved(damaged, settings, tmp_path)
    assert drafts_in(tmp_path / "out.db") == ["walked half the way [/]", long]


def test_a_text_that_was_saved_since_is_not_found_again(sample, damaged, settings, tmp_path):
    night, note = next(
        (thing, str(each["note"]))
        for (kind, thing), each in things_in(sample).items()
        if kind == "night" and "note" in each
    )
    typed(damaged, note, "and then", night=night)
    overwrite(damaged, [1], bytes)
    saved(damaged, settings, tmp_path)
    assert drafts_in(tmp_path / "out.db") == ["and then"]


def test_rows_that_only_look_like_drafts_are_left(damaged, settings, tmp_path):
    conn = sqlite3.connect(damaged)
    at, night = "2026-11-22T20:00:00Z", "h/2026-11-22"
    strange = [("no night", "note", "x", at), (night, "gait", "x", at),
               (night, "note", "x", "lately"), (night, "note", " ", at)]  # fmt: skip
    conn.executemany(
        "INSERT INTO drafts VALUES ('a1b2c3d4', hex(randomblob(4)), 'night', ?, ?, ?, NULL, ?)",
        strange,
    )
    conn.commit()
    conn.close()
    saved(damaged, settings, tmp_path)
    assert drafts_in(tmp_path / "out.db") == []


def test_of_a_file_that_was_cut_short_its_beginning_is_saved(sample, damaged, settings, tmp_path):
    whole = things_in(sample)
    with damaged.open("r+b") as file:
        file.truncate(damaged.stat().st_size * 3 // 4 + 100)
    found, lost = saved(damaged, settings, tmp_path)
    assert lost > 0
    assert len(found) > 20
    assert all(whole[thing].items() >= each.items() for thing, each in found.items())


def test_of_a_file_with_holes_nothing_false_is_saved(sample, damaged, settings, tmp_path):
    whole, chance = things_in(sample), random.Random(7)
    for _ in range(4):
        shutil.copyfile(sample, damaged)
        holes = chance.sample(range(1, pages_of(damaged) + 1), 15)
        overwrite(damaged, holes, chance.randbytes)
        found, _ = saved(damaged, settings, tmp_path)
        assert len(found) > len(whole) / 2
        for thing, each in found.items():
            assert each.keys() <= whole[thing].keys()


def test_single_damaged_bytes_take_no_more_than_their_rows(sample, damaged, settings, tmp_path):
    whole, chance = things_in(sample), random.Random(8)
    for _ in range(4):
        content = bytearray(sample.read_bytes())
        for place in chance.sample(range(len(content)), 40):
            content[place] ^= 1 << chance.randrange(8)
        damaged.write_bytes(content)
        found, _ = saved(damaged, settings, tmp_path)
        assert len(whole) - len(whole.keys() & found.keys()) < 10


@pytest.mark.parametrize("version", [1, 2, 3])
def test_a_diary_of_each_released_format_is_saved_whatever_page_is_lost(
    version, settings, tmp_path
):
    made = Path(__file__).parents[1] / "storage" / f"version_{version}.sql"
    old = tmp_path / "old.db"
    conn = sqlite3.connect(old)
    conn.executescript(made.read_text())
    conn.close()
    whole = things_in(old)
    for page in range(1, pages_of(old) + 1, 2):
        shutil.copyfile(old, tmp_path / "damaged.db")
        overwrite(tmp_path / "damaged.db", [page], bytes)
        found, _ = saved(tmp_path / "damaged.db", settings, tmp_path)
        assert found == whole, page


@pytest.mark.slow
def test_any_page_can_be_lost_and_all_that_is_shown_is_saved(
    sample, damaged, settings, tmp_path, tell
):
    """HAMDIARY_TORTURE_ROUNDS loses every page, one at a time, instead of every sixth."""
    whole = things_in(sample)
    pages = range(1, pages_of(sample) + 1, STRIDE)
    for page in pages:
        shutil.copyfile(sample, damaged)
        overwrite(damaged, [page], os.urandom)
        found, _ = saved(damaged, settings, tmp_path)
        assert found == whole, page
    tell(f"{len(pages)} pages of the sample diary lost one at a time, nothing shown was lost")


def test_a_hamster_that_was_erased_does_not_come_back_with_what_is_saved(
    biscuit, settings, tmp_path
):
    biscuit("setup", "--name", "Clover")
    bundle = str(tmp_path / "both.hamdiary")
    biscuit("bundle", "-o", bundle)
    biscuit("erase", "Biscuit", "--confirm", "Biscuit", "--no-backup")
    overwrite(tmp_path / "home" / "diary.db", [1], bytes)
    out = str(tmp_path / "out.db")
    assert biscuit("doctor", "--salvage", out).code == 0
    assert "erased here for good" in biscuit("merge", bundle, "--diary", out, "--yes").out
    assert "Biscuit" not in biscuit("hamsters", "--diary", out).out


def test_what_was_saved_and_another_carers_diary_still_come_together(biscuit, tmp_path):
    """Also where the other one still has the changes that were lost here."""

    def mm(*arguments):
        return biscuit(*arguments, HAMDIARY_HOME=str(tmp_path / "MM"))

    def nights(run):
        return [
            {name: value for name, value in night.items() if value is not None}
            for night in run("list", "--json", "--nights", "15").json["nights"]
        ]

    for number in range(15):
        words = f"night {number} " + "x" * 400
        biscuit("log", "--night", f"-{number}d", "--gait", str(number % 5), "--note", words)
    theirs, ours = str(tmp_path / "mm.hamdiary"), str(tmp_path / "lb.hamdiary")
    biscuit("bundle", "-o", ours)
    assert mm("join", ours).code == 0
    mm("log", "--droppings", "soft")
    mm("bundle", "-o", theirs)
    diary = tmp_path / "home" / "diary.db"
    place = diary.read_bytes().find(b'"to":"night 7 ')
    overwrite(diary, [1, place // PAGE + 1], bytes)
    out = str(tmp_path / "out.db")
    assert "lost: " in biscuit("doctor", "--salvage", out).out
    assert biscuit("restore", out, "--yes").code == 0
    assert biscuit("merge", theirs).code == 0
    biscuit("log", "--wheel", "some")
    assert biscuit("bundle", "-o", ours, "--force").code == 0
    assert mm("merge", ours).code == 0
    assert nights(biscuit) == nights(mm)
    for run in (biscuit, mm):
        assert run("conflicts", "--json").json["conflicts"] == []
        assert "The diary is whole" in run("doctor").out


def test_numbers_that_lost_changes_may_have_had_are_not_given_again(biscuit, tmp_path):
    diary = tmp_path / "home" / "diary.db"
    biscuit("log", "--gait", "2")
    overwrite(diary, [1], bytes)
    out = tmp_path / "out.db"
    assert biscuit("doctor", "--salvage", str(out)).code == 0
    biscuit("log", "--gait", "3", "--diary", str(out))
    conn = sqlite3.connect(out)
    (newest, before) = (
        each
        for (each,) in conn.execute("SELECT lamport FROM changes ORDER BY lamport DESC LIMIT 2")
    )
    conn.close()
    assert newest > before + 1000


def test_where_nothing_is_left_other_ways_are_named(biscuit, tmp_path):
    diary = tmp_path / "home" / "diary.db"
    diary.write_bytes(os.urandom(20 * PAGE))
    done = biscuit("doctor", "--salvage", str(tmp_path / "out.db"))
    assert done.code == 74 and done.err.count("\n") == 1
    assert "--salvage" not in done.err and "hamdiary backups" in done.err
    assert not (tmp_path / "out.db").exists()


def test_one_can_be_saved_again_to_where_one_was_thrown_away(biscuit, tmp_path):
    out = tmp_path / "out.db"
    for _ in range(2):
        assert biscuit("doctor", "--salvage", str(out)).code == 0
        out.unlink()
