"""The clock of the time out of the cage: how long tonight, of what goal."""

from collections.abc import Callable
from datetime import date, datetime

from hamdiary.domain.evening import zone_named
from hamdiary.domain.language import t, tc, tn
from hamdiary.domain.manner import brief_day, clock_time
from hamdiary.domain.outings import Outing, seconds_out
from hamdiary.services.nights_out import NightOut
from hamdiary.services.pages import NightPage
from hamdiary.tui.widgets.big_digits import big
from hamdiary.tui.widgets.framed import Framed
from hamdiary.tui.widgets.lines import BLANK, Line, Span, line, wrapped
from hamdiary.tui.widgets.minutes_bar import bar, scale

OPEN = "screen.outing"
"""What a click on the card does."""

FIGURES = 14
"""Cells that "18:24" takes with a gap behind it."""


class ClockCard(Framed):
    """Big figures, and a bar up to the goal."""

    whole = OPEN

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__(t("Out of cage"))
        self._now = now
        self._out = NightOut(date.min, (), None, None, False)
        self._tonight = True

    def show_page(self, page: NightPage) -> None:
        """Show this night's outings."""
        self._out = page.out
        self._tonight = page.evening == page.tonight
        self.fact, self.short_fact = self._state()

    @property
    def ticks(self) -> bool:
        """Whether what is shown changes every second."""
        running = self._out.running
        return running is not None and not running.is_paused and self._tonight

    def _state(self) -> tuple[Line, Line]:
        running = self._out.running
        if running is None or not self._tonight:
            count = len(self._out.outings)
            return line(
                Span(
                    tn("{count} outing", "{count} outings", count).format(count=count)
                    if count
                    else "",
                    "muted",
                )
            ), line()
        if self._out.forgotten:
            return line(Span(t("still running?"), "warn")), line(Span(t("running?"), "warn"))
        if running.is_paused:
            return line(Span(t("◐ paused"), "bold")), line(Span(t("paused"), "bold"))
        short = line(Span(t("running"), "bold"))
        return line(Span("● ", "accent"), Span(t("running"), "bold")), short

    def wanted_height(self, width: int) -> int:
        """The frame, figures, bar and scale."""
        return 9

    def body(self, width: int, height: int) -> list[Line]:
        """Figures with words beside them, and the bar."""
        if self._out.forgotten and self._tonight:
            return self._asked(width)
        seconds = seconds_out(self._out.outings, self._now())
        words = self._words(seconds, width - FIGURES)
        clock = f"{int(seconds) // 60:02}:{int(seconds) % 60:02}"
        figures = big(clock, "accent" if self.ticks else "text")
        rows = [
            Line(tuple(span._replace(action=OPEN) for span in each.spans)).to(FIGURES).then(word)
            for each, word in zip(figures, words, strict=True)
        ]
        return [*rows, *self._bar(seconds, width, height - len(rows))]

    def _bar(self, seconds: float, width: int, height: int) -> list[Line]:
        goal = self._out.goal
        if goal is None:
            return [BLANK, line(Span(t("rest, as the vet says: no goal")[:width], "muted"))]
        minutes = seconds / 60
        drawn = [bar(minutes, goal, width), scale(minutes, goal, width)]
        return [BLANK, *drawn] if height > 2 else drawn

    def _words(self, seconds: float, width: int) -> tuple[Line, Line, Line]:
        goal = self._out.goal
        if width < 16:
            return self._few_words(goal)
        if goal is None:
            first = line(tc("clock", "tonight") if self._tonight else t("that night"))
        else:
            first = line(tc("clock", "of") + " ", Span(f"{goal:g} min", "bold"))
            first = first.plus(" " + tc("clock", "tonight")) if self._tonight else first
        return first, line(Span(self._to_go(seconds), "muted")), self._third()

    def _few_words(self, goal: float | None) -> tuple[Line, Line, Line]:
        key = line(Span("o", "key", OPEN), Span(" " + self._verb, "muted", OPEN))
        if goal is None:
            return line(t("rest")), BLANK, key
        return line(tc("clock", "of") + " ", Span(f"{goal:g}", "bold")), line("min"), key

    def _to_go(self, seconds: float) -> str:
        goal = self._out.goal
        if goal is None:
            return t("no goal")
        left = goal * 60 - seconds
        if left <= 0:
            return t("goal reached")
        if not self.ticks:
            return t("{minutes:.0f} min to go").format(minutes=-(-left // 60))
        return t("{minutes:.0f} min {seconds:02.0f} s to go").format(
            minutes=left // 60, seconds=left % 60
        )

    def _third(self) -> Line:
        return line(Span("o", "key", OPEN), Span(f" {self._long_verb}", "muted", OPEN))

    @property
    def _verb(self) -> str:
        running = self._out.running
        if running is None or not self._tonight:
            return tc("clock", "start") if self._tonight else tc("clock", "edit")
        return tc("clock", "go on") if running.is_paused else tc("clock", "stop")

    @property
    def _long_verb(self) -> str:
        running = self._out.running
        if running is None or not self._tonight:
            return t("starts the clock") if self._tonight else t("adds an outing")
        return t("goes on") if running.is_paused else t("stops the clock")

    def _asked(self, width: int) -> list[Line]:
        """A clock that was forgotten: what is to be said of it."""
        running = self._out.running
        assert running is not None
        since = _since(running, self._now())
        words = t("The clock has run since {since}. When did it really end?").format(since=since)
        rows = [line(Span(each, "warn", OPEN)) for each in wrapped(words, width)]
        return [
            *rows,
            BLANK,
            line(Span("o", "key", OPEN), Span(" " + tc("key", "says when"), "muted", OPEN)),
        ]

    def one_line(self, width: int) -> Line:
        """All of it in one line, for a window of one column."""
        running, goal = self._out.running, self._out.goal
        action = OPEN
        if self._out.forgotten and self._tonight and running is not None:
            since = _since(running, self._now())
            return line(
                Span("o", "key", action),
                Span(" " + tc("key", "still running since {since}?").format(since=since), "warn"),
            )
        seconds = seconds_out(self._out.outings, self._now())
        start = line(Span("o", "key", action), Span(f" {self._verb} ", "muted", action)).to(10)
        if goal is None:
            return start.plus(
                tc("key", "{minutes:.0f} min out, rest ordered").format(minutes=seconds // 60),
                "text",
                action,
            )
        start = start.plus(
            tc("key", "{minutes:.0f} of {goal:g} min").format(minutes=seconds // 60, goal=goal)
            + " ",
            "bold",
            action,
        )
        return start.then(bar(seconds / 60, goal, max(4, width - start.width)))


def _since(outing: Outing, now: datetime) -> str:
    assert outing.started_utc is not None
    began = outing.started_utc.astimezone(zone_named(outing.zone) if outing.zone else now.tzinfo)
    day = "" if began.date() == now.date() else f"{brief_day(began.date())}, "
    return f"{day}{clock_time(began)}"
