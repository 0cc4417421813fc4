"""Which open hints an entry feeds, said as soon as it is made; what is normal asks no rules."""

from collections.abc import Callable
from datetime import date

from hamdiary.domain.hamster import Hamster
from hamdiary.domain.hints.in_brief import HintInBrief
from hamdiary.services.hints_in_brief import nothing_opened, remember_page
from hamdiary.services.knowing import told_if_damaged
from hamdiary.services.recording import Values
from hamdiary.services.session import Session
from hamdiary.storage.looks import place_in_journal

ASIDE = frozenset({"note", "surface", "carer", "pouches_empty"})
"""Fields that no rule fires on by themselves."""

NORMAL = {
    "gait": (5,),
    "ate": ("most", "all"),
    "droppings": ("normal",),
    "urine": ("normal",),
    "breathing": ("normal",),
    "wheel": ("some", "usual"),
    "night_quality": ("good", "mixed"),
}
"""Values after which no rule can fire that did not fire before; amounts are compared, never so."""

UNSEEN = ("not_seen", "not_checked")
"""Looked and could not tell: it neither fires nor clears (design §2)."""


def place_before(session: Session) -> int:
    """How far the journal goes before an entry."""
    return place_in_journal(session.diary)


@told_if_damaged
def hints_of_entry(
    session: Session, hamster: Hamster, evening: date, values: Values, before: int
) -> tuple[HintInBrief, ...]:
    """The open hints of WATCH or more that what was just recorded of a night feeds.

    `before` is how far the journal went before that. After a normal entry of tonight no rule is
    asked: it can open nothing, and what it ends is seen at the next look.
    """
    if hamster.closed_because is not None:
        return ()
    if evening == session.tonight and cannot_open(values):
        nothing_opened(session, hamster, before)
        return ()
    return hints_fed(session, hamster, lambda on, field: on == evening and field in values)


def hints_fed(
    session: Session, hamster: Hamster, feeds: Callable[[date, str], bool]
) -> tuple[HintInBrief, ...]:
    """The open hints that are said and fed by a field of an evening that `feeds` is true of."""
    from hamdiary.services.hints import hints_page

    page = hints_page(session, hamster)
    hints = remember_page(session, page)
    fed = {
        each.hint.key
        for each in page.opened
        if any(feeds(fact.evening, fact.field) for fact in each.hint.facts)
    }
    return tuple(each for each in hints if each.is_said and each.key in fed)


def cannot_open(values: Values) -> bool:
    """Whether every value is such that no hint can open by it."""
    return all(_cannot_open(name, value) for name, value in values.items())


def _cannot_open(name: str, value: object) -> bool:
    if name in ASIDE:
        return name != "pouches_empty" or value == "yes"
    if value is None:
        return False
    if value in UNSEEN:
        return True
    return value == "no" if name.startswith("sign_") else value in NORMAL.get(name, ())
