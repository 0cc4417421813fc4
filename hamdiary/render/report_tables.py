"""The tables of a report, but for the log: comparison, medicines, milestones, clips."""

from typing import Literal

from hamdiary.domain.clip_paths import as_path
from hamdiary.domain.clip_questions import ABSENT
from hamdiary.domain.clips import Clip, Presence
from hamdiary.domain.courses import COUNT_WORDS, counted
from hamdiary.domain.dose_slots import SlotState
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.manner import clock_time
from hamdiary.domain.measures import measures_of
from hamdiary.domain.report import Report
from hamdiary.domain.report.value import Compared, Comparison, Middle, Prescribed, Tally
from hamdiary.domain.saying import said
from hamdiary.domain.trends.comparing import FEWEST_SCORED
from hamdiary.domain.trends.milestones import Reached
from hamdiary.render.median_words import levels_said
from hamdiary.render.medicines import period, plan
from hamdiary.render.report_who import day
from hamdiary.render.score_words import TOO_FEW

Align = Literal["left", "right"]
Tone = Literal["", "strong", "warn", "muted"]

MOST_MISSED = 30
"""Doses that are listed one by one; of more the newest."""


@dataclass(frozen=True)
class Cell:
    """One cell."""

    words: str
    """What stands in it."""
    tone: Tone = ""
    """How it is set: strong and warn are bold, warn has a colour too."""


@dataclass(frozen=True)
class Table:
    """A table with its heads."""

    caption: str
    """What it holds, for those who do not see it."""
    heads: tuple[tuple[str, Align], ...]
    """The words and the side of each column; the first names the row."""
    rows: tuple[tuple[Cell, ...], ...]
    """Its rows."""
    note: str = ""
    """What stands below it."""


def cells(*words: str) -> tuple[Cell, ...]:
    """Plain cells."""
    return tuple(Cell(each) for each in words)


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


def medicines_table(report: Report) -> Table:
    """What was prescribed against what was given."""
    return Table(
        "Medicines, prescribed and given",
        (("Medicine", "left"), ("Prescribed, in the vet's words", "left"), ("Given", "right"),
         ("Otherwise", "left"), ("Course", "left")),
        tuple(_medicine(each) for each in report.prescribed),
        "Given: of the doses whose time was over in these nights. Not recorded: nobody wrote down "
        "what became of it." if report.prescribed else "No medicine is recorded in these nights.",
    )  # fmt: skip


def _medicine(each: Prescribed) -> tuple[Cell, ...]:
    medicine = each.course.medicine
    given = each.counts.get(SlotState.GIVEN, 0)
    others = counted({
        state: count for state, count in each.counts.items() if state is not SlotState.GIVEN
    })  # fmt: skip
    prescribed = ", ".join(part for part in (medicine.dose, plan(medicine)) if part)
    kind = f"{medicine.called} (antibiotic)" if medicine.antibiotic == "yes" else medicine.called
    state = each.course.state.words
    why = f": {medicine.stopped_why}" if medicine.stopped_why and each.course.state.is_over else ""
    return (
        Cell(kind, "strong"),
        Cell(prescribed),
        Cell(f"{given} of {each.due}" if each.due else str(given), "strong"),
        Cell(others or "–", "warn" if others else ""),
        Cell(f"{period(medicine)}, {state}{why}"),
    )


def missed_table(report: Report) -> Table:
    """Doses that did not go in as prescribed, the newest first."""
    shown = report.missed[:MOST_MISSED]
    more = len(report.missed) - len(shown)
    note = f"{more} earlier ones are not printed; the JSON has all." if more else ""
    return Table(
        "Doses missed, refused, spat out or skipped",
        (("Due", "left"), ("Medicine", "left"), ("What became of it", "left")),
        tuple(
            cells(
                f"{day(each.at.date())} {clock_time(each.at)}",
                each.medicine,
                COUNT_WORDS[each.state] + (f": {each.why}" if each.why else ""),
            )
            for each in shown
        ),
        note,
    )


def milestones_table(report: Report) -> Table:
    """Milestones gained and lost; wording as domain §7 asks."""
    return Table(
        "Milestones gained and lost",
        (("Milestone", "left"), ("First seen", "left"), ("Now", "left")),
        tuple(_milestone(each) for each in report.milestones),
        "Each seen on two scores in a row." if report.milestones else "None was seen on two scores "
        "in a row yet.",
    )  # fmt: skip


def _milestone(each: Reached) -> tuple[Cell, ...]:
    if each.since is None:
        lost = f"▼ lost since {day(each.lost)}" if each.lost else "▼ lost"
        now = Cell(lost, "warn")
    elif each.since != each.first:
        now = Cell(f"▲ there again since {day(each.since)}")
    else:
        now = Cell("▲ there")
    words = each.milestone.words
    return Cell(f"{words[0].upper()}{words[1:]}"), Cell(day(each.first)), now


def clips_table(report: Report) -> Table:
    """Photos and videos with their nights; a file that is not there is said."""
    return Table(
        "Photos and videos",
        (("Night", "left"), ("Seen from", "left"), ("File", "left"), ("Remark", "left")),
        tuple(_clip(each.clip, each.presence) for each in report.clips),
        "" if report.clips else "None is recorded in these nights.",
    )


def _clip(clip: Clip, presence: Presence) -> tuple[Cell, ...]:
    at = f" {clip.at}" if clip.at else ""
    night = f"{day(clip.evening)}{at}" if clip.evening else "–"
    side = said(measures_of(Clip)["side"], clip.side) if clip.side else "–"
    path = as_path(clip.path) if clip.path else "no file is named"
    absent = ABSENT.get(presence)
    file = Cell(f"{path} ({absent})", "warn") if absent else Cell(path)
    return Cell(night), Cell(side), file, Cell(clip.remark or "")


def is_empty(table: Table | None) -> bool:
    """Whether there is nothing to show of it."""
    return table is None or not table.rows
