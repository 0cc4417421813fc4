"""The kinds of things that the journal knows, and what each of them declares.

A thing's id tells whose it is: a hamster's own id, or that id, a stroke, and what comes after.
"""

from datetime import date

from hamdiary.domain.hamster import Hamster
from hamdiary.domain.happenings import Happening
from hamdiary.domain.measures import Measure, columns_of
from hamdiary.domain.medicines import Dose, Medicine
from hamdiary.domain.night import Night
from hamdiary.domain.outings import Outing
from hamdiary.domain.skips import Skip

KINDS: dict[str, type] = {
    "hamster": Hamster,
    "night": Night,
    "outing": Outing,
    "medicine": Medicine,
    "dose": Dose,
    "happening": Happening,
    "skip": Skip,
}
"""By kind, as the journal names it: the dataclass whose measures are its fields."""


class NoSuchThing(Exception):
    """No medicine, happening or the like answers to what was asked for; one line for the owner."""


def measure_of(kind: str, field: str) -> Measure | None:
    """The measure of a journal field; None if this version does not know it."""
    declaring = KINDS.get(kind)
    return None if declaring is None else dict(columns_of(declaring)).get(field)


def hamster_of(thing: str) -> str:
    """The id of the hamster that a thing belongs to."""
    return thing.partition("/")[0]


def own_id(thing: str) -> str:
    """What comes after the hamster's id in a thing's id."""
    return thing.partition("/")[2]


def evening_of_thing(kind: str, thing: str) -> date | None:
    """The evening that a thing's id names, if it names one."""
    if kind not in ("night", "skip"):
        return None
    return date.fromisoformat(own_id(thing).partition("/")[0])
