"""A diary's file, what lies beside it, and whether it is still the same one."""

from pathlib import Path

Identity = tuple[int, int]
"""What tells one file from another of the same name: its device and its number there."""


def wal_of(path: Path) -> Path:
    """Where SQLite keeps what was committed last, until it is brought home into the diary."""
    return path.with_name(path.name + "-wal")


def is_at_rest(path: Path) -> bool:
    """Whether all that was committed is in the file itself."""
    wal = wal_of(path)
    return not wal.exists() or wal.stat().st_size == 0


def kept_by_sqlite(path: Path) -> tuple[Path, Path]:
    """What SQLite keeps beside a diary in use: rows, and an index of them."""
    return wal_of(path), path.with_name(path.name + "-shm")


def beside(path: Path) -> tuple[Path, ...]:
    """All that may lie beside a diary in use: what SQLite keeps, and the lock."""
    return (*kept_by_sqlite(path), path.with_name(path.name + ".lock"))


def uri_of(path: Path) -> str:
    """The path as SQLite's URI; `Path.as_uri` would import URL parsing for it."""
    escaped = path.absolute().as_posix().replace("%", "%25").replace("?", "%3f")
    return "file:" + ("" if escaped.startswith("/") else "/") + escaped.replace("#", "%23")


def identity_of(path: Path) -> Identity:
    """Which file has that name now; OSError if there is none, or none that can be seen."""
    stat = path.stat()
    return stat.st_dev, stat.st_ino


def identity_if_there(path: Path) -> Identity | None:
    """The same; None if there is none."""
    try:
        return identity_of(path)
    except OSError:
        return None
