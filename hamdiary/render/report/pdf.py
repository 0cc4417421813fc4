"""The report as PDF, set by typst: tagged, with title, language and words for every picture."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from threading import Lock, Thread
from typing import TYPE_CHECKING, Any

from hamdiary.domain.report import Report
from hamdiary.domain.text import clean
from hamdiary.render.charts import Chart, charts_of
from hamdiary.render.report.page import page_of

if TYPE_CHECKING:
    import typst

FOLDER = Path(__file__).parent

LONGEST_WORD = 24
"""Letters of a word without a place to break it (traps §4)."""

_BREAK = "\u200b"
_LONG = re.compile(rf"\S{{{LONGEST_WORD},}}")
_PIECE = LONGEST_WORD // 2


def pdf_of(report: Report) -> bytes:
    """The PDF; PDF/UA-1 where fonts have every letter, else the same without that promise."""
    import typst

    template = (FOLDER / "report.typ").read_bytes()
    compiler = typst.Compiler(font_paths=known_fonts(), sys_inputs=inputs_of(report))
    when = int(report.made.timestamp())
    try:
        made = compiler.compile(template, format="pdf", pdf_standards="ua-1", timestamp=when)
    except typst.TypstError:
        # Most likely a letter that no font has: then it is a box, and the file says less.
        made = compiler.compile(template, format="pdf", timestamp=when)
    assert isinstance(made, bytes)
    return made


def known_fonts() -> "typst.Fonts":
    """The fonts here and this computer's own; looked for once, which takes a third of the work."""
    import typst

    with _LOOKING:
        if not _FOUND:
            _FOUND.append(typst.Fonts(font_paths=[str(FOLDER / "fonts")]))
        return _FOUND[0]


_FOUND: "list[typst.Fonts]" = []
_LOOKING = Lock()


def look_for_fonts() -> None:
    """Look for fonts beside other work, while the diary is being read."""
    Thread(target=known_fonts, daemon=True).start()


def inputs_of(report: Report) -> dict[str, str]:
    """What the template reads: the page and its charts as JSON, every word breakable."""
    page: dict[str, Any] = asdict(page_of(report))

    charts = list(_charts(charts_of(report.series))) if page["charts"] else []
    return {"page": _json(_breakable(page)), "charts": _json(charts)}


def _charts(charts: Sequence[Chart]) -> Iterator[dict[str, str]]:
    for each in charts:
        yield {"title": each.title, "words": each.words, "svg": each.svg}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _breakable(value: Any) -> Any:
    """The same with every text cleaned, and long words given places to break."""
    match value:
        case str():
            return _LONG.sub(_pieces, clean(value))
        case dict():
            return {key: _breakable(each) for key, each in value.items()}
        case list() | tuple():
            return [_breakable(each) for each in value]
        case _:
            return value


def _pieces(found: re.Match[str]) -> str:
    word = found[0]
    return _BREAK.join(word[place : place + _PIECE] for place in range(0, len(word), _PIECE))
