"""The quality-of-life check of domain §1.1 (HHHHHMM): seven answers of 0 to 10, at most weekly.

It was made for pets in palliative care in general and is not validated for hamsters: it can only
lead to a talk with the vet [HHH], and whether a life should end is never computed (domain §8).
"""

from collections.abc import Iterable
from datetime import date
from typing import Any, Literal

from hamdiary.domain.declaring import choice, day, quantity, step, text
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import t
from hamdiary.domain.manner import in_sentence
from hamdiary.domain.measures import measures_of
from hamdiary.domain.values import BadValue

YesNo = Literal["yes", "no"]

MOST = 10
"""The best answer to one part."""

TALK_UP_TO = 35
"""A sum of this or less is a reason to talk with the vet (domain §1.1, §6 R43: above it is
"acceptable") [HHH]."""

PARTS = ("hurt", "hunger", "hydration", "hygiene", "happiness", "mobility", "good_days")
"""The seven parts, in the order of their initials, HHHHHMM."""


def _points(label: str, hint: str) -> Any:
    return quantity(label, unit="points", low=0, high=MOST, most=MOST, places=0, hint=hint)


@dataclass(frozen=True)
class Wellbeing:
    """One quality-of-life check; a part that is None was not answered."""

    id: str
    """The hamster's id, a stroke, and an id of its own made when its form was opened."""
    hamster: str
    """The hamster's id."""

    evening: date | None = day("Night", hint="tonight, yesterday, 9 Nov")
    hurt: float | None = _points("Hurt", "10: no sign of pain, breathes easily; 0: the worst")
    hunger: float | None = _points("Hunger", "10: eats enough by itself; 0: does not eat")
    hydration: float | None = _points("Hydration", "10: drinks enough; 0: does not drink")
    hygiene: float | None = _points("Hygiene", "10: clean and dry; 0: wet, dirty or sore")
    happiness: float | None = _points("Happiness", "10: takes part; 0: shows no interest")
    mobility: float | None = _points("Mobility", "10: gets about as it wants; 0: cannot")
    good_days: float | None = _points(
        "More good days than bad", "10: only good days; 0: only bad days"
    )
    parting: YesNo | None = choice(
        "Talk of letting go",
        step("no", "no", "no"),
        step("yes", "yes, to talk about with the vet", "yes, to talk about with the vet"),
        hint="yes if you think of it; hamdiary works nothing out about this",
    )
    note: str | None = text("Note", most=400)

    @property
    def answered(self) -> int:
        """How many of the seven parts have an answer."""
        return sum(each is not None for each in self._answers)

    @property
    def total(self) -> int | None:
        """The sum, 0 to 70; None while a part has no answer, for missing is not zero."""
        return self.at_most if self.answered == len(PARTS) else None

    @property
    def at_most(self) -> int:
        """The highest sum it can come to, whatever the missing answers are."""
        return round(sum(MOST if each is None else each for each in self._answers))

    @property
    def wants_talk(self) -> bool:
        """Whether it is a reason to talk with the vet; a missing answer is none."""
        return self.parting == "yes" or self.at_most <= TALK_UP_TO

    @property
    def _answers(self) -> Iterable[float | None]:
        return [getattr(self, name) for name in PARTS]


class BadCheck(BadValue):
    """A check that says nothing; one line for the owner."""


def refuse_incomplete(check: Wellbeing) -> None:
    """Raise BadCheck, one line, for one that has no answer or belongs to no night."""
    if check.evening is None:
        raise BadCheck(t("say which night it is about"))
    answers = (*(getattr(check, name) for name in PARTS), check.parting, check.note)
    if all(each is None for each in answers):
        first = measures_of(Wellbeing)[PARTS[0]]
        part = in_sentence(first.label)
        raise BadCheck(t("answer at least one part, as {part} 7").format(part=part))
