"""What the list of reminders says of each: when it rings, what it is, how often."""

from hamdiary.domain.frozen import dataclass

DAY_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@dataclass(frozen=True)
class Planned:
    """One line of the list of reminders."""

    when: str
    """Its times: "21:00"."""
    name: str
    """What it reminds of: "Weigh-in"."""
    how: str
    """How often or until when: "every night", "to 30 Nov", "off"."""
    on: bool
    """Whether it rings."""


def on_days(weekdays: tuple[int, ...]) -> str:
    """Evenings of the week in words: "every night", "Tue Fri"."""
    return " ".join(DAY_NAMES[day] for day in weekdays) or "every night"
