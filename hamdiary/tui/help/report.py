"""The help of the vet report."""

from hamdiary.domain.language import marked
from hamdiary.tui.help.page import HelpKey, HelpPage, Mark

PAGE = HelpPage(
    "Vet report",
    "What a vet can read in ninety seconds: who, what happened since when, what to look at first, "
    "the last nights against those before, medicines, your questions. You choose the nights and "
    "the parts; the preview shows what will be written.",
    keys=(
        HelpKey("w", "writes a file: PDF, web page, mail text; or the data of the whole diary"),
        HelpKey("l", "looks at the file that was written, in this computer’s own viewer"),
        HelpKey("Tab", "the next card: nights, parts, questions, preview"),
        HelpKey("↑ ↓", "another row; in the preview it reads on"),
        HelpKey("Enter", "chooses the nights, takes a part in or out, opens a question"),
        HelpKey("1–9", "the same by its digit"),
        HelpKey("n", "notes a question for the vet"),
        HelpKey("Del", "removes a question"),
        HelpKey("Home End", "the preview’s top and end"),
        HelpKey("Esc", "stops building a long report"),
    ),
    marks=(
        Mark("◉", "the nights that are chosen", "accent"),
        Mark("✓ –", "a part that is in it; one that is left out", "good"),
        Mark("○", "a question that is still to be asked", "accent"),
    ),
    more=(
        marked(
            "Nothing leaves hamdiary before you write it, and no file is replaced unasked. What "
            "you choose is remembered for each hamster."
        ),
    ),
)
"""What is to be known about it."""
