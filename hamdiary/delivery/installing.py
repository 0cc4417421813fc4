"""Handing the look at what is due to the system that starts programs, for this user only.

What is to be done is a list of steps that can be shown before any of them is taken.
"""

import shutil
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from hamdiary.delivery.crontab import crontab_of, is_cron_line, with_cron_line
from hamdiary.delivery.running import trouble_with
from hamdiary.delivery.schedule import (
    LABEL,
    NAME,
    Job,
    cron_line,
    launchd_plist,
    schtasks_xml,
    systemd_service,
    systemd_timer,
)
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import t
from hamdiary.domain.system_words import reason_of

SYSTEMS = ("systemd", "launchd", "schtasks", "cron")
"""What can start programs, as an owner names it."""


@dataclass(frozen=True)
class Here:
    """The computer and the user."""

    system: str
    """`sys.platform`."""
    environment: Mapping[str, str]
    """The environment variables."""
    user: int
    """The user's number; 0 where there are none."""
    scratch: Path
    """A folder of ours for a file that is only handed over."""

    def tool(self, name: str) -> str | None:
        """Where a program is, if it is there."""
        return shutil.which(name, path=self.environment.get("PATH"))

    @property
    def folder(self) -> Path:
        """The user's own folder."""
        return Path(self.environment.get("HOME") or Path.home())

    @property
    def units(self) -> Path:
        """Where this user's systemd units are."""
        chosen = self.environment.get("XDG_CONFIG_HOME")
        return Path(chosen or self.folder / ".config") / "systemd" / "user"

    @property
    def agent(self) -> Path:
        """Where the launchd agent is."""
        return self.folder / "Library" / "LaunchAgents" / f"{LABEL}.plist"


@dataclass(frozen=True)
class Step:
    """One thing that is done to install or to take away."""

    words: str
    """What it does: "write /home/…/hamdiary-remind.timer"."""
    shown: str = ""
    """What is written, to be looked at."""
    do: Callable[[], str | None] = lambda: None
    """Does it; None if it went well, else why not."""


def systems_to_try(here: Here) -> tuple[str, ...]:
    """What may start programs on such a computer, the best first."""
    by_platform = {"darwin": ("launchd",), "win32": ("schtasks",)}
    return by_platform.get(here.system, ("systemd", "cron"))


def why_not(system: str, here: Here) -> str | None:
    """Why that system cannot be used here, in words; None if it can."""
    tool = {"systemd": "systemctl", "launchd": "launchctl", "cron": "crontab"}.get(system, system)
    if here.tool(tool) is None:
        return t("there is no {tool} here").format(tool=tool)
    if system != "systemd":
        return None
    trouble = trouble_with(["systemctl", "--user", "show-environment"], here.environment)
    if trouble is None:
        return None
    return t("systemd does not run for you here ({trouble})").format(trouble=trouble)


def installed(system: str, here: Here) -> bool:
    """Whether it is installed with that system."""
    if system == "systemd":
        return (here.units / f"{NAME}.timer").exists()
    if system == "launchd":
        return here.agent.exists()
    if here.tool("crontab" if system == "cron" else "schtasks") is None:
        return False
    if system == "schtasks":
        return trouble_with(["schtasks", "/Query", "/TN", NAME], here.environment) is None
    return any(map(is_cron_line, crontab_of(here.environment).split("\n")))


def text_for(system: str, job: Job, now: datetime) -> str:
    """What would be installed, to be printed."""
    if system == "systemd":
        return (
            f"# {NAME}.service\n{systemd_service(job)}\n# {NAME}.timer\n{systemd_timer()}"
        ).rstrip("\n")
    if system == "launchd":
        return launchd_plist(job).rstrip("\n")
    return schtasks_xml(job, now).rstrip("\n") if system == "schtasks" else cron_line(job)


def steps_to_install(system: str, job: Job, here: Here, now: datetime) -> list[Step]:
    """What is to be done so that it looks every few minutes."""
    if system == "systemd":
        return [
            _write(here.units / f"{NAME}.service", systemd_service(job)),
            _write(here.units / f"{NAME}.timer", systemd_timer()),
            _run(here, "systemctl", "--user", "daemon-reload"),
            _run(here, "systemctl", "--user", "enable", "--now", f"{NAME}.timer"),
        ]
    if system == "launchd":
        return [
            _write(here.agent, launchd_plist(job)),
            _run_if_it_can(here, "launchctl", "bootout", f"gui/{here.user}/{LABEL}"),
            _run(here, "launchctl", "bootstrap", f"gui/{here.user}", str(here.agent)),
        ]
    if system == "schtasks":
        task = here.scratch / f"{NAME}.xml"
        return [
            _write(task, schtasks_xml(job, now), "utf-16"),
            _run(here, "schtasks", "/Create", "/TN", NAME, "/XML", str(task), "/F"),
            _remove(task),
        ]
    return [_cron(here, cron_line(job))]


def steps_to_uninstall(system: str, here: Here) -> list[Step]:
    """What is to be done so that it looks no more."""
    if system == "systemd":
        return [
            _run_if_it_can(here, "systemctl", "--user", "disable", "--now", f"{NAME}.timer"),
            _remove(here.units / f"{NAME}.timer"),
            _remove(here.units / f"{NAME}.service"),
            _run_if_it_can(here, "systemctl", "--user", "daemon-reload"),
        ]
    if system == "launchd":
        return [
            _run_if_it_can(here, "launchctl", "bootout", f"gui/{here.user}/{LABEL}"),
            _remove(here.agent),
        ]
    if system == "schtasks":
        return [_run(here, "schtasks", "/Delete", "/TN", NAME, "/F")]
    return [_cron(here, None)]


def _write(path: Path, text: str, encoding: str = "utf-8") -> Step:
    def write() -> str | None:
        """The file with its folder; why it could not be written."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding=encoding, newline="\n")
        except OSError as error:
            return reason_of(error)
        return None

    return Step(t("write {path}").format(path=path), text, write)


def _remove(path: Path) -> Step:
    def remove() -> str | None:
        """The file gone, or not there at all; why it could not be removed."""
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            return reason_of(error)
        return None

    return Step(t("remove {path}").format(path=path), "", remove)


def _run(here: Here, *command: str) -> Step:
    return Step(
        t("run {command}").format(command=" ".join(command)),
        "",
        lambda: trouble_with(command, here.environment),
    )


def _run_if_it_can(here: Here, *command: str) -> Step:
    def run() -> str | None:
        """The command; what it complains of does not matter."""
        trouble_with(command, here.environment)
        return None

    return Step(t("run {command}").format(command=" ".join(command)), "", run)


def _cron(here: Here, line: str | None) -> Step:
    """Change one line of the crontab, which is read again when it is done."""

    def change() -> str | None:
        """The crontab as it is then, with the line put in or taken out."""
        after = with_cron_line(crontab_of(here.environment), line)
        return trouble_with(["crontab", "-"], here.environment, after)

    if line is None:
        return Step(
            t("take the line that ends in “{name}” out of your crontab").format(name=NAME),
            "",
            change,
        )
    return Step(t("put this line into your crontab"), line, change)


def taken(steps: Sequence[Step]) -> str | None:
    """Take the steps one after another; None if all went well, else which did not and why."""
    for step in steps:
        trouble = step.do()
        if trouble is not None:
            return t("could not {step}: {trouble}").format(step=step.words, trouble=trouble)
    return None
