"""What was typed for the options of measures, read into values."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import click

from hamdiary.cli.measure_options import (
    EVERY_SIGN,
    is_numbered,
    option_of,
    sign_option,
    sign_parameter,
)
from hamdiary.domain.language import t
from hamdiary.domain.measures import (
    ANSWERS,
    Checklist,
    Measure,
    Step,
    Text,
    Value,
    measures_of,
    sign_column,
)
from hamdiary.domain.reading import read_value
from hamdiary.domain.typed import Read, Refused

LARGEST_INPUT = 1_000_000
"""Bytes of a text that are read from standard input."""


@dataclass
class Typed:
    """What was typed for the measures of a night or a hamster, understood."""

    values: dict[str, Value | None] = field(default_factory=dict)
    """New values by journal field; None clears."""
    notices: list[str] = field(default_factory=list)
    """What was changed on the way, in words."""


def read_typed(declaring: type, given: Mapping[str, Any], today: date) -> Typed:
    """Read what was typed for each measure; a usage error names the option and what to type."""
    typed = Typed()
    for measure in measures_of(declaring).values():
        if isinstance(measure.kind, Checklist):
            typed.values |= _signs(measure, measure.kind, given)
        elif given.get(measure.name) is not None:
            _read_into(typed, measure, given[measure.name], today, is_numbered(declaring))
    for name in given.get("clear", ()):
        _clear_into(typed, declaring, name)
    return typed


def _read_into(typed: Typed, measure: Measure, text: str, today: date, numbered: bool) -> None:
    option = option_of(measure)
    if text == "-" and isinstance(measure.kind, Text) and measure.kind.lines:
        text = text_from_input(option)
    reading = reading_of(measure, text, today, numbered)
    if isinstance(reading, str):
        raise click.UsageError(f"{option}: {reading}")
    typed.values[measure.name] = reading.value
    if reading.notice:
        typed.notices.append(f"{option}: {reading.notice}")


def reading_of(
    measure: Measure, text: str, today: date, numbered: bool = False
) -> Read[Value] | str:
    """The value, or why it cannot be told, in one line; a choice has digits if it is `numbered`."""
    reading = read_value(measure, text, today, first_digit=0 if numbered else None)
    if isinstance(reading, Read):
        return reading
    return reading.reason if isinstance(reading, Refused) else reading.question


def text_from_input(option: str) -> str:
    """All of standard input as text; bytes that are none are left for cleaning to replace."""
    if sys.stdin is None:
        raise click.UsageError(t("{option} -: there is no standard input").format(option=option))
    if sys.stdin.isatty():
        click.echo(t("Write the text; Ctrl-D on a line of its own ends it."), err=True)
    try:
        raw: bytes = sys.stdin.buffer.read(LARGEST_INPUT + 1)
    except OSError as error:
        raise OSError(error.errno, error.strerror, t("standard input")) from error
    if len(raw) > LARGEST_INPUT:
        raise click.UsageError(
            t("{option} -: the input is longer than a million letters").format(option=option)
        )
    return raw.decode("utf-8", "surrogateescape")


def _signs(measure: Measure, kind: Checklist, given: Mapping[str, Any]) -> dict[str, Value | None]:
    answers: dict[str, Value | None] = {}
    everything = None
    for answer in ANSWERS:
        option = sign_option(measure, answer)
        for name in given.get(sign_parameter(measure, answer), ()):
            if name.casefold() == EVERY_SIGN and answer != "yes":
                everything = answer
                continue
            column = sign_column(_item(kind.items, name, option).code)
            if answers.get(column, answer) != answer:
                raise click.UsageError(
                    t("{option} {name}: it is also named with another answer").format(
                        option=option, name=name
                    )
                )
            answers[column] = answer
    if everything is None:
        return answers
    return {sign_column(item.code): everything for item in kind.items} | answers


def _item(items: Sequence[Step], name: str, option: str) -> Step:
    wanted = _key(name)
    for item in items:
        if wanted in (_key(item.code), _key(item.short), _key(sign_column(item.code))):
            return item
    known = ", ".join(item.code for item in items)
    raise click.UsageError(
        t("{option} {name}: there is no such sign; there is {known}").format(
            option=option, name=name, known=known
        )
    )


def _key(name: str) -> str:
    return name.strip().casefold().replace("-", "_").replace(" ", "_")


def _clear_into(typed: Typed, declaring: type, name: str) -> None:
    fields = _fields_to_clear(declaring, name)
    for each in fields:
        if each in typed.values:
            raise new_as_well(name)
        typed.values[each] = None


def new_as_well(name: str) -> click.UsageError:
    """That something is to be made not recorded for which there is a new value too."""
    return click.UsageError(
        t("--clear {name}: a new value for it is given as well").format(name=name)
    )


def _fields_to_clear(declaring: type, name: str) -> list[str]:
    measures = measures_of(declaring)
    wanted = _key(name)
    for measure in measures.values():
        if isinstance(measure.kind, Checklist):
            columns = {sign_column(item.code): item.code for item in measure.kind.items}
            if wanted == measure.name:
                return list(columns)
            found = [column for column, code in columns.items() if wanted in (column, code)]
            if found:
                return found
        elif wanted in (measure.name, _key(measure.label)):
            return [measure.name]
    raise click.UsageError(
        t("--clear {name}: there is no such measure; there is {names}").format(
            name=name, names=_names(measures)
        )
    )


def _names(measures: Mapping[str, Measure]) -> str:
    return ", ".join(measures)
