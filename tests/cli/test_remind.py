"""`hamdiary remind`: silent when nothing is due, and it reaches somebody when something is."""

import json
import os
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

EARLY = "2026-11-22T13:00:00+01:00"
LATE = "2026-11-22T22:45:00+01:00"
LINES = "Biscuit: Weigh-in, 20:00\nBiscuit: Outing, 0 of 30 min\nBiscuit: Log, by 22:30\n"


@pytest.fixture(autouse=True)
def without_proxy(monkeypatch):
    monkeypatch.setenv("no_proxy", "*")


@pytest.fixture
def told(biscuit, settings, tmp_path):
    """Have reminders told to a command of our own and nowhere else; what it was told so far."""
    script, place = tmp_path / "tell", tmp_path / "told"
    script.write_text(f'#!/bin/sh\nprintf "%s: %s\\n" "$1" "$2" >> "{place}"\n')
    script.chmod(0o755)
    biscuit("settings", "set", "delivery.desktop", "off")
    biscuit("settings", "set", "delivery.notify_command", str(script))
    return lambda: place.read_text() if place.exists() else ""


def test_with_nothing_due_it_is_silent(biscuit):
    done = biscuit("remind", HAMDIARY_NOW=EARLY)
    assert (done.code, done.out, done.err) == (0, "", "")


def test_it_says_each_thing_that_is_due_in_a_line(biscuit, told):
    done = biscuit("remind", HAMDIARY_NOW=LATE)
    assert (done.code, done.out, done.err) == (10, LINES, "")


def test_it_rings_once_but_says_what_is_due_each_time(biscuit, told):
    for _ in range(2):
        assert biscuit("remind", HAMDIARY_NOW=LATE).code == 10
    assert told() == "Time for your hamster: Weighing\nTime out of the cage\nTonight's log\n"


def test_it_rings_again_after_an_hour(biscuit, told):
    biscuit("remind", HAMDIARY_NOW="2026-11-22T21:30:00+01:00")
    biscuit("remind", HAMDIARY_NOW="2026-11-22T22:29:00+01:00")
    assert told().count("Time for") == 1
    biscuit("remind", HAMDIARY_NOW="2026-11-22T22:30:00+01:00")
    assert told().count("Time for") == 2


def test_what_is_done_is_not_said(biscuit, told):
    biscuit("out", "add", "30m", "--at", "21:00", HAMDIARY_NOW=LATE)
    assert "Outing" not in biscuit("remind", HAMDIARY_NOW=LATE).out


def test_quietly_it_rings_and_prints_nothing(biscuit, told):
    done = biscuit("remind", "--quiet", HAMDIARY_NOW=LATE)
    assert (done.code, done.out, done.err) == (10, "", "")
    assert told()


def test_a_dry_run_rings_nothing_and_nothing_counts_as_rung(biscuit, told):
    assert biscuit("remind", "--dry-run", HAMDIARY_NOW=LATE).out == LINES
    assert told() == ""
    biscuit("remind", HAMDIARY_NOW=LATE)
    assert told()


def test_as_json_it_says_what_rang_and_who_was_told(biscuit, told):
    answer = biscuit("remind", "--json", HAMDIARY_NOW=LATE).json
    assert [each["what"] for each in answer["due"]] == ["weigh-in", "outing", "log"]
    assert answer["due"][1] == {
        "hamster_id": answer["due"][0]["hamster_id"], "hamster": "Biscuit", "what": "outing",
        "name": "Outing", "detail": "0 of 30 min", "at": "2026-11-22T20:00:00Z", "rang": True,
    }  # fmt: skip
    assert answer["told"] == [{"channel": "command", "reached": True, "words": "tell took it"}]
    again = biscuit("remind", "--json", HAMDIARY_NOW=LATE).json
    assert [each["rang"] for each in again["due"]] == [False] * 3 and again["told"] == []
    nothing = biscuit("remind", "--json", HAMDIARY_NOW=EARLY)
    assert (nothing.code, nothing.json["due"]) == (0, [])


def test_it_looks_at_all_hamsters_whose_diaries_are_open(biscuit, told):
    biscuit("setup", "--name", "Pip")
    biscuit("setup", "--name", "Nut")
    biscuit("hamsters", "close", "Nut", "--because", "rehomed")
    lines = biscuit("remind", HAMDIARY_NOW=LATE).out.splitlines()
    assert {line.partition(":")[0] for line in lines} == {"Biscuit", "Pip"}
    assert told().startswith("Time for your hamsters: Weighing (2)\n")


def test_it_looks_at_one_hamster_that_is_named(biscuit, told):
    biscuit("setup", "--name", "Pip")
    assert "Pip" not in biscuit("--hamster", "Biscuit", "remind", HAMDIARY_NOW=LATE).out
    assert biscuit("--hamster", "Nobody", "remind", HAMDIARY_NOW=LATE).code == 66


def test_what_reached_nobody_is_told_and_rings_at_the_next_look(biscuit, told):
    biscuit("settings", "set", "delivery.notify_command", "/no/such/program")
    done = biscuit("remind", "--quiet", HAMDIARY_NOW=LATE)
    assert done.code == 10
    assert done.err.splitlines() == [
        "hamdiary: command: program did not take it: No such file or directory",
        "hamdiary: nobody was told, so it stays due; hamdiary remind --test tries every way",
    ]
    assert biscuit("remind", "--quiet", HAMDIARY_NOW=LATE).err == done.err


def test_with_every_way_off_that_is_said(biscuit, told):
    biscuit("settings", "set", "delivery.notify_command", "none")
    err = biscuit("remind", HAMDIARY_NOW=LATE).err
    assert err.startswith("hamdiary: no way of telling you is switched on")


def test_settings_that_cannot_be_followed_are_one_line(biscuit, settings):
    place = Path(settings["HAMDIARY_HOME"]) / "settings.toml"
    place.write_text("[delivery]\nbelll = true\n")
    for done in (biscuit("remind"), biscuit("remind", "--test")):
        assert done.code == 78
        assert "did you mean delivery.bell?" in done.err and done.err.count("\n") == 1


def test_without_a_diary_that_is_said(hamdiary):
    done = hamdiary("remind")
    assert done.code == 66 and "there is no diary" in done.err


def test_a_diary_that_is_only_shown_says_what_is_due_and_rings_nothing(biscuit, told):
    with closing(sqlite3.connect(place_of(biscuit))) as conn:
        conn.execute("PRAGMA user_version = 99")
    done = biscuit("remind", HAMDIARY_NOW=LATE)
    assert (done.code, done.out) == (10, LINES)
    assert "so nothing rings" in done.err and told() == ""


# As a program of its own, past click and through it


@pytest.mark.parametrize("options", [[], ["--quiet"], ["--json"]])
def test_past_click_it_does_what_it_does_through_it(biscuit, program, told, options):
    through = program("--diary", str(place_of(biscuit)), "remind", *options, HAMDIARY_NOW=EARLY)
    past = program("remind", *options, HAMDIARY_NOW=EARLY)
    assert (past.code, past.out, past.err) == (through.code, through.out, through.err)
    due = program("remind", *options, HAMDIARY_NOW=LATE)
    assert due.code == 10
    assert (due.out == "") == (options == ["--quiet"]) and told()


def place_of(biscuit):
    return biscuit("where", "--json").json["diary"]


LOADED = """
import sys
sys.argv = ["hamdiary", "remind"]
import hamdiary.__main__ as program
assert program._run() == 0
print(*sys.modules, file=sys.stderr)
"""


@pytest.mark.parametrize(
    "unneeded",
    ["click", "textual", "rich", "icalendar", "sqlite_utils", "urllib.request", "tomllib",
     "subprocess", "hamdiary.delivery", "hamdiary.cli.calling", "hamdiary.tui"],
)  # fmt: skip
def test_with_nothing_due_little_is_loaded(biscuit, settings, unneeded):
    environment = {**os.environ, **settings, "HAMDIARY_NOW": EARLY}
    done = subprocess.run([sys.executable, "-c", LOADED], env=environment, capture_output=True)
    loaded = done.stderr.decode().split()
    assert done.returncode == 0 and "hamdiary.services.reminding" in loaded
    assert unneeded not in loaded


def test_the_desktop_shows_it_with_the_hamster_s_name(biscuit, desk):
    done = biscuit("remind", HAMDIARY_NOW=LATE, **desk.environment)
    assert (done.code, done.err) == (10, "")
    shown = desk.next_shown()
    assert shown["title"] == "Time for Biscuit"
    assert shown["body"] == "Weigh-in, 20:00\nOuting, 0 of 30 min\nLog, by 22:30"


def test_at_a_terminal_the_lines_themselves_reach_somebody(at_terminal, biscuit):
    biscuit("settings", "set", "delivery.desktop", "off")
    shown = at_terminal("remind", HAMDIARY_NOW=LATE, TERM="xterm-kitty")
    assert shown.code == 10
    assert LINES in shown.out and "\x1b]99;" in shown.out and "\a" in shown.out
    again = at_terminal("remind", HAMDIARY_NOW=LATE, TERM="xterm-kitty")
    assert again.out == LINES


# Putting off and skipping


def test_what_is_due_is_put_off_for_some_minutes(biscuit, told):
    done = biscuit("remind", "--snooze", "10", HAMDIARY_NOW=LATE)
    assert done.out.splitlines()[1] == "Biscuit: Outing, again 22:55"
    assert biscuit("remind", HAMDIARY_NOW=LATE).code == 0
    assert biscuit("remind", HAMDIARY_NOW="2026-11-22T22:55:00+01:00").code == 10


@pytest.mark.parametrize("what", ["outing", "Outing", "OUTING"])
def test_one_thing_is_put_off_until_tomorrow(biscuit, told, what):
    done = biscuit("remind", "--snooze", "tomorrow", what, HAMDIARY_NOW=LATE)
    assert done.out == "Biscuit: Outing, again tomorrow 12:00\n"
    assert "Outing" not in biscuit("remind", HAMDIARY_NOW=LATE).out


def test_with_nothing_due_there_is_nothing_to_put_off(biscuit):
    done = biscuit("remind", "--snooze", "10", HAMDIARY_NOW=EARLY)
    assert (done.code, done.out) == (0, "nothing is due\n")


def test_something_is_skipped_for_tonight_and_undo_brings_it_back(biscuit, told):
    done = biscuit("remind", "--skip", "outing", "too", "tired", HAMDIARY_NOW=LATE)
    assert done.out == "Biscuit: Outing, no more tonight; it does not count as done\n"
    assert "Outing" not in biscuit("remind", HAMDIARY_NOW=LATE).out
    assert biscuit("undo", HAMDIARY_NOW=LATE).code == 0
    assert "Outing" in biscuit("remind", HAMDIARY_NOW=LATE).out


def test_a_medicine_is_put_off_by_its_name(biscuit, told):
    biscuit("medicine", "add", "Vitamin drops", "--dose", "2 drops", "--at", "21:00")
    assert "Vitamin drops" in biscuit("remind", HAMDIARY_NOW=LATE).out
    done = biscuit("remind", "--snooze", "30", "vitamin", "drops", HAMDIARY_NOW=LATE)
    assert done.out == "Biscuit: Vitamin drops, again 23:15\n"
    skipped = biscuit("remind", "--skip", "dose", HAMDIARY_NOW=LATE).out
    assert 'hamdiary dose "Vitamin drops" --skipped WHY' in skipped


def test_a_skip_that_several_hamsters_could_mean_asks_whose(biscuit):
    biscuit("setup", "--name", "Pip")
    done = biscuit("remind", "--skip", "outing", HAMDIARY_NOW=LATE)
    assert done.code == 2 and "say whose with --hamster NAME" in done.err
    assert biscuit("remind", "--skip", "outing", "--hamster", "Pip", HAMDIARY_NOW=LATE).code == 0


def test_what_is_not_on_the_list_is_answered_with_what_is(biscuit):
    done = biscuit("remind", "--snooze", "10", "walk", HAMDIARY_NOW=LATE)
    assert done.code == 2
    assert "there is no walk tonight; there is: Weigh-in, Outing, Log" in done.err


def test_what_is_done_cannot_be_put_off(biscuit):
    biscuit("out", "add", "30m", "--at", "21:00", HAMDIARY_NOW=LATE)
    done = biscuit("remind", "--skip", "outing", HAMDIARY_NOW=LATE)
    assert done.code == 2 and "Outing is done tonight (30 of 30 min)" in done.err


@pytest.mark.parametrize(
    "words, said",
    [
        (["--snooze", "10", "--test"], "--snooze and --test do not go together"),
        (["--snooze", "15"], "'15' is not one of"),
        (["--test", "--quiet"], "--quiet and --dry-run do not go with --test"),
        (["--skip", "log", "--json"], "--json does not go with --skip"),
        (["outing"], "goes with --snooze or --skip only"),
    ],
)
def test_what_does_not_go_together_is_said(biscuit, words, said):
    done = biscuit("remind", *words)
    assert done.code == 2 and said in done.err


# Whether anybody is reached


def test_a_test_says_of_every_way_what_became_of_it(biscuit, told):
    done = biscuit("remind", "--test")
    assert (done.code, done.out) == (0, "command: yes, tell took it\n")
    assert told() == "hamdiary: This is a test: a reminder reaches you like this.\n"
    biscuit("settings", "set", "delivery.desktop", "on")
    failed = biscuit("remind", "--test", PATH="/nowhere")
    assert failed.code == 1 and "desktop: no, no notifier here" in failed.out
    assert [each["reached"] for each in biscuit("remind", "--test", "--json").json["told"]] == [
        False, True,
    ]  # fmt: skip


def test_a_test_with_every_way_off_says_so(biscuit):
    biscuit("settings", "set", "delivery.desktop", "off")
    done = biscuit("remind", "--test")
    assert done.code == 1 and "no way of telling you is switched on" in done.out


class Server(BaseHTTPRequestHandler):
    def do_POST(self):
        self.server.taken.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps(self.server.taken[-1]).encode())

    def log_message(self, *_):
        pass


@pytest.fixture
def phone():
    server = HTTPServer(("127.0.0.1", 0), Server)
    server.taken = []
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_phone_is_set_up_with_a_random_topic_and_told(biscuit, phone):
    biscuit("settings", "set", "delivery.desktop", "off")
    server = f"http://127.0.0.1:{phone.server_port}"
    biscuit("settings", "set", "delivery.ntfy.server", server)
    assert biscuit("remind", "--phone").code == 2, "nothing is switched on without a yes"
    done = biscuit("remind", "--phone", "--yes")
    topic = done.out.split("topic   ")[1].split()[0]
    assert done.code == 0 and topic.startswith("hamdiary-") and server in done.out
    assert topic in biscuit("remind", "--phone").out, "a topic that is set is kept"
    assert biscuit("remind", "--quiet", HAMDIARY_NOW=LATE).err == ""
    text = "Weighing\nTime out of the cage\nTonight's log"
    assert phone.taken == [{"topic": topic, "title": "Time for your hamster", "message": text}]


def test_nothing_is_ever_sent_unasked(biscuit, phone, told):
    biscuit("settings", "set", "delivery.ntfy.server", f"http://127.0.0.1:{phone.server_port}")
    biscuit("settings", "set", "delivery.ntfy.topic", "hamdiary-1")
    biscuit("remind", HAMDIARY_NOW=LATE)
    biscuit("remind", "--test")
    assert phone.taken == []
