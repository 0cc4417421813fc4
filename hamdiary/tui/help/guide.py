"""The help of the Guide."""

from hamdiary.domain.language import marked
from hamdiary.tui.help.page import HelpKey, HelpPage, Mark

PAGE = HelpPage(
    "Guide",
    "What care pages, vets’ pages and studies say of weak hind legs: causes, nursing, prevention, "
    "foods, the cage. Every fact says who says it and how sure it is. It never tells what your "
    "hamster has.",
    keys=(
        HelpKey("↑ ↓", "another topic, a sign, or further down the page"),
        HelpKey(
            "Enter", "reads the topic, opens what is marked, or says what follows from the signs"
        ),
        HelpKey("Tab", "the next card"),
        HelpKey("/", "searches everything"),
        HelpKey("1–9", "opens what stands at that number"),
        HelpKey("s", "the sources of the page"),
        HelpKey("y n", "a sign is seen, or you looked and it is not"),
        HelpKey("Bksp", "not looked; elsewhere back"),
        HelpKey("Esc", "back to where you came from"),
    ),
    marks=(
        Mark("●●●", "strong: how sure a fact is"),
        Mark("●●○", "fair"),
        Mark("●○○", "weak"),
        Mark("!!! !! !", "how soon a vet should see it: now, today, 1 to 3 days", "warn"),
    ),
    more=(
        marked(
            "No sign on the list does not mean that all is well. If you are worried, ring a vet."
        ),
    ),
)
"""What is to be known about it."""
