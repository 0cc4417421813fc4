"""Where hamdiary keeps its files, and what it remembers outside the diary."""

import json
import os
import re
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
        diary does not make two devices write under one name.
        """
        path = self.folder / "device"
        known = _device_in(path)
        if known:
            return known
        device = os.urandom(4).hex()
        # Where the home cannot be written, the id lasts for this run.
        with suppress(OSError, DiaryTrouble), self._alone():
            known = _device_in(path)
            if not known:
                self._write(path, device)
        return known or device

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
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)


def _device_in(path: Path) -> str:
    """The id kept in that file; empty if there is none."""
    try:
        known = path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""
    return known if re.fullmatch("[0-9a-z]{4,40}", known) else ""
