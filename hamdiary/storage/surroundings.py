"""What a diary lies on and among: file system, synchronised folders, rights, room, SQLite."""

import os
import re
import shutil
import sqlite3
import stat
from pathlib import Path

NETWORK = frozenset(
    (
        "nfs", "nfs4", "cifs", "smb", "smb3", "smbfs", "afpfs", "webdav", "davfs", "fuse.davfs2",
        "fuse.sshfs", "sshfs", "ncpfs", "9p", "afs", "fuse.rclone", "fuse.s3fs", "glusterfs",
        "fuse.glusterfs", "ceph", "fuse.ceph", "lustre", "beegfs",
    )
)  # fmt: skip
"""Kinds of file systems that lie on another computer, as /proc/mounts and `mount` name them."""

SYNCED = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "icloud drive": "iCloud",
    "mobile documents": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "syncthing": "Syncthing",
    "pcloud drive": "pCloud",
    "mega": "MEGA",
    "megasync": "MEGA",
}
"""Names of folders by which services that synchronise go."""

MARKED = {
    ".stfolder": "Syncthing",
    ".stversions": "Syncthing",
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".sync": "Resilio Sync",
    ".owncloudsync.log": "ownCloud",
    ".nextcloudsync.log": "Nextcloud",
    ".849C9593-D756-4E56-8D6E-42412F2A707B": "OneDrive",
}
"""Files that such a service leaves in the topmost folder that it synchronises."""

WAL_RESET_BUG = ((3, 7, 0), (3, 51, 2))
"""From this to that version SQLite can damage a file that two programs checkpoint at once."""


def has_wal_reset_bug(version: tuple[int, ...] = sqlite3.sqlite_version_info) -> bool:
    """Whether that SQLite has the bug of traps §1."""
    first, last = WAL_RESET_BUG
    return first <= version <= last


def sqlite_version() -> str:
    """The version of SQLite that Python here was built with."""
    return sqlite3.sqlite_version


def synced_by(path: Path) -> str | None:
    """Which service synchronises the folder of `path`, by names and marks; else None."""
    real = Path(os.path.realpath(path))
    for folder in real.parents:
        name = folder.name.casefold()
        for known, service in SYNCED.items():
            if name == known or name.startswith((f"{known} -", f"{known}-", f"{known} (")):
                return service
        for mark, service in MARKED.items():
            if os.path.lexists(folder / mark):
                return service
    return None


def network_file_system(path: Path, mounts: str | None = None) -> str | None:
    """The kind of network file system that `path` lies on; None if it is none or not known.

    `mounts` is the text of /proc/mounts; it is read where it is not given.
    """
    text = _mounts() if mounts is None else mounts
    real, best, kind = os.path.realpath(path), "", None
    for line in text.splitlines():
        parts = line.split(" ")
        if len(parts) < 3:
            continue
        point = re.sub(r"\\([0-7]{3})", lambda code: chr(int(code[1], 8)), parts[1])
        inside = real == point or real.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best):
            best, kind = point, parts[2]
    return kind if kind in NETWORK else None


def _mounts() -> str:
    try:
        return Path("/proc/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def open_to_others(path: Path) -> bool:
    """Whether somebody else on this computer may read it; never so where that cannot be told."""
    if os.name != "posix":
        return False
    try:
        return bool(stat.S_IMODE(path.stat().st_mode) & 0o077)
    except OSError:
        return False


def is_closed_to_us(path: Path) -> bool:
    """Whether it is there and cannot be written by whoever runs this program."""
    try:
        rights = os.W_OK | os.X_OK if path.is_dir() else os.W_OK
        return path.exists() and not os.access(path, rights)
    except OSError:
        return True


def close_to_others(path: Path) -> None:
    """Let only the owner read and write it."""
    path.chmod(0o700 if path.is_dir() else 0o600)


def room_at(folder: Path) -> int | None:
    """Free bytes where that folder is or would be; None if that cannot be told."""
    there = folder
    while not there.exists() and there != there.parent:
        there = there.parent
    try:
        return shutil.disk_usage(there).free
    except OSError:
        return None
