"""What a form tells whoever owns it."""

from typing import TYPE_CHECKING

from textual.message import Message

from hamdiary.domain.measures import Value

if TYPE_CHECKING:
    from hamdiary.tui.widgets.form_face import FormFace


class Answered(Message, namespace="form"):
    """A line was answered: by a value, or by words that are still to be read."""

    def __init__(
        self, form: "FormFace", field: str, value: Value | None, typed: str | None
    ) -> None:
        super().__init__()
        self.form = form
        """The form it was answered in."""
        self.field = field
        """The journal field."""
        self.value = value
        """The value, None to clear, unless something was typed."""
        self.typed = typed
        """The words that were typed, if the answer was typed."""
        self.is_taken = False
        """Whether it has been taken already, ahead of its turn."""


class Opened(Message, namespace="form"):
    """A line wants a place of its own: a checklist, or a note."""

    def __init__(self, form: "FormFace", field: str) -> None:
        super().__init__()
        self.form = form
        """The form it stands in."""
        self.field = field
        """The measure to open."""


class Typing(Message, namespace="form"):
    """Words are being typed that are not an answer yet."""

    def __init__(self, form: "FormFace", field: str, text: str | None) -> None:
        super().__init__()
        self.form = form
        """The form in which they are typed."""
        self.field = field
        """The journal field they are meant for."""
        self.text = text
        """The words so far; None if they were given up."""
