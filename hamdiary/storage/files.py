"""Files of an owner: written whole or not at all, never over another unasked; read up to a size."""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from hamdiary.domain.language import t
from hamdiary.domain.system_words import reason_of
from hamdiary.storage.errors import BadInput, CannotCreate, CannotRead

_AS_IT_IS = getattr(os, "O_BINARY", 0)
"""Windows alone tells text from bytes."""


def put_file(place: Path, content: bytes, replace: bool = False, private: bool = False) -> None:
    """Write the whole file or nothing; CannotCreate over another one unless told to `replace`.

    A `private` one can be read by its owner only.
    """
    _must_be_free(place, replace)
    if not place.parent.is_dir():
        raise CannotCreate(
            t("cannot write {place}: there is no folder {folder}; make it or name another").format(
                place=place, folder=place.parent
            )
        )
    fresh = place.with_name(f".hamdiary-{os.urandom(4).hex()}.part")
    try:
        mode = 0o600 if private else 0o666  # the user's own mask takes from it
        descriptor = os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_WRONLY | _AS_IT_IS, mode)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(place)
    except (OSError, ValueError) as error:
        with suppress(OSError, ValueError):
            fresh.unlink()
        raise _cannot_write(place, error) from error


def put_folder(place: Path, files: Mapping[str, bytes], replace: bool = False) -> None:
    """Write a folder of files, new or in an empty one; with `replace` over files of those names."""
    try:
        place.mkdir(exist_ok=True)
        if not replace and any(place.iterdir()):
            raise CannotCreate(
                t(
                    "the folder {place} is not empty; name another, or replace what is in it "
                    "(--force)"
                ).format(place=place)
            )
    except (OSError, ValueError) as error:
        raise _cannot_write(place, error) from error
    for name, content in files.items():
        put_file(place / name, content, replace)


def _cannot_write(place: Path, error: OSError | ValueError) -> CannotCreate:
    return CannotCreate(
        t("cannot write {place}: {reason}").format(place=place, reason=_reason(error))
    )


def _reason(error: OSError | ValueError) -> str:
    return reason_of(error, t("this is no name for a file"))


def _must_be_free(place: Path, replace: bool) -> None:
    try:
        there = place.exists() or place.is_symlink()
        folder = place.is_dir()
    except OSError as error:
        raise _cannot_write(place, error) from error
    if folder:
        raise CannotCreate(
            t("cannot write {place}: this is a folder; name a file in it").format(place=place)
        )
    refuse_no_file(place)
    if there and not replace:
        raise CannotCreate(t("{place} is there already; --force replaces it").format(place=place))


def refuse_no_file(place: Path) -> None:
    """CannotCreate for a device or a pipe, which a file in its place would put out of the world."""
    if place.exists() and not (place.is_file() or place.is_dir()):
        raise CannotCreate(t("{place} is not a file").format(place=place))


def read_file(place: Path, most: int) -> bytes:
    """All of a file; CannotRead if it cannot be had, BadInput if it is larger than `most` bytes."""
    try:
        if not place.is_file():
            no_file, not_there = t("{place} is not a file"), t("{place} is not there")
            raise CannotRead((no_file if place.exists() else not_there).format(place=place))
        with place.open("rb") as file:
            found = file.read(most + 1)
    except (OSError, ValueError) as error:
        raise CannotRead(
            t("cannot read {place}: {reason}").format(place=place, reason=_reason(error))
        ) from error
    if len(found) > most:
        raise BadInput(
            t("{place} is larger than {most} million bytes; it was not read").format(
                place=place, most=most // 1_000_000
            )
        )
    return found


def folder_files(place: Path, ending: str, most: int) -> dict[str, bytes] | None:
    """The files with that ending in a folder, by name; None if it is no folder."""
    try:
        if not place.is_dir():
            return None
        names = sorted(each.name for each in place.iterdir() if each.suffix.casefold() == ending)
    except (OSError, ValueError) as error:
        raise CannotRead(
            t("cannot read {place}: {reason}").format(place=place, reason=_reason(error))
        ) from error
    return {name: read_file(place / name, most) for name in names}
