"""Quality-of-life checks, the newest first, and what such a check is (domain §1.1)."""

from collections.abc import Sequence

from textual.app import ComposeResult

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import marked, t, tc
from hamdiary.domain.manner import with_year
from hamdiary.domain.text import clean_line
from hamdiary.domain.wellbeing import Wellbeing
from hamdiary.knowledge.notices import NOT_VALIDATED
from hamdiary.render.wellbeing import parts_words, sum_words
from hamdiary.tui.dialogs.dialog import WishDialog, key_line, wish_line
from hamdiary.tui.widgets.lines import BLANK, Line, Span, flowed, line, shortened, wrapped
from hamdiary.tui.widgets.list_card import ListCard

WIDTH = 78
"""Cells of the card."""

NONE_YET = marked(
    "No check is written down. It takes seven answers of 0 to 10, once a week if you like."
)
"""What stands where there is none."""


@dataclass(frozen=True)
class CheckWish:
    """What an owner wants to do."""

    verb: str
    """new, open or delete."""
    check: Wellbeing | None = None
    """With which check; None for a new one."""


class WellbeingDialog(WishDialog[CheckWish | None]):
    """Returns which check is wanted, and what for."""

    def __init__(self, checks: Sequence[Wellbeing]) -> None:
        """`checks` are the newest first."""
        super().__init__()
        self._card = ChecksCard(checks)
        self._card.key_actions = self.wishes({"n": "new", "delete": "delete"})

    def compose(self) -> ComposeResult:
        """The card."""
        yield self._card

    def on_mount(self) -> None:
        """Begin with the newest."""
        self._card.focus()

    def on_resize(self) -> None:
        """The window has another size, or has one now."""
        self.fit(self._card, WIDTH)

    def on_list_card_chosen(self, message: ListCard.Chosen) -> None:
        """Enter opens a check."""
        message.stop()
        self.action_wish("open")

    def action_wish(self, verb: str) -> None:
        """Return what is wanted with the chosen check."""
        if verb == "new":
            self.dismiss(CheckWish("new"))
        elif self._card.count:
            self.dismiss(CheckWish(verb, self._card.chosen))


class ChecksCard(ListCard):
    """A check in two lines: its night and what it comes to, and its answers."""

    def __init__(self, checks: Sequence[Wellbeing]) -> None:
        super().__init__(t("Quality of life"), id="wellbeing")
        self._checks = checks
        self.fact = line(Span(t("newest first") if checks else "", "muted"))

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._checks)

    @property
    def chosen(self) -> Wellbeing:
        """The check that the cursor is on."""
        return self._checks[self.cursor]

    def rows(self, width: int) -> Sequence[Sequence[Line]]:
        """Night, sum, answers."""
        return [_row(each, width) for each in self._checks]

    def wanted_height(self, width: int) -> int:
        """Room for every row, the keys and what a check is."""
        inner = width - 5
        shown = self.rows(inner)
        rows = sum(map(len, shown)) + max(0, len(shown) - 1) or len(wrapped(t(NONE_YET), inner))
        return rows + len(self._foot(inner)) + 3

    def body(self, width: int, height: int) -> list[Line]:
        """The rows, keys, and what a check is, as far as there is room."""
        self._below = self._foot(width)
        self._empty = [line(each) for each in wrapped(t(NONE_YET), width)]
        return super().body(width, height)

    def _foot(self, width: int) -> list[Line]:
        keys = [wish_line("n", tc("key", "a new check"), "new")]
        if self._checks:
            keys = [
                wish_line("Enter", tc("key", "open"), "open"),
                *keys,
                wish_line("Del", tc("key", "remove"), "delete"),
            ]
        back = key_line("Esc", tc("key", "back"), "leave")
        notice = [line(Span(each, "muted")) for each in wrapped(t(NOT_VALIDATED), width)]
        return [*flowed([*keys, back], width, 3), BLANK, *notice]


def _row(check: Wellbeing, width: int) -> list[Line]:
    on = with_year(check.evening) if check.evening else ""
    head = line(Span(on, "muted")).to(17)
    first, *more = wrapped(sum_words(check), width - 17)
    lines = [head.plus(first, "bold"), *(line(" " * 17, Span(each, "bold")) for each in more)]
    rest = parts_words(check) if check.answered else ""
    lines += [line(" " * 2, Span(each, "muted")) for each in wrapped(rest, width - 2) if each]
    if check.note:
        lines.append(line(" " * 2, shortened(clean_line(check.note), width - 2)))
    return lines
