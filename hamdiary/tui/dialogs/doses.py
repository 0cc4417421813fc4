"""Tonight's doses, and medicines for when they are needed: what became of each."""

from collections.abc import Sequence
from datetime import datetime

from textual.app import ComposeResult

from hamdiary.domain.dose_slots import Slot, SlotState
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import marked, t, tc
from hamdiary.domain.manner import clock_time
from hamdiary.domain.medicines import Medicine
from hamdiary.domain.text import clean_line
from hamdiary.tui.dialogs.dialog import WishDialog, key_line, wish_line
from hamdiary.tui.widgets.lines import BLANK, Line, Span, flowed, line, wrapped
from hamdiary.tui.widgets.list_card import ListCard


@dataclass(frozen=True)
class DoseWish:
    """What an owner wants recorded, or to open."""

    verb: str
    """given, refused, spat_out, skipped, clear, correct, or new for another medicine."""
    medicine: Medicine | None = None
    """Of which medicine."""
    slot: Slot | None = None
    """Which dose that was due; None for one that was needed."""


MARKS = {
    SlotState.GIVEN: ("✓", "good", marked("given")),
    SlotState.REFUSED: ("✗", "warn", marked("refused")),
    SlotState.SPAT_OUT: ("✗", "warn", marked("spat out")),
    SlotState.SKIPPED: ("/", "muted", marked("skipped")),
    SlotState.MISSED: ("·", "warn", marked("not recorded, its time is over")),
    SlotState.DUE: ("○", "accent", marked("due")),
    SlotState.LATER: ("–", "muted", marked("later")),
}
"""A state's mark, its ink, and its word."""

WIDTH = 76
"""Cells of the card."""

Row = tuple[Medicine, Slot | None]


class DosesDialog(WishDialog[DoseWish | None]):
    """Returns what became of a dose; nothing is recorded here."""

    def __init__(self, slots: Sequence[Slot], as_needed: Sequence[Medicine], now: datetime) -> None:
        super().__init__()
        self._rows: list[Row] = [(slot.medicine, slot) for slot in slots]
        self._rows += [(each, None) for each in as_needed]
        self._now = now

    def compose(self) -> ComposeResult:
        """The doses, and the keys."""
        yield ListCard(t("Doses tonight"), id="doses")

    def on_mount(self) -> None:
        """Begin with the first that is due."""
        card = self.query_one(ListCard)
        due = [i for i, (_, slot) in enumerate(self._rows) if slot and self._is_due(slot)]
        card.cursor = due[0] if due else 0
        card.key_actions = self.wishes({"n": "new", **dict(_VERBS)})
        card.fact = line(
            Span(t("{due} due").format(due=len(due)) if due else t("none due now"), "muted")
        )
        empty = [line(t("No medicine is written down.")), BLANK]
        room = min(WIDTH, self.app.size.width) - 5
        rows = [dose_row(*row, self._now, room) for row in self._rows]
        card.show_rows(rows, self._below(room), empty)
        card.styles.height = card.wanted_height(WIDTH)
        card.focus()

    def _is_due(self, slot: Slot) -> bool:
        return slot.state(self._now) is SlotState.DUE

    def _below(self, room: int) -> list[Line]:
        new = wish_line("n", tc("key", "a new medicine"), "new")
        back = key_line("Esc", tc("key", "back"), "leave")
        if not self._rows:
            return flowed([new, back], room, 3)
        keys = [
            wish_line("Enter", tc("key", "given now"), "given"),
            wish_line("t", tc("key", "given at …"), "correct"),
            wish_line("r", tc("key", "refused"), "refused"),
            wish_line("s", tc("key", "spat out"), "spat_out"),
            wish_line("k", tc("key", "skip"), "skipped"),
            wish_line("Bksp", tc("key", "not recorded"), "clear"),
            new,
            back,
        ]
        caution = t("hamdiary works out no doses. Ask the vet before you change one.")
        told = [line(Span(each, "muted")) for each in wrapped(caution, room)]
        return [*flowed(keys, room, 3), BLANK, *told]

    def on_list_card_chosen(self, message: ListCard.Chosen) -> None:
        """A click on a dose chooses it only; keys say what became of it."""
        message.stop()

    def action_wish(self, verb: str) -> None:
        """Return what became of the chosen dose."""
        if verb == "new":
            self.dismiss(DoseWish("new"))
        elif self._rows:
            medicine, slot = self._rows[self.query_one(ListCard).cursor]
            self.dismiss(DoseWish(verb, medicine, slot))


WHAT = 13
"""Cells before a medicine's name: when it is due."""

_VERBS = (
    ("enter", "given"), ("g", "given"), ("t", "correct"), ("r", "refused"), ("s", "spat_out"),
    ("k", "skipped"), ("backspace", "clear"),
)  # fmt: skip


def dose_row(medicine: Medicine, slot: Slot | None, now: datetime, width: int) -> list[Line]:
    """When it is due, what, how much as the vet said, and what became of it; no word is cut."""
    if slot is None:
        head = line(Span("·", "muted"), " ").then(line(Span(t("as needed"), "muted"))).to(WHAT)
        state = line()
    else:
        mark, ink, word = MARKS[slot.state(now)]
        head = line(Span(mark, ink), f" {clock_time(slot.at.astimezone(now.tzinfo))}").to(WHAT)
        state = line(Span(_state(slot, t(word), now), "muted" if ink != "warn" else "warn"))
    name, *on = wrapped(medicine.called, width - WHAT)
    row = head.plus(name, "bold")
    if row.width + 2 + state.width <= width:
        row = row.to(width - state.width).then(state)
        state = line()
    below = line(" " * WHAT)
    dose = wrapped(clean_line(medicine.dose or ""), width - WHAT) if medicine.dose else []
    more = [below.then(state)] if state.width else []
    return [row, *(below.plus(each, "bold") for each in on),
            *(below.plus(each, "muted") for each in dose), *more]  # fmt: skip


def _state(slot: Slot, word: str, now: datetime) -> str:
    dose = slot.dose
    if dose is None:
        return word
    at = f" {clock_time(dose.at_utc.astimezone(now.tzinfo))}" if dose.at_utc else ""
    return f"{word}{at}" + (f": {dose.why}" if dose.why else "")
