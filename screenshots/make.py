"""Write the pictures of the README: the real program, driven by keys, on the sample diary.

python screenshots/make.py            writes every picture
python screenshots/make.py tonight    writes those whose name begins so
"""

import asyncio
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from hamdiary.services.clock import Clock
from hamdiary.services.sample import make_sample
from hamdiary.storage.locations import Home
from hamdiary.tui.app import HamdiaryApp
from hamdiary.tui.care_actions import SHOWN_AFTER
from hamdiary.tui.hint_watch import LOOKS_AGAIN, QUIET
from hamdiary.tui.start import Start

HERE = Path(__file__).resolve().parent
WHEN = {"HAMDIARY_NOW": "2026-11-22T21:16:00+01:00", "TZ": "Europe/Berlin"}
"""The evening on which every picture is taken."""


NO_RINGING = "[delivery]\ndesktop = false\nbell = false\n"
"""Nobody's desktop is to be troubled by taking pictures."""


@dataclass(frozen=True)
class Picture:
    """One picture: what is pressed, and how long waited, before it is taken; how large it is."""

    name: str
    size: tuple[int, int] = (120, 40)
    keys: tuple[str, ...] = ()
    theme: str = "burrow"
    sample: bool = True
    waits: float = 0.0


_EVENING = ("down", "down", "down", "3", "down", "0", "=", "9", "8", ".", "4", "enter", "down", "2")
_LEGS_LOST = ("down", "x", "x", "up", "up", "up", "1")
UNTIL_QUIET = QUIET + 3 * LOOKS_AGAIN
"""Seconds until the dialog comes by itself."""

_VITAMINS = ("home", *["down"] * 6, "enter")
_TILTED = (*["down"] * 21, "n", "n", "n", "y")
_SIGNS = ("tab", *_TILTED)

PICTURES = (
    Picture("tonight-120x40-dark", keys=(*_EVENING, "up", "up", "up")),
    Picture("tonight-120x40-light", keys=(*_EVENING, "home"), theme="meadow"),
    Picture("tonight-80x24-dark", (80, 24), _EVENING),
    Picture("tonight-60x18-dark", (60, 18), _EVENING),
    Picture("tonight-200x60-dark", (200, 60), _EVENING),
    Picture("tonight-120x40-contrast", keys=(*_EVENING, "home"), theme="black and white"),
    Picture("diary-120x40-dark", keys=("d", "down")),
    Picture("diary-120x40-light", keys=("d", "down"), theme="meadow"),
    Picture("diary-80x24-dark", (80, 24), ("d", "down")),
    Picture("recovery-120x40-dark", keys=("r", "2", *["left"] * 4)),
    Picture("recovery-120x40-light", keys=("r", *["left"] * 4), theme="meadow"),
    Picture("recovery-80x24-dark", (80, 24), ("r", "2", *["left"] * 4)),
    Picture("recovery-60x18-dark", (60, 18), ("r", "left", "left")),
    Picture("care-120x40-dark", keys=("c",)),
    Picture("care-120x40-light", keys=("c",), theme="meadow"),
    Picture("care-80x24-dark", (80, 24), ("c",)),
    Picture("care-60x18-dark", (60, 18), ("c", "tab")),
    Picture("guide-120x40-dark", keys=("g", *_VITAMINS, *_SIGNS)),
    Picture("guide-120x40-light", keys=("g", *_VITAMINS, *_SIGNS), theme="meadow"),
    Picture("guide-80x24-dark", (80, 24), ("g", *_VITAMINS)),
    Picture("guide-60x18-dark", (60, 18), ("g", *_VITAMINS)),
    Picture("guide-200x60-dark", (200, 60), ("g", *_VITAMINS, *_SIGNS)),
    Picture("guide-signs-120x40-dark", keys=("g", "down", "enter", *_TILTED)),
    Picture("guide-signs-80x24-dark", (80, 24), ("g", "down", "enter", *_TILTED)),
    Picture("guide-search-120x40-dark", keys=("g", "slash", *"tilt")),
    Picture("feeding-120x40-dark", keys=("f", "down")),
    Picture("feeding-80x24-dark", (80, 24), ("f", *"pep")),
    Picture("feeding-60x18-dark", (60, 18), ("f",)),
    Picture("serving-80x24-dark", (80, 24), ("f", "enter", "down", "3")),
    Picture("never-food-120x40-dark", keys=("f", *"cocoa", "enter", "enter")),
    Picture("report-120x40-dark", keys=("v", "down")),
    Picture("report-120x40-light", keys=("v", "tab", "tab"), theme="meadow"),
    Picture("report-120x40-contrast", keys=("v",), theme="black and white"),
    Picture("report-80x24-dark", (80, 24), ("v", *["tab"] * 3)),
    Picture("report-60x18-dark", (60, 18), ("v",)),
    Picture("report-200x60-dark", (200, 60), ("v",)),
    Picture("clips-120x40-dark", keys=("c", *["tab"] * 4)),
    Picture("clips-80x24-dark", (80, 24), ("d", "down", "p")),
    Picture("outing-120x40-dark", keys=("o", "o", "o")),
    Picture("doses-80x24-dark", (80, 24), ("m",)),
    Picture("signs-120x40-dark", keys=(*["down"] * 10, "enter", "n", "n", "y")),
    Picture("wording-120x40-dark", keys=("question_mark",)),
    Picture("hint-120x40-dark", keys=("h",)),
    Picture("hint-120x40-light", keys=("h",), theme="meadow"),
    Picture("hint-now-120x40-dark", keys=_LEGS_LOST, waits=UNTIL_QUIET),
    Picture("hint-now-80x24-dark", (80, 24), _LEGS_LOST, waits=UNTIL_QUIET),
    Picture("hint-now-60x18-dark", (60, 18), _LEGS_LOST, waits=UNTIL_QUIET),
    Picture("first-run-80x24-dark", (80, 24), (*"Biscuit", "enter", "1"), sample=False),
    Picture("first-run-80x24-light", (80, 24), (*"Biscuit", "enter", "1"), "meadow", sample=False),
)


async def take(picture: Picture, home: Path) -> str:
    """The window as SVG."""
    environment = {**WHEN, "HAMDIARY_HOME": str(home)}
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    (home / "settings.toml").write_text(NO_RINGING, encoding="utf-8")
    if picture.sample:
        make_sample(home / "diary.db", Home(home), now=Clock(environment).now())
    start = Start.of(environment, None, None)
    app = HamdiaryApp(start)
    async with app.run_test(size=picture.size) as pilot:
        app.theme = picture.theme
        await pilot.pause()
        for key in picture.keys:
            await pilot.press(key)
            await pilot.pause()
        app.clear_notifications()
        await pilot.pause(
            SHOWN_AFTER + 0.1 + picture.waits
        )  # what is to do is shown a moment later
        await app.workers.wait_for_complete()  # the preview of a report
        app.screen.refresh()
        await pilot.pause()
        svg = app.export_screenshot(title="hamdiary")
    start.close()
    return svg


def main() -> None:
    wanted = sys.argv[1] if len(sys.argv) > 1 else ""
    for picture in PICTURES:
        if picture.name.startswith(wanted):
            with tempfile.TemporaryDirectory() as folder:
                svg = asyncio.run(take(picture, Path(folder) / "home"))
            (HERE / f"{picture.name}.svg").write_text(svg, encoding="utf-8")
            print(picture.name)


if __name__ == "__main__":
    main()
