"""hints.toml, read and checked: whatever was edited wrongly is named with its line."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, get_args

from hamdiary.domain.urgency import Urgency
from hamdiary.knowledge.files import damaged, read_text

NAME = "hints.toml"
"""The file."""

_TEXTS, _LISTS = ("title", "why", "meanwhile"), ("ask", "sources")
_SOURCE = re.compile(r"\S.* [HMLD]")


@cache
def hints_told() -> Mapping[str, Any]:
    """All that hints say; DamagedKnowledge names file and line of what is wrong with it."""
    import tomllib

    text = read_text(NAME)
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line (\d+)", str(error))
        line = int(found[1]) if found else len(text.splitlines())
        raise damaged(NAME, line, f"not TOML: {error}") from error
    for table, keys in (("urgency", get_args(Urgency)), ("raised", ()), ("rules", ())):
        _check(isinstance(told.get(table), dict), text, table, "is missing")
        for key in keys:
            words = told[table].get(key, {})
            _check_texts(words, ("chip", "mark", "do"), text, f"{table}.{key}")
    for rule, words in told["rules"].items():
        _check_rule(words, text, f"rules.{rule}")
    return told


def _check_rule(words: Any, text: str, place: str) -> None:
    _check_texts(words, _TEXTS, text, place)
    for key in _LISTS:
        listed = words.get(key)
        right = isinstance(listed, list) and all(isinstance(each, str) for each in listed)
        _check(right, text, place, f"“{key}” is no list of texts")
    sources = all(_SOURCE.fullmatch(each) for each in words["sources"])
    _check(sources and bool(words["sources"]), text, place, "a source is not a key and a letter")
    for variant, other in words.items():
        if variant in (*_TEXTS, *_LISTS):
            continue
        _check(isinstance(other, dict), text, place, f"“{variant}” is no key that is known here")
        for key in other:
            known = key in (*_TEXTS, *_LISTS)
            _check(known, text, f"{place}.{variant}", f"“{key}” is no key that is known here")


def _check_texts(words: Any, keys: tuple[str, ...], text: str, place: str) -> None:
    _check(isinstance(words, dict), text, place, "is missing")
    for key in keys:
        value = words.get(key)
        _check(isinstance(value, str) and bool(value), text, place, f"“{key}” is missing")


def _check(right: bool, text: str, place: str, what: str) -> None:
    if right:
        return
    lines = text.splitlines()
    head = f"[{place}]"
    line = lines.index(head) + 1 if head in lines else len(lines)
    raise damaged(NAME, line, f"{place}: {what}")
