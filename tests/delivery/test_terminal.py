"""Terminals that can notify, told from their environment."""

import pytest

from hamdiary.delivery.message import Message
from hamdiary.delivery.terminal import notification

MESSAGE = Message("Time for Biscuit", "Outing, 18 of 30 min\nLog, by 22:30")
NINE = "\x1b]9;Time for Biscuit: Outing, 18 of 30 min · Log, by 22:30\x1b\\"
SEVEN = "\x1b]777;notify;Time for Biscuit;Outing, 18 of 30 min · Log, by 22:30\x1b\\"
KITTY = (
    "\x1b]99;i=hamdiary:d=0;Time for Biscuit\x1b\\"
    "\x1b]99;i=hamdiary:p=body;Outing, 18 of 30 min · Log, by 22:30\x1b\\"
)
USUAL = "xterm-256color"


@pytest.mark.parametrize(
    "environment, expected",
    [
        ({"TERM": USUAL, "TERM_PROGRAM": "iTerm.app"}, NINE),
        ({"TERM": USUAL, "LC_TERMINAL": "iTerm2"}, NINE),
        ({"TERM": USUAL, "TERM_PROGRAM": "WezTerm"}, NINE),
        ({"TERM": "xterm-ghostty", "TERM_PROGRAM": "ghostty"}, SEVEN),
        ({"TERM": "foot"}, SEVEN),
        ({"TERM": "rxvt-unicode-256color"}, SEVEN),
        ({"TERM": "xterm-kitty"}, KITTY),
        ({"TERM": USUAL, "KITTY_WINDOW_ID": "1"}, KITTY),
    ],
)
def test_a_known_terminal_is_written_to_in_its_own_way(environment, expected):
    assert notification(MESSAGE, environment) == expected


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"TERM": "dumb", "KITTY_WINDOW_ID": "1"},
        {"TERM": USUAL},
        {"TERM": USUAL, "TERM_PROGRAM": "Apple_Terminal"},
        {"TERM": USUAL, "TERM_PROGRAM": "vscode", "KITTY_WINDOW_ID": "1"},
        {"TERM": "tmux-256color", "TERM_PROGRAM": "iTerm.app"},
        {"TERM": USUAL, "TERM_PROGRAM": "iTerm.app", "TMUX": "/tmp/tmux-0/default,1,0"},
        {"TERM": "screen", "KITTY_WINDOW_ID": "1"},
    ],
)
def test_a_terminal_that_is_not_known_is_not_written_to(environment):
    assert notification(MESSAGE, environment) is None


@pytest.mark.parametrize(
    "environment", [{"TERM": "foot"}, {"TERM": "xterm-kitty"}, {"TERM": "wezterm"}]
)
def test_nothing_in_a_text_ends_or_parts_the_sequence(environment):
    odd = Message("a;b\x1b\\\x07\x9c", "c\x1b]52;c;eA==\x07;d\n\x9d")
    written = notification(odd, environment)
    bodies = [part.partition(";")[2] for part in written.split("\x1b")[1::2]]
    assert "\x07" not in written and "\x9c" not in written and "\x9d" not in written
    assert "a,b" in written and "52" not in "".join(bodies)


def test_a_long_text_is_cut():
    assert len(notification(Message("x" * 5000, "y" * 5000), {"TERM": "foot"})) < 600
