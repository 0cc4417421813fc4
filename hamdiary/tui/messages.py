"""What the parts of the screen tell the app."""

from datetime import date

from textual.message import Message


class Recorded(Message):
    """Something was saved: everything shown is to be read anew."""


class ShowNight(Message):
    """An owner wants to see or correct a night."""

    def __init__(self, evening: date) -> None:
        super().__init__()
        self.evening = evening
        """Which night."""
