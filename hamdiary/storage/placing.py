"""Putting a finished file in its place: over nothing, and so that a power cut keeps it."""

import os
from pathlib import Path


def put_in_place(fresh: Path, path: Path) -> None:
    """Give `fresh` the name `path`, for good; FileExistsError if something has that name."""
    # A hard link refuses to replace what may have appeared there meanwhile; rename would not.
    try:
        os.link(fresh, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if path.exists():
            raise FileExistsError(str(path)) from None
        fresh.rename(path)
    make_durable(path.parent)


def make_durable(folder: Path) -> None:
    """Wait until the disk has the names in that folder."""
    # A file's name is part of its folder; Windows neither needs nor allows this.
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def new_file(path: Path) -> None:
    """Make an empty file that only its owner may read; FileExistsError if there is one."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def sync(path: Path) -> None:
    """Wait until the disk has all of a file that is open nowhere else."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
