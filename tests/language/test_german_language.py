"""The German catalogue: whole, well formed, and read by the program."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from catalogue import FOLDER, compiled, is_said, key, lacking, placeholders, read, trouble_with
from gathering import ROOMS


@pytest.fixture(scope="module")
def wanted():
    """All that the program says, by room, from a process of its own: tests declare things too."""
    done = subprocess.run(
        [sys.executable, Path(__file__).with_name("gathering.py")],
        capture_output=True, text=True, check=True, encoding="utf-8",
    )  # fmt: skip
    return {room: [tuple(each) for each in keys] for room, keys in json.loads(done.stdout).items()}


@pytest.mark.parametrize("room", ROOMS)
def test_every_text_of_the_program_is_in_the_catalogue_and_no_other(wanted, room):
    assert sorted(key(each) for each in read(room) if each.id) == sorted(wanted[room]), (
        "run python tests/language/catalogue.py update"
    )


@pytest.mark.parametrize("room", ROOMS)
def test_every_text_has_its_german(room):
    assert [each.id for each in lacking(room)] == []


def test_what_the_program_reads_is_what_translators_wrote():
    assert (FOLDER / "de.mo").read_bytes() == compiled(), "run catalogue.py compile"


@pytest.mark.parametrize("room", ROOMS)
def test_what_is_said_has_the_same_values_in_it(room):
    wrong = [
        (each.id, each.string)
        for each in read(room)
        if each.id and is_said(each) and trouble_with(each.id, each.string)
    ]
    assert wrong == []


def test_values_are_told_by_their_braces_and_form():
    assert placeholders("{n:.1f} of {name}") == {"{n:.1f}", "{name}"}


def test_another_name_in_braces_is_a_fault():
    assert trouble_with("{n} nights", "{m} Nächte")


def test_a_plural_needs_two_forms():
    assert trouble_with(("{n} night", "{n} nights"), "{n} Nächte")
