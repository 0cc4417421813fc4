"""Writing down a fault of the program without a word of the diary (traps §9)."""

import os
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from hamdiary.storage.locations import Home


def write_crash_log(error: BaseException, environment: Mapping[str, str]) -> Path | None:
    """Write the error's type and where it arose, readable by the owner only; None if that fails.

    Neither the error's text nor any local value goes in: both can hold words of the diary.
    """
    path = Home.of(environment).crash_log
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write(path, _without_words(error))
    except OSError:
        return None
    return path


def _write(path: Path, text: str) -> None:
    # A new file each time: an older one could have been readable by others.
    path.unlink(missing_ok=True)
    descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8", errors="replace") as file:
        file.write(text)


def _without_words(error: BaseException) -> str:
    import platform

    from hamdiary import __version__

    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    lines = [f"hamdiary {__version__}, Python {platform.python_version()}, {now}"]
    fault: BaseException | None = error
    while fault is not None and len(lines) < 500:
        lines.append(f"{type(fault).__module__}.{type(fault).__qualname__}")
        lines += _frames(fault)
        fault = fault.__cause__ or fault.__context__
    return "\n".join(lines) + "\n"


def _frames(error: BaseException) -> list[str]:
    lines = []
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        lines.append(f"  {code.co_filename}:{trace.tb_lineno} {code.co_qualname}")
        trace = trace.tb_next
    return lines[:50] + lines[50:][-50:]
