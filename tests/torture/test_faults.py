"""Whatever statement fails: nothing saved is lost, nothing is half done, and it works again."""

import os
import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from itertools import count
from pathlib import Path

import pytest
from deeds import DEEDS, Deed, Environment, begin, migrate
from faults import Fault, failing

from hamdiary.storage.checking import differences
from hamdiary.storage.connection import DiaryFile
from hamdiary.storage.diary import Diary
from hamdiary.storage.errors import DiaryTrouble

pytestmark = pytest.mark.slow

Journal = set[tuple[object, ...]]
Failing = AbstractContextManager[Fault]
STORED = Path(__file__).parents[1] / "storage"


def environment_of(folder: Path) -> Environment:
    return {"HAMDIARY_HOME": str(folder), "HAMDIARY_NOW": "2026-11-22T21:16:00+00:00"}


STRIDE = 1 if "HAMDIARY_TORTURE_ROUNDS" in os.environ else 4
"""Of how many statements one is made to fail; the long form takes each of them."""


def statements() -> Iterator[int]:
    """Which statements are made to fail, one after another."""
    return count(random.randint(1, STRIDE), STRIDE)


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with a diary in it, of which every case gets a copy."""
    folder = tmp_path_factory.mktemp("begun")
    begin(environment_of(folder))
    return folder


def journal(folder: Path) -> Journal:
    """All that the journal says, and what is being typed; without ids, which may be random."""
    with Diary(DiaryFile(folder / "diary.db", "looked at")) as diary:
        rows = diary.file.rows("SELECT lamport, device, kind, fields, undoes FROM changes")
        drafts = diary.file.rows("SELECT kind, field, text FROM drafts")
        return {tuple(row) for row in [*rows, *drafts]}


def found_wrong(folder: Path) -> list[str]:
    with Diary(DiaryFile(folder / "diary.db", "looked at")) as diary:
        return differences(diary)


def strike(deed: Deed, folder: Path, at: int, afterwards: bool, whole: Journal) -> bool:
    """Do it with a fault; whether the fault came. `whole` is what stands when it is done."""
    before = journal(folder)
    done = attempt(deed, environment_of(folder), failing(at, afterwards))
    after, said = journal(folder), done.seen[-1]
    assert found_wrong(folder) == [], said
    assert after in (before, whole), f"half done after {said}"
    if not deed.takes_away:
        assert before <= after, f"lost after {said}"
    if done.went_well and not afterwards:
        assert after == whole, f"called done, but is not, after {said}"
    if after != whole:
        deed.do(environment_of(folder))
        assert journal(folder) == whole
        assert found_wrong(folder) == []
    return done.has_struck


def attempt(deed: Deed, environment: Environment, faults: Failing) -> Fault:
    """Do it while a statement fails; only a trouble of one line may come of that."""
    with faults as fault:
        try:
            deed.do(environment)
        except DiaryTrouble as trouble:
            assert "\n" not in str(trouble)
        else:
            fault.went_well = True
    return fault


@pytest.mark.parametrize("afterwards", [False, True], ids=["not done", "answer lost"])
@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.name)
def test_a_failing_statement_loses_nothing_and_leaves_nothing_half_done(
    deed: Deed, afterwards: bool, begun: Path, tmp_path: Path, tell: Callable[[str], None]
) -> None:
    def prepared(name: object) -> Path:
        folder = tmp_path / str(name)
        shutil.copytree(begun, folder)
        (folder / "device-place").unlink()  # this copy stands for the home itself
        deed.before(environment_of(folder))
        return folder

    deed.do(environment_of(prepared("whole")))
    whole = journal(tmp_path / "whole")
    for at in statements():
        folder = prepared(at)
        if not strike(deed, folder, at, afterwards, whole):
            assert at > 5
            tell(f"{at // STRIDE} SQL statements made to fail: nothing lost, nothing half done")
            return
        shutil.rmtree(folder)
    raise AssertionError("it never came to an end")


@pytest.mark.parametrize("afterwards", [False, True], ids=["not done", "answer lost"])
@pytest.mark.parametrize("stored", sorted(STORED.glob("version_*.sql")), ids=lambda path: path.stem)
def test_an_upgrade_that_fails_anywhere_leaves_the_old_diary_or_the_new_one(
    stored: Path, afterwards: bool, tmp_path: Path, tell: Callable[[str], None]
) -> None:
    for at in statements():
        folder = tmp_path / str(at)
        folder.mkdir()
        conn = sqlite3.connect(folder / "diary.db")
        conn.executescript(stored.read_text(encoding="utf-8"))
        conn.close()
        before = journal(folder)
        with failing(at, afterwards) as fault:
            try:
                migrate(environment_of(folder))
            except DiaryTrouble as trouble:
                assert "\n" not in str(trouble)
        assert before == journal(folder)
        migrate(environment_of(folder))
        assert found_wrong(folder) == []
        assert before == journal(folder)
        shutil.rmtree(folder)
        if not fault.has_struck:
            assert at > 20
            tell(f"{at // STRIDE} SQL statements made to fail: nothing lost, nothing half done")
            return
    raise AssertionError("it never came to an end")
