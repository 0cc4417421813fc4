"""`hamdiary feed list`, `edit`, `delete` and `none`: what is looked up and put right afterwards."""

from datetime import date, timedelta

import click

from hamdiary.cli.asking import confirm, settled
from hamdiary.cli.commands.feed import EATEN, FIRST_TIME, LIKING, NOTE, answer
from hamdiary.cli.commands.feed_add import amount_typed, food_meant, food_typed
from hamdiary.cli.commands.nights import UP_TO_NIGHT
from hamdiary.cli.hints_aside import unless_damaged
from hamdiary.cli.invocation import Invocation
from hamdiary.cli.printing import say, say_aside, say_json, terminal_width
from hamdiary.cli.typed_facts import clear_option, cleared
from hamdiary.cli.typed_measures import read_typed
from hamdiary.cli.verb import NIGHT, YES, verb
from hamdiary.domain.foods import Serving
from hamdiary.domain.language import t
from hamdiary.domain.measures import Value
from hamdiary.domain.typed_dates import say_day
from hamdiary.services import feeding
from hamdiary.services.diet import diet_on
from hamdiary.services.hints_of_entry import place_before
from hamdiary.storage import care

NUMBER = click.Argument(["number"], type=click.IntRange(1))
CLEARABLE = {
    "amount": ("grams", "amount_words"), "eaten": ("eaten",), "liking": ("liking",),
    "first-time": ("first_time",), "note": ("note",),
}  # fmt: skip
"""What can be made not recorded again, and its fields."""


@verb(
    "list",
    "hamdiary feed list",
    "hamdiary feed list --night yesterday",
    "hamdiary feed list --nights 7 --json",
    params=[
        NIGHT,
        UP_TO_NIGHT,
    ],
)
@click.pass_obj
def list_servings(call: Invocation, night: str | None, nights: int | None) -> None:
    """List extra food of a night or several, with numbers for edit and delete."""
    show_nights(call, call.evening(night, "--night"), nights or 1)


def show_nights(call: Invocation, last: date, nights: int) -> None:
    """Print what was given on nights up to `last`."""
    first = last - timedelta(days=nights - 1)
    with call.session() as session:
        hamster = call.hamster_in(session)
        found = care.servings(session.diary, hamster.id, first, last)
        bare = care.nights_without_extras(session.diary, hamster.id, first, last)
        new = feeding.new_ones(session, hamster, found)
    none_given = {each.evening for each in bare}
    evenings = [first + timedelta(days=days) for days in range(nights)]
    of = {on: [each for each in found if each.evening == on] for on in evenings}
    if call.as_json:
        from hamdiary.cli.as_json import hamster_as_json
        from hamdiary.cli.servings_as_json import serving_as_json

        listed = [
            {
                "evening": on.isoformat(),
                "none_given": on in none_given and not of[on],
                "servings": [
                    serving_as_json(each, n, each.id in new) for n, each in enumerate(of[on], 1)
                ],
            }
            for on in evenings
        ]
        say_json({"hamster": hamster_as_json(hamster), "nights": listed})
        return
    from hamdiary.render.servings import night_of_servings

    width = terminal_width()
    lines = [hamster.called]
    for on in evenings:
        lines += night_of_servings(on, of[on], on in none_given, new, width)
    say("\n".join(lines))


@verb(
    "edit",
    "hamdiary feed edit 1 --eaten all --liking likes",
    "hamdiary feed edit 2 --night yesterday --amount '0.5 g'",
    "hamdiary feed edit 1 --clear amount",
    params=[
        NUMBER,
        NIGHT,
        click.Option(["--food"], metavar="NAME", help="What it was."),
        click.Option(["--amount"], metavar="AMOUNT", help="Grams, as 0.5 g, or words, as 1 leaf."),
        EATEN,
        LIKING,
        FIRST_TIME,
        NOTE,
        clear_option(CLEARABLE),
        YES,
    ],
)
@click.pass_obj
def edit(call: Invocation, /, number: int, night: str | None, food: str | None,
         amount: str | None, clear: tuple[str, ...], yes: bool,
         **given: str | None) -> None:  # fmt: skip
    """Put right the serving that `hamdiary feed list` gives that NUMBER."""
    evening = call.evening(night, "--night")
    read = read_typed(Serving, given, call.tonight)
    for notice in read.notices:
        say_aside(notice)
    values: dict[str, Value | None] = {**read.values, **(amount_typed(amount) if amount else {})}
    values |= cleared(clear, CLEARABLE, values)
    if food is not None:
        values["food"] = food_typed(food)
    if not values:
        raise click.UsageError(t("there is nothing to change; name it, as in --eaten all"))
    with call.session_to_write() as session:
        hamster = call.hamster_in(session)
        known = feeding.serving_numbered(session, hamster, evening, number)
        near = ""
        if food is not None:
            values["food"], near = food_meant(str(values["food"]), yes)
        asked = feeding.questions_about_serving(session, hamster, known, values)
        settled(Serving, asked, {}, yes)
        before = place_before(session)
        kept = feeding.edit_serving(session, known, values)
        hints = unless_damaged(
            lambda: feeding.hints_of_serving(session, hamster, kept, before, added=False)
        )
        answer(call, session, hamster, kept, "changed", hints)
        if near:
            say_aside(
                t("{near} Then say hamdiary feed edit {number} --food NAME").format(
                    near=near, number=number
                )
            )


@verb("delete", "hamdiary feed delete 2 --yes", params=[NUMBER, NIGHT, YES])
@click.pass_obj
def delete(call: Invocation, number: int, night: str | None, yes: bool) -> None:
    """Delete the serving of that NUMBER; undo brings it back."""
    from hamdiary.render.servings import serving_words

    evening = call.evening(night, "--night")
    with call.session_to_write() as session:
        hamster = call.hamster_in(session)
        known = feeding.serving_numbered(session, hamster, evening, number)
        confirm(t("Delete {what}?").format(what=serving_words(known)), yes)
        feeding.delete_serving(session, known)
        answer(call, session, hamster, known, t("deleted; hamdiary undo brings it back"))


@verb(
    "none",
    "hamdiary feed none",
    "hamdiary feed none --night yesterday",
    params=[
        NIGHT,
        click.Option(["--clear"], is_flag=True, help="Make it not recorded again."),
    ],
)
@click.pass_obj
def none_given(call: Invocation, night: str | None, clear: bool) -> None:
    """Record that nothing extra was given on a night: that is not the same as not recorded."""
    evening = call.evening(night, "--night")
    with call.session_to_write() as session:
        hamster = call.hamster_in(session)
        if clear:
            feeding.clear_none_given(session, hamster, evening)
        else:
            settled(Serving, feeding.questions_about_none(session, hamster, evening), {}, False)
            feeding.record_none_given(session, hamster, evening)
        diet = diet_on(session, hamster, evening)
    if call.as_json:
        from hamdiary.cli.as_json import hamster_as_json
        from hamdiary.cli.servings_as_json import diet_as_json

        told = {"none_given": not clear, "diet": diet_as_json(diet)}
        say_json({"hamster": hamster_as_json(hamster), **told})
        return
    what = t("extra food is not recorded") if clear else t("no extra food")
    say(
        t("{hamster}, night of {day}: {what}").format(
            hamster=hamster.called, day=say_day(evening), what=what
        )
    )
