"""`hamdiary tonight`: what is recorded tonight, beside last night."""

from collections.abc import Sequence
from datetime import date, timedelta

import click

from hamdiary.cli.invocation import Invocation
from hamdiary.cli.printing import say, say_json, terminal_width
from hamdiary.cli.verb import verb
from hamdiary.domain.baseline import weight_change
from hamdiary.domain.hamster import Hamster, illness_day
from hamdiary.domain.night import Night

ONE_DAY = timedelta(days=1)


@verb("tonight", "hamdiary tonight", "hamdiary --hamster Biscuit tonight --json")
@click.pass_obj
def tonight(call: Invocation) -> None:
    """Show tonight beside last night, and the vet's numbers."""
    with call.session() as session:
        hamster = call.hamster_in(session)
        evening, today = session.tonight, session.today
        # Not services.pages, which imports statistics for a baseline that is not shown here.
        nights = session.recent(hamster, evening)
    night, last = _night(nights, hamster, evening), _night(nights, hamster, evening - ONE_DAY)
    if call.as_json:
        _say_as_json(hamster, night, last)
        return
    from hamdiary.render.pages import tonight_page

    change = weight_change(nights, evening)
    say(tonight_page(hamster, night, last, change, terminal_width(), today))


def _night(nights: Sequence[Night], hamster: Hamster, evening: date) -> Night:
    found = (night for night in nights if night.evening == evening)
    return next(found, Night(hamster.id, evening))


def _say_as_json(hamster: Hamster, night: Night, last: Night) -> None:
    from hamdiary.cli.as_json import hamster_as_json, night_as_json

    onset = hamster.onset
    say_json(
        {
            "hamster": hamster_as_json(hamster),
            "illness_day": illness_day(onset, night.evening) if onset else None,
            "night": night_as_json(night),
            "last_night": night_as_json(last),
        }
    )
