"""`hamdiary tonight`: what is recorded tonight, beside last night."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import click

from hamdiary.cli.hints_aside import unless_damaged
from hamdiary.cli.invocation import Invocation
from hamdiary.cli.printing import say, say_json, terminal_width
from hamdiary.cli.two_values import questions_about, say_questions
from hamdiary.cli.verb import verb
from hamdiary.domain.baseline import weight_change
from hamdiary.domain.hamster import Hamster, illness_day
from hamdiary.domain.hints.in_brief import HintInBrief
from hamdiary.domain.language import t
from hamdiary.domain.night import Night
from hamdiary.services.doses_tonight import NightDoses, doses_tonight
from hamdiary.services.hints_in_brief import hints_in_brief
from hamdiary.services.nights_out import NightOut, night_out

if TYPE_CHECKING:
    from hamdiary.domain.conflicts import Conflict

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
        out = night_out(session, hamster, evening)
        doses = doses_tonight(session, hamster, evening)
        hints = unless_damaged(lambda: hints_in_brief(session, hamster))
        now = session.now().wall
        if out.running is not None:
            # It may have begun before the clocks changed; loading the zone is only then worth it.
            now = now.astimezone(session.zone)
        asked = questions_about(session, Night(hamster.id, evening))
    night, last = _night(nights, hamster, evening), _night(nights, hamster, evening - ONE_DAY)
    if call.as_json:
        _say_as_json(hamster, night, last, out, doses, hints, asked, now)
        return
    if any(each.is_said for each in hints):
        from hamdiary.render.hint_line import banner

        say("\n".join([*banner(hints, terminal_width()), ""]))
    from hamdiary.render.outings import out_of_cage
    from hamdiary.render.pages import tonight_page

    change = weight_change(nights, evening)
    outside = (t("Out of cage"), out_of_cage(hamster, evening, out.outings, out.running, now))
    done = [outside, *_doses(doses, evening)]
    say(tonight_page(hamster, night, last, change, terminal_width(), today, done))
    say_questions(asked)


def _doses(doses: NightDoses | None, evening: date) -> list[tuple[str, str]]:
    if doses is None:
        return []
    from hamdiary.render.doses import tonight_lines

    return tonight_lines(doses.slots, doses.as_needed, doses.extras, evening, doses.now)


def _night(nights: Sequence[Night], hamster: Hamster, evening: date) -> Night:
    found = (night for night in nights if night.evening == evening)
    return next(found, Night(hamster.id, evening))


def _doses_as_json(doses: NightDoses | None) -> dict[str, Any]:
    if doses is None:
        return {"doses": [], "extra_doses": [], "as_needed": []}
    from hamdiary.cli.medicines_as_json import dose_as_json, medicine_as_json, slot_as_json

    return {
        "doses": [slot_as_json(slot, doses.now) for slot in doses.slots],
        "extra_doses": [dose_as_json(each) for each in doses.extras],
        "as_needed": [medicine_as_json(each) for each in doses.as_needed],
    }


def _say_as_json(
    hamster: Hamster,
    night: Night,
    last: Night,
    out: NightOut,
    doses: NightDoses | None,
    hints: Sequence[HintInBrief],
    asked: "Sequence[Conflict]",
    now: datetime,
) -> None:
    from hamdiary.cli.as_json import briefs_as_json, hamster_as_json, night_as_json
    from hamdiary.cli.outings_as_json import night_out_as_json

    onset = hamster.onset
    say_json(
        {
            "hamster": hamster_as_json(hamster),
            "illness_day": illness_day(onset, night.evening) if onset else None,
            "night": night_as_json(night),
            "last_night": night_as_json(last),
            "out_of_cage": night_out_as_json(out, hamster, now),
            **_doses_as_json(doses),
            "hints": briefs_as_json(hints),
            "conflicts": [each.field for each in asked],
        }
    )
