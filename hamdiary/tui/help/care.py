"""The help of Care."""

from hamdiary.tui.help.page import HelpPage, Mark

PAGE = HelpPage(
    "Care",
    "What was prescribed and what became of it, time out of the cage, what happened and is to "
    "happen, and what hamdiary reminds you of. It works out no doses: what the vet said stands in "
    "the vet’s words.",
    keys=(
        ("Tab", "the next list"),
        ("↑ ↓", "another row"),
        ("Enter", "opens it; a reminder it switches on or off"),
        ("m", "what became of a dose"),
        ("n", "a new medicine, or a new happening"),
        ("Del", "stops a course, or removes what is over"),
        ("o", "this night’s outings"),
        ("e", "when a reminder rings"),
        ("^z", "undo"),
    ),
    marks=(
        Mark("✓", "given", "good"),
        Mark("✗", "refused or spat out", "warn"),
        Mark("/", "skipped, with a reason", "muted"),
        Mark("·", "its time is over and nobody recorded it", "warn"),
        Mark("○ –", "due now; still to come", "accent"),
    ),
)
"""What is to be known about it."""
