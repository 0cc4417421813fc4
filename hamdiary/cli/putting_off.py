"""`hamdiary remind --snooze` and `--skip`: being asked later, or not tonight."""

from collections.abc import Sequence

import click

from hamdiary.cli.invocation import Invocation
from hamdiary.cli.printing import say, say_aside
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.language import marked, t
from hamdiary.domain.reminders.schedule import when
from hamdiary.domain.reminders.task import Ringing, Task, TaskState
from hamdiary.domain.text import names_look_alike
from hamdiary.services.reminding import (
    CANNOT_WAIT,
    due_now,
    skip,
    snooze_for,
    tasks_tonight,
)
from hamdiary.services.session import Session, cared_for

Found = Sequence[tuple[Hamster, Task]]

CAN_WAIT = (TaskState.OPEN, TaskState.LATER, TaskState.SNOOZED)
"""What can be put off or skipped: not what is done, missed or being done."""

STATES = {
    TaskState.DONE: marked("done"),
    TaskState.OPEN: marked("open"),
    TaskState.UNDERWAY: marked("underway"),
    TaskState.LATER: marked("later"),
    TaskState.SKIPPED: marked("skipped"),
    TaskState.SNOOZED: marked("snoozed"),
}
"""How it stands with a task, in a word."""


def snooze_what(call: Invocation, length: str, what: str) -> None:
    """Put off what is due, or what was named, for "10" or "30" minutes or until "tomorrow"."""
    with call.session_to_write() as session:
        hamsters = cared_for(session, call.hamster)
        if what:
            found: Found = _named(session, hamsters, what)
        else:
            due = [(each, task) for each in hamsters for task in due_now(session, each)]
            found = [(each, task) for each, task in due if task.ringing is not Ringing.ALWAYS]
            for hamster, task in due:
                if task.ringing is Ringing.ALWAYS:
                    say_aside(f"{hamster.called}: {task.name}, {task.detail}: {t(CANNOT_WAIT)}")
            if not due:
                say(t("nothing is due"))
        for hamster, task in found:
            until = snooze_for(session, hamster, task.key, length)
            say(
                t("{hamster}: {task}, again {when}").format(
                    hamster=hamster.called, task=task.name, when=when(until, session.now())
                )
            )


def skip_what(call: Invocation, what: str, why: str) -> None:
    """Ask no more about something tonight; it is not done by that."""
    with call.session_to_write() as session:
        found = _named(session, cared_for(session, call.hamster), what)
        hamster, task = _only(found, what)
        skip(session, hamster, task.key, why or None)
        say(
            t("{hamster}: {task}, no more tonight; it does not count as done").format(
                hamster=hamster.called, task=task.name
            )
        )
        if task.key.startswith("dose:"):
            say(
                t('hamdiary dose "{medicine}" --skipped WHY records that it was not given').format(
                    medicine=task.name
                )
            )


def _named(session: Session, hamsters: Sequence[Hamster], what: str) -> Found:
    """The tasks of tonight that answer to a name; a usage error says what there is."""
    tonight = [(each, task) for each in hamsters for task in tasks_tonight(session, each)]
    named = [(each, task) for each, task in tonight if _answers(task, what)]
    found = [(each, task) for each, task in named if task.state in CAN_WAIT]
    if found:
        return found
    if named:
        _, task = named[0]
        raise click.UsageError(
            t("{task} is {state} tonight ({detail})").format(
                task=task.name, state=t(STATES[task.state]), detail=task.detail
            )
        )
    names = dict.fromkeys(task.name for _, task in tonight if task.state in CAN_WAIT)
    there = (
        t("there is: {names}").format(names=", ".join(names))
        if names
        else t("nothing is to be done")
    )
    raise click.UsageError(
        t("there is no {what} tonight; {there}").format(what=what[:60], there=there)
    )


def _answers(task: Task, what: str) -> bool:
    names = (task.key, task.key.partition(":")[0], task.name, task.name.replace("-", " "))
    return any(names_look_alike(name, what) for name in names)


def _only(found: Found, what: str) -> tuple[Hamster, Task]:
    """The one that is meant: of several times of one thing the one that is open, or the next."""
    if len({hamster.id for hamster, _ in found}) > 1:
        names = t(" and ").join(dict.fromkeys(hamster.called for hamster, _ in found))
        raise click.UsageError(
            t("{names} have {what} both; say whose with --hamster NAME").format(
                names=names, what=what[:60]
            )
        )
    names = ", ".join(dict.fromkeys(task.name for _, task in found))
    if len({task.name for _, task in found}) > 1:
        raise click.UsageError(
            t("{what} can be {names}; say which").format(what=what[:60], names=names)
        )
    return min(found, key=lambda each: (each[1].state is TaskState.LATER, str(each[1].at)))
