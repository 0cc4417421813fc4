"""Ringing what is due, once, and saying what became of it."""

import sys
from collections.abc import Mapping, Sequence

from hamdiary.cli.printing import say, say_aside, say_json
from hamdiary.cli.reminding import Look
from hamdiary.delivery.message import Outcome, Ring, line_of
from hamdiary.domain.language import t
from hamdiary.domain.settings import Settings
from hamdiary.services.delivering import (
    deliver,
    reached,
    remember_trouble,
    rings_now,
    take_back,
)
from hamdiary.services.session import Session


def ring(
    session: Session,
    settings: Settings,
    due: Sequence[Ring],
    environment: Mapping[str, str],
    look: Look,
) -> None:
    """Print what is due and ring what has not rung lately, as `look` wants it."""
    if not (look.quiet or look.as_json):
        for each in due:
            for task in each.tasks:
                say(line_of(each.hamster, task))
    rings: list[Ring] = []
    outcomes: list[Outcome] = []
    if not look.dry_run:
        rings = rings_now(session, [each.hamster for each in due], settings)
        outcomes = _rung(session, settings, rings, environment, look)
    if look.as_json:
        _say_as_json(due, rings, outcomes)


def _rung(
    session: Session,
    settings: Settings,
    rings: Sequence[Ring],
    environment: Mapping[str, str],
    look: Look,
) -> list[Outcome]:
    """Ring; what reached nobody is taken back, so that it rings at the next look."""
    if session.diary.read_only:
        say_aside(t("{why}; so nothing rings").format(why=session.diary.read_only))
    if not rings:
        return []
    at_terminal = _somebody_reads(look)
    somebody = False
    try:
        outcomes = deliver(settings, rings, environment, write_to_terminal if at_terminal else None)
        somebody = reached(outcomes) or at_terminal
    finally:
        if not somebody:
            take_back(session, rings)
    for each in outcomes:
        if not each.reached:
            say_aside(f"{each.channel}: {each.words}")
    if not somebody:
        say_aside(_nobody(outcomes))
    remember_trouble(session, outcomes)
    return outcomes


def _somebody_reads(look: Look) -> bool:
    return not (look.quiet or look.as_json) and terminal_is_here()


def terminal_is_here() -> bool:
    """Whether what is printed is seen by somebody."""
    return sys.stdout is not None and sys.stdout.isatty()


def write_to_terminal(text: str) -> None:
    """Write escape sequences to the terminal; what people wrote is cleaned before it gets here."""
    sys.stdout.write(text)
    sys.stdout.flush()


def _nobody(outcomes: Sequence[Outcome]) -> str:
    if outcomes:
        return t("nobody was told, so it stays due; hamdiary remind --test tries every way")
    return t("no way of telling you is switched on; hamdiary settings lists them under delivery")


def _say_as_json(due: Sequence[Ring], rings: Sequence[Ring], outcomes: Sequence[Outcome]) -> None:
    """Print what is due, what of it rang, and what became of that."""
    from hamdiary.domain.evening import utc_text

    rung = {(each.hamster.id, task.key) for each in rings for task in each.tasks}
    say_json(
        {
            "due": [
                {
                    "hamster_id": each.hamster.id,
                    "hamster": each.hamster.name,
                    "what": task.key,
                    "name": task.name,
                    "detail": task.detail,
                    "at": utc_text(task.at) if task.at is not None else None,
                    "rang": (each.hamster.id, task.key) in rung,
                }
                for each in due
                for task in each.tasks
            ],
            "told": told_as_json(outcomes),
        }
    )


def told_as_json(outcomes: Sequence[Outcome]) -> list[dict[str, object]]:
    """What became of a message on each way."""
    return [
        {"channel": each.channel, "reached": each.reached, "words": each.words} for each in outcomes
    ]
