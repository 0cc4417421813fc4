"""`hamdiary history`: what was changed, when, by whom."""

import click

from hamdiary.cli.invocation import Invocation
from hamdiary.cli.printing import say, say_json
from hamdiary.cli.verb import verb
from hamdiary.domain.journal import Change, before, state
from hamdiary.domain.language import t
from hamdiary.services.recording import hamster_of_change
from hamdiary.services.session import Session
from hamdiary.storage.rows import night_id

USUAL_CHANGES = 20


@verb(
    "history",
    "hamdiary history",
    "hamdiary history --night yesterday",
    "hamdiary history --changes 100 --json",
    params=[
        click.Option(["--night"], metavar="DATE", help="Only the changes to that night."),
        click.Option(
            ["--changes"],
            type=click.IntRange(1, 100_000),
            default=USUAL_CHANGES,
            show_default=True,
            help="How many, the last ones.",
        ),
    ],
)
@click.pass_obj
def history(call: Invocation, night: str | None, changes: int) -> None:
    """Show what was changed, and when.

    The last changes of all, of one --hamster or of one --night, oldest first.
    """
    evening = call.evening(night, "--night") if night is not None else None
    with call.session() as session:
        if evening is not None:
            hamster = call.hamster_in(session)
            found = session.diary.history("night", night_id(hamster.id, evening))[-changes:]
        elif call.hamster is not None:
            hamster = call.hamster_in(session)
            found = session.diary.latest_changes(changes, hamster.id)[::-1]
        else:
            found = session.diary.latest_changes(changes)[::-1]
        if call.as_json:
            _say_as_json(session, found)
        else:
            _say_in_words(session, found)


def _say_as_json(session: Session, changes: list[Change]) -> None:
    from hamdiary.cli.as_json import change_as_json

    say_json(
        {
            "changes": [
                change_as_json(change, before(_of_the_same(session, change), change))
                for change in changes
            ]
        }
    )


def _say_in_words(session: Session, changes: list[Change]) -> None:
    from hamdiary.render.changes import about, change_line, moved

    names = {hamster.id: hamster.called for hamster in session.diary.hamsters()}
    for change in changes:
        name = names.get(hamster_of_change(change), t("a hamster that is not there any more"))
        changes_of_it = _of_the_same(session, change)
        fields = moved(change, before(changes_of_it, change))
        shown = state(each for each in changes_of_it if each.ref <= change.ref)
        say(change_line(change, about(change.kind, name, change, shown), fields))
    if not changes:
        say(t("Nothing was changed yet."))


def _of_the_same(session: Session, change: Change) -> list[Change]:
    return session.diary.history(change.kind, change.id)
