"""A measure declared in `night.py` has its line in the form without another edit."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

DECLARED = """
    grip: Level | NotSeen | None = scale(
        "Grip", step("none", "none", "none"), step("weak", "weak", "weak"), hint="front paws"
    )
    surface: str | None = text("""

PRESSED = """
import asyncio, os
from hamdiary.tui.app import HamdiaryApp
from hamdiary.tui.start import Start

async def log():
    start = Start.of(os.environ, None, None)
    app = HamdiaryApp(start)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        app.screen.tonight.form.go_to("grip")
        await pilot.press("1")
        await pilot.pause(0.1)
        strips = app.screen._compositor.render_strips()
        text = "\\n".join("".join(segment.text for segment in strip) for strip in strips)
    print([line for line in text.splitlines() if "Grip" in line][0], file=os.sys.__stdout__)
    print(start.session.diary.night(start.hamster.id, start.session.tonight).grip)
    start.close()

asyncio.run(log())
"""


def test_a_measure_declared_once_is_a_line_that_a_key_answers(biscuit, tmp_path):
    shutil.copytree(ROOT / "hamdiary", tmp_path / "copy" / "hamdiary")
    night = tmp_path / "copy" / "hamdiary" / "domain" / "night.py"
    words = night.read_text(encoding="utf-8")
    changed = words.replace("\n    surface: str | None = text(", DECLARED, 1)
    assert changed != words
    night.write_text(changed, encoding="utf-8")
    environment = {**os.environ, **biscuit, "PYTHONPATH": str(tmp_path / "copy")}
    done = subprocess.run(
        [sys.executable, "-c", PRESSED],
        cwd=tmp_path / "copy",
        env=environment,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert "Grip" in done.stdout
    assert "weak" in done.stdout
    assert done.stdout.splitlines()[-1] == "1"
