"""The words of the rows above every view."""

from datetime import date
from typing import TYPE_CHECKING

from hamdiary.domain.hamster import Hamster, age_in_words, illness_day
from hamdiary.domain.language import t
from hamdiary.domain.manner import brief_day, full_day
from hamdiary.domain.measures import measures_of
from hamdiary.domain.saying import said
from hamdiary.services.pages import NightPage
from hamdiary.storage.rows import night_id
from hamdiary.tui.widgets.lines import Line, Span, line, shortened

if TYPE_CHECKING:
    from hamdiary.services.recording import Step


def facts_of(page: NightPage) -> tuple[str, ...]:
    """What is said of a hamster beside its name, in ever fewer words."""
    hamster, kind = page.hamster, _kind(page.hamster)
    if hamster.closed_because is not None:
        closed = t("diary closed: {why}").format(
            why=said(measures_of(Hamster)["closed_because"], hamster.closed_because)
        )
        forms = [[kind, closed], [closed], [t("diary closed")]]
    else:
        since, ill, brief = _how_long(page)
        age = _age(page)
        forms = [[kind, age, since], [kind, age, ill], [kind, ill], [ill], [brief or kind]]
    return tuple(" · ".join(filter(None, each)) for each in forms)


def _kind(hamster: Hamster) -> str:
    """Sex and species, as far as they are known."""
    sex, species = (
        said(measures_of(Hamster)[name], getattr(hamster, name))
        if getattr(hamster, name) not in (None, "unknown")
        else ""
        for name in ("sex", "species")
    )
    if sex and species:
        return t("{sex} {species}").format(sex=sex, species=species)
    return sex or species


def _age(page: NightPage) -> str:
    hamster = page.hamster
    age = age_in_words(hamster.born, _age_day(page)) if hamster.born else ""
    return t("about {age}").format(age=age) if age and hamster.born_estimated == "yes" else age


def _how_long(page: NightPage) -> tuple[str, str, str]:
    """How long it is treated or ill, in ever fewer words; empty where neither is known."""
    if page.treatment is not None:
        number, of = page.treatment
        brief = t("treatment day {number}").format(number=number)
        of_days = t("treatment day {number} of {days}").format(number=number, days=of)
        whole = of_days if of else brief
        return whole, whole, brief
    onset = page.hamster.onset
    day = illness_day(onset, page.evening) if onset else None
    if not day:
        return "", "", ""
    return (
        t("day {day} since the legs went weak").format(day=day),
        t("day {day} of weak legs").format(day=day),
        t("day {day}").format(day=day),
    )


def _age_day(page: NightPage) -> date:
    """Tonight an age is told as of today, on an earlier night as of that evening."""
    return page.today if page.evening == page.tonight else page.evening


def night_of(page: NightPage) -> tuple[str, str]:
    """Which night is shown, long and short."""
    return full_day(page.evening), brief_day(page.evening)


def state_line(saved_at: str | None, read_only: str | None, is_sample: bool, failed: bool) -> Line:
    """How things stand: when it was last saved, or that it was not, or cannot be."""
    if failed and not read_only:
        return line(Span(t("not saved ✗"), "alarm"))
    if is_sample:
        return line(Span(t("sample diary, not kept"), "muted"))
    if read_only:
        return line(Span(t("for reading only"), "warn"))
    if saved_at is None:
        return Line()
    saved = Span(t("saved") + " ", "muted")
    return line(saved, Span(f"{saved_at} ", "muted"), Span("✓", "good"))


LONGEST_MOVES = 120
"""Cells of a toast's words about what moved."""


def step_in_words(step: "Step", page: NightPage) -> str:
    """What an undo or redo did, and what it left because it was changed since.

    Where it was done is said only if that is not the night that is shown.
    """
    # Nothing is taken back before the first frame, which need not load this.
    from hamdiary.render.brief_changes import moves_in_brief
    from hamdiary.render.changes import about, label_of

    verb = t("Taken back") if step.written.undoes else t("Brought back")
    name = step.hamster.called if step.hamster else t("the hamster")
    here = step.written.id == night_id(page.hamster.id, page.evening)
    place = "" if here else f"{about(step.written.kind, name, step.written, step.shown)}: "
    moves = moves_in_brief(step.written.kind, step.values, zone=step.written.stamp.zone)
    words = f"{verb}: {place}{shortened(moves, LONGEST_MOVES)}"
    if step.left_alone:
        left = ", ".join(label_of(step.written.kind, field) for field in step.left_alone)
        words += ". " + t("Left as it is, because it was changed since: {left}").format(left=left)
    return words
