"""What lies on a disk after a power cut, from what a program really asked the system to write.

strace tells every write, cut, sync and renaming of the files in a folder, and what the program
said meanwhile. A disk keeps for certain what was synced; of what came after the last sync it keeps
any part, in any order, down to single sectors of 512 bytes. Names (a new file, a renamed or removed
one) are certain once their folder was synced.
"""

import os
import random
import re
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512
CALLS = (
    "openat,write,pwrite64,ftruncate,fsync,fdatasync,unlink,unlinkat,rename,renameat,renameat2,"
    "link,linkat"
)
LINE = re.compile(rb"^\d+ +(\w+)\((.*)\) += (-?\d+)")
TEXT = re.compile(rb'"((?:\\x[0-9a-f]{2})*)"')
FILE = re.compile(rb"^(\d+)<((?:\\x[0-9a-f]{2})*)>")


@dataclass(frozen=True)
class Event:
    """One thing that a program asked of the system."""

    what: str
    """said, made, wrote, cut, synced, removed or renamed."""
    path: str = ""
    """Which file."""
    data: bytes = b""
    """What was written or said."""
    at: int = 0
    """From which byte on; for "cut" the length that is left."""
    to: str = ""
    """The new name."""


def traced(command: list[str], environment: Mapping[str, str], folder: Path) -> list[Event]:
    """Run a program to its end and tell what it did to the files of a folder."""
    log = folder.parent / "trace"
    strace = ["strace", "-f", "-qq", "-y", "-xx", "-s", "1048576", "-e", f"trace={CALLS}"]
    subprocess.run(
        [*strace, "-o", str(log), *command], env=dict(environment), check=True, capture_output=True
    )
    with log.open("rb") as lines:
        return [event for line in lines for event in _events(line, str(folder))]


def _events(line: bytes, folder: str) -> Iterator[Event]:
    found = LINE.match(line)
    if not found or found[3].startswith(b"-"):
        return
    call, rest = found[1].decode(), found[2]
    texts = [_bytes(each) for each in TEXT.findall(rest)]
    opened = FILE.match(rest)
    path = os.fsdecode(_bytes(opened[2])) if opened else ""
    if call == "write" and opened and opened[1] == b"1":
        yield Event("said", data=texts[0])
    elif call in ("unlink", "unlinkat", "rename", "renameat", "renameat2", "link", "linkat"):
        names = [os.fsdecode(each) for each in texts]
        if names[0].startswith(folder):
            yield _named(call, names)
    elif call == "openat":
        name = os.fsdecode(texts[0])
        if name.startswith(folder) and b"O_CREAT" in rest:
            yield Event("made", name)
    elif path.startswith(folder):
        yield _on_file(call, path, rest, texts)


def _named(call: str, names: list[str]) -> Event:
    if call.startswith("unlink"):
        return Event("removed", names[0])
    return Event("linked" if call.startswith("link") else "renamed", names[0], to=names[1])


def _on_file(call: str, path: str, rest: bytes, texts: list[bytes]) -> Event:
    if call in ("fsync", "fdatasync"):
        return Event("synced", path)
    last = int(rest.rsplit(b",", 1)[1])
    if call == "ftruncate":
        return Event("cut", path, at=last)
    return Event("wrote", path, texts[0], at=last if call == "pwrite64" else -1)


def _bytes(escaped: bytes) -> bytes:
    return bytes.fromhex(escaped.replace(b"\\x", b"").decode())


@dataclass
class _Content:
    """One file's bytes, whatever it is called."""

    certain: bytearray = field(default_factory=bytearray)
    pending: list[Event] = field(default_factory=list)
    length: int = 0
    """Where the next plain write goes."""

    def take(self, event: Event) -> None:
        if event.what == "wrote":
            at = self.length if event.at < 0 else event.at
            self.length = max(self.length, at + len(event.data))
            event = Event("wrote", event.path, event.data, at)
        else:
            self.length = event.at
        self.pending.append(event)

    def sync(self) -> None:
        for event in self.pending:
            _apply(self.certain, event)
        self.pending.clear()

    def after_a_cut(self, dice: random.Random) -> bytes:
        """What was synced, and of the rest what may have arrived."""
        left = bytearray(self.certain)
        for event in self.pending:
            fate = dice.choice(("kept", "lost", "torn"))
            if fate == "torn" and event.what == "wrote":
                _tear(left, event, dice)
            elif fate == "kept":
                _apply(left, event)
        return bytes(left)


def _apply(content: bytearray, event: Event) -> None:
    end = event.at + (len(event.data) if event.what == "wrote" else 0)
    content.extend(bytes(max(0, end - len(content))))
    if event.what == "wrote":
        content[event.at : end] = event.data
    else:
        del content[event.at :]


def _tear(content: bytearray, event: Event, dice: random.Random) -> None:
    """Some of the sectors that a write touches arrive, others do not."""
    at, rest = event.at, event.data
    while rest:
        piece = rest[: SECTOR - at % SECTOR]
        if dice.random() < 0.5:
            _apply(content, Event("wrote", data=piece, at=at))
        at, rest = at + len(piece), rest[len(piece) :]


Names = dict[str, _Content]


class Disk:
    """The files of a folder: what is certain of them, and what may or may not have arrived."""

    def __init__(self, folder: Path) -> None:
        files = (each for each in folder.rglob("*") if each.is_file() and not _is_memory(each))
        self._names: Names = {str(each): _found(each) for each in files}
        self._certain_names: Names = dict(self._names)
        self._pending_names: list[Event] = []
        self._made: Names = {}

    def happen(self, event: Event) -> None:
        """Take note of an event."""
        match event.what:
            case "wrote" | "cut":
                if event.path in self._names:
                    self._names[event.path].take(event)
            case "synced":
                self._sync(event.path)
            case "made" if event.path in self._names:
                pass
            case "made" | "removed" | "renamed" | "linked":
                self._pending_names.append(self._named(event))
                _rename(self._names, self._pending_names[-1], self._made)

    def _named(self, event: Event) -> Event:
        """The event, told apart from others that make a file of that name."""
        if event.what != "made":
            return event
        told = Event("made", event.path, at=len(self._made))
        self._made[f"{told.path} {told.at}"] = _Content()
        return told

    def _sync(self, path: str) -> None:
        if path in self._names:
            self._names[path].sync()
            return
        for event in [each for each in self._pending_names if str(Path(each.path).parent) == path]:
            _rename(self._certain_names, event, self._made)
            self._pending_names.remove(event)

    def after_a_cut(self, dice: random.Random) -> dict[str, bytes]:
        """One of the ways in which the folder may stand there when the power is back."""
        names = dict(self._certain_names)
        # A file system keeps the order of names; how far it has come is open.
        for event in self._pending_names[: dice.randint(0, len(self._pending_names))]:
            _rename(names, event, self._made)
        return {
            name: content.after_a_cut(dice)
            for name, content in names.items()
            if not _is_memory(Path(name))
        }


def _rename(names: Names, event: Event, made: Names) -> None:
    match event.what:
        case "made":
            names[event.path] = made[f"{event.path} {event.at}"]
        case "removed":
            names.pop(event.path, None)
        case "linked" if event.path in names:
            names[event.to] = names[event.path]
        case "renamed" if event.path in names:
            names[event.to] = names.pop(event.path)


def _found(path: Path) -> _Content:
    content = bytearray(path.read_bytes())
    return _Content(content, length=len(content))


def _is_memory(path: Path) -> bool:
    """Whether it is SQLite's shared memory, which nobody has after a power cut."""
    return path.name.endswith("-shm")
