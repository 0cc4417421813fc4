"""What can be merged: a bundle, another diary file, or a folder of bundles."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from hamdiary.domain.foreign import unknown_in
from hamdiary.domain.language import t
from hamdiary.domain.system_words import reason_of
from hamdiary.services.merging.bundle_file import ENDING, MOST_BYTES, UPGRADE, is_bundle
from hamdiary.services.merging.bundle_read import Bundle, read_bundle
from hamdiary.services.merging.known_fields import NOTHING, KnownFields
from hamdiary.services.transfer.change_json import NotAChange, change_from_json
from hamdiary.storage.entries import Columns, Entry, Name, entry_of
from hamdiary.storage.errors import BadInput, CannotRead
from hamdiary.storage.field_texts import is_reference
from hamdiary.storage.files import read_file
from hamdiary.storage.foreign_diary import is_database, read_foreign_diary
from hamdiary.storage.rows import fields_as_json


def read_source(path: Path, present: Mapping[Name, Columns] = NOTHING) -> Bundle:
    """What a bundle or a diary file holds; BadInput or CannotRead says why it cannot be had.

    Changes that are `present` in just these words need no closer look.
    """
    if _is_a_database(path):
        return _from_diary(path, KnownFields(present))
    data = read_file(path, MOST_BYTES)
    if not is_bundle(data):
        raise BadInput(_what_it_is(path, data))
    try:
        return read_bundle(data, KnownFields(present))
    except BadInput as error:
        raise BadInput(f"{path.name}: {error}") from error


def bundles_in(folder: Path) -> Sequence[Path]:
    """The bundles of a folder, by name; CannotRead if it cannot be looked into."""
    try:
        return sorted(each for each in folder.iterdir() if _may_be_one(each))
    except OSError as error:
        raise CannotRead(
            t("cannot look into {folder}: {reason}").format(folder=folder, reason=reason_of(error))
        ) from error


def _may_be_one(path: Path) -> bool:
    # A name that a sync program or we ourselves are still writing under begins with a point.
    return path.suffix == ENDING and not path.name.startswith((".", "~")) and path.is_file()


def _is_a_database(path: Path) -> bool:
    try:
        return path.is_file() and is_database(path)
    except (OSError, ValueError) as error:
        reason = reason_of(error, t("this is no name for a file"))
        raise CannotRead(
            t("cannot read {path}: {reason}").format(path=path, reason=reason)
        ) from error


def _what_it_is(path: Path, data: bytes) -> str:
    if data.lstrip()[:1] == b"{" and b'"changes"' in data:
        return t("{name} is an export, no bundle; hamdiary import reads it").format(name=path.name)
    if not data:
        return t("{name} is empty (0 bytes); have it sent again").format(name=path.name)
    return t("{name} is neither a bundle nor a diary; hamdiary bundle writes one").format(
        name=path.name
    )


def _from_diary(path: Path, known: KnownFields) -> Bundle:
    found = read_foreign_diary(path)
    entries = [_entry(path, row, number, known) for number, row in enumerate(found.rows, 1)]
    return Bundle(found.diary, "", entries, known.texts)


def _entry(path: Path, row: Sequence[Any], number: int, known: KnownFields) -> Entry:
    entry = Entry._make(row)
    if _is_ordinary(entry) and known.hold_all((entry,)):
        return entry
    try:
        change = change_from_json(entry._asdict() | {"fields": _said(entry.fields)})
        if len(fields_as_json(change.fields)) != len(entry.fields):
            raise NotAChange(t("it is not written as hamdiary writes it"))
        entry = entry_of(change)
    except (ValueError, RecursionError) as error:
        why = str(error) if isinstance(error, NotAChange) else t("its fields are no JSON")
        told = t("{name}, change {number}: {why}; nothing was taken")
        raise BadInput(told.format(name=path.name, number=number, why=why)) from error
    unknown = unknown_in(change)
    if unknown is not None:
        told = t("{name} tells of {unknown}, unknown to this hamdiary: {upgrade}")
        raise BadInput(told.format(name=path.name, unknown=unknown, upgrade=t(UPGRADE)))
    return entry


def _is_ordinary(entry: Entry) -> bool:
    """Whether each column holds what it has to, as far as its type goes."""
    texts = (entry.device, entry.at_utc, entry.zone, entry.kind, entry.id, entry.fields)
    names = (entry.undoes, entry.redoes)
    return (
        all(type(each) is str for each in texts)
        and type(entry.lamport) is int
        and (entry.carer is None or type(entry.carer) is str)
        and all(name is None or is_reference(name) for name in names)
    )


def _said(text: Any) -> Any:
    """The fields of a row as JSON says them; ValueError where it is none."""
    if not isinstance(text, str):
        raise ValueError("no text")
    return json.loads(text)
