"""`hamdiary carer`: whose initials go with what is written on this device."""

import click

from hamdiary.cli.asking import confirm
from hamdiary.cli.invocation import Invocation
from hamdiary.cli.printing import say, say_json
from hamdiary.cli.verb import DIARY, JSON, YES, verb
from hamdiary.domain.language import t
from hamdiary.services.carers import VARIABLE, initials, remember_carer
from hamdiary.services.devices import rename_device
from hamdiary.services.session import Session


@verb(
    "carer",
    "hamdiary carer",
    "hamdiary carer LB",
    "hamdiary carer --nobody",
    params=[
        click.Argument(["typed"], metavar="[INITIALS]", required=False),
        click.Option(["--nobody"], is_flag=True, help="Write without initials."),
        click.Option(
            ["--new-device"],
            is_flag=True,
            help="Give this computer a new name, after an older diary was put back by hand.",
        ),
        YES,
    ],
    common=[JSON, DIARY],
)
@click.pass_obj
def carer(call: Invocation, typed: str | None, nobody: bool, new_device: bool, yes: bool) -> None:
    """Say or set whose initials go with each change.

    They stand in the history, beside each change, and tell two carers apart. HAMDIARY_CARER or
    hamdiary --by names somebody else for one call.
    """
    if sum((typed is not None, nobody, new_device)) > 1:
        raise click.UsageError(t("say initials, or --nobody, or --new-device; one at a time"))
    changes = typed is not None or nobody or new_device
    with call.session_to_write() if changes else call.session() as session:
        if new_device:
            _rename(session, yes)
        elif changes:
            remember_carer(session.diary, session.device, initials(typed or ""))
        _answer(call, session)


def _rename(session: Session, yes: bool) -> None:
    confirm(
        t("Give this computer a new name? What it wrote stays; undo reaches back to now only."), yes
    )
    rename_device(session)


def _answer(call: Invocation, session: Session) -> None:
    if call.as_json:
        say_json({"carer": session.carer, "device": session.device, "named_by": _source(session)})
        return
    if session.carer is None:
        say(t("nobody; hamdiary carer LB lets LB stand with each change"))
    else:
        by = t("{carer} (by {variable} or --by)") if session.by else "{carer}"
        say(by.format(carer=session.carer, variable=VARIABLE))
    say(t("this computer's name in the diary: {device}").format(device=session.device))


def _source(session: Session) -> str:
    return "call" if session.by else "device"
