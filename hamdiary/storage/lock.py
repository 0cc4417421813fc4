"""One writer at a time between processes, also while the file is checkpointed or closed."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hamdiary.domain.language import t
from hamdiary.storage.errors import DiaryBusy, NotPermitted

WAIT_SECONDS = 10.0
"""How long a writer waits for another before it says "busy"."""


@contextmanager
def locked(path: Path, wait: float = WAIT_SECONDS) -> Iterator[None]:
    """Hold the diary's lock file; DiaryBusy after `wait` seconds."""
    lock_path = path.with_name(path.name + ".lock")
    # filelock does the same, but its import costs more than all the rest of `hamdiary log`.
    hold = _held_by_filelock if sys.platform == "win32" else _held_by_flock
    with hold(lock_path, wait):
        yield


@contextmanager
def _held_by_flock(lock_path: Path, wait: float) -> Iterator[None]:
    import os

    descriptor = _opened(lock_path)
    try:
        _wait_for(descriptor, wait)
        yield
    finally:
        # Closing releases the lock, also when the process is killed.
        os.close(descriptor)


def _opened(lock_path: Path) -> int:
    import os

    try:
        return os.open(lock_path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise NotPermitted(
            t("cannot write beside the diary: {folder}").format(folder=lock_path.parent)
        ) from error


def _wait_for(descriptor: int, wait: float) -> None:
    import fcntl
    import time

    deadline = time.monotonic() + wait
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError as error:
            if time.monotonic() > deadline:
                raise DiaryBusy(
                    t("another hamdiary is writing to this diary; nothing was saved, try again")
                ) from error
            time.sleep(0.003)


@contextmanager
def _held_by_filelock(lock_path: Path, wait: float) -> Iterator[None]:
    from filelock import FileLock, Timeout

    try:
        with FileLock(lock_path, timeout=wait):
            yield
    except Timeout as error:
        raise DiaryBusy(
            t("another hamdiary is writing to this diary; nothing was saved, try again")
        ) from error
