"""The first night in five short steps."""

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import shows


@shows("heading", "words")
@dataclass(frozen=True)
class TourStep:
    """One thing to know."""

    heading: str
    """What it is about."""
    words: str
    """One or two sentences."""


STEPS = (
    TourStep(
        "One key a line",
        "A digit answers the line with the ▌ and goes on to the next. x means you looked and could "
        "not tell; Backspace takes it back. Try it now: nothing has to be filled in.",
    ),
    TourStep(
        "Kept as you press it",
        "There is nothing to save. Ctrl+Z takes back whatever you did, also tomorrow. Close the "
        "window whenever you like, with Ctrl+Q.",
    ),
    TourStep(
        "Not sure what a level means?",
        "? explains the line and this screen. h says when to ring the vet, and why; a keeps the "
        "vet’s numbers, day and night.",
    ),
    TourStep(
        "Out, medicine, notes",
        "o starts the clock when it comes out, m says what became of a dose, f what it ate "
        "besides, n writes a note. z lists what is still to do tonight.",
    ),
    TourStep(
        "More than tonight",
        "d has every night, r whether it gets better, c medicines and reminders, g the guide, v "
        "the report for the vet. Ctrl+P finds everything by its name, this tour too.",
    ),
)
"""One after the other."""
