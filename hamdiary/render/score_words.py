"""Levels in words: medians, counts of nights, which way they tend, and left against right."""

from collections.abc import Iterator

from hamdiary.domain.language import t, tn
from hamdiary.domain.manner import at_beginning
from hamdiary.domain.trends.comparing import FEWEST_SCORED, Compared, Counts, Tendency
from hamdiary.domain.trends.facts import ScoreFacts
from hamdiary.domain.trends.insight import LONG_OUTING, NOT_CAUSE, Insight
from hamdiary.domain.trends.legs import NIGHTS_ALIKE, Balance
from hamdiary.domain.trends.series import Span
from hamdiary.render.canvas import Line
from hamdiary.render.canvas import Span as Words
from hamdiary.render.inks import inked
from hamdiary.render.median_words import levels_said
from hamdiary.render.night_words import day_said


def medians(name: str, compared: Compared) -> Line:
    """The last seven nights against the seven before, for levels."""
    now, before = compared.now, compared.before
    if not compared.enough or now is None or before is None:
        few = t("[bold]{name}[/] against the 7 nights before: too few nights to say.")
        return inked(few, "muted", name=name)
    moved = levels_said(now) if now == before else f"{levels_said(before)} → {levels_said(now)}"
    if now == before:
        words = t(
            "[bold]{name}[/] median [bold]{moved}[/] as in the 7 nights before "
            "({before} and {now} nights scored)."
        )
    else:
        words = t(
            "[bold]{name}[/] median [bold]{moved}[/] against the 7 nights before "
            "({before} and {now} nights scored)."
        )
    scored_before, scored_now = compared.nights_before, compared.nights_now
    return inked(words, name=name, moved=moved, before=scored_before, now=scored_now)


def counts_in_words(counts: Counts) -> str:
    """How the nights moved and how many cannot be told."""
    words = tn(
        "{n} night up, {same} the same, {down} down; {unseen} not seen, {gaps} not recorded.",
        "{n} nights up, {same} the same, {down} down; {unseen} not seen, {gaps} not recorded.",
        counts.up,
    )
    return words.format(
        n=counts.up,
        same=counts.same,
        down=counts.down,
        unseen=counts.not_seen,
        gaps=counts.not_recorded,
    )


def tends(name: str, facts: ScoreFacts) -> str:
    """Which way a scale tends, or that nobody can say."""
    words = {
        Tendency.TOO_FEW: t(
            "{name}: too few nights to say where it tends ({n} of {least} scored)."
        ),
        Tendency.FLAT: t("{name} is flat over {n} scored nights."),
        Tendency.UP: t("{name} tends up over {n} scored nights."),
        Tendency.DOWN: t("{name} tends down over {n} scored nights."),
    }
    said = words[facts.tendency]
    return said.format(name=name, n=facts.counts.scored, least=FEWEST_SCORED)


def balance_in_words(balance: Balance, span: Span) -> str:
    """Left against right, or that there is nothing to tell (domain §1.6)."""
    if not balance.scored:
        return t("Left against right: no night with both legs scored.")
    if not balance.worth_saying:
        words = tn(
            "No lasting difference between left and right on {n} night with both legs scored.",
            "No lasting difference between left and right on {n} nights with both legs scored.",
            balance.scored,
        )
        return words.format(n=balance.scored)
    words = "; ".join([*_higher(balance), *_widest(balance, span)])
    return f"{at_beginning(words)}."


def _higher(balance: Balance) -> Iterator[str]:
    """Which leg was higher, and on how many nights."""
    run = balance.run
    if run >= NIGHTS_ALIKE and balance.side == "left":
        yield t("left higher on the last {n} nights with both legs scored").format(n=run)
    elif run >= NIGHTS_ALIKE and balance.side:
        yield t("right higher on the last {n} nights with both legs scored").format(n=run)
    elif max(balance.left, balance.right) >= NIGHTS_ALIKE:
        words = t("left higher on {left}, right on {right} of {n} nights with both legs scored")
        yield words.format(left=balance.left, right=balance.right, n=balance.scored)


def _widest(balance: Balance, span: Span) -> Iterator[str]:
    """The night on which they lay furthest apart."""
    if balance.widest is None:
        return
    on, gap = balance.widest
    left, right = t("left {n} levels higher on {day}"), t("right {n} levels higher on {day}")
    yield (left if gap > 0 else right).format(n=abs(gap), day=day_said(on, span))


def outings_in_words(insight: Insight) -> str:
    """Nights after long outings against others, with counts and the caution."""
    return t(
        "After outings of {least} min or more: gait median {after} ({n} nights); "
        "after other evenings {others} ({m} nights); {caution}."
    ).format(
        least=LONG_OUTING,
        after=levels_said(insight.after),
        n=insight.nights_after,
        others=levels_said(insight.others),
        m=insight.nights_others,
        caution=t(NOT_CAUSE),
    )


def muted_line(words: str) -> Line:
    """Words that stay behind the others."""
    return (Words(words, "muted"),)
