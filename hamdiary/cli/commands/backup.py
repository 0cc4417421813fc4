"""`hamdiary backup` and `hamdiary backups`: a verified copy now, and the list of them."""

import click

from hamdiary.cli.invocation import Invocation
from hamdiary.cli.printing import say, say_aside, say_json, terminal_width
from hamdiary.cli.verb import DIARY, JSON, verb
from hamdiary.domain.language import t
from hamdiary.services.backing_up import Made, back_up_now, reasons
from hamdiary.services.clock import Clock
from hamdiary.services.restoring import Shelf
from hamdiary.services.shelved import Shelved
from hamdiary.storage.errors import CannotRead
from hamdiary.storage.manifest import Backup


@verb("backup", "hamdiary backup", "hamdiary backup --json", common=[JSON, DIARY])
@click.pass_obj
def backup(call: Invocation) -> None:
    """Back the diary up now.

    The copy is looked through and hashed before it counts. By itself this happens with the first
    change of a day and before anything large. `hamdiary settings set backups.copies_in FOLDER`
    puts a copy of every backup into another folder as well.
    """
    with call.session() as session:
        made = back_up_now(session)
    if made.trouble:
        say_aside(made.trouble)
    if call.as_json:
        say_json({"backup": backup_as_json(made.backup, None), **_besides(made)})
        return
    from hamdiary.render.backups import holds, said_size

    say(
        t("backed up and verified: {contents}, {size}").format(
            contents=holds(made.backup), size=said_size(made.backup.size)
        )
    )
    say(str(made.backup.path))
    if made.copy:
        say(t("copy: {copy}").format(copy=made.copy))


def _besides(made: Made) -> dict[str, object]:
    return {
        "copy": str(made.copy) if made.copy else None,
        "copy_trouble": made.trouble,
        "removed": [str(each) for each in made.removed],
    }


@verb("backups", "hamdiary backups", "hamdiary backups --json", common=[JSON, DIARY])
@click.pass_obj
def backups(call: Invocation) -> None:
    """List the backups, the newest first, each verified.

    hamdiary restore NUMBER brings one back.
    """
    shelf = Shelf(call.environment, call.diary)
    found = shelf.backups()
    if not found and shelf.unlooked:
        raise CannotRead(shelf.unlooked)
    if call.as_json:
        say_json(
            {
                "folders": [str(each) for each in shelf.folders],
                "backups": [shelved_as_json(each) for each in found],
            }
        )
        return
    if not found:
        say(t("There is no backup yet; hamdiary backup makes one."))
        return
    from hamdiary.render.backups import backups_page

    rows = [(each.number, each.backup, each.trouble) for each in found]
    zone = Clock(call.environment).now().wall.tzinfo
    say(backups_page(rows, shelf.folders, zone, reasons(), terminal_width()))


def shelved_as_json(each: Shelved) -> dict[str, object]:
    """A backup of the list for other programs."""
    return {"number": each.number, **backup_as_json(each.backup, each.trouble)}


def backup_as_json(backup: Backup, trouble: str | None) -> dict[str, object]:
    """A backup for other programs."""
    return {
        "path": str(backup.path),
        "made_utc": backup.made_utc or None,
        "device": backup.device or None,
        "reason": backup.reason or None,
        "format": backup.format,
        "bytes": backup.size,
        "sha256": backup.sha256,
        "nights": backup.nights,
        "changes": backup.changes,
        "counts": dict(backup.counts),
        "verified": trouble is None,
        "trouble": trouble,
    }
