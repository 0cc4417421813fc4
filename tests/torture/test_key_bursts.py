"""Keys in bursts, as a slow line brings them: no window ends by them, and nothing is torn.

All keys of a burst are on their way before the first is taken. They are thrown by dice of a known
seed; HAMDIARY_TORTURE_ROUNDS says how many windows.
"""

import os
import shutil
from random import Random

import pytest
from idle import instead_of_guessing
from textual import events

from hamdiary.services.clock import Clock
from hamdiary.services.sample.making import make_sample
from hamdiary.services.session import open_session
from hamdiary.storage.checking import differences
from hamdiary.storage.locations import Home
from hamdiary.tui.app import HamdiaryApp
from hamdiary.tui.start import Start

pytestmark = pytest.mark.slow
instead_of_guessing()

ROUNDS = int(os.environ.get("HAMDIARY_TORTURE_ROUNDS", "12"))
BURSTS = 25
LONGEST = 8
SIZES = [(80, 24), (120, 40), (60, 18), (45, 30), (200, 60)]
NAMED = [
    "enter", "escape", "tab", "shift+tab", "up", "down", "left", "right", "backspace", "delete",
    "home", "end", "pageup", "pagedown", "ctrl+z", "ctrl+y", "ctrl+p", "ctrl+l", "f1", "f2", "f3",
    "f4", "f5", "f6", "f10", "space", "question_mark", "slash",
]  # fmt: skip
SIGNS = {"space": " ", "question_mark": "?", "slash": "/"}
LETTERS = "abcdefghijklmnoprstuvwxyz0123456789=.,-+<>"
TWICE = 0.4
"""How often a key comes once more, which is what an impatient finger does."""
TOUCHED = 0.5
"""How often the mouse is used after a burst."""
RESIZED = 0.1
"""How often the window gets another size then."""


def throw(dice: Random) -> list[str]:
    """The keys of one burst."""
    keys: list[str] = []
    while len(keys) < dice.randint(1, LONGEST):
        again = keys and dice.random() < TWICE
        keys.append(keys[-1] if again else dice.choice([*NAMED, *LETTERS, "enter", "escape"]))
    return keys


def touched(dice, size):
    """A click, or two in one spot, or a turn of the wheel; mostly nothing."""
    if dice.random() > TOUCHED:
        return []
    x, y = dice.randrange(size.width), dice.randrange(size.height)
    wheel = [[events.MouseScrollDown], [events.MouseScrollUp]]
    press = [events.MouseDown, events.MouseUp]
    kinds = dice.choice([*wheel, press, press, press * 2])
    return [kind(None, x, y, 0, 0, 1, False, False, False, x, y) for kind in kinds]


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    home = tmp_path_factory.mktemp("sample")
    make_sample(home / "diary.db", Home(home), now=Clock(environment_of(home)).now())
    (home / "settings.toml").write_text("[delivery]\ndesktop = false\n", encoding="utf-8")
    return home


def environment_of(home):
    return {
        "HAMDIARY_HOME": str(home),
        "HAMDIARY_NOW": "2026-11-22T21:16:00+01:00",
        "TZ": "Europe/Berlin",
    }


@pytest.mark.parametrize("seed", range(ROUNDS))
async def test_keys_in_bursts_end_no_window_and_tear_nothing(
    seed, sample, tmp_path, tell, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    dice = Random(seed)
    shutil.copytree(sample, tmp_path / "home")
    environment = environment_of(tmp_path / "home")
    start = Start.of(environment, None, None)
    app = HamdiaryApp(start)
    thrown: list[list[str]] = []
    async with app.run_test(size=dice.choice(SIZES)) as pilot:
        while len(thrown) < BURSTS and app.is_running and not app._exit:
            thrown.append(throw(dice))
            for key in thrown[-1]:
                app.post_message(events.Key(key, SIGNS.get(key, key if len(key) == 1 else None)))
            for event in touched(dice, app.size):
                app.post_message(event)
            await pilot.pause()
            assert app._exit or not app._coming, thrown
            if dice.random() < RESIZED:
                await pilot.resize_terminal(*dice.choice(SIZES))
        assert app.fault() is None, thrown
    start.close()
    with open_session(environment) as session:
        assert differences(session.diary) == []
    tell(f"{sum(map(len, thrown))} keys in bursts: no window ended by them, nothing was torn")
