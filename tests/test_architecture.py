import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
HEAVY = ("textual", "rich", "plotext", "jinja2", "typst", "icalendar", "sqlite_utils")

ONE_MORE_MEASURE = """
    grip: Level | NotSeen | None = scale(
        "Grip",
        step("none", "none", "does not hold on"),
        step("weak", "weak", "lets go at once"),
        step("firm", "firm", "holds on"),
        unseen=NotSeen.NOT_SEEN,
    )
    surface: str | None = text("""


def python(*arguments, **settings):
    # Somewhere else, since `-m` looks for the package in the current folder first.
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=Path(__file__).parent,
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        timeout=120,
    )


def loaded_by(code, **settings):
    done = python("-c", f"{code}\nimport sys\nprint(*sys.modules, file=sys.stderr)", **settings)
    assert done.returncode == 0, done.stderr
    return set(done.stderr.split())


IMPORT_EVERY_COMMAND = """
import importlib, pkgutil
import hamdiary.cli
for module in pkgutil.walk_packages(hamdiary.cli.__path__, "hamdiary.cli."):
    importlib.import_module(module.name)
"""


@pytest.fixture(scope="module")
def loaded_by_the_command_line():
    return loaded_by(IMPORT_EVERY_COMMAND)


@pytest.mark.parametrize("heavy", HEAVY)
def test_the_command_line_does_not_import(loaded_by_the_command_line, heavy):
    assert "hamdiary.cli.commands.log" in loaded_by_the_command_line
    assert heavy not in loaded_by_the_command_line


@pytest.fixture(scope="module")
def loaded_by_everyday_commands(tmp_path_factory):
    settings = {"HAMDIARY_HOME": str(tmp_path_factory.mktemp("home"))}
    python("-m", "hamdiary", "setup", "--name", "Biscuit", **settings)
    code = "from hamdiary.cli.calling import run\nassert run({}) == 0".format
    log = loaded_by(code(["log", "--gait", "3", "--note", "x"]), **settings)
    return log | loaded_by(code(["tonight"]), **settings)


@pytest.mark.parametrize(
    "unneeded",
    [*HEAVY, "dateutil", "statistics", "secrets", "random", "tempfile", "textwrap",
     "shutil", "locale", "platformdirs", "filelock", "hamdiary.tui"],
)  # fmt: skip
def test_log_and_tonight_do_not_import(loaded_by_everyday_commands, unneeded):
    assert "hamdiary.storage.journal" in loaded_by_everyday_commands
    assert unneeded not in loaded_by_everyday_commands


@pytest.mark.parametrize(
    "command",
    [["lint-imports"], ["ruff", "check"], ["ruff", "format", "--check"], ["mypy"]],
    ids=" ".join,
)
def test_the_whole_tree_passes(command):
    tool, *arguments = command
    done = subprocess.run([BIN / tool, *arguments], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_measure_declared_once_reaches_column_option_and_json(tmp_path):
    settings = {"HAMDIARY_HOME": str(tmp_path / "home"), "PYTHONPATH": str(ROOT)}
    assert python("-m", "hamdiary", "setup", "--name", "Biscuit", **settings).returncode == 0
    assert python("-m", "hamdiary", "log", "--gait", "3", **settings).returncode == 0

    one_more = {**settings, "PYTHONPATH": str(_copy_with_one_more_measure(tmp_path))}
    logged = python("-m", "hamdiary", "log", "--grip", "weak", **one_more)
    assert "1 weak" in logged.stdout, logged.stderr
    night = json.loads(python("-m", "hamdiary", "tonight", "--json", **one_more).stdout)["night"]
    assert (night["grip"], night["gait"]) == (1, 3)
    assert "Grip" in python("-m", "hamdiary", "show", **one_more).stdout
    table = python("-m", "hamdiary", "export", "--format", "csv", "-o", "-", **one_more).stdout
    assert "grip" in table.splitlines()[0].split(",")
    schema = python("-m", "hamdiary", "export", "--schema", **one_more).stdout
    assert (
        "lets go at once"
        in json.loads(schema)["$defs"]["night"]["properties"]["grip"]["description"]
    )
    with sqlite3.connect(tmp_path / "home" / "diary.db") as conn:
        assert conn.execute("SELECT grip, gait FROM nights").fetchall() == [(1, 3)]


def _copy_with_one_more_measure(tmp_path):
    copy = tmp_path / "copy"
    shutil.copytree(ROOT / "hamdiary", copy / "hamdiary")
    night = copy / "hamdiary" / "domain" / "night.py"
    before = night.read_text(encoding="utf-8")
    after = before.replace("\n    surface: str | None = text(", ONE_MORE_MEASURE, 1)
    assert after != before
    night.write_text(after, encoding="utf-8")
    return copy


def test_the_version_before_still_opens_a_diary_with_one_more_measure(tmp_path):
    settings = {"HAMDIARY_HOME": str(tmp_path / "home"), "PYTHONPATH": str(ROOT)}
    one_more = {**settings, "PYTHONPATH": str(_copy_with_one_more_measure(tmp_path))}
    python("-m", "hamdiary", "setup", "--name", "Biscuit", **one_more)
    python("-m", "hamdiary", "log", "--grip", "2", "--gait", "3", **one_more)
    assert python("-m", "hamdiary", "log", "--gait", "4", **settings).returncode == 0
    assert python("-m", "hamdiary", "undo", **settings).returncode == 0
    night = json.loads(python("-m", "hamdiary", "show", "--json", **one_more).stdout)["night"]
    assert (night["grip"], night["gait"]) == (2, 3)
