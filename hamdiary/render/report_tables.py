"""The tables of a report, but for comparison and log: medicines, milestones, clips."""

from hamdiary.domain.clip_paths import as_path
from hamdiary.domain.clip_questions import ABSENT
from hamdiary.domain.clips import Clip, Presence
from hamdiary.domain.courses import COUNT_WORDS, counted
from hamdiary.domain.dose_slots import SlotState
from hamdiary.domain.manner import clock_time
from hamdiary.domain.measures import measures_of
from hamdiary.domain.report import Report
from hamdiary.domain.report.value import Prescribed
from hamdiary.domain.saying import said
from hamdiary.domain.trends.milestones import Reached
from hamdiary.render.medicines import period, plan
from hamdiary.render.report_table import MOST_ROWS, Cell, Table, cells, not_printed
from hamdiary.render.report_who import day


def medicines_table(report: Report) -> Table:
    """What was prescribed against what was given."""
    return Table(
        "Medicines, prescribed and given",
        (("Medicine", "left"), ("Prescribed, in the vet's words", "left"), ("Given", "right"),
         ("Otherwise", "left"), ("Course", "left")),
        tuple(_medicine(each) for each in report.prescribed[:MOST_ROWS]),
        f"{GIVEN_NOTE} {not_printed(len(report.prescribed))}".strip()
        if report.prescribed else "No medicine is recorded in these nights.",
    )  # fmt: skip


GIVEN_NOTE = (
    "Given: of the doses whose time was over in these nights. Not recorded: nobody wrote down what "
    "became of it."
)


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
    return Table(
        "Doses missed, refused, spat out or skipped",
        (("Due", "left"), ("Medicine", "left"), ("What became of it", "left")),
        tuple(
            cells(
                f"{day(each.at.date())} {clock_time(each.at)}",
                each.medicine,
                COUNT_WORDS[each.state] + (f": {each.why}" if each.why else ""),
            )
            for each in report.missed[:MOST_ROWS]
        ),
        not_printed(len(report.missed)),
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
        tuple(_clip(each.clip, each.presence) for each in report.clips[-MOST_ROWS:]),
        not_printed(len(report.clips)),
    )


def _clip(clip: Clip, presence: Presence) -> tuple[Cell, ...]:
    at = f" {clip.at}" if clip.at else ""
    night = f"{day(clip.evening)}{at}" if clip.evening else "–"
    side = said(measures_of(Clip)["side"], clip.side) if clip.side else "–"
    path = as_path(clip.path) if clip.path else "no file is named"
    absent = ABSENT.get(presence)
    file = Cell(f"{path} ({absent})", "warn") if absent else Cell(path)
    return Cell(night), Cell(side), file, Cell(clip.remark or "")
