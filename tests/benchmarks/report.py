"""How quick the report is, against bare typst on the same page, side by side in one run.

    python tests/benchmarks/report.py         5 runs of each
    python tests/benchmarks/report.py 15      15 runs of each

Measures and their bounds, medians:
    pdf      30 nights, from the open diary to the PDF   at most 1.5 x typst on the same page
    pdf      ten years, the whole command                at most 5 s and 1000 MB
    html     30 nights, from the open diary to the page  at most 0.2 s, in a process just started
             (seconds of the processor: the machine may have other things to do)
    beyond   `hamdiary report` as HTML beyond `hamdiary tonight`, in turn: at most 0.2 s, both the
             medians' and the least values' difference (seconds of the processor)
Told without a bound: the whole command of a PDF against a process that is nothing but typst.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import typst
from bytecode import compiled

from hamdiary.render.report import pdf
from hamdiary.services.clock import Clock
from hamdiary.services.reporting import report_of
from hamdiary.services.sample.making import make_sample
from hamdiary.services.session import open_session
from hamdiary.storage.locations import Home

NOW = {"HAMDIARY_NOW": "2026-11-22T21:16:00+01:00", "TZ": "Europe/Berlin"}
HAMDIARY = [sys.executable, "-m", "hamdiary"]
FOLDER = pdf.FOLDER

BARE = """
import json, sys, typst
inputs = json.load(open(sys.argv[1], encoding="utf-8"))
fonts = typst.Fonts(font_paths=[sys.argv[3] + "/fonts"])
page = open(sys.argv[3] + "/report.typ", "rb").read()
made = typst.Compiler(font_paths=fonts, sys_inputs=inputs).compile(
    page, format="pdf", pdf_standards="ua-1")
open(sys.argv[2], "wb").write(made)
"""
"""typst and nothing else: the same template, the same words, the same fonts."""

PAGE = """
import os, time
from hamdiary.services.report_file import rendered
from hamdiary.services.reporting import report_of
from hamdiary.services.session import open_session
with open_session(os.environ) as session:
    began = time.process_time()
    rendered(report_of(session, session.hamster()), "html")
    print(time.process_time() - began)
"""
"""A process just started, to which jinja2, the template and the page are still new."""


class Took(NamedTuple):
    """What a process took."""

    seconds: float
    """By the clock on the wall."""
    processor: float
    """Of the processor."""
    megabytes: float
    """At most resident."""


def ran(command: Sequence[str], environment: Mapping[str, str]) -> Took:
    began = time.perf_counter()
    process = subprocess.Popen(
        command, env={**os.environ, **NOW, **environment}, stdout=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    assert os.waitstatus_to_exitcode(status) == 0, command
    return Took(time.perf_counter() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1000)


def timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def in_one_process(home: Mapping[str, str], runs: int) -> float:
    """The PDF from the open diary, against typst on the same page; each looks for its fonts."""
    page = (FOLDER / "report.typ").read_bytes()
    ours, bare = [], []
    with open_session({**NOW, **home}) as session:
        hamster = session.hamster()

        def whole() -> None:
            session.kept.clear()
            pdf._FOUND.clear()
            pdf.pdf_of(report_of(session, hamster))

        inputs = pdf.inputs_of(report_of(session, hamster))

        def alone() -> None:
            fonts = typst.Fonts(font_paths=[str(FOLDER / "fonts")])
            compiler = typst.Compiler(font_paths=fonts, sys_inputs=inputs)
            compiler.compile(page, format="pdf", pdf_standards="ua-1")

        whole(), alone()
        for _ in range(runs):
            ours.append(timed(whole))
            bare.append(timed(alone))
    return statistics.median(ours) / statistics.median(bare)


def page_made(home: Mapping[str, str]) -> float:
    """Seconds of the processor from the open diary to the HTML page."""
    environment = {**os.environ, **NOW, **home}
    done = subprocess.run(
        [sys.executable, "-c", PAGE], env=environment, capture_output=True, check=True
    )
    return float(done.stdout)


def diary_of(home: Path, years: float | None) -> dict[str, str]:
    make_sample(Home(home).diary, Home(home), years=years, now=Clock(NOW).now())
    return {"HAMDIARY_HOME": str(home)}


def main() -> None:
    """Make both diaries, write the reports, and print what it took."""
    compiled()
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        month, years = diary_of(place / "month", None), diary_of(place / "years", 10)
        with open_session({**NOW, **month}) as session:
            inputs = pdf.inputs_of(report_of(session, session.hamster()))
        (place / "inputs.json").write_text(json.dumps(inputs), encoding="utf-8")
        bare = [
            sys.executable,
            "-c",
            BARE,
            f"{place}/inputs.json",
            f"{place}/bare.pdf",
            str(FOLDER),
        ]

        def report(ending: str, *more: str) -> list[str]:
            return [*HAMDIARY, "report", "--force", "-o", f"{place}/made.{ending}", *more]

        took: dict[str, list[Took]] = {}
        for _ in range(runs):  # in turn, since the machine may be busy for a while
            for name, command, environment in (
                ("bare", bare, {}),
                ("pdf", report("pdf"), month),
                ("years", report("pdf", "--since", "onset"), years),
                ("start", [*HAMDIARY, "tonight"], month),
                ("html", report("html"), month),
            ):
                took.setdefault(name, []).append(ran(command, environment))
        pages = [page_made(month) for _ in range(runs)]
        said("html of 30 nights", statistics.median(pages), "s", 0.2)
        said("pdf of 30 nights / typst", in_one_process(month, runs), "x", 1.5)
    told(took)


def told(took: Mapping[str, Sequence[Took]]) -> None:
    wall = {name: statistics.median(each.seconds for each in all_) for name, all_ in took.items()}
    used = {name: statistics.median(each.processor for each in all_) for name, all_ in took.items()}
    said("pdf of ten years", wall["years"], "s", 5.0)
    said("pdf of ten years, memory", max(each.megabytes for each in took["years"]), "MB", 1000)
    print(f"pdf, whole command / typst         {wall['pdf'] / wall['bare']:7.2f} x")
    least = {name: min(each.processor for each in all_) for name, all_ in took.items()}
    said("html beyond tonight, medians", used["html"] - used["start"], "s", 0.2)
    said("html beyond tonight, least", least["html"] - least["start"], "s", 0.2)
    for what, values in (("seconds", wall), ("of the processor", used)):
        print(f"{what}: " + ", ".join(f"{name} {value:.2f}" for name, value in values.items()))


def said(name: str, value: float, unit: str, bound: float) -> None:
    print(
        f"{name:34} {value:7.2f} {unit:2} (at most {bound}) {'ok' if value <= bound else 'MISSED'}"
    )


if __name__ == "__main__":
    main()
