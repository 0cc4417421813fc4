"""The kinds of things that the journal knows, and what each of them declares.

A thing's id tells whose it is: a hamster's own id, or that id, a stroke, and what comes after.
"""

from dataclasses import fields
from datetime import date
from functools import cache
from importlib import import_module

from hamdiary.domain.measures import Measure, columns_of

KINDS = {
    "hamster": "hamster.Hamster",
    "night": "night.Night",
    "outing": "outings.Outing",
    "medicine": "medicines.Medicine",
    "dose": "medicines.Dose",
    "happening": "happenings.Happening",
    "skip": "skips.Skip",
    "hint_note": "hint_notes.HintNote",
    "serving": "foods.Serving",
    "no_extras": "no_extras.NoExtras",
    "clip": "clips.Clip",
    "question": "vet_questions.VetQuestion",
    "wellbeing": "wellbeing.Wellbeing",
}
"""By kind, as the journal names it: where the dataclass is whose measures are its fields."""


class NoSuchThing(Exception):
    """No medicine, happening or the like answers to what was asked for; one line for the owner."""


@cache
def declaring_of(kind: str) -> type:
    """The dataclass that declares a kind; loaded when it is wanted, few commands need them all."""
    module, _, name = KINDS[kind].partition(".")
    found = getattr(import_module(f"hamdiary.domain.{module}"), name)
    assert isinstance(found, type)
    return found


@cache
def keys_of_kind(kind: str) -> tuple[str, ...]:
    """What the id of a thing of that kind stands for, part by part: "hamster", "evening"."""
    each = fields(declaring_of(kind))
    return tuple(one.name for one in each if "measure" not in one.metadata and one.name != "id")


def measure_of(kind: str, field: str) -> Measure | None:
    """The measure of a journal field; None if this version does not know it."""
    return dict(columns_of(declaring_of(kind))).get(field) if kind in KINDS else None


def hamster_of(thing: str) -> str:
    """The id of the hamster that a thing belongs to."""
    return thing.partition("/")[0]


def own_id(thing: str) -> str:
    """What comes after the hamster's id in a thing's id."""
    return thing.partition("/")[2]


def evening_of_thing(kind: str, thing: str) -> date | None:
    """The evening that a thing's id names, if it names one."""
    if kind not in ("night", "skip", "no_extras"):
        return None
    return date.fromisoformat(own_id(thing).partition("/")[0])
