"""`hamdiary remind --install`, `--uninstall` and `--print`: the look at what is due, by itself."""

import os
import sys
from datetime import datetime

from hamdiary.cli.asking import confirm
from hamdiary.cli.invocation import Invocation
from hamdiary.cli.printing import say
from hamdiary.cli.problems import Failed
from hamdiary.delivery.installing import (
    SYSTEMS,
    Here,
    Step,
    installed,
    steps_to_install,
    steps_to_uninstall,
    systems_to_try,
    taken,
    text_for,
    why_not,
)
from hamdiary.delivery.schedule import EVERY_MINUTES, CannotSchedule, Job, kept, windowless
from hamdiary.domain.language import t
from hamdiary.services.clock import Clock
from hamdiary.services.session import diary_place
from hamdiary.storage.locations import Home

BEST = "best"
"""Stands for the system that fits this computer best."""


def print_schedule(call: Invocation, system: str) -> None:
    """Print what would be installed, and change nothing."""
    say(text_for(system, _job(call), _now(call)))


def install(call: Invocation, system: str, yes: bool) -> None:
    """Let this computer look every few minutes; shows what is written, and asks before."""
    call.session().diary.close()  # no diary, no reminders: that is said now and not by a timer
    here = _here(call)
    chosen = _usable(here, system)
    job = _job(call)
    steps = steps_to_install(chosen, job, here, _now(call))
    _show(
        t("This is what lets {system} look every {n} minutes, for you only:").format(
            system=chosen, n=EVERY_MINUTES
        ),
        steps,
    )
    confirm(t("Do this?"), yes)
    trouble = taken(steps)
    if trouble is not None:
        raise Failed(
            t("{trouble}; hamdiary remind --uninstall takes away what was done").format(
                trouble=trouble
            )
        )
    say(t("Done. hamdiary remind --uninstall takes it back;"))
    say(t("hamdiary remind --test shows whether a reminder reaches you."))


def uninstall(call: Invocation, yes: bool) -> None:
    """Take away whatever was installed, with whichever system."""
    here = _here(call)
    known = [each for each in SYSTEMS if each in systems_to_try(here) or each == "cron"]
    found = [each for each in known if installed(each, here)]
    if not found:
        say(t("nothing is installed; nothing was changed"))
        return
    steps = [step for each in found for step in steps_to_uninstall(each, here)]
    _show(
        t("This is what stops {systems} from looking:").format(systems=t(" and ").join(found)),
        steps,
    )
    confirm(t("Do this?"), yes)
    trouble = taken(steps)
    if trouble is not None:
        raise Failed(trouble)
    say(t("Done. Nothing looks by itself any more; hamdiary remind --install brings it back."))


def _usable(here: Here, system: str) -> str:
    troubles = []
    for each in systems_to_try(here) if system == BEST else (system,):
        trouble = why_not(each, here)
        if trouble is None:
            return each
        troubles.append(f"{each}: {trouble}")
    raise Failed(
        t(
            "{troubles}. Nothing was changed; hamdiary remind --print cron prints a line for "
            "whatever starts programs here"
        ).format(troubles="; ".join(troubles))
    )


def _show(title: str, steps: list[Step]) -> None:
    say(title)
    for number, step in enumerate(steps, 1):
        say(f"\n{number}. {step.words}")
        if step.shown:
            say("\n".join(f"   {line}".rstrip() for line in step.shown.splitlines()))
    say("")


def _job(call: Invocation) -> Job:
    home = Home.of(call.environment)
    options: list[str] = []
    if call.diary:
        options += ["--diary", str(diary_place(home, call.diary))]
    if call.hamster:
        options += ["--hamster", call.hamster]
    places = {"HAMDIARY_HOME": str(home.folder), "HAMDIARY_SETTINGS": str(home.settings)}
    if not sys.executable:
        raise CannotSchedule(t("it is not known which Python hamdiary runs in"))
    python = windowless(sys.executable, sys.platform)
    return Job(python, tuple(options), kept(call.environment, places))


def _here(call: Invocation) -> Here:
    user = os.getuid() if hasattr(os, "getuid") else 0
    return Here(sys.platform, call.environment, user, Home.of(call.environment).folder)


def _now(call: Invocation) -> datetime:
    return Clock(call.environment).now().wall
