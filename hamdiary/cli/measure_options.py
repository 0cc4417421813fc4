"""Options made of measures, and what was typed for them read into values (design §4)."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, assert_never

import click

from hamdiary.domain.measures import (
    Checklist,
    Choice,
    Day,
    Kind,
    Measure,
    Quantity,
    Scale,
    Step,
    Text,
    Value,
    measures_of,
    sign_column,
)
from hamdiary.domain.reading import read_value
from hamdiary.domain.typed import Read, Refused

ANSWER_OPTIONS = {"yes": "", "no": "no-", "not_checked": ""}
EVERY_SIGN = "all"
"""Typed for a sign's name: every sign that is not named otherwise."""

LARGEST_INPUT = 1_000_000
"""Bytes of a text that are read from standard input."""


@dataclass
class Typed:
    """What was typed for the measures of a night or a hamster, understood."""

    values: dict[str, Value | None] = field(default_factory=dict)
    """New values by journal field; None clears."""
    notices: list[str] = field(default_factory=list)
    """What was changed on the way, in words."""


def measure_options(declaring: type, leave_out: Sequence[str] = ()) -> list[click.Option]:
    """One option a measure, and three a checklist, in the order of declaration."""
    return [
        option
        for measure in measures_of(declaring).values()
        if measure.name not in leave_out
        for option in _options(measure)
    ] + [clear_option(declaring)]


def clear_option(declaring: type) -> click.Option:
    """The option that takes a recorded value away again."""
    return click.Option(
        ["--clear"],
        multiple=True,
        metavar="MEASURE",
        help="Make it not recorded again; may be repeated.",
        shell_complete=_completing(list(measures_of(declaring))),
    )


def _options(measure: Measure) -> Iterator[click.Option]:
    kind = measure.kind
    if isinstance(kind, Checklist):
        yield from _sign_options(measure, kind)
        return
    yield click.Option(
        [option_of(measure), measure.name],
        metavar=_metavar(kind),
        help=_help(measure),
        shell_complete=_completing(_codes(kind)),
    )


def option_of(measure: Measure) -> str:
    """The option of a measure: "--weight-g"."""
    return f"--{measure.name.replace('_', '-')}"


def _sign_options(measure: Measure, kind: Checklist) -> Iterator[click.Option]:
    codes = [item.code for item in kind.items]
    helps = {
        "yes": f"Seen tonight; may be repeated: {', '.join(codes)}.",
        "no": f"Looked for and not there; {EVERY_SIGN} = every other one.",
        "not_checked": f"Not looked for; {EVERY_SIGN} = every other one.",
    }
    for answer, words in helps.items():
        yield click.Option(
            [_sign_option(measure, answer), _parameter(measure, answer)],
            multiple=True,
            metavar="NAME",
            help=words,
            shell_complete=_completing(codes),
        )


def _sign_option(measure: Measure, answer: str) -> str:
    one = measure.name.removesuffix("s")
    return {"yes": f"--{one}", "no": f"--no-{one}", "not_checked": f"--{one}-not-checked"}[answer]


def _parameter(measure: Measure, answer: str) -> str:
    return f"{measure.name}_{answer}"


def _metavar(kind: Kind) -> str:
    match kind:
        case Scale():
            return "LEVEL"
        case Choice():
            return "WORD"
        case Quantity():
            return kind.unit.upper()
        case Checklist():
            return "NAME"
        case Text():
            return "TEXT"
        case Day():
            return "DATE"
        case _:
            assert_never(kind)


def _help(measure: Measure) -> str:
    kind = measure.kind
    words = [measure.label]
    if isinstance(kind, Scale | Choice):
        words.append(", ".join(_codes(kind)))
    elif isinstance(kind, Quantity) and kind.also:
        words.append(f"in {kind.unit}, or {' or '.join(name for name, _ in kind.also)} if said so")
    elif isinstance(kind, Text) and kind.lines:
        words.append("- reads standard input")
    if measure.hint:
        words.append(measure.hint)
    return "; ".join(words).replace(";", ":", 1) + "."


def _codes(kind: Kind) -> list[str]:
    if not isinstance(kind, Scale | Choice):
        return []
    unseen = [kind.unseen.value] if kind.unseen else []
    if isinstance(kind, Scale):
        return [f"{level} {step.code}" for level, step in enumerate(kind.steps)] + unseen
    return [*kind.codes, *unseen]


def _completing(
    words: list[str],
) -> Callable[[click.Context, click.Parameter, str], list[str]]:
    def complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
        last = (word.rpartition(" ")[2] for word in words)
        return [word for word in last if word.startswith(incomplete)]

    return complete


def read_typed(declaring: type, given: Mapping[str, Any], today: date) -> Typed:
    """Read what was typed for each measure; a usage error names the option and what to type."""
    typed = Typed()
    for measure in measures_of(declaring).values():
        if isinstance(measure.kind, Checklist):
            typed.values |= _signs(measure, measure.kind, given)
        elif given.get(measure.name) is not None:
            _read_into(typed, measure, given[measure.name], today)
    for name in given.get("clear", ()):
        _clear_into(typed, declaring, name)
    return typed


def _read_into(typed: Typed, measure: Measure, text: str, today: date) -> None:
    option = option_of(measure)
    if text == "-" and isinstance(measure.kind, Text) and measure.kind.lines:
        text = text_from_input(option)
    reading = reading_of(measure, text, today)
    if isinstance(reading, str):
        raise click.UsageError(f"{option}: {reading}")
    typed.values[measure.name] = reading.value
    if reading.notice:
        typed.notices.append(f"{option}: {reading.notice}")


def reading_of(measure: Measure, text: str, today: date) -> Read[Value] | str:
    """The value, or why it cannot be told, in one line."""
    # The digits of an unordered choice are the screens' business; here its words are typed.
    ordered = not isinstance(measure.kind, Choice) or measure.kind.ordered
    reading = read_value(measure, text, today, first_digit=0 if ordered else None)
    if isinstance(reading, Read):
        return reading
    return reading.reason if isinstance(reading, Refused) else reading.question


def text_from_input(option: str) -> str:
    """All of standard input as text; bytes that are none are left for cleaning to replace."""
    if sys.stdin is None:
        raise click.UsageError(f"{option} -: there is no standard input")
    if sys.stdin.isatty():
        click.echo("Write the text; Ctrl-D on a line of its own ends it.", err=True)
    try:
        raw: bytes = sys.stdin.buffer.read(LARGEST_INPUT + 1)
    except OSError as error:
        raise OSError(error.errno, error.strerror, "standard input") from error
    if len(raw) > LARGEST_INPUT:
        raise click.UsageError(f"{option} -: the input is longer than a million letters")
    return raw.decode("utf-8", "surrogateescape")


def _signs(measure: Measure, kind: Checklist, given: Mapping[str, Any]) -> dict[str, Value | None]:
    answers: dict[str, Value | None] = {}
    everything = None
    for answer in ("yes", "no", "not_checked"):
        option = _sign_option(measure, answer)
        for name in given.get(_parameter(measure, answer), ()):
            if name.casefold() == EVERY_SIGN and answer != "yes":
                everything = answer
                continue
            column = sign_column(_item(kind.items, name, option).code)
            if answers.get(column, answer) != answer:
                raise click.UsageError(f"{option} {name}: it is also named with another answer")
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
    raise click.UsageError(f"{option} {name}: there is no such sign; there is {known}")


def _key(name: str) -> str:
    return name.strip().casefold().replace("-", "_").replace(" ", "_")


def _clear_into(typed: Typed, declaring: type, name: str) -> None:
    fields = _fields_to_clear(declaring, name)
    for each in fields:
        if each in typed.values:
            raise click.UsageError(f"--clear {name}: a new value for it is given as well")
        typed.values[each] = None


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
    raise click.UsageError(f"--clear {name}: there is no such measure; there is {_names(measures)}")


def _names(measures: Mapping[str, Measure]) -> str:
    return ", ".join(measures)
