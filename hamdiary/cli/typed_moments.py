"""What was typed for a time, a span or a measure of an outing or a dose, read or refused."""

from datetime import datetime
from typing import TypeVar

import click

from hamdiary.cli.printing import say_aside
from hamdiary.domain.measures import Measure, Value
from hamdiary.domain.reading import read_value
from hamdiary.domain.typed import Read, Reading, Refused
from hamdiary.domain.typed_times import WallClock, read_moment, read_span

Meant = TypeVar("Meant")


def moment_typed(text: str, option: str, clock: WallClock) -> datetime:
    """A moment of the clock's night, as "21:10" or "10 min ago"; a usage error if it is none."""
    return _meant(read_moment(text, clock), option)


def span_typed(text: str, option: str) -> float:
    """Seconds of a span, as "25m"; a usage error if it is none."""
    return _meant(read_span(text), option)


def value_typed(measure: Measure, text: str, option: str, clock: WallClock) -> Value:
    """What was typed for a measure; a usage error that names the option if it cannot be told."""
    return _meant(
        read_value(measure, text, clock.now.date(), first_digit=None, clock=clock), option
    )


def _meant(reading: Reading[Meant], option: str) -> Meant:
    if isinstance(reading, Read):
        if reading.notice:
            say_aside(f"{option}: {reading.notice}")
        return reading.value
    why = reading.reason if isinstance(reading, Refused) else reading.question
    raise click.UsageError(f"{option}: {why}")
