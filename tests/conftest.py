"""Quick tests first, so that what is broken is said early; and a desktop of our own."""

import gc
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nobody"
"""No test shows anything on the desktop of whoever runs it."""

os.environ["LC_ALL"] = "C.UTF-8"
"""Times and days are written alike, whatever country the tests run in."""
for _said in (
    "LANGUAGE",
    "HAMDIARY_LANGUAGE",
    "HAMDIARY_PLAIN",
    "HAMDIARY_ANIMATION",
    "HAMDIARY_SETTINGS",
):
    os.environ.pop(_said, None)

os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False
"""A command that a test starts is compiled once, as on an owner's machine, not each time."""

settings.register_profile(
    "unhurried",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize="HAMDIARY_TORTURE_ROUNDS" not in os.environ,
)
settings.load_profile("unhurried")
"""No example fails because the machine was busy with something else, nor is any tried for the first
time where a change waits to be taken; the long form of the torture suite looks for new ones."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: item.get_closest_marker("slow") is not None)


@pytest.fixture(scope="session", autouse=True)
def patient_delivery() -> None:
    """Programs and servers that answer may take as long as a busy machine makes them.

    The few seconds that an owner waits are for those that never do; tests of these say how long.
    """
    from hamdiary.delivery import command, ntfy, running

    for each in (running.trouble_with, running.trouble_starting, command.run, ntfy.push):
        usual = each.__defaults__ or ()
        assert any(isinstance(value, float) for value in usual)
        each.__defaults__ = tuple(300.0 if isinstance(value, float) else value for value in usual)


_freeze = gc.freeze


def pytest_collection_finish() -> None:
    """Let the collector never look through the tests again, but through all that they open.

    A window spares it what stands when its first frame does: right for a program that opens one,
    but here all of them would stay, a gigabyte in the end.
    """
    gc.collect()
    _freeze()
    gc.freeze = lambda: None


@pytest.fixture
def tell(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Tell whoever runs the tests a figure; it stands at the end, whichever process found it."""
    return lambda figure: record_property("figure", figure)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    reports = [each for kind in terminalreporter.stats.values() for each in kind]
    told = [
        figure
        for report in reports
        if getattr(report, "when", "") == "call"
        for name, figure in report.user_properties
        if name == "figure"
    ]
    if told:
        terminalreporter.section("figures")
        terminalreporter.write_line("\n".join(added_up(told)))


def added_up(told: list[object]) -> list[str]:
    """Figures that differ in their first number only, as one figure."""
    counts: dict[str, int] = {}
    for figure in map(str, told):
        number, _, words = figure.partition(" ")
        if number.isdecimal():
            counts[words] = counts.get(words, 0) + int(number)
    others = [figure for figure in map(str, told) if not figure.partition(" ")[0].isdecimal()]
    return [*(f"{count} {words}" for words, count in counts.items()), *dict.fromkeys(others)]


SERVER = Path(__file__).parent / "delivery" / "notification_server.py"
NEEDED = {"dbus-daemon": "dbus", "notify-send": "libnotify-bin"}


class Desk:
    """A session bus of our own, and what notify-send sent to the server on it."""

    def __init__(self, address: str, server: "subprocess.Popen[str]") -> None:
        self.environment = {"PATH": os.environ["PATH"], "DBUS_SESSION_BUS_ADDRESS": address}
        self._server = server

    def next_shown(self) -> dict[str, str]:
        """The next notification; waits for it."""
        assert self._server.stdout is not None
        return json.loads(self._server.stdout.readline())


@pytest.fixture
def bus(tmp_path):
    """The address of a private session bus with nobody on it."""
    for program, package in NEEDED.items():
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not here; on Debian it comes with {package}")
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address",
         f"--address=unix:path={tmp_path}/bus"],
        stdout=subprocess.PIPE, text=True, env={"PATH": os.environ["PATH"]},
    )  # fmt: skip
    assert daemon.stdout is not None
    yield daemon.stdout.readline().strip()
    daemon.kill()
    daemon.wait()
    daemon.stdout.close()


@pytest.fixture
def desk(bus):
    server = subprocess.Popen(
        [sys.executable, str(SERVER)],
        stdout=subprocess.PIPE, text=True,
        env={**os.environ, "DBUS_SESSION_BUS_ADDRESS": bus},
    )  # fmt: skip
    assert server.stdout is not None
    assert server.stdout.readline() == "ready\n"
    yield Desk(bus, server)
    server.kill()
    server.wait()
    server.stdout.close()
