"""What systems that start programs are told, read by those systems or their parsers."""

import json
import plistlib
import shutil
import subprocess
import sys
from datetime import datetime
from xml.etree import ElementTree

import pytest

from hamdiary.delivery.crontab import is_cron_line, with_cron_line
from hamdiary.delivery.schedule import (
    CannotSchedule,
    Job,
    cron_line,
    kept,
    launchd_plist,
    schtasks_xml,
    systemd_service,
    systemd_timer,
    windowless,
)

ODD = """50% of %h, $HOME's "q" & <y>; z\\"""
"""A folder with all that any of the formats could stumble over."""

NOW = datetime(2026, 11, 22, 21, 16)
TASK = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"


@pytest.fixture
def odd(tmp_path):
    """A Python in an odd folder that writes down how it was called."""
    folder = tmp_path / ODD
    folder.mkdir()
    script = f"""#!{sys.executable}
import json, os, sys
told = [sys.argv[1:], os.environ.get("HAMDIARY_HOME"), os.environ.get("TZ")]
open({str(tmp_path / "told")!r}, "w").write(json.dumps(told))
"""
    (folder / "python").write_text(script)
    (folder / "python").chmod(0o755)
    return folder


def job_in(folder):
    environment = (("HAMDIARY_HOME", str(folder)), ("TZ", "Europe/Berlin"))
    return Job(f"{folder}/python", ("--diary", f"{folder}/a b.db"), environment)


def expected(folder):
    words = ["-P", "-m", "hamdiary", "--diary", f"{folder}/a b.db", "remind", "--quiet"]
    return [words, str(folder), "Europe/Berlin"]


def test_a_line_for_cron_does_by_hand_what_it_says(odd, tmp_path):
    line = cron_line(job_in(odd))
    assert line.startswith("*/5 * * * * ")
    # What cron does: the sixth field to its end, \% as %, is handed to sh.
    command = line.split(" ", 5)[5].replace("\\%", "%")
    assert "%" not in line.replace("\\%", "")
    subprocess.run(["/bin/sh", "-c", command], check=True, env={"PATH": "/usr/bin:/bin"})
    assert (tmp_path / "told").read_text() == json.dumps(expected(odd))


def test_crontab_itself_finds_nothing_wrong_with_the_line(tmp_path):
    if shutil.which("crontab") is None:
        pytest.skip("crontab is not here; on Debian it comes with cron")
    good, ours, bad = (tmp_path / name for name in ("good", "ours", "bad"))
    good.write_text("* * * * * true\n")
    ours.write_text(cron_line(job_in(tmp_path / ODD)) + "\n")
    bad.write_text("* * * * true\n")
    codes = [
        subprocess.run(["crontab", "-n", each], capture_output=True).returncode
        for each in (good, ours, bad)
    ]
    if codes[0] != 0:
        pytest.skip("this crontab cannot only look at a file")
    assert codes[1] == 0 and codes[2] != 0


def judged(*units):
    done = subprocess.run(["systemd-analyze", "verify", *units], capture_output=True, text=True)
    return done.returncode, [line for line in done.stderr.splitlines() if "hamdiary" in line]


@pytest.fixture
def judge(tmp_path):
    """systemd's own judgement of units: its exit code and the lines about ours."""
    if shutil.which("systemd-analyze") is None:
        pytest.skip("systemd-analyze is not here; on Debian it comes with systemd")
    good = tmp_path / "good.service"
    good.write_text("[Service]\nType=oneshot\nExecStart=/bin/true\n")
    if judged(str(good))[0] != 0:
        pytest.skip("systemd-analyze cannot judge units in this surrounding")
    return judged


@pytest.mark.parametrize("name", ["plain", "a b", "50% of %h", "$HOME & co", "o'brien", 'a"b', "ü"])
def test_systemd_finds_nothing_wrong_with_its_units(judge, tmp_path, name):
    folder = tmp_path / name
    folder.mkdir()
    (folder / "python").symlink_to(sys.executable)
    service, timer = tmp_path / "hamdiary-remind.service", tmp_path / "hamdiary-remind.timer"
    service.write_text(systemd_service(job_in(folder)))
    timer.write_text(systemd_timer())
    assert judge(str(service), str(timer)) == (0, [])


def test_systemd_would_notice_a_python_that_is_not_there(judge, tmp_path):
    service = tmp_path / "hamdiary-remind.service"
    service.write_text(systemd_service(Job("/not there/python")))
    code, lines = judge(str(service))
    assert code != 0 and "/not there/python is not executable" in lines[0]


def test_the_unit_of_systemd_takes_something_due_for_no_failure():
    assert "SuccessExitStatus=10" in systemd_service(Job("/usr/bin/python3"))


def test_the_agent_of_launchd_is_a_property_list(odd):
    agent = plistlib.loads(launchd_plist(job_in(odd)).encode())
    program, *words = agent["ProgramArguments"]
    assert program == f"{odd}/python"
    assert [words, *agent["EnvironmentVariables"].values()] == expected(odd)
    assert agent["StartInterval"] == 300


def test_the_task_of_windows_is_xml_that_starts_the_look(odd, tmp_path):
    root = ElementTree.fromstring(schtasks_xml(job_in(odd), NOW).encode("utf-16"))
    command, arguments = (root.findtext(f".//{TASK}{name}") for name in ("Command", "Arguments"))
    assert command == f"{odd}/python"
    options, code = split_as_windows_does(arguments)[:-1], split_as_windows_does(arguments)[-1]
    assert options == ["-P", "-c"]
    # The code is run with a main() that writes down what it finds.
    tells = (
        "import sys, types, os, json; m = types.ModuleType('hamdiary.__main__'); "
        "m.main = lambda: print(json.dumps([sys.argv, os.environ['HAMDIARY_HOME']])); "
        "sys.modules['hamdiary'] = types.ModuleType('hamdiary'); "
        "sys.modules['hamdiary.__main__'] = m; "
    )
    done = subprocess.run([sys.executable, "-c", tells + code], capture_output=True, text=True)
    words, home = json.loads(done.stdout)
    assert words == ["hamdiary", "--diary", f"{odd}/a b.db", "remind", "--quiet"]
    assert home == str(odd)


def test_the_task_of_windows_calls_the_module_where_nothing_is_set(tmp_path):
    root = ElementTree.fromstring(schtasks_xml(Job(r"C:\a b\pythonw.exe"), NOW).encode("utf-16"))
    assert root.findtext(f".//{TASK}Command") == r"C:\a b\pythonw.exe"
    assert root.findtext(f".//{TASK}Arguments") == "-P -m hamdiary remind --quiet"
    assert root.findtext(f".//{TASK}StartBoundary") == "2026-11-22T21:16:00"
    assert root.findtext(f".//{TASK}Interval") == "PT5M"


def split_as_windows_does(line):
    """Words of a command line by the rules of Microsoft's C runtime."""
    words, word, quoted, slashes = [], None, False, 0
    for letter in f"{line} ":
        if letter == "\\":
            slashes += 1
            continue
        if letter == '"':
            word = (word or "") + "\\" * (slashes // 2)
            if slashes % 2:
                word += '"'
            else:
                quoted = not quoted
            slashes = 0
            continue
        if slashes:
            word, slashes = (word or "") + "\\" * slashes, 0
        if letter == " " and not quoted:
            if word is not None:
                words.append(word)
            word = None
        else:
            word = (word or "") + letter
    return words


@pytest.mark.parametrize("path", ["/a\nb/python", "/a\udcffb/python", "/a\x1bb"])
def test_a_path_that_no_line_can_hold_is_refused(path):
    with pytest.raises(CannotSchedule) as refused:
        Job(path)
    assert "\n" not in str(refused.value)


def test_the_look_keeps_what_decides_which_diary_is_meant():
    environment = {"HAMDIARY_HOME": "~/x", "TZ": "Europe/Berlin", "LANG": "C", "HAMDIARY_NOW": "x"}
    places = {"HAMDIARY_HOME": "/home/o/x", "HAMDIARY_SETTINGS": "/home/o/x/settings.toml"}
    assert kept(environment, places) == (("HAMDIARY_HOME", "/home/o/x"), ("TZ", "Europe/Berlin"))


def test_a_reminder_speaks_as_its_owner_does_though_cron_knows_no_language():
    assert kept({"LANG": "de_DE.UTF-8", "PATH": "/bin"}, {}) == (("LANG", "de_DE.UTF-8"),)


def test_on_windows_the_python_without_a_window_is_taken_if_it_is_there(tmp_path):
    python, twin = tmp_path / "python.exe", tmp_path / "pythonw.exe"
    assert windowless(str(python), "win32") == str(python)
    twin.touch()
    assert windowless(str(python), "win32") == str(twin)
    assert windowless(str(python), "linux") == str(python)


OTHERS = "# m h dom\nMAILTO=x\n0 5 * * * tar \x0c 'a'\n# */5 * * * * old # hamdiary-remind\n"


def test_a_crontab_keeps_all_other_lines_as_they_are():
    line = cron_line(Job("/usr/bin/python3"))
    once = with_cron_line(OTHERS, line)
    assert once == f"{OTHERS}{line}\n"
    assert with_cron_line(once, line) == once
    assert with_cron_line(once, None) == OTHERS


def test_a_crontab_without_an_end_of_line_gets_one():
    assert with_cron_line("a", "b") == "a\nb\n"
    assert with_cron_line("", "b") == "b\n"
    assert with_cron_line("b # hamdiary-remind\n", None) == ""


def test_only_our_own_line_counts_as_ours():
    assert is_cron_line(cron_line(Job("/usr/bin/python3")))
    assert not is_cron_line("* * * * * hamdiary remind")
