"""What was typed for a course, read into values."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import click

from hamdiary.cli.typed_facts import fact_typed
from hamdiary.cli.typed_measures import new_as_well
from hamdiary.domain.language import t
from hamdiary.domain.measures import Value, measures_of
from hamdiary.domain.medicines import Medicine
from hamdiary.domain.typed import Read, Refused
from hamdiary.domain.typed_days_near import read_day_near

FACTS = measures_of(Medicine)

FIELDS = {
    "name": "name",
    "dose": "dose",
    "at": "times",
    "every": "every_h",
    "from": "starts",
    "first": "first_at",
    "days": "days",
    "note": "note",
}
"""What the options of a course are called, and the measures they are read as."""

COURSE_OPTIONS = [
    click.Option(["--dose"], metavar="TEXT", help="The dose in the vet's own words."),
    click.Option(["--at"], metavar="TIMES", help="When: 21:00, or 9:00,21:00."),
    click.Option(["--every"], metavar="HOURS", help="Or every so many hours, as 8h."),
    click.Option(["--from", "from_"], metavar="DATE", help="First day: today, tomorrow, 9 Nov."),
    click.Option(["--first"], metavar="TIME", help="First dose of the first day, as 21:00."),
    click.Option(["--days"], metavar="DAYS", help="How many days; else until it is stopped."),
    click.Option(["--antibiotic/--no-antibiotic"], default=None, help="Whether it is one."),
    click.Option(
        ["--as-needed/--not-as-needed"], default=None, help="Given when it is needed, never due."
    ),
    click.Option(["--note"], metavar="TEXT", help="Anything else."),
]
"""The options of a course, in the order of the help."""


def course_values(given: Mapping[str, Any], today: date) -> dict[str, Value | None]:
    """New values by journal field; a usage error names the option and what to type instead."""
    values: dict[str, Value | None] = {}
    for option, field in FIELDS.items():
        typed = given.get("from_" if option == "from" else option)
        if typed is not None:
            values[field] = _read(option, field, typed, today)
    for field in ("antibiotic", "as_needed"):
        if given.get(field) is not None:
            values[field] = "yes" if given[field] else "no"
    return values


def day_near(typed: str, option: str, today: date) -> date:
    """A day that can lie ahead; a usage error if it is none."""
    reading = read_day_near(typed, today)
    if isinstance(reading, Read):
        return reading.value
    why = reading.reason if isinstance(reading, Refused) else reading.question
    raise click.UsageError(f"{option}: {why}")


def cleared(names: tuple[str, ...], values: Mapping[str, Value | None]) -> dict[str, Value | None]:
    """The measures that are to be made not recorded again."""
    known = {**FIELDS, **{name: name for name in FACTS}, "stopped": "stopped"}
    gone: dict[str, Value | None] = {}
    for name in names:
        field = known.get(name.replace("-", "_"))
        if field is None or field == "zone":
            raise click.UsageError(
                t("--clear {name}: there is no such fact; there is {options}").format(
                    name=name, options=_options()
                )
            )
        if field in values:
            raise new_as_well(name)
        gone[field] = None
        if field == "stopped":
            gone |= {"stopped_at": None, "stopped_why": None}
    return gone


def _options() -> str:
    return ", ".join([*FIELDS, "antibiotic", "as-needed", "stopped"])


def _read(option: str, field: str, typed: str, today: date) -> Value:
    if field == "starts":
        return day_near(typed, f"--{option}", today)
    shown = "NAME" if option == "name" else f"--{option}"
    return fact_typed(FACTS[field], typed, shown, today)
