"""Hints beside an answer: where they cannot be told, that is said, and the answer stands."""

from collections.abc import Callable, Sequence

from hamdiary.cli.printing import say_aside
from hamdiary.domain.hints.in_brief import HintInBrief
from hamdiary.domain.language import t
from hamdiary.services.knowing import LacksKnowledge


def unless_damaged(look: Callable[[], Sequence[HintInBrief]]) -> Sequence[HintInBrief]:
    """The hints; none, and why in one line, while a file of facts is damaged."""
    try:
        return look()
    except LacksKnowledge as trouble:
        say_aside(t("hints cannot be told: {trouble}").format(trouble=trouble))
        return ()
