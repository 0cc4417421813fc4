"""A night read out beside the plots: its note ends at a whole word where its room ends."""

from datetime import date

import pytest

from hamdiary.domain.trends.course import Course
from hamdiary.domain.trends.series import nights_up_to
from hamdiary.services.night_beside import NightBeside
from hamdiary.tui.widgets.read_out import read_out

SUNDAY = date(2026, 11, 22)
NOTHING = Course(
    span=nights_up_to(SUNDAY, 14), gait={}, leg_left={}, leg_right={}, weights={}, usual=None,
    pouches_full=0, minutes={}, goal={}, ate={}, droppings={}, water={}, doses={}, marks=(),
    milestones=(), treatment_start=None, recorded=0,
)  # fmt: skip


def read(note, width, height):
    night = NightBeside(SUNDAY, (), note, None)
    return [each.plain for each in read_out(NOTHING, night, width, height)]


@pytest.mark.parametrize("width", range(30, 50))
def test_a_note_that_is_too_long_ends_at_a_word_and_says_so(width):
    note = "slept through the whole evening behind its wheel and came out at ten. " * 3
    *_, last = read(note, width, 8)
    *kept, sign = last.split()
    assert sign == "…" and len(last) <= width
    assert set(kept) <= {*note.split(), "Note"}


def test_a_note_that_fits_is_shown_whole():
    assert any("slept" in each for each in read("slept", 40, 9))
    assert "…" not in "".join(read("slept", 40, 9))
