"""Merging: what another carer wrote comes into this diary, after a backup, whole or not at all."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from hamdiary.domain.conflicts import Conflict
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import marked, t
from hamdiary.domain.things import hamster_of, own_id
from hamdiary.services.merging.bundle_read import Bundle
from hamdiary.services.merging.sources import read_source
from hamdiary.services.session import Session
from hamdiary.storage.collecting import collecting_later
from hamdiary.storage.entries import Entry, change_from
from hamdiary.storage.errors import BadInput, NotPermitted
from hamdiary.storage.merging import Looked, kept_by, look, take_in
from hamdiary.storage.sorting_out import Taken, WroteTwice

NOBODY = ""
"""In the place of initials: whoever wrote it has given none."""


@dataclass(frozen=True)
class Merged:
    """What a merge has brought, or would bring."""

    source: str
    """The name of the file."""
    new: int
    """Changes that were not here yet."""
    known: int
    """Changes that were here already."""
    carers: Mapping[str, int]
    """New changes by the initials of who wrote them."""
    nights: Sequence[date]
    """Evenings of the nights that were touched, oldest first."""
    hamsters: Sequence[str]
    """Names of the hamsters whose diaries were touched."""
    conflicts: Sequence[Conflict]
    """Open questions of what was touched."""
    backup: Path | None
    """The backup that was made before; None if nothing was new."""
    erased: int
    """Changes left out, since they are about a hamster that was erased here for good."""


@dataclass(frozen=True)
class Ready:
    """A source that was read and held against the diary; nothing is written yet."""

    path: Path
    """Where it lies."""
    bundle: Bundle
    """What it holds."""
    looked: Looked
    """What of it is new, and what it comes to."""
    is_another: bool
    """Whether it is of a diary that was never merged with this one."""

    @property
    def taken(self) -> Taken:
        """What of it is new, in short."""
        return self.looked.found.taken


@collecting_later
def look_at(session: Session, path: Path) -> Ready:
    """Read a bundle or a diary and hold it against this diary, without writing anything.

    BadInput, CannotRead or another DiaryTrouble says why it cannot be merged.
    """
    if session.diary.read_only:
        raise NotPermitted(session.diary.read_only)
    require_another_file(session, path)
    kept = kept_by(session.diary)
    bundle = read_source(path, kept.present.entries)
    try:
        looked = look(session.diary, bundle.entries, session.device, bundle.texts, kept)
    except WroteTwice as error:
        raise BadInput(f"{path.name}: {error}. {t(CLONED).format(path=path)}") from error
    except BadInput as error:
        raise BadInput(f"{path.name}: {_with_advice(str(error))}") from error
    own = bundle.diary == session.diary.id
    return Ready(path, bundle, looked, not own and not is_agreed(session, bundle.diary))


CLONED = marked(
    "A copied home folder or a diary that was put back by hand does that. If this is one of those "
    "two, hamdiary merge --copied {path} keeps what both have written and gives this one a name of "
    "its own; do so on one of them only"
)
"""What to do where one change has two contents."""

RETURNED = marked(
    "If an older copy of this diary was put back, say hamdiary carer --new-device, then merge again"
)
"""What to do where a bundle knows more of this device than it does itself."""


def _with_advice(trouble: str) -> str:
    not_ours = t("it bears this computer's name, but was not written here")
    return f"{trouble}. {t(RETURNED)}" if not_ours in trouble else trouble


def require_another_file(session: Session, path: Path) -> None:
    """Refuse this diary itself where another carer's is to be named."""
    try:
        own = path.exists() and path.samefile(session.diary.path)
    except (OSError, ValueError):
        own = False
    if own:
        raise BadInput(
            t("{path} is this diary itself; name another carer's bundle or diary").format(path=path)
        )


def is_agreed(session: Session, diary: str) -> bool:
    """Whether the owner has agreed to take that other diary in."""
    return session.diary.setting(session.device, _agreement(diary)) is not None


def _agreement(diary: str) -> str:
    return f"merges:{diary}"


@collecting_later
def merge(session: Session, ready: Ready) -> Merged:
    """Take in what was looked at: a backup first, then all of it or nothing."""
    if not ready.taken.entries:
        return _merged(session, ready, ready.taken, None)
    from hamdiary.services.backing_up import back_up_before

    backup = back_up_before(session, "merge")
    taken = take_in(session.diary, ready.bundle.entries, own=session.device, looked=ready.looked)
    if ready.bundle.diary != session.diary.id:
        session.diary.remember(session.device, _agreement(ready.bundle.diary), "yes")
    return _merged(session, ready, taken, backup.path)


def _merged(session: Session, ready: Ready, taken: Taken, backup: Path | None) -> Merged:
    return Merged(
        source=ready.path.name,
        new=len(taken.entries),
        known=taken.known,
        carers=Counter(each.carer or NOBODY for each in taken.entries),
        nights=nights_of(taken.entries),
        hamsters=_names(session, ready, taken.entries),
        conflicts=taken.conflicts,
        backup=backup,
        erased=taken.erased,
    )


def nights_of(entries: Sequence[Entry]) -> list[date]:
    """The evenings of the nights that changes are about, oldest first."""
    nights = {each.id for each in entries if each.kind == "night"}
    evenings = {*map(own_id, nights)}
    return sorted({date.fromisoformat(each.partition("/")[0]) for each in evenings})


def _names(session: Session, ready: Ready, entries: Sequence[Entry]) -> list[str]:
    known = {each.id: each.called for each in session.diary.hamsters()}
    told = {
        each.id: str(name.to)
        for each in ready.bundle.entries
        if each.kind == "hamster" and (name := change_from(each).fields.get("name")) and name.to
    }
    things = dict.fromkeys(each.id for each in entries)
    ids = dict.fromkeys(map(hamster_of, things))
    return [known.get(each) or told.get(each) or t("a hamster without a name") for each in ids]


def explained(session: Session, ready: Ready) -> str:
    """Why a file of another diary is asked about, in two sentences and a question."""
    theirs = ", ".join(_names(session, ready, ready.bundle.entries)) or t("no hamster")
    ours = ", ".join(each.called for each in session.diary.hamsters()) or t("no hamster")
    return t(
        "{name} belongs to another diary (with {theirs}; yours: {ours}). Its hamsters "
        "would come beside yours, not into them, even under the same name. Take it in?"
    ).format(name=ready.path.name, theirs=theirs, ours=ours)
