"""A real diary in a throwaway home, at a fixed moment, for the screens to run on."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from evening import Evening
from idle import instead_of_guessing

from hamdiary.services.recording import new_hamster, record_hamster
from hamdiary.services.session import Session
from hamdiary.tui.app import HamdiaryApp
from hamdiary.tui.start import Start

Environment = dict[str, str]

instead_of_guessing()


AFTER_SECONDS = ("hint_watch.QUIET", "care_actions.FIRST_RING", "safe_actions.BACKED_UP_AFTER")
"""What comes by itself once nothing has been pressed for a while: a dialog, a ring, a backup."""


@pytest.fixture(autouse=True)
def undisturbed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing comes by itself but where a test is about it.

    On a busy machine a second passes between two keys, and what an owner sees who pauses would
    come in the midst of them.
    """
    for name in AFTER_SECONDS:
        monkeypatch.setattr(f"hamdiary.tui.{name}", 3600.0)


@pytest.fixture
def environment(tmp_path: Path) -> Environment:
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    # Nobody's desktop is to be troubled by a test.
    (home / "settings.toml").write_text("[delivery]\ndesktop = false\n", encoding="utf-8")
    return {
        "HAMDIARY_HOME": str(home),
        "HAMDIARY_NOW": "2026-11-22T21:16:00+01:00",
        "TZ": "Europe/Berlin",
    }


@pytest.fixture
def biscuit(environment: Environment) -> Environment:
    """A diary with one hamster of which no night is recorded."""
    session = Start.of(environment, None, None).make_diary()
    record_hamster(session, new_hamster(), {"name": "Biscuit", "species": "syrian"})
    session.diary.close()
    return environment


@pytest.fixture
def viewed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The system's viewer, which writes into this file what it is to show."""
    said, viewer = tmp_path / "said", tmp_path / "bin" / "xdg-open"
    viewer.parent.mkdir()
    viewer.write_text(f'#!/bin/sh\nprintf "%s" "$1" > "{said}"\n')
    viewer.chmod(0o755)
    monkeypatch.setenv("PATH", f"{viewer.parent}{os.pathsep}{os.environ['PATH']}")
    return said


@pytest.fixture
def evening(biscuit: Environment) -> Evening:
    """Biscuit's diary, and a clock that the test sets."""
    return Evening(biscuit)


@pytest.fixture
def opened() -> Callable[[Environment], HamdiaryApp]:
    """The window on a diary, closed properly at the end of the test."""
    return lambda environment: HamdiaryApp(Start.of(environment, None, None))


@pytest.fixture
def second_window() -> Callable[[Environment], Session]:
    """Another program on the same diary, as the command line is."""
    from hamdiary.services.session import open_session

    return open_session
