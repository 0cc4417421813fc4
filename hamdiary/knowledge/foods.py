"""Foods as data: the table of domain §4.4 and the two tiers of never foods of §4.5."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Any, get_args

from hamdiary.domain.foods import (
    Default,
    Dwarf,
    Food,
    Frequency,
    Group,
    Portion,
    Status,
)
from hamdiary.domain.language import language
from hamdiary.knowledge.files import damaged, read_table
from hamdiary.knowledge.finding import words_of

RANGES = {
    "vit_e_mg_100g": 100.0,
    "vit_d_ug_100g": 300.0,
    "sugar_g_100g": 100.0,
    "fat_g_100g": 100.0,
    "water_g_100g": 100.0,
    "protein_g_100g": 100.0,
    "kcal_100g": 910.0,
    "ca_mg_100g": 2000.0,
    "p_mg_100g": 2000.0,
}
"""The value columns with the most that each can hold."""

COLUMNS = (
    "slug", "name", "other_names", "german", "group", "status", "default", "dwarf", "syrian_max",
    "syrian_max_g", "dwarf_max", "dwarf_max_g", "per_week", "dwarf_per_week", "named_for",
    "served_wet", "cautions", "sources", "ndb", "usda_name", *RANGES,
)  # fmt: skip

NEVER_COLUMNS = ("slug", "name", "other_names", "german", "tier", "why", "sources")


@cache
def foods() -> Mapping[str, Food]:
    """Every food by slug, those of the table first; DamagedKnowledge if a file is damaged."""
    return MappingProxyType({food.slug: food for food, _ in _read()})


@cache
def german_names() -> Mapping[str, tuple[str, ...]]:
    """What each food is called in German, by slug; it goes by these names in every language."""
    return MappingProxyType({food.slug: names for food, names in _read()})


def also_called(food: Food) -> tuple[str, ...]:
    """What else a food is called in the language in use."""
    return _without_plurals(german_names()[food.slug]) if language() == "de" else food.other_names


def _without_plurals(names: tuple[str, ...]) -> tuple[str, ...]:
    """German names without those that only have another ending: "Gurken" after "Gurke"."""
    kept: dict[str, str] = {}
    for name in names:
        folded = " ".join(words_of(name))
        if not any(folded.startswith(each) and len(folded) - len(each) <= 2 for each in kept):
            kept[folded] = name
    return tuple(kept.values())


@cache
def _read() -> tuple[tuple[Food, tuple[str, ...]], ...]:
    known: dict[str, tuple[Food, tuple[str, ...]]] = {}
    for name, rows in (("foods.csv", _table()), ("never.csv", _never())):
        for line, food, german in rows:
            if food.slug in known:
                raise damaged(name, line, f"{food.slug} is there twice")
            known[food.slug] = food, german
    return tuple(known.values())


def _table() -> Iterator[tuple[int, Food, tuple[str, ...]]]:
    for line, row in read_table("foods.csv", COLUMNS):
        try:
            yield line, _food(row), _several(_filled(row, "german"))
        except ValueError as error:
            raise damaged("foods.csv", line, str(error)) from error


def _food(row: Mapping[str, str]) -> Food:
    per_week = _frequency(row["per_week"])
    return Food(
        slug=_filled(row, "slug"),
        name=_filled(row, "name"),
        other_names=_several(row["other_names"]),
        group=_one_of(row, "group", get_args(Group)),
        status=_one_of(row, "status", get_args(Status)),
        default=_one_of(row, "default", get_args(Default)),
        dwarf=_one_of(row, "dwarf", get_args(Dwarf)),
        syrian=Portion(_filled(row, "syrian_max"), _number(row, "syrian_max_g", 2.0)),
        dwarf_portion=Portion(_filled(row, "dwarf_max"), _number(row, "dwarf_max_g", 1.0)),
        per_week=per_week,
        dwarf_per_week=_frequency(row["dwarf_per_week"]) or per_week,
        named_for=_one_of(row, "named_for", ("", "E", "D")) or None,
        served_wet=_one_of(row, "served_wet", ("", "yes")) == "yes",
        cautions=row["cautions"],
        sources=_several(_filled(row, "sources")),
        **{name: _number(row, name, most) for name, most in RANGES.items()},
    )


def _never() -> Iterator[tuple[int, Food, tuple[str, ...]]]:
    for line, row in read_table("never.csv", NEVER_COLUMNS):
        try:
            tier = _one_of(row, "tier", ("T", "U"))
            yield (
                line,
                Food(
                    slug=_filled(row, "slug"),
                    name=_filled(row, "name"),
                    other_names=_several(row["other_names"]),
                    group="never",
                    status="never_t" if tier == "T" else "never_u",
                    default="avoid",
                    dwarf="avoid",
                    syrian=Portion("0", 0.0),
                    dwarf_portion=Portion("0", 0.0),
                    per_week=None,
                    dwarf_per_week=None,
                    named_for=None,
                    served_wet=False,
                    cautions=_filled(row, "why"),
                    sources=_several(_filled(row, "sources")),
                ),
                _several(_filled(row, "german")),
            )
        except ValueError as error:
            raise damaged("never.csv", line, str(error)) from error


def _filled(row: Mapping[str, str], column: str) -> str:
    if not row[column].strip():
        raise ValueError(f"{column} is empty")
    return row[column]


def _several(text: str) -> tuple[str, ...]:
    return tuple(each.strip() for each in text.split(";") if each.strip())


def _one_of(row: Mapping[str, str], column: str, allowed: Sequence[str]) -> Any:
    if row[column] not in allowed:
        raise ValueError(f"{column} is “{row[column]}”, not one of {', '.join(allowed)}")
    return row[column]


def _number(row: Mapping[str, str], column: str, most: float) -> float | None:
    if row[column] == "":
        return None
    try:
        value = float(row[column])
    except ValueError:
        raise ValueError(f"{column} is “{row[column]}”, not a number") from None
    if not 0 <= value <= most:
        raise ValueError(f"{column} is {row[column]}, not from 0 to {most:g}")
    return value


def _frequency(text: str) -> Frequency | None:
    if text == "":
        return None
    low, _, high = text.partition("-")
    try:
        found = Frequency(int(low), int(high or low))
    except ValueError:
        raise ValueError(f"“{text}” is no number of times a week") from None
    if not 0 <= found.low <= found.high <= 7:
        raise ValueError(f"“{text}” is no number of times a week")
    return found
