"""Each of the sixty bad inputs has a test that says what is right; this is the list of them.

By number of the list that the project keeps of them: values, text, files, terminals.
"""

import ast
import csv
import os
import subprocess
import sys
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]

LIST = Path(__file__).with_name("bad_inputs.csv")


def named_in(path: Path) -> set[str]:
    """The names of a file's functions, none of which is run."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    return {node.name for node in ast.walk(tree) if isinstance(node, functions)}


def test_every_one_of_the_sixty_has_its_test(tell: Callable[[str], None]) -> None:
    with LIST.open(encoding="utf-8") as lines:
        held_by = [(int(row["bad input"]), row["held by"]) for row in csv.DictReader(lines)]
    places = [(number, *name.split("::")) for number, name in held_by]
    held = {number for number, file, test in places if test in named_in(TESTS / file)}
    missing = [test for _, file, test in places if test not in named_in(TESTS / file)]
    tell(f"60 bad inputs, {len(held)} with a test of what is right")
    assert missing == []
    assert held == set(range(1, 61))


@pytest.mark.slow
def test_an_archive_with_a_link_in_it_is_refused_and_nothing_is_unpacked(tmp_path: Path) -> None:
    there = tmp_path / "nights.tar"
    with tarfile.open(there, "w") as archive:
        link = tarfile.TarInfo("nights.csv")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    environment = {
        "HAMDIARY_HOME": str(tmp_path / "home"),
        "PATH": os.environ["PATH"],
        "PYTHONPATH": ":".join(filter(None, sys.path)),
    }
    for words in (["setup", "--name", "Clover"], ["import", str(there), "--yes"]):
        done = subprocess.run(
            [sys.executable, "-m", "hamdiary", *words],
            env=environment, capture_output=True, text=True, cwd=tmp_path,
        )  # fmt: skip
    assert done.returncode not in (0, 1)
    assert len(done.stderr.splitlines()) == 1
    assert "Traceback" not in done.stderr
    assert sorted(each.name for each in tmp_path.iterdir()) == ["home", "nights.tar"]
