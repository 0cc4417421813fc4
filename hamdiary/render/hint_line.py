"""The one line about open hints that stands above other pages; it loads no rules."""

from collections.abc import Sequence
from datetime import datetime

from hamdiary.domain.hamster import Hamster
from hamdiary.domain.hints.in_brief import RINGS, HintInBrief
from hamdiary.domain.language import t
from hamdiary.domain.vet_numbers import numbers_to_ring
from hamdiary.knowledge.urgency import URGENCY_BRIEF, URGENCY_SIGNS
from hamdiary.render.cells import wrapped


def banner(hints: Sequence[HintInBrief], width: int) -> list[str]:
    """The most urgent hint of WATCH or more and how many more there are; nothing without one."""
    urgent = [each for each in hints if each.is_said]
    if not urgent:
        return []
    said, more = line_of(urgent[0]), len(urgent) - 1
    if more:
        said = t("{hint}, and {n} more").format(hint=said, n=more)
    return wrapped(f"{said}: hamdiary hints", width)


def after_entry(
    hints: Sequence[HintInBrief], hamster: Hamster, now: datetime, width: int
) -> list[str]:
    """What is said below an entry that feeds hints: each, how soon, and whom to ring."""
    lines = [line for each in hints for line in wrapped(line_of(each), width)]
    lines += wrapped(f"{t(URGENCY_BRIEF[hints[0].urgency][0])} {_child(hints[0])}", width)
    if hints[0].urgency in RINGS:
        for number in numbers_to_ring(hamster, now):
            words = ", ".join(filter(None, (number.called, number.phone, number.hours)))
            lines += wrapped(t("Ring {whom}").format(whom=words), width)
    more = t("hamdiary hints says why, hamdiary hints tell what to say on the phone.")
    return [*lines, *wrapped(more, width)]


def _child(hint: HintInBrief) -> str:
    if hint.urgency != "now":
        return ""
    from hamdiary.knowledge.hints import TELL_AN_ADULT

    return t(TELL_AN_ADULT)


def line_of(hint: HintInBrief) -> str:
    """A hint in one line: "! SOON  Few droppings on two nights"."""
    return f"{URGENCY_SIGNS[hint.urgency]}  {hint.title}"
