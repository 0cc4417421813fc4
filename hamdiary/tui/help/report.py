"""The help of the vet report."""

from hamdiary.domain.language import marked
from hamdiary.tui.help.page import HelpKey, HelpPage, Mark

PAGE = HelpPage(
    "Vet report",
    "What a vet can read in ninety seconds: who, what happened since when, what to look at first, "
    "the last nights against those before, medicines, your questions. You choose the nights, the "
    "parts and the language; the preview shows what will be written.",
    keys=(
        HelpKey("w", "writes a file: PDF, web page, mail text; or the data of the whole diary"),
        HelpKey("l", "looks at the file that was written, in this computer’s own viewer"),
        HelpKey("Tab", "the next card: nights, parts, questions, language, preview"),
        HelpKey("↑ ↓", "another row; in the preview it reads on"),
        HelpKey(
            "Enter", "chooses the nights or the language, takes a part in or out, opens a question"
        ),
        HelpKey("1–9", "the same by its digit"),
        HelpKey("n", "notes a question for the vet"),
        HelpKey("Del", "removes a question"),
        HelpKey("Home End", "the preview’s top and end"),
        HelpKey("Esc", "stops building a long report"),
    ),
    marks=(
        Mark("◉", "the nights and the language that are chosen", "accent"),
        Mark("✓ –", "a part that is in it; one that is left out", "good"),
        Mark("○", "a question that is still to be asked", "accent"),
    ),
    more=(
        marked(
            "Nothing leaves hamdiary before you write it, and no file is replaced unasked. What "
            "you choose is remembered for each hamster."
        ),
        marked(
            "A vet who reads German can be given a German page, whatever language your screens "
            "speak, and the other way round. Your own words stay as you wrote them; JSON is "
            "always English."
        ),
    ),
)
"""What is to be known about it."""
