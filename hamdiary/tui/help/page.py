"""What is to be known about one screen: what it is for, its keys, what its marks mean."""

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import shows


@shows("words")
@dataclass(frozen=True)
class HelpKey:
    """A key and what it does."""

    key: str
    """As it is written in the last row."""
    words: str
    """What it does."""


@shows("words")
@dataclass(frozen=True)
class Mark:
    """A sign on the screen and what it means."""

    sign: str
    """As it stands there."""
    words: str
    """What it means."""
    ink: str = "mark"
    """The role in which it is drawn there."""


@shows("title", "about")
@dataclass(frozen=True)
class HelpPage:
    """The help of one screen."""

    title: str
    """What the screen is called."""
    about: str
    """What it is for, in a few sentences."""
    keys: tuple[HelpKey, ...]
    """Each key with what it does, most used first."""
    marks: tuple[Mark, ...] = ()
    """The signs that stand there."""
    more: tuple[str, ...] = ()
    """What else is good to know, a paragraph each; `t` shows them."""
    is_view: bool = True
    """Whether the keys that hold on every view hold here too."""


EVERYWHERE = (
    HelpKey("^p", "commands: everything that can be done, by name"),
    HelpKey("?", "this help; on Tonight the focused line's wording too"),
    HelpKey("o", "the clock of the time out of the cage"),
    HelpKey("m", "what became of a dose"),
    HelpKey("p", "the photos and videos of the night that is shown"),
    HelpKey("f", "what was given besides the usual food"),
    HelpKey("n", "a note for the night that is shown"),
    HelpKey("h", "when to ring the vet, and why"),
    HelpKey("z", "what is still to do: go to it, or put it off"),
    HelpKey("a  s", "about the hamster and its vet; another hamster"),
    HelpKey("^z  ^y", "undo, redo: everything, also after a restart"),
    HelpKey("^q", "ends it; there is nothing to save"),
)
"""Keys that hold on every view, unless a view says otherwise."""
