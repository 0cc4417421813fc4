"""Reading the packaged facts: tables as CSV, texts as TOML, each damage with file and line."""

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from hamdiary.domain.language import t
from hamdiary.domain.system_words import reason_of

FOLDER = Path(__file__).parent


class DamagedKnowledge(Exception):
    """A packaged file of facts is missing or was edited wrongly; one line for the owner."""


def damaged(name: str, line: int | None, what: str) -> DamagedKnowledge:
    """The trouble in words: which file, which line, what, and what to do."""
    where = str(FOLDER / name)
    if line:
        where = t("{file}, line {line}").format(file=where, line=line)
    words = t("{where}: {what}; installing hamdiary anew mends it")
    return DamagedKnowledge(words.format(where=where, what=what))


def read_text(name: str) -> str:
    """The text of a packaged file."""
    try:
        return (FOLDER / name).read_text(encoding="utf-8")
    except OSError as error:
        raise damaged(
            name, None, t("cannot be read: {reason}").format(reason=reason_of(error))
        ) from error
    except UnicodeDecodeError as error:
        raise damaged(name, None, t("is not text in UTF-8")) from error


def read_table(name: str, columns: Collection[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Each row of a CSV file with its line, once the head has exactly those columns."""
    import csv

    rows = csv.reader(read_text(name).splitlines())
    head = next(rows, [])
    if sorted(head) != sorted(columns):
        odd = ", ".join(sorted(set(head) ^ set(columns))) or "a column twice"
        raise damaged(name, 1, f"the columns are not the known ones: {odd}")
    for row in rows:
        if len(row) != len(head):
            raise damaged(name, rows.line_num, f"{len(row)} values for {len(head)} columns")
        yield rows.line_num, dict(zip(head, row, strict=True))


def read_entries(name: str) -> "Entry":
    """The whole of a TOML file as one entry."""
    import tomllib

    text = read_text(name)
    try:
        return Entry(name, text, tomllib.loads(text), 1)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line (\d+)", str(error))
        line = int(found[1]) if found else len(text.splitlines())
        raise damaged(name, line, f"not TOML: {error}") from error


class Entry:
    """One table of a TOML file, taken apart key by key; what is left over is an unknown key."""

    def __init__(self, name: str, text: str, values: Mapping[str, Any], line: int) -> None:
        self._name, self._text, self._line = name, text, line
        self._values = dict(values)

    def words(self, key: str, default: str | None = None) -> str:
        """A text that is not empty; `default` if the key is missing."""
        value = self._values.pop(key, default)
        if isinstance(value, str) and (value.strip() or value == default):
            return value
        raise self._odd(key, value, "a text")

    def one_of(self, key: str, allowed: Collection[str], default: str | None = None) -> str:
        """A text out of a few."""
        value = self.words(key, default)
        if value in allowed or value == default:
            return value
        raise self._odd(key, value, "one of " + ", ".join(allowed))

    def list_of(self, key: str, allowed: Collection[str] | None = None) -> tuple[str, ...]:
        """Several texts; none if the key is missing."""
        value = self._values.pop(key, [])
        if isinstance(value, list) and all(isinstance(each, str) and each for each in value):
            odd = [each for each in value if allowed is not None and each not in allowed]
            if not odd:
                return tuple(value)
        raise self._odd(key, value, "a list of texts that are known")

    def entries(self, key: str) -> "Iterator[Entry]":
        """The tables below this one, in order."""
        value = self._values.pop(key, [])
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            raise self._odd(key, value, f"tables written as [[{key}]]")
        for each in value:
            yield Entry(self._name, self._text, each, self._line_of(each) or self._line)

    def finish(self) -> None:
        """Refuse what nobody asked for: a key with a slip in it would be a fact lost."""
        for key, value in self._values.items():
            raise self._odd(key, value, "no key that is known here")

    def _odd(self, key: str, value: object, wanted: str) -> DamagedKnowledge:
        if value is None:
            return damaged(self._name, self._line, f"“{key}” is missing")
        line = self._line_near(rf"\s*\[*{re.escape(key)}\b") or self._line
        return damaged(self._name, line, f"“{key}” is not {wanted}")

    def _line_of(self, values: Mapping[str, Any]) -> int | None:
        first = next((each for each in values.values() if isinstance(each, str)), None)
        if first is None:
            return None
        at = self._text.find(first, self._start())
        return None if at < 0 else self._text.count("\n", 0, at) + 1

    def _line_near(self, pattern: str) -> int | None:
        found = re.compile(f"^{pattern}", re.MULTILINE).search(self._text, self._start())
        return None if found is None else self._text.count("\n", 0, found.start()) + 1

    def _start(self) -> int:
        """Where this entry begins in the text."""
        lines = self._text.splitlines(keepends=True)
        return sum(map(len, lines[: max(self._line - 2, 0)]))
