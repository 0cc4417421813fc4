"""The log of a report, night by night, the newest first."""

from hamdiary.domain.language import marked, t
from hamdiary.domain.manner import decimal, figures
from hamdiary.domain.measures import NotSeen, measures_of
from hamdiary.domain.night import Night
from hamdiary.domain.report import Report
from hamdiary.domain.report.value import LoggedNight
from hamdiary.domain.saying import step_of
from hamdiary.domain.trends.course import DoseState
from hamdiary.render.night_words import DOSE_WORDS, day_said
from hamdiary.render.report.table import Align, Cell, Table

MOST_NIGHTS = 90
"""Nights that are printed (traps §4); of more the newest."""

LONGEST_NOTE = 1500
"""Characters of a note that are printed."""

GAP, UNSEEN = "–", "×"
"""Not recorded, and looked at without being able to tell."""

USUAL = {"droppings": "normal", "urine": "normal", "breathing": "normal"}
"""What needs no second look."""

ODD = {"ate": ("none", "little")}
"""What does need one."""

_HEADS: tuple[tuple[str, Align], ...] = (
    (marked("Night"), "left"),
    (marked("Gait"), "right"),
    (marked("L / R"), "right"),
    (marked("Out"), "right"),
    (marked("Weight"), "right"),
    (marked("Ate"), "left"),
    (marked("Droppings"), "left"),
    (marked("Urine"), "left"),
    (marked("Water"), "right"),
    (marked("Doses"), "left"),
    (marked("Signs and note"), "left"),
)

LEGEND = marked(
    "L / R: its own left and right leg. Out: minutes out of the cage, bold where the goal was "
    "reached. Weight in g, * with full cheek pouches. Water in ml. {gap} not recorded, {unseen} "
    "not seen or not checked."
)


def log_table(report: Report) -> Table:
    """The last nights, each in a row; a night without an entry says so."""
    notes = "notes" in report.parts
    shown = report.nights[:MOST_NIGHTS]
    return Table(
        t("Night by night, the newest first"),
        tuple((t(head), side) for head, side in _HEADS),
        tuple(_row(each, report, notes) for each in shown),
        " ".join([t(LEGEND).format(gap=GAP, unseen=UNSEEN), *_limited(report, len(shown))]),
    )


def _limited(report: Report, shown: int) -> list[str]:
    if shown == len(report.nights):
        return []
    return [
        t(
            "Printed are the last {shown} of {nights} nights; the whole log is in the CSV and "
            "JSON files that hamdiary writes."
        ).format(shown=shown, nights=len(report.nights))
    ]


def _row(each: LoggedNight, report: Report, notes: bool) -> tuple[Cell, ...]:
    night, when = each.night, Cell(day_said(each.evening, report.span))
    doses = _doses(each.doses)
    minutes = _minutes(each)
    if night is None:
        gaps = [Cell(GAP, "muted")] * 5
        return (when, Cell(GAP, "muted"), Cell(GAP, "muted"), minutes, *gaps, doses,
                Cell(t("no entry"), "muted"))  # fmt: skip
    return (
        when,
        _level(night.gait),
        _legs(night),
        minutes,
        _weight(night),
        _choice(night, "ate"),
        _choice(night, "droppings"),
        _choice(night, "urine"),
        Cell(GAP, "muted") if night.water_ml is None else Cell(figures(night.water_ml)),
        doses,
        _words(night, notes),
    )


def _level(level: int | NotSeen | None) -> Cell:
    if level is None:
        return Cell(GAP, "muted")
    return Cell(UNSEEN if isinstance(level, NotSeen) else str(level))


def _legs(night: Night) -> Cell:
    left, right = _level(night.leg_left), _level(night.leg_right)
    if night.leg_left is None and night.leg_right is None:
        return left
    return Cell(f"{left.words} / {right.words}")


def _minutes(each: LoggedNight) -> Cell:
    if each.minutes is None:
        return Cell(GAP, "muted")
    reached = each.goal is not None and each.minutes >= each.goal
    return Cell(figures(each.minutes), "strong" if reached else "")


def _weight(night: Night) -> Cell:
    if night.weight_g is None:
        return Cell(GAP, "muted")
    return Cell(decimal(night.weight_g, 1) + ("*" if night.pouches_empty == "no" else ""))


def _choice(night: Night, name: str) -> Cell:
    value = getattr(night, name)
    if value is None:
        return Cell(GAP, "muted")
    if isinstance(value, NotSeen):
        return Cell(UNSEEN)
    step = step_of(measures_of(Night)[name], value)
    words = step.short if step else str(value)
    odd = value in ODD.get(name, ()) or value != USUAL.get(name, value)
    return Cell(words, "warn" if odd else "")


def _doses(states: tuple[DoseState, ...]) -> Cell:
    """One dose in a word, several as a count; what is still open is no miss."""
    told = [state for state in states if state not in ("due", "later")]
    if not told:
        return Cell("")
    given = told.count("given")
    if given == len(told):
        return Cell(t("given") if given == 1 else t("{n} given").format(n=given))
    if len(told) == 1:
        return Cell(t(DOSE_WORDS[told[0]]), "warn")
    return Cell(t("{n} of {of} given").format(n=given, of=len(told)), "warn")


def _words(night: Night, notes: bool) -> Cell:
    ticked = [code for code, answer in night.signs.items() if answer == "yes"]
    signs = measures_of(Night)["signs"].kind
    names = {item.code: item.short for item in getattr(signs, "items", ())}
    parts = []
    if ticked:
        seen = ", ".join(names.get(code, code) for code in ticked)
        parts.append(t("Signs: {signs}.").format(signs=seen))
    if night.breathing is not None and night.breathing not in ("normal", NotSeen.NOT_CHECKED):
        parts.append(t("Breathing: {how}.").format(how=_choice(night, "breathing").words))
    if notes and night.note:
        parts.append(_cut(night.note))
    return Cell("\n".join(parts), "warn" if ticked and not (notes and night.note) else "")


def _cut(note: str) -> str:
    if len(note) <= LONGEST_NOTE:
        return note
    beginning = note[:LONGEST_NOTE].rstrip()
    return f"{beginning} … ({t('cut here; the diary and the JSON have all of it')})"
