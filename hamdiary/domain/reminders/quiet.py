"""Hours in which nothing rings, and the setting that names them."""

import re
from datetime import datetime, time, timedelta

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import t
from hamdiary.domain.setting_kinds import NOTHING, WrongValue
from hamdiary.domain.typed import Read
from hamdiary.domain.typed_times import read_time


@dataclass(frozen=True)
class QuietHours:
    """From one time on the wall clock to another, mostly across midnight."""

    begins: time
    """From here on nothing rings."""
    ends: time
    """From here on it rings again, also what became due meanwhile and is still open."""

    def hold(self, wall: datetime) -> bool:
        """Whether it is quiet at that time of the wall clock."""
        at = wall.time()
        if self.begins <= self.ends:
            return self.begins <= at < self.ends
        return at >= self.begins or at < self.ends

    def end_after(self, wall: datetime) -> datetime:
        """When the quiet that holds at `wall` ends, as naive wall clock."""
        end = datetime.combine(wall.date(), self.ends)
        return end if end > wall.replace(tzinfo=None) else end + timedelta(days=1)

    def __str__(self) -> str:
        return f"{self.begins:%H:%M}-{self.ends:%H:%M}"


@dataclass(frozen=True)
class Quiet:
    """Hours in which nothing rings, or none."""

    def loaded(self, raw: object) -> QuietHours | None:
        """The value that stands in the file."""
        if not isinstance(raw, str):
            raise WrongValue(t('must be like "23:00-07:00", or "none"'))
        if raw.strip().casefold() == NOTHING:
            return None
        begins, dash, ends = re.sub(r"\s+(?:to|until|bis)\s+|–|—", "-", raw).partition("-")
        read = [read_time(each) for each in (begins, ends)]
        times = [each.value for each in read if isinstance(each, Read)]
        if not dash or len(times) != 2 or times[0] == times[1]:
            raise WrongValue(t("must be two times like 23:00-07:00, or none"))
        return QuietHours(*times)

    def typed(self, text: str) -> QuietHours | None:
        """The value that was typed."""
        return self.loaded(text)
