"""Styles are told in fewer bytes, and look just the same."""

import re

from hypothesis import given
from hypothesis import strategies as st
from looks import looked

from hamdiary.tui.brief_styles import brief

RESET = "\x1b[0m"
STYLES = (
    "", "38;2;1;2;3;48;2;9;9;9", "1;38;2;1;2;3;48;2;9;9;9", "38;2;7;8;9;48;2;9;9;9",
    "38;2;7;8;9", "7", "31;42", "38;5;7", "2;91", "4;48;5;3", "39;49",
)  # fmt: skip


def shown(signs):
    """Every letter and move with the style in which a terminal shows it."""
    look, seen = (), []
    for codes, other in re.findall(r"\x1b\[([0-9;]*)m|(\x1b\[[0-9;]*H|[^\x1b])", signs):
        if other:
            seen.append((other, () if other.startswith("\x1b") else look))
        else:
            look = looked(look, codes)
    return seen, look


def styled(style, letters):
    return f"\x1b[{style}m{letters}{RESET}" if style else letters


PIECES = st.builds(styled, st.sampled_from(STYLES), st.text("ab ●─é日", max_size=4))
MOVES = st.builds("\x1b[{};{}H".format, st.integers(1, 9), st.integers(1, 9))


@given(st.lists(PIECES | MOVES, max_size=12).map("".join))
def test_every_letter_looks_as_it_would_have(signs):
    told = brief(signs)
    assert shown(told) == shown(signs)
    assert len(told) <= len(signs)


def test_of_a_style_only_the_ink_that_changes_is_named():
    told = brief(styled("38;2;1;2;3;48;2;9;9;9", "a") + styled("38;2;7;8;9;48;2;9;9;9", "b"))
    assert told == f"\x1b[38;2;1;2;3;48;2;9;9;9ma\x1b[38;2;7;8;9mb{RESET}"


def test_a_style_that_goes_on_is_named_once():
    assert brief(styled("7", "a") + styled("7", "b")) == f"\x1b[7mab{RESET}"


def test_what_it_does_not_know_it_leaves_alone():
    signs = "\x1b[31ma\x1b[1mb\x1b[0m"
    assert brief(signs) == signs
