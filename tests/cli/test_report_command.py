"""`hamdiary report`: a file of its own name, whole or not at all, never over another unasked."""

import json
import os
import pty
import signal
import subprocess
import sys
from contextlib import suppress

import pytest

from hamdiary.cli.commands.report import LANGUAGES, PARTS
from hamdiary.domain import report
from hamdiary.languages import reading


@pytest.fixture
def logged(biscuit, tmp_path, monkeypatch):
    """Biscuit's command line with three nights, in a folder of its own."""
    for night, gait in (("-2d", "1"), ("yesterday", "2"), ("today", "3")):
        assert biscuit("log", "--night", night, "--gait", gait, "--note", f"gait {gait}").code == 0
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return biscuit


def files(tmp_path):
    return sorted(each.name for each in (tmp_path / "here").iterdir())


def test_the_command_knows_the_parts_that_there_are():
    assert tuple(report.PARTS) == PARTS
    assert reading.LANGUAGES == LANGUAGES


def test_without_a_name_a_pdf_of_the_hamsters_name_is_written_here(logged, tmp_path):
    done = logged("report")
    place = tmp_path / "here" / "biscuit-2026-11-22.pdf"
    assert (done.code, done.err) == (0, "")
    assert done.out == f"{place}: 3 nights, 3 recorded\n"
    assert place.read_bytes().startswith(b"%PDF-")
    assert files(tmp_path) == ["biscuit-2026-11-22.pdf"]


@pytest.mark.parametrize("ending", ["pdf", "html", "md", "json"])
def test_the_ending_chooses_the_format(logged, tmp_path, ending):
    place = tmp_path / "here" / f"r.{ending}"
    assert logged("report", "--nights", "2", "-o", str(place)).out == (
        f"{place}: 2 nights, 2 recorded\n"
    )
    assert place.stat().st_size > 1000


@pytest.mark.parametrize("format", ["html", "md"])
def test_a_page_loads_no_plots_and_not_all_words_of_hints(logged, settings, format):
    call = [sys.executable, "-X", "importtime", "-m", "hamdiary", "report", "-o", "-"]
    done = subprocess.run(
        [*call, "--format", format], env={**os.environ, **settings}, capture_output=True,
        text=True, check=True,
    )  # fmt: skip
    loaded = {each.rpartition("|")[2].strip() for each in done.stderr.splitlines()}
    assert "hamdiary.services.hints" in loaded and "Please look at first" in done.stdout
    assert loaded.isdisjoint({"tomllib", "plotext", "typst", "hamdiary.render.recovery",
                              "hamdiary.knowledge.hints", "hamdiary.services.diet"})  # fmt: skip


def test_in_a_folder_it_has_its_usual_name(logged, tmp_path):
    done = logged("report", "-o", str(tmp_path / "here"), "--format", "md")
    assert done.out.startswith(f"{tmp_path}/here/biscuit-2026-11-22.md: ")


def test_a_file_that_is_there_is_replaced_only_if_that_is_said(logged, tmp_path):
    place = tmp_path / "here" / "r.md"
    place.write_text("mine")
    done = logged("report", "-o", str(place))
    assert (done.code, place.read_text()) == (73, "mine")
    assert done.err == f"hamdiary: {place} is there already; --force replaces it\n"
    assert logged("report", "-o", str(place), "--force").code == 0
    assert place.read_text().startswith("# Biscuit")
    assert logged("report").code == 0
    assert logged("report").code == 73


@pytest.mark.parametrize("format", ["html", "md", "json", "pdf"])
def test_a_dash_is_standard_output_and_needs_a_format(program, logged, format):
    assert logged("report", "-o", "-").code == 2
    done = program("report", "-o", "-", "--format", format)
    begins = {"html": "<!DOCTYPE", "md": "# Biscuit", "json": "{", "pdf": "%PDF"}[format]
    assert (done.code, done.err) == (0, "") and done.out.startswith(begins)


@pytest.mark.parametrize("name", ["no/folder/r.pdf", "x" * 300 + ".pdf", "🐹" * 80 + ".html"])
def test_a_file_that_cannot_be_made_is_one_line(logged, tmp_path, name):
    done = logged("report", "-o", name)
    assert done.code == 73
    assert done.err.startswith("hamdiary: cannot write ") and done.err.count("\n") == 1
    assert files(tmp_path) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-o", "report.doc"], ".pdf, .html, .md or .json"),
        (["--nights", "0"], "1 to"),
        (["--nights", "3", "--since", "vet"], "do not go together"),
        (["--since", "vet"], "happening add vet-visit"),
        (["--since", "onset"], "setup --edit --onset"),
        (["--since", "30 Feb"], "--since"),
        (["--only", "hints", "--without", "notes"], "do not go together"),
        (["--only", "everything"], "--only"),
        (["--question", "x" * 500], "400 characters"),
    ],
)
def test_what_cannot_be_meant_is_said_in_one_line_and_writes_nothing(
    logged, tmp_path, arguments, said
):
    done = logged("report", *arguments)
    assert done.code == 2 and said in done.err and done.err.count("\n") == 1
    assert files(tmp_path) == []


def test_since_a_visit_or_a_night(logged):
    logged("happening", "add", "vet-visit", "--on", "yesterday", "--yes")
    for since, nights in (("vet", 2), ("yesterday", 2), ("2026-11-20", 3)):
        done = logged("report", "--since", since, "--force")
        assert f": {nights} night" in done.out


def test_parts_and_questions_are_chosen(logged):
    done = logged("report", "-o", "-", "--format", "json", "--only", "questions",
                  "--question", "may it climb?", "--question", "  ")  # fmt: skip
    made = json.loads(done.out)
    assert made["observed"] == {"questions": ["may it climb?"]} and made["computed"] == {}
    text = logged("report", "-o", "-", "--format", "md", "--without", "notes").out
    assert "gait 3" not in text and "Night by night" in text


def test_another_hamsters_report_bears_its_name(logged, tmp_path):
    logged("setup", "--name", "../../evil [/]")
    assert logged("--hamster", "../../evil [/]", "report").code == 0
    assert files(tmp_path) == ["evil-2026-11-22.pdf"]


STOPPED = """
import os, runpy, signal, sys
import hamdiary.services.report_file as report_file
from hamdiary.render.report import pdf
from pathlib import Path

moment, put = sys.argv.pop(1), Path.write_bytes
setting = pdf.pdf_of

def stopped(*given):
    os.kill(os.getpid(), signal.SIGINT)
    return setting(*given)

def half_written(place, made):
    put(place, made[:100])
    os.kill(os.getpid(), signal.SIGINT)
    return put(place, made)

if moment == "setting":
    pdf.pdf_of = stopped
elif moment == "writing":
    Path.write_bytes = half_written
runpy.run_module("hamdiary", run_name="__main__", alter_sys=True)
"""
"""The program itself, and a Ctrl-C that comes while the pages are set or while they are written."""


@pytest.mark.slow
@pytest.mark.parametrize("moment", ["setting", "writing", "never"])
def test_ctrl_c_leaves_no_half_file_and_a_long_report_shows_how_far_it_is(
    settings, tmp_path, moment
):
    environment = {**os.environ, **settings, "TERM": "xterm", "COLUMNS": "100"}
    command = [sys.executable, "-m", "hamdiary"]
    subprocess.run([*command, "setup", "--name", "Biscuit", "--onset", "2026-01-01"],
                   env=environment, check=True, capture_output=True)  # fmt: skip
    for night in ("2026-01-01", "today"):
        subprocess.run([*command, "log", "--night", night, "--gait", "1", "--yes"],
                       env=environment, check=True, capture_output=True)  # fmt: skip
    here = tmp_path / "here"
    here.mkdir()
    main, side = pty.openpty()
    running = subprocess.Popen(
        [sys.executable, "-c", STOPPED, moment, "report", "--since", "onset", "-o", "r.pdf"],
        env=environment, cwd=here, stdin=side, stdout=side, stderr=side, start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )  # fmt: skip
    os.close(side)
    shown = all_of(main)
    left = [each.name for each in here.iterdir()]
    expected = (0, ["r.pdf"]) if moment == "never" else (130, [])
    assert (running.wait(), left) == expected, shown
    assert b"%" in shown and b"Traceback" not in shown


def all_of(terminal):
    """What is shown there until nobody holds the other side any more."""
    shown = b""
    with os.fdopen(terminal, "rb", buffering=0) as screen, suppress(OSError):
        while piece := screen.read(4096):
            shown += piece
    return shown
