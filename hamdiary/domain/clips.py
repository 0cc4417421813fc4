"""Clips: photos and videos that stay where they are; the diary keeps their paths (domain §0, 5)."""

from datetime import date
from typing import Literal

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.measures import choice, day, step, text, times

Side = Literal["left", "right", "both", "behind", "front"]


@dataclass(frozen=True)
class Clip:
    """One photo or video of one night, by the path of its file."""

    id: str
    """The hamster's id, a stroke, and an id of its own made when its form was opened."""
    hamster: str
    """The hamster's id."""

    evening: date | None = day("Night", hint="the night it was taken")
    path: str | None = text("File", most=1000, hint="where the photo or video lies")
    at: str | None = times("Time", most=1, hint="21:30, when it was taken")
    side: Side | None = choice(
        "Seen from",
        step("left", "the left", "its left side towards the camera"),
        step("right", "the right", "its right side towards the camera"),
        step("both", "both sides", "it turns, so that both sides are seen"),
        step("behind", "behind", "its tail towards the camera"),
        step("front", "the front", "its face towards the camera"),
        hint="which side of the hamster is seen",
    )
    remark: str | None = text("Remark", most=400, hint="what there is to see")
