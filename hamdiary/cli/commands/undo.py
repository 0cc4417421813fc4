"""`hamdiary undo` and `hamdiary redo`: take back the last change, bring it back."""

import click

from hamdiary.cli.invocation import Invocation
from hamdiary.cli.printing import say, say_json
from hamdiary.cli.problems import Failed
from hamdiary.cli.verb import DIARY, JSON, verb
from hamdiary.domain.journal import before
from hamdiary.domain.language import t
from hamdiary.services import recording
from hamdiary.services.recording import Step
from hamdiary.services.session import Session


@verb("undo", "hamdiary undo", common=[JSON, DIARY])
@click.pass_obj
def undo(call: Invocation) -> None:
    """Take back the last change made here.

    Here is this device; the change can be about any hamster. What somebody has changed since is
    left alone. Exit code 1 if there is nothing to undo.
    """
    with call.session_to_write() as session:
        step = recording.undo(session)
        if step is None:
            raise Failed(t("there is nothing to undo"))
        _answer(call, session, step, "undone")


@verb("redo", "hamdiary redo", common=[JSON, DIARY])
@click.pass_obj
def redo(call: Invocation) -> None:
    """Bring back what undo took last.

    Exit code 1 if there is nothing to bring back.
    """
    with call.session_to_write() as session:
        step = recording.redo(session)
        if step is None:
            raise Failed(t("there is nothing to redo"))
        _answer(call, session, step, "redone")


def _answer(call: Invocation, session: Session, step: Step, done: str) -> None:
    if call.as_json:
        from hamdiary.cli.as_json import change_as_json

        written = step.written
        earlier = before(session.diary.history(written.kind, written.id), written)
        say_json({done: change_as_json(written, earlier), "left_alone": list(step.left_alone)})
        return
    from hamdiary.render.changes import about, fields_in_words, label_of

    kind = step.written.kind
    whose = about(kind, _name(step), step.written, step.shown)
    moves = fields_in_words(kind, step.values, zone=step.written.stamp.zone)
    words = t("undone: {change}") if done == "undone" else t("redone: {change}")
    say(words.format(change=f"{whose}: {moves}"))
    if step.left_alone:
        fields = ", ".join(label_of(kind, name) for name in step.left_alone)
        say(t("left alone, because changed since: {fields}").format(fields=fields))


def _name(step: Step) -> str:
    if step.hamster is not None:
        return step.hamster.called
    # The set-up itself was undone, so the name is in what went.
    return str(step.values.get("name", (None,))[0] or t("your hamster"))
