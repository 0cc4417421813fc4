"""What was being asked about when a window ended is asked again when the next one opens."""

from textual.screen import Screen

from hamdiary.domain.language import t
from hamdiary.domain.questions import Question
from hamdiary.domain.typed_dates import short_day
from hamdiary.domain.values import BadValue
from hamdiary.render.changes import label_of
from hamdiary.services.session import Session
from hamdiary.services.unanswered import Unanswered, forget, keep, unanswered
from hamdiary.storage.errors import DiaryTrouble
from hamdiary.tui.dialogs.ask import AskDialog, Reply
from hamdiary.tui.messages import NotSaved, Recorded


def ask_again(screen: Screen[None], session: Session, hamster: str) -> None:
    """Ask about each value in turn."""
    if session.diary.read_only:
        return
    waiting = unanswered(session, hamster)
    if not waiting:
        return
    first = waiting[0]

    def settle(reply: Reply | None) -> None:
        """Do as was answered, and go on to the next question."""
        try:
            _take(session, first, reply)
        except (DiaryTrouble, BadValue) as trouble:
            words = t("Not saved: {trouble}.").format(trouble=trouble)
            screen.notify(words, severity="error", timeout=20, markup=False)
            screen.post_message(NotSaved())
            return
        if reply is not Reply.CHANGE:
            screen.post_message(Recorded())
        ask_again(screen, session, hamster)

    screen.app.push_screen(AskDialog(_asked(first)), settle)


def _take(session: Session, asked: Unanswered, reply: Reply | None) -> None:
    if reply is Reply.KEEP:
        keep(session, asked, asked.values)
    elif reply is Reply.INSTEAD:
        keep(session, asked, {**asked.values, asked.question.fields[0]: asked.question.instead})
    else:
        forget(session, asked.draft)


def _asked(asked: Unanswered) -> Question:
    """The question, and what it was about: the window has been closed since."""
    label = label_of(asked.draft.kind, asked.draft.field)
    evening = asked.evening
    if evening is None:
        before = t("The window closed before you answered: {label}.").format(label=label)
    else:
        before = t("The window closed before you answered: {label} of {day}.").format(
            label=label, day=short_day(evening)
        )
    question = asked.question
    return Question(question.fields, f"{before} {question.text}", question.instead)
