"""The words beside the plots in few lines: what an owner reads first, one paragraph a plot."""

from collections.abc import Sequence
from datetime import date

from hamdiary.domain.language import marked, t, tn
from hamdiary.domain.manner import decimal, figures
from hamdiary.domain.trends.comparing import Compared, Counts
from hamdiary.domain.trends.course import Course, Mark
from hamdiary.domain.trends.facts import Facts
from hamdiary.domain.trends.legs import NIGHTS_ALIKE
from hamdiary.domain.trends.milestones import Reached
from hamdiary.render.canvas import Line
from hamdiary.render.canvas import Span as Words
from hamdiary.render.inks import inked
from hamdiary.render.median_words import NOISE, levels_said
from hamdiary.render.recovery_words import milestone_in_words, words_of
from hamdiary.render.score_words import (
    balance_in_words,
    muted_line,
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
    return [_against(t("Gait"), facts.gait.compared), muted_line(_counted(facts.gait.counts))]


def _against(name: str, compared: Compared) -> Line:
    moved = _moved(compared)
    if not moved:
        few = t("[bold]{name}[/] against the 7 nights before: too few nights to say.")
        return inked(few, name=name)
    if "→" in moved:
        words = t("[bold]{name}[/] median [bold]{moved}[/] against the 7 nights before.")
    else:
        words = t("[bold]{name}[/] median [bold]{moved}[/] as in the 7 nights before.")
    return inked(words, name=name, moved=moved)


def _moved(compared: Compared) -> str:
    """ "1 → 2", "2", or nothing with too few nights."""
    now, before = compared.now, compared.before
    if not compared.enough or now is None or before is None:
        return ""
    if now == before:
        return levels_said(now)
    return f"{levels_said(before)} → {levels_said(now)}"


def _counted(counts: Counts) -> str:
    n = counts.scored
    parts = [
        tn("{n} night up", "{n} nights up", counts.up).format(n=counts.up),
        t("{n} down").format(n=counts.down),
    ]
    if n < 2:  # nothing to go up or down from
        parts = [tn("{n} night scored", "{n} nights scored", n).format(n=n)]
    parts += [t("{n} not seen").format(n=counts.not_seen)] if counts.not_seen else []
    if counts.not_recorded:
        parts.append(t("{n} not recorded").format(n=counts.not_recorded))
    return f"{', '.join(parts)}."


def _legs(facts: Facts) -> Paragraph:
    left, right = _moved(facts.leg_left.compared), _moved(facts.leg_right.compared)
    if not left and not right:
        return [_against(t("Legs"), facts.leg_left.compared), muted_line(_balance(facts))]
    few = t("too few nights to say")
    words = t("[bold]Left[/] {left}, [bold]right[/] {right}.")
    return [inked(words, left=left or few, right=right or few), muted_line(_balance(facts))]


def _balance(facts: Facts) -> str:
    """Left against right, shorter than beside the plot of the legs alone."""
    legs = facts.legs
    if legs.side and legs.run >= NIGHTS_ALIKE:
        left = t("Left higher on the last {n} scored nights.")
        right = t("Right higher on the last {n} scored nights.")
        return (left if legs.side == "left" else right).format(n=legs.run)
    if max(legs.left, legs.right) >= NIGHTS_ALIKE:
        return t("Left higher on {left}, right on {right} of {scored} nights.").format(
            left=legs.left, right=legs.right, scored=legs.scored
        )
    return balance_in_words(legs, facts.span)


def _weight(facts: Facts) -> Paragraph:
    weighed = facts.weighed
    if weighed is None:
        return [muted_line(t("Weight: not weighed on these nights."))]
    parts = []
    if weighed.change is not None:
        change = weighed.change
        mark = "▲" if change.grams > 0 else "▼" if change.grams < 0 else "="
        moved = f"{mark} {figures(abs(change.grams), 4)} g"
        parts.append(t("{change} in {n} nights").format(change=moved, n=change.nights))
    if weighed.percent is not None:
        parts.append(t("{percent} % of its usual").format(percent=decimal(weighed.percent, 1)))
    words = ", ".join(parts or [f"{figures(weighed.latest[1], 4)} g"])
    return [(Words(t("Weight"), "bold"), Words(f" {words}."))]


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
    marked("legs weak"): marked("weak"),
    marked("the legs went weak"): marked("weak"),
    marked("vet visit"): marked("vet"),
    marked("first step"): marked("step"),
    marked("moved in"): marked("moved"),
    marked("a fall or a knock"): marked("fall"),
    marked("treatment starts"): marked("start"),
    marked("treatment ends"): marked("end"),
    marked("starts"): marked("start"),
    marked("ends"): marked("end"),
    marked("diary closed"): marked("closed"),
}
"""What happened in one word, where there is room for no more."""


def mark_in_brief(mark: Mark) -> str:
    """What a mark stands for in a word; an owner's own words are left to whoever has room."""
    what = mark.words.partition(":")[0]
    return next((t(brief) for long, brief in SHORT.items() if what == t(long)), what)


def marks_on(course: Course, evening: date) -> list[Mark]:
    """What happened on a night."""
    return [mark for mark in course.marks if mark.evening == evening]


HOW_TO_READ = (
    marked("Levels are steps on a scale, not amounts: from 1 to 2 is not as much as from 2 to 3."),
    marked(
        "A gap is a night of which nobody can tell: · was not recorded, × was looked at and "
        "not seen."
    ),
    marked(
        "Medians are the middle of seven nights. Nothing here is a forecast, and one thing "
        "that comes before another does not show that it caused it."
    ),
    NOISE,
)
"""What every plot says and does not say (design §2, rules 2, 3 and 7)."""
