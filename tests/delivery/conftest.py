import stat
from pathlib import Path

import pytest


@pytest.fixture
def program(tmp_path):
    """Make a small program of that name in a folder of its own, and say where."""
    folder = tmp_path / "programs"
    folder.mkdir()

    def make(name: str, script: str, shell: str = "/bin/sh") -> Path:
        path = folder / name
        path.write_text(f"#!{shell}\n{script}\n", encoding="utf-8")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        return path

    return make
