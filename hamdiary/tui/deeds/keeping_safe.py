"""Backing up, restoring and erasing from the screens."""

from hamdiary.domain.language import t, tc, tn
from hamdiary.render.backups import holds, said_size
from hamdiary.services.asked_erasing import EraseAsked
from hamdiary.services.backing_up import back_up_now
from hamdiary.services.daily_backup import back_up_if_due
from hamdiary.services.erasing import Erased, erase_for_good, is_its_name
from hamdiary.services.restoring import Plan, Shelf
from hamdiary.services.shelved import Shelved
from hamdiary.storage.errors import DiaryTrouble
from hamdiary.tui.answering import Values
from hamdiary.tui.deeds.deeds import Deeds
from hamdiary.tui.dialogs.backups import BackupsDialog
from hamdiary.tui.dialogs.fields import FieldsDialog
from hamdiary.tui.dialogs.restoring import RestoreDialog
from hamdiary.tui.messages import DiaryReplaced


class SafeDeeds(Deeds):
    """Keeping a diary safe, and taking out of it what is to go."""

    @property
    def shelf(self) -> Shelf:
        """The backups of the open diary."""
        return Shelf(self.session.clock.environment, str(self.session.diary.path))

    def back_up_today(self) -> None:
        """The backup that a diary gets by itself; in the background, since it takes a while."""
        session = self.session
        environment, home = session.clock.environment, session.home
        place, known = session.diary.path, session.diary.id
        screen, app = self.screen, self.screen.app

        def work() -> None:
            """In the thread: say only what went wrong."""
            trouble = back_up_if_due(environment, home, place, known)
            if trouble is not None:
                app.call_from_thread(screen.notify, trouble, severity="warning", markup=False)

        screen.run_worker(work, thread=True)

    def back_up(self) -> None:
        """Back the diary up now, and say where the backup is."""
        self.screen.view.settle()
        try:
            made = back_up_now(self.session)
        except DiaryTrouble as trouble:
            self.complain(str(trouble))
            return
        size = said_size(made.backup.size)
        self.tell(
            t("Backed up and verified: {content}, {size}.").format(
                content=holds(made.backup), size=size
            )
        )
        if made.trouble:
            self.complain(made.trouble)

    def backups(self) -> None:
        """The list of backups; one that is chosen is looked into."""
        self.screen.view.settle()
        shelf = self.shelf
        dialog = BackupsDialog(shelf.backups(), shelf.folders, self.session.wall_now().tzinfo)
        self.screen.app.push_screen(dialog, self._plan)

    def _plan(self, chosen: Shelved | None) -> None:
        if chosen is None:
            return
        try:
            plan = self.shelf.plan(chosen)
        except DiaryTrouble as trouble:
            self.complain(str(trouble))
            return
        dialog = RestoreDialog(plan, self.session.wall_now().tzinfo)
        self.screen.app.push_screen(dialog, lambda agreed: self._restore(plan, agreed))

    def _restore(self, plan: Plan, agreed: bool | None) -> None:
        if not agreed:
            return
        try:
            done = self.shelf.restore(plan)
        except DiaryTrouble as trouble:
            self.complain(t("Nothing was restored: {trouble}").format(trouble=trouble))
            return
        self.screen.post_message(
            DiaryReplaced(
                t("Restored: {content}. What was there before is the newest backup now.").format(
                    content=holds(done.backup)
                )
            )
        )

    def erase(self, values: Values | None = None) -> None:
        """Ask for the name once more, and about backups."""
        self.screen.view.settle()
        hamster = self.page.hamster
        dialog = FieldsDialog(
            t("Erase {called} for good").format(called=hamster.called),
            EraseAsked,
            ("backups", "name"),
            values or {"backups": "leave"},
            today=self.session.today,
            done=tc("key", "erase it"),
            needs={"backups": t("Say what becomes of backups."), "name": t("Type its name.")},
        )
        self.screen.app.push_screen(dialog, self._erase)

    def _erase(self, values: Values | None) -> None:
        if values is None:
            return
        hamster = self.page.hamster
        if not is_its_name(hamster, str(values["name"])):
            self.complain(
                t("That is not the name {called}; nothing was erased.").format(
                    called=hamster.called
                )
            )
            self.erase({"backups": values["backups"]})
            return
        about = values["backups"]
        try:
            done = erase_for_good(self.session, hamster, about == "one_more", about == "remove")
        except DiaryTrouble as trouble:
            self.complain(t("Nothing was erased: {trouble}").format(trouble=trouble))
            return
        self.screen.post_message(DiaryReplaced(_erased(done)))


def _erased(done: Erased) -> str:
    words = t("{name} is erased for good.").format(name=done.name)
    if done.removed:
        gone = len(done.removed)
        words += " " + tn("{count} backup removed.", "{count} backups removed.", gone).format(
            count=gone
        )
    held = done.holders.files
    if held:
        folders = ", ".join(sorted({str(each.parent) for each in held}))
        still = tn(
            "Still held by {count} file in {folders}.",
            "Still held by {count} files in {folders}.",
            len(held),
        )
        words += " " + still.format(count=len(held), folders=folders)
    for program in done.holders.replicas:
        words += " " + t("The replica of {program} may still hold it.").format(program=program)
    return words
