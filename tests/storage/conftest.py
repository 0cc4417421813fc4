"""Fixtures for the tests of storage."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from on_disk import new_diary

from hamdiary.storage.diary import Diary


@pytest.fixture
def diary(tmp_path: Path) -> Iterator[Diary]:
    """A new, empty diary that is closed afterwards."""
    with new_diary(tmp_path) as made:
        yield made
