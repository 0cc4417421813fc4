"""Taking back and bringing back: what an undo or a redo writes, and which one comes next.

Only what still stands of a change can be taken back; a value that another carer wrote beside it
stays, and undoing a choice between several values puts the question again (design §5).
"""

from collections.abc import Iterable, Sequence

from hamdiary.domain.journal import (
    Chain,
    Change,
    FieldChange,
    Ref,
    before,
    by_field,
    meant,
    unreplaced,
)


def taking_back(changes: Sequence[Change], target: Change) -> dict[str, FieldChange]:
    """What has to be written to undo `target`, leaving alone every field changed since."""
    earlier, known = before(changes, target), {each.ref: each for each in changes}
    chains = by_field(changes)
    fields: dict[str, FieldChange] = {}
    for name in target.fields:
        over = _going_back_to({target.ref}, name, chains[name], known)
        if over:
            fields[name] = FieldChange(earlier[name], over)
    return fields


def bringing_back(changes: Sequence[Change], target: Change) -> dict[str, FieldChange]:
    """What has to be written to redo `target`, leaving alone every field changed since."""
    known, chains = {each.ref: each for each in changes}, by_field(changes)
    fields: dict[str, FieldChange] = {}
    for name, field in target.fields.items():
        over = _going_back_to(_replaced_by(name, target, known), name, chains[name], known)
        if over:
            fields[name] = FieldChange(field.to, over)
    return fields


def _going_back_to(
    wanted: set[Ref | None], name: str, chain: Chain, known: Chain
) -> tuple[Ref, ...]:
    """What an undo or redo replaces: the values that stand and go back to the `wanted` changes.

    Equal values do not tell: a carer who typed the same value again wants it to stay.
    """
    standing = unreplaced(name, chain)
    shown = meant(name, chain, standing)
    found = [each for each in shown if _authors_of(name, each, known) & wanted]
    if len(found) == len(shown):
        found = standing
    return tuple(each.ref for each in found)


def _authors_of(name: str, change: Change, known: Chain) -> set[Ref | None]:
    """The changes that the value of `change` goes back to; None for "not recorded"."""
    if change.undoes in known:
        return _replaced_by(name, known[change.undoes], known)
    return {change.redoes or change.ref}


def _replaced_by(name: str, target: Change, known: Chain) -> set[Ref | None]:
    """What `target` replaced, seen through undoing; a chain of undos may be thousands long."""
    found: set[Ref | None] = set()
    seen: set[Ref] = set()
    ahead = [target]
    while ahead:
        over = [ref for ref in ahead.pop().fields[name].over if ref in known]
        found |= set() if over else {None}
        for change in (known[ref] for ref in over if ref not in seen):
            seen.add(change.ref)
            undone = known.get(change.undoes) if change.undoes else None
            if undone is not None and name in undone.fields:
                ahead.append(undone)
            else:
                found.add(change.redoes or change.ref)
    return found


def undo_and_redo(own: Iterable[Change]) -> tuple[list[Ref], list[Ref]]:
    """What one device can undo and redo, the next one last, from its changes in order."""
    done: list[Ref] = []
    undone: list[Ref] = []
    for change in sorted(own, key=lambda each: each.ref):
        if change.undoes is not None:
            _move(change.undoes, done, undone)
        elif change.redoes is not None:
            _move(change.redoes, undone, done)
        else:
            done.append(change.ref)
            undone.clear()
    return done, undone


def _move(ref: Ref, source: list[Ref], target: list[Ref]) -> None:
    if ref in source:
        source.remove(ref)
    target.append(ref)
