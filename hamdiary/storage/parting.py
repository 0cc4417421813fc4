"""Two copies of one diary that both wrote on under one device's name, parted afterwards.

What this copy wrote in other words than the other one gets the name that its device would have had
if it had been told apart from the beginning; then both journals can stand beside one another, and
what both wrote of one field is a question, as between any two carers.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.journal import Change, FieldChange, Ref
from hamdiary.domain.language import t
from hamdiary.storage.bulk import roomy
from hamdiary.storage.diary import Diary
from hamdiary.storage.entries import Columns, Entry, Name, change_from, entry_of, in_order
from hamdiary.storage.errors import DiaryBusy
from hamdiary.storage.guard import GuardDown
from hamdiary.storage.journal import insert_rows
from hamdiary.storage.marks import begin_generation, highest
from hamdiary.storage.merging import Kept, kept_by
from hamdiary.storage.repairing import rebuild_in
from hamdiary.storage.sorting_out import NotOurs, Present, sorted_out


@dataclass(frozen=True)
class Parted:
    """What the journals of two copies come to, held together; nothing is written yet."""

    kept: Kept
    """What this copy keeps now."""
    renamed: Mapping[Name, Entry]
    """This copy's changes that get another name, by the one they had."""
    come: Sequence[Entry]
    """What only the other copy has, in the journal's order."""
    erased: int
    """How many of its changes are left out, since they are about a hamster erased here."""


def parted(diary: Diary, theirs: Sequence[Entry], name_for: Callable[[str], str]) -> Parted:
    """How this diary and the other copy's journal can stand together.

    `name_for` gives the new name of a device. NotOurs if nothing was written twice, or if that
    would take away what another carer has built on.
    """
    kept = kept_by(diary)
    own, others = kept.present.entries, {(each.lamport, each.device): each for each in theirs}
    only_here = {name: each for name, each in own.items() if not _same(each, others.get(name))}
    twice = {device for lamport, device in only_here if (lamport, device) in others}
    if not twice:
        raise NotOurs(
            t("the two have written nothing under one name; hamdiary merge alone takes it in")
        )
    names = {device: name_for(device) for device in twice}
    gone = {name: Ref(name[0], names[name[1]]) for name in only_here if name[1] in twice}
    _require_not_built_on(only_here, gone)
    renamed = {name: _renamed(change_from(own[name]), gone) for name in gone}
    stays = [Entry._make(each) for name, each in own.items() if name not in gone]
    noted = diary.file.plain_rows("SELECT * FROM meta")
    # Judged as a whole journal is that somebody else has sent.
    whole = (*stays, *renamed.values(), *theirs)
    found = sorted_out(whole, Present([], noted), own="").taken
    here = {(each.lamport, each.device) for each in (*stays, *renamed.values())}
    come = [each for each in found.entries if (each.lamport, each.device) not in here]
    return Parted(kept, renamed, come, found.erased)


def write_parted(diary: Diary, done: Parted) -> None:
    """Let the diary hold both: all of it or nothing. DiaryBusy if it was written to meanwhile."""
    with roomy(diary.file), diary.file.writing() as conn:
        if kept_by(diary).seen != done.kept.seen:
            raise DiaryBusy(t("something was written meanwhile; nothing was taken, try again"))
        floor = highest(conn)
        with GuardDown(conn):
            conn.executemany(
                "DELETE FROM changes WHERE lamport = ? AND device = ?", done.renamed.keys()
            )
        coming = sorted((*done.renamed.values(), *done.come), key=in_order)
        insert_rows(conn, coming)
        rebuild_in(conn)
        begin_generation(conn, floor)


def _same(own: Columns, other: Entry | None) -> bool:
    return other is not None and (own == other or change_from(own) == change_from(other))


def _renamed(change: Change, names: Mapping[Name, Ref]) -> Entry:
    def new(ref: Ref) -> Ref:
        """Under which name that change goes now."""
        return names.get((ref.lamport, ref.device), ref)

    fields = {
        name: FieldChange(field.to, tuple(map(new, field.over)))
        for name, field in change.fields.items()
    }
    ref, undoes, redoes = new(change.ref), change.undoes, change.redoes
    stamp = replace(change.stamp, device=ref.device)
    taken_back, brought_back = undoes and new(undoes), redoes and new(redoes)
    return entry_of(Change(ref, stamp, change.kind, change.id, fields, taken_back, brought_back))


def _require_not_built_on(only_here: Mapping[Name, Columns], gone: Mapping[Name, Ref]) -> None:
    """Others' changes cannot be given other words, which is what a new name in them would be."""
    for name in only_here.keys() - gone.keys():
        change = change_from(only_here[name])
        over = [ref for field in change.fields.values() for ref in field.over]
        refs = [ref for ref in (*over, change.undoes, change.redoes) if ref is not None]
        if any((ref.lamport, ref.device) in gone for ref in refs):
            raise NotOurs(
                t(
                    "another carer has gone on from what was written here; say it on the other "
                    "computer, with a bundle from here"
                )
            )
