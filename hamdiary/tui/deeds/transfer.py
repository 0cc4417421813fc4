"""Exporting and importing from the screens."""

from datetime import date
from pathlib import Path

from hamdiary.domain.language import t, tc, tn
from hamdiary.domain.text import slug
from hamdiary.render.places import said_place
from hamdiary.services.session import NoSuchHamster
from hamdiary.services.transfer.asked import ExportAsked, ImportAsked
from hamdiary.services.transfer.exporting import Format, Wish, write
from hamdiary.services.transfer.import_beside import bring_in_beside, plan_beside
from hamdiary.services.transfer.importing import bring_in, plan_import
from hamdiary.services.transfer.plan import Options, Plan, Written, many
from hamdiary.storage.errors import DiaryTrouble
from hamdiary.tui.answering import Values
from hamdiary.tui.deeds.deeds import Deeds, sentence
from hamdiary.tui.dialogs.bringing_in import ImportDialog
from hamdiary.tui.dialogs.fields import FieldsDialog
from hamdiary.tui.dialogs.progress import Failed, ProgressDialog
from hamdiary.tui.messages import Recorded

LARGE = 1_000_000
"""Bytes of a file whose reading takes so long that the window lives on meanwhile."""


class TransferDeeds(Deeds):
    """Data out and in."""

    def export(self, values: Values | None = None, trouble: str = "") -> None:
        """Ask where to and as what; `trouble` is why it could not be written as asked before."""
        self.screen.view.settle()
        today = self.session.today
        dialog = FieldsDialog(
            t("Export the diary"),
            ExportAsked,
            ("format", "path"),
            values
            or {"format": "json", "path": said_place(free_place(self.page.hamster.called, today))},
            today=today,
            done=tc("key", "write it"),
            needs={"format": t("Say as what."), "path": t("Say which file.")},
            trouble=("path", trouble) if trouble else None,
        )
        self.screen.app.push_screen(dialog, self._export)

    def _export(self, values: Values | None) -> None:
        if values is None:
            return
        form = Format(str(values["format"]))
        place = with_ending(typed_place(str(values["path"])), form)
        try:
            wrote = write(self.session, Wish(form), place)
        except DiaryTrouble as trouble:
            self.export(values, sentence(str(trouble)))
            return
        self.tell(f"{place}: {wrote}")

    def bring_in(self, values: Values | None = None, trouble: str = "") -> None:
        """Ask for the file; `trouble` is why the one that was asked for before cannot be read."""
        self.screen.view.settle()
        dialog = FieldsDialog(
            t("Import"),
            ImportAsked,
            ("path",),
            values or {},
            today=self.session.today,
            done=tc("key", "look at it"),
            needs={"path": t("Say which file.")},
            trouble=("path", trouble) if trouble else None,
        )
        self.screen.app.push_screen(dialog, self._read)

    def _read(self, values: Values | None) -> None:
        if values is None:
            return
        place = typed_place(str(values["path"]))
        options = Options(hamster=self.page.hamster.id)
        if not _is_large(place):
            self._show(values, place, options, self._plan(place, options))
            return
        dialog = ProgressDialog[Plan](
            t("Import"),
            lambda step, stopped: plan_beside(self.session, place, options, step, stopped),
        )
        self.screen.app.push_screen(dialog, lambda made: self._show(values, place, options, made))

    def _show(
        self, values: Values, place: Path, options: Options, plan: Plan | Failed | None
    ) -> None:
        if not isinstance(plan, Plan):
            self.bring_in(values, sentence(str(plan)) if plan is not None else "")
            return
        is_large = _is_large(place)
        dialog = ImportDialog(plan, options, lambda other: self._plan_anew(place, other))
        self.screen.app.push_screen(dialog, lambda agreed: self._take(agreed, is_large))

    def _plan(self, place: Path, options: Options) -> Plan | Failed:
        try:
            return plan_import(self.session, place, options)
        except (DiaryTrouble, NoSuchHamster) as trouble:
            return Failed(str(trouble))

    def _plan_anew(self, place: Path, options: Options) -> Plan | None:
        plan = self._plan(place, options)
        if isinstance(plan, Plan):
            return plan
        self.complain(str(plan))
        return None

    def _take(self, plan: Plan | None, is_large: bool) -> None:
        if plan is None:
            return
        if is_large:
            dialog = ProgressDialog[Written](
                t("Import"),
                lambda step, _: bring_in_beside(self.session, plan, step),
                can_stop=False,
            )
            self.screen.app.push_screen(dialog, self._say)
            return
        try:
            self._say(bring_in(self.session, plan))
        except DiaryTrouble as trouble:
            self._say(Failed(str(trouble)))

    def _say(self, written: Written | Failed | None) -> None:
        if written is None:
            return
        if isinstance(written, Failed):
            self.complain(t("Nothing was imported: {trouble}").format(trouble=written))
            return
        self.screen.post_message(Recorded())
        self.tell(
            tn(
                "Imported: {count} change. A backup from before is kept.",
                "Imported: {count} changes. A backup from before is kept.",
                written.count,
            ).format(count=many(written.count, "{n}"))
        )
        for note in written.notes:
            self.tell(note)


def typed_place(text: str) -> Path:
    """The path that was typed or dropped into the window, which may come in quotes."""
    plain = text.strip()
    if len(plain) > 2 and plain[0] == plain[-1] and plain[0] in "'\"":
        plain = plain[1:-1]
    try:
        return Path(plain).expanduser().absolute()
    except RuntimeError:
        return Path(plain).absolute()


def _is_large(place: Path) -> bool:
    try:
        return place.stat().st_size > LARGE
    except (OSError, ValueError):
        return False  # reading it will say what is wrong


def with_ending(place: Path, form: Format) -> Path:
    """The path with the ending that belongs to the format."""
    if place.suffix.casefold() in {f".{each}" for each in Format}:
        return place.with_suffix(f".{form}")
    return place.with_name(f"{place.name}.{form}")


def free_place(name: str, today: date) -> Path:
    """Where nothing is yet: "biscuit-2026-11-22.json" in the home folder, or with a number."""
    base = Path.home() / f"{slug(name)}-{today.isoformat()}.json"
    for number in range(1, 100):
        place = base.with_stem(f"{base.stem}-{number}") if number > 1 else base
        if not any(with_ending(place, form).exists() for form in Format):
            return place
    return base
