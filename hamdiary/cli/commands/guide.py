"""`hamdiary guide`: the care guide, its topics and its search."""

from typing import Any

import click

from hamdiary.cli.invocation import Invocation
from hamdiary.cli.own_hamster import own_hamster
from hamdiary.cli.printing import say, say_json, terminal_width
from hamdiary.cli.verb import verb
from hamdiary.domain.text import clean_line
from hamdiary.knowledge.guide_topics import Topic


@verb(
    "guide",
    "hamdiary guide",
    "hamdiary guide stroke",
    "hamdiary guide head tilt --json",
    params=[click.Argument(["words"], nargs=-1)],
    context_settings={"ignore_unknown_options": True},
)
@click.pass_obj
def guide(call: Invocation, words: tuple[str, ...]) -> None:
    """Read the care guide: its contents, a topic, a search.

    WORDS name a topic, or are looked for in all of them; without words the contents are shown.

    Every fact says who says it and how sure it is; where sources disagree, all sides are shown.
    """
    from hamdiary.knowledge.guide import topic
    from hamdiary.knowledge.guide_titles import find_topic

    typed = clean_line(" ".join(words))
    found = find_topic(typed)
    if found is not None:
        _show(call, topic(found.slug))
    elif typed:
        _search(call, typed)
    else:
        _contents(call)


def _contents(call: Invocation) -> None:
    if call.as_json:
        from hamdiary.knowledge.guide import contents

        say_json({"topics": [_plain(each) for each in contents().values()]})
        return
    from hamdiary.render.guide_pages import contents_page

    say(contents_page(terminal_width()))


def _show(call: Invocation, page: Topic) -> None:
    if call.as_json:
        from hamdiary.knowledge.guide import disagreements_on

        shown = _plain(page)
        shown["disagreements"] = [_plain(each) for each in disagreements_on(page)]
        say_json({"topic": shown})
        return
    from hamdiary.render.guide_pages import topic_page

    width = terminal_width()
    say(topic_page(page, _made(call, page, width), width))


def _search(call: Invocation, typed: str) -> None:
    from hamdiary.knowledge.guide_search import search_guide

    hits = search_guide(typed)
    if call.as_json:
        say_json({"words": typed, "topics": [_plain(hit) for hit in hits]})
        return
    from hamdiary.render.guide_pages import hits_page

    say(hits_page(typed, hits, terminal_width()))


def _made(call: Invocation, page: Topic, width: int) -> list[str]:
    """What a page shows besides its own facts."""
    from hamdiary.render import guide_pages

    match page.shows:
        case "foods":
            from hamdiary.cli.commands.foods import whose_portions
            from hamdiary.render.food_pages import food_table

            return food_table(whose_portions(own_hamster(call)), width).splitlines()
        case "never":
            from hamdiary.render.food_pages import never_lines

            return list(never_lines(width))
        case "signs":
            from hamdiary.render.sign_pages import sign_list

            return sign_list(width)
        case "disagreements":
            return guide_pages.all_disagreements(width)
        case "sources":
            return guide_pages.all_sources(width)
        case None:
            return _own_cage(call, width) if page.slug == "cage" else []


def _own_cage(call: Invocation, width: int) -> list[str]:
    hamster = own_hamster(call)
    if hamster is None:
        return []
    from hamdiary.domain.cage import cage_check
    from hamdiary.render.guide_pages import cage_lines

    check = cage_check(hamster.species, hamster.cage_length_cm, hamster.cage_width_cm)
    return cage_lines(hamster.called, check, width)


def _plain(thing: Any) -> Any:
    """A frozen value of the guide as JSON's plain types, by the names of its fields."""
    if isinstance(thing, tuple | list):
        return [_plain(each) for each in thing]
    if hasattr(thing, "__dataclass_fields__"):
        return {name: _plain(value) for name, value in vars(thing).items()}
    return thing
