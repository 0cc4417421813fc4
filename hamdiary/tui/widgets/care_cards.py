"""The cards of the Care view: each reads its own things and lists them."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from hamdiary.domain.courses import Course
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.language import marked, t, tc
from hamdiary.domain.outings import seconds_out
from hamdiary.domain.timeline import Mark
from hamdiary.services.pages import NightPage
from hamdiary.services.reminders_shown import ShownReminder
from hamdiary.services.session import Session
from hamdiary.services.timing import NightOut
from hamdiary.tui.widgets.care_card import CareCard, Keys
from hamdiary.tui.widgets.care_rows import mark_row, night_out_row, planned_row
from hamdiary.tui.widgets.course_rows import LABELS, Days, course_rows, days_row
from hamdiary.tui.widgets.lines import BLANK, Line, Span, line, shortened, wrapped

CAUTION = marked("hamdiary works out no doses. Ask the vet before you change one.")
"""What stands under the medicines (domain §5.2)."""

NIGHTS = 14
"""Nights whose time out is listed."""

OUTSIDE = marked("To be reminded while this window is shut: hamdiary remind --install")
"""How reminders reach somebody when no window is open."""

NEXT_TO_MARKS = 16
"""Cells kept free behind the marks, for what is due next."""


class MedicinesCard(CareCard):
    """Courses: what the vet said, a mark a dose, how it went."""

    def _keys(self) -> Keys:
        return (
            ("Enter", tc("key", "open")),
            ("m", tc("key", "dose")),
            ("n", tc("key", "new")),
            ("Del", tc("key", "stop or remove")),
        )

    def __init__(self) -> None:
        super().__init__(t("Medicines"), id="care-medicines")
        self.courses: Sequence[Course] = ()
        """The courses that are listed."""
        self._tonight = date.min
        self._vet = ""

    def read(self, session: Session, page: NightPage) -> None:
        """Read every course."""
        from hamdiary.services.courses import courses_lately

        self.courses = courses_lately(session, page.hamster)
        self._tonight = page.tonight
        self._vet = (page.hamster.vet_name or "").partition(",")[0]
        self.fact = line(
            Span(shortened(t("as prescribed by {vet}").format(vet=self._vet), 44), "muted")
        )
        if not self._vet:
            self.fact = line(Span(t("as the vet said"), "muted"))
        self.short_fact = line(Span(t("as the vet said"), "muted"))
        nothing = t("No medicine is written down. Write it down as it stands on the label.")
        empty = [
            line(nothing),
            BLANK,
            line(Span("n", "key"), Span(" " + tc("key", "a new medicine"), "muted")),
        ]
        self.show_rows([[BLANK]] * len(self.courses), (), empty)

    def rows(self, width: int) -> Sequence[Sequence[Line]]:
        """Each course under the same days."""
        days = self._days(width)
        return [course_rows(each, days, width) for each in self.courses]

    def above(self, width: int) -> Sequence[Line]:
        """The days over the marks."""
        current = [each for each in self.courses if not each.state.is_over]
        return [days_row(self._days(width))] if current else []

    def body(self, width: int, height: int) -> list[Line]:
        """The courses, what the marks mean, and the caution."""
        self._below = (
            [*_legend(width, self.courses), *_said(t(CAUTION), width)] if height > 9 else ()
        )
        return super().body(width, height)

    def _days(self, width: int) -> Days:
        current = [each for each in self.courses if not each.state.is_over]
        return Days.of(current, self._tonight, width - LABELS - NEXT_TO_MARKS)


def _legend(width: int, courses: Sequence[Course]) -> list[Line]:
    if all(each.state.is_over for each in courses):
        return []
    parts = (
        ("✓", "good", t("given")), ("✗", "warn", t("refused")), ("/", "muted", t("skipped")),
        ("·", "warn", t("not recorded")), ("○", "accent", t("due")), ("–", "faint", t("to come")),
    )  # fmt: skip
    row = line()
    for mark, ink, words in parts:
        if row.width + len(words) + 5 > width:
            break
        row = row.plus("   " if row.width else "").plus(mark, ink).plus(f" {words}", "muted")
    return [row]


def _said(words: str, width: int) -> list[Line]:
    return [line(Span(each, "muted")) for each in wrapped(words, width)]


class HappeningsCard(CareCard):
    """What happened, the newest first."""

    def _keys(self) -> Keys:
        return (
            ("Enter", tc("key", "open")),
            ("n", tc("key", "new")),
            ("Del", tc("key", "remove")),
        )

    def __init__(self) -> None:
        super().__init__(t("Happenings"), id="care-happenings")
        self.marks: Sequence[Mark] = ()
        """What is listed: happenings, and what follows from courses and the hamster's facts."""
        self._today = date.min

    def read(self, session: Session, page: NightPage) -> None:
        """Read all of them, those that follow from courses and the hamster's facts too."""
        from hamdiary.services.happening import marks_of

        self._today = page.today
        self.marks = list(reversed(marks_of(session, page.hamster)))
        self.fact = line(Span(t("newest first") if self.marks else "", "muted"))
        empty = [
            line(t("Nothing is written down: a vet visit, a first step, a fall.")), BLANK,
            line(Span("n", "key"), Span(" " + tc("key", "write something down"), "muted")),
        ]  # fmt: skip
        self.show_rows([[BLANK]] * len(self.marks), (), empty)

    def rows(self, width: int) -> Sequence[Sequence[Line]]:
        """A line each."""
        return [[mark_row(each, self._today, width)] for each in self.marks]


class OutingsCard(CareCard):
    """The last nights' time out of the cage."""

    def _keys(self) -> Keys:
        return (
            ("Enter", tc("key", "open")),
            ("o", tc("key", "tonight")),
        )

    def __init__(self) -> None:
        super().__init__(t("Out of cage"), id="care-outings")
        self.evenings: Sequence[date] = ()
        """The nights that are listed, newest first."""
        self._outs: dict[date, NightOut] = {}
        self._hamster: Hamster | None = None
        self._now = datetime.min

    def read(self, session: Session, page: NightPage) -> None:
        """Read two weeks."""
        from hamdiary.services.timing import nights_out

        self._hamster, self._now = page.hamster, session.wall_now()
        self.evenings = [page.tonight - timedelta(days=back) for back in range(NIGHTS)]
        outs = nights_out(session, page.hamster, self.evenings[-1], self.evenings[0])
        self._outs = {each.evening: each for each in outs}
        recorded = [each for each in outs if seconds_out(each.outings, self._now) > 0]
        self.fact = line(
            Span(
                t("{recorded} of {nights} nights").format(recorded=len(recorded), nights=NIGHTS),
                "muted",
            )
        )
        self.show_rows([[BLANK]] * NIGHTS)

    def rows(self, width: int) -> Sequence[Sequence[Line]]:
        """A line a night."""
        assert self._hamster is not None
        return [
            [night_out_row(on, self._outs.get(on), self._hamster.goal_on(on), self._now, width)]
            for on in self.evenings
        ]


class RemindersCard(CareCard):
    """Which reminders there are, and when."""

    def _keys(self) -> Keys:
        return (
            ("Enter", tc("key", "on or off")),
            ("e", tc("key", "when")),
        )

    def __init__(self) -> None:
        super().__init__(t("Reminders"), id="care-reminders")
        self.reminders: Sequence[ShownReminder] = ()
        """The reminders that are listed."""
        self._last: Sequence[str] = ()

    def read(self, session: Session, page: NightPage) -> None:
        """Read the settings and what follows from them tonight."""
        from hamdiary.services.reminders_shown import reminders_shown

        shown = reminders_shown(session, page.hamster)
        self.reminders = shown.lines
        on = sum(each.planned.on for each in shown.lines)
        self.fact = line(
            Span(t("{on} on, {off} off").format(on=on, off=len(shown.lines) - on), "muted")
        )
        following = (
            t("Next: {next}").format(next=shown.next)
            if shown.next
            else t("Nothing rings before tomorrow.")
        )
        self._last = [shown.trouble or following, t(OUTSIDE)]
        nothing = t("This diary is closed: nothing is asked for any more.")
        self.show_rows([[BLANK]] * len(shown.lines), (), [line(Span(nothing, "muted"))])

    def rows(self, width: int) -> Sequence[Sequence[Line]]:
        """A line each."""
        times = min(12, max((len(each.planned.when) for each in self.reminders), default=0))
        return [[planned_row(each.planned, times, width)] for each in self.reminders]

    def body(self, width: int, height: int) -> list[Line]:
        """The reminders, what comes next, and how they reach somebody."""
        self._below = [row for each in self._last for row in _said(each, width)]
        return super().body(width, height)
