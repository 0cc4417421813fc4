"""The help of the facts of a hamster, on the first evening and later."""

from hamdiary.domain.language import marked
from hamdiary.tui.help.page import HelpKey, HelpPage, Mark

PAGE = HelpPage(
    "About the hamster",
    "Whose diary it is and whom to ring. Each line is kept as soon as you leave it, and each can "
    "wait: what is not told stays “not recorded” and can be told later, with a.",
    keys=(
        HelpKey("a–z", "writes on the line; Enter keeps it and goes on"),
        HelpKey("1–9", "chooses, where the line below shows what there is to choose"),
        HelpKey("← →", "another option, and stays on the line"),
        HelpKey("↑ ↓", "another line, without an answer"),
        HelpKey("Bksp", "makes the line “not recorded” again"),
        HelpKey("^z", "undo"),
        HelpKey("F10", "goes on to the diary; in the diary Esc does the same"),
        HelpKey("F1", "this help; ? too, where no text is being written"),
        HelpKey("^q", "ends it; what you have told is kept"),
    ),
    marks=(
        Mark("▌", "the line that keys answer now", "accent"),
        Mark("◉", "the option you chose"),
        Mark("·", "not recorded", "faint"),
    ),
    more=(
        marked(
            "Days can be written as you say them: 9 Nov, yesterday, 7 weeks. A birth told as an "
            "age is kept as an estimate."
        ),
        marked(
            "On the first evening F2 shows a sample diary, in which nothing is kept, and F3 begins "
            "with the file of another carer."
        ),
    ),
    is_view=False,
)
"""What is to be known about it."""
