"""The titles of hints alone: what is said at once below an entry, without reading all their words.

Reading hints.toml as TOML takes longer than all rules together; a title is one line in it.
"""

import re
from functools import cache

from hamdiary.domain.hamster import Hamster
from hamdiary.domain.hints.hint import Hint
from hamdiary.domain.hints.words import facts_said, number_said
from hamdiary.domain.language import Told, t, tn
from hamdiary.knowledge.files import damaged, read_text

_LEGS = Told({"left": "left", "right": "right"}, context="the … leg")
"""Which leg, as it stands in a wording."""

_HEAD = re.compile(r"\[rules\.([\w.]+)\]")
_TITLE = re.compile(r'title = "([^"\\]*)"')


def title_of(hint: Hint, hamster: Hamster) -> str:
    """What a hint is about, of this hamster: "Gait fell from 3 stands to 1 flicker"."""
    titles = _titles()
    told = titles.get(f"{hint.rule}.{hint.variant}") or titles.get(hint.rule)
    if told is None:
        raise damaged("hints.toml", None, f"it has no title of {hint.rule}")
    return t(told).format_map(places_of(hint, hamster))


def places_of(hint: Hint, hamster: Hamster) -> dict[str, str]:
    """What stands in the places that a wording names."""
    numbers = {name: number_said(name, value) for name, value in hint.numbers}
    levels = {f"{name}_said": number_said(f"gait {name}", value) for name, value in hint.numbers}
    if "days" in numbers:
        numbers["days"] = _days(numbers["days"])
    if "side" in numbers:
        numbers["side"] = _LEGS[numbers["side"]]
    return {"name": hamster.called, "seen": facts_said(hint.facts), **levels, **numbers}


def _days(number: str) -> str:
    return tn("{n} day", "{n} days", int(number)).format(n=number)


@cache
def _titles() -> dict[str, str]:
    """Every title by rule, those of one wording by rule and variant: "R05", "R05.fall"."""
    titles: dict[str, str] = {}
    rule = ""
    for line in read_text("hints.toml").splitlines():
        if head := _HEAD.fullmatch(line):
            rule = head[1]
        elif title := _TITLE.fullmatch(line):
            titles.setdefault(rule, title[1])
    return titles
