"""This user's crontab: read, and changed in one line only."""

import subprocess
from collections.abc import Mapping

from hamdiary.delivery.schedule import CRON_MARK, CannotSchedule
from hamdiary.domain.language import t
from hamdiary.domain.text import clean_line


def crontab_of(environment: Mapping[str, str]) -> str:
    """All that stands in it; CannotSchedule where it cannot be read, so that it is never replaced.

    Somebody who has none has an empty one.
    """
    try:
        done = subprocess.run(
            ["crontab", "-l"],
            check=False,
            env={**environment, "LC_ALL": "C"},
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=10,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise CannotSchedule(
            t("your crontab cannot be read: {reason}").format(reason=type(error).__name__)
        ) from error
    if done.returncode == 0:
        return done.stdout.decode("utf-8", "surrogateescape")
    complaint = clean_line(done.stderr.decode("utf-8", "replace"))
    if "no crontab" in complaint.casefold() or "no such file" in complaint.casefold():
        return ""
    raise CannotSchedule(t("your crontab cannot be read: {reason}").format(reason=complaint[:120]))


def with_cron_line(crontab: str, line: str | None) -> str:
    """The crontab with our line in the place of an earlier one; None takes it out."""
    others = [each for each in crontab.removesuffix("\n").split("\n") if not is_cron_line(each)]
    lines = [*([] if others == [""] else others), *([line] if line else [])]
    return "".join(f"{each}\n" for each in lines)


def is_cron_line(line: str) -> bool:
    """Whether it is ours."""
    return line.rstrip().endswith(CRON_MARK) and not line.lstrip().startswith("#")
