"""What is to be known about one screen: what it is for, its keys, what its marks mean."""

from hamdiary.domain.frozen import dataclass


@dataclass(frozen=True)
class Mark:
    """A sign on the screen and what it means."""

    sign: str
    """As it stands there."""
    words: str
    """What it means."""
    ink: str = "mark"
    """The role in which it is drawn there."""


@dataclass(frozen=True)
class HelpPage:
    """The help of one screen."""

    title: str
    """What the screen is called."""
    about: str
    """What it is for, in a few sentences."""
    keys: tuple[tuple[str, str], ...]
    """Each key as it is written in the last row, and what it does, most used first."""
    marks: tuple[Mark, ...] = ()
    """The signs that stand there."""
    more: tuple[str, ...] = ()
    """What else is good to know, a paragraph each."""


EVERYWHERE = (
    ("^p", "commands: everything that can be done, by name"),
    ("?", "this help; on Tonight the focused line's wording too"),
    ("o", "the clock of the time out of the cage"),
    ("m", "what became of a dose"),
    ("p", "the photos and videos of the night that is shown"),
    ("f", "what was given besides the usual food"),
    ("n", "a note for the night that is shown"),
    ("h", "when to ring the vet, and why"),
    ("z", "what is still to do: go to it, or put it off"),
    ("a  s", "about the hamster and its vet; another hamster"),
    ("^z  ^y", "undo, redo: everything, also after a restart"),
    ("^q", "ends it; there is nothing to save"),
)
"""Keys that hold on every view, unless a view says otherwise."""
