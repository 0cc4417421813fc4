"""The help of Recovery."""

from hamdiary.render.recovery_brief import HOW_TO_READ
from hamdiary.tui.help.page import HelpKey, HelpPage, Mark

PAGE = HelpPage(
    "Recovery",
    "Whether it is getting better, in plots: gait and both legs, weight against its own usual one, "
    "minutes out of the cage, droppings, food and doses. The words beside them say the same.",
    keys=(
        HelpKey("← →", "reads out the night before or after"),
        HelpKey("Enter", "opens that night’s log"),
        HelpKey("Tab", "another plot by itself"),
        HelpKey("[ ]", "fewer or more nights"),
        HelpKey("1–4", "14, 30, 90 nights, or all"),
        HelpKey("w", "says all of it in words"),
        HelpKey("p", "the one published case beside it: one case, no forecast"),
        HelpKey("y", "days of treatment in place of dates"),
        HelpKey("l", "one large plot, or all again"),
        HelpKey("Home End", "the first and the last night"),
    ),
    marks=(
        Mark("◄ ►", "left leg, right leg", "second"),
        Mark("━", "gait; the line breaks where a night has no score"),
        Mark("×", "looked, but not seen", "muted"),
        Mark("·", "not recorded", "faint"),
        Mark("┊", "a happening, explained beside by its letter", "muted"),
        Mark("▁", "the goal of that night; a bar is minutes out of the cage"),
    ),
    more=HOW_TO_READ,
)
"""What is to be known about it."""
