"""The cards of the Care view for what is shown and asked at the vet's: clips and questions."""

from collections.abc import Mapping, Sequence

from hamdiary.domain.clips import FILM_ADVICE, Clip, Presence
from hamdiary.domain.language import marked, t, tc
from hamdiary.domain.vet_questions import VetQuestion
from hamdiary.services.pages import NightPage
from hamdiary.services.session import Session
from hamdiary.tui.widgets.care_card import CareCard, Keys
from hamdiary.tui.widgets.clip_rows import clip_row, question_rows
from hamdiary.tui.widgets.lines import BLANK, Line, Span, line, wrapped

ASKED_AT = marked("What is noted here stands in the vet report until it is answered.")
"""What questions are for."""


class ClipsCard(CareCard):
    """Photos and videos, the newest first."""

    def _keys(self) -> Keys:
        return (
            ("Enter", tc("key", "open")),
            ("n", tc("key", "new")),
            ("w", tc("key", "watch")),
            ("Del", tc("key", "forget")),
        )

    def __init__(self) -> None:
        super().__init__(t("Clips"), id="care-clips")
        self.clips: Sequence[Clip] = ()
        """The clips that are listed."""
        self._found: Mapping[str, Presence] = {}

    def read(self, session: Session, page: NightPage) -> None:
        """Read all of them, and look whether their files are there."""
        from hamdiary.services.clips import clips, presences

        self.clips = list(reversed(clips(session, page.hamster)))
        self._found = presences(self.clips)
        missing = sum(each is not Presence.THERE for each in self._found.values())
        words = (
            t("{missing} not there").format(missing=missing)
            if missing
            else t("newest first")
            if self.clips
            else ""
        )
        self.fact = line(Span(words, "muted"))
        self.show_rows([[BLANK]] * len(self.clips))

    @property
    def count_words(self) -> str:
        """How many there are, for a heading."""
        return f" {len(self.clips)}" if self.clips else ""

    def rows(self, width: int) -> Sequence[Sequence[Line]]:
        """A line each."""
        return [[clip_row(each, self._found[each.id], width)] for each in self.clips]

    def body(self, width: int, height: int) -> list[Line]:
        """The clips, and how they become worth comparing."""
        advice = [line(Span(each, "muted")) for each in wrapped(t(FILM_ADVICE), width)]
        room = len(self.clips) + len(advice) + 1 <= height
        self._below = advice if self.clips and room else ()
        key = line(
            Span("n", "key"),
            Span(" " + tc("key", "list a photo or video by the path of its file"), "muted"),
        )
        self._empty = [line(t("No clip is listed.")), *advice, BLANK, key]
        if len(self._empty) > height:
            self._empty = [line(t("No clip is listed.")), key, BLANK, *advice]
        return super().body(width, height)


class QuestionsCard(CareCard):
    """The owner's questions for the vet, open ones first."""

    def _keys(self) -> Keys:
        return (
            ("Enter", tc("key", "open")),
            ("n", tc("key", "new")),
            ("Del", tc("key", "remove")),
        )

    def __init__(self, id: str = "care-questions") -> None:
        super().__init__(t("Questions"), id=id)
        self.questions: Sequence[VetQuestion] = ()
        """The questions that are listed."""

    def read(self, session: Session, page: NightPage) -> None:
        """Read all of them."""
        from hamdiary.services.vet_questions import open_first, vet_questions

        self.questions = open_first(vet_questions(session, page.hamster))
        asking = sum(each.is_open for each in self.questions)
        self.fact = line(
            Span(
                t("{asking} to ask the vet").format(asking=asking) if self.questions else "",
                "muted",
            )
        )
        self.show_rows([[BLANK]] * len(self.questions))

    @property
    def count_words(self) -> str:
        """How many are still to be asked, for a heading."""
        asking = sum(each.is_open for each in self.questions)
        return f" {asking}" if asking else ""

    def rows(self, width: int) -> Sequence[Sequence[Line]]:
        """As many lines each as it takes."""
        return [question_rows(each, width) for each in self.questions]

    def body(self, width: int, height: int) -> list[Line]:
        """The questions, or what they are for."""
        told = [line(Span(each, "muted")) for each in wrapped(t(ASKED_AT), width)]
        key = line(Span("n", "key"), Span(" " + tc("key", "note a question for the vet"), "muted"))
        self._empty = [line(t("No question is noted.")), *told, BLANK, key]
        return super().body(width, height)
