"""A damaged or edited file of facts: the diary opens and records, and the trouble is told."""

import shutil
from datetime import date
from importlib import import_module
from pkgutil import iter_modules

import pytest

from hamdiary import knowledge
from hamdiary.cli.calling import run
from hamdiary.knowledge import files
from hamdiary.services import feeding

TONIGHT = date(2026, 11, 22)
ROOMS = [
    import_module(f"{knowledge.__name__}.{each.name}") for each in iter_modules(knowledge.__path__)
]
CACHED = {each for room in ROOMS for each in vars(room).values() if hasattr(each, "cache_clear")}
"""All that remembers what was read, so that a damaged file is read."""

FILES = sorted(
    str(each.relative_to(files.FOLDER))
    for each in files.FOLDER.rglob("*")
    if each.suffix in (".csv", ".toml")
)
ALIKE = [each for each in FILES if "/" not in each] + [
    "guide/contents.toml", "guide/vitamins.toml", "guide/cage.toml",
    "disagreements/d-in-greens.toml",
]  # fmt: skip
"""One of each sort: every window takes its time."""


@pytest.fixture
def damage(evening, tmp_path, monkeypatch):
    """Damage one file in a copy of the facts, on a diary with a serving in it."""
    with evening.session() as session:
        feeding.add_serving(session, session.hamster(), TONIGHT, {"food": "kale"})
    copy = tmp_path / "knowledge"
    shutil.copytree(files.FOLDER, copy)
    monkeypatch.setattr(files, "FOLDER", copy)

    def forget():
        for each in CACHED:
            each.cache_clear()

    def spoil(name):
        forget()
        lines = (copy / name).read_text(encoding="utf-8").splitlines()
        lines[4] = f'[[[ x"y, {lines[4]}'
        (copy / name).write_text("\n".join(lines), encoding="utf-8")

    yield spoil
    forget()


@pytest.mark.parametrize("name", ALIKE)
async def test_the_window_opens_and_records_whatever_file_is_damaged(evening, damage, name):
    damage(name)
    async with evening.window() as pilot:
        await pilot.pause(0.3)
        await pilot.press("3")
        await pilot.pause(0.3)
        for keys in ("f", "escape", "h", "escape", "c", "g", "slash", "k", "enter", "escape", "t"):
            await pilot.press(keys)
            await pilot.pause()
    with evening.session() as session:
        assert session.diary.night(session.hamster().id, TONIGHT).gait == 3


@pytest.mark.parametrize("name", ["foods.csv", "never.csv"])
async def test_the_window_says_what_cannot_be_told_with_file_and_line(evening, damage, name):
    damage(name)
    async with evening.window((200, 60)) as pilot:
        await pilot.pause(0.4)
        notes = [note.message for note in evening.app._notifications]
        assert any(f"{name}, line 5: " in note for note in notes)
        await pilot.press("h")
        await pilot.pause()
        assert any("Hints cannot be told" in str(n.message) for n in evening.app._notifications)


@pytest.mark.parametrize("name", ALIKE)
def test_everyday_commands_do_their_work_whatever_file_is_damaged(evening, damage, name, capsys):
    damage(name)
    for command in (["log", "--gait", "1"], ["tonight"], ["show"], ["undo"]):
        assert run(command, evening.environment) == 0
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "command"),
    [("foods.csv", ["foods"]), ("never.csv", ["foods"]), ("foods.csv", ["diet"]),
     ("foods.csv", ["feed", "kale"]), ("sources.csv", ["guide", "stroke"]),
     ("signs.toml", ["signs", "tilt"]), ("guide/stroke.toml", ["guide", "stroke"])],
)  # fmt: skip
def test_what_needs_the_file_says_where_it_is_wrong(evening, damage, name, command, capsys):
    damage(name)
    assert run(command, evening.environment) == 74
    told = capsys.readouterr().err
    assert name in told and "line 5" in told and told.count("\n") == 1
