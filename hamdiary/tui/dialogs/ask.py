"""One question about an unusual value."""

from enum import Enum, auto

from textual.app import ComposeResult
from textual.binding import Binding

from hamdiary.domain.language import t, tc
from hamdiary.domain.measures import Quantity, Value, measures_of
from hamdiary.domain.night import Night
from hamdiary.domain.questions import Question
from hamdiary.domain.saying import plain_amount
from hamdiary.tui.dialogs.dialog import Dialog, reply_line
from hamdiary.tui.widgets.card import Card
from hamdiary.tui.widgets.lines import Line, Span, line, wrapped

WIDTH, HEIGHT = 60, 10
"""Cells of the card, and its rows at least."""


class Reply(Enum):
    """What the owner says."""

    KEEP = auto()
    """It is right as it stands."""
    INSTEAD = auto()
    """The guess was meant."""
    CHANGE = auto()
    """It was a slip: back to the line."""


class AskDialog(Dialog[Reply]):
    """Asks once; Enter takes the careful answer."""

    beside = ""

    BINDINGS = [
        Binding("y,k", "reply('KEEP')", "keep"),
        Binding("n,escape", "reply('CHANGE')", "change"),
        Binding("enter", "careful", "careful"),
    ]

    def __init__(self, question: Question) -> None:
        super().__init__()
        self._question = question
        self._end_was_asked = False

    def settle(self) -> bool:
        """Before the end: what was typed is kept nowhere yet, so the first wish only says so."""
        if not self._end_was_asked:
            self._end_was_asked = True
            words = t("This is not kept yet. Answer first; Ctrl+Q once more ends without it.")
            self.notify(words, severity="warning", markup=False)
            return False
        self.dismiss(Reply.CHANGE)
        return True

    def compose(self) -> ComposeResult:
        """The question and its answers."""
        yield QuestionCard(self._question)

    def on_resize(self) -> None:
        """As high as the question needs, so that no word of a warning is out of sight."""
        card = self.query_one(QuestionCard)
        width = min(WIDTH, self.app.size.width)
        card.styles.height = max(HEIGHT, card.wanted_height(width))

    def action_reply(self, name: str) -> None:
        """Close with that answer."""
        self.dismiss(Reply[name])

    def action_careful(self) -> None:
        """The guess if there is one, else back to the line."""
        self.dismiss(Reply.CHANGE if self._question.instead is None else Reply.INSTEAD)


class QuestionCard(Card):
    """The question in words."""

    def __init__(self, question: Question) -> None:
        super().__init__(t("Is that right?"), id="question")
        self._question = question

    def body(self, width: int, height: int) -> list[Line]:
        """What was entered, and the keys."""
        instead = self._question.instead
        words = [line(Span(each, "bold")) for each in wrapped(self._question.text, width)]
        careful = (
            t("change it")
            if instead is None
            else t("it should be {value}").format(value=_said(self._question.fields[0], instead))
        )
        keys = [
            line(Span("Enter  ", "key", "screen.careful"), Span(careful, "text", "screen.careful"))
        ]
        keys.append(_key("k", tc("key", "keep it as it is"), "KEEP"))
        if instead is not None:
            keys.append(_key("n", tc("key", "type it again"), "CHANGE"))
        airy = len(words) + len(keys) + 2 <= height
        return [Line(), *words, Line(), *keys] if airy else [*words, *keys]


def _said(field: str, value: Value) -> str:
    """A guess as the question said it, with its unit; only amounts of a night are guessed."""
    kind = measures_of(Night)[field].kind
    if isinstance(kind, Quantity) and isinstance(value, float):
        return plain_amount(value, kind)
    return str(value)


def _key(key: str, words: str, reply: str) -> Line:
    return reply_line(key, words, f"reply('{reply}')")
