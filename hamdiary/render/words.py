"""Recorded values spelt out for a page of plain text."""

from collections.abc import Mapping, Sequence
from typing import Any

from hamdiary.domain.language import marked, t
from hamdiary.domain.measures import ANSWERS, Checklist, Measure, Scale
from hamdiary.domain.saying import NOT_RECORDED, said, step_of

ANSWER_WORDS = {"yes": marked("yes"), "no": marked("no"), "not_checked": marked("not checked")}
"""How an owner reads what was answered to a sign."""


def in_words(measure: Measure, value: Any) -> str:
    """The value with all that its wording says: "3 stands, 1–9 steps in a row"."""
    if isinstance(measure.kind, Checklist):
        return signs_in_words(measure.kind, value)
    step = step_of(measure, value)
    if step is None:
        return said(measure, value)
    return f"{value} {step.words}" if isinstance(measure.kind, Scale) else step.words


def briefly(measure: Measure, value: Any) -> str:
    """The value in a word or two: "3 stands", "118.4 g"."""
    if isinstance(measure.kind, Checklist):
        return signs_in_words(measure.kind, value, named=("yes",))
    return said(measure, value)


def signs_in_words(
    kind: Checklist, answers: Mapping[str, str], named: Sequence[str] = ANSWERS
) -> str:
    """Which signs are there, are not, were not looked for; how many nobody recorded.

    Answers other than those `named` are only counted.
    """
    if not answers:
        return t(NOT_RECORDED)
    if len(answers) == len(kind.items) and set(answers.values()) == {"no"}:
        return t("none of {n} seen").format(n=len(kind.items))
    parts = []
    for answer in ANSWERS:
        found = [item.short for item in kind.items if answers.get(item.code) == answer]
        if found:
            shown = ", ".join(found) if answer in named else str(len(found))
            parts.append(f"{t(ANSWER_WORDS[answer])}: {shown}")
    missing = len(kind.items) - len(answers)
    return "; ".join([*parts, *([t("{n} not recorded").format(n=missing)] if missing else [])])


def recorded(thing: Any, measure: Measure) -> bool:
    """Whether anything is recorded of that measure."""
    return getattr(thing, measure.name) not in (None, {})
