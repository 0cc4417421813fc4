"""Where hamdiary keeps its files, and what it remembers outside the diary."""

import json
import os
import secrets
from collections.abc import Mapping
from pathlib import Path


class Home:
    """The folder with the diary and the few things that are this device's own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> "Home":
        """HAMDIARY_HOME if it is set, else the user's own data folder."""
        chosen = environment.get("HAMDIARY_HOME")
        if chosen:
            return cls(Path(chosen).expanduser().absolute())
        from platformdirs import user_data_path

        return cls(user_data_path("hamdiary", appauthor=False))

    @property
    def diary(self) -> Path:
        """Where the diary lies unless --diary names another."""
        return self.folder / "diary.db"

    @property
    def crash_log(self) -> Path:
        """Where a fault of the program is written down, without a word of the diary."""
        return self.folder / "crash.log"

    def device(self) -> str:
        """This device's id, made on first use. It lives outside the diary, so that a copied
        diary does not make two devices write under one name.
        """
        path = self.folder / "device"
        try:
            known = path.read_text(encoding="ascii").strip()
        except (OSError, UnicodeDecodeError):
            known = ""
        return known or self._new_device(path)

    def _new_device(self, path: Path) -> str:
        device = secrets.token_hex(4)
        try:
            self._write(path, device)
        except OSError:
            # A read-only home cannot be written to anyway; the id lasts for this run.
            return device
        return device

    def knows(self, path: Path) -> bool:
        """Whether a diary is known to have been kept at `path`."""
        return str(path.absolute()) in self._known()

    def remember(self, path: Path, diary_id: str) -> None:
        """Remember that this diary is kept at `path`."""
        known = self._known()
        if known.get(str(path.absolute())) == diary_id:
            return
        known[str(path.absolute())] = diary_id
        try:
            self._write(self._known_path, json.dumps(known, indent=1))
        except OSError:
            return

    @property
    def _known_path(self) -> Path:
        return self.folder / "known-diaries.json"

    def _known(self) -> dict[str, str]:
        try:
            known = json.loads(self._known_path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return known if isinstance(known, dict) else {}

    def _write(self, path: Path, text: str) -> None:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh = path.with_name(f".{path.name}-{secrets.token_hex(4)}")
        descriptor = os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
