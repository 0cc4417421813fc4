"""Edits, undo, redo, crashes and second windows in any order, against a model of a few lines.

HAMDIARY_TORTURE_ROUNDS=N plays ten times as many evenings.
"""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from deeds import begin
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from hamdiary.domain.journal import Stamp, Stored
from hamdiary.storage.checking import differences
from hamdiary.storage.journal import Edit
from hamdiary.storage.locations import Home
from hamdiary.storage.opening import open_diary

pytestmark = pytest.mark.slow

EVENINGS = 200 if "HAMDIARY_TORTURE_ROUNDS" in os.environ else 20
NIGHTS = [f"clover/2026-11-{day}" for day in (19, 20, 21)]
FIELDS = {
    "gait": st.sampled_from([None, 0, 3, 5, "not_seen"]),
    "weight_g": st.sampled_from([None, 118.4, 90.0]),
    "note": st.sampled_from([None, "stood up", "ate [/] well", "ハムスター"]),
    "sign_tilt": st.sampled_from([None, "yes", "no"]),
}
Moved = tuple[str, dict[str, tuple[Stored, Stored]]]


class Evening(RuleBasedStateMachine):
    """One diary, one device that undoes, another that writes to a night of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.top = Path(tempfile.mkdtemp())
        begin({"HAMDIARY_HOME": str(self.top / "0"), "HAMDIARY_NOW": "2026-11-22T20:00:00+00:00"})
        self.moves = 0
        self.open()
        self.shown: dict[str, dict[str, Stored]] = {night: {} for night in NIGHTS}
        self.done: list[Moved] = []
        self.undone: list[Moved] = []

    def open(self) -> None:
        home = Home(self.top / str(self.moves))
        self.diary = open_diary(home.diary, home)

    def stamp(self, device: str) -> Stamp:
        return Stamp(device, "2026-11-22T20:00:00Z", "Europe/Berlin")

    @rule(night=st.sampled_from(NIGHTS[:2]), values=st.fixed_dictionaries({}, optional=FIELDS))
    def edit(self, night: str, values: dict[str, Stored]) -> None:
        moved = {
            name: (self.shown[night].get(name), value)
            for name, value in values.items()
            if self.shown[night].get(name) != value
        }
        written = self.diary.record(Edit("night", night, values), self.stamp("ours"))
        assert (written is None) == (not moved)
        if moved:
            self.shown[night].update(values)
            self.done.append((night, moved))
            self.undone.clear()

    @rule(values=st.fixed_dictionaries({}, optional=FIELDS))
    def edit_elsewhere(self, values: dict[str, Stored]) -> None:
        self.diary.record(Edit("night", NIGHTS[2], values), self.stamp("theirs"))
        self.shown[NIGHTS[2]].update(values)

    @rule()
    def undo(self) -> None:
        assert (self.diary.undo(self.stamp("ours")) is None) == (not self.done)
        if self.done:
            night, moved = self.done.pop()
            self.shown[night].update({name: old for name, (old, _) in moved.items()})
            self.undone.append((night, moved))

    @rule()
    def redo(self) -> None:
        assert (self.diary.redo(self.stamp("ours")) is None) == (not self.undone)
        if self.undone:
            night, moved = self.undone.pop()
            self.shown[night].update({name: new for name, (_, new) in moved.items()})
            self.done.append((night, moved))

    @rule()
    def close_and_open(self) -> None:
        self.diary.close()
        self.open()

    @rule()
    def crash(self) -> None:
        """Go on with the files as they lie there, as after kill -9."""
        here = self.top / str(self.moves)
        self.moves += 1
        there = self.top / str(self.moves)
        shutil.copytree(here, there, ignore=shutil.ignore_patterns("*-shm"))
        self.diary.close()
        shutil.rmtree(here)
        self.open()

    @invariant()
    def all_of_it_is_shown(self) -> None:
        for night, values in self.shown.items():
            rows = self.diary.file.rows("SELECT * FROM nights WHERE id = ?", (night,))
            shown = rows[0] if rows else {}
            expected = {name: value for name, value in values.items() if value is not None}
            assert {name: shown[name] for name in expected} == expected
            assert bool(rows) == bool(expected)

    def teardown(self) -> None:
        assert differences(self.diary) == []
        self.diary.close()
        shutil.rmtree(self.top)


Evening.TestCase.settings = settings(
    max_examples=EVENINGS,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
TestAnyOrder = Evening.TestCase
