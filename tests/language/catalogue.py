"""The German catalogue: bring it up to date, show what lacks, take translations in, compile it.

    python tests/language/catalogue.py update [ROOM …]        new texts in, texts no longer used out
    python tests/language/catalogue.py missing ROOM FILE      what lacks: a number, a tab, the text
    python tests/language/catalogue.py fill ROOM FILE GERMAN  take in: a number, a tab, the German
    python tests/language/catalogue.py compile                write de.mo, which the program reads
    python tests/language/catalogue.py state                  how much of each room is translated

Texts in those files are JSON: a string, or a list of the singular and the plural; plain text may
stand without quotes. Rooms are those of `gathering.ROOMS`.
"""

import io
import json
import re
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from gathering import PACKAGE, ROOMS, Text, texts

LANGUAGE = "de"
FOLDER = PACKAGE / "languages"


def path_of(room: str) -> Path:
    return FOLDER / LANGUAGE / f"{room}.po"


def empty() -> Catalog:
    return Catalog(
        LANGUAGE, project="hamdiary", version="", header_comment="# Deutsch", fuzzy=False
    )


def read(room: str) -> Catalog:
    """What is translated of a room."""
    if not path_of(room).exists():
        return empty()
    with path_of(room).open("rb") as file:
        return read_po(file, LANGUAGE)


def write(room: str, catalog: Catalog) -> None:
    """Keep a room: sorted, without line numbers and times, so that changes stay small."""
    kept = empty()
    for each in sorted((each for each in catalog if each.id), key=order):
        kept.add(
            each.id, each.string, sorted({(name, None) for name, _ in each.locations}),
            context=each.context, user_comments=each.user_comments,
        )  # fmt: skip
    out = io.BytesIO()
    write_po(out, kept, width=100, omit_header=False, include_lineno=False)
    text = re.sub(rb'(?m)^"(POT-Creation|PO-Revision)-Date:.*\n', b"", out.getvalue())
    path_of(room).parent.mkdir(exist_ok=True)
    path_of(room).write_bytes(text)


def order(message: Message) -> tuple[str, str, str]:
    where = min((name for name, _ in message.locations), default="")
    return where, first(message.id), message.context or ""


def first(words: str | tuple[str, ...] | list[str]) -> str:
    return words if isinstance(words, str) else words[0]


def key(message: Message) -> tuple[str, str]:
    return message.context or "", first(message.id)


def updated(room: str, wanted: dict[tuple[str, str], Text]) -> Catalog:
    """The room with all that the program says now, and nothing else."""
    said = {key(each): each.string for each in read(room) if each.id}
    catalog = empty()
    for each in wanted.values():
        old = said.get(each.key, "")
        if each.many:
            words, string = (each.words, each.many), old if isinstance(old, tuple) else ("", "")
        else:
            words, string = each.words, old if isinstance(old, str) else ""
        catalog.add(words, string, [(each.where, None)], context=each.context or None)
    return catalog


def is_said(message: Message) -> bool:
    strings = [message.string] if isinstance(message.string, str) else list(message.string)
    return all(strings)


def lacking(room: str) -> list[Message]:
    return sorted((each for each in read(room) if each.id and not is_said(each)), key=order)


def placeholders(words: str) -> set[str]:
    """The names in braces, with what follows a colon: they stand in the translation too."""
    return set(re.findall(r"\{[^{}]*\}", words))


def numbered(path: Path) -> dict[str, Any]:
    """The lines of a file of numbers and texts."""
    found = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        number, _, rest = line.partition("\t")
        if rest.strip():
            found[number.strip()] = json.loads(rest) if rest[:1] in '"[{' else rest
    return found


def fill(room: str, asked: Path, german: Path) -> list[str]:
    """Take translations in; says what could not be taken."""
    catalog, wanted, troubles = read(room), numbered(asked), []
    for number, said in numbered(german).items():
        words, context = wanted[number], None
        if isinstance(words, dict):
            words, context = words["text"], words["context"]
        trouble = trouble_with(words, said)
        message = catalog.get(first(words), context)
        if trouble or message is None:
            troubles.append(f"{number}: {trouble or 'not in the catalogue'}: {said!r}, {words!r}")
        else:
            message.string = tuple(said) if isinstance(said, list) else said
    write(room, catalog)
    return troubles


def trouble_with(words: str | list[str] | tuple[str, ...], said: str | list[str]) -> str:
    """What is wrong with a translation, if anything."""
    if isinstance(words, str) != isinstance(said, str):
        return "one form or two?"
    if isinstance(words, str):
        return "" if placeholders(words) == placeholders(str(said)) else "other names in braces"
    if len(said) != 2 or placeholders(said[1]) != placeholders(words[1]):
        return "two forms with the same names in braces"
    known = placeholders(words[0]) | placeholders(words[1])
    return "" if placeholders(said[0]) <= known else "other names in braces"


def missing(room: str, out: Path) -> int:
    """Write what lacks."""
    lack = lacking(room)
    lines = []
    for number, each in enumerate(lack, 1):
        words = each.id if isinstance(each.id, str) else list(each.id)
        asked = {"context": each.context, "text": words} if each.context else words
        lines.append(f"{number}\t{json.dumps(asked, ensure_ascii=False)}\n")
    out.write_text("".join(lines), encoding="utf-8")
    return len(lack)


def whole() -> Catalog:
    """All rooms together; of a text that two have, the first counts."""
    catalog = empty()
    seen = set()
    for room in ROOMS:
        for each in read(room):
            if each.id and is_said(each) and key(each) not in seen:
                seen.add(key(each))
                catalog.add(each.id, each.string, context=each.context)
    return catalog


def compiled() -> bytes:
    """The catalogue as the program reads it."""
    out = io.BytesIO()
    catalog = whole()
    catalog.creation_date = catalog.revision_date = datetime(2026, 11, 30, tzinfo=UTC)
    write_mo(out, catalog)
    return out.getvalue()


def main(arguments: list[str]) -> None:
    match arguments:
        case ["update", *rooms]:
            now = texts()
            for room in rooms or ROOMS:
                write(room, updated(room, now[room]))
                print(f"{room}: {len(now[room])} texts, {len(lacking(room))} lack")
        case ["missing", room, out]:
            print(f"{missing(room, Path(out))} lack; they are in {out}")
        case ["fill", room, asked, german]:
            print("\n".join(fill(room, Path(asked), Path(german))) or "all taken")
            print(f"{len(lacking(room))} lack")
        case ["compile"]:
            (FOLDER / f"{LANGUAGE}.mo").write_bytes(compiled())
        case ["state"]:
            for room in ROOMS:
                count = sum(1 for each in read(room) if each.id)
                print(f"{room:10} {count:5} texts, {len(lacking(room)):5} lack")
        case _:
            print(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
