"""The pictures of the README show the program as it is: each is taken anew and compared."""

import importlib.util
import re
import sys
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

import pytest

from hamdiary.tui import hint_watch

FOLDER = Path(__file__).parents[2] / "screenshots"
SVG = "{http://www.w3.org/2000/svg}"

pytestmark = pytest.mark.slow


def load_script():
    spec = importlib.util.spec_from_file_location("screenshots_make", FOLDER / "make.py")
    script = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = script
    spec.loader.exec_module(script)
    return script


MAKE = load_script()


class Piece(NamedTuple):
    """Letters of one look, or a piece of background: what stands where in a picture."""

    row: float
    column: float
    text: str
    """The letters; of a background its width."""
    look: str
    """The style of the letters, or the colour behind them."""


def looks_in(svg: str) -> dict[str, str]:
    """What each class of the picture looks like; its name has an id that differs by content."""
    return dict(re.findall(r"^\s*\.(terminal-\w+-r\d+) \{ (.*?);? \}$", svg, re.MULTILINE))


def pieces_in(svg: str) -> Iterator[Piece]:
    looks = looks_in(svg)
    for each in ElementTree.fromstring(svg).iter():
        place = float(each.get("y", 0)), float(each.get("x", 0))
        if each.tag == f"{SVG}text" and each.get("class") in looks:
            yield Piece(*place, unescape("".join(each.itertext())), looks[each.get("class")])
        elif each.tag == f"{SVG}rect" and each.get("fill"):
            yield Piece(*place, each.get("width", ""), each.get("fill", ""))


def rows_of(pieces: list[Piece]) -> dict[float, str]:
    """The text of a picture, row by row, for whoever reads what differs."""
    rows: dict[float, str] = {}
    for piece in sorted(pieces):
        if not piece.look.startswith("#"):
            rows[piece.row] = rows.get(piece.row, "") + piece.text
    return {row: text.replace("\xa0", " ").rstrip() for row, text in rows.items()}


def differences(kept: list[Piece], taken: list[Piece]) -> str:
    before, after = rows_of(kept), rows_of(taken)
    rows = [row for row in sorted({*before, *after}) if before.get(row) != after.get(row)]
    lines = [f"  - {before.get(row, '')}\n  + {after.get(row, '')}" for row in rows[:8]]
    return "\n".join(lines) or "  the words are the same, the colours are not"


@pytest.mark.parametrize("picture", MAKE.PICTURES, ids=lambda each: each.names[0])
async def test_a_picture_shows_the_program_as_it_is(picture, tmp_path, monkeypatch):
    troubles = []
    if picture.waits:
        monkeypatch.setattr(hint_watch, "QUIET", 0.0)
    for name, svg in zip(
        picture.names, await MAKE.take(picture, tmp_path / "hamdiary"), strict=True
    ):
        kept = (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
        before, after = sorted(pieces_in(kept)), sorted(pieces_in(svg))
        assert any(len(piece.text.strip("\xa0 ")) > 1 for piece in after)
        if before != after:
            troubles.append(f"{name}\n{differences(before, after)}")
    if troubles:
        advice = "not what the program shows now; run python screenshots/make.py"
        pytest.fail("\n".join([advice, *troubles]), pytrace=False)


@pytest.mark.parametrize("screen", sorted({each.screen for each in MAKE.PICTURES}))
def test_every_screen_is_shown_at_three_sizes_in_both_themes(screen):
    names = {name for each in MAKE.PICTURES if each.screen == screen for name in each.names}
    wanted = {f"{screen}-{w}x{h}-{look}" for w, h in MAKE.SIZES for look in ("dark", "light")}
    assert wanted <= names or screen == "palette-search"


def test_there_is_no_picture_that_nobody_takes():
    kept = {each.stem for each in FOLDER.glob("*.svg")}
    assert kept == {name for each in MAKE.PICTURES for name in each.names}
