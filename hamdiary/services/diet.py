"""How a hamster stands with its extra food: the week, what would fit, what it had before."""

from datetime import date, timedelta

from hamdiary.domain.diet import DietWeek, vitamin_week
from hamdiary.domain.diet_suggestions import Suggestion, pick_order, suggestions
from hamdiary.domain.diet_warnings import is_new
from hamdiary.domain.foods import Serving
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.night import Droppings
from hamdiary.domain.servings import latest_droppings, night_limit
from hamdiary.knowledge.foods import foods
from hamdiary.services.foods_eaten import recognised
from hamdiary.services.knowing import told_if_damaged
from hamdiary.services.session import Session
from hamdiary.storage import care, looks

BACK = timedelta(days=27)
"""How far back every serving is read; of the time before, the last of each food."""

AHEAD = timedelta(days=6)
"""Nights after an earlier one that count with it: a week can begin on it."""

DROPPINGS_HOLD = timedelta(days=7)
"""How long droppings that somebody saw have a say when nobody has looked since (D)."""


@dataclass(frozen=True)
class Diet:
    """What is known of a hamster's extra food on one evening."""

    hamster: Hamster
    """Whose."""
    evening: date
    """The night that the week ends with."""
    servings: tuple[Serving, ...]
    """What was given, as far back as it has a say, foods by their slug."""
    is_tonight: bool
    """Whether that night is still going on."""
    none_given: frozenset[date]
    """Evenings of which it is recorded that nothing extra was given."""
    droppings: Droppings | None
    """The last droppings anybody saw."""
    week: DietWeek
    """Seven nights up to the evening."""
    suggested: tuple[Suggestion, ...]
    """What would fit that evening, instead of one another."""

    @property
    def tonight(self) -> list[Serving]:
        """What was given on the evening, in the order in which it was written down."""
        return self.of(self.evening)

    def of(self, evening: date) -> list[Serving]:
        """What was given on a night."""
        return [each for each in self.servings if each.evening == evening]

    @property
    def limit_g(self) -> float:
        """The most of all extras of one night, in grams."""
        return night_limit(self.hamster.species)

    @property
    def is_kept(self) -> bool:
        """Whether extra food was ever written down here lately, or that there was none."""
        since = self.evening - BACK
        lately = any(each.evening and each.evening >= since for each in self.servings)
        return lately or bool(self.none_given)

    def is_new(self, serving: Serving) -> bool:
        """Whether a serving was the first of its food, as the owner or the diary says."""
        return is_new(serving, [each for each in self.servings if each.id != serving.id])

    def in_pick_order(self) -> list[str]:
        """Slugs as they are offered: what would fit, then the latest given, then all others."""
        return pick_order(foods(), self.servings, self.suggested)


@told_if_damaged
def diet_on(session: Session, hamster: Hamster, evening: date | None = None) -> Diet:
    """How it stands on an evening, tonight if none is named.

    Kept from one look to the next, so that two that ask at once read it once.
    """
    on = evening or session.tonight
    place = looks.place_in_journal(session.diary)
    kept = session.kept.get("diet")
    if isinstance(kept, _Kept) and kept.holds(session, hamster, on):
        return kept.diet
    found = _read(session, hamster, on)
    session.kept["diet"] = _Kept(place, session.tonight, found)
    return found


@dataclass(frozen=True)
class _Kept:
    place: int
    """How far the journal went."""
    tonight: date
    """Which night it was."""
    diet: Diet
    """How it stood."""

    def holds(self, session: Session, hamster: Hamster, on: date) -> bool:
        """Whether nothing has changed since that has a say."""
        diet = self.diet
        if (diet.hamster, diet.evening, self.tonight) != (hamster, on, session.tonight):
            return False
        changed = looks.changed_since(session.diary, self.place, hamster.id)
        if any(kind in ("serving", "no_extras") for kind, _ in changed):
            return False
        nights = any(kind == "night" for kind, _ in changed)
        return not nights or diet.droppings == droppings_by(session, hamster, on)


def _read(session: Session, hamster: Hamster, on: date) -> Diet:
    given = servings_about(session, hamster, on)
    bare = care.nights_without_extras(session.diary, hamster.id, on - BACK, on + AHEAD)
    none_given = frozenset(each.evening for each in bare)
    droppings = droppings_by(session, hamster, on)
    known = foods()
    return Diet(
        hamster,
        on,
        tuple(given),
        on == session.tonight,
        none_given,
        droppings,
        vitamin_week(known, given, none_given, on, hamster.species),
        suggestions(known, given, none_given, on, hamster.species, droppings),
    )


def servings_about(session: Session, hamster: Hamster, evening: date) -> list[Serving]:
    """The servings that have a say on an evening, the oldest first, foods by their slug."""
    diary, first = session.diary, evening - BACK
    before = care.servings_before(diary, hamster.id, first)
    lately = care.servings(diary, hamster.id, first, evening + AHEAD)
    return [recognised(each) for each in (*before, *lately)]


def droppings_by(session: Session, hamster: Hamster, evening: date) -> Droppings | None:
    """The last droppings anybody saw by then; None if nobody has looked for a week."""
    nights = session.diary.nights(hamster.id, evening - DROPPINGS_HOLD, evening)
    return latest_droppings(nights, evening)
