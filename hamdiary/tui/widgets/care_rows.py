"""Rows of the Care view: a night's time out, a happening, a reminder."""

from collections.abc import Sequence
from datetime import date, datetime

from hamdiary.domain.happenings import Happening
from hamdiary.domain.language import t
from hamdiary.domain.manner import clock_times, day_column
from hamdiary.domain.measures import measures_of
from hamdiary.domain.outings import Outing, seconds_out
from hamdiary.domain.reminders.planned import Planned
from hamdiary.domain.saying import said
from hamdiary.domain.text import clean_line
from hamdiary.domain.timeline import Mark
from hamdiary.domain.typed_dates import short_day
from hamdiary.services.timing import NightOut
from hamdiary.tui.widgets.lines import Line, Span, apart, line, shortened
from hamdiary.tui.widgets.minutes_bar import USUAL_TOP, bar

BAR = 11
"""Cells of a night's bar."""


def night_out_row(evening: date, out: NightOut | None, goal: float | None, now: datetime,
                  width: int) -> Line:  # fmt: skip
    """A night: minutes as a bar against its goal, and why it ended if that was a sign."""
    head = line(Span(short_day(evening), "muted")).to(day_column())
    outings: Sequence[Outing] = out.outings if out else ()
    if not outings:
        words = t("rest") if goal is None else t("none recorded")
        return head.plus(words, "faint")
    minutes = seconds_out(outings, now) // 60
    bar_width = BAR if width >= day_column() + BAR + 14 else 6
    head = head.then(bar(minutes, goal or USUAL_TOP, bar_width)).plus("  ")
    head = head.plus(f"{minutes:.0f}", "bold")
    sign = _signs(outings)
    if sign:
        return head.plus(" min, ").plus(shortened(sign, width - head.width), "warn")
    of = " " + t("of {goal:g} min").format(goal=goal) if goal is not None else " min"
    return head.plus(of, "muted")


def _signs(outings: Sequence[Outing]) -> str:
    """Reasons that are signs, not "enough"."""
    kind = measures_of(Outing)["stopped_for"]
    found = [
        said(kind, each.stopped_for) for each in outings if each.stopped_for not in (None, "enough")
    ]
    return found[-1] if found else ""


def mark_row(mark: Mark, today: date, width: int) -> Line:
    """A happening: its day, what it was, and what was said."""
    row = line(Span(short_day(mark.on), "muted")).to(day_column())
    to_come = mark.on > today
    row = row.plus("○" if to_come else "●", "accent" if to_come else "mark").plus("  ")
    what = said(measures_of(Happening)["what"], mark.what)
    if mark.happening is not None and mark.happening.at:
        what += f", {clock_times(mark.happening.at)}"
    ink = "bold" if mark.happening is not None else "text"
    row = row.plus(what[:1].upper() + what[1:], ink).to(day_column() + 26)
    note = clean_line(mark.note or "")
    return row.plus(shortened(note, max(0, width - row.width)), "muted")


def planned_row(planned: Planned, times: int, width: int) -> Line:
    """When it rings, of what, and how often or that it is off; `times` cells are for when."""
    row = line(Span(shortened(planned.when, times), "bold" if planned.on else "muted"))
    row = row.to(times + 2)
    right = line(Span(planned.how, "muted"))
    name = shortened(planned.name, width - row.width - right.width - 1)
    return apart(row.plus(name, "text" if planned.on else "muted"), right, width)
