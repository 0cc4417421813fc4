"""Clips and questions for the vet from the screens."""

from datetime import date

from hamdiary.domain.clip_paths import shown_name
from hamdiary.domain.clips import FILM_SHORT, Clip
from hamdiary.domain.language import t
from hamdiary.domain.measures import Value
from hamdiary.domain.vet_questions import VetQuestion
from hamdiary.services import clips
from hamdiary.services import vet_questions as questions
from hamdiary.tui.answering import Values
from hamdiary.tui.deeds.deeds import Deeds
from hamdiary.tui.dialogs.clips import ClipsDialog, ClipWish
from hamdiary.tui.dialogs.thing import Sheet


class ClipDeeds(Deeds):
    """Clips are listed, watched and forgotten; questions are noted and answered."""

    def open(self, evening: date) -> None:
        """The clips of a night."""
        self.screen.view.settle()
        known = clips.clips_of(self.session, self.page.hamster, evening)
        dialog = ClipsDialog(evening, known, clips.presences(known))
        self.screen.app.push_screen(dialog, lambda wish: self._take(wish, evening))

    def _take(self, wish: ClipWish | None, evening: date) -> None:
        if wish is None:
            return
        if wish.clip is None:
            self.new_clip(evening)
        elif wish.verb == "edit":
            self.open_clip(wish.clip)
        elif wish.verb == "watch":
            self.watch(wish.clip)
        else:
            self.forget(wish.clip)

    def new_clip(self, evening: date | None = None) -> None:
        """List a photo or video, of the night that is shown unless another one is named."""
        night = evening or self.page.evening
        self.open_clip(clips.new_clip(self.page.hamster, night), t("A photo or video"))

    def open_clip(self, clip: Clip, title: str = "") -> None:
        """A clip's facts, each to be changed."""
        self.open_sheet(
            Sheet(
                "clip",
                title or (shown_name(clip.path) if clip.path else t("A clip")),
                (("path",), ("evening", "side", "at", "remark")),
                clip,
                lambda known, values: clips.questions_about_clip(
                    self.session, self.page.hamster, known, values
                ),
                self._keep,
                advice=t(FILM_SHORT),
                read=_read,
            )
        )

    def _keep(self, known: Clip, values: Values) -> Clip:
        # The night of a new clip is shown before anything of it is recorded.
        return clips.record_clip(self.session, known, {"evening": known.evening, **values})

    def watch(self, clip: Clip) -> None:
        """Show a clip in the system's own viewer; nobody waits for it."""
        name = shown_name(clip.path) if clip.path else t("the clip")
        self.tell(t("Opening {name} …").format(name=name))
        self.screen.run_worker(lambda: self._opened(clip), thread=True)

    def _opened(self, clip: Clip) -> None:
        trouble = clips.open_clip(clip)
        if trouble is not None:
            self.screen.app.call_from_thread(self.complain, trouble)

    def forget(self, clip: Clip) -> None:
        """Take a clip off the list; its file is left alone."""
        words = t("It is forgotten; its file is left alone. Ctrl+Z brings it back.")
        self.done(lambda: clips.delete_clip(self.session, clip), words)

    # Questions for the vet

    def new_question(self) -> None:
        """Note something to ask the vet."""
        self.open_question(questions.new_vet_question(self.page.hamster), t("What to ask the vet"))

    def open_question(self, question: VetQuestion, title: str = "") -> None:
        """A question and its answer, each to be changed."""
        self.open_sheet(
            Sheet(
                "question", title,
                (("question", "answer"), ("asked_on", "answered_on")), question,
                lambda known, values: questions.questions_about_vet_question(
                    self.session, known, values
                ),
                lambda known, values: questions.record_vet_question(self.session, known, values),
            )
        )  # fmt: skip

    def delete_question(self, question: VetQuestion) -> None:
        """Take a question away."""
        words = t("The question is removed. Ctrl+Z brings it back.")
        self.done(lambda: questions.delete_vet_question(self.session, question), words)


def _read(field: str, value: Value, typed: str) -> Values:
    """A path is kept as it was typed or dropped: every blank of it may matter."""
    return {field: clips.path_typed(typed) if field == "path" else value}
