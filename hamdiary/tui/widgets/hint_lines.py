"""A hint in full: what was seen, why, how soon, whom to ring and what to tell them."""

from collections.abc import Sequence
from datetime import date

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import t, tc
from hamdiary.domain.typed_dates import short_day
from hamdiary.domain.urgency import Urgency
from hamdiary.domain.vet_numbers import VetNumber
from hamdiary.tui.widgets.lines import Line, Span, line, wrapped

LABEL = 11
"""Cells of the labels' column where there is one."""

BESIDE_LABEL = 44
"""Cells from which on words stand beside their label, not under it."""


@dataclass(frozen=True)
class HintShown:
    """One open hint, in words."""

    key: str
    """What tells it apart from others that are open."""
    urgency: Urgency
    """How soon."""
    title: str
    """What it is about."""
    how_soon: str
    """How soon to be seen, a sentence."""
    seen: tuple[str, ...]
    """What was recorded on which nights."""
    why: tuple[str, ...]
    """Why it matters, and why it is more urgent than usual, if it is."""
    meanwhile: str
    """What to do until then."""
    aloud: tuple[str, ...]
    """What to tell the vet, sentence by sentence, to be read aloud."""
    tell: tuple[str, ...]
    """The same without what was seen, which stands above it."""
    source: str
    """Where it comes from, and how sure that is."""
    caution: str
    """What a hint is not."""
    child: str
    """What a child should do; empty where it can wait."""
    since: date
    """The evening on which it opened."""
    noticed: str = ""
    """When the owner noted that it was seen; empty while nobody did."""
    numbers: tuple[VetNumber, ...] = ()
    """Whom to ring, the first one first."""

    @property
    def opened(self) -> str:
        """Since when it is open, and whether it was seen."""
        day = short_day(self.since)
        if self.noticed:
            return t("since {day}, seen {time}").format(day=day, time=self.noticed)
        return t("since {day}").format(day=day)


def part(label: str, texts: Sequence[Span], width: int, mark: str = "") -> list[Line]:
    """Words beside their label, or under it where there is little room."""
    beside = width >= BESIDE_LABEL
    start = LABEL if beside else 0
    room = width - start - len(mark)
    rows: list[Line] = [] if beside else [line(Span(label, "muted"))]
    for text in texts:
        for place, each in enumerate(wrapped(text.text, room)):
            head = line(Span(label, "muted")) if beside and not rows else Line()
            lead = Span(mark if place == 0 else " " * len(mark), "mark")
            row = head.to(start) if start else head
            rows.append(row.then(line(lead, text._replace(text=each))))
    return rows


def marked(sentence: str, width: int) -> list[Line]:
    """A sentence with a dot before it."""
    first, *more = wrapped(sentence, width - 2)
    return [line(Span("● ", "mark"), first), *(line("  ", each) for each in more)]


def seen_part(shown: HintShown, width: int) -> list[Line]:
    """What it is about, on which nights."""
    texts = [Span(f"{shown.title}.", "bold"), *(Span(each) for each in shown.seen)]
    return part(tc("hint", "Seen"), texts, width)


def why_part(shown: HintShown, width: int) -> list[Line]:
    """Why it matters."""
    return part(t("Why"), [Span(each) for each in shown.why], width)


def how_soon_part(shown: HintShown, width: int) -> list[Line]:
    """How soon to be seen."""
    return part(t("How soon"), [Span(shown.how_soon, "bold")], width)


def tell_part(shown: HintShown, width: int) -> list[Line]:
    """What else to tell, sentence by sentence."""
    return part(t("Tell them"), [Span(each) for each in shown.tell], width, "● ")


def meanwhile_part(shown: HintShown, width: int) -> list[Line]:
    """What to do until then."""
    child = [Span(shown.child, "bold")] if shown.child else []
    return part(t("Meanwhile"), [Span(shown.meanwhile), *child], width)


def source_part(shown: HintShown, width: int, *, caution: bool) -> list[Line]:
    """Where it comes from and how sure that is."""
    texts = [Span(shown.source, "muted")]
    return part(tc("hint", "Source"), [*texts, *[Span(shown.caution, "muted")] * caution], width)
