"""Write the pictures of the README: the real program, driven by keys, on the sample diary.

python screenshots/make.py            writes every picture
python screenshots/make.py tonight    writes those whose name begins so
"""

import asyncio
import atexit
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from textual.widgets import Input, TextArea

from hamdiary.services.backing_up import back_up_now
from hamdiary.services.clock import Clock
from hamdiary.services.merging.joining import join
from hamdiary.services.merging.merging import look_at, merge
from hamdiary.services.merging.sending import send
from hamdiary.services.recording import record_night
from hamdiary.services.sample.making import make_sample
from hamdiary.services.session import open_session
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


THEMES = {"dark": "burrow", "light": "meadow", "contrast": "black and white"}
SIZES = ((60, 18), (80, 24), (120, 40))
"""Every screen is shown at these."""

SIZE = re.compile(r"\b\d{3}(&#160;)kB\b")
"""How large a backup is: a page more or less, as random ids fall."""

Size = tuple[int, int]


@dataclass(frozen=True)
class Picture:
    """One run of the program and what it is taken as: keys at a size, in one or more themes."""

    screen: str
    size: Size
    keys: tuple[str, ...] = ()
    looks: tuple[str, ...] = ("dark", "light")
    """Which of `THEMES`; the keys are pressed in the first."""
    waits: float = 0.0
    """How long, in seconds, before it is taken."""
    prepared: Callable[[dict[str, str]], None] | None = None
    """What is done to the diary of that environment before."""

    @property
    def names(self) -> tuple[str, ...]:
        """The files, one for each look, without their ending."""
        wide, high = self.size
        return tuple(f"{self.screen}-{wide}x{high}-{look}" for look in self.looks)


def screen(
    name: str,
    *keys: str,
    waits: float = 0.0,
    prepared: Callable[[dict[str, str]], None] | None = None,
    **at: tuple[str, ...],
) -> list[Picture]:
    """A screen at all sizes; `at` gives other keys for a size, as w60=(…)."""
    return [
        Picture(name, size, at.get(f"w{size[0]}", keys), waits=waits, prepared=prepared)
        for size in (*SIZES, *([(200, 60)] if "w200" in at else []))
    ]


def written_apart(environment: dict[str, str]) -> None:
    """Two carers have written the same field of this night and merged."""
    folder = Path(environment["HAMDIARY_HOME"]).parent
    theirs = {**environment, "HAMDIARY_HOME": str(folder / "MM"), "HAMDIARY_CARER": "MM"}
    with open_session({**environment, "HAMDIARY_CARER": "LB"}) as session:
        bundle = send(session, folder / "lb.hamdiary").path
    with join(theirs, None, bundle).session as other:
        record_night(other, other.hamster(), other.tonight, {"gait": 3, "ate": "half"})
        bundle = send(other, folder / "mm.hamdiary").path
    with open_session({**environment, "HAMDIARY_CARER": "LB"}) as session:
        # A change before makes this carer's the later one, whatever the devices are called.
        for values in ({"wheel": "some"}, {"gait": 4, "ate": "most"}):
            record_night(session, session.hamster(), session.tonight, values)
        merge(session, look_at(session, bundle))


def backed_up(environment: dict[str, str]) -> None:
    """Backups of several evenings, and since then a night more."""
    for moment in ("2026-11-19T22:02", "2026-11-21T21:40", "2026-11-22T20:55"):
        with open_session({**environment, "HAMDIARY_NOW": f"{moment}:00+01:00"}) as session:
            back_up_now(session)
    with open_session(environment) as session:
        record_night(session, session.hamster(), session.tonight, {"gait": 4, "ate": "half"})


def damaged(environment: dict[str, str]) -> None:
    """Backups of several evenings, and since then half of the diary was overwritten."""
    backed_up(environment)
    diary = Path(environment["HAMDIARY_HOME"]) / "diary.db"
    with diary.open("r+b") as file:
        file.seek(4096)
        file.write(bytes(diary.stat().st_size // 2))


def with_a_table(environment: dict[str, str]) -> None:
    """A table of nights as an owner keeps one lies at home."""
    rows = ("Date;Weight;Gait;Food;Mood", "2026-11-19;98.1;4;all;lively", "2026-11-23;1180;4;half;")
    (Path(environment["HAMDIARY_HOME"]).parent / "nights.csv").write_text("\n".join(rows) + "\n")


def called(name: str) -> tuple[str, ...]:
    """The keys that call something by its name in the palette."""
    return ("ctrl+p", *(_NAMED.get(each, each) for each in name), "enter")


_NAMED = {" ": "space", "?": "question_mark", "\u2026": "", "'": "apostrophe"}
_EVENING = ("down", "down", "down", "3", "down", "0", "=", "9", "8", ".", "4", "enter", "down", "2")
_LEGS_LOST = ("down", "x", "x", "up", "up", "up", "1")
UNTIL_QUIET = QUIET + 3 * LOOKS_AGAIN
"""Seconds until the dialog comes by itself."""

_VITAMINS = ("home", *["down"] * 6, "enter")
_TILTED = (*["down"] * 21, "n", "n", "n", "y")
_LEFT = ("left",) * 4
_NAME = (*"Biscuit", "enter", "1")

PICTURES = (
    *screen("tonight", *_EVENING, w200=_EVENING),
    Picture("tonight", (120, 40), (*_EVENING, "home"), ("contrast",)),
    *screen("diary", "d", "down", w200=("d", "down")),
    *screen("recovery", "r", "2", *_LEFT, w60=("r", "left", "left"), w200=("r", "2", *_LEFT)),
    *screen("care", "c", w60=("c", "tab"), w200=("c",)),
    *screen(
        "guide",
        "g",
        *_VITAMINS,
        w120=("g", *_VITAMINS, "tab", *_TILTED),
        w200=("g", *_VITAMINS, "tab", *_TILTED),
    ),
    *screen("guide-signs", "g", "down", "enter", *_TILTED),
    *screen("guide-search", "g", "slash", *"tilt"),
    *screen("report", "v", "down", w80=("v", *["tab"] * 4), w200=("v",)),
    Picture("report", (120, 40), ("v",), ("contrast",)),
    *screen("feeding", "f", "down", w80=("f", *"pep")),
    *screen("serving", "f", "enter", "down", "3"),
    *screen("never-food", "f", *"cocoa", "enter", "enter"),
    *screen("clips", "d", "down", "p"),
    *screen("outing", "o", "o", "o"),
    *screen("doses", "m"),
    *screen("to-do", "z"),
    *screen("signs", *["down"] * 10, "enter", "n", "n", "y"),
    *screen("help", "question_mark"),
    *screen("hints", "h"),
    *screen("hint-now", *_LEGS_LOST, waits=UNTIL_QUIET),
    *screen("first-run", *_NAME),
    *[
        Picture("palette", size, ("ctrl+p",), (look,))
        for size in SIZES
        for look in ("dark", "light")
    ],
    Picture("palette-search", (80, 24), ("ctrl+p", *"back")),
    *screen("tour", *called("first night")),
    *screen("settings", *called("settings")),
    *screen("hamster", "a"),
    *screen("medicine", *called("new medicine")),
    *screen("wellbeing", *called("quality of life")),
    *screen("note", "n", *"slept in the hay"),
    *screen("export", *called("export")),
    *screen("conflicts", "b", prepared=written_apart),
    *screen("import", *called("import nights"), *"~/nights.csv", "enter", prepared=with_a_table),
    *screen("backups", *called("backups"), prepared=backed_up),
    *screen("restore", *called("backups"), "down", "enter", prepared=backed_up),
    *screen("rescue", prepared=damaged),
    *screen("merge", *called("merge another")),
    *screen("send", *called("send my")),
    *screen("who-writes", *called("who writes")),
)


async def take(picture: Picture, home: Path) -> list[str]:
    """The window as SVG, once for each look."""
    environment = {**WHEN, "HAMDIARY_HOME": str(home)}
    os.environ["HOME"] = str(home.parent)  # so that paths are said from ~ on
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    (home / "settings.toml").write_text(NO_RINGING, encoding="utf-8")
    if picture.screen != "first-run":
        shutil.copy(sample(), home / "diary.db")
    if picture.prepared is not None:
        picture.prepared(environment)
    start = Start.of(environment, None, None)
    app = HamdiaryApp(start)
    taken = []
    async with app.run_test(size=picture.size) as pilot:
        app.theme = THEMES[picture.looks[0]]
        # What is to do, and what is to be told the vet, are shown a moment after the first frame.
        await pilot.pause(SHOWN_AFTER + 0.1)
        for key in filter(None, picture.keys):
            await pilot.press(key)
            await pilot.pause()
        app.clear_notifications()
        await pilot.pause(SHOWN_AFTER + 0.1 + picture.waits)
        await app.workers.wait_for_complete()  # the preview of a report
        for field in (*app.screen.query(Input), *app.screen.query(TextArea)):
            field.cursor_blink = False
        for look in picture.looks:
            app.theme = THEMES[look]
            await pilot.pause()
            app.screen.refresh()
            await pilot.pause()
            taken.append(SIZE.sub("397\\1kB", app.export_screenshot(title="hamdiary")))
    start.close()
    return taken


@cache
def sample() -> Path:
    """The sample diary, made once."""
    folder = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, folder)
    make_sample(folder / "diary.db", Home(folder), now=Clock(WHEN).now())
    return folder / "diary.db"


def main() -> None:
    wanted = sys.argv[1] if len(sys.argv) > 1 else ""
    for picture in PICTURES:
        if any(name.startswith(wanted) for name in picture.names):
            with tempfile.TemporaryDirectory() as folder:
                taken = asyncio.run(take(picture, Path(folder) / "hamdiary"))
            for name, svg in zip(picture.names, taken, strict=True):
                (HERE / f"{name}.svg").write_text(svg, encoding="utf-8")
                print(name)


if __name__ == "__main__":
    main()
