"""The manual page: everything that click knows, in roff that man's own tools take."""

import shutil
import subprocess
from pathlib import Path

import pytest

from hamdiary.cli.pages import command_pages


def test_every_command_and_every_option_stands_in_it(hamdiary):
    roff = hamdiary("man").out
    text = roff.replace("\\-", "-")

    for page in command_pages():
        assert f'.SS "hamdiary {page.name}"' in text
    for option in ("--plain", "--json", "--diary", "--leg-left", "--dry-run", "--years"):
        assert option in text


def test_no_word_of_it_can_be_taken_for_a_request(hamdiary):
    known = {".TH", ".SH", ".SS", ".PP", ".TP", ".B", ".nf", ".fi", ".RS", ".RE"}
    requests = {
        line.split()[0] for line in hamdiary("man").out.splitlines() if line.startswith((".", "'"))
    }

    assert requests == known


@pytest.mark.skipif(shutil.which("groff") is None, reason="groff is not here")
def test_groff_takes_it_without_a_warning(hamdiary):
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-ww", "-z"],
        input=hamdiary("man").out, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")


def test_it_needs_no_diary(hamdiary, settings):
    assert hamdiary("man").code == 0
    assert not list(Path(settings["HAMDIARY_HOME"]).glob("*"))


# What newcomers type


def test_help_as_a_word_is_the_help(hamdiary):
    assert hamdiary("help").out == hamdiary("--help").out
    assert hamdiary("help", "log").out == hamdiary("log", "--help").out
    assert hamdiary("help", "out", "add").out == hamdiary("out", "add", "--help").out


def test_a_command_that_is_nearly_right_is_named(hamdiary):
    done = hamdiary("medicin")
    assert done.code == 2
    assert done.err.startswith("hamdiary: There is no command medicin. Did you mean ")
    assert "hamdiary medicine" in done.err
    assert len(done.err.splitlines()) == 1
