"""What can be merged: a bundle, another diary file, or a folder of bundles."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from hamdiary.domain.foreign import unknown_in
from hamdiary.domain.journal import Change
from hamdiary.services.merging.bundle_file import (
    ENDING,
    MOST_BYTES,
    UPGRADE,
    Bundle,
    is_bundle,
    read_bundle,
)
from hamdiary.services.transfer.change_json import NotAChange, change_from_json
from hamdiary.storage.errors import BadInput, CannotRead
from hamdiary.storage.files import read_file
from hamdiary.storage.foreign_diary import is_database, read_foreign_diary, text_of_fields
from hamdiary.storage.rows import fields_as_json


def read_source(path: Path) -> Bundle:
    """What a bundle or a diary file holds; BadInput or CannotRead says why it cannot be had."""
    if _is_a_database(path):
        return _from_diary(path)
    data = read_file(path, MOST_BYTES)
    if not is_bundle(data):
        raise BadInput(_what_it_is(path, data))
    try:
        return read_bundle(data)
    except BadInput as error:
        raise BadInput(f"{path.name}: {error}") from error


def bundles_in(folder: Path) -> Sequence[Path]:
    """The bundles of a folder, by name; CannotRead if it cannot be looked into."""
    try:
        return sorted(each for each in folder.iterdir() if _may_be_one(each))
    except OSError as error:
        raise CannotRead(f"cannot look into {folder}: {error.strerror}") from error


def _may_be_one(path: Path) -> bool:
    # A name that a sync program or we ourselves are still writing under begins with a point.
    return path.suffix == ENDING and not path.name.startswith((".", "~")) and path.is_file()


def _is_a_database(path: Path) -> bool:
    try:
        return path.is_file() and is_database(path)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "this is no name for a file"
        raise CannotRead(f"cannot read {path}: {reason}") from error


def _what_it_is(path: Path, data: bytes) -> str:
    if data.lstrip()[:1] == b"{" and b'"changes"' in data:
        return f"{path.name} is an export, no bundle; hamdiary import reads it"
    if not data:
        return f"{path.name} is empty (0 bytes); have it sent again"
    return f"{path.name} is neither a bundle nor a diary; hamdiary bundle writes one"


def _from_diary(path: Path) -> Bundle:
    found = read_foreign_diary(path)
    changes: list[Change] = []
    for number, row in enumerate(found.rows, 1):
        try:
            changes.append(_change(row))
        except (ValueError, RecursionError) as error:
            why = str(error) if isinstance(error, NotAChange) else "its fields are no JSON"
            raise BadInput(f"{path.name}, change {number}: {why}; nothing was taken") from error
        unknown = unknown_in(changes[-1])
        if unknown is not None:
            raise BadInput(f"{path.name} tells of {unknown}, unknown to this hamdiary: {UPGRADE}")
    return Bundle(found.diary, "", changes)


def _change(row: dict[str, Any]) -> Change:
    change = change_from_json({**row, "fields": text_of_fields(row)})
    if len(fields_as_json(change.fields)) != len(row["fields"]):
        raise NotAChange("it is not written as hamdiary writes it")
    return change
