"""A deed in a thread of its own: waited for, and its trouble heard only by who asks."""

from threading import Event

import pytest

from hamdiary.storage.meanwhile import Meanwhile


def test_its_result_is_there_when_it_is_asked_for() -> None:
    with Meanwhile(lambda: 6 * 7) as other:
        assert other.result() == 42


def test_what_it_raises_is_raised_where_the_result_is_asked_for() -> None:
    def fail() -> None:
        raise ValueError("no")

    with Meanwhile(fail) as other, pytest.raises(ValueError, match="no"):
        other.result()


def test_the_block_ends_after_it_and_says_nothing_of_what_nobody_asked_for() -> None:
    go, ended = Event(), []

    def fail() -> None:
        go.wait()
        ended.append(True)
        raise ValueError("no")

    with Meanwhile(fail):
        go.set()
    assert ended == [True]
