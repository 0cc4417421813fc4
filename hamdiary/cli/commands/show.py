"""`hamdiary show`: one night in words."""

import click

from hamdiary.cli.invocation import Invocation
from hamdiary.cli.printing import say, say_json, terminal_width
from hamdiary.cli.two_values import questions_about, say_questions
from hamdiary.cli.verb import verb


@verb(
    "show",
    "hamdiary show yesterday",
    "hamdiary show 2026-11-20",
    "hamdiary show -2d",
    params=[click.Argument(["night"], required=False)],
    # "-2d" is a night, not an option.
    context_settings={"ignore_unknown_options": True},
)
@click.pass_context
def show(ctx: click.Context, night: str | None) -> None:
    """Show one NIGHT in words; tonight if none is named."""
    call: Invocation = ctx.obj
    if night is not None and night.startswith("--"):
        raise click.NoSuchOption(night, ctx=ctx)
    evening = call.evening(night, "NIGHT")
    with call.session() as session:
        hamster = call.hamster_in(session)
        recorded = session.diary.night(hamster.id, evening)
        asked = questions_about(session, recorded)
    if call.as_json:
        from hamdiary.cli.as_json import hamster_as_json, night_as_json

        say_json(
            {
                "hamster": hamster_as_json(hamster),
                "night": night_as_json(recorded),
                "conflicts": [each.field for each in asked],
            }
        )
        return
    from hamdiary.render.pages import night_page

    say(night_page(hamster, recorded, terminal_width()))
    say_questions(asked)
