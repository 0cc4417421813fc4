"""The card of one hint: the numbers to ring before all else, and everything there is to tell."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from textual import events

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import marked, t, tc
from hamdiary.tui.widgets import hint_lines as parts
from hamdiary.tui.widgets.card import Card
from hamdiary.tui.widgets.form_help import rule
from hamdiary.tui.widgets.hint_banner import GROUNDS, sign_span
from hamdiary.tui.widgets.hint_lines import HintShown
from hamdiary.tui.widgets.lines import BLANK, Line, Span, flowed, line, wrapped
from hamdiary.tui.widgets.vet_numbers import number_lines, numbers_in_brief

STAYS = marked("The hint stays until the vet has been told or two nights are back to normal.")
"""What becomes of it (domain §6)."""

SCROLLED = 6
"""Rows that must be left for what scrolls, else all above it is said in brief."""

IN_BRIEF = 56
"""Cells below which a key's words are one word."""


def back_key() -> Line:
    """How a hint is left."""
    words = " " + tc("key", "back")
    return line(Span("Esc", "key", "screen.leave"), Span(words, "muted", "screen.leave"))


URGENT = ("now", "today")
"""How urgent a hint is whose numbers are shown big."""


@dataclass(frozen=True)
class HintKey:
    """One thing that can be done about a hint."""

    key: str
    """The key."""
    words: str
    """What it does."""
    verb: str
    """What the dialog returns for it."""
    brief: str
    """What it does, in a word."""


@dataclass(frozen=True)
class _Room:
    """How much room there is."""

    tall: bool = False
    """For a heading of three rows."""
    gaps: bool = False
    """For an empty row between two parts."""
    told: bool = False
    """For what becomes of the hint."""
    in_big: bool = False
    """For big figures."""


_FROM_AIRY_TO_TIGHT = (
    (True, True, True), (False, True, True), (False, True, False), (False, False, True),
    (False, False, False),
)  # fmt: skip


@dataclass(frozen=True)
class _Layout:
    """One way to show all of it."""

    head: Sequence[Line]
    middle: Sequence[Line]
    foot: Sequence[Line]

    @property
    def rows(self) -> int:
        """Rows that it takes when nothing scrolls."""
        return self.fixed + len(self.middle)

    @property
    def fixed(self) -> int:
        """Rows that never scroll."""
        return len(self.head) + len(self.foot)


class HintCard(Card, can_focus=True):
    """Scrolls by lines where it must; the numbers are never scrolled to."""

    def __init__(self, shown: HintShown, keys: Sequence[HintKey], *, aloud: bool) -> None:
        super().__init__(t("What to tell the vet") if aloud else "", id="hint-card")
        self._shown, self._offered, self._aloud = shown, keys, aloud
        self._top_row, self._hidden, self._page = 0, 0, 1
        self.key_actions: Mapping[str, Callable[[], None]] = {}
        """What keys do here besides scrolling; taken before any binding sees them."""

    def edge(self) -> str:
        """Red around what cannot wait."""
        return "edge-alarm" if self._shown.urgency == "now" else super().edge()

    # Keys

    def on_key(self, event: events.Key) -> None:
        """Scroll, or do what the dialog has said for a key; nothing else comes through."""
        moves = {"up": -1, "down": 1, "pageup": -self._page, "pagedown": self._page,
                 "space": self._page, "home": -10_000, "end": 10_000}  # fmt: skip
        if event.key in moves:
            self.scroll_lines(moves[event.key])
        elif event.key in self.key_actions:
            self.key_actions[event.key]()
        else:
            return
        event.stop()
        event.prevent_default()

    def on_mouse_scroll_down(self) -> None:
        """The wheel scrolls."""
        self.scroll_lines(3)

    def on_mouse_scroll_up(self) -> None:
        """And back."""
        self.scroll_lines(-3)

    def scroll_lines(self, by: int) -> None:
        """Move what does not fit."""
        self._top_row = max(0, min(self._top_row + by, self._top_row + self._hidden))
        self.repaint()

    # What it shows

    def height_in(self, width: int, most: int) -> int:
        """Rows, frame included, in a window of `most` rows."""
        fitting = (each.rows for each in self._layouts(width - 5) if each.rows + 2 <= most)
        return next(fitting, most - 2) + 2

    def body(self, width: int, height: int) -> list[Line]:
        """The roomiest layout that fits; else a tight one, scrolled."""
        layouts = list(self._layouts(width))
        fitting = [each for each in layouts if each.rows <= height]
        if not fitting:
            tight = (self._layout(width, _Room(in_big=self._is_urgent)), layouts[-1])
            fitting = [each for each in tight if each.fixed + SCROLLED <= height]
        return self._scrolled((fitting or [self._in_brief(width)])[0], height)

    def _scrolled(self, layout: _Layout, height: int) -> list[Line]:
        room = max(0, height - layout.fixed)
        self._top_row = max(0, min(self._top_row, len(layout.middle) - room))
        self._page = max(1, room - 1)
        self._hidden = max(0, len(layout.middle) - room - self._top_row)
        self.foot = self._more()
        middle = list(layout.middle[self._top_row : self._top_row + room])
        filled = [*middle, *[BLANK] * (room - len(middle))]
        return [*layout.head, *filled, *layout.foot]

    def _more(self) -> Line:
        if not self._hidden and not self._top_row:
            return Line()
        words = (
            t("{hidden} more below ↓").format(hidden=self._hidden)
            if self._hidden
            else t("↑ more above")
        )
        return line(Span(words, "muted"))

    @property
    def _is_urgent(self) -> bool:
        return self._shown.urgency in URGENT

    def _layouts(self, width: int) -> Iterator[_Layout]:
        for in_big in (True, False) if self._is_urgent else (False,):
            for tall, gaps, told in _FROM_AIRY_TO_TIGHT:
                yield self._layout(width, _Room(tall, gaps, told, in_big))

    def _layout(self, width: int, room: _Room) -> _Layout:
        numbers = number_lines(self._shown.numbers, width, in_big=room.in_big)
        groups = self._read_aloud(width, room.gaps) if self._aloud else self._all(width)
        head = self._head(width, tall=room.tall)
        if room.tall and not self._aloud:
            groups.insert(1, numbers)
        else:  # what may have to scroll stands below the numbers
            apart = [BLANK] * (room.gaps or room.in_big)
            above = [BLANK] * (not room.tall and (room.gaps or room.told))
            head += [*above, *numbers, *apart]
        middle = [row for group in groups for row in [*group, *[BLANK] * room.gaps]]
        foot = [*[rule(width)] * room.told, *self._keys(width), *self._stays(width) * room.told]
        return _Layout(head, middle[: len(middle) - (room.gaps and room.told)], foot)

    def _in_brief(self, width: int) -> _Layout:
        """For the smallest windows: the numbers, and the rest by scrolling."""
        groups = self._read_aloud(width, False) if self._aloud else self._all(width)
        numbers = numbers_in_brief(self._shown.numbers, width)
        head = [*self._head(width, tall=False), *numbers]
        return _Layout(head, [row for group in groups for row in group], self._keys(width))

    def _head(self, width: int, *, tall: bool) -> list[Line]:
        sign = line(sign_span(self._shown.urgency))
        first, *more = wrapped(self._shown.how_soon, width - sign.width - 2)
        rows = [sign.plus("  ").plus(first, "bold")]
        rows += [line(" " * (sign.width + 2), Span(each, "bold")) for each in more]
        framed = [BLANK, *rows, BLANK] if tall else rows
        ground = GROUNDS[self._shown.urgency]
        return [*(each.to(width).on(ground) for each in framed), *[BLANK] * tall]

    def _all(self, width: int) -> list[list[Line]]:
        shown = self._shown
        return [
            parts.seen_part(shown, width),
            parts.why_part(shown, width),
            parts.tell_part(shown, width),
            parts.meanwhile_part(shown, width),
            parts.source_part(shown, width, caution=True),
        ]

    def _read_aloud(self, width: int, gaps: bool) -> list[list[Line]]:
        marked = [parts.marked(each, width) for each in self._shown.aloud]
        return marked if gaps else [[row for rows in marked for row in rows]]

    def _keys(self, width: int) -> list[Line]:
        brief = width < IN_BRIEF
        keys = [key_line(each, brief, place == 0) for place, each in enumerate(self._offered)]
        return flowed([*keys, back_key()], width, 3)

    def _stays(self, width: int) -> list[Line]:
        return [line(Span(each, "muted")) for each in wrapped(t(STAYS), width)]


def key_line(each: HintKey, brief: bool, is_first: bool = False) -> Line:
    """A key and what it does; the first one stands out where it is the one to press."""
    action = f"screen.wish('{each.verb}')"
    words = each.brief if brief else each.words
    if is_first:
        return line(Span(f" {each.key} ", "chip", action), Span(f" {words}", "bold", action))
    return line(Span(each.key, "key", action), Span(f" {words}", "muted", action))
