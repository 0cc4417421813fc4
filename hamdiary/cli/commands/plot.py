"""`hamdiary plot`: the course of recovery as pictures and in words."""

from collections.abc import Sequence

import click

from hamdiary.cli.commands.nights import MOST_NIGHTS, USUAL_NIGHTS
from hamdiary.cli.inked import say_lines
from hamdiary.cli.invocation import Invocation
from hamdiary.cli.printing import say_json, terminal_width
from hamdiary.cli.problems import Failed
from hamdiary.cli.verb import verb
from hamdiary.domain.language import t
from hamdiary.render.recovery import Plot

NAMES: Sequence[Plot] = ("gait", "legs", "weight", "minutes", "droppings", "ate", "water", "doses")
"""What can be plotted, in the order of the page."""


@verb(
    "plot",
    "hamdiary plot gait --nights 30",
    "hamdiary plot weight --all",
    "hamdiary plot gait --by-treatment-day --compare",
    "hamdiary plot --json",
    params=[
        click.Argument(["what"], type=click.Choice(NAMES), required=False),
        click.Option(
            ["--nights"],
            type=click.IntRange(1, MOST_NIGHTS),
            help=f"How many nights up to tonight; {USUAL_NIGHTS} if nothing is named.",
        ),
        click.Option(["--all", "every"], is_flag=True, help="All nights from the first one on."),
        click.Option(
            ["--by-treatment-day"], is_flag=True, help="Days of treatment in place of dates."
        ),
        click.Option(
            ["--compare"], is_flag=True, help="The one published case beside it; no forecast."
        ),
    ],
)
@click.pass_obj
def plot(
    call: Invocation,
    what: Plot | None,
    nights: int | None,
    every: bool,
    by_treatment_day: bool,
    compare: bool,
) -> None:
    """Draw recovery, and say it in words.

    Without a name everything that was recorded is drawn, on one axis.
    """
    if every and nights is not None:
        raise click.UsageError(t("--nights and --all do not go together; name one of them"))
    from hamdiary.services.recovery import course_of, span_of

    with call.session() as session:
        hamster = call.hamster_in(session)
        span = span_of(session, hamster, None if every else nights or USUAL_NIGHTS)
        course = course_of(session, hamster, span)
    if course.treatment_start is None and (by_treatment_day or compare):
        raise Failed(t("no first day of treatment is recorded, so there are no days to count"))
    wanted = [what] if what else list(NAMES)
    if call.as_json:
        from hamdiary.cli.recovery_as_json import recovery_as_json

        say_json(recovery_as_json(hamster, course, wanted, compare))
        return
    from hamdiary.render.recovery_page import recovery_page

    page = recovery_page(
        hamster,
        course,
        wanted,
        terminal_width(),
        compare=compare,
        by_treatment_day=by_treatment_day,
    )
    say_lines(page, call.environment)
