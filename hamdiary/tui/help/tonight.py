"""The help of Tonight."""

from hamdiary.tui.help.page import HelpPage, Mark

PAGE = HelpPage(
    "Tonight",
    "The log of one night: one line for each thing to look at, one key for each answer. It is kept "
    "the moment you press it. What you leave out stays “not recorded”, which is never taken as "
    "normal.",
    keys=(
        ("0–5", "scores the line and goes on to the next"),
        ("x", "you looked and could not tell, or did not check"),
        ("=", "the same as last night, for this line only"),
        ("Bksp", "makes the line “not recorded” again"),
        ("↑ ↓", "another line, without an answer"),
        ("← →", "another level, and stays on the line"),
        ("Enter", "opens a note, the signs, a time; else the next line"),
        ("o", "the clock of the time out of the cage"),
        ("m", "what became of a dose"),
        ("f", "what was given besides the usual food"),
        ("n", "writes a note"),
        ("z", "what is still to do"),
        ("h", "when to ring the vet, and why"),
        ("< >", "the night before, the night after"),
        ("a", "about the hamster and its vet"),
        ("b", "both values, where two carers wrote apart"),
        ("^z", "undo"),
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
    more=("A night runs from noon to noon: what you log at two in the morning belongs to the "
          "evening before.",),
)  # fmt: skip
"""What is to be known about it."""
