"""The desktop's own notifier: notify-send, osascript, or a toast by PowerShell (traps §5)."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from hamdiary.delivery.message import Message, Outcome
from hamdiary.delivery.programs import OwnProgram, by_powershell
from hamdiary.delivery.running import trouble_with
from hamdiary.domain.language import t

CHANNEL = "desktop"

NOTIFIER = OwnProgram(macos="osascript", linux="notify-send")

APPLE_SCRIPT = """on run argv
  display notification (item 2 of argv) with title (item 1 of argv)
end run
"""
"""The text comes as arguments: nothing of it is ever read as script."""

_TOASTS = "Windows.UI.Notifications"
POWERSHELL_SCRIPT = rf"""$ErrorActionPreference = 'Stop'
[void][{_TOASTS}.ToastNotificationManager,{_TOASTS},ContentType=WindowsRuntime]
$kind = [{_TOASTS}.ToastTemplateType]::ToastText02
$xml = [{_TOASTS}.ToastNotificationManager]::GetTemplateContent($kind)
$lines = $xml.GetElementsByTagName('text')
[void]$lines.Item(0).AppendChild($xml.CreateTextNode($env:HAMDIARY_TITLE))
[void]$lines.Item(1).AppendChild($xml.CreateTextNode($env:HAMDIARY_TEXT))
$toast = [{_TOASTS}.ToastNotification]::new($xml)
$as = '{{1AC14E77-02E7-4E5D-B744-2EB1AE5198B7}}\WindowsPowerShell\v1.0\powershell.exe'
[{_TOASTS}.ToastNotificationManager]::CreateToastNotifier($as).Show($toast)
"""
"""The text comes from the environment; a toast needs the name of a known program to show it."""


def notify(message: Message, environment: Mapping[str, str], system: str = sys.platform) -> Outcome:
    """Show a message on the desktop; the outcome says truly whether the notifier took it."""
    program, found = NOTIFIER.name(system), NOTIFIER.found(system, environment)
    if found is None:
        return Outcome(CHANNEL, False, _none_here(program))
    if system == "darwin":
        command, typed = [found, "-", message.title, message.text], APPLE_SCRIPT
    elif system == "win32":
        command, typed = by_powershell(found, POWERSHELL_SCRIPT), ""
    else:
        command, typed = _by_notify_send(found, message), ""
    trouble = trouble_with(command, _surroundings(message, environment, system), typed)
    if trouble is not None:
        return Outcome(
            CHANNEL,
            False,
            t("{program} could not show it: {trouble}").format(program=program, trouble=trouble),
        )
    return Outcome(CHANNEL, True, t("shown by {program}").format(program=program))


def _none_here(program: str) -> str:
    if program == NOTIFIER.linux:
        return t(
            "no notifier here: notify-send is not there (on Debian and Ubuntu it comes with "
            "libnotify-bin)"
        )
    return t("no notifier here: {program} is not there").format(program=program)


def _by_notify_send(program: str, message: Message) -> list[str]:
    from html import escape

    body = escape(message.text, quote=False)
    return [program, "--app-name=hamdiary", "--", message.title, body]


def _surroundings(message: Message, environment: Mapping[str, str], system: str) -> dict[str, str]:
    known = {**environment, "HAMDIARY_TITLE": message.title, "HAMDIARY_TEXT": message.text}
    if system in ("darwin", "win32") or "DBUS_SESSION_BUS_ADDRESS" in known:
        return known
    # cron starts programs without the way to the desktop of whoever is logged in.
    here = Path(f"/run/user/{os.getuid()}") if hasattr(os, "getuid") else Path()
    if "XDG_RUNTIME_DIR" not in known and (here / "bus").exists():
        known["XDG_RUNTIME_DIR"] = str(here)
    return known
