"""The tables of a report, but for comparison and log: medicines, milestones, clips."""

from hamdiary.domain.clip_paths import as_path
from hamdiary.domain.clip_questions import ABSENT
from hamdiary.domain.clips import Clip, Presence
from hamdiary.domain.courses import COUNT_WORDS, counted
from hamdiary.domain.dose_slots import SlotState
from hamdiary.domain.language import marked, t
from hamdiary.domain.manner import at_beginning, clock_time, clock_times
from hamdiary.domain.measures import measures_of
from hamdiary.domain.report import Report
from hamdiary.domain.report.value import Prescribed
from hamdiary.domain.saying import said
from hamdiary.domain.trends.milestones import Reached
from hamdiary.render.medicines import period, plan
from hamdiary.render.report.table import MOST_ROWS, Cell, Table, cells, not_printed
from hamdiary.render.report.who import day


def medicines_table(report: Report) -> Table:
    """What was prescribed against what was given."""
    return Table(
        t("Medicines, prescribed and given"),
        (
            (t("Medicine"), "left"),
            (t("Prescribed, in the vet's words"), "left"),
            (t("Given"), "right"),
            (t("Otherwise"), "left"),
            (t("Course"), "left"),
        ),
        tuple(_medicine(each) for each in report.prescribed[:MOST_ROWS]),
        f"{t(GIVEN_NOTE)} {not_printed(len(report.prescribed))}".strip()
        if report.prescribed else t("No medicine is recorded in these nights."),
    )  # fmt: skip


GIVEN_NOTE = marked(
    "Given: of the doses whose time was over in these nights. Not recorded: nobody wrote "
    "down what became of it."
)


def _medicine(each: Prescribed) -> tuple[Cell, ...]:
    medicine = each.course.medicine
    given = each.counts.get(SlotState.GIVEN, 0)
    others = counted({
        state: count for state, count in each.counts.items() if state is not SlotState.GIVEN
    })  # fmt: skip
    prescribed = ", ".join(part for part in (medicine.dose, plan(medicine)) if part)
    name = medicine.called
    if medicine.antibiotic == "yes":
        name = t("{name} (antibiotic)").format(name=name)
    state = each.course.state.words
    why = f": {medicine.stopped_why}" if medicine.stopped_why and each.course.state.is_over else ""
    return (
        Cell(name, "strong"),
        Cell(prescribed),
        Cell(t("{n} of {of}").format(n=given, of=each.due) if each.due else str(given), "strong"),
        Cell(others or "–", "warn" if others else ""),
        Cell(f"{period(medicine)}, {state}{why}"),
    )


def missed_table(report: Report) -> Table:
    """Doses that did not go in as prescribed, the newest first."""
    return Table(
        t("Doses missed, refused, spat out or skipped"),
        ((t("Due"), "left"), (t("Medicine"), "left"), (t("What became of it"), "left")),
        tuple(
            cells(
                f"{day(each.at.date())} {clock_time(each.at)}",
                each.medicine,
                t(COUNT_WORDS[each.state]) + (f": {each.why}" if each.why else ""),
            )
            for each in report.missed[:MOST_ROWS]
        ),
        not_printed(len(report.missed)),
    )


def milestones_table(report: Report) -> Table:
    """Milestones gained and lost; wording as domain §7 asks."""
    return Table(
        t("Milestones gained and lost"),
        ((t("Milestone"), "left"), (t("First seen"), "left"), (t("Now"), "left")),
        tuple(_milestone(each) for each in report.milestones),
        t("Each seen on two scores in a row.")
        if report.milestones
        else t("None was seen on two scores in a row yet."),
    )


def _milestone(each: Reached) -> tuple[Cell, ...]:
    if each.since is None:
        lost = t("▼ lost since {day}").format(day=day(each.lost)) if each.lost else t("▼ lost")
        now = Cell(lost, "warn")
    elif each.since != each.first:
        now = Cell(t("▲ there again since {day}").format(day=day(each.since)))
    else:
        now = Cell(t("▲ there"))
    return Cell(at_beginning(each.milestone.words)), Cell(day(each.first)), now


def clips_table(report: Report) -> Table:
    """Photos and videos with their nights; a file that is not there is said."""
    return Table(
        t("Photos and videos"),
        (
            (t("Night"), "left"),
            (t("Seen from"), "left"),
            (t("File"), "left"),
            (t("Remark"), "left"),
        ),
        tuple(_clip(each.clip, each.presence) for each in report.clips[-MOST_ROWS:]),
        not_printed(len(report.clips)),
    )


def _clip(clip: Clip, presence: Presence) -> tuple[Cell, ...]:
    at = f" {clock_times(clip.at)}" if clip.at else ""
    night = f"{day(clip.evening)}{at}" if clip.evening else "–"
    side = said(measures_of(Clip)["side"], clip.side) if clip.side else "–"
    path = as_path(clip.path) if clip.path else t("no file is named")
    absent = t(ABSENT.get(presence, ""))
    file = Cell(f"{path} ({absent})", "warn") if absent else Cell(path)
    return Cell(night), Cell(side), file, Cell(clip.remark or "")
