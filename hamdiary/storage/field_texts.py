"""The texts of changes' fields as they are written, each read once, however often it comes again.

Nights are much alike: a hundred thousand changes have far fewer texts, made of fewer fields yet.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from json.encoder import encode_basestring
from types import MappingProxyType
from typing import Any, NamedTuple, cast

from hamdiary.domain.journal import Stored


class Fields(NamedTuple):
    """What the text of a change's fields says."""

    to: Mapping[str, Stored]
    """Each field's new value."""
    over: Mapping[str, list[str]]
    """The names of the changes whose value a field replaces; most replace none."""
    joined: bool = False
    """Whether it is made of single fields that are each known in `FieldTexts.single`."""


NOTHING_OVER: Mapping[str, list[str]] = {}


class FieldTexts(dict[str, Fields | None]):
    """What texts of fields say, each read when it is first asked for; None if it says nothing."""

    single: Mapping[str, tuple[str, Stored] | None] = MappingProxyType({})
    """What single fields say of which many texts are made, by their text; None if they are none."""

    def __missing__(self, text: str) -> Fields | None:
        found = _parsed(text)
        said = self[text] = None if found is None else _said(found, text)
        return said


class CheckedTexts(FieldTexts):
    """The same, and whether each text is written just as hamdiary writes what it says.

    Then no name stands in it twice, no NaN, and nothing between its parts.
    """

    def __init__(self) -> None:
        self.as_written: set[str] = set()
        """The texts that are."""
        self.single: _Single = _Single()

    def __missing__(self, text: str) -> Fields | None:
        said = self._joined(text)
        if said is not None:
            self.as_written.add(text)
            self[text] = said
            return said
        found = _parsed(text)
        said = self[text] = None if found is None else _said(found, text)
        if found is not None and said is not None and _is_as_written(found, said, text):
            self.as_written.add(text)
        return said

    def _joined(self, text: str) -> Fields | None:
        """What a text says whose every field is written as hamdiary writes it; else None."""
        if not (text.startswith('{"') and text.endswith("}}")):
            return None
        parts = taken_apart(text)
        found = [*map(self.single.__getitem__, parts)]
        if None in found:
            return None
        to = dict(found)  # type: ignore[arg-type]
        if len(to) != len(parts):
            return None
        if _OVER not in text:
            return Fields(to, NOTHING_OVER, joined=True)
        over = zip(to, map(self.single.over.get, parts), strict=True)
        return Fields(to, {name: each for name, each in over if each}, joined=True)


def taken_apart(text: str) -> list[str]:
    """The text of fields between one field's beginning and its end."""
    return text[2:-2].split('},"')


class _Single(dict[str, tuple[str, Stored] | None]):
    """What single fields say, by the text between one field's beginning and its end.

    Many thousand texts consist of far fewer of them. A text that was cut within a note has parts
    which are no fields.
    """

    def __init__(self) -> None:
        self.over: dict[str, list[str]] = {}
        """By the same texts the changes whose value the field replaces, if it replaces any."""

    def __missing__(self, part: str) -> tuple[str, Stored] | None:
        plain = _PLAIN.fullmatch(part)
        if plain is not None:
            found = self[part] = cast("tuple[str, Stored]", plain.groups())
            return found
        value, _, names = part.partition(_OVER)
        if names:
            self[part] = self._replacing(part, value, names)
        else:
            self[part] = _single(part)
        return self[part]

    def _replacing(self, part: str, value: str, names: str) -> tuple[str, Stored] | None:
        over = names[1:-2].split('","')
        if names != '"' + '","'.join(over) + '"]' or not all(map(is_reference, over)):
            return None
        self.over[part] = over
        return self[value]


def _single(part: str) -> tuple[str, Stored] | None:
    text = f'{{"{part}}}}}'
    found = _parsed(text)
    said = None if found is None or len(found) != 1 else _said(found, text)
    if found is None or said is None or said.over or not _is_as_written(found, said, text):
        return None
    ((name, value),) = said.to.items()
    return name, value


_OVER = ',"over":['
"""Where the names of what a field replaces begin: no text within quotes can hold it."""

_PLAIN = re.compile(r'([a-z][a-z0-9_]*)":\{"to":"([^"\\\x00-\x1f]*)"')
"""A field that is a text without anything in it that JSON escapes."""


def _parsed(text: str) -> dict[str, Any] | None:
    try:
        found, end = _SCAN(text, 0)
    except (StopIteration, ValueError, RecursionError):
        return None
    return found if end == len(text) and isinstance(found, dict) else None


_SCAN: Callable[[str, int], tuple[Any, int]] = json.JSONDecoder().scan_once  # type: ignore[attr-defined]
"""`json.loads` without its two looks for blanks, which take as long again."""


def _said(found: dict[str, Any], text: str) -> Fields | None:
    try:
        to = {name: field["to"] for name, field in found.items()}
    except (TypeError, KeyError):
        return None
    # A text without the word replaces nothing; a note with it only takes a little longer.
    if '"over"' not in text:
        return Fields(to, NOTHING_OVER)
    return Fields(to, {name: field["over"] for name, field in found.items() if field.get("over")})


def _is_as_written(found: dict[str, Any], said: Fields, text: str) -> bool:
    try:
        if "".join(_ENCODED(found, 0)) != text:
            return False
    except (ValueError, TypeError, RecursionError):
        return False
    return all(
        type(field["to"]) not in (dict, list)
        and (len(field) == 1 or (name in said.over and _is_in_order(field)))
        for name, field in found.items()
    )


def _is_in_order(field: dict[str, Any]) -> bool:
    over = field.get("over")
    return [*field] == ["to", "over"] and isinstance(over, list) and all(map(is_reference, over))


_MAKE_ENCODER = getattr(json.encoder, "c_make_encoder", None)

_ENCODED: Callable[[Any, int], Iterable[str]] = (
    _MAKE_ENCODER(None, repr, encode_basestring, None, ":", ",", False, False, False)
    if _MAKE_ENCODER is not None
    else lambda value, _: [json.dumps(value, ensure_ascii=False, separators=(",", ":"))]
)
"""`json.dumps` as the journal is written; made once, for making it takes longer than its work."""


def is_reference(name: object) -> bool:
    """Whether it is the name of a change as it is written."""
    return isinstance(name, str) and _REFERENCE.fullmatch(name) is not None


_REFERENCE = re.compile("[1-9][0-9]{0,12}@[0-9A-Za-z_-]{1,40}")
