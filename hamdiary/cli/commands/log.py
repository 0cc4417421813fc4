"""`hamdiary log`: record what was seen of a night."""

from collections.abc import Sequence
from typing import Any

import click

from hamdiary.cli.asking import settled
from hamdiary.cli.hints_aside import unless_damaged
from hamdiary.cli.invocation import Invocation
from hamdiary.cli.measure_options import measure_options
from hamdiary.cli.printing import say, say_aside, say_json, terminal_width
from hamdiary.cli.typed_measures import read_typed
from hamdiary.cli.verb import NIGHT, YES, verb
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.hints.in_brief import HintInBrief
from hamdiary.domain.journal import Change
from hamdiary.domain.language import t
from hamdiary.domain.night import Night
from hamdiary.services.hints_of_entry import hints_of_entry, place_before
from hamdiary.services.recording import questions_about, record_night


@verb(
    "log",
    "hamdiary log --gait 3 --leg-left 2 --leg-right 1 --ate most --droppings normal",
    "hamdiary log --weight-g 118.4 --pouches-empty yes --sign hunched --no-sign tilt",
    "hamdiary log --night yesterday --gait not_seen --clear weight_g",
    "hamdiary log --note - < note.txt",
    params=[NIGHT, *measure_options(Night), YES],
)
@click.pass_obj
def log(call: Invocation, /, night: str | None, yes: bool, **given: Any) -> None:
    """Record what you saw of a night.

    Only what is named changes; what is stored then is printed, and the hints that it feeds.

    A level or choice is typed as its digit or its word, "looked and could not tell" as not_seen
    or not_checked. Nights run from noon to noon and bear the evening's date.
    """
    evening = call.evening(night, "--night")
    typed = read_typed(Night, given, call.tonight)
    if not typed.values:
        raise click.UsageError(t("there is nothing to log; name what you saw, as in --gait 3"))
    for notice in typed.notices:
        say_aside(notice)
    with call.session_to_write() as session:
        hamster = call.hamster_in(session)
        questions = questions_about(session, hamster, evening, typed.values)
        values = settled(Night, questions, typed.values, yes)
        before = place_before(session)
        written = record_night(session, hamster, evening, values)
        now = session.diary.night(hamster.id, evening)
        hints: Sequence[HintInBrief] = ()
        if written:
            hints = unless_damaged(
                lambda: hints_of_entry(session, hamster, evening, values, before)
            )
        wall = session.now().wall
    for field in chosen_by(written) if written else ():
        say_aside(
            t(
                "{field}: carers had written different values; yours stands in place of all of "
                "them, and hamdiary undo asks again"
            ).format(field=field)
        )
    _answer(call, hamster, now, t("saved") if written else t("so already, nothing changed"), hints)
    if hints and not call.as_json:
        from hamdiary.render.hint_line import after_entry

        say("\n".join(["", *after_entry(hints, hamster, wall, terminal_width())]))


def chosen_by(written: Change) -> list[str]:
    """The fields of which an entry has replaced several values, in the middle of a sentence."""
    several = [name for name, field in written.fields.items() if len(field.over) > 1]
    if not several:
        return []
    from hamdiary.render.changes import label_of

    return [label_of(written.kind, name) for name in several]


def _answer(
    call: Invocation,
    hamster: Hamster,
    night: Night,
    outcome: str,
    hints: Sequence[HintInBrief],
) -> None:
    if call.as_json:
        from hamdiary.cli.as_json import briefs_as_json, hamster_as_json, night_as_json

        told = {"hamster": hamster_as_json(hamster), "night": night_as_json(night)}
        say_json({**told, "hints": briefs_as_json(hints)})
        return
    from hamdiary.render.pages import stored_page

    say(stored_page(hamster, night, outcome, terminal_width()))
