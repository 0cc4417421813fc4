"""`hamdiary diet`: the vitamin week, and what would fit tonight."""

import click

from hamdiary.cli.invocation import Invocation
from hamdiary.cli.printing import say, say_json, terminal_width
from hamdiary.cli.verb import verb
from hamdiary.domain.language import marked, t, tn
from hamdiary.services.diet import Diet, diet_on

NIGHT = click.Option(["--night"], metavar="DATE", help="The last night; tonight if left out.")

SOFT_DROPPINGS = {
    "soft": marked("Droppings are soft: no moist food and nothing new for now."),
    "loose": marked("Droppings are loose: no moist food and nothing new for now."),
    "watery": marked("Droppings are watery: no moist food and nothing new for now."),
}
"""What is said of the droppings at which moist food stops; a test holds it against the domain."""


@verb("diet", "hamdiary diet", "hamdiary diet --night yesterday", "hamdiary diet --json",
      params=[NIGHT])  # fmt: skip
@click.pass_obj
def diet(call: Invocation, night: str | None) -> None:
    """Show the diet week, and what would fit tonight.

    Vitamins E and D, plant and protein foods of seven nights up to tonight or --night. Too often is
    shown as plainly as too seldom, and a night that nobody recorded is not one without extra food.
    """
    evening = call.evening(night, "--night")
    with call.session() as session:
        hamster = call.hamster_in(session)
        found = diet_on(session, hamster, evening)
        is_tonight = evening == session.tonight
    if call.as_json:
        from hamdiary.cli.as_json import hamster_as_json
        from hamdiary.cli.servings_as_json import diet_as_json, serving_as_json

        given = [
            serving_as_json(each, number, found.is_new(each))
            for on in found.week.evenings
            for number, each in enumerate(found.of(on), 1)
        ]
        told = {**diet_as_json(found), "servings": given}
        say_json({"hamster": hamster_as_json(hamster), **told})
        return
    from hamdiary.render.diet import diet_page

    width = terminal_width()
    say(diet_page(hamster, found.week, found.servings, found.suggested, notes_of(found),
                  is_tonight, width))  # fmt: skip


def notes_of(found: Diet) -> list[str]:
    """What else is to be known of the week: soft droppings, and what nobody recorded."""
    from hamdiary.render.diet import not_recorded_note

    notes = []
    if found.droppings in SOFT_DROPPINGS:
        notes.append(t(SOFT_DROPPINGS[found.droppings]))
    notes.append(not_recorded_note(found.week.not_recorded))
    unseen = found.week.eaten_not_recorded
    if unseen:
        notes.append(
            tn(
                "Of {n} serving nobody recorded whether it was eaten; each is counted as given.",
                "Of {n} servings nobody recorded whether it was eaten; each is counted as given.",
                unseen,
            ).format(n=unseen)
        )
    return [each for each in notes if each]
