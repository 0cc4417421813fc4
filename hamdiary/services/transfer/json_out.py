"""The whole diary as JSON: the journal, from which all follows, and what it shows."""

import json
from collections.abc import Iterable
from typing import Any

from hamdiary import __version__
from hamdiary.domain.hamster import Hamster
from hamdiary.services.session import Session
from hamdiary.services.transfer.change_json import change_to_json
from hamdiary.services.transfer.columns import table_names
from hamdiary.storage.adopting import erased_for_good
from hamdiary.storage.everything import all_changes, rows_of
from hamdiary.storage.version import SCHEMA_VERSION

FORMAT = "hamdiary diary"
"""What the file calls itself."""

VERSION = 1
"""The version of the file's shape; it grows when a name or meaning changes."""

PORTABLE = ("carer", "hamster", "theme")
"""What a device remembers that a new device of the same owner may take over."""


def diary_as_json(session: Session, hamster: Hamster | None = None) -> bytes:
    """The diary in full, or all that is about one hamster; one change a line."""
    whose = hamster.id if hamster else None
    changes = all_changes(session.diary, whose)
    parts = [
        *(f'"{name}": {_text(value)}' for name, value in _head(session, hamster).items()),
        f'"changes": {_lines(map(change_to_json, changes))}',
        f'"things": {_things(session, whose)}',
    ]
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode()


def _head(session: Session, hamster: Hamster | None) -> dict[str, Any]:
    head = {
        "format": FORMAT,
        "version": VERSION,
        "diary_format": SCHEMA_VERSION,
        "diary": session.diary.id,
        "written_utc": session.now().utc_text,
        "written_by": f"hamdiary {__version__}",
    }
    if hamster is not None:
        return {**head, "only": hamster.id}
    remembered = {name: session.diary.setting(session.device, name) for name in PORTABLE}
    return {
        **head,
        "settings": {name: each for name, each in remembered.items() if each},
        "erased": erased_for_good(session.diary),
    }


def _things(session: Session, hamster: str | None) -> str:
    """What is shown of every thing, by table; what is not recorded is left out."""
    tables = []
    for kind, table in table_names().items():
        rows = rows_of(session.diary, kind, hamster)
        recorded = ({name: each for name, each in row.items() if each is not None} for row in rows)
        tables.append(f'"{table}": {_lines(recorded)}')
    return "{\n" + ",\n".join(tables) + "\n}"


def _lines(each: Iterable[Any]) -> str:
    lines = ",\n".join(map(_text, each))
    return f"[\n{lines}\n]" if lines else "[]"


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
