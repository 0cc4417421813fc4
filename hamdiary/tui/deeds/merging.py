"""Carers on the screens: merging, sending, choosing between two values, and who writes."""

from collections.abc import Callable, Sequence
from pathlib import Path

from hamdiary.domain.conflicts import Conflict
from hamdiary.domain.language import t, tc, tn
from hamdiary.domain.questions import Question
from hamdiary.domain.text import slug
from hamdiary.render.merging import left_out, value_words, what_came
from hamdiary.render.places import said_place
from hamdiary.services.carers import initials, is_to_be_asked, remember_carer
from hamdiary.services.merging.asked import CarerAsked, MergeAsked, SendAsked
from hamdiary.services.merging.bundle_file import ENDING
from hamdiary.services.merging.folder import Exchanged, folder_of, take_from
from hamdiary.services.merging.merging import Ready, explained, look_at, merge
from hamdiary.services.merging.questions import choose, open_questions
from hamdiary.services.merging.sending import send
from hamdiary.services.merging.urgency import more_urgent
from hamdiary.services.settings import settings_or_defaults
from hamdiary.storage.errors import DiaryTrouble
from hamdiary.tui.answering import Values
from hamdiary.tui.deeds.deeds import Deeds, sentence
from hamdiary.tui.deeds.transfer import typed_place
from hamdiary.tui.dialogs.conflicts import Choice, ConflictsDialog
from hamdiary.tui.dialogs.fields import FieldsDialog
from hamdiary.tui.messages import Recorded


class MergeDeeds(Deeds):
    """What several carers do, done for a screen."""

    # Choosing

    def open(self, cursor: int = 0) -> None:
        """Every open question with its values."""
        self.screen.view.settle()
        found = open_questions(self.session)
        if not found:
            self.tell(
                t("No field has two values. Where carers wrote apart, both would stand here.")
            )
            return
        names = {each.id: each.called for each in self.session.diary.hamsters()}
        warnings = [more_urgent(self.session, each) for each in found]
        dialog = ConflictsDialog(found, names, warnings, min(cursor, len(found) - 1))
        self.screen.app.push_screen(dialog, self._take)

    def _take(self, chosen: Choice | None) -> None:
        if chosen is None:
            return
        question = chosen.question
        words = t("Chosen: {value}. ^z asks again.").format(
            value=value_words(question, question.sides[chosen.side])
        )
        if self.done(lambda: choose(self.session, question, chosen.side), words) and (
            open_questions(self.session)
        ):
            self.open(chosen.cursor)

    # Merging

    def merge(self, values: Values | None = None, trouble: str = "") -> None:
        """Ask for the file or folder; a folder that the settings name stands there already.

        `trouble` is why what was asked for before could not be taken.
        """
        self.screen.view.settle()
        folder = folder_of(settings_or_defaults(self.session.home)[0])
        usual = {"path": str(folder)} if folder is not None else {}
        self._ask_for_a_file(
            t("Merge another carer's diary"),
            MergeAsked,
            values or usual,
            tc("key", "merge"),
            self._read,
            trouble,
        )

    def _ask_for_a_file(
        self,
        title: str,
        declaring: type,
        values: Values | None,
        done: str,
        then: Callable[[Values | None], None],
        trouble: str,
    ) -> None:
        dialog = FieldsDialog(
            title,
            declaring,
            ("path",),
            values or {},
            today=self.session.today,
            done=done,
            needs={"path": t("Say which file or folder.")},
            trouble=("path", trouble) if trouble else None,
        )
        self.screen.app.push_screen(dialog, then)

    def _read(self, values: Values | None) -> None:
        if values is None:
            return
        place = typed_place(str(values["path"]))
        try:
            if place.is_dir():
                self.told(take_from(self.session, place))
                return
            ready = look_at(self.session, place)
        except (DiaryTrouble, OSError) as trouble:
            self.merge(values, str(trouble))
            return
        asked = ready.is_another and ready.taken.entries
        questions = [Question(("path",), explained(self.session, ready))] if asked else []
        self.if_agreed(questions, lambda: self._merge(ready))

    def _merge(self, ready: Ready) -> None:
        try:
            self.told(Exchanged([merge(self.session, ready)]))
        except DiaryTrouble as trouble:
            self.complain(t("nothing was merged: {trouble}").format(trouble=trouble))

    def told(self, done: Exchanged, quietly: bool = False) -> None:
        """Say what has come; `quietly` only if something has, or could not."""
        for trouble in done.troubles:
            self._complain_of_a_file(trouble)
        for each in done.merged:
            if each.new or not quietly:
                came = what_came(each.source, each.new, each.carers, each.nights, each.hamsters)
                self.tell("; ".join(filter(None, (came, left_out(each.erased)))))
        if not done.merged and not done.troubles and not quietly:
            self.tell(t("No other carer's bundle is there yet."))
        if done.new:
            self.screen.post_message(Recorded())
        self._tell_of_two_values([question for each in done.merged for question in each.conflicts])

    def _tell_of_two_values(self, questions: Sequence[Conflict]) -> None:
        """Say which fields two carers wrote apart; first where the other value is more urgent."""
        for question in questions:
            for side, urgent in more_urgent(self.session, question).items():
                value = value_words(question, question.sides[side])
                words = t("{value}, which is not shown, would mean {urgent}. b shows both.").format(
                    value=value, urgent=urgent
                )
                self.screen.notify(words, severity="error", timeout=30, markup=False)
        if questions:
            count = len(open_questions(self.session))
            has = tn(
                "{count} field has two values now. b shows both.",
                "{count} fields have two values now. b shows both.",
                count,
            )
            self.screen.notify(
                has.format(count=count),
                severity="warning",
                timeout=15,
                markup=False,
            )

    def _complain_of_a_file(self, trouble: str) -> None:
        """As it is: it begins with the file's name."""
        self.screen.notify(trouble, severity="error", timeout=15, markup=False)

    # Sending

    def send(self, values: Values | None = None, trouble: str = "") -> None:
        """Ask where to; `trouble` is why it could not be written where it was asked for before."""
        self.screen.view.settle()
        usual = Path.home() / f"{slug(self.page.hamster.called)}{ENDING}"
        self._ask_for_a_file(
            t("Send my changes"),
            SendAsked,
            values or {"path": said_place(usual)},
            tc("key", "write it"),
            self._send,
            trouble,
        )

    def _send(self, values: Values | None) -> None:
        if values is None:
            return
        place = typed_place(str(values["path"]))
        try:
            sent = send(self.session, place)
        except DiaryTrouble as trouble:
            self.send(values, sentence(str(trouble)))
            return
        self.tell(
            tn(
                "{path}: {count} change. Whoever has a diary merges it; whoever has none begins "
                "with it: hamdiary join, or F3 on the first screen.",
                "{path}: {count} changes. Whoever has a diary merges it; whoever has none begins "
                "with it: hamdiary join, or F3 on the first screen.",
                sent.total,
            ).format(path=sent.path, count=sent.total)
        )
        if is_to_be_asked(self.session.diary, self.session.device):
            self.ask_who()

    # Who writes

    def ask_who(self) -> None:
        """Ask for the initials; none is an answer too."""
        self.screen.view.settle()
        dialog = FieldsDialog(
            t("Who writes on this computer?"),
            CarerAsked,
            ("initials",),
            {"initials": self.session.diary.setting(self.session.device, "carer")},
            today=self.session.today,
            done=tc("key", "keep it"),
        )
        self.screen.app.push_screen(dialog, self._take_who)

    def _take_who(self, values: Values | None) -> None:
        carer = initials(str(values["initials"] or "")) if values is not None else None
        if values is None and self.session.carer is not None:
            return
        remember_carer(self.session.diary, self.session.device, carer)
        if carer is not None:
            self.tell(t("{carer} stands with each change from now on.").format(carer=carer))
        elif values is not None:
            self.tell(t("Nobody's initials stand with changes."))
