"""What the owner did about a hint: told the vet, or saw it and will look again."""

from datetime import date, datetime
from typing import Literal

from hamdiary.domain.declaring import choice, day, instant, step, text
from hamdiary.domain.frozen import dataclass

NoteKind = Literal["told", "acknowledged"]
UrgencyCode = Literal["now", "today", "soon", "watch", "note"]


@dataclass(frozen=True)
class HintNote:
    """One note about one hint; the hint itself is never stored, it follows from the nights."""

    id: str
    """The hamster's id, the hint's key and an id of its own, parted by strokes."""
    hamster: str
    """The hamster's id."""
    hint: str
    """The hint's key, "R05" or "R44:ate"."""

    kind: NoteKind | None = choice(
        "Done",
        step("told", "the vet was told", "the vet was rung or seen about it"),
        step("acknowledged", "seen", "seen, to be looked at again; it stays open"),
    )
    urgency: UrgencyCode | None = choice(
        "It said",
        step("now", "now", "ring a vet now"),
        step("today", "today", "be seen today"),
        step("soon", "soon", "an appointment in 1 to 3 days"),
        step("watch", "watch", "look again in 12 to 24 hours"),
        step("note", "note", "mention it at the next visit"),
        hint="how urgent the hint was then; anything more urgent opens it again",
    )
    at_utc: datetime | None = instant("At", hint='21:20, "10 min ago"')
    evening: date | None = day("Night")
    who: str | None = text("By", most=12, hint="initials of who rang")
    said: str | None = text(
        "The vet said", lines=True, most=2000, hint="what the vet said, in the vet's words"
    )
    zone: str | None = text("Zone", most=60, aside=True)
