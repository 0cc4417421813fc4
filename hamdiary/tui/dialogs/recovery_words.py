"""Recovery in words: everything that the plots show, for whoever would rather read it."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding

from hamdiary.domain.language import t, tc
from hamdiary.render.canvas import Line as Pictured
from hamdiary.render.canvas import Span as Words
from hamdiary.render.canvas import wrapped_line
from hamdiary.render.recovery import PLOTS, marks_listed
from hamdiary.render.recovery_brief import HOW_TO_READ
from hamdiary.render.recovery_words import columns_in_words, milestones_in_words, words_of
from hamdiary.render.strips import legend_of_doses, letters_of_droppings
from hamdiary.tui.dialogs.dialog import Dialog, key_line
from hamdiary.tui.widgets.card import Card
from hamdiary.tui.widgets.lines import BLANK, Line, Span, line
from hamdiary.tui.widgets.pictured import on_screen
from hamdiary.tui.widgets.recovery_pages import Told


class RecoveryWordsDialog(Dialog[None]):
    """Reads only; any of its keys closes it."""

    BINDINGS = [
        Binding("escape,enter,q,w,question_mark,space", "leave", "back"),
        Binding("down", "scroll(1)", "down"),
        Binding("up", "scroll(-1)", "up"),
        Binding("pagedown", "scroll(10)", "down"),
        Binding("pageup", "scroll(-10)", "up"),
    ]

    def __init__(self, nights: int | None, told: Told, columns: int) -> None:
        """`nights` is how many are told of, None all of them."""
        super().__init__()
        self._nights, self._told, self._columns = nights, told, columns

    def compose(self) -> ComposeResult:
        """The card, scrolled if it is long."""
        title = t("Recovery in words, {count} nights").format(count=self._nights)
        if self._nights is None:
            title = t("Recovery in words, all nights")
        yield RecoveryWordsCard(title, said_of(self._told, self._columns))

    def action_scroll(self, by: int) -> None:
        """Move through it."""
        self.query_one(RecoveryWordsCard).scroll_by(by)


class RecoveryWordsCard(Card):
    """Paragraphs that can be scrolled."""

    def __init__(self, title: str, said: Sequence[Sequence[Pictured]]) -> None:
        super().__init__(title, id="wording")
        self._said = said
        self._first = 0
        self.fact = key_line("Esc", tc("key", "back"), "leave")

    def scroll_by(self, by: int) -> None:
        """Show what lies further down or up."""
        self._first = max(0, self._first + by)
        self.repaint()

    def body(self, width: int, height: int) -> list[Line]:
        """What is said, an empty row between paragraphs."""
        rows: list[Line] = []
        for sentences in self._said:
            rows += [BLANK] if rows else []
            rows += [on_screen(row) for each in sentences for row in wrapped_line(each, width)]
        self._first = max(0, min(self._first, len(rows) - height))
        below = len(rows) - height - self._first
        more = Span(tc("key", "more below ↓"), "muted", "screen.scroll(10)")
        self.foot = line(more) if below > 0 else Line()
        return rows[self._first :]


def said_of(told: Told, columns: int) -> list[list[Pictured]]:
    """The words of every plot, milestones, marks, and how all of it is to be read."""
    course, facts = told.course, told.facts
    said = [words_of(facts, plot) for plot in PLOTS]
    said += [milestones_in_words(facts), marks_listed(course)]
    notes = [
        *map(t, HOW_TO_READ), columns_in_words(course.span, columns), letters_of_droppings(),
        legend_of_doses(),
    ]  # fmt: skip
    heading: Pictured = (Words(t("How to read it"), "bold"),)
    said.append([heading, *((Words(note, "muted"),) for note in notes if note)])
    return [each for each in said if each]
