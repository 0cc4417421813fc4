"""`hamdiary erase`: take every trace of a hamster out of the diary, for good."""

from datetime import date

import click

from hamdiary.cli.asking import ask, can_ask
from hamdiary.cli.calling import Unanswered
from hamdiary.cli.invocation import Invocation
from hamdiary.cli.printing import say, say_aside, say_json
from hamdiary.cli.problems import Failed
from hamdiary.cli.verb import DIARY, JSON, verb
from hamdiary.domain.hamster import Hamster
from hamdiary.render.backups import counted
from hamdiary.services.erasing import (
    Erased,
    erase_for_good,
    holders_as_json,
    holders_of,
    is_its_name,
)
from hamdiary.services.session import Session


@verb(
    "erase",
    "hamdiary erase Biscuit",
    "hamdiary erase Biscuit --confirm Biscuit --backup",
    "hamdiary erase Biscuit --confirm Biscuit --no-backup --backups-too",
    params=[
        click.Argument(["name"]),
        click.Option(
            ["--confirm"], metavar="NAME", help="The name again, where nobody can be asked."
        ),
        click.Option(
            ["--backup/--no-backup"],
            default=None,
            help="Make a last backup before, which holds the hamster; or none.",
        ),
        click.Option(
            ["--backups-too"], is_flag=True, help="Remove the backups that hold the hamster, too."
        ),
    ],
    common=[JSON, DIARY],
)
@click.pass_obj
def erase(
    call: Invocation, name: str, confirm: str | None, backup: bool | None, backups_too: bool
) -> None:
    """Erase the hamster called NAME for good.

    Nights, notes, doses, outings, every change ever made, words being typed: all of it goes, and
    undo cannot bring it back. hamsters close ends a diary and keeps it. What other backups and
    bundles still hold is named afterwards.
    """
    if backup and backups_too:
        raise click.UsageError("--backup keeps what --backups-too removes; say one of them")
    with call.session_to_write() as session:
        call.forget_changes()
        hamster = session.hamster(name)
        _require_its_name(session, hamster, confirm)
        keep, also = _about_backups(session, hamster, backup, backups_too)
        done = erase_for_good(session, hamster, keep, also)
    if call.as_json:
        say_json(
            {
                "erased": done.name,
                "id": hamster.id,
                "changes": done.changes,
                "clean": done.clean,
                "backup": str(done.kept.path) if done.kept else None,
                "removed": [str(each) for each in done.removed],
                "still_held_by": holders_as_json(done.holders),
            }
        )
        return
    _say(done)


def _require_its_name(session: Session, hamster: Hamster, confirm: str | None) -> None:
    nights = counted(session.diary.count(hamster.id, date.min, date.max), "night")
    wanted = hamster.name or hamster.id
    if confirm is None:
        if not can_ask():
            raise Unanswered(
                f"this erases {wanted} with {nights} for good; say --confirm and the name, "
                "and --backup or --no-backup; nothing was erased"
            )
        say_aside(f"{wanted} and {nights} will be gone for good; undo cannot bring it back")
        confirm = ask(f"Type the name to erase it ({wanted}):")
    if not is_its_name(hamster, confirm.strip()):
        raise Failed(f"that is not the name {wanted}; nothing was erased")


def _about_backups(
    session: Session, hamster: Hamster, backup: bool | None, backups_too: bool
) -> tuple[bool, bool]:
    """Whether a last backup is made, and whether those that hold the hamster go too."""
    if backups_too:
        return False, True
    if backup is None:
        if not can_ask():
            raise Unanswered("say --backup or --no-backup; nothing was erased")
        backup = _yes("Make a last backup first? It will still hold all of it.")
    if backup or not can_ask():
        return backup, False
    count = len(holders_of(session, hamster.id).backups)
    return False, bool(count) and _yes(f"{count} backups hold it. Remove them too?")


def _yes(question: str) -> bool:
    return ask(f"{question} [y/N]").casefold() in ("y", "yes")


def _say(done: Erased) -> None:
    say(f"{done.name} is erased: {done.changes} changes are gone for good")
    if not done.clean:
        say("another window is open; what it has read is gone from the disk when it is closed")
    if done.removed:
        say(f"backups removed: {len(done.removed)}")
    if done.holders.backups:
        say(f"still in {len(done.holders.backups)} backups; remove the files to be rid of them:")
        for each in done.holders.backups:
            say(f"  {each}")
    if done.holders.set_aside:
        say("perhaps still in damaged files that were set aside; remove them if you wish:")
        for each in done.holders.set_aside:
            say(f"  {each}")
    if done.holders.bundles:
        say("still in bundles; your own is written anew by hamdiary bundle, the other carer")
        say("erases it there too:")
        for each in done.holders.bundles:
            say(f"  {each}")
    say("Copies that you or others made elsewhere are yours to find; hamdiary cannot know them.")
