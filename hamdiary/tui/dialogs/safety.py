"""Before it comes out: the floor-time list, one key away."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding

from hamdiary.domain.language import t, tc
from hamdiary.tui.dialogs.dialog import Dialog, key_line
from hamdiary.tui.widgets.card import Card
from hamdiary.tui.widgets.lines import BLANK, Line, Span, line, wrapped


class SafetyDialog(Dialog[bool]):
    """Reads only; any of its keys closes it, and one returns that the guide is wanted."""

    BINDINGS = [
        Binding("escape,enter,space,f,q", "leave", "back"),
        Binding("g", "guide", "guide"),
    ]

    def __init__(self, rules: Sequence[str], source: str) -> None:
        super().__init__()
        self._rules, self._source = rules, source

    def compose(self) -> ComposeResult:
        """The card."""
        yield SafetyCard(self._rules, self._source)

    def on_mount(self) -> None:
        """As high as it needs to be."""
        card = self.query_one(SafetyCard)
        card.styles.height = card.wanted_height(min(76, self.size.width))

    def action_leave(self) -> None:
        """Back."""
        self.dismiss(False)

    def action_guide(self) -> None:
        """On to the guide, where more of it stands."""
        self.dismiss(True)


class SafetyCard(Card):
    """One rule a paragraph."""

    def __init__(self, rules: Sequence[str], source: str) -> None:
        super().__init__(t("Before it comes out"), id="safety")
        self._rules, self._source = rules, source
        back = key_line("Esc", tc("key", "back"), "leave")
        guide = line(
            Span("g", "key", "screen.guide"),
            Span(" " + tc("key", "guide") + "  ", "muted", "screen.guide"),
        )
        self.fact, self.short_fact = guide.then(back), back

    def body(self, width: int, height: int) -> list[Line]:
        """Every rule with a dot before it, and where they come from."""
        rows: list[Line] = []
        for rule in self._rules:
            first, *more = wrapped(rule, width - 2)
            rows += [line(Span("● ", "mark"), first), *(line("  ", each) for each in more)]
        source = [line(Span(each, "muted")) for each in wrapped(self._source, width)]
        return [*rows, BLANK, *source]
