"""The plots in words, which is also their plain-text twin: medians and counts, never a forecast."""

from collections.abc import Callable, Iterator

from hamdiary.domain.language import t, tn
from hamdiary.domain.manner import decimal, figures
from hamdiary.domain.measures import measures_of
from hamdiary.domain.night import Night
from hamdiary.domain.saying import said
from hamdiary.domain.trends.facts import Facts, NumberFacts
from hamdiary.domain.trends.milestones import Reached
from hamdiary.domain.trends.series import Span
from hamdiary.domain.trends.weighing import Usual, Weighed
from hamdiary.render.canvas import Line
from hamdiary.render.canvas import Span as Words
from hamdiary.render.inks import inked
from hamdiary.render.median_words import NOISE
from hamdiary.render.night_words import DOSE_WORDS, day_said
from hamdiary.render.recovery import Plot
from hamdiary.render.score_words import (
    balance_in_words,
    counts_in_words,
    medians,
    muted_line,
    outings_in_words,
    tends,
)


def words_of(facts: Facts, plot: Plot) -> list[Line]:
    """What is said beside one plot, a sentence a line."""
    return list(_SAID[plot](facts))


def _gait(facts: Facts) -> Iterator[Line]:
    yield medians(t("Gait"), facts.gait.compared)
    yield muted_line(counts_in_words(facts.gait.counts))
    yield muted_line(f"{tends(t('Gait'), facts.gait)} {t(NOISE)}")
    if facts.outings is not None:
        yield muted_line(outings_in_words(facts.outings))


def _legs(facts: Facts) -> Iterator[Line]:
    for name, leg in ((t("Left leg"), facts.leg_left), (t("Right leg"), facts.leg_right)):
        yield medians(name, leg.compared)
        yield muted_line(counts_in_words(leg.counts))
        yield muted_line(tends(name, leg))
    yield muted_line(f"{balance_in_words(facts.legs, facts.span)} {t(NOISE)}")


def _weight(facts: Facts) -> Iterator[Line]:
    weighed, usual = facts.weighed, facts.usual
    if weighed is None:
        yield muted_line(t("Weight: not weighed on these nights."))
    else:
        yield weight_in_words(weighed, usual, facts.span)
    if usual is not None:
        yield muted_line(usual_in_words(usual, facts.span))
    if facts.pouches_full:
        left_out = tn(
            "{n} weighing with full pouches left out.",
            "{n} weighings with full pouches left out.",
            facts.pouches_full,
        )
        yield muted_line(left_out.format(n=facts.pouches_full))


def weight_in_words(weighed: Weighed, usual: Usual | None, span: Span) -> Line:
    """The last weighing, what it changed by, and what share of the usual it is."""
    on, grams = weighed.latest
    parts = [t("{grams} g on {day}").format(grams=figures(grams, 4), day=day_said(on, span))]
    if weighed.change is not None:
        change = weighed.change
        mark = "▲" if change.grams > 0 else "▼" if change.grams < 0 else "="
        moved = f"{mark} {figures(abs(change.grams), 4)} g"
        parts.append(t("{change} in {n} nights").format(change=moved, n=change.nights))
    if weighed.percent is not None and usual is not None:
        share, of = decimal(weighed.percent, 1), figures(usual.as_on_a_scale, 4)
        parts.append(t("{percent} % of its usual {grams} g").format(percent=share, grams=of))
    return (Words(t("Weight"), "bold"), Words(f" {', '.join(parts)}."))


def usual_in_words(usual: Usual, span: Span) -> str:
    """Where the usual weight comes from."""
    if usual.first is None or usual.last is None:
        return t("Usual {grams} g: as you set it.").format(grams=figures(usual.as_on_a_scale, 4))
    return t("Usual {grams} g: the median of {n} weighings, {first} to {last}.").format(
        grams=figures(usual.as_on_a_scale, 4),
        n=usual.weighings,
        first=day_said(usual.first, span),
        last=day_said(usual.last, span),
    )


def _minutes(facts: Facts) -> Iterator[Line]:
    if not facts.minutes.recorded:
        yield muted_line(t("Out of cage: no outings recorded on these nights."))
        return
    yield _numbers(t("Out of cage"), "min", facts.minutes)
    if facts.goal_nights:
        words = tn(
            "The goal of the night was reached on {n} of {of} night that had one.",
            "The goal of the night was reached on {n} of {of} nights that had one.",
            facts.goal_nights,
        )
        yield muted_line(words.format(n=facts.goal_reached, of=facts.goal_nights))


def _numbers(name: str, unit: str, facts: NumberFacts) -> Line:
    compared = facts.compared
    now, before = compared.now, compared.before
    n = facts.recorded
    counted = tn("{n} night recorded", "{n} nights recorded", n).format(n=n)
    if not compared.enough or now is None or before is None:
        few = t("[bold]{name}[/]: {counted}; against the 7 before, too few nights to say.")
        return inked(few, name=name, counted=counted)
    moved = f"{figures(before.value, 4)} → {figures(now.value, 4)} {unit}"
    words = t("[bold]{name}[/] median [bold]{moved}[/] against the 7 nights before; {counted}.")
    return inked(words, name=name, moved=moved, counted=counted)


def _ate(facts: Facts) -> Iterator[Line]:
    yield medians(t("Ate"), facts.ate.compared)
    yield muted_line(counts_in_words(facts.ate.counts))


def _droppings(facts: Facts) -> Iterator[Line]:
    found = facts.droppings
    droppings = measures_of(Night)["droppings"]
    parts = [
        t("{what} on {n}").format(what=said(droppings, code), n=nights)
        for code, nights in found.nights
    ]
    if not parts and not found.not_seen:
        yield muted_line(t("Droppings: not recorded on these nights."))
        return
    yield inked(
        t("[bold]Droppings[/] {seen}; {unseen} not checked, {gaps} not recorded."),
        seen=", ".join(parts) or t("never seen"),
        unseen=found.not_seen,
        gaps=found.not_recorded,
    )


def _water(facts: Facts) -> Iterator[Line]:
    yield _numbers(t("Water"), "ml", facts.water)


def _doses(facts: Facts) -> Iterator[Line]:
    if facts.doses:
        words = ", ".join(f"{count} {t(DOSE_WORDS[state])}" for state, count in facts.doses)
        yield (Words(t("Doses"), "bold"), Words(f" {words}."))


def _nightly(facts: Facts) -> Iterator[Line]:
    for words in (_droppings, _ate, _water, _doses):
        yield from words(facts)


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
    heading = inked(t("[bold]Milestones[/], each seen on two scores:"), "muted")
    return [heading, *(milestone_in_words(reached, facts.span) for reached in facts.milestones)]


def milestone_in_words(reached: Reached, span: Span) -> Line:
    """One of them, since when it is there or lost."""
    name, first = reached.milestone.words, day_said(reached.first, span)
    if reached.since is None and reached.lost is not None:
        lost = day_said(reached.lost, span)
        words = t("{name}: lost since {lost}, first seen {first}")
        return (Words("▼ ", "warn"), Words(words.format(name=name, lost=lost, first=first)))
    words = t("{name}: first seen {first}").format(name=name, first=first)
    if reached.since is not None and reached.since != reached.first:
        words = f"{words}, {t('again since {day}').format(day=day_said(reached.since, span))}"
    return (Words("▲ ", "second"), Words(words))


def columns_in_words(span: Span, columns: int) -> str:
    """What a column of several nights stands for."""
    if columns >= span.nights:
        return ""
    least, more = divmod(span.nights, columns)
    count = t("{least} or {most}").format(least=least, most=least + 1) if more else str(least)
    return t(
        "A column stands for {count} nights: their median, behind it from the lowest to the "
        "highest; of droppings and doses what is furthest from usual, of food the least."
    ).format(count=count)
