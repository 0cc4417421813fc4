"""Which days and times of day there are, remembered for whoever asks a hundred thousand times."""

import re
from collections.abc import Collection, Set

from hamdiary.domain.foreign import is_day
from hamdiary.domain.journal import Stored
from hamdiary.domain.measures import Day, Instant, Kind


class CalendarTimes:
    """Days and times of day that there are."""

    def __init__(self) -> None:
        self.days: set[str] = set()
        self.times: set[str] = set()

    def hold_day(self, day: str) -> bool:
        """Whether the calendar has that day, written so, and not too far off."""
        if not is_day(day):
            return False
        self.days.add(day)
        return True

    def hold(self, kind: Kind, value: Stored) -> bool:
        """Whether it is the day or the instant that a measure of that kind is to have.

        No two are alike in ten years, so that remembering values whole would not help.
        """
        if not isinstance(value, str):
            return False
        if isinstance(kind, Day):
            return value in self.days or self.hold_day(value)
        if not isinstance(kind, Instant):
            return False
        day, time = value[:10], value[10:]
        return (day in self.days or self.hold_day(day)) and (
            time in self.times or self.hold_time(time)
        )

    def hold_all(self, kind: Kind, values: Collection[Stored]) -> bool:
        """The same of very many values."""
        if not isinstance(kind, Day | Instant):
            return False
        texts = [each for each in values if isinstance(each, str)]
        if len(texts) < len(values):
            return False
        if isinstance(kind, Day):
            return self.hold_days({*texts})
        return self.hold_days({text[:10] for text in texts}) and self.hold_times(
            {text[10:] for text in texts}
        )

    def hold_days(self, days: Set[str]) -> bool:
        """Whether the calendar has all of those days."""
        return all(map(self.hold_day, days - self.days))

    def hold_times(self, times: Set[str]) -> bool:
        """Whether a day has all of those times."""
        return all(map(self.hold_time, times - self.times))

    def hold_time(self, time: str) -> bool:
        """Whether a day has that time, written as the journal writes it."""
        if not _TIME.fullmatch(time):
            return False
        self.times.add(time)
        return True


_TIME = re.compile("T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z")
