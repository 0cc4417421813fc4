"""Letting a reminder out on every way that is on."""

import threading
from dataclasses import replace

import pytest

from hamdiary.delivery.message import Outcome, Ring
from hamdiary.domain.reminders.task import Task, TaskState
from hamdiary.domain.settings import Delivery, Ntfy, Settings
from hamdiary.services import delivering
from hamdiary.services.recording import record_hamster
from hamdiary.services.reminding import due_now
from hamdiary.services.session import cared_for
from hamdiary.services.settings_set import set_setting

KITTY = {"TERM": "xterm-kitty"}
OFF = Delivery(desktop=False, terminal=False, bell=False)


@pytest.fixture
def environment(environment):
    return environment | {"HAMDIARY_NOW": "2026-11-22T22:45:00+01:00"}


@pytest.fixture
def rings(biscuit):
    dose = Task("dose:d:x", "Drops", "2 drops, due 21:00", None, TaskState.OPEN, 10)
    return [Ring(biscuit, [dose])]


@pytest.fixture
def teller(tmp_path):
    """A notify_command that writes down what it is told."""
    script, told = tmp_path / "teller", tmp_path / "told"
    script.write_text(f'#!/bin/sh\nprintf "%s: %s" "$1" "$2" > "{told}"\n')
    script.chmod(0o755)
    return str(script), told


def settings(**delivery):
    return replace(Settings(), delivery=replace(OFF, **delivery))


def test_with_every_way_off_nothing_is_sent_anywhere(rings):
    assert delivering.deliver(settings(), rings, {}, print) == []


def test_nothing_that_rings_is_nothing_sent(biscuit):
    assert delivering.deliver(Settings(), [Ring(biscuit, [])], {}) == []


def test_usually_only_this_desk_is_told(rings):
    outcomes = delivering.deliver(Settings(), rings, {"PATH": "/nowhere", **KITTY}, [].append)
    assert [each.channel for each in outcomes] == ["desktop", "terminal"]


def test_a_terminal_that_can_notify_does_and_rings(rings):
    written = []
    on = settings(terminal=True, bell=True)
    (outcome,) = delivering.deliver(on, rings, KITTY, written.append)
    assert outcome == Outcome("terminal", True, "shown by the terminal")
    assert "Drops, 2 drops, due 21:00" in written[0] and written[0].endswith("\a")


def test_a_terminal_that_is_not_known_gets_the_bell_only(rings):
    written = []
    on = settings(terminal=True, bell=True)
    (outcome,) = delivering.deliver(on, rings, {"TERM": "xterm"}, written.append)
    assert outcome.reached and written == ["\a"]
    assert delivering.deliver(settings(terminal=True), rings, {"TERM": "xterm"}, print) == []


def test_what_leaves_this_desk_names_nobody_unless_it_is_wanted(rings, teller):
    command, told = teller
    (outcome,) = delivering.deliver(settings(notify_command=command), rings, {})
    assert outcome.reached and told.read_text() == "Time for your hamster: Medicine"
    delivering.deliver(settings(notify_command=command, names=True), rings, {})
    assert told.read_text() == "Time for Biscuit: Drops, 2 drops, due 21:00"


def test_one_way_that_fails_does_not_stop_the_others(rings, teller):
    command, _ = teller
    on = settings(desktop=True, notify_command=command, ntfy=Ntfy(on=True))
    outcomes = delivering.deliver(on, rings, {"PATH": "/nowhere"})
    assert [(each.channel, each.reached) for each in outcomes] == [
        ("desktop", False), ("command", True), ("ntfy", False),
    ]  # fmt: skip
    assert delivering.reached(outcomes)


def test_a_fault_of_our_own_on_one_way_is_an_outcome(rings):
    def broken(_):
        raise ZeroDivisionError

    (outcome,) = delivering.deliver(settings(bell=True), rings, KITTY, broken)
    assert (outcome.channel, outcome.reached) == ("terminal", False)
    assert outcome.words == "it failed: ZeroDivisionError"


def test_what_rings_is_due_again_once_it_is_taken_back(session, biscuit):
    rings = delivering.rings_now(session, cared_for(session))
    assert [task.key for task in rings[0].tasks] == ["weigh-in", "outing", "log"]
    assert delivering.rings_now(session, cared_for(session)) == []
    delivering.take_back(session, rings)
    assert delivering.rings_now(session, cared_for(session)) == rings
    assert due_now(session, biscuit) == rings[0].tasks


def test_a_diary_that_is_closed_rings_nothing(session, biscuit):
    record_hamster(session, biscuit, {"closed_because": "died"})
    assert cared_for(session) == []
    assert delivering.rings_now(session, cared_for(session, "Biscuit")) == []


def test_a_device_remembers_that_reminders_reach_nobody_until_one_does(session):
    failed = Outcome("desktop", False, "no notifier here")
    delivering.remember_trouble(session, [failed])
    assert delivering.last_trouble(session) == "desktop: no notifier here"
    delivering.remember_trouble(session, [failed, Outcome("command", True, "taken")])
    assert delivering.last_trouble(session) is None


def test_a_window_is_told_what_it_can_do_itself_and_what_takes_a_thread(session, rings, teller):
    command, told = teller
    for name, value in {"desktop": "off", "notify_command": command, "names": "on"}.items():
        set_setting(session.home, f"delivery.{name}", value)
    hamster, tasks = rings[0].hamster, rings[0].tasks
    window = delivering.tell_from_a_window(session, hamster, tasks, KITTY)
    assert window.bell and window.to_terminal.startswith("\x1b]99;")
    troubles = []
    thread = threading.Thread(target=lambda: troubles.append(window.others()))
    thread.start()
    thread.join()
    assert troubles == [[]] and told.read_text().startswith("Time for Biscuit")


def test_a_window_hears_of_ways_that_failed_but_not_that_there_is_no_desktop(session, rings):
    set_setting(session.home, "delivery.terminal", "off")
    set_setting(session.home, "delivery.notify_command", "/nowhere/at-all")
    hamster, tasks = rings[0].hamster, rings[0].tasks
    window = delivering.tell_from_a_window(session, hamster, tasks, {"PATH": "/nowhere", **KITTY})
    assert window.to_terminal is None
    (trouble,) = window.others()
    assert trouble.startswith("command: ")
