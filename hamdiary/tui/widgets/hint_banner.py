"""Row 2: the most urgent hint, what it is about and how soon, in one line."""

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import t, tc
from hamdiary.domain.text import clean_line
from hamdiary.domain.urgency import Urgency
from hamdiary.knowledge.urgency import URGENCY_BRIEF, URGENCY_SIGNS
from hamdiary.tui.widgets.lines import Line, Span, line
from hamdiary.tui.widgets.painting import Painted

GROUNDS: dict[Urgency, str] = {
    "now": "error", "today": "warning", "soon": "warning", "watch": "surface", "note": "surface",
}  # fmt: skip
"""What the row stands on."""

_INKS: dict[Urgency, tuple[str, str]] = {
    "now": ("chip-now", "alarm"),
    "today": ("chip-today", "warn"),
    "soon": ("warn", "warn"),
    "watch": ("muted", "muted"),
    "note": ("muted", "muted"),
}
"""The sign's ink, and that of the edge beside it."""

OPENS = "screen.hints"
"""What a click on a hint does."""


@dataclass(frozen=True)
class BannerWords:
    """What the row says."""

    urgency: Urgency
    """How soon."""
    title: str
    """What the most urgent hint is about."""
    more: int = 0
    """How many others are open."""


def sign_span(urgency: Urgency, action: str = "") -> Span:
    """Sign and word; what is reversed has a margin of its own colour."""
    ink = _INKS[urgency][0]
    sign = URGENCY_SIGNS[urgency]
    return Span(f" {sign} " if ink.startswith("chip") else sign, ink, action)


def badge(urgency: Urgency) -> Line:
    """What stands beside "saved" where the row itself is not shown."""
    return line(sign_span(urgency, OPENS))


def banner_line(shown: BannerWords, width: int) -> Line:
    """The longest form that fits; what it is about gives way only where there is no room at all."""
    edge = Span("▌", _INKS[shown.urgency][1], OPENS)
    margin = 1 if width < 90 else 3
    sign = sign_span(shown.urgency, OPENS)
    # The sign itself begins where the hamster's name does.
    gap = " " * (max(2, margin) - 1 - sign.text.startswith(" "))
    head = line(edge, gap, sign, Span("  ", action=OPENS))
    long, short = URGENCY_BRIEF[shown.urgency]
    about = f"{clean_line(shown.title).rstrip('.')}."
    texts = (f"{about} {long}", f"{about} {short}", about, long, short)
    for text in texts:
        for right in _rights(shown.more):
            left = head.plus(text, "text", OPENS)
            if left.width + right.width + 2 + margin <= width:
                return left.to(width - right.width - margin).then(right).to(width)
    return head.plus(short, "text", OPENS)


def _rights(more: int) -> list[Line]:
    others = t("and {count} more").format(count=more) + "   " if more else ""
    why = tc("key", "why")
    says = ((others, tc("key", "why, and what to tell")), (others, why), ("", why), ("", ""))
    return [
        line(
            Span(other, "muted", OPENS), Span("h", "key", OPENS), Span(f" {words}", "muted", OPENS)
        )
        for other, words in says
    ]


class HintBanner(Painted):
    """There only while a hint is open."""

    def __init__(self) -> None:
        super().__init__(id="hint")
        self._words: BannerWords | None = None
        self._held: Urgency = "note"

    @property
    def is_blank(self) -> bool:
        """Whether there is no hint in it yet."""
        return self._words is None

    def show(self, words: BannerWords) -> None:
        """Show this hint."""
        self._words = words
        self.repaint()

    def hold(self, urgency: Urgency) -> None:
        """Keep the row for a hint that may be as urgent as that."""
        self._held = urgency

    def paint(self, width: int, height: int) -> list[Line]:
        """The one row."""
        if self._words is None:
            edge = line(Span("▌", _INKS[self._held][1]))
            return [edge.to(width).on(GROUNDS[self._held])]
        return [banner_line(self._words, width).on(GROUNDS[self._words.urgency])]
