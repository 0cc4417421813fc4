"""The file of settings: read as a whole, and replaced as a whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from hamdiary.domain.language import t
from hamdiary.storage.errors import CannotCreate, DiaryBusy, DiskTrouble, NotPermitted
from hamdiary.storage.lock import locked

LARGEST = 1_000_000
"""Bytes; no file of settings is larger, whatever lies in its place."""

Stamp = tuple[int, int, int]


def stamp_of(path: Path) -> Stamp | None:
    """What changes whenever the file is written; None if there is no file."""
    try:
        stat = path.stat()
    except FileNotFoundError:
        return None
    except OSError as error:
        from hamdiary.domain.system_words import reason_of

        raise DiskTrouble(f"{path}: {reason_of(error)}") from error
    return stat.st_mtime_ns, stat.st_ino, stat.st_size


def bytes_of(path: Path) -> bytes:
    """All that stands in the file; nothing if there is none."""
    try:
        if path.stat().st_size > LARGEST:
            raise DiskTrouble(t("{path} is too large to be settings").format(path=path))
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        from hamdiary.domain.system_words import reason_of

        raise DiskTrouble(f"{path}: {reason_of(error)}") from error


@contextmanager
def alone_at(path: Path) -> Iterator[Path]:
    """Keep other programs from writing the settings, and make their folder; the real file.

    A link stays a link: what it points to is replaced.
    """
    real = path.resolve()
    try:
        real.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        from hamdiary.domain.system_words import reason_of

        raise CannotCreate(f"{real.parent}: {reason_of(error)}") from error
    with ExitStack() as held:
        try:
            held.enter_context(locked(real))
        except NotPermitted as error:
            raise NotPermitted(
                t("the folder {folder} may not be written by you").format(folder=real.parent)
            ) from error
        except DiaryBusy as error:
            raise DiaryBusy(t("another hamdiary writes the settings; try again")) from error
        yield real


def replace_whole(path: Path, text: str) -> None:
    """Put `text` in the place of the file, mode 0600; on return it is on the disk."""
    fresh = path.with_name(f".{path.name}-{os.urandom(4).hex()}")
    try:
        descriptor = os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except OSError as error:
        from hamdiary.domain.system_words import reason_of

        with suppress(OSError):
            fresh.unlink()
        raise DiskTrouble(
            t("{path} could not be written: {reason}").format(path=path, reason=reason_of(error))
        ) from error
