"""Importing hamdiary's own JSON: the changes that the diary lacks, by the way of merging."""

from collections.abc import Sequence
from datetime import date

from hamdiary.domain.journal import Change
from hamdiary.domain.things import evening_of_thing, hamster_of
from hamdiary.domain.typed_dates import say_day
from hamdiary.services.session import Session
from hamdiary.services.transfer.json_in import Exported
from hamdiary.services.transfer.plan import Plan, Written, many
from hamdiary.storage.adopting import adopt, is_empty
from hamdiary.storage.entries import Entry
from hamdiary.storage.merging import take_in, what_is_new
from hamdiary.storage.sorting_out import Taken, sorted_out

NAMES = {
    "hint_note": "note about hints",
    "question": "question for the vet",
    "wellbeing": "quality-of-life check",
}
"""Kinds of things whose name in the data is none for an owner."""


def plan_journal(session: Session | None, told: Exported) -> Plan:
    """What importing would bring; without a session, into a new diary. BadInput if it cannot."""
    if session is None:
        taken = sorted_out(told.changes).taken
    else:
        taken = what_is_new(session.diary, told.changes)
    return Plan(
        what=f"a diary of hamdiary with {many(len(told.changes), 'change')}",
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
    fields = "1 field has" if waiting == 1 else f"{waiting} fields have"
    note = f"{fields} several values now; hamdiary conflicts shows them and lets you choose"
    return Written(len(taken.entries), (note,) if waiting else ())


def _take_over(session: Session, told: Exported) -> None:
    """What the device remembered that wrote the file, where this one remembers nothing."""
    for name, value in told.settings.items():
        if session.diary.setting(session.device, name) is None:
            session.diary.remember(session.device, name, value)


def _lines(session: Session | None, told: Exported, taken: Taken) -> list[str]:
    lines = [] if taken.entries else ["the diary has all of it already"]
    if session is None and told.only is not None:
        lines.append("a new diary is made, with the one hamster that the file is about")
    elif session is None:
        lines.append("a new diary is made that is the same as the one it was written from")
    elif taken.entries and told.diary != session.diary.id and session.diary.hamsters():
        lines.append("it comes from another diary; its hamsters come beside yours")
    if taken.erased:
        count = many(taken.erased, "change")
        lines.append(f"{count} about hamsters that were erased here for good are left out")
    if taken.known and taken.entries:
        lines.append(f"{many(taken.known, 'change')} are here already")
    names = _names(session, told.changes)
    by_hamster: dict[str, list[Entry]] = {}
    for change in taken.entries:
        by_hamster.setdefault(hamster_of(change.id), []).append(change)
    return lines + [
        f"{names.get(hamster) or 'a hamster without a name'}: {_in_words(changes)}"
        for hamster, changes in by_hamster.items()
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
        many(len(ids), NAMES.get(kind, kind.replace("_", " ")))
        for kind, ids in things.items()
        if kind != "hamster"
    ]
    facts = ["facts"] if "hamster" in things else []
    evenings = sorted(
        evening
        for each in things.get("night", ())
        if (evening := evening_of_thing("night", each)) is not None
    )
    return ", ".join([*facts, *counted]) + _span(evenings)


def _span(evenings: Sequence[date]) -> str:
    if not evenings:
        return ""
    if evenings[0] == evenings[-1]:
        return f" ({say_day(evenings[0])})"
    return f" ({say_day(evenings[0])} to {say_day(evenings[-1])})"
