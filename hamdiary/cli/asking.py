"""Asking once about what is possible but unlikely; where nobody can answer, refusing."""

import sys
from collections.abc import Mapping, Sequence

import click

from hamdiary.cli.calling import Unanswered
from hamdiary.cli.measure_options import option_of
from hamdiary.cli.printing import printable, say_aside
from hamdiary.cli.problems import Failed
from hamdiary.domain.language import t, tc
from hamdiary.domain.measures import Measure, Quantity, Value, measures_of
from hamdiary.domain.questions import Question
from hamdiary.domain.saying import plain_amount, said
from hamdiary.domain.text import clean_line

Values = Mapping[str, Value | None]


def can_ask() -> bool:
    """Whether somebody sits at a terminal: questions go to standard error, answers come in."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


def settled(declaring: type, questions: Sequence[Question], values: Values, yes: bool) -> Values:
    """The values as they are to be kept once every question about them is answered."""
    if yes or not questions:
        return values
    if not can_ask():
        raise Unanswered(_refusal(declaring, questions, values))
    kept = dict(values)
    for question in questions:
        kept |= _answer(declaring, question)
    return kept


def _refusal(declaring: type, questions: Sequence[Question], values: Values) -> str:
    """What to say instead, where nobody can be asked."""
    asked = " ".join(_with_way_out(declaring, question, values) for question in questions)
    slips = [question for question in questions if question.instead is not None]
    if not slips:
        return t("{asked} Say --yes if so; nothing was saved").format(asked=asked)
    if len(questions) == 1:
        return t("{asked}; nothing was saved").format(asked=asked)
    return t("{asked}. Say --yes to keep all as written; nothing was saved").format(asked=asked)


def _with_way_out(declaring: type, question: Question, values: Values) -> str:
    if question.instead is None:
        return question.text
    (field,) = question.fields
    measure = measures_of(declaring)[field]
    meant, _, _ = _plainly(measure, question.instead).partition(" ")
    kept = _plainly(measure, values[field])
    return t("{question} Then say {option} {meant}; --yes keeps {kept}").format(
        question=question.text, option=option_of(measure), meant=meant, kept=kept
    )


def _plainly(measure: Measure, value: Value | None) -> str:
    if isinstance(measure.kind, Quantity) and isinstance(value, int | float):
        return plain_amount(value, measure.kind)
    return said(measure, value)


def confirm(question: str, yes: bool) -> None:
    """Go on if the owner agrees; without a terminal only --yes does."""
    if yes:
        return
    if not can_ask():
        raise Unanswered(
            t("{question} Say --yes if so; nothing was changed").format(question=question)
        )
    if not agreed(question):
        raise Failed(t("nothing was changed"))


def _answer(declaring: type, question: Question) -> Values:
    if question.instead is None:
        if agreed(question.text):
            return {}
        raise Failed(t("nothing was saved"))
    (field,) = question.fields
    meant = _plainly(measures_of(declaring)[field], question.instead)
    answer = ask(
        t("{question} [y = {meant}, k = keep it as written, N = save nothing]").format(
            question=question.text, meant=meant
        )
    )
    if _is_yes(answer):
        say_aside(t("kept as {meant}").format(meant=meant))
        return {field: question.instead}
    if answer.casefold() in ("k", "keep"):
        return {}
    raise Failed(t("nothing was saved"))


def agreed(question: str) -> bool:
    """Whether the owner says yes; Enter alone is no."""
    return _is_yes(ask(t("{question} [y/N]").format(question=question)))


def _is_yes(answer: str) -> bool:
    # The English words are taken in every language: fingers know them.
    return answer.casefold() in ("y", "yes", tc("answer", "y"), tc("answer", "yes"))


def ask(prompt: str) -> str:
    """One line from the terminal, "" for Enter alone; the prompt goes to standard error."""
    shown = printable(clean_line(prompt), sys.stderr)
    # click.prompt would put a blank on standard output, which is for data only.
    click.echo(f"{shown} ", nl=False, file=sys.stderr)
    typed = sys.stdin.readline()
    if not typed:
        raise Failed(t("the input ended before the answer; nothing was saved"))
    return typed.strip()
