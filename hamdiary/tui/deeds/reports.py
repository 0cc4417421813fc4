"""Reports from the screens: other nights, writing, and looking at what was written."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import cast

from hamdiary.domain.clip_paths import shown_path
from hamdiary.domain.declaring import choice, day, step, text
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import t, tc
from hamdiary.domain.questions import Question
from hamdiary.domain.report.options import Period
from hamdiary.domain.values import BadValue
from hamdiary.services import report_beside
from hamdiary.services.report_choice import (
    Choice,
    Target,
    folder_of,
    remember,
    remember_folder,
)
from hamdiary.services.reporting import span_of
from hamdiary.storage.errors import DiaryTrouble
from hamdiary.tui.answering import Values
from hamdiary.tui.deeds.deeds import Deeds, sentence
from hamdiary.tui.dialogs.progress import Failed, ProgressDialog


@dataclass(frozen=True)
class OtherNights:
    """What is asked for a period of one's own."""

    first: date | None = day("From", hint="the first night; empty: the first recorded one")
    last: date | None = day("To", hint="the last night; empty: tonight")


@dataclass(frozen=True)
class Wanted:
    """What is asked before a file is written."""

    target: Target | None = choice(
        "As",
        step("pdf", "PDF", "a PDF, to print or to send"),
        step("html", "web page", "a web page in one file, to read on a phone or to print"),
        step("md", "mail text", "Markdown, to paste into a mail"),
        step("json", "JSON", "this report as JSON, for another program"),
        step("nights", "nights, CSV", "every night of the diary as a table for a spreadsheet"),
        step("tables", "tables, zip", "all tables of the diary as CSV, with what they mean"),
        step("diary", "diary, JSON", "the whole diary with every change, to be restored from"),
        hint="the report, or the data of the whole diary",
    )
    place: str | None = text("Where", most=4000, hint="a folder, or the file's own name")


class ReportDeeds(Deeds):
    """A report is written, named and looked at."""

    def ask_nights(self, period: Period, then: Callable[[Period], object]) -> None:
        """Which nights, from when to when."""

        def take(values: Values) -> None:
            """Those nights, the earlier one first."""
            first, last = (cast("date | None", values[name]) for name in ("first", "last"))
            if first is not None and last is not None and first > last:
                first, last = last, first
            then(Period("dates", first=first, last=last))

        known: Values = {"first": period.first, "last": period.last}
        self.ask_fields(t("Which nights?"), OtherNights, ("first", "last"), take, values=known,
                        done=tc("key", "these nights"))  # fmt: skip

    def write(
        self, chosen: Choice, then: Callable[[Path, Choice], object],
        typed: str | None = None, trouble: str = "",
    ) -> None:  # fmt: skip
        """Ask as what and where to, and write it; `then` is told where it lies.

        `typed` is where it could not be written before, and `trouble` why.
        """

        def take(values: Values) -> None:
            """Write it as that, into that folder."""
            target = cast("Target", values["target"])
            self._write_to(str(values["place"]), replace(chosen, target=target), then)

        folder = typed or str(folder_of(self.session))
        needs = {"target": t("Say as what: a digit chooses."), "place": t("Say where: a folder.")}
        values: Values = {"target": chosen.target, "place": folder}
        self.ask_fields(t("Write a file"), Wanted, ("target", "place"), take, values=values,
                        needs=needs, done=tc("key", "write it"),
                        trouble=("place", trouble) if trouble else None)  # fmt: skip

    def _write_to(self, typed: str, chosen: Choice, then: Callable[[Path, Choice], object]) -> None:
        hamster = self.page.hamster
        try:
            last = span_of(self.session, hamster, chosen.options).last
            place = report_beside.place_for(typed, hamster, chosen.target, last)
        except (BadValue, DiaryTrouble) as trouble:
            self.write(chosen, then, typed, sentence(str(trouble)))
            return
        taken = report_beside.is_taken(place)
        text = t("{path} is there already. Replace it?").format(path=shown_path(str(place)))
        asked = [Question(("place",), text)] if taken else []
        self.if_agreed(asked, lambda: self._work(place, taken, chosen, then))

    def _work(
        self, place: Path, replaces: bool, chosen: Choice, then: Callable[[Path, Choice], object]
    ) -> None:
        session, hamster = self.session, self.page.hamster

        def ended(made: Path | Failed | None) -> None:
            """Say what became of it."""
            if isinstance(made, Failed):
                self.write(chosen, then, str(place), sentence(str(made)))
            elif made is None:
                self.tell(t("Stopped; nothing was written."))
            else:
                self._remember(made, chosen)
                self.tell(t("Written: {path}. l looks at it.").format(path=shown_path(str(made))))
                then(made, chosen)

        dialog = ProgressDialog[Path](
            t("Writing {path}").format(path=shown_path(place.name)),
            lambda step, stopped: report_beside.write_beside(
                session, hamster, chosen.options, chosen.target, place, replaces, step, stopped
            ),
        )
        self.screen.app.push_screen(dialog, ended)

    def _remember(self, place: Path, chosen: Choice) -> None:
        try:
            remember_folder(self.session, place.parent)
            remember(self.session, self.page.hamster, chosen)
        except DiaryTrouble:
            return  # the file is written; only the next time begins elsewhere

    def look_at(self, place: Path) -> None:
        """Show a file in the system's own viewer; nobody waits for it."""
        self.tell(t("Opening {path} …").format(path=shown_path(place.name)))
        self.screen.run_worker(lambda: self._looked(place), thread=True)

    def _looked(self, place: Path) -> None:
        trouble = report_beside.look_at(place)
        if trouble is not None:
            self.screen.app.call_from_thread(self.complain, trouble)
