"""What was typed for single facts of a thing, read or refused; `--clear`, which takes them away."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import click

from hamdiary.cli.printing import say_aside
from hamdiary.cli.typed_measures import new_as_well, reading_of
from hamdiary.domain.measures import Choice, Measure, Value


def fact_typed(measure: Measure, text: str, option: str, today: date) -> Value:
    """What was typed for a fact; a usage error that names the option if it cannot be told."""
    reading = reading_of(measure, text, today)
    if isinstance(reading, str):
        # Where a choice is listed, its codes are typed with dashes: vet-visit.
        told = reading.replace("_", "-") if isinstance(measure.kind, Choice) else reading
        raise click.UsageError(f"{option}: {told}")
    if reading.notice:
        say_aside(f"{option}: {reading.notice}")
    return reading.value


def clear_option(names: Iterable[str]) -> click.Option:
    """The option that makes a fact of one of these names not recorded again."""
    return click.Option(
        ["--clear"],
        multiple=True,
        type=click.Choice(list(names)),
        help="Make it not recorded again; may be repeated.",
    )


def cleared(
    names: Iterable[str], fields: Mapping[str, Sequence[str]], given: Mapping[str, Value | None]
) -> dict[str, Value | None]:
    """None for the fields of each name; a usage error if one of them is given anew as well."""
    gone: dict[str, Value | None] = {}
    for name in names:
        if any(given.get(field) is not None for field in fields[name]):
            raise new_as_well(name)
        gone |= dict.fromkeys(fields[name])
    return gone
