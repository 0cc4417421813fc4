"""hamdiary is measured as Python leaves it after its first run: compiled.

Where Python is told to keep no bytecode, each command of an editable install compiles all that it
imports once more: a third of its time, and none of an owner's.
"""

import compileall
import os
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "hamdiary"


def compiled() -> None:
    """Compile the whole package before anything is measured, and let what is started keep it."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    compileall.compile_dir(PACKAGE, quiet=1)
