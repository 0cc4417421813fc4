"""What the systems that start programs are told, so that `hamdiary remind` looks every few minutes.

Each text is for this user and this program only. Paths are written as each format wants them: with
blanks, quotes, %, & or $ in them.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import t
from hamdiary.domain.text import clean_line

EVERY_MINUTES = 5
"""How often it looks; a reminder is late by so much at most."""

NAME = "hamdiary-remind"
"""The name of the unit, agent or task."""

LABEL = "hamdiary.remind"
"""The same for launchd, which likes dots."""

CRON_MARK = f"# {NAME}"
"""Ends the line in the crontab, so that it is found again."""

KEPT = ("HAMDIARY_HOME", "HAMDIARY_SETTINGS", "XDG_DATA_HOME", "TZ")
"""Variables that a scheduled look needs as they are now."""

LANGUAGE = ("HAMDIARY_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LC_TIME", "LANG")
"""Those that say how an owner reads and writes, of which cron knows nothing."""

LONGEST_SECONDS = 120
"""After so long a look is ended: it waits for notifiers and servers half a minute at most."""


class CannotSchedule(Exception):
    """It cannot be scheduled like this; one line for the owner."""


@dataclass(frozen=True)
class Job:
    """What is to be run."""

    python: str
    """The Python that hamdiary is installed in."""
    options: tuple[str, ...] = ()
    """What stands before `remind`: --diary, --hamster."""
    environment: tuple[tuple[str, str], ...] = ()
    """Variables that it is to run with, as they were when it was scheduled."""

    @property
    def arguments(self) -> tuple[str, ...]:
        """What follows the Python: -P, since some folder named hamdiary may lie about."""
        return ("-P", "-m", "hamdiary", *self.options, "remind", "--quiet")

    def __post_init__(self) -> None:
        texts = (self.python, *self.options, *(value for _, value in self.environment))
        odd = next((text for text in texts if re.search(_UNFIT, text)), None)
        if odd is not None:
            said = t("{path}: such a path cannot be scheduled")
            raise CannotSchedule(said.format(path=clean_line(odd)[:80]))


_UNFIT = "[\x00-\x1f\x7f\ud800-\udfff]"
"""Line breaks, and letters of file names that are none."""


def systemd_service(job: Job) -> str:
    """The unit that looks once."""
    words = [job.python, *job.arguments]
    if re.search(r"""["'\\]""", job.python):
        # systemd takes no such letters in a program's name, but any in the words after it.
        words = ["/usr/bin/env", *words]
    words[0] = f":{words[0]}"  # keeps systemd from replacing $ in the words
    lines = [f"Environment={_in_systemd(f'{name}={value}')}" for name, value in job.environment]
    return "\n".join(
        [
            "[Unit]",
            "Description=hamdiary: tell what is due",
            "",
            "[Service]",
            "Type=oneshot",
            f"ExecStart={' '.join(map(_in_systemd, words))}",
            *lines,
            "SuccessExitStatus=10",
            f"TimeoutStartSec={LONGEST_SECONDS}",
            "",
        ]
    )


def systemd_timer() -> str:
    """The unit that calls the other one."""
    return f"""[Unit]
Description=hamdiary: look every {EVERY_MINUTES} minutes what is due

[Timer]
OnCalendar=*:0/{EVERY_MINUTES}
AccuracySec=30s

[Install]
WantedBy=timers.target
"""


def launchd_plist(job: Job) -> str:
    """The agent for macOS."""
    import plistlib

    agent = {
        "Label": LABEL,
        "ProgramArguments": [job.python, *job.arguments],
        "EnvironmentVariables": dict(job.environment),
        "StartInterval": EVERY_MINUTES * 60,
        "RunAtLoad": True,
        "ProcessType": "Background",
    }
    return plistlib.dumps(agent).decode("utf-8")


def schtasks_xml(job: Job, begins: datetime) -> str:
    """The task for Windows; `begins` is the wall clock's time from which on it is called."""
    program, arguments = _for_windows(job)
    return f"""<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Description>hamdiary: look every {EVERY_MINUTES} minutes what is due</Description>
  </RegistrationInfo>
  <Triggers>
    <TimeTrigger>
      <Repetition>
        <Interval>PT{EVERY_MINUTES}M</Interval>
        <StopAtDurationEnd>false</StopAtDurationEnd>
      </Repetition>
      <StartBoundary>{begins:%Y-%m-%dT%H:%M:00}</StartBoundary>
      <Enabled>true</Enabled>
    </TimeTrigger>
  </Triggers>
  <Principals>
    <Principal id="Author">
      <LogonType>InteractiveToken</LogonType>
      <RunLevel>LeastPrivilege</RunLevel>
    </Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <StartWhenAvailable>true</StartWhenAvailable>
    <ExecutionTimeLimit>PT{LONGEST_SECONDS}S</ExecutionTimeLimit>
  </Settings>
  <Actions Context="Author">
    <Exec>
      <Command>{program}</Command>
      <Arguments>{arguments}</Arguments>
    </Exec>
  </Actions>
</Task>
"""


def cron_line(job: Job) -> str:
    """The line for the crontab, without its end."""
    import shlex

    settings = [f"{name}={shlex.quote(value)}" for name, value in job.environment]
    words = map(shlex.quote, (job.python, *job.arguments))
    # cron makes a line break of every % that has no backslash before it.
    command = " ".join((*settings, *words)).replace("%", "\\%")
    return f"*/{EVERY_MINUTES} * * * * {command} {CRON_MARK}"


def _in_systemd(word: str) -> str:
    escaped = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
    return f'"{escaped}"'


def _for_windows(job: Job) -> tuple[str, str]:
    """The program and its arguments as the task's XML has them."""
    from subprocess import list2cmdline
    from xml.sax.saxutils import escape

    return escape(job.python), escape(list2cmdline(_words_for_windows(job)))


def _words_for_windows(job: Job) -> Sequence[str]:
    if not job.environment:
        return job.arguments
    # A task has no variables of its own, and cmd, which could set them, would show its window.
    words = ["hamdiary", *job.options, "remind", "--quiet"]
    code = (
        f"import os, sys; os.environ.update({dict(job.environment)!r}); sys.argv = {words!r}; "
        "from hamdiary.__main__ import main; main()"
    )
    return ["-P", "-c", code]


def windowless(python: str, system: str) -> str:
    """The Python that opens no window of its own each time, where there is such a twin."""
    path = Path(python)
    twin = path.with_name(path.name.replace("python", "pythonw", 1))
    return str(twin) if system == "win32" and twin.exists() else python


def kept(environment: Mapping[str, str], places: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The variables of now that say which diary is meant, what time it is, and in which language.

    `places` are what paths among them mean, whatever folder one is in.
    """
    plain = ("", "C", "POSIX")
    spoken = [each for each in LANGUAGE if environment.get(each, "").partition(".")[0] not in plain]
    return tuple(
        (name, places.get(name, environment[name]))
        for name in (*KEPT, *spoken)
        if environment.get(name)
    )
