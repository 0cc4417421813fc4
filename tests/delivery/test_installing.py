"""Installing and taking away, with programs that write down what they are told.

They stand in for systemctl, launchctl, schtasks and crontab, which would change the computer of
whoever runs these tests.
"""

import os
from datetime import datetime

import pytest

from hamdiary.delivery.installing import (
    Here,
    installed,
    steps_to_install,
    steps_to_uninstall,
    systems_to_try,
    taken,
    text_for,
    why_not,
)
from hamdiary.delivery.schedule import CannotSchedule, Job

JOB = Job("/opt/ham diary/bin/python")
NOW = datetime(2026, 11, 22, 21, 16)

TELLS = 'echo "$(basename "$0") $*" >> "$TOLD"'
CRONTAB = f"""{TELLS}
if [ "$1" = -l ]; then
  [ -e "$TAB" ] || {{ echo "no crontab for owner" >&2; exit 1; }}
  cat "$TAB"
else
  cat > "$TAB"
fi"""


@pytest.fixture
def here(tmp_path, program):
    for name in ("systemctl", "launchctl", "schtasks"):
        program(name, TELLS)
    tools = program("crontab", CRONTAB).parent
    environment = {
        "PATH": f"{tools}:{os.environ['PATH']}",
        "HOME": str(tmp_path / "home"),
        "TOLD": str(tmp_path / "told"),
        "TAB": str(tmp_path / "tab"),
    }
    (tmp_path / "scratch").mkdir()
    return Here("linux", environment, 501, tmp_path / "scratch")


def on(system, here):
    return Here(system, here.environment, here.user, here.scratch)


@pytest.fixture
def told(tmp_path):
    def lines():
        return (tmp_path / "told").read_text().splitlines()

    return lines


def test_each_computer_tries_what_it_has(here):
    assert systems_to_try(here) == ("systemd", "cron")
    assert systems_to_try(on("darwin", here)) == ("launchd",)
    assert systems_to_try(on("win32", here)) == ("schtasks",)


def test_systemd_gets_two_units_and_is_told_to_start_the_timer(here, told):
    assert not installed("systemd", here)
    assert taken(steps_to_install("systemd", JOB, here, NOW)) is None
    assert "ham diary" in (here.units / "hamdiary-remind.service").read_text()
    assert "OnCalendar" in (here.units / "hamdiary-remind.timer").read_text()
    assert here.units == here.folder / ".config" / "systemd" / "user"
    assert told() == [
        "systemctl --user daemon-reload",
        "systemctl --user enable --now hamdiary-remind.timer",
    ]
    assert installed("systemd", here)


def test_nothing_is_left_with_systemd_after_uninstalling(here, told):
    taken(steps_to_install("systemd", JOB, here, NOW))
    assert taken(steps_to_uninstall("systemd", here)) is None
    assert list(here.units.iterdir()) == []
    assert told()[2] == "systemctl --user disable --now hamdiary-remind.timer"
    assert not installed("systemd", here)


def test_units_lie_where_the_owner_keeps_settings(here, tmp_path):
    chosen = {**here.environment, "XDG_CONFIG_HOME": str(tmp_path / "config")}
    assert Here("linux", chosen, 501, tmp_path).units == tmp_path / "config" / "systemd" / "user"


def test_launchd_gets_an_agent_and_is_told_to_load_it(here, told):
    mac = on("darwin", here)
    assert taken(steps_to_install("launchd", JOB, mac, NOW)) is None
    assert mac.agent == mac.folder / "Library" / "LaunchAgents" / "hamdiary.remind.plist"
    assert told()[-1] == f"launchctl bootstrap gui/501 {mac.agent}"
    assert installed("launchd", mac)
    assert taken(steps_to_uninstall("launchd", mac)) is None
    assert not mac.agent.exists()


def test_schtasks_gets_a_file_that_is_not_left_behind(here, told):
    windows = on("win32", here)
    steps = steps_to_install("schtasks", JOB, windows, NOW)
    assert steps[0].do() is None
    written = next(windows.scratch.iterdir())
    assert written.read_text("utf-16").startswith('<?xml version="1.0" encoding="UTF-16"?>')
    assert taken(steps[1:]) is None
    assert list(windows.scratch.iterdir()) == []
    assert told() == [f"schtasks /Create /TN hamdiary-remind /XML {written} /F"]
    assert taken(steps_to_uninstall("schtasks", windows)) is None
    assert told()[-1] == "schtasks /Delete /TN hamdiary-remind /F"


def test_cron_gets_one_line_beside_those_that_are_there(here, tmp_path):
    (tmp_path / "tab").write_bytes(b"0 5 * * * tar \xff\n")
    for _ in range(2):
        assert taken(steps_to_install("cron", JOB, here, NOW)) is None
    first, second = (tmp_path / "tab").read_bytes().splitlines()
    assert first == b"0 5 * * * tar \xff" and second.endswith(b"# hamdiary-remind")
    assert installed("cron", here)
    assert taken(steps_to_uninstall("cron", here)) is None
    assert (tmp_path / "tab").read_bytes() == b"0 5 * * * tar \xff\n"
    assert not installed("cron", here)


def test_somebody_without_a_crontab_gets_one(here, tmp_path):
    assert taken(steps_to_install("cron", JOB, here, NOW)) is None
    assert len((tmp_path / "tab").read_text().splitlines()) == 1


def test_a_crontab_that_cannot_be_read_is_never_replaced(here, program, tmp_path):
    (tmp_path / "tab").write_text("0 5 * * * tar\n")
    (tmp_path / "programs" / "crontab").write_text('#!/bin/sh\necho "not allowed" >&2; exit 1\n')
    with pytest.raises(CannotSchedule, match="not allowed"):
        taken(steps_to_install("cron", JOB, here, NOW))
    assert (tmp_path / "tab").read_text() == "0 5 * * * tar\n"


def test_a_step_that_fails_is_named_and_no_further_one_is_taken(here, told, tmp_path):
    failing = tmp_path / "programs" / "systemctl"
    failing.write_text(f'#!/bin/sh\n{TELLS}\necho "no bus" >&2; exit 1\n')
    trouble = taken(steps_to_install("systemd", JOB, here, NOW))
    assert trouble == "could not run systemctl --user daemon-reload: no bus"
    assert len(told()) == 1


def test_uninstalling_works_where_systemd_does_not_run(here, tmp_path):
    taken(steps_to_install("systemd", JOB, here, NOW))
    (tmp_path / "programs" / "systemctl").write_text("#!/bin/sh\nexit 1\n")
    assert taken(steps_to_uninstall("systemd", here)) is None
    assert not installed("systemd", here)


def test_a_folder_that_cannot_be_written_is_said_so(here):
    here.folder.mkdir()
    (here.folder / ".config").write_text("a file")
    trouble = taken(steps_to_install("systemd", JOB, here, NOW))
    assert trouble.startswith(f"could not write {here.units}") and trouble.endswith("directory")


@pytest.mark.parametrize(
    "system, tool",
    [("systemd", "systemctl"), ("launchd", "launchctl"), ("schtasks", "schtasks"),
     ("cron", "crontab")],
)  # fmt: skip
def test_a_tool_that_is_not_there_is_said_so(tmp_path, system, tool):
    bare = Here("linux", {"PATH": str(tmp_path), "HOME": str(tmp_path)}, 0, tmp_path)
    assert why_not(system, bare) == f"there is no {tool} here"
    assert not installed(system, bare)


def test_a_systemd_that_does_not_run_for_this_user_is_said_so(here, tmp_path):
    assert why_not("systemd", here) is None
    (tmp_path / "programs" / "systemctl").write_text("#!/bin/sh\necho no bus >&2; exit 1\n")
    assert why_not("systemd", here) == "systemd does not run for you here (no bus)"


@pytest.mark.parametrize("system", ["systemd", "launchd", "schtasks", "cron"])
def test_what_is_printed_is_what_would_be_installed(here, system):
    printed = text_for(system, JOB, NOW)
    for step in steps_to_install(system, JOB, here, NOW):
        assert step.shown.strip() in printed
