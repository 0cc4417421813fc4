"""What the list of nights holds, and how that is said above and below it."""

from dataclasses import dataclass
from datetime import date

from hamdiary.domain.hamster import Hamster
from hamdiary.domain.language import t, tc, tn
from hamdiary.domain.text import clean_line
from hamdiary.services.looking_back import Which
from hamdiary.services.session import Session
from hamdiary.tui.widgets.lines import BLANK, Line, Span, line
from hamdiary.tui.widgets.night_columns import NIGHT

ALL = "screen.press('escape')"
"""What a click on "shows all nights" does."""


FEW = 3
"""Nights up to which it is said how a diary grows."""


def first_nights() -> list[Line]:
    """What to do while there is little to look back on."""
    opens = t("opens a night")
    logs = Span("     " + t("logs tonight"), "muted")
    return [
        BLANK,
        line("  ", Span("Enter", "key"), Span(f" {opens}", "muted")),
        line("  ", Span("t", "key", "screen.tonight"), logs),
    ]


def how_much(session: Session, hamster: Hamster, first: date, last: date) -> str:
    """How much there is to look back on from one night to another."""
    nights = (last - first).days + 1
    words = tn("{nights} night, {count} recorded", "{nights} nights, {count} recorded", nights)
    return words.format(nights=nights, count=session.diary.count(hamster.id, first, last))


@dataclass(frozen=True)
class Listed:
    """Which nights are wanted."""

    which: Which = Which.ALL
    """Which sort."""
    words: str = ""
    """The words that their notes hold, as typed."""

    @property
    def searching(self) -> bool:
        """Whether there are words to look for."""
        return bool(clean_line(self.words))

    def searched(self, words: str) -> "Listed":
        """The same with other words; a night without a record has no note to search."""
        found = Listed(self.which, words)
        return Listed(Which.ALL, words) if found.searching and self._missing else found

    def fact(self, count: int) -> str:
        """What stands in the frame of the list."""
        if self.searching:
            found = tn("{count} night found", "{count} nights found", count)
        elif self.which is Which.ALL:
            found = t("newest first")
        elif self._missing:
            found = tn("{count} night not recorded", "{count} nights not recorded", count)
        else:
            found = tn("{count} night with a note", "{count} nights with a note", count)
        return found.format(count=count)

    def below(self, count: int) -> list[Line]:
        """What stands below the last night, or instead of all of them."""
        if count:
            ends = self.which is Which.ALL and not self.searching
            begins = line().to(NIGHT + 2).plus(t("the diary begins"), "muted")
            return [begins, *(first_nights() if count <= FEW else ())] if ends else []
        escape = line(
            Span("Esc", "key", ALL), Span(" " + tc("key", "shows all nights"), "muted", ALL)
        )
        return [BLANK, line(self._nothing), BLANK, escape]

    @property
    def _missing(self) -> bool:
        return self.which is Which.MISSING

    @property
    def _nothing(self) -> str:
        if self.searching:
            return t("No night has these words.")
        return t("Every night is recorded.") if self._missing else t("No night has a note yet.")
