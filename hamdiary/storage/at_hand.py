"""A diary's file as it can be had: to write in, to look at only, or not at all, and why."""

import os
from pathlib import Path

from hamdiary.domain.language import t
from hamdiary.storage.connection import DiaryFile
from hamdiary.storage.errors import DiskFull, NoDiary, NotPermitted


def opened(path: Path) -> DiaryFile:
    """The file as it can be had now: to write in, or to look at only.

    On a full disk nothing can be kept beside it, which a diary in use needs even to be read.
    """
    file = DiaryFile(path, why_read_only(path))
    try:
        file.number("PRAGMA application_id")
    except DiskFull:
        file.close()
        return DiaryFile(
            path,
            t(
                "the disk is full: the diary is shown, but nothing can be saved. Make room, then "
                "begin again"
            ),
        )
    except BaseException:
        file.close()
        raise
    return file


def require_file(path: Path) -> None:
    """Refuse what cannot be a diary before SQLite could make one of it; only `stat` is used."""
    try:
        size, is_file = path.stat().st_size, path.is_file()
    except FileNotFoundError as error:
        raise NoDiary(
            t("there is no diary at {path}; hamdiary setup begins one").format(path=path)
        ) from error
    except OSError as error:
        from hamdiary.domain.system_words import reason_of

        raise NotPermitted(
            t("cannot look at {path}: {reason}").format(path=path, reason=reason_of(error))
        ) from error
    if not is_file:
        raise NoDiary(t("{path} is not a file").format(path=path))
    if size == 0:
        raise NoDiary(
            t("{path} is empty (0 bytes), so it is no diary; move it away to begin anew").format(
                path=path
            )
        )


def why_read_only(path: Path) -> str | None:
    """Why the file system lets nobody write this diary, or None."""
    if not os.access(path, os.R_OK):
        raise NotPermitted(t("{path} may not be read by you").format(path=path))
    if not os.access(path, os.W_OK):
        return t("{path} may not be written by you; it is shown for reading only").format(path=path)
    if not os.access(path.parent, os.W_OK):
        return t("the folder {folder} may not be written by you; the diary is shown only").format(
            folder=path.parent
        )
    return None
