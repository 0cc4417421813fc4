"""Reading the guide as an owner does: a page from its top to its end, at any size."""

import re

SIZES = ((120, 40), (80, 24), (60, 18), (45, 14), (200, 60))


def guide_of(evening):
    return evening.app.screen.view


def shown_on(card):
    """What stands in a card now, without its frame."""
    rows = [line.plain for line in card.lines()]
    return [row.strip("│▌› ").rstrip() for row in rows[1:-1]]


def all_of(card):
    """Everything in a card, from the top to the end, leafing like an owner."""
    card.take_key("home")
    read = {}
    for _ in range(400):
        read |= {card.first + place: row for place, row in enumerate(shown_on(card))}
        before = card.first
        card.take_key("pagedown")
        if card.first == before:
            return "\n".join(read.values())
    raise AssertionError("the card has no end")


def words(text):
    return re.findall(r"[\w’']+", text.casefold())


def stands_in(text, page):
    """Whether all words of a text stand in a page in their order, whatever stands beside them."""
    rest = iter(page)
    return all(word in rest for word in words(text))
