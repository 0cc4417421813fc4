"""`hamdiary feed`: extra food, what was given and what became of it."""

from collections.abc import Sequence

import click

from hamdiary.cli.invocation import Invocation
from hamdiary.cli.lazy import LazyGroup
from hamdiary.cli.printing import say, say_json, terminal_width
from hamdiary.cli.verb import HELP, JSON, WHERE, examples
from hamdiary.domain.foods import Serving
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.hints.in_brief import HintInBrief
from hamdiary.services.diet import diet_on
from hamdiary.services.session import Session

EATEN = click.Option(["--eaten"], metavar="WORD", help="none, some or all; not what is hoarded.")
LIKING = click.Option(["--liking"], metavar="WORD", help="dislikes, takes or likes.")
FIRST_TIME = click.Option(
    ["--first-time"], metavar="YES|NO", help="Whether it is new to it; else what the diary says."
)
NOTE = click.Option(["--note"], metavar="TEXT", help="A word about it.")


class Feed(LazyGroup):
    """Whatever is no verb here is a food that was given."""

    places = {
        "list": "feed_later.list_servings",
        "edit": "feed_later.edit",
        "delete": "feed_later.delete",
        "none": "feed_later.none_given",
        "add": "feed_add.add",
    }

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take `hamdiary feed kale` as `hamdiary feed add kale`."""
        alone = not args or set(args) <= {"--json"}
        if not alone and args[0] not in (*self.places, "--help"):
            args = ["add", *args]
        return super().parse_args(ctx, args)


@click.group(
    "feed",
    cls=Feed,
    invoke_without_command=True,
    params=[JSON, *WHERE, HELP],
    add_help_option=False,
    subcommand_metavar="FOOD [AMOUNT] [OPTIONS] | COMMAND [ARGS]...",
    epilog=examples(
        "hamdiary feed kale '1 g'",
        "hamdiary feed 'red pepper' '1 strip' --eaten all --liking likes",
        "hamdiary feed none",
        "hamdiary feed list --nights 7",
        "hamdiary feed edit 1 --eaten some",
    ),
)
@click.pass_context
def feed(ctx: click.Context) -> None:
    """Write down extra food; hamdiary diet shows the week.

    FOOD is a name of hamdiary foods or your own word for it, AMOUNT grams (0.5 g) or words
    (1 leaf). Without FOOD what was given tonight is listed. `hamdiary feed add --help` tells every
    option.
    """
    if ctx.invoked_subcommand is None:
        from hamdiary.cli.commands.feed_later import show_nights

        show_nights(ctx.obj, ctx.obj.tonight, 1)


def answer(
    call: Invocation,
    session: Session,
    hamster: Hamster,
    serving: Serving,
    outcome: str,
    hints: Sequence[HintInBrief] = (),
) -> None:
    """Say what was done to a serving, how its night stands, and which hints it feeds."""
    evening = serving.evening or session.tonight
    diet = diet_on(session, hamster, evening)
    new, given = diet.is_new(serving), diet.of(evening)
    number = next((n for n, each in enumerate(given, 1) if each.id == serving.id), None)
    if call.as_json:
        from hamdiary.cli.as_json import briefs_as_json, hamster_as_json
        from hamdiary.cli.servings_as_json import diet_as_json, serving_as_json

        told = {"serving": serving_as_json(serving, number, new), "diet": diet_as_json(diet)}
        hinted = {"hints": briefs_as_json(hints)}
        say_json({"hamster": hamster_as_json(hamster), **told, **hinted})
        return
    from hamdiary.render.servings import night_total_words, serving_words

    say(f"{hamster.called}: {serving_words(serving, new and number is not None)}: {outcome}")
    total = next((each for each in diet.week.totals if each.evening == evening), None)
    say(night_total_words(evening, session.tonight, total, diet.limit_g))
    if hints:
        from hamdiary.render.hint_line import after_entry

        wall = session.now().wall
        say("\n".join(["", *after_entry(hints, hamster, wall, terminal_width())]))
