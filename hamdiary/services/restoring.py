"""The backups of a diary, what each would bring and take, and restoring one."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from pathlib import Path

from hamdiary.domain.compared import Compared
from hamdiary.domain.evening import utc_text
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import t
from hamdiary.domain.typed import Read
from hamdiary.domain.typed_dates import read_day
from hamdiary.services.backing_up import copies_folder
from hamdiary.services.clock import Clock
from hamdiary.services.session import diary_place
from hamdiary.services.shelved import NoSuchBackup, Shelved, backup_at
from hamdiary.storage.backup import back_up, looked_through
from hamdiary.storage.comparing import compared
from hamdiary.storage.connection import DiaryFile
from hamdiary.storage.errors import DiskTrouble
from hamdiary.storage.locations import Home
from hamdiary.storage.manifest import Backup, order_of
from hamdiary.storage.meanwhile import Meanwhile
from hamdiary.storage.restoring import restore, why_unusable
from hamdiary.storage.shelf import backups_in, why_not_whole, why_unlooked
from hamdiary.storage.version import SCHEMA_VERSION

FROM_THE_FUTURE = timedelta(days=7)
"""A backup made so far ahead of now bears the time of a clock that was wrong."""


@dataclass(frozen=True)
class Plan:
    """A restore that is about to be done."""

    place: Path
    """Where the diary lies."""
    shelved: Shelved
    """The backup that would take its place."""
    compared: Compared | None
    """What would be lost and gained; None if the diary as it is cannot be read."""
    trouble: str | None
    """Why the diary as it is cannot be read or written into; it would be moved aside."""


@dataclass(frozen=True)
class Restored:
    """What a restore did."""

    backup: Backup
    """What is shown now."""
    kept: Backup | None
    """The backup of what was shown before; None if that was damaged or missing."""
    aside: Path | None
    """Where the damaged file lies now; None if there was none."""


class Shelf:
    """The backups that belong to the diary at one place."""

    def __init__(self, environment: Mapping[str, str], path: str | None) -> None:
        self.home = Home.of(environment)
        """Where this device keeps its things."""
        self.place = diary_place(self.home, path)
        """Where the diary lies or lay."""
        self._clock = Clock(environment)

    @property
    def diary_id(self) -> str | None:
        """The id of the diary that is kept at that place, if one is known."""
        return self.home.known_id(self.place)

    @property
    def folders(self) -> list[Path]:
        """Where backups lie: here, and where copies of them are put."""
        other = copies_folder(self.home)
        return [self.home.backups, *([other] if other else [])]

    def backups(self) -> list[Shelved]:
        """All backups of this diary, the newest first, each verified; copies are not named twice.

        Where the diary was never seen, all that lie there are shown. Those from the future come
        last: a clock that was wrong for a night must not make an old state the newest for years.
        """
        found: dict[str, Shelved] = {}
        for folder in self.folders:
            for each in backups_in(folder, self.diary_id):
                known = found.get(each.label)
                if known is None or not known.whole:
                    shelved = Shelved(0, each, why_not_whole(each))
                    if known is None or shelved.whole:
                        found[each.label] = shelved
        latest = utc_text(self._clock.now().wall + FROM_THE_FUTURE)
        ordered = sorted(
            found.items(),
            key=lambda item: (item[1].backup.made_utc <= latest, order_of(item[0])),
            reverse=True,
        )
        return [Shelved(n, each.backup, each.trouble) for n, (_, each) in enumerate(ordered, 1)]

    @property
    def unlooked(self) -> str | None:
        """Why the folder of backups cannot be looked into; None if it can, or is not there."""
        return why_unlooked(self.home.backups)

    def chosen(self, which: str | None) -> Shelved:
        """The backup that `which` means: a number of the list, a day, a file; else the newest.

        NoSuchBackup says in one line what there is.
        """
        if which is not None and (Path(which).is_file() or "/" in which or "\\" in which):
            return backup_at(Path(which))
        known = self.backups()
        whole = [each for each in known if each.whole]
        if not known:
            raise NoSuchBackup(
                self.unlooked
                or t("there is no backup of {place} in {listed}").format(
                    place=self.place, listed=_listed(self.folders)
                )
            )
        if which is None:
            if not whole:
                raise NoSuchBackup(t("no backup is whole; hamdiary backups says what is wrong"))
            return whole[0]
        return self._named(which, known)

    def _named(self, which: str, known: Sequence[Shelved]) -> Shelved:
        for each in known:
            if which in (str(each.number), each.backup.label, each.backup.made_utc):
                return each
        now = self._clock.now()
        reading = read_day(which, now.wall.date())
        if isinstance(reading, Read):
            zone = now.wall.tzinfo
            of_that_day = [each for each in known if _local_day(each.backup, zone) == reading.value]
            if of_that_day:
                return next((each for each in of_that_day if each.whole), of_that_day[0])
        raise NoSuchBackup(
            t("there is no backup {which}; say a number of hamdiary backups, or a day").format(
                which=which[:60]
            )
        )

    def plan(self, shelved: Shelved) -> Plan:
        """What restoring that backup would do; DiaryTrouble if it must not be done."""
        if shelved.trouble is not None:
            raise DiskTrouble(
                t("{path} is not whole: {trouble}").format(
                    path=shelved.backup.path, trouble=shelved.trouble
                )
            )
        with Meanwhile(lambda: why_unusable(self.place)) as unusable:
            found = looked_through(shelved.backup.path)
            trouble = unusable.result()
        if found.format > SCHEMA_VERSION:
            raise DiskTrouble(
                t("{path} was written by a newer hamdiary; upgrade hamdiary first").format(
                    path=shelved.backup.path
                )
            )
        if self.diary_id is not None and found.diary_id != self.diary_id:
            raise DiskTrouble(
                t("{path} is of another diary; to look into it, name it with --diary").format(
                    path=shelved.backup.path
                )
            )
        both = None if trouble else compared(self.place, shelved.backup.path)
        return Plan(self.place, shelved, both, trouble)

    def restore(self, plan: Plan) -> Restored:
        """Do it; the present state is kept first. DiaryTrouble if it could not be done."""
        now, kept = self._clock.now().utc_text, []

        def keep(present: DiaryFile) -> None:
            """Back up what stands there, before anything is put over it."""
            kept.append(back_up(present, self.home.backups, now, self.home.device(), "restore"))

        source = plan.shelved.backup.path
        aside = restore(self.place, source, self._floor(), now, keep)
        self.home.remember(self.place, plan.shelved.backup.diary_id)
        return Restored(plan.shelved.backup, kept[0] if kept else None, aside)

    def _floor(self) -> int:
        """The highest number that the journal can have had: what was lost may be elsewhere."""
        known = [each.newest for each in backups_in(self.home.backups, self.diary_id)]
        return max(known, default=0) + UNSEEN


UNSEEN = 10_000
"""More numbers than anybody writes between two backups: those that nobody can read any more."""


def _local_day(backup: Backup, zone: object) -> object:
    from datetime import datetime, tzinfo

    assert zone is None or isinstance(zone, tzinfo)
    return datetime.fromisoformat(backup.made_utc).astimezone(zone).date()


def _listed(folders: Sequence[Path]) -> str:
    return t(" or ").join(map(str, folders))
