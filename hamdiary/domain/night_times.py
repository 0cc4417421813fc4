"""Times of day as moments of a night: where it begins, and when a wall clock shows what."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo

from hamdiary.domain.evening import NOON


def times_of(text: str) -> tuple[time, ...]:
    """The times of day that a recorded list holds."""
    return tuple(time.fromisoformat(each) for each in text.split())


def wall_on(evening: date, at: time) -> datetime:
    """The wall clock's day and time of a time of day in the night of that evening; naive."""
    midnight = datetime.combine(evening, time())
    return datetime.combine(evening if at >= time(12) else midnight + timedelta(days=1), at)


def moment_at(wall: datetime, zone: tzinfo) -> datetime:
    """The moment in UTC of a naive wall clock's time; the first of two, moved on where skipped."""
    return wall.replace(tzinfo=zone).astimezone(UTC)


def night_begins(evening: date, zone: tzinfo) -> datetime:
    """Noon of that day, in UTC: where its night begins."""
    return moment_at(datetime.combine(evening, time()) + NOON, zone)
