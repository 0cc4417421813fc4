"""Picking a food: due and recent ones first, the others found by typing."""

from collections.abc import Callable

from textual import events
from textual.app import ComposeResult

from hamdiary.domain.foods import Serving
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import t, tc
from hamdiary.services.diet import Diet
from hamdiary.tui.answering import Values
from hamdiary.tui.dialogs.dialog import Dialog, key_line, wish_line
from hamdiary.tui.dialogs.serving import ServingDialog
from hamdiary.tui.widgets.card import Card
from hamdiary.tui.widgets.food_picks import night_title
from hamdiary.tui.widgets.lines import BLANK, Line, Span, flowed, line, shortened
from hamdiary.tui.widgets.list_card import WHEEL
from hamdiary.tui.widgets.pick_list import PickList


@dataclass(frozen=True)
class FeedWish:
    """What an owner wants."""

    verb: str
    """give, edit, remove, none, clear-none or why."""
    food: str = ""
    """Which food, for give and why."""
    serving: Serving | None = None
    """Which serving, for edit and remove."""
    values: Values | None = None
    """For give: how much, and what became of it."""


class FeedDialog(Dialog[FeedWish | None]):
    """Returns what was picked; nothing is recorded here."""

    def __init__(self, diet: Diet, asks: Callable[[str], ServingDialog]) -> None:
        """`asks` makes the dialog that asks how much of a food was given."""
        super().__init__()
        self._card = PickCard(diet)
        self._asks = asks
        self.asked: ServingDialog | None = None
        """The dialog on top of this one, while it is open."""

    def compose(self) -> ComposeResult:
        """The list."""
        yield self._card

    def on_mount(self) -> None:
        """Let keys go to the list."""
        self._card.focus()

    def action_wish(self, verb: str) -> None:
        """A key or a click says what is wanted with the chosen row."""
        wish = self._card.wish(verb)
        if wish is None:
            return
        if wish.verb == "give":
            self._ask(wish.food)
        else:
            self.dismiss(wish)

    def _ask(self, food: str) -> None:
        """Ask how much on top of the list, so that no key in between falls through to the log."""

        def take(values: Values | None) -> None:
            """Back to the list, or done, if the amount was said."""
            self.asked = None
            if values is not None:
                self.dismiss(FeedWish("give", food, values=values))

        self.asked = self._asks(food)
        self.app.push_screen(self.asked, take)


class PickCard(Card, can_focus=True):
    """What can be picked; letters find, all keys are taken here, one after another."""

    def __init__(self, diet: Diet) -> None:
        super().__init__(night_title(diet.evening, diet.is_tonight), id="feeding")
        self.offers = PickList(diet)
        """What is offered."""
        self.fact = line(
            Span(
                t("at most {grams:g} g of all extras in a night").format(grams=diet.limit_g),
                "muted",
            )
        )
        self.short_fact = line(Span(t("at most {grams:g} g").format(grams=diet.limit_g), "muted"))

    def wish(self, verb: str) -> FeedWish | None:
        """What is wanted with the chosen row; None where that has no sense."""
        pick = self.offers.chosen
        if pick is None:
            return None
        food = (pick.serving.food if pick.serving else pick.food) or ""
        if verb == "pick":
            return FeedWish(pick.verb, pick.food, pick.serving)
        if verb == "why":
            return FeedWish("why", food)
        if verb == "remove" and pick.serving is not None:
            return FeedWish("remove", serving=pick.serving)
        return None

    # Keys

    def on_key(self, event: events.Key) -> None:
        """Take every key that means something here."""
        screen = self.screen
        assert isinstance(screen, FeedDialog)
        if screen.asked is not None:
            screen.asked.take(event)
            event.stop()
        elif self.take_key(event.key, event.character if event.is_printable else None):
            event.stop()
            event.prevent_default()

    def take_key(self, key: str, character: str | None) -> bool:
        """Do what a key means here; False if it means nothing."""
        moves = {"up": -1, "down": 1, "pageup": -8, "pagedown": 8, "home": -999, "end": 999}
        screen = self.screen
        assert isinstance(screen, FeedDialog)
        if key in moves:
            self._move(moves[key])
        elif key == "enter":
            screen.action_wish("pick")
        elif character == "?" or key == "f1":
            screen.action_wish("why")
        elif key == "delete":
            screen.action_wish("remove")
        elif key == "escape":
            self._leave(screen)
        elif key in ("backspace", "ctrl+u"):
            self.find(self.offers.typed[:-1] if key == "backspace" else "")
        elif character and (self.offers.typed or not character.isspace()):
            self.find(self.offers.typed + character)
        else:
            return False
        return True

    def on_paste(self, event: events.Paste) -> None:
        """Pasted words are looked for."""
        event.stop()
        self.find(self.offers.typed + next(iter(event.text.splitlines()), ""))

    def _leave(self, screen: FeedDialog) -> None:
        if self.offers.typed:
            self.find("")
        else:
            screen.action_leave()

    def on_mouse_scroll_down(self) -> None:
        """The wheel goes through the rows."""
        self._move(WHEEL)

    def on_mouse_scroll_up(self) -> None:
        """The wheel goes through the rows."""
        self._move(-WHEEL)

    def _move(self, by: int) -> None:
        if self.offers.chosen is not None:
            self.offers.move(by)
            self.repaint()

    def find(self, typed: str) -> None:
        """Offer what fits the typed words."""
        self.offers.find(typed)
        self.repaint()

    def action_choose(self, number: int) -> None:
        """A click on a row picks it."""
        self.offers.cursor = number
        screen = self.screen
        assert isinstance(screen, FeedDialog)
        screen.action_wish("pick")

    # What it looks like

    def body(self, width: int, height: int) -> list[Line]:
        """What is typed, the rows around the chosen one, and the keys."""
        below = self._keys(width)
        room = max(1, height - len(below) - 3)
        rows = self.offers.rows(width, room)
        self.foot = self.offers.more(room)
        blank = [BLANK] * (room - len(rows))
        return [self._find_line(width), BLANK, *rows, *blank, BLANK, *below]

    def _find_line(self, width: int) -> Line:
        start = line(Span(tc("food", "Find") + " ", "muted"))
        if not self.offers.typed:
            start = start.plus("▏", "accent")
            hints = (t("type a food, or your own word for it"), t("type a food"))
            hint = next((each for each in hints if start.width + len(each) <= width), "")
            return start.plus(hint, "faint")
        return start.plus(shortened(self.offers.typed, width - 8), "bold").plus("▏", "accent")

    def _keys(self, width: int) -> list[Line]:
        pick = self.offers.chosen
        edits = pick is not None and pick.serving is not None
        picks = tc("key", "put it right") if edits else tc("key", "that one")
        keys = [wish_line("Enter", picks, "pick")]
        if edits:
            keys.append(wish_line("Del", tc("key", "remove"), "remove"))
        elif pick is not None and pick.verb == "give":
            keys.append(wish_line("?", tc("key", "why, in the guide"), "why"))
        leaves = tc("key", "all foods") if self.offers.typed else tc("key", "back")
        keys.append(key_line("Esc", leaves, "leave"))
        return flowed(keys, width, 3)
