"""Which commands of the command line the screens do themselves, by the palette's name for it.

What stands nowhere here, the palette offers as the command's own help, so that nothing is missing.
"""

from collections.abc import Collection, Sequence

from hamdiary.tui.command_page import CommandPage

TWINS: dict[str, tuple[str, ...]] = {
    "Tonight": ("tonight", "log"),
    "Diary": ("show", "list", "search", "history"),
    "Recovery": ("plot",),
    "Vet report": ("report",),
    "Extra food": ("feed add", "feed list", "feed edit", "feed delete", "feed none"),
    "Export the diary…": ("export",),
    "Import nights…": ("import",),
    "Care": (
        "medicine list", "medicine show", "medicine edit", "medicine stop", "medicine extend",
        "medicine delete", "happening list", "happening edit", "happening delete", "out list",
        "diet", "question list", "question answer", "question edit", "question delete",
    ),
    "Guide": ("guide",),
    "Which signs do you see?": ("signs",),
    "Foods": ("foods",),
    "Out of cage": (
        "out start", "out pause", "out resume", "out stop", "out status", "out add", "out edit",
        "out delete",
    ),
    "Floor safety": ("out safety",),
    "Doses": ("dose",),
    "New medicine": ("medicine add",),
    "New happening": ("happening add",),
    "Clips": ("clip list", "clip open", "clip edit", "clip delete"),
    "New clip": ("clip add",),
    "New question for the vet": ("question add",),
    "Quality of life": ("wellbeing add", "wellbeing list", "wellbeing edit", "wellbeing delete"),
    "Hints": ("hints seen", "hints told"),
    "What to tell the vet": ("hints tell",),
    "Fields with two values": ("conflicts choose",),
    "Merge another carer's diary…": ("merge",),
    "Send my changes…": ("bundle",),
    "Who writes…": ("carer",),
    "Undo": ("undo",),
    "Redo": ("redo",),
    "Delete this night": ("delete",),
    "Another hamster": ("setup", "hamsters switch"),
    "Close this diary": ("hamsters close",),
    "Open this diary again": ("hamsters reopen",),
    "Settings": ("settings list", "settings set", "settings check"),
    "Where is my data?": ("where",),
    "Back up now": ("backup",),
    "Backups…": ("backups", "restore"),
    "Erase for good…": ("erase",),
}  # fmt: skip
"""By the name of a command of the palette, the commands that do the same on a command line."""


def untwinned(pages: Sequence[CommandPage], offered: Collection[str]) -> list[CommandPage]:
    """The pages of what no screen does; a twin counts if its name is `offered`."""
    done = {each for name, twins in TWINS.items() if name in offered for each in twins}
    return [page for page in pages if page.name not in done]
