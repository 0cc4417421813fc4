"""How an owner writes times, days and weights: 24 or 12 hours, day or month first, g or oz beside.

Like a language it holds for the whole program: a front end says once which one, before anything is
shown. What is stored, and what other programs read, is never written in it.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import marked, t, tc

GRAMS_PER_OUNCE = 28.349523125
"""Avoirdupois ounce, by definition."""

WEEKDAYS = (
    *(marked("Monday"), marked("Tuesday"), marked("Wednesday"), marked("Thursday")),
    *(marked("Friday"), marked("Saturday"), marked("Sunday")),
)
"""Full names in English; index 0 is Monday, as in `date.weekday()`."""

_BRIEF_WEEKDAYS = (
    *(marked("Mon"), marked("Tue"), marked("Wed"), marked("Thu")),
    *(marked("Fri"), marked("Sat"), marked("Sun")),
)

MONTHS = (
    *(marked("January"), marked("February"), marked("March"), marked("April")),
    *(marked("May"), marked("June"), marked("July"), marked("August")),
    *(marked("September"), marked("October"), marked("November"), marked("December")),
)
"""Full names in English; index 0 is January."""

_BRIEF_MONTHS = (
    *(marked("Jan"), marked("Feb"), marked("Mar"), marked("Apr"), marked("May"), marked("Jun")),
    *(marked("Jul"), marked("Aug"), marked("Sep"), marked("Oct"), marked("Nov"), marked("Dec")),
)


@dataclass(frozen=True)
class Manner:
    """One way of writing."""

    twelve_hours: bool = False
    """"9:04 pm" instead of "21:04"."""
    days: str = "day first"
    """"day first" (22 Nov), "month first" (Nov 22) or "iso" (2026-11-22)."""
    ounces: bool = False
    """Whether ounces stand beside grams."""


USUAL = Manner()
"""Where nobody says anything."""

_chosen: list[Manner | Callable[[], Manner]] = [USUAL]


def in_use() -> Manner:
    """The manner that the front end has chosen."""
    chosen = _chosen[0]
    if not isinstance(chosen, Manner):
        chosen = _chosen[0] = chosen()
    return chosen


def use(manner: Manner | Callable[[], Manner]) -> None:
    """From now on write like that; what is to be found out first is asked for when it matters."""
    _chosen[0] = manner


def clock_time(at: time | datetime, manner: Manner | None = None) -> str:
    """A time of day: "21:04" or "9:04 pm"."""
    if not (manner or in_use()).twelve_hours:
        return f"{at:%H:%M}"
    return f"{at.hour % 12 or 12}:{at.minute:02} {'pm' if at.hour >= 12 else 'am'}"


def clock_times(recorded: str) -> str:
    """Times of day as they are recorded, "09:00 21:00": "09:00, 21:00" or "9:00 am, 9:00 pm"."""
    return ", ".join(clock_time(time.fromisoformat(each)) for each in recorded.split())


def weekday(day: date) -> str:
    """The weekday in full: "Sunday"."""
    return t(WEEKDAYS[day.weekday()])


def brief_weekday(day: date) -> str:
    """The weekday in two or three letters: "Sun"."""
    return t(_BRIEF_WEEKDAYS[day.weekday()])


def brief_weekdays() -> tuple[str, ...]:
    """Each in two or three letters, Monday first."""
    return tuple(t(name) for name in _BRIEF_WEEKDAYS)


def month(day: date) -> str:
    """The month in full: "November"."""
    return t(MONTHS[day.month - 1])


def brief_month(day: date) -> str:
    """The month in three letters: "Nov"."""
    return t(_BRIEF_MONTHS[day.month - 1])


def day_and_month(day: date) -> str:
    """The day of a month, the day first whatever the manner: "22 Nov"."""
    return t("{day} {month}").format(day=day.day, month=brief_month(day))


def weekday_and_day(day: date) -> str:
    """Where the month is known: "Mon 16"."""
    return t("{weekday} {day}").format(weekday=brief_weekday(day), day=day.day)


def brief_day(day: date, manner: Manner | None = None) -> str:
    """A day without its year: "Sun 22 Nov", "Sun Nov 22" or, with it, "Sun 2026-11-22"."""
    return f"{brief_weekday(day)} {bare_day(day, manner)}"


def day_column() -> int:
    """Cells of a brief day in a list, and of the gap behind it."""
    return 16 if in_use().days == "iso" else 12


def aligned_day(day: date) -> str:
    """A brief day for lists, where days lie one below the other: "Mon  9 Nov"."""
    name, manner = brief_weekday(day), in_use()
    if manner.days == "iso":
        return f"{name} {day:%m-%d}"
    bare = bare_day(day, manner)
    return f"{name} {bare}" if manner.days == "month first" else f"{name}{bare:>{10 - len(name)}}"


def bare_day(day: date, manner: Manner | None = None) -> str:
    """A brief day without its weekday: "22 Nov", "Nov 22" or "2026-11-22"."""
    match (manner or in_use()).days:
        case "iso":
            return day.isoformat()
        case "month first":
            return f"{brief_month(day)} {day.day}"
    return day_and_month(day)


def full_day(day: date, manner: Manner | None = None) -> str:
    """A day in full: "Sunday 22 November 2026", "Sunday, November 22, 2026"."""
    match (manner or in_use()).days:
        case "iso":
            return f"{weekday(day)} {day.isoformat()}"
        case "month first":
            return f"{weekday(day)}, {month(day)} {day.day}, {day.year}"
    return t("{weekday} {day} {month} {year}").format(
        weekday=weekday(day), day=day.day, month=month(day), year=day.year
    )


def with_year(day: date, manner: Manner | None = None) -> str:
    """A brief day and its year: "Sun 22 Nov 2026"."""
    iso = (manner or in_use()).days == "iso"
    return brief_day(day, manner) if iso else f"{brief_day(day, manner)} {day.year}"


def moment(at: datetime, listed: bool = False) -> str:
    """A moment and its year: "Sun 8 Nov 2026 21:16"; in a list "Sun  8 Nov 2026 21:16"."""
    by_itself = listed and in_use().days == "day first"
    day = f"{aligned_day(at.date())} {at.year}" if by_itself else with_year(at.date())
    wide = 8 if listed and in_use().twelve_hours else 0
    return f"{day} {clock_time(at):>{wide}}"


def say_span(seconds: float) -> str:
    """Say a span as it can be typed: "40 s", "25 min", "1 h 05 min"; begun minutes do not count."""
    minutes = int(seconds // 60)
    if not minutes:
        return f"{int(seconds)} s"
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest} min"
    return f"{hours} h {rest:02} min" if rest else f"{hours} h"


def ounces(grams: float) -> str:
    """The same weight in ounces: "4.18 oz"."""
    return f"{decimal(grams / GRAMS_PER_OUNCE, 2)} oz"


def decimal(value: float, places: int) -> str:
    """A number with so many decimals and the language's decimal sign: "118.4", "118,4"."""
    return with_our_sign(f"{value:.{places}f}")


def figures(value: float, most: int = 6) -> str:
    """A number in at most so many figures, without idle zeros: "0.5", "120"."""
    return with_our_sign(f"{value:.{most}g}")


def thousands(value: float) -> str:
    """A whole number with its thousands set apart: "10,000"."""
    return f"{value:,.0f}".replace(",", tc("thousands sign", ","))


def with_our_sign(written: str) -> str:
    """A number as Python writes it, with the language's decimal sign."""
    return written.replace(".", tc("decimal sign", "."))


def any_of(words: Sequence[str]) -> str:
    """Several to choose from: "a", "a or b", "a, b or c"."""
    if len(words) < 2:
        return "".join(words)
    return t("{some} or {last}").format(some=", ".join(words[:-1]), last=words[-1])


def in_quotes(words: str) -> str:
    """Somebody's own words: “kale”."""
    return t("“{words}”").format(words=words)


def in_sentence(label: str) -> str:
    """A label as it stands within a sentence: small in English, as it is where nouns are great."""
    small = tc("a label within a sentence", "small") == "small"
    return label[:1].lower() + label[1:] if small else label


def at_beginning(words: str) -> str:
    """Words as they stand at the beginning of a sentence or a cell."""
    return words[:1].upper() + words[1:]


_TWELVE = ("US", "CA", "AU", "NZ", "PH", "IN", "PK", "EG", "MX", "CO")
_MONTH_FIRST = ("US", "PH")


def manner_of_locale(environment: Mapping[str, str]) -> Manner:
    """The manner of the country that LC_ALL, LC_TIME or LANG name; grams everywhere, as vets do."""
    name = next(
        (environment[each] for each in ("LC_ALL", "LC_TIME", "LANG") if environment.get(each)), ""
    )
    country = name.partition(".")[0].partition("_")[2][:2]
    days = "month first" if country in _MONTH_FIRST else "day first"
    return Manner(country in _TWELVE, days)
