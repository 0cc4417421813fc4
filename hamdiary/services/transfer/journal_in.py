"""Importing hamdiary's own JSON: the changes that the diary lacks, by the way of merging."""

from collections.abc import Sequence
from datetime import date

from hamdiary.domain.journal import Change
from hamdiary.domain.language import t, tn
from hamdiary.domain.things import evening_of_thing, hamster_of
from hamdiary.domain.typed_dates import say_day
from hamdiary.services.session import Session
from hamdiary.services.transfer.json_in import Exported
from hamdiary.services.transfer.plan import Plan, Written, changes, many
from hamdiary.storage.adopting import adopt, is_empty
from hamdiary.storage.entries import Entry
from hamdiary.storage.merging import take_in, what_is_new
from hamdiary.storage.sorting_out import Taken, sorted_out


def plan_journal(session: Session | None, told: Exported) -> Plan:
    """What importing would bring; without a session, into a new diary. BadInput if it cannot."""
    if session is None:
        taken = sorted_out(told.changes).taken
    else:
        taken = what_is_new(session.diary, told.changes)
    return Plan(
        what=t("a diary of hamdiary with {changes}").format(changes=changes(len(told.changes))),
        lines=_lines(session, told, taken),
        count=len(taken.entries),
        write=lambda into: _write(into, told),
    )


def _write(session: Session, told: Exported) -> Written:
    if told.only is not None or not is_empty(session.diary):
        taken = take_in(session.diary, told.changes)
    else:
        taken = adopt(session.diary, told.changes, told.diary, told.erased)
        session.home.remember(session.diary.path, session.diary.id)
        if any(each.ref.device == session.device for each in told.changes):
            # What was written here since may live on elsewhere: no number is given twice.
            session.device = session.home.renew_device()
        _take_over(session, told)
    waiting = len(taken.conflicts)
    note = tn(
        "{n} field has several values now; hamdiary conflicts shows them and lets you choose",
        "{n} fields have several values now; hamdiary conflicts shows them and lets you choose",
        waiting,
    ).format(n=waiting)
    return Written(len(taken.entries), (note,) if waiting else ())


def _take_over(session: Session, told: Exported) -> None:
    """What the device remembered that wrote the file, where this one remembers nothing."""
    for name, value in told.settings.items():
        if session.diary.setting(session.device, name) is None:
            session.diary.remember(session.device, name, value)


def _lines(session: Session | None, told: Exported, taken: Taken) -> list[str]:
    lines = [] if taken.entries else [t("the diary has all of it already")]
    if session is None and told.only is not None:
        lines.append(t("a new diary is made, with the one hamster that the file is about"))
    elif session is None:
        lines.append(t("a new diary is made that is the same as the one it was written from"))
    elif taken.entries and told.diary != session.diary.id and session.diary.hamsters():
        lines.append(t("it comes from another diary; its hamsters come beside yours"))
    if taken.erased:
        said = tn(
            "{n} change about hamsters that were erased here for good is left out",
            "{n} changes about hamsters that were erased here for good are left out",
            taken.erased,
        )
        lines.append(many(taken.erased, said))
    if taken.known and taken.entries:
        said = tn("{n} change is here already", "{n} changes are here already", taken.known)
        lines.append(many(taken.known, said))
    names, nameless = _names(session, told.changes), t("a hamster without a name")
    by_hamster: dict[str, list[Entry]] = {}
    for change in taken.entries:
        by_hamster.setdefault(hamster_of(change.id), []).append(change)
    return lines + [
        f"{names.get(hamster) or nameless}: {_in_words(of_it)}"
        for hamster, of_it in by_hamster.items()
    ]


def _names(session: Session | None, changes: Sequence[Change]) -> dict[str, str]:
    known = {} if session is None else {each.id: each.called for each in session.diary.hamsters()}
    for change in changes:
        name = change.fields.get("name") if change.kind == "hamster" else None
        if name is not None and name.to:
            known[change.id] = str(name.to)
    return known


def _in_words(changes: Sequence[Entry]) -> str:
    things: dict[str, set[str]] = {}
    for change in changes:
        things.setdefault(change.kind, set()).add(change.id)
    counted = [
        many(len(ids), _things(kind, len(ids))) for kind, ids in things.items() if kind != "hamster"
    ]
    facts = [t("facts")] if "hamster" in things else []
    evenings = sorted(
        evening
        for each in things.get("night", ())
        if (evening := evening_of_thing("night", each)) is not None
    )
    return ", ".join([*facts, *counted]) + _span(evenings)


def _things(kind: str, count: int) -> str:
    """How so many things of a kind are called; one of a newer version by its name in the data."""
    known = {
        "night": tn("{n} night", "{n} nights", count),
        "outing": tn("{n} outing", "{n} outings", count),
        "medicine": tn("{n} medicine", "{n} medicines", count),
        "dose": tn("{n} dose", "{n} doses", count),
        "happening": tn("{n} happening", "{n} happenings", count),
        "skip": tn("{n} skip", "{n} skips", count),
        "hint_note": tn("{n} note about hints", "{n} notes about hints", count),
        "serving": tn("{n} serving", "{n} servings", count),
        "no_extras": tn("{n} night without extras", "{n} nights without extras", count),
        "clip": tn("{n} clip", "{n} clips", count),
        "question": tn("{n} question for the vet", "{n} questions for the vet", count),
        "wellbeing": tn("{n} quality-of-life check", "{n} quality-of-life checks", count),
    }
    return known.get(kind, f"{{n}} {kind.replace('_', ' ')}")


def _span(evenings: Sequence[date]) -> str:
    if not evenings:
        return ""
    if evenings[0] == evenings[-1]:
        return f" ({say_day(evenings[0])})"
    said = t("{first} to {last}").format(first=say_day(evenings[0]), last=say_day(evenings[-1]))
    return f" ({said})"
