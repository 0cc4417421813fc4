"""Happenings: dated events that plots and the report are marked with."""

from datetime import date
from typing import Literal

from hamdiary.domain.declaring import choice, day, step, text, times
from hamdiary.domain.frozen import dataclass

What = Literal[
    "onset", "vet_visit", "treatment_start", "treatment_end", "first_step", "moved_in", "fall",
    "other",
]  # fmt: skip


@dataclass(frozen=True)
class Happening:
    """One thing that happened, or is to happen, on a day."""

    id: str
    """The hamster's id, a stroke, and an id of its own made when its form was opened."""
    hamster: str
    """The hamster's id."""

    what: What | None = choice(
        "What",
        step("onset", "the legs went weak", "the day the weakness began or came back"),
        step("vet_visit", "vet visit", "a visit to the vet, past or to come"),
        step("treatment_start", "treatment starts", "a treatment begins"),
        step("treatment_end", "treatment ends", "a treatment ends"),
        step("first_step", "first step", "the first step with a hind leg"),
        step("moved_in", "moved in", "the hamster or its cage came to a new place"),
        step("fall", "a fall or a knock", "it fell, was dropped or was hit"),
        step("other", "something else", "something else; say what"),
    )
    on_day: date | None = day("Day", hint="today, 9 Nov, in 3 days", ahead=True)
    at: str | None = times("Time", most=1, hint="10:30, for a visit to come")
    note: str | None = text("Note", most=400, hint="what was found or said")
