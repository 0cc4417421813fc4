"""On a full disk an entry is refused in one line, and everything saved before stays."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from on_disk import EVENING, HAMSTER, home_of, new_diary, output_of, record, reopened, started

from hamdiary.services.examining import examine
from hamdiary.services.findings import Level
from hamdiary.storage.checking import differences
from hamdiary.storage.errors import DiskTrouble


def test_a_full_diary_refuses_an_entry_and_goes_on_when_there_is_room(tmp_path: Path) -> None:
    with new_diary(tmp_path) as diary:
        record(diary, gait=3)
        diary.file.rows(f"PRAGMA max_page_count = {diary.file.number('PRAGMA page_count')}")
        with pytest.raises(DiskTrouble, match="disk is full"):
            record(diary, note="long " * 10_000)
        assert diary.night(HAMSTER, EVENING).gait == 3
        assert differences(diary) == []
        diary.file.rows("PRAGMA max_page_count = 1000000")
        record(diary, note="there is room again")
    with reopened(tmp_path) as diary:
        assert diary.night(HAMSTER, EVENING).note == "there is room again"
        assert differences(diary) == []


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system of one megabyte."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("mounting a small disk needs Linux and root")
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)],
        capture_output=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip("no file system can be mounted here")
    yield disk
    subprocess.run(["umount", "--lazy", str(disk)], check=True)


FILL = """
diary = reopened(folder)
saved = None
try:
    for number in range(10_000):
        record(diary, water_ml=float(number % 400), note=f"{number} " + "x" * 5000)
        saved = number
except DiaryTrouble as trouble:
    print(type(trouble).__name__, "|", trouble)
print(saved)
(folder / "ballast").unlink()
record(diary, urine="less")
diary.close()
"""


def test_a_real_full_disk_loses_nothing_that_was_saved(small_disk: Path) -> None:
    new_diary(small_disk).close()
    (small_disk / "ballast").write_bytes(b"x" * 200_000)
    trouble, saved = output_of(started(FILL, small_disk)).splitlines()
    assert trouble.startswith("DiskFull | the disk ")
    with reopened(small_disk) as diary:
        night = diary.night(HAMSTER, EVENING)
        assert (night.note or "").startswith(f"{saved} ")
        assert night.urine == "less"
        assert differences(diary) == []


def test_no_diary_is_begun_on_a_full_disk(small_disk: Path) -> None:
    free = os.statvfs(small_disk)
    (small_disk / "ballast").write_bytes(b"x" * (free.f_bavail * free.f_bsize - 8192))
    code = (
        "try:\n    new_diary(folder)\n"
        "except DiaryTrouble as trouble:\n    print(type(trouble).__name__, trouble)"
    )
    said = output_of(started(code, small_disk))
    assert said.startswith("DiskFull the disk ")
    assert not home_of(small_disk).diary.exists()
    assert not list(home_of(small_disk).folder.glob(".*"))


LOOK = """
with reopened(folder) as diary:
    print(diary.night(HAMSTER, EVENING).gait)
    try:
        record(diary, gait=4)
    except DiaryTrouble as trouble:
        print(type(trouble).__name__, trouble)
"""


def test_where_there_is_no_room_at_all_a_diary_is_still_shown_and_not_called_damaged(
    small_disk: Path,
) -> None:
    with new_diary(small_disk) as diary:
        record(diary, gait=3)
    with suppress(OSError), (small_disk / "ballast").open("wb", buffering=0) as ballast:
        while True:
            ballast.write(bytes(4096))
    gait, trouble = output_of(started(LOOK, small_disk)).splitlines()
    assert gait == "3"
    assert trouble.startswith("NotPermitted the disk is full")
    environment = {"HAMDIARY_HOME": str(home_of(small_disk).folder)}
    said = {each.about: each.level for each in examine(environment, None)}
    assert said["file"] == said["integrity"] == said["journal"] == Level.OK
    assert said["room"] == Level.LOOK
    (small_disk / "ballast").unlink()
    with reopened(small_disk) as diary:
        record(diary, gait=4)
        assert differences(diary) == []


BACK_UP = """
from hamdiary.storage.backup import back_up
with reopened(folder) as diary:
    record(diary, note="x" * 50_000)
free = os.statvfs(folder)
(folder / "ballast").write_bytes(b"x" * (free.f_bavail * free.f_bsize - 160_000))
diary = reopened(folder)
try:
    back_up(diary.file, folder / "shelf", "2026-11-22T20:16:00Z", "a1b2", "asked")
except DiaryTrouble as trouble:
    print(type(trouble).__name__, "|", trouble)
print(sorted(each.name for each in (folder / "shelf").iterdir()))
(folder / "ballast").unlink()
record(diary, urine="less")
diary.close()
"""


@pytest.mark.parametrize("sees_it_coming", [True, False])
def test_a_backup_on_a_full_disk_leaves_nothing_and_harms_nothing(
    small_disk: Path, sees_it_coming: bool
) -> None:
    new_diary(small_disk).close()
    unaware = "import hamdiary.storage.backup as b\nb.ROOM_LEFT = -10**9\n"
    code = BACK_UP if sees_it_coming else unaware + BACK_UP
    trouble, left = output_of(started(code, small_disk)).splitlines()
    assert trouble.startswith(("DiskTrouble | ", "DiskFull | "))
    assert ("no room for a backup" if sees_it_coming else "disk is full") in trouble
    assert left == "[]"
    with reopened(small_disk) as diary:
        assert diary.night(HAMSTER, EVENING).urine == "less"
        assert differences(diary) == []
