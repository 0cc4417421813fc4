"""Write the picture of the report in the README: page 1 of the sample diary's, as typst sets it.

python screenshots/report.py
"""

import sys
import tempfile
from pathlib import Path

import typst

from hamdiary.render.report.pdf import FOLDER, inputs_of, known_fonts
from hamdiary.services.clock import Clock
from hamdiary.services.reporting import report_of
from hamdiary.services.sample.making import make_sample
from hamdiary.services.session import open_session
from hamdiary.storage.locations import Home

HERE = Path(__file__).resolve().parent
WHEN = {"HAMDIARY_NOW": "2026-11-22T21:16:00+01:00", "TZ": "Europe/Berlin"}
"""The evening on which every picture is taken."""

DOTS_AN_INCH = 120


def main() -> None:
    """Make the sample diary, its report, and the picture of page 1."""
    place = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "report-page1.png"
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder))
        make_sample(home.diary, home, now=Clock(WHEN).now())
        with open_session({**WHEN, "HAMDIARY_HOME": folder}) as session:
            inputs = inputs_of(report_of(session, session.hamster()))
    compiler = typst.Compiler(font_paths=known_fonts(), sys_inputs=inputs)
    page = (FOLDER / "report.typ").read_bytes()
    pages = compiler.compile(page, format="png", ppi=DOTS_AN_INCH)
    assert isinstance(pages, list)
    place.write_bytes(pages[0])


if __name__ == "__main__":
    main()
