"""One list of the Care view, alone in its place or one of several that share it."""

from collections.abc import Callable, Sequence

from hamdiary.domain.language import t, tc
from hamdiary.services.pages import NightPage
from hamdiary.services.session import Session
from hamdiary.tui.widgets.lines import Line, Span, line
from hamdiary.tui.widgets.list_card import ListCard

Keys = Sequence[tuple[str, str]]
"""Keys as they are shown, each with what it does, in the language in use."""


class CareCard(ListCard):
    """A list of one kind of thing."""

    beside: Sequence["CareCard"] = ()
    """The lists that share its place, itself among them; empty where each has its own."""
    turns: Callable[["CareCard"], None]
    """Brings another list to the front."""
    _following: "CareCard"

    @property
    def keys_here(self) -> Keys:
        """Keys and what they do here, for the last row of the screen."""
        return self._keys()

    def _keys(self) -> Keys:
        return ()

    @property
    def count_words(self) -> str:
        """How much there is in it, for the heading of a place that it shares."""
        return ""

    def heading(self, width: int) -> Line:
        """The title; in a place that is shared all their titles, this one's reversed."""
        chips, before = line(), False
        for number, each in enumerate(self.beside):
            here = each is self
            name = f"{each.title}{each.count_words}"
            gap = "" if not number else " " if here or before else "  "
            words = f" {name} " if here else name
            chips = chips.plus(gap).plus(words, "chip" if here else "title", f"turn({number})")
            before = here
        return chips if 0 < chips.width <= width else super().heading(width)

    def action_turn(self, number: int) -> None:
        """A click on the title of a list that shares this place."""
        self.turns(self.beside[number])

    def show_way(self, number: int, cards: "Sequence[CareCard]") -> None:
        """Say which of these lists it is, and how to come to another; nothing if there are none."""
        self.way = self.short_way = line()
        if cards:
            self._following = cards[(number + 1) % len(cards)]
            self.short_way = line(
                Span(t("{n} of {of}").format(n=number + 1, of=len(cards)), "muted"),
                Span("   Tab", "key", "onward"),
                Span(f" {self._following.title}", "muted", "onward"),
            )
            self.way = self.short_way.plus(f"   1–{len(cards)}", "key")
            self.way = self.way.plus(" " + tc("key", "any"), "muted")
        self.repaint()

    def action_onward(self) -> None:
        """A click on the name of the list that comes next."""
        self.turns(self._following)

    def read(self, session: Session, page: NightPage) -> None:
        """Read what is listed, and show it."""
        raise NotImplementedError
