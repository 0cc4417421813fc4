"""The help of Care."""

from hamdiary.domain.clips import FILM_ADVICE
from hamdiary.tui.help.page import HelpPage, Mark

PAGE = HelpPage(
    "Care",
    "What was prescribed and what became of it, extra food, time out of the cage, what happened "
    "and is to happen, and what hamdiary reminds you of. It works out no doses: what the vet said "
    "stands in the vet’s words.",
    keys=(
        ("Tab", "the next list"),
        ("↑ ↓", "another row"),
        ("Enter", "opens it; a reminder it switches on or off"),
        ("m", "what became of a dose"),
        ("f", "what was given besides the usual food"),
        ("n", "a new medicine, food, happening, clip or question for the vet"),
        ("Del", "stops a course, removes a row; of a clip only its line goes, never its file"),
        ("w", "shows a clip in this computer’s own viewer; on the vitamin week: why, in the guide"),
        ("o", "this night’s outings"),
        ("e", "when a reminder rings"),
        ("w", "elsewhere: quality-of-life checks, for a talk with the vet"),
        ("^z", "undo"),
    ),
    marks=(
        Mark("✓", "given", "good"),
        Mark("✗", "refused or spat out", "warn"),
        Mark("/", "skipped, with a reason", "muted"),
        Mark("·", "its time is over and nobody recorded it", "warn"),
        Mark("○ –", "due now, or a question still to be asked; still to come", "accent"),
        Mark("■ □", "food of that sort was given, or none that night"),
    ),
    more=(
        FILM_ADVICE,
        "A clip is the path of a photo or video: the file is never copied or moved.",
    ),
)
"""What is to be known about it."""
