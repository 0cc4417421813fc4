"""The help of the Diary."""

from hamdiary.tui.help.page import HelpKey, HelpPage, Mark

PAGE = HelpPage(
    "Diary",
    "Every night, the newest first. Here you find an old night, read it, correct it, and see which "
    "nights nobody recorded.",
    keys=(
        HelpKey("↑↓", "another night; PgUp and PgDn go further"),
        HelpKey("Enter", "opens the night’s log, to read or to correct it"),
        HelpKey("/", "searches the notes"),
        HelpKey("1 2 3", "all nights, those with a note, those that nobody recorded"),
        HelpKey("< >", "the month before, the month after"),
        HelpKey("m", "shows month and night, where they are not beside the list"),
        HelpKey("p", "the photos and videos of the night"),
        HelpKey("Del", "deletes the night, after asking; undo brings it back"),
        HelpKey("Home", "tonight; End is the first night"),
        HelpKey("Esc", "ends a search: all nights again"),
        HelpKey("^z", "undo"),
        HelpKey("^y", "redo"),
    ),
    marks=(
        Mark("0–5", "the level of gait, of each leg, of what was eaten"),
        Mark("×", "looked, but not seen or not checked", "muted"),
        Mark("·", "not recorded", "faint"),
        Mark("▁▂▃▄▅▆▇", "gait over the last nights; higher is better"),
        Mark("!!! !! !", "a hint that was open: now, today, 1 to 3 days", "warn"),
    ),
)
"""What is to be known about it."""
