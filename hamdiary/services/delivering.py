"""Letting a reminder out on every way that is switched on, and saying truly what became of it."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence

from hamdiary.delivery.message import Message, Outcome, Ring, message_of
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.language import t
from hamdiary.domain.reminders.task import Task
from hamdiary.domain.settings import Settings
from hamdiary.domain.text import clean_line
from hamdiary.services.reminding import take_back_ring, to_ring
from hamdiary.services.session import Session
from hamdiary.services.settings import settings_or_defaults

Write = Callable[[str], object]
"""Writes to the owner's terminal, as it is."""

TROUBLE = "delivery-trouble"
"""Where a device remembers that its reminders do not reach anybody."""


def rings_now(
    session: Session, hamsters: Sequence[Hamster], settings: Settings | None = None
) -> list[Ring]:
    """What rings now, and counts as rung by this: deliver it, and `take_back` what reached nobody.

    BadSetting if the settings cannot be followed.
    """
    found = [Ring(each, to_ring(session, each, settings)) for each in hamsters]
    return [ring for ring in found if ring.tasks]


def deliver(
    settings: Settings,
    rings: Sequence[Ring],
    environment: Mapping[str, str],
    write: Write | None = None,
) -> list[Outcome]:
    """Let reminders out on every way that is on; never raises, and takes some seconds at most.

    Needs no diary, so that the screens can call it in a thread. `write` is for a terminal that is
    not in full screen.
    """
    if not any(ring.tasks for ring in rings):
        return []
    away = message_of(rings, settings.delivery.names)
    return send(settings, message_of(rings, names=True), away, environment, write)


def send(
    settings: Settings,
    here: Message,
    away: Message,
    environment: Mapping[str, str],
    write: Write | None = None,
) -> list[Outcome]:
    """Send messages on every way that is on: `here` to this desk, `away` to what may leave it."""
    ways = _ways(settings, here, away, environment, write)
    return [_tried(channel, way) for channel, way in ways]


@dataclass(frozen=True)
class FromAWindow:
    """How a screen, which shows reminders itself, lets them out by the other ways that are on."""

    bell: bool
    """Whether its terminal is to ring."""
    to_terminal: str | None
    """What to write to its terminal to have it notify; None if that cannot or is not wanted."""
    others: Callable[[], list[str]]
    """Tells by the ways beside, which takes seconds: for a thread. A line for each that failed."""


def tell_from_a_window(
    session: Session,
    hamster: Hamster,
    tasks: Sequence[Task],
    environment: Mapping[str, str] = os.environ,
) -> FromAWindow:
    """What a screen has to do, besides showing it, to tell that tasks are due."""
    from hamdiary.delivery.terminal import notification

    settings, rings = settings_or_defaults(session.home)[0], [Ring(hamster, tasks)]
    chosen, here = settings.delivery, message_of(rings, names=True)

    def others() -> list[str]:
        """Deliver on every other way; what did not get through, in words."""
        from hamdiary.delivery.desktop import CHANNEL

        outcomes = deliver(settings, rings, environment)
        failed = [each for each in outcomes if not each.reached]
        # Over ssh there is mostly no desktop, and whoever looks at this window was told by it.
        return [f"{each.channel}: {each.words}" for each in failed if each.channel != CHANNEL]

    shown = notification(here, environment) if chosen.terminal else None
    return FromAWindow(chosen.bell, shown, others)


def trial() -> Message:
    """What is sent to see whether anybody is reached."""
    return Message("hamdiary", t("This is a test: a reminder reaches you like this."))


def reached(outcomes: Sequence[Outcome]) -> bool:
    """Whether at least one way took the message."""
    return any(each.reached for each in outcomes)


def take_back(session: Session, rings: Sequence[Ring]) -> None:
    """Let what reached nobody be due again at once."""
    for ring in rings:
        take_back_ring(session, ring.hamster, ring.tasks)


def remember_trouble(session: Session, outcomes: Sequence[Outcome]) -> None:
    """Remember on this device whether reminders reach anybody, for the screens to say so."""
    failed = [f"{each.channel}: {each.words}" for each in outcomes if not each.reached]
    trouble = None if reached(outcomes) or not failed else clean_line("; ".join(failed))[:500]
    if not session.diary.read_only and trouble != last_trouble(session):
        session.diary.remember(session.device, TROUBLE, trouble)


def last_trouble(session: Session) -> str | None:
    """Why the last reminder reached nobody, in one line; None if it did reach somebody."""
    return session.diary.setting(session.device, TROUBLE)


def _ways(
    settings: Settings,
    here: Message,
    away: Message,
    environment: Mapping[str, str],
    write: Write | None,
) -> Iterator[tuple[str, Callable[[], Outcome]]]:
    # Each is imported where it is used: most are off, and a look with nothing due needs none.
    chosen = settings.delivery
    if chosen.desktop:
        from hamdiary.delivery import desktop

        yield desktop.CHANNEL, lambda: desktop.notify(here, environment)
    if write is not None and (chosen.terminal or chosen.bell):
        from hamdiary.delivery import terminal

        shown = terminal.notification(here, environment) if chosen.terminal else None
        words = t("shown by the terminal") if shown else t("its bell was rung")
        text = (shown or "") + (terminal.BELL if chosen.bell else "")
        if text:
            yield terminal.CHANNEL, lambda: terminal.written(text, words, write)
    if chosen.notify_command:
        from hamdiary.delivery import command

        own = chosen.notify_command
        yield command.CHANNEL, lambda: command.run(away, own, environment)
    if chosen.ntfy.on:
        from hamdiary.delivery import ntfy

        yield ntfy.CHANNEL, lambda: ntfy.push(away, chosen.ntfy.server, chosen.ntfy.topic)


def _tried(channel: str, way: Callable[[], Outcome]) -> Outcome:
    try:
        return way()
    except Exception as error:  # noqa: BLE001
        # Not one of the troubles that are known; the other ways are still to be tried.
        return Outcome(channel, False, t("it failed: {reason}").format(reason=type(error).__name__))
