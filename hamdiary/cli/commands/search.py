"""`hamdiary search`: nights by the words of their notes."""

import click

from hamdiary.cli.invocation import Invocation
from hamdiary.cli.printing import say, say_json, terminal_width
from hamdiary.cli.verb import verb
from hamdiary.domain.language import t
from hamdiary.domain.text import clean_line, is_blank

LONGEST_SEARCH = 200
"""Letters to search for; beyond that nobody types."""


@verb(
    "search",
    "hamdiary search wobbly ramp",
    "hamdiary search 'first step' --json",
    params=[click.Argument(["words"], nargs=-1)],
    context_settings={"ignore_unknown_options": True},
)
@click.pass_obj
def search(call: Invocation, words: tuple[str, ...]) -> None:
    """Find nights whose note holds all the WORDS, newest first."""
    wanted = clean_line(" ".join(words))
    if is_blank(wanted):
        raise click.UsageError(t("say a word to look for, as in hamdiary search wobbly"))
    if len(wanted) > LONGEST_SEARCH:
        raise click.UsageError(t("look for {n} letters at most").format(n=LONGEST_SEARCH))
    with call.session() as session:
        hamster = call.hamster_in(session)
        found = session.diary.search(wanted, hamster.id)
    if call.as_json:
        from hamdiary.cli.as_json import hamster_as_json, night_as_json

        nights = [night_as_json(night) for night in found]
        say_json({"hamster": hamster_as_json(hamster), "words": wanted, "nights": nights})
    elif found:
        from hamdiary.render.nights_table import found_table

        say(found_table(found, terminal_width()))
    else:
        say(t("No note of {hamster} holds “{words}”.").format(hamster=hamster.called, words=wanted))
