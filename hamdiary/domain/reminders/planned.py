"""What the list of reminders says of each: when it rings, what it is, how often."""

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import t
from hamdiary.domain.manner import brief_weekdays


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
    names = brief_weekdays()
    return " ".join(names[day] for day in weekdays) or t("every night")
