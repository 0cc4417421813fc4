"""`hamdiary join`: begin a diary with what another carer has sent."""

from pathlib import Path

import click

from hamdiary.cli.asking import ask, can_ask
from hamdiary.cli.invocation import Invocation
from hamdiary.cli.printing import say, say_json
from hamdiary.cli.verb import BY, DIARY, JSON, verb
from hamdiary.domain.language import t, tn
from hamdiary.services.carers import initials, is_to_be_asked, remember_carer
from hamdiary.services.session import Session


@verb(
    "join",
    "hamdiary join biscuit.hamdiary",
    "hamdiary join ~/Dropbox/hamdiary --by MM",
    params=[
        click.Argument(["source"], metavar="FILE|DIARY|FOLDER"),
        click.Option(
            ["--anew"], is_flag=True, help="Also where a diary was kept that is gone now."
        ),
        BY,
    ],
    common=[JSON, DIARY],
)
@click.pass_obj
def join_diary(call: Invocation, source: str, anew: bool) -> None:
    """Begin here with another carer's diary, to be merged later.

    FILE is what hamdiary bundle wrote on the other computer, or a copy of the diary.
    """
    from hamdiary.services.merging.joining import join

    joined = join(call.environment, call.diary, Path(source).expanduser().absolute(), anew)
    with joined.session as session:
        _ask_who(session)
        names = [each.called for each in session.diary.hamsters()]
        if call.as_json:
            say_json(
                {"diary": str(session.diary.path), "changes": joined.changes, "hamsters": names,
                 "carer": session.carer}
            )  # fmt: skip
            return
        words = tn(
            "You have the diary of {names} now: {n} change.",
            "You have the diary of {names} now: {n} changes.",
            joined.changes,
        )
        say(words.format(names=", ".join(names), n=joined.changes))
        say(t("It lies at {path}").format(path=session.diary.path))
        say(t("Send what you write with hamdiary bundle; take in the others' with hamdiary merge."))


def _ask_who(session: Session) -> None:
    """Who is called for the call stays; else it is asked once, kindly."""
    if session.by is not None:
        remember_carer(session.diary, session.device, session.by)
    elif can_ask() and is_to_be_asked(session.diary, session.device):
        typed = ask(t("Your initials, so that both of you can tell who wrote what [Enter = none]:"))
        remember_carer(session.diary, session.device, initials(typed))
