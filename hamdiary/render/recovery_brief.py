"""The words beside the plots in few lines: what an owner reads first, one paragraph a plot."""

from collections.abc import Sequence
from datetime import date

from hamdiary.domain.trends.comparing import Compared, Counts
from hamdiary.domain.trends.course import Course, Mark
from hamdiary.domain.trends.facts import Facts
from hamdiary.domain.trends.legs import NIGHTS_ALIKE
from hamdiary.domain.trends.milestones import Reached
from hamdiary.render.canvas import Line
from hamdiary.render.canvas import Span as Words
from hamdiary.render.median_words import levels_said
from hamdiary.render.recovery_words import milestone_in_words, words_of
from hamdiary.render.score_words import (
    NOISE,
    TOO_FEW,
    balance_in_words,
    muted_line,
    nights_word,
    outings_in_words,
)
from hamdiary.render.strips import Plot

Paragraph = list[Line]
"""Sentences that belong together."""


def brief_words(facts: Facts, plots: Sequence[Plot]) -> list[Paragraph]:
    """A paragraph for each of these plots of which there is anything to say, in their order."""
    said = {"gait": _gait, "legs": _legs, "weight": _weight, "minutes": _minutes}
    found = [said[plot](facts) for plot in plots if plot in said]
    if "nightly" in plots:
        found.append(words_of(facts, "nightly"))
    return [paragraph for paragraph in found if paragraph]


def full_words(facts: Facts, plots: Sequence[Plot]) -> list[Paragraph]:
    """All that is said of these plots."""
    return [words_of(facts, plot) for plot in plots]


def _gait(facts: Facts) -> Paragraph:
    return [_against("Gait", facts.gait.compared), muted_line(_counted(facts.gait.counts))]


def _against(name: str, compared: Compared) -> Line:
    moved = _moved(compared)
    if not moved:
        return (Words(name, "bold"), Words(f" against the 7 nights before: {TOO_FEW}."))
    against = "against" if "→" in moved else "as in"
    return (
        Words(name, "bold"),
        Words(" median "),
        Words(moved, "bold"),
        Words(f" {against} the 7 nights before."),
    )


def _moved(compared: Compared) -> str:
    """ "1 → 2", "2", or nothing with too few nights."""
    now, before = compared.now, compared.before
    if not compared.enough or now is None or before is None:
        return ""
    if now == before:
        return levels_said(now)
    return f"{levels_said(before)} → {levels_said(now)}"


def _counted(counts: Counts) -> str:
    parts = [f"{counts.up} {nights_word(counts.up)} up", f"{counts.down} down"]
    if counts.scored < 2:  # nothing to go up or down from
        parts = [f"{counts.scored} {nights_word(counts.scored)} scored"]
    parts += [f"{counts.not_seen} not seen"] if counts.not_seen else []
    parts += [f"{counts.not_recorded} not recorded"] if counts.not_recorded else []
    return f"{', '.join(parts)}."


def _legs(facts: Facts) -> Paragraph:
    left, right = _moved(facts.leg_left.compared), _moved(facts.leg_right.compared)
    if not left and not right:
        first: Line = (Words("Legs", "bold"), Words(f" against the 7 nights before: {TOO_FEW}."))
    else:
        first = (
            Words("Left", "bold"),
            Words(f" {left or TOO_FEW}, "),
            Words("right", "bold"),
            Words(f" {right or TOO_FEW}."),
        )
    return [first, muted_line(_balance(facts))]


def _balance(facts: Facts) -> str:
    """Left against right, shorter than beside the plot of the legs alone."""
    legs = facts.legs
    if legs.side and legs.run >= NIGHTS_ALIKE:
        return f"{legs.side.title()} higher on the last {legs.run} scored nights."
    if max(legs.left, legs.right) >= NIGHTS_ALIKE:
        return f"Left higher on {legs.left}, right on {legs.right} of {legs.scored} nights."
    return balance_in_words(legs, facts.span)


def _weight(facts: Facts) -> Paragraph:
    weighed = facts.weighed
    if weighed is None:
        return [muted_line("Weight: not weighed on these nights.")]
    parts = []
    if weighed.change is not None:
        change = weighed.change
        mark = "▲" if change.grams > 0 else "▼" if change.grams < 0 else "="
        parts.append(f"{mark} {abs(change.grams):.4g} g in {change.nights} nights")
    if weighed.percent is not None:
        parts.append(f"{weighed.percent:.1f} % of its usual")
    words = ", ".join(parts or [f"{weighed.latest[1]:.4g} g"])
    return [(Words("Weight", "bold"), Words(f" {words}."))]


def _minutes(facts: Facts) -> Paragraph:
    said = words_of(facts, "minutes")[:1] if facts.minutes.recorded else []
    if facts.outings is not None:
        said.append(muted_line(outings_in_words(facts.outings)))
    return said


def latest_milestones(facts: Facts, most: int) -> list[Line]:
    """The milestones that came or went last, the latest first."""
    known = [each for each in facts.milestones if _moved_on(each) <= facts.span.last]
    latest = sorted(known, key=_moved_on, reverse=True)[:most]
    return [milestone_in_words(each, facts.span) for each in latest]


def _moved_on(reached: Reached) -> date:
    return max(on for on in (reached.first, reached.since, reached.lost) if on is not None)


SHORT = {
    "legs weak": "weak", "the legs went weak": "weak", "vet visit": "vet", "first step": "step",
    "moved in": "moved", "a fall or a knock": "fall", "treatment starts": "start",
    "treatment ends": "end", "starts": "start", "ends": "end", "diary closed": "closed",
}  # fmt: skip
"""What happened in one word, where there is room for no more."""


def mark_in_brief(mark: Mark) -> str:
    """What a mark stands for in a word; an owner's own words are left to whoever has room."""
    what = mark.words.partition(":")[0]
    return SHORT.get(what, what)


def marks_on(course: Course, evening: date) -> list[Mark]:
    """What happened on a night."""
    return [mark for mark in course.marks if mark.evening == evening]


HOW_TO_READ = (
    "Levels are steps on a scale, not amounts: from 1 to 2 is not as much as from 2 to 3.",
    "A gap is a night of which nobody can tell: · was not recorded, × was looked at and not seen.",
    "Medians are the middle of seven nights. Nothing here is a forecast, and one thing that comes "
    "before another does not show that it caused it.",
    NOISE,
)
"""What every plot says and does not say (design §2, rules 2, 3 and 7)."""
