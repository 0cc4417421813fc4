"""What was recorded of one night, to read."""

from collections.abc import Iterator, Mapping
from typing import Any

from textual.message import Message

from hamdiary.domain.language import t, tc, tn
from hamdiary.domain.manner import decimal, in_sentence, with_year
from hamdiary.domain.measures import (
    Checklist,
    Choice,
    Measure,
    NotSeen,
    Quantity,
    Scale,
    measures_of,
    recorded_count,
)
from hamdiary.domain.night import Night
from hamdiary.domain.saying import amount, digit_of, said, step_of
from hamdiary.domain.text import clean
from hamdiary.services.pages import NightPage
from hamdiary.tui.widgets.card import Card
from hamdiary.tui.widgets.label_room import label_room
from hamdiary.tui.widgets.lines import BLANK, Line, Span, flowed, line, shortened, wrapped
from hamdiary.tui.widgets.night_columns import LISTED
from hamdiary.tui.widgets.night_rows import compact_marks, missing, unusual

LABEL, WORDS = 11, 20
"""Where values begin, and where the words beside dots do."""

NOTE_LINES = 4
"""Lines of a note that ought to be in sight."""

NOTE_LETTERS = 4_000
"""Letters of a note that are laid out; a card holds no more."""


class NightCard(Card):
    """The values of the night under the cursor, and its note."""

    class Opened(Message):
        """The night is to be edited."""

    def __init__(self) -> None:
        super().__init__(id="one-night")
        self._page: NightPage | None = None
        self._clips = 0

    def show_page(self, page: NightPage, clips: int = 0) -> None:
        """Show this page's night, and how many photos and videos there are of it."""
        self._page, self._clips = page, clips
        self.title = with_year(page.evening)
        recorded, asked = recorded_count(page.night)
        self.fact = line(
            Span(t("{recorded} of {asked}").format(recorded=recorded, asked=asked), "muted")
        )
        self.repaint()

    def action_open(self) -> None:
        """Ask for the night's log."""
        self.post_message(self.Opened())

    def body(self, width: int, height: int) -> list[Line]:
        """Values, then the note, and on the last line the key that edits them."""
        if self._page is None:
            return []
        night = self._page.night
        rows = _values(self._page, width)
        words = t("edit this night") if rows or night.note else t("write it down now")
        keys = line(Span("Enter", "key", "open"), Span(f" {words}   ", "muted", "open"))
        count = tn("{count} clip", "{count} clips", self._clips).format(count=self._clips)
        count = count if self._clips else tc("key", "clips")
        keys = keys.plus("p", "key", "screen.clips").plus(f" {count}", "muted", "screen.clips")
        if rows and len(rows) + (NOTE_LINES if night.note else 0) + 2 > height:
            rows = _values_folded(self._page, width)
        if not rows:
            nothing = t("nothing but the note") if night.note else t("nothing recorded")
            rows = [line(Span(nothing, "muted"))]
        rows = [*rows, *_note(night, width, height - len(rows) - 2)][: height - 1]
        return [*rows, *[BLANK] * (height - 1 - len(rows)), keys]


Recorded = tuple[Measure, Any]


def _values(page: NightPage, width: int) -> list[Line]:
    """Lines for each recorded value; what is not recorded is only named."""
    values, empty = _recorded(page.night)
    rows = [row for each in values for row in _value(page, *each, width)]
    return [*rows, *(_empty_line(empty, width) if rows else ())]


def _values_folded(page: NightPage, width: int) -> list[Line]:
    """In fewer lines: what the list has no column for is said in words, asides are left out."""
    values, empty = _recorded(page.night)
    first = [each for each in values if _has_line(each[0])]
    rows = [row for each in first for row in _value(page, *each, width)]
    others = [each for each in values if not _has_line(each[0]) and not each[0].aside]
    rows += flowed([_in_words(*each) for each in others], width)
    return [*rows, *_empty_line(empty, width)]


def _recorded(night: Night) -> tuple[list[Recorded], list[str]]:
    """What is recorded but for the note, and the names of what is not."""
    measures = [each for name, each in measures_of(Night).items() if name != "note"]
    values = [(each, getattr(night, each.name)) for each in measures]
    recorded = [(each, value) for each, value in values if value not in (None, {})]
    known = {each.name for each, _ in recorded}
    return recorded, [
        in_sentence(each.label) for each in measures if not each.aside and each.name not in known
    ]


def _has_line(measure: Measure) -> bool:
    return isinstance(measure.kind, Quantity | Checklist) or measure.name in LISTED


def _in_words(measure: Measure, value: Any) -> Line:
    ink = "bold" if unusual(measure, value) else "text"
    words = shortened(said(measure, value), WORDS)
    return line(Span(f"{in_sentence(measure.label)} ", "muted"), Span(words, ink))


def _empty_line(empty: list[str], width: int) -> list[Line]:
    words = (
        wrapped(t("not recorded: {empty}").format(empty=", ".join(empty)), width) if empty else []
    )
    return [line(Span(each, "muted")) for each in words]


def _value(page: NightPage, measure: Measure, value: Any, width: int) -> Iterator[Line]:
    label = line(Span(measure.label, "muted")).to(label_room(LABEL))
    kind = measure.kind
    if isinstance(kind, Checklist):
        yield from _told(measure.label, *_signs(kind, value), width)
    elif isinstance(kind, Scale | Choice):
        yield label.then(compact_marks(measure, value)).to(WORDS).then(_level(measure, value))
    elif isinstance(kind, Quantity):
        row = label.plus(amount(value, kind))
        yield row.plus(_since(page, measure.name, width - row.width), "muted")
    else:
        yield label.plus(shortened(said(measure, value), width - label_room(LABEL)))


def _level(measure: Measure, value: Any) -> Line:
    if isinstance(value, NotSeen):
        return line(Span(f"{missing(value)} {value.words}", "muted"))
    step = step_of(measure, value)
    ink = "bold" if unusual(measure, value) else "text"
    if step is None:  # a level that only a newer hamdiary knows
        return line(Span(said(measure, value), ink))
    return line(Span(f"{digit_of(measure, value)} ", "bold"), Span(step.short, ink))


def _since(page: NightPage, name: str, room: int) -> str:
    change = page.weight_change
    if name != "weight_g" or change is None:
        return ""
    sign = "▲" if change.grams > 0 else "▼" if change.grams < 0 else "="
    brief = f"  {sign} {decimal(abs(change.grams), 1)} g"
    long = t("{brief} in {nights} nights").format(brief=brief, nights=change.nights)
    return long if len(long) <= room else brief


def _signs(kind: Checklist, answers: Mapping[str, str]) -> tuple[str, str]:
    """Which signs were seen, or that none was, and in which ink that is said."""
    seen = [item.short for item in kind.items if answers.get(item.code) == "yes"]
    looked = sum(answer in ("yes", "no") for answer in answers.values())
    if seen:
        return ", ".join(seen), "warn"
    return (
        t("none of {looked} looked at").format(looked=looked) if looked else t("not checked")
    ), "text"


def _told(label: str, words: str, ink: str, width: int) -> Iterator[Line]:
    for number, each in enumerate(wrapped(words, width - label_room(LABEL))):
        start = Span(label if not number else "", "muted")
        yield line(start).to(label_room(LABEL)).plus(each, ink)


def _note(night: Night, width: int, room: int) -> list[Line]:
    """The note below an empty line, cut where the card ends."""
    if not night.note or room < 1:
        return []
    text = wrapped(clean(night.note[:NOTE_LETTERS]), width)
    if len(text) > room:
        text = [*text[: room - 1], shortened(f"{text[room - 1]} …", width)]
        if not text[-1].endswith("…"):
            text[-1] = shortened(text[-1], width - 2) + " …"
    return [BLANK, *(line(each) for each in text)]
