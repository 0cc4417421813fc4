"""The quality-of-life check of domain §1.1 (HHHHHMM): seven answers of 0 to 10, once a week.

It was made for pets in palliative care in general, not for hamsters: it can only lead to a talk
with the vet [HHH], and what was once considered is never computed.
"""

from datetime import date
from typing import Any, Literal

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.measures import choice, day, quantity, step, text

YesNo = Literal["yes", "no"]


def _points(label: str, hint: str) -> Any:
    return quantity(label, unit="of 10", low=0, high=10, most=10, places=0, hint=hint)


@dataclass(frozen=True)
class Wellbeing:
    """One quality-of-life check; a part that is None was not answered."""

    id: str
    """The hamster's id, a stroke, and an id of its own made when its form was opened."""
    hamster: str
    """The hamster's id."""

    evening: date | None = day("Night")
    hurt: float | None = _points("Hurt", "10: no pain, breathes easily; 0: pain nobody can relieve")
    hunger: float | None = _points("Hunger", "10: eats enough by itself; 0: eats nothing")
    hydration: float | None = _points("Hydration", "10: drinks enough; 0: drinks nothing")
    hygiene: float | None = _points("Hygiene", "10: clean and dry; 0: lies wet or dirty, has sores")
    happiness: float | None = _points(
        "Happiness", "10: curious, comes to you; 0: shows no interest"
    )
    mobility: float | None = _points("Mobility", "10: gets about as it likes; 0: cannot get about")
    good_days: float | None = _points("More good days than bad", "10: all good; 0: all bad")
    parting: YesNo | None = choice(
        "Thinking of parting",
        step("no", "no", "no"),
        step("yes", "yes", "you have been asking yourself whether it should go on"),
        hint="something to talk about with the vet; nothing here decides it",
    )
    note: str | None = text("Note", most=400)
