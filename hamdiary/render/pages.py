"""A night and a hamster as pages of plain text, the twins of the screens (design §2, rule 9)."""

from collections.abc import Sequence
from datetime import date
from itertools import zip_longest

from hamdiary.domain.baseline import WeightChange
from hamdiary.domain.hamster import Hamster, age_in_words, illness_day
from hamdiary.domain.language import t
from hamdiary.domain.manner import decimal, full_day
from hamdiary.domain.measures import measures_of, recorded_count
from hamdiary.domain.night import Night
from hamdiary.domain.saying import NOT_RECORDED, said
from hamdiary.render.cells import cells, cut, padded, wrapped
from hamdiary.render.words import briefly, in_words, recorded

LABELS = 17
"""Cells of the label column: the longest label and a gap."""

LAST_NIGHT = 14
"""Cells of last night's column; more where "not recorded" is longer."""


def night_page(hamster: Hamster, night: Night, width: int) -> str:
    """Every measure of one night in words."""
    pairs = [
        (measure.label, in_words(measure, getattr(night, name)))
        for name, measure in measures_of(Night).items()
    ]
    return "\n".join([heading(hamster, night.evening), *_labelled(pairs, width)])


def stored_page(hamster: Hamster, night: Night, outcome: str, width: int) -> str:
    """What is recorded of a night now, after something was logged."""
    pairs = [
        (measure.label, in_words(measure, getattr(night, name)))
        for name, measure in measures_of(Night).items()
        if recorded(night, measure)
    ]
    return "\n".join([f"{heading(hamster, night.evening)}: {outcome}", *_labelled(pairs, width)])


def hamster_page(hamster: Hamster, width: int, outcome: str = "") -> str:
    """Every recorded fact of a hamster."""
    pairs = [
        (measure.label, in_words(measure, getattr(hamster, name)))
        for name, measure in measures_of(Hamster).items()
        if recorded(hamster, measure)
    ]
    title = f"{hamster.called}: {outcome}" if outcome else hamster.called
    return "\n".join([title, *_labelled(pairs, width)])


def tonight_page(
    hamster: Hamster,
    night: Night,
    last: Night,
    change: WeightChange | None,
    width: int,
    today: date,
    done: Sequence[tuple[str, str]] = (),
) -> str:
    """Tonight's measures beside last night's, who it is, what was `done`, and whom to ring."""
    count, asked = recorded_count(night)
    return "\n".join(
        [
            who(hamster, night.evening, today),
            t("Night of {day}: {count} of {asked} recorded").format(
                day=full_day(night.evening), count=count, asked=asked
            ),
            "",
            *_beside(night, last, width),
            *([_weight_line(change)] if change else []),
            *_labelled(done, width),
            *_vet(hamster, width),
        ]
    )


def heading(hamster: Hamster, evening: date) -> str:
    """Whose night it is: "Biscuit, night of Sunday 22 November 2026"."""
    return t("{name}, night of {day}").format(name=hamster.called, day=full_day(evening))


def who(hamster: Hamster, evening: date, today: date) -> str:
    """The hamster in one line: name, species, sex, age, day of the weakness.

    Ages are of the day on the wall clock, from which a typed "10 months" was counted back.
    """
    facts = measures_of(Hamster)
    parts = [hamster.called]
    parts += [
        said(facts[name], value)
        for name, value in (("species", hamster.species), ("sex", hamster.sex))
        if value not in (None, "unknown")
    ]
    if hamster.born is not None:
        age = age_in_words(hamster.born, today)
        about = hamster.born_estimated == "yes"
        parts.append(t("about {age}").format(age=age) if about else age)
    day = illness_day(hamster.onset, evening) if hamster.onset else None
    if day is not None:
        parts.append(t("day {day} of weak legs").format(day=day))
    if hamster.closed_because is not None:
        parts.append(_closed(hamster))
    return " · ".join(parts)


def _closed(hamster: Hamster) -> str:
    why = said(measures_of(Hamster)["closed_because"], hamster.closed_because)
    if hamster.closed_on is None:
        return t("diary closed: {why}").format(why=why)
    return t("diary closed: {why} on {day}").format(why=why, day=full_day(hamster.closed_on))


def _beside(night: Night, last: Night, width: int) -> list[str]:
    last_night = max(LAST_NIGHT, cells(t(NOT_RECORDED)))
    middle = max(width - LABELS - last_night, 12)
    lines = [f"{'':{LABELS}}{padded(t('tonight'), middle)}{t('last night')}"]
    for name, measure in measures_of(Night).items():
        now = wrapped(in_words(measure, getattr(night, name)), middle - 2)
        before = briefly(measure, getattr(last, name)).replace("\n", " ")
        then = wrapped(cut(before, 3 * last_night), last_night)
        for count, (left, right) in enumerate(zip_longest(now, then, fillvalue="")):
            label = "" if count else measure.label
            lines.append(f"{label:{LABELS}}{padded(left, middle)}{right}".rstrip())
    return lines


def _weight_line(change: WeightChange) -> str:
    mark = "▲" if change.grams > 0 else "▼" if change.grams < 0 else "="
    moved = f"{mark} {decimal(abs(change.grams), 1)} g"
    words = t("{change} in {n} nights").format(change=moved, n=change.nights)
    return f"{t('Weight change'):{LABELS}}{words}"


def _vet(hamster: Hamster, width: int) -> list[str]:
    practice = _joined(hamster.vet_name, hamster.vet_phone, hamster.vet_hours)
    at_night = _joined(hamster.night_phone, hamster.night_hours)
    pairs = [(t("Vet"), practice), (t("Out of hours"), at_night)]
    known = _labelled([pair for pair in pairs if pair[1]], width)
    return ["", *known] if known else []


def _joined(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)


def _labelled(pairs: Sequence[tuple[str, str]], width: int) -> list[str]:
    lines = []
    for label, words in pairs:
        for count, line in enumerate(wrapped(words, max(width - LABELS, 12))):
            lines.append(f"{'' if count else label:{LABELS}}{line}".rstrip())
    return lines
