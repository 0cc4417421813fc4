"""The rows above and below every view: the views, whose night it is, which keys work."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from textual import events
from textual.geometry import Size
from textual.screen import Screen

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import marked, shows, t, tc
from hamdiary.tui.widgets.form_help import keys_line
from hamdiary.tui.widgets.lines import Line, Span, apart, line, shortened
from hamdiary.tui.widgets.painting import Painted


class Key(NamedTuple):
    """One key that matters now."""

    key: str
    """How it is written."""
    words: str
    """What it does, one or two words."""
    action: str
    """The action that a click on it runs, with its namespace."""


@shows("name")
@shows("short", context="where")
@dataclass(frozen=True)
class Tab:
    """One view's name in the top row."""

    view: str
    """The view's id."""
    name: str
    """What the owner calls it."""
    short: str
    """The same in the top row, where every cell counts."""
    key: str
    """The letter that opens it; in English the first of its name."""
    where: str = "top row"
    """In which sense the short one is meant."""

    def lettered(self) -> tuple[str, str]:
        """Its key, and what follows: the rest of a name that begins with it, else the name."""
        begins = self.short[:1].casefold() == self.key
        return (self.short[0], self.short[1:]) if begins else (self.key, f" {self.short}")


class ViewBar(Painted):
    """Row 0: the views, and when the last change was saved."""

    def __init__(self, tabs: Sequence[Tab]) -> None:
        super().__init__(id="views")
        self._tabs = tabs
        self._current = tabs[0].view
        self._state = self._badge = Line()

    def show(self, current: str, state: Line, badge: Line | None = None) -> None:
        """Mark the current view, say on the right how things stand, and what is urgent."""
        self._current, self._state, self._badge = current, state, badge or Line()
        self.repaint()

    def paint(self, width: int, height: int) -> list[Line]:
        """Names with their key underlined; one letter each where there is no room."""
        narrow = width < 70
        row = line(Span("" if width < 90 else " "))
        for tab in self._tabs:
            # "Tonight" is never an old night whose log was opened before.
            action = "screen.tonight" if tab.view == "tonight" else f"screen.view('{tab.view}')"
            if tab.view == self._current:
                row = row.plus(f" {tab.short} ", "chip", action)
                continue
            letter, rest = tab.lettered()
            row = row.plus(" ").plus(letter.upper() if narrow else letter, "underlined", action)
            row = row.plus(" " if narrow else f"{rest} ", "muted", action)
        return [
            apart(row, self._right(width - row.width, 1 if width < 90 else 3), width).on("panel")
        ]

    def _right(self, room: int, margin: int) -> Line:
        """What is urgent goes before what is saved."""
        both = self._badge.plus("  ").then(self._state) if self._badge.width else self._state
        if both.width + margin + 1 > room:
            # The time and its sign say enough; other states are one word that stays whole.
            both = self._badge if self._badge.width else Line(self._state.spans[-2:])
        return both.plus(" " * margin)


SMALLEST = Size(45, 14)
"""The smallest window in which everything can be read."""

ENLARGE = marked("please enlarge")
"""What is said in a smaller one."""

NAME = 6
"""Cells of the name that stay beside the night."""


class WhoLine(Painted):
    """Row 1: the hamster and the night."""

    def __init__(self) -> None:
        super().__init__(id="who")
        self._who, self._night = "", ("", "")
        self._facts: tuple[str, ...] = ()
        self._rows = SMALLEST.height

    def on_mount(self) -> None:
        """Learn of windows that become lower, which leaves this row as it is."""
        self.screen.screen_layout_refresh_signal.subscribe(self, self._measure)
        self._measure(self.screen)

    def _measure(self, screen: Screen[Any]) -> None:
        if screen.size.height != self._rows:
            self._rows = screen.size.height
            self.repaint()

    def show(self, name: str, facts: tuple[str, ...], night: tuple[str, str]) -> None:
        """Name; facts about it in ever fewer words; the night, long and short."""
        self._who, self._facts, self._night = name, facts, night
        self.repaint()

    def paint(self, width: int, height: int) -> list[Line]:
        """The long forms where they fit, then shorter ones, then the start of the name alone."""
        small = width < SMALLEST.width or self._rows < SMALLEST.height
        inset = "  " if width < 90 else "   "
        start = line(Span(inset), self._called(width // 2))
        said = (
            [Span(t(ENLARGE), "warn")] if small else [Span(each, "muted") for each in self._facts]
        )
        for facts in said if small else [*said, Span("")]:
            for night in self._night:
                left = start.plus("   ").then(line(facts)) if facts.text else start
                of = Span(t("night of") + " ", "muted")
                right = line(of, Span(night, "bold"), Span(inset))
                if left.width + right.width + 3 <= width:
                    return [apart(left, right, width).on("surface")]
        right = line(*[Span(f"{t(ENLARGE)} ", "warn")] * small, Span(f"{self._night[1]} ", "bold"))
        if right.width + NAME > width:
            right = line(Span(f"{t(ENLARGE)} ", "warn"))
        name = line(" ", self._called(width - right.width - 2))
        return [apart(name, right, width).on("surface")]

    def _called(self, room: int) -> Span:
        return Span(shortened(self._who, room), "bold", "screen.hamster")


def palette_key() -> Key:
    """The key of everything that can be done."""
    return Key("^p", tc("key", "commands"), "app.command_palette")


def help_key() -> Key:
    """The key of what is known of the view in front."""
    return Key("?", tc("key", "help"), "screen.help")


class KeyBar(Painted):
    """The last row: the keys of this view, most used first."""

    def __init__(self, *ends: Key) -> None:
        """`ends` stand at the right end whatever else has room."""
        super().__init__(id="keys")
        self._ends = ends or (palette_key(),)
        self._keys: Sequence[Key] = ()

    def show(self, keys: Sequence[Key]) -> None:
        """Show these keys; a click on one without an action presses it."""
        self._keys = [each if each.action else each._replace(action=_press(each)) for each in keys]
        self.repaint()

    def action_press(self, key: str) -> None:
        """As if that key were pressed."""
        self.app.post_message(pressed(key))

    def paint(self, width: int, height: int) -> list[Line]:
        """As many keys as fit; help and the command palette on the right."""
        inset = line(Span("" if width < 90 else "  "))
        row = keys_line(self._keys, self._ends, width - inset.width)
        return [inset.then(row).to(width).on("panel")]


WRITTEN = {"Enter": "enter", "Tab": "tab", "Del": "delete", "Bksp": "backspace", "Esc": "escape",
           "Home": "home", "=": "equals_sign", "/": "slash"}  # fmt: skip
"""How the last row writes keys, and how Textual does."""


CHARACTERS = {"equals_sign": "=", "slash": "/", "less_than_sign": "<", "greater_than_sign": ">"}
"""What is typed by keys whose name is a word; `App.simulate_key` would leave it out."""


def pressed(key: str) -> events.Key:
    """The key as it comes from a keyboard."""
    return events.Key(key, CHARACTERS.get(key, key if len(key) == 1 else None))


def _press(each: Key) -> str:
    """What a click does: press the key if it is one, and not several."""
    name = WRITTEN.get(each.key, each.key if len(each.key) == 1 and each.key.isalnum() else "")
    return f"press('{name}')" if name else ""
