"""Hours in which nothing rings."""

from datetime import datetime, time, timedelta

from hamdiary.domain.frozen import dataclass


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
