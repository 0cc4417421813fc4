"""Sixty courses as owners write them: the share found in time, and how often it cries wolf."""

import pytest
from generated_courses import TODAY, open_highest
from owner_cases import CASES
from told_cases import CASES as TOLD

NAMED = [pytest.param(what, expected, id=name) for name, what, expected in CASES]


def test_there_are_sixty_and_all_are_found_in_time_without_a_false_alarm(tell):
    due = [(what, expected) for _, what, expected in CASES if expected]
    found = sum((open_highest(what) or 0) >= expected for what, expected in due)
    others = [what for _, what, expected in CASES if (expected or 0) < TODAY]
    false = sum((open_highest(what) or 0) >= TODAY for what in others)
    tell(
        f"{len(CASES)} courses in owners’ words: {found} of {len(due)} found in time; "
        f"{false} false NOW or TODAY in {len(others)} courses that need neither"
    )
    assert len(CASES) == 60
    assert (found, false) == (len(due), 0)


@pytest.mark.parametrize(("what", "expected"), NAMED)
def test_it_is_just_as_urgent_as_it_should_be(what, expected):
    assert open_highest(what) == expected


@pytest.mark.parametrize(
    ("what", "notes", "expected"),
    [pytest.param(what, notes, expected, id=name) for name, what, notes, expected in TOLD],
)
def test_it_is_as_urgent_as_it_should_be_after_what_the_vet_was_told(what, notes, expected):
    assert open_highest(what, notes) == expected
