"""The help of the Guide."""

from hamdiary.tui.help.page import HelpPage, Mark

PAGE = HelpPage(
    "Guide",
    "What care pages, vets’ pages and studies say of weak hind legs: causes, nursing, prevention, "
    "foods, the cage. Every fact says who says it and how sure it is. It never tells what your "
    "hamster has.",
    keys=(
        ("↑ ↓", "another topic, a sign, or further down the page"),
        ("Enter", "reads the topic, opens what is marked, or says what follows from the signs"),
        ("Tab", "the next card"),
        ("/", "searches everything"),
        ("1–9", "opens what stands at that number"),
        ("s", "the sources of the page"),
        ("y n", "a sign is seen, or you looked and it is not"),
        ("Bksp", "not looked; elsewhere back"),
        ("Esc", "back to where you came from"),
    ),
    marks=(
        Mark("●●●", "strong: how sure a fact is"),
        Mark("●●○", "fair"),
        Mark("●○○", "weak"),
        Mark("!!! !! !", "how soon a vet should see it: now, today, 1 to 3 days", "warn"),
    ),
    more=("No sign on the list does not mean that all is well. If you are worried, ring a vet.",),
)
"""What is to be known about it."""
