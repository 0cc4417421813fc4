"""`hamdiary foods`: what may be given, how much, how often, and what never."""

from typing import TYPE_CHECKING, Any

import click

from hamdiary.cli.invocation import Invocation
from hamdiary.cli.own_hamster import own_hamster
from hamdiary.cli.printing import say, say_json, terminal_width
from hamdiary.cli.verb import verb
from hamdiary.domain.foods import Food, Portion
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.language import t
from hamdiary.domain.text import clean_line

if TYPE_CHECKING:
    from hamdiary.render.food_facts import Whose

NEVER = ("never", "toxic", "poison", "poisonous", "nie", "nie füttern", "giftig", "gift")
"""Words that stand for the never lists, in English and in German."""


@verb(
    "foods",
    "hamdiary foods",
    "hamdiary foods courgette",
    "hamdiary foods spin --json",
    params=[click.Argument(["words"], nargs=-1)],
    context_settings={"ignore_unknown_options": True},
)
@click.pass_obj
def foods(call: Invocation, words: tuple[str, ...]) -> None:
    """Show foods: how much, how often, what to mind, what never.

    Those whose name begins with WORDS; without words all of them, and what is never to be given.
    One food is shown in full, with portions for the hamster of the diary if there is one.
    """
    from hamdiary.knowledge.food_search import nearest, recognise, search_foods

    typed = clean_line(" ".join(words))
    found = search_foods(typed)
    exact = recognise(typed)
    near = [] if found else nearest(typed)
    hamster = own_hamster(call)
    if call.as_json:
        say_json(_answer(typed, found, near, hamster))
        return
    from hamdiary.render import food_pages

    whose = whose_portions(hamster)
    width = terminal_width()
    if typed.casefold() in NEVER:
        say("\n".join(food_pages.never_lines(width)))
    elif not typed:
        say(food_pages.food_table(whose, width))
    elif exact or len(found) == 1:
        say(food_pages.food_page(exact or found[0], whose, width))
        others = [food for food in found if food not in (exact, found[0])]
        if others:
            say(f"\n{t('See also:')}\n" + food_pages.food_list(others, whose, width))
    elif found:
        say(food_pages.food_list(found, whose, width))
    else:
        say(food_pages.not_found(typed, near, width))


def whose_portions(hamster: Hamster | None) -> "Whose":
    """For whom portions are shown: the diary's hamster, or both kinds without one."""
    from hamdiary.render.food_facts import NOBODY, Whose

    if hamster is None:
        return NOBODY
    return Whose(known=True, species=hamster.species, name=hamster.called)


def _answer(
    typed: str, found: list[Food], near: list[Food], hamster: Hamster | None
) -> dict[str, Any]:
    return {
        "words": typed,
        "hamster_id": hamster.id if hamster else None,
        "species": hamster.species if hamster else None,
        "foods": [food_as_json(food) for food in found],
        "nearest": [food.slug for food in near],
    }


def food_as_json(food: Food) -> dict[str, Any]:
    """A food by the names of its fields, with what follows from its numbers."""
    plain = dict(vars(food))
    for name, value in plain.items():
        if isinstance(value, Portion):
            plain[name] = {"words": value.words, "grams": value.grams}
        elif isinstance(value, tuple):
            plain[name] = list(value)
    for name in ("per_week", "dwarf_per_week"):
        often = plain[name]
        plain[name] = {"low": often.low, "high": often.high} if often else None
    for name in ("gives_e", "gives_d", "is_plant", "is_protein", "is_moist"):
        plain[name] = getattr(food, name)
    return plain
