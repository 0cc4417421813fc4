"""What all deeds have in common: asking first, saying why something cannot be done."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from hamdiary.domain.questions import Question
from hamdiary.domain.things import NoSuchThing
from hamdiary.domain.values import BadValue
from hamdiary.services.pages import NightPage
from hamdiary.services.session import Session
from hamdiary.services.timing import AlreadyRunning, EndNotKnown, NotRunning
from hamdiary.storage.errors import DiaryTrouble
from hamdiary.tui.answering import Values
from hamdiary.tui.dialogs.thing import Sheet
from hamdiary.tui.diary_actions import DiaryActions
from hamdiary.tui.messages import Recorded

CANNOT = (DiaryTrouble, BadValue, NoSuchThing, AlreadyRunning, NotRunning, EndNotKnown)
"""Why a deed is not done; each has one line for the owner."""


class Deeds:
    """What a screen does when it is asked to.

    Apart from the screen itself, so that its start loads none of what they need.
    """

    def __init__(self, screen: DiaryActions) -> None:
        self.screen = screen
        """The screen that they are done for."""

    @property
    def session(self) -> Session:
        """The open diary."""
        return self.screen.session

    @property
    def page(self) -> NightPage:
        """The night that is shown."""
        return self.screen.page

    def tell(self, words: str) -> None:
        """Say something in the corner."""
        self.screen.notify(words, markup=False)

    def complain(self, trouble: str) -> None:
        """Say why something cannot be done."""
        self.screen.notify(sentence(trouble), severity="error", timeout=12, markup=False)

    def done(self, deed: Callable[[], object], words: str = "") -> bool:
        """Do it, show it, and say it in `words`; False if it could not be done."""
        try:
            deed()
        except CANNOT as trouble:
            self.complain(str(trouble))
            return False
        self.screen.post_message(Recorded())
        if words:
            self.tell(words)
        return True

    def if_agreed(self, questions: Sequence[Question], then: Callable[[], object]) -> None:
        """Go on at once, or once the owner has agreed to every question."""
        from hamdiary.tui.dialogs.ask import AskDialog, Reply

        if not questions:
            then()
            return

        def settle(reply: Reply | None) -> None:
            """On to the next question; any other answer lets the deed be."""
            if reply is Reply.KEEP:
                self.if_agreed(questions[1:], then)

        self.screen.app.push_screen(AskDialog(questions[0]), settle)

    def ask_fields(
        self,
        title: str,
        declaring: type,
        names: Sequence[str],
        then: Callable[[Values], object],
        *,
        values: Values | None = None,
        evening: date | None = None,
        done: str = "",
        needs: Mapping[str, str] | None = None,
        trouble: tuple[str, str] | None = None,
    ) -> None:
        """Ask for some fields of a thing, and go on with their values once all `needs` are met.

        `trouble` is the field for which these values could not be used before, and why.
        """
        from hamdiary.tui.dialogs.fields import FieldsDialog

        dialog = FieldsDialog(
            title, declaring, names, values or {}, today=self.session.today,
            clock=self.session.wall_clock(evening or self.page.evening), done=done, needs=needs,
            trouble=trouble,
        )  # fmt: skip

        def go_on(given: Values | None) -> None:
            """With what was asked for, unless it was left."""
            if given is not None:
                then(given)

        self.screen.app.push_screen(dialog, go_on)

    def open_sheet(self, sheet: Sheet) -> None:
        """A thing's form; when it is left and something of it was kept, all is shown anew."""
        from hamdiary.tui.dialogs.thing import ThingDialog

        def left(thing: object) -> None:
            """Show all anew, unless the thing is as it was."""
            # Nobody is told that it is saved where nothing was written.
            if thing != sheet.thing:
                self.screen.post_message(Recorded())

        self.screen.app.push_screen(ThingDialog(self.session, sheet), left)


def sentence(trouble: str) -> str:
    """A trouble as a sentence of its own."""
    return f"{trouble[:1].upper()}{trouble[1:].rstrip('.')}."
