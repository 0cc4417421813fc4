"""`hamdiary erase`: take every trace of a hamster out of the diary, for good."""

from datetime import date

import click

from hamdiary.cli.asking import agreed, ask, can_ask
from hamdiary.cli.calling import Unanswered
from hamdiary.cli.invocation import Invocation
from hamdiary.cli.printing import say, say_aside, say_json
from hamdiary.cli.problems import Failed
from hamdiary.cli.verb import DIARY, JSON, verb
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.language import t, tn
from hamdiary.services.erasing import (
    Erased,
    Holders,
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
        raise click.UsageError(t("--backup keeps what --backups-too removes; say one of them"))
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
    count = session.diary.count(hamster.id, date.min, date.max)
    nights = tn("{n} night", "{n} nights", count).format(n=count)
    wanted = hamster.name or hamster.id
    if confirm is None:
        if not can_ask():
            raise Unanswered(
                t(
                    "this erases {wanted} with {nights} for good; say --confirm and the name, and "
                    "--backup or --no-backup; nothing was erased"
                ).format(wanted=wanted, nights=nights)
            )
        say_aside(
            t("{wanted} and {nights} will be gone for good; undo cannot bring it back").format(
                wanted=wanted, nights=nights
            )
        )
        confirm = ask(t("Type the name to erase it ({wanted}):").format(wanted=wanted))
    if not is_its_name(hamster, confirm.strip()):
        raise Failed(t("that is not the name {wanted}; nothing was erased").format(wanted=wanted))


def _about_backups(
    session: Session, hamster: Hamster, backup: bool | None, backups_too: bool
) -> tuple[bool, bool]:
    """Whether a last backup is made, and whether those that hold the hamster go too."""
    if backups_too:
        return False, True
    if backup is None:
        if not can_ask():
            raise Unanswered(t("say --backup or --no-backup; nothing was erased"))
        backup = agreed(t("Make a last backup first? It will still hold all of it."))
    if backup or not can_ask():
        return backup, False
    count = len(holders_of(session, hamster.id).backups)
    question = tn(
        "{n} backup holds it. Remove it too?", "{n} backups hold it. Remove them too?", count
    )
    return False, bool(count) and agreed(question.format(n=count))


def _say(done: Erased) -> None:
    gone = tn(
        "{name} is erased: {n} change is gone for good",
        "{name} is erased: {n} changes are gone for good",
        done.changes,
    )
    say(gone.format(name=done.name, n=done.changes))
    if not done.clean:
        say(
            t(
                "another program has the diary open; what it has read is gone from the disk when "
                "it is closed"
            )
        )
    if done.removed:
        say(t("backups removed: {n}").format(n=len(done.removed)))
    _say_holders(done.holders)
    say(t("Copies that you or others made elsewhere are yours to find; hamdiary cannot know them."))


def _say_holders(holders: Holders) -> None:
    """What still holds the hamster, and how to be rid of it there."""
    if holders.backups:
        still = tn(
            "still in {n} backup; remove the file to be rid of it:",
            "still in {n} backups; remove the files to be rid of them:",
            len(holders.backups),
        )
        say(still.format(n=len(holders.backups)))
        for each in holders.backups:
            say(f"  {each}")
    if holders.set_aside:
        say(
            t("perhaps still in files that were set aside or left behind; remove them if you wish:")
        )
        for each in holders.set_aside:
            say(f"  {each}")
    if holders.bundles:
        say(
            t(
                "still in bundles; your own is written anew by hamdiary bundle, the other carer\n"
                "erases it there too:"
            )
        )
        for each in holders.bundles:
            say(f"  {each}")
    for program in holders.replicas:
        say(
            t(
                "{program} may still hold it in its replica and in its folder beside the diary,\n"
                "until its retention has passed; begin both anew to be rid of it"
            ).format(program=program)
        )
