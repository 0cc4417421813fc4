"""The help of Tonight."""

from hamdiary.domain.language import marked
from hamdiary.tui.help.page import HelpKey, HelpPage, Mark

PAGE = HelpPage(
    "Tonight",
    "The log of one night: one line for each thing to look at, one key for each answer. It is kept "
    "the moment you press it. What you leave out stays “not recorded”, which is never taken as "
    "normal.",
    keys=(
        HelpKey("0–5", "scores the line and goes on to the next"),
        HelpKey("x", "you looked and could not tell, or did not check"),
        HelpKey("=", "the same as last night, for this line only"),
        HelpKey("Bksp", "makes the line “not recorded” again"),
        HelpKey("↑ ↓", "another line, without an answer"),
        HelpKey("← →", "another level, and stays on the line"),
        HelpKey("Enter", "opens a note, the signs, a time; else the next line"),
        HelpKey("o", "the clock of the time out of the cage"),
        HelpKey("m", "what became of a dose"),
        HelpKey("f", "what was given besides the usual food"),
        HelpKey("n", "writes a note"),
        HelpKey("z", "what is still to do"),
        HelpKey("h", "when to ring the vet, and why"),
        HelpKey("< >", "the night before, the night after"),
        HelpKey("a", "about the hamster and its vet"),
        HelpKey("b", "both values, where two carers wrote apart"),
        HelpKey("^z", "undo"),
    ),
    marks=(
        Mark("● ● ◉ ○", "a level: more dots are better; the ring is the one you chose"),
        Mark("×", "not seen, or not checked", "muted"),
        Mark("·", "not recorded", "faint"),
        Mark("≠", "two carers wrote different values: b shows both; any answer chooses", "warn"),
        Mark("▌", "the line that keys answer now", "accent"),
        Mark("✓ ○ ◐", "to do: done, open, under way", "good"),
        Mark("!!! !! ! ~", "how soon to be seen by a vet: now, today, 1 to 3 days, watch", "warn"),
    ),
    more=(
        marked(
            "A night runs from noon to noon: what you log at two in the morning belongs to the "
            "evening before."
        ),
    ),
)
"""What is to be known about it."""
