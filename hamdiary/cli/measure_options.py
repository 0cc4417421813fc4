"""Options made of the measures that a night or a hamster declares (design §4)."""

from collections.abc import Callable, Iterator, Sequence
from typing import assert_never

import click

from hamdiary.cli.helped import WordedOption
from hamdiary.domain.language import english, t
from hamdiary.domain.measures import (
    Checklist,
    Choice,
    Day,
    Instant,
    Kind,
    Measure,
    Quantity,
    Scale,
    Text,
    Times,
    measures_of,
)
from hamdiary.domain.night import Night
from hamdiary.domain.typed_numbers import unit_word

EVERY_SIGN = "all"
"""Typed for a sign's name: every sign that is not named otherwise."""


def measure_options(declaring: type, leave_out: Sequence[str] = ()) -> list[click.Option]:
    """One option a measure, and three a checklist, in the order of declaration."""
    return [
        option
        for measure in measures_of(declaring).values()
        if measure.name not in leave_out
        for option in _options(measure, is_numbered(declaring))
    ] + [clear_option(declaring)]


def is_numbered(declaring: type) -> bool:
    """Whether choices have digits, from 0 as on the screen: a night's do, a hamster's do not."""
    return declaring is Night


def clear_option(declaring: type) -> click.Option:
    """The option that takes a recorded value away again."""
    return click.Option(
        ["--clear"],
        multiple=True,
        metavar="MEASURE",
        help="Make it not recorded again; may be repeated.",
        shell_complete=_completing(list(measures_of(declaring))),
    )


def _options(measure: Measure, numbered: bool) -> Iterator[click.Option]:
    kind = measure.kind
    if isinstance(kind, Checklist):
        yield from _sign_options(measure, kind)
        return
    yield WordedOption(
        [option_of(measure), measure.name],
        lambda: _help(measure, numbered),
        metavar=_metavar(kind),
        shell_complete=_completing(_codes(kind, numbered)),
    )


def option_of(measure: Measure) -> str:
    """The option of a measure: "--weight-g"."""
    return f"--{measure.name.replace('_', '-')}"


def _sign_options(measure: Measure, kind: Checklist) -> Iterator[click.Option]:
    codes = [item.code for item in kind.items]
    helps: dict[str, Callable[[], str]] = {
        "yes": lambda: t("Seen tonight; may be repeated: {signs}.").format(signs=", ".join(codes)),
        "no": lambda: t("Looked for and not there; all = every other one."),
        "not_checked": lambda: t("Not looked for; all = every other one."),
    }
    for answer, words in helps.items():
        yield WordedOption(
            [sign_option(measure, answer), sign_parameter(measure, answer)],
            words,
            multiple=True,
            metavar="NAME",
            shell_complete=_completing(codes),
        )


def sign_option(measure: Measure, answer: str) -> str:
    """The option that gives signs of a checklist one answer: "--no-sign"."""
    one = measure.name.removesuffix("s")
    return {"yes": f"--{one}", "no": f"--no-{one}", "not_checked": f"--{one}-not-checked"}[answer]


def sign_parameter(measure: Measure, answer: str) -> str:
    """The name under which click hands over what was typed for `sign_option`."""
    return f"{measure.name}_{answer}"


def _metavar(kind: Kind) -> str:
    match kind:
        case Scale():
            return "LEVEL"
        case Choice():
            return "WORD"
        case Quantity():
            return english(kind, "unit").upper()
        case Checklist():
            return "NAME"
        case Text():
            return "TEXT"
        case Day():
            return "DATE"
        case Instant():
            return "TIME"
        case Times():
            return "TIMES"
        case _:
            assert_never(kind)


def _help(measure: Measure, numbered: bool) -> str:
    kind = measure.kind
    words = [measure.label]
    if isinstance(kind, Scale | Choice):
        words.append(", ".join(_codes(kind, numbered)))
    elif isinstance(kind, Quantity) and kind.also:
        others = t(" or ").join(unit_word(name) for name, _ in kind.also)
        words.append(t("in {unit}, or {others} if said so").format(unit=kind.unit, others=others))
    elif isinstance(kind, Text) and kind.lines:
        words.append(t("- reads standard input"))
    if measure.hint:
        words.append(measure.hint)
    line = "; ".join(words).replace(";", ":", 1)
    return line if line.endswith("?") else f"{line}."


def _codes(kind: Kind, numbered: bool) -> list[str]:
    if not isinstance(kind, Scale | Choice):
        return []
    unseen = [kind.unseen.value] if kind.unseen else []
    if numbered or isinstance(kind, Scale):
        return [f"{digit} {step.code}" for digit, step in enumerate(kind.steps)] + unseen
    return [*kind.codes, *unseen]


def _completing(
    words: list[str],
) -> Callable[[click.Context, click.Parameter, str], list[str]]:
    def complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
        """The words that begin as what is typed."""
        last = (word.rpartition(" ")[2] for word in words)
        return [word for word in last if word.startswith(incomplete)]

    return complete
