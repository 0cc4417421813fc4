"""Which backups make room for others."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from hamdiary.domain.thinning import DAILY, MONTHLY, WEEKLY, Kept, to_remove

NOW = datetime(2026, 11, 22, 21, 16, tzinfo=UTC)
EVENING = timedelta(hours=1)


def a_backup(days_ago: float, changes: int = 100, name: str = "") -> Kept:
    made = NOW - timedelta(days=days_ago)
    return Kept(name or f"{made.isoformat()}", made, changes)


def test_all_of_two_days_are_kept() -> None:
    assert to_remove([a_backup(hours / 24) for hours in range(48)], NOW) == []


def test_of_an_older_day_the_last_one_is_kept() -> None:
    morning, evening = a_backup(5.3, name="morning"), a_backup(5.0, name="evening")
    assert to_remove([evening, morning], NOW) == ["morning"]


def test_ten_years_of_daily_backups_come_to_twelve_days_ten_weeks_nine_months() -> None:
    daily = [a_backup(day, changes=10_000 - day) for day in range(3650)]
    removed = set(to_remove(daily, NOW))
    kept = [each for each in daily if each.name not in removed]
    assert len(kept) <= 3 + DAILY + WEEKLY + MONTHLY
    ages = [(NOW - each.made).days for each in kept]
    assert ages[:15] == list(range(15))
    assert 200 < max(ages) < 330


def test_a_good_backup_is_never_removed_for_a_much_smaller_one() -> None:
    good, small = a_backup(400.5, 1000, "good"), [a_backup(day, 3) for day in range(400)]
    assert "good" not in to_remove([good, *small], NOW)


def test_once_a_newer_one_holds_as_much_the_old_one_may_go() -> None:
    good, newer = a_backup(400.5, 1000, "good"), a_backup(1, 990)
    months = [a_backup(day, 3) for day in range(30, 400)]
    assert "good" in to_remove([good, newer, *months], NOW)


BACKUPS = st.lists(
    st.tuples(st.floats(0, 4000, allow_nan=False), st.integers(0, 5000)), max_size=60
).map(lambda found: [a_backup(days, changes, str(n)) for n, (days, changes) in enumerate(found)])


@given(BACKUPS)
def test_whatever_lies_there_the_newest_and_nearly_the_largest_stay(backups: list[Kept]) -> None:
    removed = set(to_remove(backups, NOW))
    kept = [each for each in backups if each.name not in removed]
    assert len(kept) >= min(len(backups), 1)
    if backups:
        assert max(each.changes for each in kept) >= 0.9 * max(each.changes for each in backups)
        newest = max(backups, key=lambda each: (each.made, each.changes, each.name))
        assert newest.name not in removed


@given(BACKUPS)
def test_thinning_twice_is_thinning_once(backups: list[Kept]) -> None:
    removed = set(to_remove(backups, NOW))
    kept = [each for each in backups if each.name not in removed]
    assert to_remove(kept, NOW) == []


@given(BACKUPS)
def test_what_is_removed_has_a_newer_one_that_holds_nearly_as_much(backups: list[Kept]) -> None:
    removed = set(to_remove(backups, NOW))
    kept = [each for each in backups if each.name not in removed]
    for each in backups:
        if each.name in removed:
            assert any(
                other.made >= each.made and other.changes >= 0.9 * each.changes for other in kept
            )
