"""Where hamdiary keeps its files, and what it remembers outside the diary."""

import json
import os
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from hamdiary.storage.errors import DiaryTrouble
from hamdiary.storage.lock import locked


class Home:
    """The folder with the diary and the few things that are this device's own."""

    def __init__(self, folder: Path, settings: Path | None = None) -> None:
        self.folder = folder
        self.settings = settings or folder / "settings.toml"
        """Where the settings are, for an owner to edit; the file need not exist."""

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> "Home":
        """HAMDIARY_HOME if it is set, else the user's own data folder.

        HAMDIARY_SETTINGS names another file of settings than the one in that folder.
        """
        chosen, named = environment.get("HAMDIARY_HOME"), environment.get("HAMDIARY_SETTINGS")
        settings = Path(named) if named else None
        if settings is not None:
            # expanduser fails for a user that does not exist; then it is a file's odd name.
            with suppress(RuntimeError):
                settings = settings.expanduser()
            settings = settings.absolute()
        if chosen:
            return cls(Path(chosen).expanduser().absolute(), settings)
        from platformdirs import user_data_path

        return cls(user_data_path("hamdiary", appauthor=False), settings)

    @property
    def diary(self) -> Path:
        """Where the diary lies unless --diary names another."""
        return self.folder / "diary.db"

    @property
    def backups(self) -> Path:
        """Where the backups of this device's diaries lie."""
        return self.folder / "backups"

    @property
    def windows(self) -> Path:
        """Where each open window has its mark."""
        return self.folder / "windows"

    @property
    def crash_log(self) -> Path:
        """Where a fault of the program is written down, without a word of the diary."""
        return self.folder / "crash.log"

    def device(self) -> str:
        """This device's id, made on first use. It lives outside the diary, so that a copied
        diary does not make two devices write under one name; a copied home is seen by its place
        and, where that can be known, by its computer, and gets an id of its own.
        """
        known = _device_in(self._device_path)
        here = place_mark(self.folder)
        if known and _text_of(self._place_path) == here:
            return known
        return self._settled_device(here)

    def renew_device(self, device: str | None = None) -> str:
        """Give this device that id, or a new one, after an older diary was put back: what it wrote
        since may live on elsewhere under the old one. OSError or DiaryTrouble if it cannot be kept.
        """
        device = device or new_device()
        with self._alone():
            self._write(self._place_path, place_mark(self.folder))
            self._write(self._device_path, device)
        return device

    def _settled_device(self, here: str) -> str:
        device, known = new_device(), ""
        # Where the home cannot be written, the id lasts for this run.
        with suppress(OSError, DiaryTrouble), self._alone():
            known, there = _device_in(self._device_path), _text_of(self._place_path)
            if known and there not in ("", here):
                known = ""
            if not known:
                self._write(self._device_path, device)
            if there != here:
                self._write(self._place_path, here)
        return known or _device_in(self._device_path) or device

    @property
    def _device_path(self) -> Path:
        return self.folder / "device"

    @property
    def _place_path(self) -> Path:
        return self.folder / "device-place"

    def knows(self, path: Path) -> bool:
        """Whether a diary is known to have been kept at `path`."""
        return str(path.absolute()) in self._known()

    def known_id(self, path: Path) -> str | None:
        """The id of the diary that was kept at `path` last, if one is known."""
        return self._known().get(str(path.absolute()))

    def remember(self, path: Path, diary_id: str) -> None:
        """Remember that this diary is kept at `path`."""
        if self._known().get(str(path.absolute())) == diary_id:
            return
        with suppress(OSError, DiaryTrouble), self._alone():
            known = {**self._known(), str(path.absolute()): diary_id}
            self._write(self._known_path, json.dumps(known, indent=1))

    def forget(self, path: Path) -> None:
        """Know no more of a diary at `path`."""
        with suppress(OSError, DiaryTrouble), self._alone():
            known = {
                place: known
                for place, known in self._known().items()
                if place != str(path.absolute())
            }
            self._write(self._known_path, json.dumps(known, indent=1))

    @property
    def _known_path(self) -> Path:
        return self.folder / "known-diaries.json"

    def _known(self) -> dict[str, str]:
        try:
            known = json.loads(self._known_path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return known if isinstance(known, dict) else {}

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Keep other programs from writing to these small files; also makes the folder."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with locked(self.folder / "home"):
            yield

    def _write(self, path: Path, text: str) -> None:
        fresh = path.with_name(f".{path.name}-{os.urandom(4).hex()}")
        descriptor = os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(path)
        except OSError:
            fresh.unlink(missing_ok=True)
            raise


def new_device() -> str:
    """A name for a device that no other one has."""
    return os.urandom(4).hex()


def _device_in(path: Path) -> str:
    """The id kept in that file; empty if there is none."""
    known = _text_of(path)
    return known if re.fullmatch("[0-9a-z]{4,40}", known) else ""


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def place_mark(folder: Path) -> str:
    """What a copy of that folder, elsewhere or on another computer, does not have in common.

    A mark only: it gives away neither the computer's id nor the path.
    """
    from zlib import crc32

    return f"{crc32(f'{computer_id()}|{folder.absolute()}'.encode(errors='replace')):08x}"


def computer_id() -> str:
    """What the system calls this computer for good; empty where it does not say (macOS)."""
    if sys.platform == "win32":
        return _computer_id_of_windows()
    for path in (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id")):
        if known := _text_of(path):
            return known
    return ""


def _computer_id_of_windows() -> str:
    if sys.platform != "win32":
        return ""
    import winreg

    with suppress(OSError):
        key = r"SOFTWARE\Microsoft\Cryptography"
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, key) as opened:
            return str(winreg.QueryValueEx(opened, "MachineGuid")[0])
    return ""
