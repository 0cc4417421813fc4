"""The settings of this device as its file says them: read and checked."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from hamdiary.domain.language import marked, t
from hamdiary.domain.setting_kinds import WrongValue
from hamdiary.domain.settings import Settings
from hamdiary.services.clock import BadSetting
from hamdiary.storage.errors import DiskTrouble
from hamdiary.storage.locations import Home
from hamdiary.storage.settings_file import Stamp, bytes_of, stamp_of

Key = tuple[str, ...]
"""A setting's name in its parts: ("reminders", "log", "at")."""

LISTED = marked("hamdiary settings list names them all")

TOML_SAYS = (
    marked("Invalid value"),
    marked("Unclosed array"),
    marked("Unclosed inline table"),
    marked("Unterminated string"),
    marked("Cannot overwrite a value"),
    marked("Expected newline or end of document after a statement"),
    marked("Invalid initial character for a key part"),
    marked("Expected '=' after a key in a key/value pair"),
    marked("Expected ']' at the end of a table declaration"),
    marked("Invalid statement"),
    marked("Unescaped '\\' in a string"),
    marked("Invalid date or datetime"),
)
"""What tomllib finds wrong most often."""


def load_settings(home: Home) -> Settings:
    """The settings of this device; defaults where the file says nothing or there is none.

    BadSetting says in one line what cannot be followed, and where in the file it stands. The file
    is read again only once it has changed.
    """
    path = home.settings
    stamp = stamp_of(path)
    known = _LOADED.get(path)
    if known is None or known[0] != stamp:
        settings = Settings() if stamp is None else checked(path, text_of(path))
        known = _LOADED[path] = (stamp, settings)
    return known[1]


_LOADED: dict[Path, tuple[Stamp | None, Settings]] = {}


def forget_settings(home: Home) -> None:
    """Read the file again next time, whatever its stamp says."""
    _LOADED.pop(home.settings, None)


def settings_or_defaults(home: Home) -> tuple[Settings, str | None]:
    """The settings, or all defaults and the line that says what is wrong with the file."""
    try:
        return load_settings(home), None
    except (BadSetting, DiskTrouble) as error:
        return Settings(), str(error)


def text_of(path: Path) -> str:
    """What stands in the file, "" if there is none; BadSetting if it is no text."""
    try:
        # Some editors put a mark at the beginning, which tomllib does not know.
        return bytes_of(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise BadSetting(
            t("{path}, line {line}: this is no text in UTF-8").format(path=path, line=line)
        ) from error


def checked(path: Path, text: str) -> Settings:
    """The settings that a file's text says; BadSetting if it cannot be followed."""
    filled: Settings = _filled(Settings(), _parsed(path, text), (), path, text)
    return filled


def _parsed(path: Path, text: str) -> Mapping[str, Any]:
    if not text.strip():
        return {}
    import tomllib

    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadSetting(f"{path}, {_in_words(str(error), text)}") from error


def _in_words(error: str, text: str) -> str:
    """What tomllib says, with the place in front: "line 3, column 8: unclosed array"."""
    found = re.fullmatch(r"(.*?) \(at (?:line (\d+), column (\d+)|end of document)\)", error)
    if found is None:
        return _at_place(1, 1, error[:80].lower())
    lines = text.splitlines() or [""]
    line, column = int(found[2] or len(lines)), int(found[3] or len(lines[-1]) + 1)
    bare = re.search(r"=\s*\d?\d:\d\d\s*(#|$)", lines[min(line, len(lines)) - 1])
    words = t(found[1])
    if words == found[1]:
        words = words[:1].lower() + words[1:]
    if bare:
        words = t("{trouble}; write a time in quotes").format(trouble=words)
    return _at_place(line, column, words)


def _at_place(line: int, column: int, words: str) -> str:
    said = t("line {line}, column {column}: {trouble}")
    return said.format(line=line, column=column, trouble=words)


def _place_in(path: Path, line: int, column: int) -> str:
    return t("{path}, line {line}, column {column}").format(path=path, line=line, column=column)


def _filled(tree: Any, raw: Mapping[str, Any], above: Key, path: Path, text: str) -> Any:
    """The tree with what the file says in the place of its defaults."""
    from hamdiary.services.settings_places import place_of

    known = {each.name: each for each in fields(tree)}
    values: dict[str, Any] = {}
    for name, value in raw.items():
        key = (*above, name)
        place = place_of(text, key)
        named = ".".join(key)[:60]
        if name not in known:
            where = _place_in(path, place.line, place.key_column)
            raise BadSetting(
                t("{where}: there is no setting {setting}; {nearest}").format(
                    where=where, setting=named, nearest=nearest_to(key)
                )
            )
        where = _place_in(path, place.line, place.value_column)
        declared = known[name].metadata.get("setting")
        if declared is not None:
            values[name] = _value(declared.kind, value, f"{where}: {named}")
        elif isinstance(value, dict):
            values[name] = _filled(getattr(tree, name), value, key, path, text)
        else:
            raise BadSetting(
                t("{where}: {setting} has settings of its own; write [{setting}]").format(
                    where=where, setting=named
                )
            )
    return replace(tree, **values)


def _value(kind: Any, raw: object, where: str) -> Any:
    try:
        return kind.loaded(raw)
    except WrongValue as error:
        raise BadSetting(f"{where} {error}") from error


def nearest_to(key: Key) -> str:
    """The known name that is most like an unknown one, as a question."""
    from difflib import get_close_matches

    from hamdiary.domain.settings_listed import settings_of

    known = [each for each, _ in settings_of(Settings())]
    groups = {each[:length] for each in known for length in range(1, len(each))}
    names = [*known, *sorted(groups)]
    beside = [each for each in names if each[:-1] == key[:-1]]
    for candidates in (_by_last_part(beside), _by_last_part(names)):
        if close := get_close_matches(key[-1].casefold(), candidates, 1):
            return t("did you mean {setting}?").format(setting=".".join(candidates[close[0]]))
    whole = {".".join(each): each for each in names}
    if close := get_close_matches(".".join(key).casefold(), whole, 1):
        return t("did you mean {setting}?").format(setting=close[0])
    return t(LISTED)


def _by_last_part(names: Iterable[Key]) -> dict[str, Key]:
    found: dict[str, Key] = {}
    for name in names:
        found.setdefault(name[-1], name)
    return found
