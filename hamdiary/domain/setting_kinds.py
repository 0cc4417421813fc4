"""What a setting can be: each kind reads what stands in the file and what is typed.

A setting is declared once, as a field of a settings dataclass, through `setting`; the file, its
checks and `hamdiary settings` all derive from that.
"""

import re
from dataclasses import field
from datetime import time
from typing import Any, Protocol

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import shows, t
from hamdiary.domain.manner import any_of
from hamdiary.domain.typed import Read, Refused
from hamdiary.domain.typed_times import read_time, read_times

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
"""As the file names them, in the order of `date.weekday`."""

NOTHING = "none"
"""What is written for a setting that can be left empty."""


class WrongValue(ValueError):
    """What a setting cannot be; the text says what it must be."""


class Kind(Protocol):
    """What values a setting takes."""

    def loaded(self, raw: object) -> Any:
        """The value that stands in the file; WrongValue if it cannot be one."""

    def typed(self, text: str) -> Any:
        """The value that was typed; WrongValue if it cannot be one."""


@dataclass(frozen=True)
class Switch:
    """On or off."""

    def loaded(self, raw: object) -> bool:
        """The value that stands in the file."""
        if not isinstance(raw, bool):
            raise WrongValue(t("must be true or false, without quotes"))
        return raw

    def typed(self, text: str) -> bool:
        """The value that was typed."""
        word = text.strip().casefold()
        if word in ("true", "on", "yes", "an", "ja"):
            return True
        if word in ("false", "off", "no", "aus", "nein"):
            return False
        raise WrongValue(t("must be on or off"))


@dataclass(frozen=True)
class OneOf:
    """One of a few words."""

    options: tuple[str, ...]
    """The words, the usual one first."""

    def loaded(self, raw: object) -> str:
        """The value that stands in the file."""
        word = raw.strip().casefold() if isinstance(raw, str) else ""
        if word not in self.options:
            raise WrongValue(t("must be {options}").format(options=any_of(self.options)))
        return word

    def typed(self, text: str) -> str:
        """The value that was typed."""
        return self.loaded(text)


@dataclass(frozen=True)
class Minutes:
    """A whole number of minutes."""

    low: int
    """The fewest that are taken, besides 0."""
    high: int
    """The most that are taken."""

    def loaded(self, raw: object) -> int:
        """The value that stands in the file."""
        fits = isinstance(raw, int) and not isinstance(raw, bool)
        if not fits or not (raw == 0 or self.low <= int(str(raw)) <= self.high):
            raise WrongValue(
                t("must be 0 or a whole number from {low} to {high}").format(
                    low=self.low, high=self.high
                )
            )
        return int(str(raw))

    def typed(self, text: str) -> int:
        """The value that was typed."""
        word = text.strip()
        return self.loaded(int(word) if re.fullmatch("[0-9]{1,6}", word) else None)


@dataclass(frozen=True)
class TimeOfDay:
    """One time on the wall clock."""

    def loaded(self, raw: object) -> time:
        """The value that stands in the file."""
        if isinstance(raw, time):
            return raw.replace(second=0, microsecond=0)
        if not isinstance(raw, str):
            raise WrongValue(t('must be a time in quotes, like "21:00"'))
        reading = read_time(raw)
        if not isinstance(reading, Read):
            raise WrongValue(
                t("must be a time like 21:00. {reason}").format(reason=_reason(reading))
            )
        return reading.value

    def typed(self, text: str) -> time:
        """The value that was typed."""
        return self.loaded(text)


@dataclass(frozen=True)
class TimesOfDay:
    """One or several times on the wall clock."""

    most: int
    """How many there can be."""

    def loaded(self, raw: object) -> tuple[time, ...]:
        """The value that stands in the file."""
        written = raw if isinstance(raw, list) else [raw]
        if not 1 <= len(written) <= self.most:
            raise WrongValue(t("must be one to {most} times").format(most=self.most))
        read = {TimeOfDay().loaded(each) for each in written}
        return tuple(sorted(read))

    def typed(self, text: str) -> tuple[time, ...]:
        """The value that was typed."""
        reading = read_times(text, self.most)
        if not isinstance(reading, Read):
            raise WrongValue(
                t("must be times like 21:00, 22:30. {reason}").format(reason=_reason(reading))
            )
        return self.loaded(reading.value.split())


@dataclass(frozen=True)
class Weekdays:
    """Some days of the week; none of them named is every day."""

    def loaded(self, raw: object) -> tuple[int, ...]:
        """The value that stands in the file."""
        if not isinstance(raw, list):
            raise WrongValue(t('must be a list of weekdays, like ["monday", "friday"]'))
        return tuple(sorted({_weekday(each) for each in raw}))

    def typed(self, text: str) -> tuple[int, ...]:
        """The value that was typed."""
        words = [word for word in re.split(r"[,;\s]+|\b(?:and|und)\b", text.casefold()) if word]
        return (
            ()
            if words in ([NOTHING], ["every", "day"], ["jeden", "tag"], ["keine"])
            else self.loaded(words)
        )


@dataclass(frozen=True)
class Words:
    """A line of text, or none."""

    pattern: str
    """What the whole of it must match."""
    like: str
    """An example, for who wrote something else."""

    def loaded(self, raw: object) -> str | None:
        """The value that stands in the file."""
        if not isinstance(raw, str):
            raise WrongValue(t('must be text in quotes, like "{like}"').format(like=self.like))
        if raw.strip().casefold() in ("", NOTHING):
            return None
        if len(raw) > 1000 or not re.fullmatch(self.pattern, raw):
            raise WrongValue(t("must be like {like}").format(like=self.like))
        return raw

    def typed(self, text: str) -> str | None:
        """The value that was typed."""
        return self.loaded(text)


@shows("words")
@dataclass(frozen=True)
class Setting:
    """One declared setting."""

    name: str
    """The field's name and the key in the file."""
    kind: Kind
    """What values it takes."""
    words: str
    """What it does, in one line."""


def setting(default: Any, kind: Kind, words: str) -> Any:
    """A dataclass field that is a setting; typed as the value so that rules stay plain."""
    return field(default=default, metadata={"setting": Setting("", kind, words)})


def group(default: Any) -> Any:
    """A dataclass field that holds further settings."""
    return field(default=default)


def _weekday(raw: object) -> int:
    from hamdiary.domain.typed_day_words import GERMAN_WEEKDAYS

    word = raw.strip().casefold() if isinstance(raw, str) else ""
    named = [*enumerate(WEEKDAYS), *enumerate(GERMAN_WEEKDAYS)]
    found = {number for number, name in named if name.startswith(word)}
    if len(word) < 2 or len(found) != 1:
        raise WrongValue(t("must be weekdays, like monday, friday"))
    return found.pop()


def _reason(reading: object) -> str:
    return reading.reason if isinstance(reading, Refused) else ""
