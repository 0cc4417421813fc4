"""`hamdiary feed FOOD [AMOUNT]`: writing down what was given."""

from datetime import date

import click

from hamdiary.cli.asking import ask, can_ask, settled
from hamdiary.cli.commands.feed import EATEN, FIRST_TIME, LIKING, NOTE, answer
from hamdiary.cli.hints_aside import unless_damaged
from hamdiary.cli.invocation import Invocation
from hamdiary.cli.printing import say_aside
from hamdiary.cli.typed_measures import read_typed
from hamdiary.cli.verb import NIGHT, YES, verb
from hamdiary.domain.amounts import read_amount
from hamdiary.domain.foods import Serving
from hamdiary.domain.language import t
from hamdiary.domain.measures import Value, measures_of
from hamdiary.domain.reading import read_value
from hamdiary.domain.text import clean_line
from hamdiary.domain.typed import Read, Refused
from hamdiary.knowledge.food_search import food_called, nearest
from hamdiary.services import feeding
from hamdiary.services.hints_of_entry import place_before

AMOUNT = "AMOUNT"


@verb(
    "add",
    "hamdiary feed kale '1 g'",
    "hamdiary feed 'red pepper' '1 strip' --eaten all --liking likes",
    "hamdiary feed dandelion --night yesterday",
    params=[
        click.Argument(["words"], nargs=-1, required=True, metavar="FOOD [AMOUNT]"),
        EATEN, LIKING, FIRST_TIME, NIGHT, NOTE, YES,
    ],
)  # fmt: skip
@click.pass_obj
def add(call: Invocation, words: tuple[str, ...], night: str | None, yes: bool,
        eaten: str | None, liking: str | None, first_time: str | None,
        note: str | None) -> None:  # fmt: skip
    """Write down FOOD that was given besides the usual, and how much of it.

    A food that is not known here is kept as typed. AMOUNT is grams, as in 0.5 g, or words, as in
    '1 leaf'. What is never to be given is asked about before it is kept.
    """
    evening = call.evening(night, "--night")
    typed, amount = apart(words)
    values: dict[str, Value | None] = dict(amount_typed(amount)) if amount else {}
    given = {"eaten": eaten, "liking": liking, "first_time": first_time, "note": note}
    read = read_typed(Serving, given, call.tonight)
    for notice in read.notices:
        say_aside(notice)
    values |= read.values
    food = food_typed(typed)
    with call.session_to_write() as session:
        hamster = call.hamster_in(session)
        values["food"], near = food_meant(food, yes)
        serving = feeding.new_serving(hamster, evening)
        asked = feeding.questions_about_serving(session, hamster, serving, values)
        settled(Serving, asked, {}, yes)
        before = place_before(session)
        kept = feeding.edit_serving(session, serving, {**values, "evening": evening})
        hints = unless_damaged(
            lambda: feeding.hints_of_serving(session, hamster, kept, before, added=True)
        )
        answer(call, session, hamster, kept, t("written down"), hints)
    if near:
        number = _number(call, evening)
        say_aside(
            t("{near} Then say hamdiary feed edit {number} --food NAME").format(
                near=near, number=number
            )
        )


def _number(call: Invocation, evening: date) -> int:
    with call.session() as session:
        return len(feeding.servings_on(session, call.hamster_in(session), evening))


def apart(words: tuple[str, ...]) -> tuple[str, str]:
    """The food and the amount of what was typed, whether it was quoted or not."""
    for count in range(len(words), 0, -1):
        if food_called(clean_line(" ".join(words[:count]))):
            return " ".join(words[:count]), " ".join(words[count:])
    begins = next((n for n, word in enumerate(words) if n and word[:1].isdigit()), 0)
    split = begins or (1 if len(words) <= 2 else len(words))
    return " ".join(words[:split]), " ".join(words[split:])


def food_typed(typed: str) -> str:
    """The food's name as typed, if it can be one."""
    reading = read_value(measures_of(Serving)["food"], typed, date.min)
    if isinstance(reading, Read):
        return str(reading.value)
    raise click.UsageError(f"FOOD: {reading.reason if isinstance(reading, Refused) else ''}")


def amount_typed(typed: str) -> dict[str, Value | None]:
    """The fields that an amount stands for; a usage error if it is none."""
    read = read_amount(typed)
    if isinstance(read, str):
        raise click.UsageError(f"{AMOUNT}: {read}")
    return read


def food_meant(typed: str, yes: bool) -> tuple[str, str]:
    """The food as it is to be kept, and what is left to ask where nobody could be asked.

    A word that is not known here is kept as typed, unless the owner says that it is one of the
    nearest.
    """
    near = [] if food_called(typed) else nearest(typed)
    if not near:
        return typed, ""
    names = [food.name for food in near]
    if yes or not can_ask():
        return typed, t("“{typed}” is no food here and is kept as typed. Is it {foods}?").format(
            typed=typed, foods=_or(names)
        )
    choices = ", ".join(f"{number} = {name}" for number, name in enumerate(names, 1))
    reply = ask(
        t("“{typed}” is no food here. Is it {foods}? [{choices}, Enter = as typed]").format(
            typed=typed, foods=_or(names), choices=choices
        )
    )
    if reply.isdecimal() and 1 <= int(reply) <= len(near):
        return near[int(reply) - 1].slug, ""
    return typed, ""


def _or(names: list[str]) -> str:
    return t(" or ").join(names)
