"""All declared settings in a row, and their values as the file keeps them and as one types them."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import time
from typing import Any

from hamdiary.domain.language import english
from hamdiary.domain.setting_kinds import NOTHING, WEEKDAYS, Kind, OneOf, Setting, Switch

Raw = bool | int | str | list[str]
"""A setting as the file keeps it."""


def settings_of(tree: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Setting]]:
    """Every setting below `tree` with its path, in the order of declaration."""
    for each in fields(tree):
        here = (*path, each.name)
        if "setting" in each.metadata:
            declared: Setting = each.metadata["setting"]
            yield here, Setting(each.name, declared.kind, english(declared, "words"))
        else:
            yield from settings_of(getattr(tree, each.name), here)


def as_raw(value: Any) -> Raw:
    """A setting's value as the file keeps it."""
    if value is None:
        return NOTHING
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, tuple):
        return [WEEKDAYS[each] if isinstance(each, int) else f"{each:%H:%M}" for each in value]
    return value if isinstance(value, bool | int | str) else str(value)


def raw_in_words(value: Raw) -> str:
    """A setting's value as one would type it."""
    if isinstance(value, bool):
        return "on" if value else "off"
    return (", ".join(value) or NOTHING) if isinstance(value, list) else str(value)


def choices_of(kind: Kind) -> tuple[str, ...]:
    """All that a setting of few values can be, as one would type it; empty if there are many."""
    if isinstance(kind, Switch):
        return ("on", "off")
    return kind.options if isinstance(kind, OneOf) else ()
