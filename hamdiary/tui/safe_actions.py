"""Keeping the diary safe from any view: backups by themselves and on demand, restoring, erasing."""

from pathlib import Path

from hamdiary.domain.language import t
from hamdiary.storage.errors import DamagedDiary, DiaryTrouble
from hamdiary.tui.diary_actions import DiaryActions
from hamdiary.tui.messages import DiaryDamaged, DiaryReplaced

CHECKED_AFTER = 1.5
"""Seconds after the start at which the file and the room beside it are first looked at."""

BACKED_UP_AFTER = 5.0
"""Seconds after a change at which the day's backup is looked for, so that it disturbs no keys."""

QUIET_FOR = 3.0
"""Seconds for which no key was pressed when it begins."""


ROOM_EVERY = 600.0
"""Seconds between two looks at how much room is left on the disk."""


class SafeActions(DiaryActions):
    """A screen over a diary that is kept safe; what it needs for that is loaded by it."""

    _day_seen = ""
    _generation: str | None = None
    _waits_for_backup = False
    _room_said = False
    _damage_said = ""

    def watch_the_file(self) -> None:
        """Say it if the file is damaged, and when the disk gets full before nothing can be saved.

        In the background: it takes a while on a long diary, and on a disk that sleeps.
        """
        self.set_timer(CHECKED_AFTER, self._look_for_damage)
        self.set_timer(CHECKED_AFTER, self._look_at_the_room)
        self.set_interval(ROOM_EVERY, self._look_at_the_room)

    def _look_for_damage(self) -> None:
        path = self.session.diary.path
        self.run_worker(lambda: self._say_if_damaged(path), thread=True)

    def _say_if_damaged(self, path: Path) -> None:
        from hamdiary.storage.checking import damage_of

        trouble = damage_of(path)
        if trouble is not None:
            self.post_message(DiaryDamaged(DamagedDiary(trouble, path)))

    def _look_at_the_room(self) -> None:
        diary = self.session.diary.path
        self.run_worker(lambda: self._say_if_little_room(diary), thread=True)

    def _say_if_little_room(self, diary: Path) -> None:
        from hamdiary.services import room

        trouble = room.too_little_room(diary, room.ROOM_WANTED)
        # Once, until there was room again.
        said, self._room_said = self._room_said, trouble is not None
        if trouble is not None and not said:
            self.app.call_from_thread(
                self.notify, trouble, severity="warning", timeout=30, markup=False
            )

    def remember_generation(self) -> None:
        """Remember which diary this is, as long as nothing is restored or erased."""
        self._generation = self.session.diary.generation

    def was_written_elsewhere(self, version: int) -> bool | None:
        """Whether another window or command has written since the diary had that version.

        None if that cannot be told, which is said once, or if the diary was restored or something
        of it erased, so that the whole window begins again.
        """
        try:
            written = self.session.diary.version_seen() != version
            if not written or self.session.diary.generation == self._generation:
                return written
        except DamagedDiary as damage:
            if str(damage) != self._damage_said:
                self._damage_said = str(damage)
                self.post_message(DiaryDamaged(damage))
            return None
        except DiaryTrouble as trouble:
            self.say_once(str(trouble))
            return None
        self.view.settle()
        self.read_all_anew(t("The diary was restored or changed for good by another window."))
        return None

    def read_all_anew(self, words: str) -> None:
        """Let the whole window begin again with the diary as it is now."""
        self.post_message(DiaryReplaced(words))

    def back_up_soon(self) -> None:
        """The first change of a day is backed up, once nobody types."""
        if self._waits_for_backup or self._day_seen == self.session.now().utc_text[:10]:
            return
        self._waits_for_backup = True
        self.set_timer(BACKED_UP_AFTER, self._back_up_if_quiet)

    def _back_up_if_quiet(self) -> None:
        quiet = getattr(self.app, "seconds_without_a_key", None)
        if quiet is not None and quiet() < QUIET_FOR:
            self.set_timer(QUIET_FOR, self._back_up_if_quiet)
            return
        self._waits_for_backup = False
        self._day_seen = self.session.now().utc_text[:10]
        from hamdiary.tui.deeds.keeping_safe import SafeDeeds

        SafeDeeds(self).back_up_today()

    def action_back_up(self) -> None:
        """Back the diary up now."""
        from hamdiary.tui.deeds.keeping_safe import SafeDeeds

        SafeDeeds(self).back_up()

    def action_backups(self) -> None:
        """All backups, and what each would bring back."""
        from hamdiary.tui.deeds.keeping_safe import SafeDeeds

        SafeDeeds(self).backups()

    def action_erase(self) -> None:
        """Erase this hamster for good."""
        from hamdiary.tui.deeds.keeping_safe import SafeDeeds

        SafeDeeds(self).erase()
