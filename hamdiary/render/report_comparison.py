"""The last fourteen nights against the fourteen before, in words and figures."""

from hamdiary.domain.report.value import Compared, Comparison, Middle, Tally
from hamdiary.domain.trends.comparing import FEWEST_SCORED
from hamdiary.render.median_words import levels_said
from hamdiary.render.report_table import Cell, Table
from hamdiary.render.score_words import TOO_FEW

MEASURES = {
    "gait": "Gait (0–5)",
    "leg_left": "Left leg (0–4)",
    "leg_right": "Right leg (0–4)",
    "ate": "Ate (0 none – 4 all)",
    "weight_g": "Weight",
    "minutes": "Minutes out of the cage",
    "water_ml": "Water",
}
"""How the comparison calls each measure."""

COUNTS = {
    "goal": "Goal reached",
    "droppings": "Droppings not normal",
    "urine": "Urine not normal",
    "signs": "Any sign ticked",
    "bad": "Night called bad",
    "doses": "Doses given",
    "recorded": "Nights recorded",
}
"""How it calls each count."""


def comparison_tables(comparison: Comparison) -> tuple[Table, Table]:
    """Medians on one side, counts on the other."""
    measures = Table(
        "Medians of the last 14 nights and of the 14 before",
        (("Median of the night", "left"), ("Last 14", "right"), ("14 before", "right"),
         ("Change", "right"), ("Nights", "right")),
        tuple(_measure(each) for each in comparison.measures),
    )  # fmt: skip
    counts = Table(
        "Counts of the last 14 nights and of the 14 before",
        (("Counted", "left"), ("Last 14", "right"), ("14 before", "right")),
        tuple(
            (Cell(COUNTS[each.name]), Cell(tally_words(each.now), "strong"),
             Cell(tally_words(each.before)))
            for each in comparison.counts
        ),
    )  # fmt: skip
    return measures, counts


def _measure(each: Compared) -> tuple[Cell, ...]:
    return (
        Cell(MEASURES[each.name]),
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
    return f"{middle.median.value:.{places}f} {unit}"


def change_words(each: Compared) -> str:
    """What changed: nights up and down for a scale, the difference for a number."""
    if each.unit:
        return _difference(each)
    if each.now.nights + each.before.nights < FEWEST_SCORED:
        return TOO_FEW
    return f"{each.up} up, {each.down} down"


def _difference(each: Compared) -> str:
    if each.now.median is None or each.before.median is None:
        return ""
    # Of what stands in the table: a difference that does not add up would be asked about.
    now, before = (round(each.median.value, 1) for each in (each.now, each.before) if each.median)
    change = round(now - before, 1)
    places = 1 if each.unit == "g" or change != int(change) else 0
    words = f"{abs(change):.{places}f} {each.unit}"
    if not float(f"{change:.{places}f}"):
        return "same"
    return f"+{words}" if change > 0 else f"−{words}"


def tally_words(tally: Tally) -> str:
    """A count: "11 of 12"; a dash where nothing can tell."""
    return f"{tally.nights} of {tally.of}" if tally.of else "–"
