"""What the parts of the screen tell the app."""

from datetime import date

from textual.message import Message


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
        """open-medicine, new-happening and so on; "keys" if only the keys have changed."""
        self.chosen = chosen
        """The course, happening, evening or reminder it is about, if there is one."""
