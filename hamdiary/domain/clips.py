"""Clips: photos and videos that stay where they are; the diary keeps their paths (domain §0, 5)."""

from datetime import date
from enum import Enum, auto
from typing import Literal

from hamdiary.domain.declaring import choice, day, step, text, times
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import Told, marked

Side = Literal["left", "right", "both", "behind", "front"]

LONGEST_PATH = 4000
"""Letters of a path that are kept: as long as systems let it be."""

FILM_ADVICE = marked(
    "Film every time in the same way: after it woke by itself, on a flat dry cloth about a metre "
    "long, 2 minutes from the side, the phone at floor level. Score what you see live; the film "
    "helps to say which leg is worse."
)
"""How clips become worth comparing (domain §0, 5, and the protocol of §1.2)."""


FILM_SHORT = marked("the same way every time: flat cloth, 2 min, from the side")
"""The same in a few words."""


class Presence(Enum):
    """What was found where a clip's file should lie."""

    THERE = auto()
    """A file."""
    MISSING = auto()
    """Nothing: moved, renamed, or on another device."""
    NO_FILE = auto()
    """A folder or the like."""
    HIDDEN = auto()
    """It may be there; this program may not look."""

    @property
    def words(self) -> str:
        """What a list says of it: nothing if all is well."""
        return str(_ABSENT.get(self.name, ""))


_ABSENT: Told[str, str] = Told(
    {
        "MISSING": "file missing",
        "NO_FILE": "a folder",
        "HIDDEN": "not readable",
    }
)


@dataclass(frozen=True)
class Clip:
    """One photo or video of one night, by the path of its file."""

    id: str
    """The hamster's id, a stroke, and an id of its own made when its form was opened."""
    hamster: str
    """The hamster's id."""

    evening: date | None = day("Night", hint="the night it was taken")
    path: str | None = text(
        "File", most=LONGEST_PATH, hint="the path of a photo or video; it stays where it is"
    )
    at: str | None = times("Time", most=1, hint="when it was taken, as 21:30")
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
