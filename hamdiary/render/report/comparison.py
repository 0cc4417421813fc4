"""The last fourteen nights against the fourteen before, in words and figures."""

from hamdiary.domain.language import marked, t
from hamdiary.domain.manner import decimal
from hamdiary.domain.report.comparing import Compared, Comparison, Middle, Tally
from hamdiary.domain.trends.comparing import FEWEST_SCORED
from hamdiary.render.median_words import levels_said
from hamdiary.render.report.table import Cell, Table

MEASURES = {
    "gait": marked("Gait (0–5)"),
    "leg_left": marked("Left leg (0–4)"),
    "leg_right": marked("Right leg (0–4)"),
    "ate": marked("Ate (0 none – 4 all)"),
    "weight_g": marked("Weight"),
    "minutes": marked("Minutes out of the cage"),
    "water_ml": marked("Water"),
}
"""How the comparison calls each measure."""

COUNTS = {
    "goal": marked("Goal reached"),
    "droppings": marked("Droppings not normal"),
    "urine": marked("Urine not normal"),
    "signs": marked("Any sign ticked"),
    "bad": marked("Night called bad"),
    "doses": marked("Doses given"),
    "recorded": marked("Nights recorded"),
}
"""How it calls each count."""


def comparison_tables(comparison: Comparison) -> tuple[Table, Table]:
    """Medians on one side, counts on the other."""
    measures = Table(
        t("Medians of the last 14 nights and of the 14 before"),
        ((t("Median of the night"), "left"), (t("Last 14"), "right"), (t("14 before"), "right"),
         (t("Change"), "right"), (t("Nights"), "right")),
        tuple(_measure(each) for each in comparison.measures),
    )  # fmt: skip
    counts = Table(
        t("Counts of the last 14 nights and of the 14 before"),
        ((t("Counted"), "left"), (t("Last 14"), "right"), (t("14 before"), "right")),
        tuple(
            (Cell(t(COUNTS[each.name])), Cell(tally_words(each.now), "strong"),
             Cell(tally_words(each.before)))
            for each in comparison.counts
        ),
    )  # fmt: skip
    return measures, counts


def _measure(each: Compared) -> tuple[Cell, ...]:
    return (
        Cell(t(MEASURES[each.name])),
        Cell(middle_words(each.now, each.unit), "strong"),
        Cell(middle_words(each.before, each.unit)),
        Cell(change_words(each)),
        Cell(f"{each.now.nights} · {each.before.nights}", "muted"),
    )


def middle_words(middle: Middle, unit: str) -> str:
    """A median with its unit; a dash if there is none."""
    if middle.median is None:
        return "–"
    if not unit:
        return levels_said(middle.median)
    places = 1 if unit == "g" else 0 if middle.median.value == int(middle.median.value) else 1
    return f"{decimal(middle.median.value, places)} {unit}"


def change_words(each: Compared) -> str:
    """What changed: nights up and down for a scale, the difference for a number."""
    if each.unit:
        return _difference(each)
    if each.now.nights + each.before.nights < FEWEST_SCORED:
        return t("too few nights")
    return t("{up} up, {down} down").format(up=each.up, down=each.down)


def _difference(each: Compared) -> str:
    if each.now.median is None or each.before.median is None:
        return ""
    # Of what stands in the table: a difference that does not add up would be asked about.
    now, before = (round(each.median.value, 1) for each in (each.now, each.before) if each.median)
    change = round(now - before, 1)
    places = 1 if each.unit == "g" or change != int(change) else 0
    words = f"{decimal(abs(change), places)} {each.unit}"
    if not float(f"{change:.{places}f}"):
        return t("same")
    return f"+{words}" if change > 0 else f"−{words}"


def tally_words(tally: Tally) -> str:
    """A count: "11 of 12"; a dash where nothing can tell."""
    return t("{n} of {of}").format(n=tally.nights, of=tally.of) if tally.of else "–"
