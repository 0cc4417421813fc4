"""Notifications of terminals that are known to have them, by escape sequences (traps §5)."""

from collections.abc import Callable, Mapping
from typing import Literal

from hamdiary.delivery.message import Message, Outcome
from hamdiary.domain.language import t
from hamdiary.domain.text import clean_line

CHANNEL = "terminal"

BELL = "\a"
"""Rings or flashes in every terminal that has not switched it off."""

LONGEST = 250
"""Letters that are sent at most; a notification has room for about two lines."""

ESC = "\x1b"
END = f"{ESC}\\"

Dialect = Literal["9", "777", "99"]

BY_PROGRAM: Mapping[str, Dialect] = {"iTerm.app": "9", "WezTerm": "9", "ghostty": "777"}
"""By TERM_PROGRAM."""

BY_TERM: Mapping[str, Dialect] = {
    "xterm-kitty": "99",
    "xterm-ghostty": "777",
    "wezterm": "9",
    "foot": "777",
    "foot-extra": "777",
    "foot-direct": "777",
    "rxvt-unicode": "777",
    "rxvt-unicode-256color": "777",
}
"""By TERM, which also a connection to another computer keeps."""


def notification(message: Message, environment: Mapping[str, str]) -> str | None:
    """What to write to the terminal to have it notify; None if it is not known to be able to."""
    dialect = _dialect(environment)
    if dialect is None:
        return None
    title, text = _safe(message.title), _safe(message.on_one_line)
    if dialect == "9":
        return f"{ESC}]9;{title}: {text}{END}"
    if dialect == "777":
        return f"{ESC}]777;notify;{title};{text}{END}"
    return f"{ESC}]99;i=hamdiary:d=0;{title}{END}{ESC}]99;i=hamdiary:p=body;{text}{END}"


def written(text: str, words: str, write: Callable[[str], object]) -> Outcome:
    """Write a notification, a bell or both to the terminal; `words` say what that is."""
    try:
        write(text)
    except (OSError, ValueError) as error:
        return Outcome(CHANNEL, False, t("it could not be written to: {error}").format(error=error))
    return Outcome(CHANNEL, True, words)


def _dialect(environment: Mapping[str, str]) -> Dialect | None:
    term = environment.get("TERM", "")
    # A multiplexer keeps the variables of whatever terminal it was started in, and hands such
    # sequences on only if somebody has allowed it to: nothing is known to work there.
    inside = any(environment.get(each) for each in ("TMUX", "STY", "ZELLIJ"))
    if inside or term.startswith(("tmux", "screen")) or term in ("", "dumb"):
        return None
    program = environment.get("TERM_PROGRAM", "")
    if program:
        return BY_PROGRAM.get(program) or BY_TERM.get(term)
    if environment.get("KITTY_WINDOW_ID"):
        return "99"
    return "9" if environment.get("LC_TERMINAL") == "iTerm2" else BY_TERM.get(term)


def _safe(text: str) -> str:
    # A semicolon parts the fields of such a sequence.
    return clean_line(text).replace(";", ",")[:LONGEST]
