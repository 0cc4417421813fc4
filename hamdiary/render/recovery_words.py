"""The plots in words, which is also their plain-text twin: medians and counts, never a forecast."""

from collections.abc import Callable, Iterator

from hamdiary.domain.trends.course import DoseState
from hamdiary.domain.trends.facts import Facts, NumberFacts
from hamdiary.domain.trends.milestones import Reached
from hamdiary.domain.trends.series import Span
from hamdiary.domain.trends.weighing import Usual, Weighed
from hamdiary.render.canvas import Line
from hamdiary.render.canvas import Span as Words
from hamdiary.render.recovery import Plot
from hamdiary.render.score_words import (
    NOISE,
    TOO_FEW,
    balance_in_words,
    counts_in_words,
    day_said,
    medians,
    muted_line,
    nights_word,
    outings_in_words,
    tends,
)


def words_of(facts: Facts, plot: Plot) -> list[Line]:
    """What is said beside one plot, a sentence a line."""
    return list(_SAID[plot](facts))


def _gait(facts: Facts) -> Iterator[Line]:
    yield medians("Gait", facts.gait.compared)
    yield muted_line(counts_in_words(facts.gait.counts))
    yield muted_line(f"{tends('Gait', facts.gait)} {NOISE}")
    if facts.outings is not None:
        yield muted_line(outings_in_words(facts.outings))


def _legs(facts: Facts) -> Iterator[Line]:
    for name, leg in (("Left leg", facts.leg_left), ("Right leg", facts.leg_right)):
        yield medians(name, leg.compared)
        yield muted_line(counts_in_words(leg.counts))
        yield muted_line(tends(name, leg))
    yield muted_line(f"{balance_in_words(facts.legs, facts.span)} {NOISE}")


def _weight(facts: Facts) -> Iterator[Line]:
    weighed, usual = facts.weighed, facts.usual
    if weighed is None:
        yield muted_line("Weight: not weighed on these nights.")
    else:
        yield weight_in_words(weighed, usual, facts.span)
    if usual is not None:
        yield muted_line(usual_in_words(usual, facts.span))
    if facts.pouches_full:
        count = facts.pouches_full
        weighings = "weighing" if count == 1 else "weighings"
        yield muted_line(f"{count} {weighings} with full pouches left out.")


def weight_in_words(weighed: Weighed, usual: Usual | None, span: Span) -> Line:
    """The last weighing, what it changed by, and what share of the usual it is."""
    on, grams = weighed.latest
    parts = [Words("Weight", "bold"), Words(f" {grams:.4g} g on {day_said(on, span)}")]
    if weighed.change is not None:
        change = weighed.change
        mark = "▲" if change.grams > 0 else "▼" if change.grams < 0 else "="
        parts.append(Words(f", {mark} {abs(change.grams):.4g} g in {change.nights} nights"))
    if weighed.percent is not None and usual is not None:
        parts.append(Words(f", {weighed.percent:.1f} % of its usual {usual.grams:.4g} g"))
    return (*parts, Words("."))


def usual_in_words(usual: Usual, span: Span) -> str:
    """Where the usual weight comes from."""
    if usual.first is None or usual.last is None:
        return f"Usual {usual.grams:.4g} g: as you set it."
    days = f"{day_said(usual.first, span)} to {day_said(usual.last, span)}"
    return f"Usual {usual.grams:.4g} g: the median of {usual.weighings} weighings, {days}."


def _minutes(facts: Facts) -> Iterator[Line]:
    if not facts.minutes.recorded:
        yield muted_line("Out of cage: no outings recorded on these nights.")
        return
    yield _numbers("Out of cage", "min", facts.minutes)
    if facts.goal_nights:
        yield muted_line(
            f"The goal of the night was reached on {facts.goal_reached} of {facts.goal_nights} "
            f"{nights_word(facts.goal_nights)} that had one."
        )


def _numbers(name: str, unit: str, facts: NumberFacts) -> Line:
    compared = facts.compared
    now, before = compared.now, compared.before
    counted = f"{facts.recorded} {nights_word(facts.recorded)} recorded"
    if not compared.enough or now is None or before is None:
        return (Words(name, "bold"), Words(f": {counted}; against the 7 before, {TOO_FEW}."))
    return (
        Words(name, "bold"),
        Words(" median "),
        Words(f"{before.value:.4g} → {now.value:.4g} {unit}", "bold"),
        Words(f" against the 7 nights before; {counted}."),
    )


def _ate(facts: Facts) -> Iterator[Line]:
    yield medians("Ate", facts.ate.compared)
    yield muted_line(counts_in_words(facts.ate.counts))


def _droppings(facts: Facts) -> Iterator[Line]:
    found = facts.droppings
    parts = [f"{code} on {nights}" for code, nights in found.nights]
    if not parts and not found.not_seen:
        yield muted_line("Droppings: not recorded on these nights.")
        return
    words = ", ".join(parts) or "never seen"
    yield (
        Words("Droppings", "bold"),
        Words(f" {words}; {found.not_seen} not checked, {found.not_recorded} not recorded."),
    )


def _water(facts: Facts) -> Iterator[Line]:
    yield _numbers("Water", "ml", facts.water)


def _doses(facts: Facts) -> Iterator[Line]:
    if facts.doses:
        words = ", ".join(f"{count} {DOSE_WORDS.get(state, state)}" for state, count in facts.doses)
        yield (Words("Doses", "bold"), Words(f" {words}."))


DOSE_WORDS: dict[DoseState, str] = {
    "spat_out": "spat out", "missed": "not recorded", "later": "to come",
}  # fmt: skip
"""States whose name is not how an owner reads them."""


def _nightly(facts: Facts) -> Iterator[Line]:
    for said in (_droppings, _ate, _water, _doses):
        yield from said(facts)


_SAID: dict[Plot, Callable[[Facts], Iterator[Line]]] = {
    "gait": _gait,
    "legs": _legs,
    "weight": _weight,
    "minutes": _minutes,
    "nightly": _nightly,
    "droppings": _droppings,
    "ate": _ate,
    "water": _water,
    "doses": _doses,
}


def milestones_in_words(facts: Facts) -> list[Line]:
    """Milestones gained and lost, each with its nights; wording as domain §7 asks."""
    if not facts.milestones:
        return []
    heading = (Words("Milestones", "bold"), Words(", each seen on two scores:", "muted"))
    return [heading, *(milestone_in_words(reached, facts.span) for reached in facts.milestones)]


def milestone_in_words(reached: Reached, span: Span) -> Line:
    """One of them, since when it is there or lost."""
    name, first = reached.milestone.words, day_said(reached.first, span)
    if reached.since is None and reached.lost is not None:
        lost = day_said(reached.lost, span)
        return (Words("▼ ", "warn"), Words(f"{name}: lost since {lost}, first seen {first}"))
    again = ""
    if reached.since is not None and reached.since != reached.first:
        again = f", again since {day_said(reached.since, span)}"
    return (Words("▲ ", "second"), Words(f"{name}: first seen {first}{again}"))


def columns_in_words(span: Span, columns: int) -> str:
    """What a column of several nights stands for."""
    if columns >= span.nights:
        return ""
    least, more = divmod(span.nights, columns)
    count = f"{least} or {least + 1}" if more else str(least)
    return (
        f"A column stands for {count} nights: their median, behind it from the lowest to the "
        "highest; of droppings and doses what is furthest from usual, of food the least."
    )
