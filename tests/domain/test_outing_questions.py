"""What is asked before an outing is kept, and what cannot have been."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamdiary.domain.evening import Moment
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.outing_questions import outing_questions, refuse_impossible
from hamdiary.domain.outings import Outing
from hamdiary.domain.values import BadValue

BERLIN = ZoneInfo("Europe/Berlin")
EVENING = date(2026, 11, 22)
NOW = Moment(datetime(2026, 11, 22, 22, 0, tzinfo=BERLIN), "Europe/Berlin")
BISCUIT = Hamster("h", name="Biscuit")


def at(hour, minute=0, day=22, month=11):
    return datetime(2026, month, day, hour, minute, tzinfo=BERLIN).astimezone(UTC)


def out(started=None, ended=None, **more):
    return Outing(
        "h/1", "h", evening=EVENING, started_utc=started, ended_utc=ended, zone="Europe/Berlin",
        **more,
    )  # fmt: skip


def asked(outing, *others, hamster=BISCUIT, now=NOW):
    return [question.text for question in outing_questions(outing, others, hamster, now)]


def test_a_usual_outing_is_not_asked_about():
    assert asked(out(at(21), at(21, 25))) == []
    assert asked(out(minutes=25.0)) == []
    assert asked(out(at(21, 50))) == []


@pytest.mark.parametrize(
    "impossible",
    [
        out(at(21), at(20, 59)),
        out(at(21, day=20), at(21, 1, day=21)),
        out(None, at(21)),
        out(),
        out(minutes=0.0),
        out(minutes=0.4),
        out(at(21), at(21, 10), pauses_s=601.0),
    ],
)
def test_what_cannot_have_been_is_refused_in_one_line(impossible):
    with pytest.raises(BadValue) as refused:
        refuse_impossible(impossible)
    assert str(refused.value) and "\n" not in str(refused.value)
    with pytest.raises(BadValue):
        asked(impossible)


def test_an_end_before_its_start_names_both():
    with pytest.raises(BadValue, match="Sun 22 Nov, 21:00 or Sun 22 Nov, 20:59"):
        refuse_impossible(out(at(21), at(20, 59)))


def test_an_outing_of_more_than_six_hours_is_asked_about():
    assert asked(out(at(13), at(20))) == ["Out for 7 h, more than 6 hours. Keep it?"]
    assert asked(out(at(14), at(20))) == ["Out for 6 h, which is long. Keep it?"]


def test_an_outing_above_the_ceiling_is_asked_about():
    assert asked(out(at(20), at(21))) == []
    assert asked(out(at(20), at(21, 1))) == ["Out for 1 h 01 min, which is long. Keep it?"]
    assert asked(out(minutes=90.0)) == ["Out for 1 h 30 min, which is long. Keep it?"]


def test_pauses_do_not_make_an_outing_long():
    assert asked(out(at(19), at(21), pauses_s=3600.0)) == []


def test_a_higher_goal_lifts_the_ceiling():
    keen = replace(BISCUIT, goal_min=90.0)
    assert asked(out(minutes=90.0), hamster=keen) == []
    assert asked(out(minutes=91.0), hamster=keen)


def test_times_to_come_are_asked_about_once():
    assert asked(out(at(22, 30))) == ["Started 22:30 is still to come. Keep it?"]
    assert asked(out(at(22, 30), at(22, 50))) == ["Ended 22:50 is still to come. Keep it?"]
    assert asked(out(at(2, 30, day=23))) == ["Started 02:30 is still to come. Keep it?"]


def test_the_minute_that_is_not_over_is_not_to_come():
    half = NOW.wall + timedelta(seconds=30)
    assert asked(out(at(21, 50), half)) == []


def test_a_night_to_come_is_asked_about_once():
    tomorrow = replace(out(at(21, day=23), at(21, 10, day=23)), evening=date(2026, 11, 23))
    assert asked(tomorrow) == ["Monday 23 November 2026 is still to come. Keep it?"]


def test_a_clock_that_was_set_back_is_not_asked_about():
    assert asked(out(at(22, 30), at(22, 30))) == []


def test_an_outing_across_noon_is_asked_about():
    daytime = out(at(11, 40, day=23), at(12, 20, day=23))
    now = Moment(datetime(2026, 11, 23, 13, 0, tzinfo=BERLIN), "Europe/Berlin")
    across = "It started before noon and ended after it, in another night. Keep it?"
    assert asked(daytime, now=now) == [across]
    assert asked(replace(daytime, ended_utc=at(11, 59, day=23)), now=now) == []


def test_a_start_in_another_night_is_asked_about():
    assert asked(out(at(21, day=21), at(21, 20, day=21))) == [
        "It started in the night of Sat 21 Nov, not Sun 22 Nov. Keep it?"
    ]


def test_the_night_is_told_in_the_zone_where_it_was_written():
    in_tokyo = Outing(
        "h/1", "h", evening=EVENING, zone="Asia/Tokyo",
        started_utc=datetime(2026, 11, 22, 4, 0, tzinfo=UTC),
        ended_utc=datetime(2026, 11, 22, 4, 20, tzinfo=UTC),
    )  # fmt: skip
    assert asked(in_tokyo) == []
    assert asked(replace(in_tokyo, zone="Europe/Berlin")) != []


def test_overlapping_outings_are_asked_about():
    first = replace(out(at(21), at(21, 20)), id="h/2")
    assert asked(out(at(21, 10), at(21, 30)), first) == [
        "It overlaps the outing of 21:00 to 21:20. Keep both?"
    ]
    assert asked(out(at(21, 5), at(21, 6)), first) != []
    assert asked(out(at(20, 50), at(21, 30)), first) != []


def test_outings_one_after_the_other_do_not_overlap():
    first = replace(out(at(21), at(21, 20) + timedelta(seconds=35)), id="h/2")
    assert asked(out(at(21, 20), at(21, 30)), first) == []
    assert asked(out(at(20, 30), at(21)), first) == []


def test_an_outing_overlaps_the_one_that_runs():
    runs = replace(out(at(21, 30)), id="h/2")
    assert asked(out(at(21, 40), at(21, 50)), runs) == [
        "It overlaps the outing of 21:30, which still runs. Keep both?"
    ]


def test_an_outing_while_another_was_paused_is_not_asked_about():
    paused = replace(out(at(21), paused_utc=at(21, 10)), id="h/2")
    assert asked(out(at(21, 20), at(21, 30)), paused) == []


def test_an_outing_does_not_overlap_itself_or_one_without_times():
    outing = out(at(21), at(21, 20))
    assert asked(outing, outing, replace(out(minutes=30.0), id="h/2")) == []


def test_a_closed_diary_and_a_birth_are_looked_at_too():
    closed = replace(BISCUIT, closed_because="rehomed", closed_on=date(2026, 11, 20))
    assert "was closed on" in asked(out(minutes=5.0), hamster=closed)[0]
    young = replace(BISCUIT, born=date(2026, 11, 23))
    assert "was born" in asked(out(minutes=5.0), hamster=young)[0]


MOMENTS = st.none() | st.datetimes(
    datetime(2026, 11, 20), datetime(2026, 11, 25), timezones=st.just(UTC)
)


@given(MOMENTS, MOMENTS, MOMENTS, st.none() | st.floats(0, 90_000), st.none() | st.floats(0, 1440))
def test_any_outing_is_refused_or_asked_about_in_single_lines(s, e, p, pauses, minutes):
    outing = out(s, e, paused_utc=p, pauses_s=pauses, minutes=minutes)
    other = replace(out(at(21), at(21, 20)), id="h/2")
    try:
        lines = asked(outing, other)
    except BadValue as refused:
        lines = [str(refused)]
    assert all(each and "\n" not in each for each in lines)
