"""`hamdiary list`: several nights, one line each."""

from datetime import date, timedelta

import click

from hamdiary.cli.invocation import Invocation
from hamdiary.cli.printing import say, say_json, terminal_width
from hamdiary.cli.two_values import nights_asked_about
from hamdiary.cli.verb import verb
from hamdiary.domain.language import t
from hamdiary.domain.typed_dates import say_day, short_day

USUAL_NIGHTS = 14
MOST_NIGHTS = 36_600
"""A hundred years: as many lines as anybody can have meant."""

UP_TO_NIGHT = click.Option(
    ["--nights"], type=click.IntRange(1, MOST_NIGHTS), help="How many, up to --night."
)
"""How many nights to list, the last one being that of --night."""


@verb(
    "list",
    "hamdiary list --nights 30",
    "hamdiary list --from 2026-11-01 --to yesterday",
    "hamdiary list --nights 90 --json",
    params=[
        click.Option(
            ["--nights"],
            type=click.IntRange(1, MOST_NIGHTS),
            help=f"How many, up to --to; {USUAL_NIGHTS} if nothing is named.",
        ),
        click.Option(["--from", "first"], metavar="DATE", help="The first night."),
        click.Option(["--to", "last"], metavar="DATE", help="The last night, else tonight."),
    ],
)
@click.pass_obj
def list_nights(call: Invocation, nights: int | None, first: str | None, last: str | None) -> None:
    """List nights, one line each, oldest first.

    Nights without an entry are shown too, and counted.
    """
    from_night, to_night = _period(call, nights, first, last)
    with call.session() as session:
        hamster = call.hamster_in(session)
        found = session.diary.nights(hamster.id, from_night, to_night)
        asked = nights_asked_about(session, found)
    if call.as_json:
        from hamdiary.cli.as_json import hamster_as_json, nights_as_json

        answer = nights_as_json(hamster, found, from_night, to_night)
        say_json({"hamster": hamster_as_json(hamster), **answer})
        return
    from hamdiary.render.nights_table import nights_table

    period = t("{first} to {last}").format(first=say_day(from_night), last=say_day(to_night))
    say(f"{hamster.called}, {period}\n")
    say(nights_table(found, from_night, to_night, terminal_width()))
    if asked:
        days = ", ".join(short_day(each.evening) for each in asked)
        say(t("≠ two values: {days}; hamdiary conflicts lets you choose").format(days=days))


def _period(
    call: Invocation, nights: int | None, first: str | None, last: str | None
) -> tuple[date, date]:
    to_night = call.evening(last, "--to")
    if first is None:
        return to_night - timedelta(days=(nights or USUAL_NIGHTS) - 1), to_night
    if nights is not None:
        raise click.UsageError(t("--nights and --from do not go together; name one of them"))
    from_night = call.evening(first, "--from")
    if from_night > to_night:
        raise click.UsageError(
            t("--from {first} is after --to {last}; turn them round").format(
                first=say_day(from_night), last=say_day(to_night)
            )
        )
    if (to_night - from_night).days >= MOST_NIGHTS:
        raise click.UsageError(t("--from and --to are more than a hundred years apart"))
    return from_night, to_night
