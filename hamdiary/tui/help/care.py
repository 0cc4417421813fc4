"""The help of Care."""

from hamdiary.domain.clips import FILM_ADVICE
from hamdiary.domain.language import marked
from hamdiary.tui.help.page import HelpKey, HelpPage, Mark

PAGE = HelpPage(
    "Care",
    "What was prescribed and what became of it, extra food, time out of the cage, what happened "
    "and is to happen, and what hamdiary reminds you of. It works out no doses: what the vet said "
    "stands in the vet’s words.",
    keys=(
        HelpKey("Tab", "the next list"),
        HelpKey("1–7", "a list by its number"),
        HelpKey("↑ ↓", "another row"),
        HelpKey("Enter", "opens it; a reminder it switches on or off"),
        HelpKey("m", "what became of a dose"),
        HelpKey("f", "what was given besides the usual food"),
        HelpKey("n", "a new medicine, food, happening, clip or question for the vet"),
        HelpKey(
            "Del", "stops a course, removes a row; of a clip only its line goes, never its file"
        ),
        HelpKey(
            "w",
            "shows a clip in this computer’s own viewer; on the vitamin week: why, in the guide",
        ),
        HelpKey("o", "this night’s outings"),
        HelpKey("e", "when a reminder rings"),
        HelpKey("w", "elsewhere: quality-of-life checks, for a talk with the vet"),
        HelpKey("^z", "undo"),
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
        marked("A clip is the path of a photo or video: the file is never copied or moved."),
    ),
)
"""What is to be known about it."""
