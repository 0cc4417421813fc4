"""Time out of the cage in lines of plain text."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import groupby

from hamdiary.domain.evening import evening_of
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.language import marked, t
from hamdiary.domain.manner import brief_day, clock_time, figures, say_span, with_year
from hamdiary.domain.measures import measures_of
from hamdiary.domain.outings import Outing, seconds_out
from hamdiary.domain.saying import NOT_RECORDED, said
from hamdiary.render.cells import cells, cut, padded, wrapped
from hamdiary.render.counts import counted

REST = marked("rest, as the vet says")

LENGTHS = 10
"""Cells of the column "1 h 05 min"."""

_TWO_DIGITS = time(22, 22)
"""A time that is as wide as any."""


def out_of_cage(
    hamster: Hamster,
    evening: date,
    outings: Sequence[Outing],
    running: Outing | None,
    now: datetime,
) -> str:
    """A night's time out of the cage: "18 of 20 min, running since 21:03".

    `now` is on the owner's wall clock; what a forgotten clock adds up is not counted.
    """
    tonight = evening_of(now)
    known = [each for each in outings if not each.is_forgotten(tonight, now)]
    parts = [_minutes_of_goal(known, hamster.goal_on(evening), now)]
    if hamster.rest_ordered == "yes":
        parts.append(t(REST))
    if running is not None and (running.evening == evening or evening == tonight):
        parts.append(_state(running, tonight, now))
    return ", ".join(part for part in parts if part)


def _minutes_of_goal(outings: Sequence[Outing], goal: float | None, now: datetime) -> str:
    if not outings:
        nothing = t(NOT_RECORDED)
        return f"{nothing}, {t('goal {n} min').format(n=figures(goal))}" if goal else nothing
    minutes = int(seconds_out(outings, now) // 60)
    if not goal:
        return f"{minutes} min"
    return t("{n} of {goal} min").format(n=minutes, goal=figures(goal))


def _state(running: Outing, tonight: date, now: datetime) -> str:
    """How the clock stands: running or paused, and since when."""
    since = _wall(running.started_utc, tonight, now)
    if running.is_forgotten(tonight, now):
        return t("the clock has run since {since}: when did it really end?").format(since=since)
    if running.paused_utc is not None:
        return t("paused since {since}").format(since=_wall(running.paused_utc, tonight, now))
    return t("running since {since}").format(since=since)


def _wall(moment: datetime | None, tonight: date, now: datetime) -> str:
    assert moment is not None
    wall = moment.astimezone(now.tzinfo)
    if evening_of(wall) == tonight:
        return clock_time(wall)
    return f"{brief_day(wall.date())}, {clock_time(wall)}"


def outing_lines(outings: Sequence[Outing], now: datetime, width: int) -> list[str]:
    """A night's outings, numbered as `hamdiary out edit` takes them, with times and reason."""
    return [outing_line(number, each, now, width) for number, each in enumerate(outings, 1)]


def outing_line(number: int, outing: Outing, now: datetime, width: int) -> str:
    """One outing: its number, from when to when, how long, and how it ended."""
    times = cells(f"{clock_time(_TWO_DIGITS)} – {clock_time(_TWO_DIGITS)}")
    columns = [
        f"{number:>2}",
        padded(_times(outing, now), times + 2),
        padded(_length(outing, now), LENGTHS, right=True),
    ]
    line = " ".join(columns)
    words = " · ".join(_details(outing, now))
    return f"{line}  {cut(words, max(width - len(line) - 2, 8))}".rstrip()


def _times(outing: Outing, now: datetime) -> str:
    if outing.started_utc is None:
        return t("time not known")
    began = outing.started_utc.astimezone(now.tzinfo)
    if outing.ended_utc is None:
        return f"{clock_time(began)} –"
    return f"{clock_time(began)} – {clock_time(outing.ended_utc.astimezone(now.tzinfo))}"


def _length(outing: Outing, now: datetime) -> str:
    return "?" if outing.is_forgotten(evening_of(now), now) else say_span(outing.seconds(now))


def _details(outing: Outing, now: datetime) -> Iterator[str]:
    if outing.is_forgotten(evening_of(now), now):
        yield t("not stopped")
    elif outing.is_running:
        yield t("paused") if outing.is_paused else t("running")
    if outing.stopped_for is not None:
        yield said(measures_of(Outing)["stopped_for"], outing.stopped_for)
    if outing.pauses_s:
        yield t("without {time} of pauses").format(time=say_span(outing.pauses_s))
    if outing.note:
        yield " ".join(outing.note.split())


def nights_of_outings(
    hamster: Hamster, outings: Sequence[Outing], first: date, last: date, now: datetime, width: int
) -> list[str]:
    """The nights from `first` to `last` with their outings; nights without one are named too."""
    by_evening = {
        evening: list(same) for evening, same in groupby(outings, key=lambda each: each.evening)
    }
    lines: list[str] = []
    evenings = [first + timedelta(days=days) for days in range((last - first).days + 1)]
    for kept, some in groupby(evenings, key=by_evening.__contains__):
        if not kept:
            lines += wrapped(_nights_without(list(some)), width)
            continue
        for evening in some:
            found = by_evening[evening]
            running = next((each for each in found if each.is_running), None)
            total = out_of_cage(hamster, evening, found, running, now)
            lines += wrapped(f"{_day(evening)}: {total}", width) + outing_lines(found, now, width)
    return lines


def _nights_without(evenings: Sequence[date]) -> str:
    if len(evenings) == 1:
        return f"{_day(evenings[0])}: {t(NOT_RECORDED)}"
    days = f"{_day(evenings[0])} – {_day(evenings[-1])}"
    return f"{days}: {t(NOT_RECORDED)} ({counted(len(evenings), 'night')})"


def _day(evening: date) -> str:
    return with_year(evening)
