"""Levels in words: medians, counts of nights, which way they tend, and left against right."""

from datetime import date

from hamdiary.domain.manner import with_year
from hamdiary.domain.trends.comparing import FEWEST_SCORED, Compared, Counts, Tendency
from hamdiary.domain.trends.facts import ScoreFacts
from hamdiary.domain.trends.insight import LONG_OUTING, NOT_CAUSE, Insight
from hamdiary.domain.trends.legs import NIGHTS_ALIKE, Balance
from hamdiary.domain.trends.series import Span
from hamdiary.domain.typed_dates import short_day
from hamdiary.render.canvas import Line
from hamdiary.render.canvas import Span as Words
from hamdiary.render.median_words import levels_said

NOISE = "One level is noise."
"""Said beside every comparison of levels (domain §0, 4)."""

TOO_FEW = "too few nights to say"


def medians(name: str, compared: Compared) -> Line:
    """The last seven nights against the seven before, for levels."""
    now, before = compared.now, compared.before
    if not compared.enough or now is None or before is None:
        return (Words(name, "bold"), Words(f" against the 7 nights before: {TOO_FEW}.", "muted"))
    moved = levels_said(now) if now == before else f"{levels_said(before)} → {levels_said(now)}"
    against = "as in" if now == before else "against"
    scored = f"({compared.nights_before} and {compared.nights_now} nights scored)"
    return (
        Words(name, "bold"),
        Words(" median "),
        Words(moved, "bold"),
        Words(f" {against} the 7 nights before {scored}."),
    )


def counts_in_words(counts: Counts) -> str:
    """How the nights moved and how many cannot be told."""
    first = f"{counts.up} {nights_word(counts.up)} up, {counts.same} the same, {counts.down} down"
    return f"{first}; {counts.not_seen} not seen, {counts.not_recorded} not recorded."


def tends(name: str, facts: ScoreFacts) -> str:
    """Which way a scale tends, or that nobody can say."""
    if facts.tendency is Tendency.TOO_FEW:
        scored = facts.counts.scored
        return f"{name}: {TOO_FEW} where it tends ({scored} of {FEWEST_SCORED} scored)."
    if facts.tendency is Tendency.FLAT:
        return f"{name} is flat over {facts.counts.scored} scored nights."
    return f"{name} {facts.tendency.value} over {facts.counts.scored} scored nights."


def balance_in_words(balance: Balance, span: Span) -> str:
    """Left against right, or that there is nothing to tell (domain §1.6)."""
    if not balance.scored:
        return "Left against right: no night with both legs scored."
    if not balance.worth_saying:
        return f"No lasting difference between left and right on {_scored(balance.scored)}."
    parts = []
    if balance.run >= NIGHTS_ALIKE and balance.side:
        parts.append(f"{balance.side} higher on the last {_scored(balance.run)}")
    elif max(balance.left, balance.right) >= NIGHTS_ALIKE:
        parts.append(
            f"left higher on {balance.left}, right on {balance.right} of {_scored(balance.scored)}"
        )
    if balance.widest is not None:
        on, gap = balance.widest
        side = "left" if gap > 0 else "right"
        parts.append(f"{side} {abs(gap)} levels higher on {day_said(on, span)}")
    words = "; ".join(parts)
    return f"{words[0].upper()}{words[1:]}."


def _scored(nights: int) -> str:
    return f"{nights} {nights_word(nights)} with both legs scored"


def outings_in_words(insight: Insight) -> str:
    """Nights after long outings against others, with counts and the caution."""
    return (
        f"After outings of {LONG_OUTING} min or more: gait median {levels_said(insight.after)} "
        f"({insight.nights_after} nights); after other evenings {levels_said(insight.others)} "
        f"({insight.nights_others} nights); {NOT_CAUSE}."
    )


def day_said(on: date, span: Span) -> str:
    """A night briefly, with its year where the span leaves that open."""
    same = span.first.year == span.last.year == on.year
    return short_day(on) if same else with_year(on)


def muted_line(words: str) -> Line:
    """Words that stay behind the others."""
    return (Words(words, "muted"),)


def nights_word(count: int) -> str:
    """ "night" or "nights"."""
    return "night" if count == 1 else "nights"
