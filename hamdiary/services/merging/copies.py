"""Two copies of one diary that wrote on under one name: what both wrote is kept."""

from collections.abc import Sequence
from pathlib import Path

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import t
from hamdiary.services.devices import rename_device
from hamdiary.services.merging.merging import require_another_file
from hamdiary.services.merging.sources import read_source
from hamdiary.services.session import Session
from hamdiary.storage.errors import BadInput, NotPermitted
from hamdiary.storage.locations import new_device
from hamdiary.storage.parting import Parted, parted, write_parted
from hamdiary.storage.sorting_out import NotOurs


@dataclass(frozen=True)
class Copies:
    """The other copy of this diary, read and held against it; nothing is written yet."""

    path: Path
    """Where it lies."""
    parted: Parted
    """What both come to."""

    @property
    def written_here(self) -> int:
        """Changes of this computer that the other copy has in other words, or not at all."""
        return len(self.parted.renamed)


@dataclass(frozen=True)
class Together:
    """What came of it."""

    new: int
    """Changes that have come from the other copy."""
    renamed: Sequence[str]
    """Names under which what was written here stands now."""
    backup: Path
    """The diary as it was before."""


def look_at_copy(session: Session, path: Path) -> Copies:
    """Read the other copy, from its bundle or its file; BadInput says why it is none."""
    if session.diary.read_only:
        raise NotPermitted(session.diary.read_only)
    require_another_file(session, path)
    bundle = read_source(path)
    if bundle.diary != session.diary.id:
        raise BadInput(
            t("{name} is of another diary, not a copy of this one").format(name=path.name)
        )
    try:
        return Copies(path, parted(session.diary, bundle.entries, lambda _: new_device()))
    except NotOurs as error:
        raise BadInput(f"{path.name}: {error}") from error


def bring_together(session: Session, copies: Copies) -> Together:
    """Keep what both have written, after a backup; this computer has a name of its own then."""
    from hamdiary.services.backing_up import back_up_before

    backup = back_up_before(session, "merge")
    names = {device: entry.device for (_, device), entry in copies.parted.renamed.items()}
    if session.device in names:
        # First of all: what is written from now on must not bear the name of both.
        rename_device(session, names[session.device])
    write_parted(session.diary, copies.parted)
    return Together(len(copies.parted.come), sorted(names.values()), backup.path)
