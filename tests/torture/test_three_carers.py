"""Three carers' diaries in random histories: they come to the same, and nothing is lost.

Edits, undo, redo, choosing, bundles sent and merged in any order, merges that break off at any
statement, clocks years apart. HAMDIARY_TORTURE_ROUNDS=N plays 300 histories instead of 30; the
seed of a failure is in its name.
"""

import os
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from faults import failing

from hamdiary.domain.journal import Change, Ref, Stamp, heads
from hamdiary.services.merging.joining import join
from hamdiary.services.merging.merging import look_at, merge
from hamdiary.services.merging.sending import send
from hamdiary.services.session import Session, open_session
from hamdiary.services.setting_up import new_session
from hamdiary.storage.checking import differences
from hamdiary.storage.conflicts import conflicts
from hamdiary.storage.errors import DiaryTrouble
from hamdiary.storage.everything import all_changes, rows_of
from hamdiary.storage.journal import Edit

pytestmark = pytest.mark.slow

HISTORIES = 300 if "HAMDIARY_TORTURE_ROUNDS" in os.environ else 30
A_GROUP = 10
ACTS = 40
NIGHTS = ("clover/2026-11-21", "clover/2026-11-22")
VALUES = {
    "gait": (None, 0, 3, 5, "not_seen"),
    "note": (None, "stood up", "ate [/] well"),
    "sign_tilt": (None, "yes", "no"),
}


class Carer:
    """One carer's diary on a computer whose clock goes as it likes."""

    def __init__(self, folder: Path, name: str, dice: Random) -> None:
        self.folder, self.name, self.dice = folder, name, dice
        self.environment = {
            "HAMDIARY_HOME": str(folder / name),
            "HAMDIARY_NOW": f"{dice.choice((2019, 2026, 2031))}-11-22T20:00:00+00:00",
            "HAMDIARY_CARER": name,
        }
        self.session: Session

    def open(self) -> None:
        self.session = open_session(self.environment)

    def close(self) -> None:
        self.session.diary.close()

    def stamp(self) -> Stamp:
        at = f"{self.dice.randint(2001, 2037)}-01-01T00:00:00Z"
        return Stamp(self.session.device, at, "Europe/Berlin", self.name)

    def edit(self) -> list[Change]:
        names = self.dice.sample(sorted(VALUES), self.dice.randint(1, 3))
        values = {name: self.dice.choice(VALUES[name]) for name in names}
        edit = Edit("night", self.dice.choice(NIGHTS), values)
        written = self.session.diary.record(edit, self.stamp())
        return [written] if written else []

    def choose(self) -> list[Change]:
        found = conflicts(self.session.diary)
        if not found:
            return []
        each = self.dice.choice(found)
        value = self.dice.choice(each.values)
        written = self.session.diary.record(
            Edit(each.kind, each.id, {each.field: value}), self.stamp()
        )
        assert written is not None
        assert each not in conflicts(self.session.diary)
        return [written]

    def step(self, back: bool) -> list[Change]:
        diary = self.session.diary
        done = (diary.undo if back else diary.redo)(self.stamp())
        return [done[1]] if done else []

    def send(self) -> None:
        send(self.session, self.folder / "synced")

    def merge_some(self) -> None:
        bundles = sorted((self.folder / "synced").iterdir())
        for path in self.dice.sample(bundles, min(len(bundles), 2)):
            merge(self.session, look_at(self.session, path))

    def break_off(self) -> None:
        """A merge that fails at some statement: what was there is there, nothing by halves."""
        before = all_changes(self.session.diary)
        self.close()
        with failing(self.dice.randint(8, 60), afterwards=False) as fault:
            try:
                self.open()
                self.merge_some()
            except DiaryTrouble:
                assert fault.has_struck
            finally:
                self.session.diary.close()
        self.open()
        assert {each.ref for each in before} <= refs(all_changes(self.session.diary))
        assert differences(self.session.diary) == []

    @property
    def shown(self) -> list[dict[str, object]]:
        rows = rows_of(self.session.diary, "night")
        return [{k: v for k, v in each.items() if v is not None} for each in rows]


def refs(changes: list[Change]) -> set[Ref]:
    return {each.ref for each in changes}


@pytest.mark.parametrize("group", range(HISTORIES // A_GROUP))
def test_three_carers_come_to_the_same_and_nothing_is_lost(
    tmp_path: Path, group: int, tell: Callable[[str], None]
) -> None:
    for number in range(group * A_GROUP, (group + 1) * A_GROUP):
        folder = tmp_path / str(number)
        (folder / "synced").mkdir(parents=True)
        play(folder, Random(number), with_undo=number % 2 == 1)
    tell(f"{A_GROUP} random histories of three devices: none diverged, none lost")


def play(folder: Path, dice: Random, with_undo: bool) -> None:
    carers = begun(folder, dice)
    written = all_changes(carers[0].session.diary)
    seen: dict[Ref, set[Ref]] = {}
    acts = ["edit"] * 6 + ["send"] * 3 + ["merge"] * 3 + ["break"] + ["choose"]
    acts += ["undo", "undo", "redo"] if with_undo else []
    for _ in range(ACTS):
        carer = dice.choice(carers)
        known = refs(all_changes(carer.session.diary))
        new = done(carer, dice.choice(acts))
        written += new
        seen |= {each.ref: known for each in new}
    for _ in range(2):
        for carer in carers:
            carer.send()
        for carer in dice.sample(carers, 3):
            for path in sorted((folder / "synced").iterdir()):
                merge(carer.session, look_at(carer.session, path))
    require_one_diary(carers, written)
    if not with_undo:
        require_what_was_seen_is_replaced(carers[0], seen)
    for carer in carers:
        carer.close()


def begun(folder: Path, dice: Random) -> list[Carer]:
    carers = [Carer(folder, name, dice) for name in ("LB", "MM", "NN")]
    first, *others = carers
    first.session = new_session(first.environment, None, False)
    first.session.diary.record(Edit("hamster", "clover", {"name": "Clover"}), first.stamp())
    path = send(first.session, folder / "first.hamdiary").path
    for carer in others:
        carer.session = join(carer.environment, None, path).session
    return carers


def done(carer: Carer, act: str) -> list[Change]:
    """Do it; what was written and acknowledged."""
    match act:
        case "edit":
            return carer.edit()
        case "choose":
            return carer.choose()
        case "undo" | "redo":
            return carer.step(act == "undo")
        case "send":
            carer.send()
        case "merge":
            carer.merge_some()
        case "break":
            carer.break_off()
    return []


def require_one_diary(carers: list[Carer], written: list[Change]) -> None:
    first = carers[0]
    expected = sorted(written, key=lambda each: each.ref)
    for carer in carers:
        assert all_changes(carer.session.diary) == expected
        assert carer.shown == first.shown
        assert conflicts(carer.session.diary) == conflicts(first.session.diary)
        assert differences(carer.session.diary) == []


def require_what_was_seen_is_replaced(carer: Carer, seen: dict[Ref, set[Ref]]) -> None:
    """The values that stand are those that no later writer of the field had before them."""
    changes = all_changes(carer.session.diary)
    for night in NIGHTS:
        own = [each for each in changes if each.id == night]
        for field, chain in heads(own).items():
            of_field = [each for each in own if field in each.fields]
            expected = {
                each.ref
                for each in of_field
                if not any(each.ref in seen[other.ref] for other in of_field)
            }
            assert refs(chain) == expected
