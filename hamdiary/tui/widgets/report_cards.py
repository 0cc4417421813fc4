"""The cards of the Report view: which nights, what is in it, how it reads, what was written."""

from collections.abc import Sequence
from pathlib import Path

from textual import events

from hamdiary.domain.language import marked, t, tc
from hamdiary.domain.manner import bare_day
from hamdiary.domain.report import Report
from hamdiary.domain.report.options import (
    OFFERED_NIGHTS,
    PARTS,
    BadPeriod,
    Known,
    Part,
    Period,
    nights_of,
)
from hamdiary.services.pages import NightPage
from hamdiary.services.session import Session
from hamdiary.tui.guide.rows import Row, text_rows
from hamdiary.tui.widgets.card import Card
from hamdiary.tui.widgets.care_card import CareCard, Keys
from hamdiary.tui.widgets.lines import Line, Span, apart, line, shortened, wrapped
from hamdiary.tui.widgets.rows_card import RowsCard

BAR = 12
"""Cells of the bar that shows how far the work is."""

NO_NIGHTS = marked("no nights")

SIDES = {"since_vet": marked("no visit yet"), "since_onset": marked("not recorded")}
"""What is said where a period cannot be counted."""


class PeriodCard(CareCard):
    """The periods, one of them chosen."""

    def _keys(self) -> Keys:
        return (
            ("↑ ↓", tc("key", "period")),
            ("Enter", tc("key", "choose")),
        )

    def __init__(self) -> None:
        super().__init__(t("Which nights"), id="report-period")
        self.periods: Sequence[Period] = ()
        """What is offered, in the order of the digits."""
        self._chosen = Period()
        self._known: Known | None = None

    def read(self, session: Session, page: NightPage) -> None:
        """Read since when there could be nights."""
        from hamdiary.services.reporting import known_of

        self._known = known_of(session, page.hamster)

    def show_chosen(self, chosen: Period) -> None:
        """Mark the chosen period."""
        offered = [*(Period("nights", nights) for nights in OFFERED_NIGHTS)]
        offered += [Period("since_vet"), Period("since_onset")]
        free = chosen if chosen.kind == "dates" else Period("dates")
        self.periods, self._chosen = [*offered, free], chosen
        self.show_rows([[line()]] * len(self.periods))

    def rows(self, width: int) -> Sequence[Sequence[Line]]:
        """A line each: its digit, what it is called, which nights that comes to."""
        return [[self._row(number, each, width)] for number, each in enumerate(self.periods, 1)]

    def _row(self, number: int, period: Period, width: int) -> Line:
        here = period == self._chosen
        mark = Span("◉", "accent") if here else Span("○", "faint")
        row = line(mark, " ", Span(f"{number}", "key"), " ")
        row = row.plus(_called(period), "bold" if here else "text")
        return apart(row, line(Span(self._nights(period), "muted")), width)

    def _nights(self, period: Period) -> str:
        if period.kind == "dates" and period != self._chosen:
            return ""
        if self._known is None:
            return ""
        try:
            span = nights_of(period, self._known)
        except BadPeriod:
            return t(SIDES.get(period.kind, NO_NIGHTS))
        first, last = bare_day(span.first), bare_day(span.last)
        since = period.kind in ("since_vet", "since_onset")
        return t("from {first}").format(first=first) if since else f"{first} – {last}"


def _called(period: Period) -> str:
    match period.kind:
        case "nights":
            return t("last {nights} nights").format(nights=period.nights)
        case "since_vet":
            return t("since the last vet visit")
        case "since_onset":
            return t("since the legs went weak")
        case "dates":
            return t("other nights")


class PartsCard(CareCard):
    """The parts, each in it or left out."""

    def _keys(self) -> Keys:
        return (
            ("↑ ↓", tc("key", "part")),
            ("Enter", tc("key", "in or out")),
        )

    def __init__(self) -> None:
        super().__init__(t("What is in it"), id="report-parts")
        self.parts: Sequence[Part] = tuple(PARTS)
        """What there is, in the order of the digits."""
        self._chosen: frozenset[Part] = frozenset(PARTS)

    def read(self, session: Session, page: NightPage) -> None:
        """There is nothing to read."""

    def show_chosen(self, chosen: frozenset[Part]) -> None:
        """Mark the parts that are in it."""
        self._chosen = chosen
        self.fact = line(
            Span(
                t("{chosen} of {parts}").format(chosen=len(chosen), parts=len(self.parts)), "muted"
            )
        )
        self.show_rows([[line()]] * len(self.parts))

    def rows(self, width: int) -> Sequence[Sequence[Line]]:
        """A line each."""
        return [[self._row(number, part, width)] for number, part in enumerate(self.parts, 1)]

    def _row(self, number: int, part: Part, width: int) -> Line:
        inside = part in self._chosen
        mark = Span("✓", "good") if inside else Span("–", "faint")
        row = line(mark, " ", Span(f"{number}", "key"), " ")
        words = shortened(PARTS[part], width - row.width)
        return row.plus(words, "text" if inside else "muted")


class PreviewCard(RowsCard, can_focus=True):
    """The report as it would be written now."""

    @property
    def keys_here(self) -> Keys:
        """Keys and what they do here, for the last row of the screen."""
        return (
            ("↑ ↓", tc("key", "read on")),
            ("Home End", tc("key", "to the ends")),
        )

    def __init__(self) -> None:
        super().__init__(t("Preview"), id="report-preview")
        self._report: Report | None = None
        self._language: str | None = None
        self._words = ""
        self._kept: dict[int, Sequence[Row]] = {}  # type: ignore[assignment]
        self._made: dict[int, Sequence[Row]] = {}

    def show_report(self, report: Report, language: str | None = None) -> None:
        """Show what was built, in the language of who will read it; None is the owner's own."""
        self._report, self._words, self._made = report, "", {}
        self._language = language
        counts = {"recorded": report.recorded, "nights": report.span.nights}
        self.say(t("{recorded} of {nights} nights recorded").format(**counts))
        self.short_fact = line(Span(t("{recorded} of {nights}").format(**counts), "muted"))

    def show_words(self, words: str) -> None:
        """Show words in place of a report, because there is none."""
        self._report, self._words, self._made = None, words, {}
        self.say("")

    def say(self, words: str, share: float | None = None) -> None:
        """Say on the card how things stand, and how far the work is."""
        self.fact, self.short_fact = line(Span(words, "muted")), Line()
        if share is not None:
            full = round(BAR * share)
            bar = line(Span("━" * full, "accent"), Span("─" * (BAR - full), "grid"))
            self.fact, self.short_fact = bar.plus("  ").then(self.fact), bar
        self.repaint()

    def rows(self, width: int) -> Sequence[Row]:
        """The report in `width` cells, laid out once."""
        if width not in self._made:
            from hamdiary.languages.aside import in_language
            from hamdiary.tui.widgets.report_rows import report_rows

            if self._report is None:
                self._made = {width: text_rows(self._words, width, "muted")}
            else:
                with in_language(self._language):
                    self._made = {width: report_rows(self._report, width)}
        return self._made[width]

    @property
    def in_use(self) -> bool:
        """Whether keys go here."""
        return self.has_focus

    def on_key(self, event: events.Key) -> None:
        """Keys leaf through it."""
        if self.take_key("pagedown" if event.key == "space" else event.key):
            event.stop()
            event.prevent_default()

    def on_mouse_down(self) -> None:
        """Keys go where was clicked."""
        self.focus()


class FileCard(Card):
    """What was written last, and the keys for it."""

    def __init__(self) -> None:
        super().__init__(t("File"), id="report-file")
        self.written: Path | None = None
        """The file, if one was written in this window."""

    def show_written(self, place: Path | None) -> None:
        """Name the file."""
        self.written = place
        self.repaint()

    def body(self, width: int, height: int) -> list[Line]:
        """Its path, or that there is none yet."""
        from hamdiary.domain.text import clean_line

        keys = line(
            Span("w", "key", "screen.press('w')"),
            Span(" " + tc("key", "write"), "muted", "screen.press('w')"),
        )
        if self.written is None:
            words = wrapped(t("Nothing leaves hamdiary before you write it."), width)
        else:
            keys = keys.plus("   ").plus("l", "key", "screen.press('l')")
            keys = keys.plus(" " + tc("key", "look at it"), "muted", "screen.press('l')")
            words = wrapped(clean_line(str(self.written)), width)
            if len(words) > height - 1:
                words = words[-max(1, height - 1) :]  # the name matters more than the way to it
        told = [line(Span(each, "text" if self.written else "muted")) for each in words]
        return [*told[: max(0, height - 1)], keys]
