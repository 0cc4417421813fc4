"""Quality-of-life checks in lines of plain text: the twin of the dialog in Care (domain §1.1)."""

from collections.abc import Sequence

from hamdiary.domain.language import t
from hamdiary.domain.manner import figures, in_sentence, with_year
from hamdiary.domain.measures import measures_of
from hamdiary.domain.saying import NOT_RECORDED
from hamdiary.domain.typed_dates import say_day
from hamdiary.domain.wellbeing import PARTS, Wellbeing
from hamdiary.knowledge.notices import NOT_VALIDATED
from hamdiary.render.cells import wrapped

INDENT = "     "
"""Before what stands below a check's first line, whose number stands there."""


def checks_page(checks: Sequence[Wellbeing], width: int) -> list[str]:
    """Every check, the newest first, with its number; and what such a check is."""
    lines = []
    for number, check in reversed([*enumerate(checks, 1)]):
        on = with_year(check.evening) if check.evening else ""
        head = f"{number:>3}  {on}  "
        words = wrapped(sum_words(check), max(width - len(head), 12))
        lines += [(INDENT if count else head) + each for count, each in enumerate(words)]
        for part in (parts_words(check), check.note):
            lines += [INDENT + each for each in wrapped(part or "", width - len(INDENT)) if each]
    return [*lines, "", *wrapped(t(NOT_VALIDATED), width)]


def check_words(check: Wellbeing) -> str:
    """A check in one line: "quality of life, Sunday 22 November 2026, 44 of 70"."""
    on = say_day(check.evening) if check.evening else ""
    return ", ".join(filter(None, (t("quality of life"), on, sum_words(check))))


def sum_words(check: Wellbeing) -> str:
    """What it comes to: "44 of 70", or how many parts were answered; never more than that."""
    if check.total is not None:
        words = t("{n} of 70").format(n=check.total)
    elif check.answered:
        words = t("{n} of {parts} parts answered").format(n=check.answered, parts=len(PARTS))
    else:
        words = t("no part answered")
    if check.parting == "yes":
        words += f", {t('a talk with the vet is wished for')}"
    elif check.wants_talk:
        words += f", {t('talk with your vet')}"
    return words


def parts_words(check: Wellbeing) -> str:
    """Each part with its answer: "hurt 6, hunger 7, hydration not recorded"."""
    measures = measures_of(Wellbeing)
    answers = {name: getattr(check, name) for name in PARTS}
    return ", ".join(
        f"{in_sentence(measures[name].label)} "
        f"{t(NOT_RECORDED) if value is None else figures(value)}"
        for name, value in answers.items()
    )
