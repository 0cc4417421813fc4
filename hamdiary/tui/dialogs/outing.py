"""The clock and tonight's outings: what is to be done with them."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from textual.app import ComposeResult

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import t, tc
from hamdiary.domain.manner import clock_time
from hamdiary.domain.measures import Choice, measures_of
from hamdiary.domain.outings import Outing, StoppedFor, seconds_out
from hamdiary.domain.saying import said
from hamdiary.domain.text import clean_line
from hamdiary.services.timing import NightOut
from hamdiary.tui.dialogs.dialog import WishDialog, key_line, wish_line
from hamdiary.tui.widgets.lines import BLANK, Line, Span, flowed, line, shortened
from hamdiary.tui.widgets.list_card import ListCard


@dataclass(frozen=True)
class OutingWish:
    """What an owner wants done."""

    verb: str
    """start, begin, add, pause, resume, stop, ended, edit, delete or safety."""
    outing: Outing | None = None
    """Which outing, for edit and delete."""
    stopped_for: StoppedFor | None = None
    """Why it went back, for stop."""


WIDTH = 76
"""Cells of the card."""


class OutingDialog(WishDialog[OutingWish | None]):
    """Returns what is to be done; nothing is done here."""

    def __init__(self, out: NightOut, now: Callable[[], datetime], is_tonight: bool) -> None:
        super().__init__()
        self._out, self._now, self._is_tonight = out, now, is_tonight

    def compose(self) -> ComposeResult:
        """The outings, and the keys."""
        yield ListCard(t("Out of cage"), id="outings")

    def on_mount(self) -> None:
        """Show how it stands, and go on with the clock."""
        card = self.query_one(ListCard)
        card.key_actions = self._keys()
        card.cursor = len(self._out.outings)
        card.focus()
        self._show()
        card.styles.height = card.wanted_height(WIDTH)
        self.set_interval(1.0, self._show)

    def _keys(self) -> dict[str, Callable[[], None]]:
        verbs = {"a": "add", "f": "safety", "enter": "edit", "delete": "delete"}
        running = self._begun
        if self._forgotten:
            verbs |= {"o": "ended"}
        elif running is not None:
            verbs |= {"p": "resume" if running.is_paused else "pause"}
        elif self._is_tonight:
            verbs |= {"o": "start", "b": "begin"}
        keys = self.wishes(verbs)
        if running is None or self._forgotten:
            return keys
        keys["o"] = partial(self.action_stop, "enough")
        for digit, reason in enumerate(_reasons(), 1):
            keys[str(digit)] = partial(self.action_stop, reason)
        return keys

    @property
    def _begun(self) -> Outing | None:
        return self._out.running if self._is_tonight else None

    @property
    def _forgotten(self) -> bool:
        return self._is_tonight and self._out.forgotten

    def _show(self) -> None:
        card, now = self.query_one(ListCard), self._now()
        minutes = seconds_out(self._out.outings, now) // 60
        goal = self._out.goal
        words = (
            t("{minutes:.0f} min, rest ordered").format(minutes=minutes)
            if goal is None
            else t("{minutes:.0f} of {goal:g} min").format(minutes=minutes, goal=goal)
        )
        card.fact = line(Span(words, "muted"))
        rows = [[outing_row(each, now)] for each in self._out.outings]
        nothing = t("Not out yet tonight.") if self._is_tonight else t("No outing is recorded.")
        card.show_rows(rows, self._below(), [line(Span(nothing, "muted"))])

    def _below(self) -> Sequence[Line]:
        room = min(WIDTH, self.size.width) - 5
        if self._forgotten:
            told = line(Span(t("The clock was not stopped.") + " ", "warn"))
            told = told.then(wish_line("o", tc("key", "says when it really ended"), "ended"))
            return [told, BLANK, *self._always(room)]
        running = self._begun
        if running is None:
            if not self._is_tonight:
                return self._always(room)
            starts = [
                wish_line("o", tc("key", "start the clock"), "start"),
                wish_line("b", tc("key", "it began earlier"), "begin"),
            ]
            return [*flowed(starts, room, 3), *self._always(room)]
        return [*self._ends(running, room), *self._always(room)]

    def _ends(self, running: Outing, room: int) -> Sequence[Line]:
        """The reasons for which it goes back, and the key for a pause."""
        pause = "resume" if running.is_paused else "pause"
        kind = measures_of(Outing)["stopped_for"].kind
        assert isinstance(kind, Choice)
        reasons = [
            key_line(str(digit), step.short, f"stop('{step.code}')")
            for digit, step in enumerate(kind.steps, 1)
        ]
        paused = tc("key", "go on") if running.is_paused else tc("key", "pause")
        return [
            line(Span(t("It goes back, because:"), "muted")),
            *flowed(reasons, room, 3),
            BLANK,
            *flowed([wish_line("p", paused, pause)], room),
        ]

    def _always(self, room: int) -> list[Line]:
        keys = [wish_line("a", tc("key", "add one that is over"), "add")]
        if self._out.outings:
            keys += [
                wish_line("Enter", tc("key", "edit"), "edit"),
                wish_line("Del", tc("key", "remove"), "delete"),
            ]
        keys += [
            wish_line("f", tc("key", "floor safety"), "safety"),
            key_line("Esc", tc("key", "back"), "leave"),
        ]
        return flowed(keys, room, 3)

    def on_list_card_chosen(self, message: ListCard.Chosen) -> None:
        """A click on an outing edits it."""
        message.stop()
        self.action_wish("edit")

    def action_wish(self, verb: str) -> None:
        """Return what is wanted."""
        if verb not in ("edit", "delete"):
            self.dismiss(OutingWish(verb))
            return
        if self._out.outings:
            self.dismiss(OutingWish(verb, self._out.outings[self.query_one(ListCard).cursor]))

    def action_stop(self, reason: StoppedFor) -> None:
        """It goes back for this reason."""
        self.dismiss(OutingWish("stop", stopped_for=reason))


def _reasons() -> list[StoppedFor]:
    kind = measures_of(Outing)["stopped_for"].kind
    assert isinstance(kind, Choice)
    return [step.code for step in kind.steps]  # type: ignore[misc]


def outing_row(outing: Outing, now: datetime) -> Line:
    """From when to when, how long, and why it ended."""
    times = t("time not known")
    if outing.started_utc is not None:
        ended = outing.ended_utc
        until = clock_time(ended.astimezone(now.tzinfo)) if ended else ""
        times = f"{clock_time(outing.started_utc.astimezone(now.tzinfo))} – {until}"
    row = line(times).to(17)
    minutes = f"{outing.seconds(now) // 60:.0f} min"
    row = row.plus(" " * max(0, 7 - len(minutes))).plus(minutes, "bold").to(27)
    words = []
    if outing.is_running:
        words.append(t("paused") if outing.is_paused else t("running"))
    elif outing.stopped_for is not None:
        words.append(said(measures_of(Outing)["stopped_for"], outing.stopped_for))
    if outing.pauses_s:
        words.append(t("pauses {minutes:.0f} min").format(minutes=outing.pauses_s / 60))
    if outing.note:
        words.append(clean_line(outing.note))
    return row.plus(shortened(", ".join(words), WIDTH - 34), "muted")
