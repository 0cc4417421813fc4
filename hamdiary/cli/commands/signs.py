"""`hamdiary signs`: from the signs that are seen to how soon a vet should see the hamster."""

from typing import Any

import click

from hamdiary.cli.invocation import Invocation
from hamdiary.cli.own_hamster import own_hamster
from hamdiary.cli.printing import say, say_json, terminal_width
from hamdiary.cli.verb import verb
from hamdiary.domain.hamster import months_old, weeks_old
from hamdiary.domain.language import t
from hamdiary.domain.night import Answer
from hamdiary.domain.signs import HowSoon, how_soon
from hamdiary.knowledge.signs import overlapping_causes, sign_called, signs


@verb(
    "signs",
    "hamdiary signs",
    "hamdiary signs tilt wet_belly",
    "hamdiary signs 'head tilted' --not hunched",
    params=[
        click.Argument(["seen"], nargs=-1),
        click.Option(
            ["--not", "absent"], multiple=True, metavar="SIGN", help="Looked for and not seen."
        ),
    ],
)
@click.pass_obj
def signs_seen(call: Invocation, seen: tuple[str, ...], absent: tuple[str, ...]) -> None:
    """Tell how soon a vet should see it, from the signs SEEN.

    Never what the hamster has. Without signs it lists those that there are. What is not named
    counts as not looked for.
    """
    answers: dict[str, Answer] = {_slug(each, "--not"): "no" for each in absent}
    answers.update({_slug(each, "SEEN"): "yes" for each in seen})
    width = terminal_width()
    if not answers and not call.as_json:
        from hamdiary.render.sign_pages import sign_list

        say("\n".join(sign_list(width)))
        return
    hamster = own_hamster(call)
    today = call.today
    born = hamster.born if hamster else None
    found = how_soon(tuple(signs().values()), answers, weeks_old(born, today))
    causes = overlapping_causes(
        (slug for slug, answer in answers.items() if answer == "yes"),
        hamster.species if hamster else None,
        hamster.sex if hamster else None,
        months_old(born, today),
    )
    if call.as_json:
        say_json({**_answer(found), "overlapping_causes": [cause.slug for cause in causes]})
        return
    from hamdiary.render.sign_pages import how_soon_page

    say(how_soon_page(found, causes, hamster, width))


def _slug(typed: str, option: str) -> str:
    found = sign_called(typed)
    if found is None:
        raise click.UsageError(
            t("{option}: “{word}” is no sign here; hamdiary signs lists them").format(
                option=option, word=typed
            )
        )
    return found.slug


def _answer(found: HowSoon) -> dict[str, Any]:
    return {
        "urgency": found.urgency,
        "seen": [
            {"sign": each.sign.slug, "urgency": each.urgency, "rules": list(each.rules)}
            for each in found.seen
        ],
        "systems": list(found.systems),
        "not_looked": found.not_looked,
        "signs": [
            {"sign": sign.slug, "short": sign.short, "full": sign.full, "urgency": sign.urgency,
             "sources": list(sign.sources)}
            for sign in signs().values()
        ],
    }  # fmt: skip
