"""The report as one HTML file: nothing remote, no script, readable on a telephone and in print."""

import re
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

from hamdiary.domain.report import Report
from hamdiary.domain.text import clean
from hamdiary.render.chart_frame import NARROW, WIDE
from hamdiary.render.charts import charts_of
from hamdiary.render.report.page import page_of
from hamdiary.render.report.table import Align, Cell

FOLDER = Path(__file__).parent

_ENDS = "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
_NO_LETTER = re.compile(f"[\ufdd0-\ufdef{_ENDS}]")
"""Code points that are no letters and that no page may hold."""


def html_of(report: Report) -> bytes:
    """The page in UTF-8; whatever an owner typed is escaped and can neither run nor load."""
    from jinja2 import DictLoader, Environment, StrictUndefined
    from markupsafe import Markup

    style = (FOLDER / "report.css").read_text(encoding="utf-8").strip()
    template = (FOLDER / "report.html.j2").read_text(encoding="utf-8")
    environment = Environment(
        loader=DictLoader({"report": template}),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        finalize=_cleaned,
        optimized=False,  # folding constants takes longer than it saves on a page written once
    )
    page = page_of(report)
    urgent = any(each.urgency in ("now", "today") for each in page.look_first or ())
    charts = _charts(report, Markup) if page.charts else []
    text = environment.get_template("report").render(
        page=page,
        urgent=urgent,
        charts=charts,
        words=page.words,
        classes=_classes(Markup),
        style=Markup(style),
        style_hash=_hash(style),
    )
    return (text + "\n").encode("utf-8")


def _charts(report: Report, markup: Any) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Each chart for a screen or paper, and for a telephone."""

    def of(width: float) -> list[dict[str, Any]]:
        """The charts, drawn so wide."""
        return [
            {"title": each.title, "svg": markup(each.svg)}
            for each in charts_of(report.series, width)
        ]

    return list(zip(of(WIDE), of(NARROW), strict=True))


def _classes(markup: Any) -> Callable[..., Any]:
    """What says how a cell is set: asked for each of hundreds, which a macro takes long for."""

    def classes(cell: Cell, side: Align = "left") -> Any:
        """The attribute for a cell: its tone, its side, and whether its lines are kept."""
        names = (
            cell.tone,
            "right" if side == "right" else "",
            "lines" if "\n" in cell.words else "",
        )
        said = " ".join(filter(None, names))
        return markup(f' class="{said}"') if said else ""

    return classes


def _cleaned(value: Any) -> Any:
    """Every text that is printed, but for what is markup of our own."""
    if type(value) is not str:
        return value
    cleaned = clean(value)
    return cleaned if cleaned.isascii() else _NO_LETTER.sub("\ufffd", cleaned)


def _hash(style: str) -> str:
    return f"sha256-{b64encode(sha256(style.encode()).digest()).decode()}"
