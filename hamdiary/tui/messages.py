"""What the parts of the screen tell the app."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from hamdiary.services.restoring import Plan, Shelf
    from hamdiary.storage.errors import DamagedDiary


class Recorded(Message):
    """Something was saved: everything shown is to be read anew."""


class NotSaved(Message):
    """Something could not be saved; nothing may say that it was."""


class ShowNight(Message):
    """An owner wants to see or correct a night."""

    def __init__(self, evening: date) -> None:
        super().__init__()
        self.evening = evening
        """Which night."""


class ShowView(Message):
    """Another view is wanted."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        """Which one."""


class KeysChanged(Message):
    """Other keys matter now."""


class Typed(Message):
    """A text is being typed that is no answer yet; or, without text, it has been settled."""

    def __init__(self, kind: str, id: str, field: str, text: str | None, base: str | None) -> None:
        super().__init__()
        self.key = (kind, id, field)
        """The kind of thing, which one, and the journal field."""
        self.text = text or ""
        """What stands there now."""
        self.base = base
        """What the diary held when typing began."""
        self.settled = text is None
        """Whether it has become a change or was given up."""


class CareAsked(Message):
    """Something is to be done with what is chosen in the Care view."""

    def __init__(self, what: str, chosen: object) -> None:
        super().__init__()
        self.what = what
        """A verb and a thing, or one word: "new-happening"; "keys" if only they have changed."""
        self.chosen = chosen
        """The course, happening, evening or reminder it is about, if there is one."""


class DiaryReplaced(Message):
    """The diary was restored or something of it erased: all of it is to be read anew."""

    def __init__(self, words: str = "") -> None:
        super().__init__()
        self.words = words
        """What is said once it is shown again."""


class DiaryDamaged(Message):
    """The open diary's file was found to be damaged."""

    def __init__(self, trouble: "DamagedDiary") -> None:
        super().__init__()
        self.trouble = trouble
        """What is wrong, and where the file lies."""


class RestoreAgreed(Message):
    """A backup is to take the place of a diary that is damaged or gone."""

    def __init__(
        self, shelf: "Shelf", plan: "Plan", then: Callable[[], None] = lambda: None
    ) -> None:
        super().__init__()
        self.then = then
        """What is to be done when it is over, whatever came of it."""
        self.shelf = shelf
        """The backups of that diary."""
        self.plan = plan
        """What was agreed to."""
