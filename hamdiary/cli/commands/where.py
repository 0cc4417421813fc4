"""`hamdiary where`: the places of its files."""

import click

from hamdiary.cli.invocation import Invocation
from hamdiary.cli.printing import say, say_json
from hamdiary.cli.verb import DIARY, JSON, verb
from hamdiary.domain.language import t
from hamdiary.services.setting_up import place_of
from hamdiary.storage.locations import Home


@verb("where", "hamdiary where", "hamdiary where --json", common=[JSON, DIARY])
@click.pass_obj
def where(call: Invocation) -> None:
    """Say where the diary and other files lie.

    HAMDIARY_HOME moves them all; --diary names another diary.
    """
    home = Home.of(call.environment)
    diary = place_of(call.environment, call.diary)
    there = diary.exists()
    if call.as_json:
        say_json(
            {
                "diary": str(diary),
                "exists": there,
                "home": str(home.folder),
                "backups": str(home.backups),
                "crash_log": str(home.crash_log),
            }
        )
        return
    backups = "" if home.backups.exists() else t("(none so far)")
    crash_log = "" if home.crash_log.exists() else t("(no fault so far)")
    rows = (
        (t("diary"), diary, "" if there else t("(not there yet)")),
        (t("folder"), home.folder, ""),
        (t("backups"), home.backups, backups),
        (t("crash log"), home.crash_log, crash_log),
    )
    width = max(len(label) for label, _, _ in rows)
    for label, place, remark in rows:
        say(f"{label:{width}}  {place} {remark}".rstrip())
