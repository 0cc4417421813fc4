"""`hamdiary remind --install`, `--uninstall`, `--print`; programs of ours stand in for crontab."""

import plistlib
import subprocess
from xml.etree import ElementTree

import pytest

LATE = "2026-11-22T22:45:00+01:00"

CRONTAB = """#!/bin/sh
if [ "$1" = -l ]; then
  [ -e "$TAB" ] || { echo "no crontab for owner" >&2; exit 1; }
  while IFS= read -r line; do printf '%s\\n' "$line"; done < "$TAB"
else
  : > "$TAB"
  while IFS= read -r line; do printf '%s\\n' "$line" >> "$TAB"; done
fi
"""


@pytest.fixture
def tools(tmp_path):
    """A computer with cron and nothing else; where its crontab is."""
    folder = tmp_path / "tools"
    folder.mkdir()
    (folder / "crontab").write_text(CRONTAB)
    (folder / "crontab").chmod(0o755)
    return {"PATH": str(folder), "TAB": str(tmp_path / "tab"), "HOME": str(tmp_path / "owner")}


@pytest.fixture
def tab(tmp_path):
    return lambda: (tmp_path / "tab").read_text() if (tmp_path / "tab").exists() else ""


def test_what_will_be_written_is_shown_before_anything_is(biscuit, tools, tab):
    done = biscuit("remind", "--install", **tools)
    assert done.code == 2
    assert "1. put this line into your crontab\n   */5 * * * * HAMDIARY_HOME=" in done.out
    assert done.err == "hamdiary: Do this? Say --yes if so; nothing was changed\n"
    assert tab() == ""


def test_it_is_installed_and_taken_away_again(biscuit, tools, tab):
    done = biscuit("remind", "--install", "--yes", **tools)
    assert done.code == 0 and "hamdiary remind --uninstall takes it back" in done.out
    assert tab().endswith("remind --quiet # hamdiary-remind\n")
    assert biscuit("remind", "--uninstall", **tools).code == 2
    assert tab() != ""
    assert biscuit("remind", "--uninstall", "--yes", **tools).code == 0
    assert tab() == ""
    done = biscuit("remind", "--uninstall", **tools)
    assert (done.code, done.out) == (0, "nothing is installed; nothing was changed\n")


def test_at_a_terminal_it_asks(at_terminal, biscuit, tools, tab):
    no = at_terminal("remind", "--install", typed="\n", **tools)
    assert no.code == 1 and "Do this? [y/N]" in no.out and tab() == ""
    assert at_terminal("remind", "--install", typed="y\n", **tools).code == 0
    assert "hamdiary" in tab()


def test_a_system_that_is_not_here_is_refused_politely(biscuit, tools, tab, tmp_path):
    done = biscuit("remind", "--install", "systemd", "--yes", **tools)
    assert done.code == 1
    assert done.err.startswith("hamdiary: systemd: there is no systemctl here. Nothing was changed")
    bare = {**tools, "PATH": str(tmp_path / "nowhere")}
    both = biscuit("remind", "--install", "--yes", **bare)
    assert both.code == 1 and "cron: there is no crontab here" in both.err
    assert tab() == ""


def test_a_crontab_that_cannot_be_read_is_left_alone(biscuit, tools, tmp_path):
    (tmp_path / "tools" / "crontab").write_text("#!/bin/sh\necho not allowed >&2; exit 1\n")
    done = biscuit("remind", "--install", "--yes", **tools)
    assert done.code == 1
    assert done.err == "hamdiary: your crontab cannot be read: not allowed; nothing was changed\n"


def test_without_a_diary_nothing_is_installed(hamdiary, tools, tab):
    assert hamdiary("remind", "--install", "--yes", **tools).code == 66
    assert tab() == ""


def test_the_line_for_cron_run_by_hand_rings(biscuit, settings, tmp_path):
    script, told = tmp_path / "tell", tmp_path / "told"
    script.write_text(f'#!/bin/sh\nprintf "%s" "$2" > "{told}"\n')
    script.chmod(0o755)
    biscuit("settings", "set", "delivery.desktop", "off")
    biscuit("settings", "set", "delivery.notify_command", str(script))
    line = biscuit("remind", "--print", "cron").out.rstrip("\n")
    command = line.split(" ", 5)[5].replace("\\%", "%")
    # As cron does it: hardly any variables, in the user's own folder.
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "HAMDIARY_NOW": LATE}
    done = subprocess.run(
        ["/bin/sh", "-c", command], env=environment, cwd=tmp_path, capture_output=True
    )
    assert (done.returncode, done.stdout, done.stderr) == (10, b"", b"")
    assert "Time out of the cage" in told.read_text()


def test_what_is_printed_keeps_the_diary_the_hamster_and_the_home(biscuit, settings):
    printed = biscuit("--diary", "a b.db", "--hamster", "Pip", "remind", "--print", "launchd").out
    agent = plistlib.loads(printed.encode())
    words = agent["ProgramArguments"]
    place = words[words.index("--diary") + 1]
    assert place.startswith("/") and place.endswith("/a b.db")
    assert words[-4:] == ["--hamster", "Pip", "remind", "--quiet"]
    home = settings["HAMDIARY_HOME"]
    assert agent["EnvironmentVariables"] == {"HAMDIARY_HOME": home, "TZ": "Europe/Berlin"}


def test_every_system_s_text_is_printed_and_nothing_else(biscuit, tools):
    assert biscuit("remind", "--print", "systemd", **tools).out.startswith(
        "# hamdiary-remind.service\n[Unit]\n"
    )
    task = biscuit("remind", "--print", "schtasks", **tools).out
    root = ElementTree.fromstring(task.encode("utf-16"))
    assert root.tag.endswith("Task")


def test_a_system_that_nobody_knows_is_answered_with_those_there_are(biscuit):
    done = biscuit("remind", "--print", "upstart")
    assert done.code == 2 and "'systemd', 'launchd', 'schtasks', 'cron'" in done.err
