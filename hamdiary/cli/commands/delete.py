"""`hamdiary delete`: clear a whole night."""

import click

from hamdiary.cli.asking import confirm
from hamdiary.cli.invocation import Invocation
from hamdiary.cli.printing import say, say_json
from hamdiary.cli.problems import Failed
from hamdiary.cli.verb import YES, verb
from hamdiary.domain.language import t, tn
from hamdiary.domain.typed_dates import say_day
from hamdiary.services.recording import delete_night, recorded_fields

NIGHT = click.Option(["--night"], metavar="DATE", required=True, help="Which night.")


@verb(
    "delete",
    "hamdiary delete --night 2026-11-20",
    "hamdiary delete --night yesterday --yes",
    params=[NIGHT, YES],
)
@click.pass_obj
def delete(call: Invocation, night: str, yes: bool) -> None:
    """Clear a whole night; undo brings it back."""
    evening = call.evening(night, "--night")
    with call.session_to_write() as session:
        hamster = call.hamster_in(session)
        count = len(recorded_fields(session.diary.night(hamster.id, evening)))
        whose = t("{hamster}, night of {day}").format(hamster=hamster.called, day=say_day(evening))
        if not count:
            raise Failed(
                t("{whose}: nothing is recorded, so there is nothing to delete").format(whose=whose)
            )
        question = tn("Delete {n} entry of {whose}?", "Delete {n} entries of {whose}?", count)
        confirm(question.format(n=count, whose=whose), yes)
        delete_night(session, hamster, evening)
    if call.as_json:
        from hamdiary.cli.as_json import hamster_as_json

        say_json({"hamster": hamster_as_json(hamster), "deleted": evening.isoformat()})
    else:
        say(t("{whose}: deleted; hamdiary undo brings it back").format(whose=whose))
