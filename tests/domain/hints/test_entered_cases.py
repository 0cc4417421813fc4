"""Sixty courses typed at the command line: the share found in time, and how often it cries wolf."""

import json
import os
import shlex
import shutil
from datetime import date, datetime, time, timedelta
from functools import cache

import pytest
from click.testing import CliRunner
from entered_cases import CASES

from hamdiary.cli.calling import run

TONIGHT = date(2026, 11, 22)
ORDER = (None, "note", "watch", "soon", "today", "now")
KNOWN = "--onset 2026-10-13 --onset-speed days"
SEEN_BY_VET = "happening add vet-visit --on 2026-10-15"


def hamdiary(home, at, words):
    """One command at a moment on the wall clock of Berlin."""
    zone = "+01:00" if at.date() >= date(2026, 10, 25) else "+02:00"
    environment = {
        "HAMDIARY_HOME": str(home),
        "HAMDIARY_NOW": f"{at.isoformat()}{zone}",
        "TZ": "Europe/Berlin",
    }
    with CliRunner().isolation(env=environment) as (out, err, _):
        code = run(shlex.split(words), {**os.environ, **environment})
        return code, out.getvalue().decode(), err.getvalue().decode()


def moment(night, clock="21:00"):
    """When a line is typed; before noon it is the morning after."""
    at = time.fromisoformat(clock)
    day = TONIGHT + timedelta(days=night + (at < time(12)))
    return datetime.combine(day, at)


def typed(home, line):
    night, *words = line.split(" ")
    clock = words.pop(0) if ":" in words[0] else "21:00"
    command = " ".join(words) + (" --yes" if words[0] == "log" else "")
    code, out, err = hamdiary(home, moment(int(night), clock), command)
    assert code == 0, (line, out, err)


@cache
def first_home(folder, facts):
    """A diary that was set up long before the nights of the case; copied for each."""
    home = folder / str(abs(hash(facts)))
    begun = datetime(2026, 11, 22, 12) if "2026-11-22" in facts else datetime(2026, 11, 1, 12)
    for words in facts.split("\n"):
        assert hamdiary(home, begun, words)[0] == 0, words
    return home


@pytest.fixture(scope="session")
def homes(tmp_path_factory):
    return tmp_path_factory.mktemp("entered")


def found(homes, home, case):
    """How urgent the most urgent hint is tonight, as `hamdiary hints` says, and the rules."""
    known = f"{KNOWN} --name Biscuit" if case.knows else "--name Biscuit"
    facts = f"setup {case.hamster} {known}" + (f"\n{SEEN_BY_VET}" if case.knows else "")
    shutil.copytree(first_home(homes, facts), home)
    for line in case.typed.splitlines():
        typed(home, line)
    code, out, _ = hamdiary(home, moment(0, "21:45"), "hints --json")
    told = json.loads(out)
    urgent = told["hints"][0]["urgency"] if told["hints"] else None
    assert code == {None: 0, "today": 12, "now": 13}.get(urgent, 11)
    return urgent, [each["rule"] for each in told["hints"]]


@pytest.fixture(scope="session")
def all_found(homes, tmp_path_factory):
    root = tmp_path_factory.mktemp("typed")
    return {case.title: found(homes, root / str(number), case) for number, case in enumerate(CASES)}


def test_all_are_found_in_time_and_none_is_a_false_alarm(all_found, tell):
    due = [case for case in CASES if case.expected]
    calm = [case for case in CASES if ORDER.index(case.expected) < ORDER.index("today")]
    in_time = [
        case for case in due if ORDER.index(all_found[case.title][0]) >= ORDER.index(case.expected)
    ]
    false = [case for case in calm if all_found[case.title][0] in ("today", "now")]
    tell(
        f"{len(in_time)} of {len(due)} typed courses found in time "
        f"({len(in_time) / len(due):.0%}); {len(false)} of {len(calm)} that need neither got "
        f"a false NOW or TODAY ({len(false) / len(calm):.0%})"
    )
    assert (len(in_time), len(false)) == (len(due), 0)


@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_it_is_just_as_urgent_as_the_domain_reference_says(all_found, case):
    urgent, rules = all_found[case.title]
    assert urgent == case.expected, rules
