"""Fields that two carers wrote apart: both values with who and when, and one key for each."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from textual.app import ComposeResult
from textual.binding import Binding

from hamdiary.domain.conflicts import Conflict
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import t, tc
from hamdiary.domain.things import hamster_of
from hamdiary.render.merging import LETTERS, question_line, value_words, who_and_when
from hamdiary.tui.dialogs.dialog import Dialog, key_line
from hamdiary.tui.widgets.lines import BLANK, Line, Span, flowed, line, shortened, wrapped
from hamdiary.tui.widgets.list_card import ListCard

WIDTH = 84
"""Cells of the card."""

VALUE = 28
"""Cells of a value, before who wrote it."""

LONGEST_WHO = 31
"""Cells of who wrote it and when, and that it is shown."""

BESIDE = 52
"""Cells from which on that stands beside the value, not under it."""


@dataclass(frozen=True)
class Choice:
    """One value that is to stand."""

    question: Conflict
    """Of which question."""
    side: int
    """Which of its values."""
    cursor: int
    """Where the question stood in the list."""


class ConflictsDialog(Dialog[Choice | None]):
    """Returns the value that was chosen."""

    BINDINGS = [Binding("escape", "leave", "back")]

    def __init__(
        self,
        questions: Sequence[Conflict],
        names: Mapping[str, str],
        warnings: Sequence[Mapping[int, str]],
        cursor: int = 0,
    ) -> None:
        super().__init__()
        self._questions, self._names, self._warnings = questions, names, warnings
        self._cursor = cursor

    def compose(self) -> ComposeResult:
        """The questions, and the keys."""
        yield ListCard(t("Fields with two values"), id="conflicts")

    def on_mount(self) -> None:
        """Begin with the one that was chosen last."""
        card = self.query_one(ListCard)
        card.cursor = self._cursor
        card.key_actions = self._keys()
        self._show()
        card.styles.height = card.wanted_height(WIDTH)
        card.focus()

    def on_resize(self) -> None:
        """Words go where there is room."""
        self._show()

    def _show(self) -> None:
        room = min(WIDTH, self.app.size.width) - 5
        rows = [self._rows(number, room) for number in range(len(self._questions))]
        self.query_one(ListCard).show_rows(rows, self._below(room))

    def _rows(self, number: int, room: int) -> list[Line]:
        question = self._questions[number]
        name = self._names.get(hamster_of(question.id), t("a hamster"))
        rows = [line(Span(each, "bold")) for each in wrapped(question_line(question, name), room)]
        for side, change in enumerate(question.sides):
            shown = "   " + tc("value", "shown") if side == len(question.sides) - 1 else ""
            action = f"screen.choose({number}, {side})"
            row = line(Span(f" {LETTERS[side].lower()} ", "key", action), Span(" "))
            row = row.plus(shortened(value_words(question, change, VALUE), VALUE), "text", action)
            who = line(Span(who_and_when(change) + shown, "muted", action))
            if room >= BESIDE:
                rows.append(
                    row.to(max(row.width + 2, min(VALUE + 5, room - LONGEST_WHO))).then(who)
                )
            else:
                rows += [row, line("    ").then(who)]
            urgent = self._warnings[number].get(side)
            if urgent:
                said = wrapped(t("with this value: {urgent}").format(urgent=urgent), room - 4)
                rows += [line("    ", Span(each, "warn")) for each in said]
        return rows

    def _below(self, room: int) -> list[Line]:
        most = max(len(each.sides) for each in self._questions)
        keys = [
            _key(LETTERS[side].lower(), tc("key", "this one stands"), side) for side in range(most)
        ]
        keys.append(key_line("Esc", tc("key", "later"), "leave"))
        note = t("Both are kept until you choose. ^z asks again.")
        told = [line(Span(each, "muted")) for each in wrapped(note, room)]
        return [BLANK, *flowed(keys, room, 3), *told]

    def _keys(self) -> dict[str, Callable[[], None]]:
        return {
            letter.lower(): partial(self.action_choose_here, side)
            for side, letter in enumerate(LETTERS)
        }

    def _choose(self, number: int, side: int) -> None:
        if side < len(self._questions[number].sides):
            self.dismiss(Choice(self._questions[number], side, number))

    def action_choose(self, number: int, side: int) -> None:
        """A click on a value."""
        self._choose(number, side)

    def action_choose_here(self, side: int) -> None:
        """A click on a key in the foot."""
        self._choose(self.query_one(ListCard).cursor, side)


def _key(key: str, words: str, side: int) -> Line:
    return key_line(key, words, f"choose_here({side})")
