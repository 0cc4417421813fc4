"""The clock of the time out of the cage, on a real diary with a clock that the test sets."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from hamdiary.domain.values import BadValue
from hamdiary.services import timing
from hamdiary.services.recording import (
    delete_thing,
    new_hamster,
    record_hamster,
    redo,
    undo,
    with_values,
)
from hamdiary.services.session import open_session
from hamdiary.services.timing import AlreadyRunning, EndNotKnown, NotRunning
from hamdiary.storage.checking import differences
from hamdiary.storage.locations import Home
from hamdiary.storage.opening import create_diary

EVENING = date(2026, 11, 22)
NINE = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)


def after(minutes):
    return NINE + timedelta(minutes=minutes)


class Evening:
    """A session whose clock can be put where the test wants it."""

    def __init__(self, folder, zone="Europe/Berlin"):
        self.environment = {"HAMDIARY_HOME": str(folder), "TZ": zone}
        self.at(0)
        self.session = open_session(self.environment)
        self.hamster = record_hamster(self.session, new_hamster(), {"name": "Biscuit"})

    def at(self, minutes):
        """Put the clock so many minutes after nine."""
        self.environment["HAMDIARY_NOW"] = after(minutes).isoformat()
        return self

    def __getattr__(self, verb):
        return lambda *given, **more: getattr(timing, verb)(
            self.session, self.hamster, *given, **more
        )

    @property
    def tonight(self):
        return self.night_out(self.session.tonight)

    def minutes(self):
        now = self.session.now().wall
        return sum(outing.seconds(now) for outing in self.tonight.outings) / 60


@pytest.fixture
def evening(tmp_path):
    create_diary(Home(tmp_path).diary, Home(tmp_path)).close()
    evening = Evening(tmp_path)
    with evening.session:
        yield evening
        assert differences(evening.session.diary) == []


def test_an_outing_is_started_and_stopped(evening):
    started = evening.start()
    assert (started.evening, started.started_utc, started.zone) == (EVENING, NINE, "Europe/Berlin")
    assert evening.at(18).minutes() == 18
    stopped = evening.stop(stopped_for="tired", note="sat down")
    assert (stopped.ended_utc, stopped.stopped_for, stopped.note) == (
        after(18), "tired", "sat down",
    )  # fmt: skip
    assert evening.at(60).tonight.outings == (stopped,)
    assert evening.minutes() == 18


def test_what_is_returned_is_what_is_stored(evening):
    for minutes, verb in ((0, "start"), (3, "pause"), (5, "resume"), (9, "stop")):
        outing = getattr(evening.at(minutes), verb)()
        assert evening.tonight.outings == (outing,)
    added = evening.at(60).add_outing(EVENING, 12.4, None, "drags")
    assert evening.tonight.outings == (outing, added)
    assert added.minutes == 12


def test_several_outings_add_up(evening):
    evening.start()
    evening.at(10).stop()
    evening.at(20).start()
    assert evening.at(28).minutes() == 18
    assert len(evening.tonight.outings) == 2


def test_a_second_start_is_told_since_when_it_runs(evening):
    evening.start()
    with pytest.raises(AlreadyRunning, match="Biscuit is out already, since 21:00;"):
        evening.at(5).start()
    assert len(evening.tonight.outings) == 1


def test_a_start_on_the_next_evening_names_the_day(evening):
    evening.start()
    with pytest.raises(AlreadyRunning, match="since Sun 22 Nov, 21:00"):
        evening.at(24 * 60).start()


def test_another_hamster_has_a_clock_of_its_own(evening):
    evening.start()
    pip = record_hamster(evening.session, new_hamster(), {"name": "Pip"})
    assert timing.start(evening.session, pip).hamster == pip.id
    assert timing.stop(evening.session, pip).ended_utc == NINE
    assert evening.tonight.running is not None


@pytest.mark.parametrize("verb", ["pause", "resume", "stop"])
def test_without_a_running_clock_there_is_nothing_to_do(evening, verb):
    with pytest.raises(NotRunning, match="no outing of Biscuit is running"):
        getattr(evening, verb)()


def test_pauses_are_not_counted(evening):
    evening.start()
    evening.at(5).pause()
    assert evening.at(8).minutes() == 5
    evening.resume()
    evening.at(10).pause()
    evening.at(11).resume()
    assert evening.at(20).minutes() == 16
    stopped = evening.stop()
    assert (stopped.pauses_s, stopped.seconds(NINE)) == (240.0, 960.0)


def test_a_pause_of_a_paused_clock_and_its_opposite_are_told_so(evening):
    evening.start()
    with pytest.raises(NotRunning, match="not paused; it runs since 21:00"):
        evening.resume()
    evening.at(5).pause()
    with pytest.raises(NotRunning, match="paused already, since 21:05"):
        evening.at(6).pause()


def test_a_stop_while_paused_ends_when_the_pause_began(evening):
    evening.start()
    evening.at(12).pause()
    stopped = evening.at(40).stop()
    assert (stopped.ended_utc, stopped.paused_utc) == (after(12), None)
    assert stopped.seconds(NINE) == 12 * 60
    assert evening.tonight.running is None


def test_a_stop_at_a_later_time_leaves_the_pause_out(evening):
    evening.start()
    evening.at(12).pause()
    stopped = evening.at(40).stop(after(30))
    assert (stopped.ended_utc, stopped.seconds(NINE)) == (after(30), 12 * 60)


def test_a_stop_at_an_earlier_time_than_the_pause_forgets_the_pause(evening):
    evening.start()
    evening.at(12).pause()
    stopped = evening.at(40).stop(after(10))
    assert (stopped.pauses_s or 0, stopped.seconds(NINE)) == (0, 10 * 60)


def test_an_end_before_the_start_is_refused_and_the_clock_runs_on(evening):
    evening.start()
    with pytest.raises(BadValue, match="cannot end before it started"):
        evening.at(5).stop(after(-1))
    assert evening.tonight.running is not None


def test_pauses_longer_than_the_outing_are_refused(evening):
    evening.start()
    evening.at(5).pause()
    evening.at(35).resume()
    with pytest.raises(BadValue, match="pauses of 30 min do not fit into 10 min"):
        evening.at(40).stop(after(10))


def test_a_start_can_be_backdated_and_the_night_is_that_of_the_start(evening):
    assert evening.start(after(-10)).started_utc == after(-10)
    assert evening.minutes() == 10
    evening.stop()
    past_noon = 15 * 60 + 5
    early = evening.at(past_noon).start(after(past_noon - 10))
    assert early.evening == EVENING
    assert evening.session.tonight == date(2026, 11, 23)


def test_a_clock_that_was_set_back_never_yields_less_than_nothing(evening):
    evening.start()
    assert evening.at(-30).minutes() == 0
    stopped = evening.stop()
    assert (stopped.ended_utc, stopped.seconds(NINE)) == (NINE, 0)
    assert timing.questions_about_outing(evening.session, evening.hamster, stopped) == []


def test_a_clock_that_was_set_back_in_a_pause_adds_no_pause(evening):
    evening.start()
    evening.at(10).pause()
    resumed = evening.at(-30).resume()
    assert (resumed.pauses_s, resumed.paused_utc) == (0.0, None)
    assert evening.at(-20).pause().paused_utc == NINE
    assert evening.at(12).resume().pauses_s == 12 * 60


def test_a_clock_that_runs_more_than_six_hours_was_forgotten(evening):
    evening.start()
    assert not evening.at(360).tonight.forgotten
    assert evening.at(361).tonight.forgotten


def test_a_forgotten_clock_asks_when_it_ended_and_loses_nothing(evening):
    evening.start()
    evening.at(22 * 60)
    assert evening.tonight.forgotten
    assert evening.tonight.outings == ()
    for verb in (evening.stop, evening.pause):
        with pytest.raises(EndNotKnown, match="has run since Sun 22 Nov, 21:00; when did"):
            verb()
    stopped = evening.stop(after(25))
    assert (stopped.evening, stopped.seconds(NINE)) == (EVENING, 25 * 60)
    assert evening.start().evening == date(2026, 11, 23)


def test_a_clock_forgotten_in_a_pause_still_knows_its_end(evening):
    evening.start()
    evening.at(12).pause()
    evening.at(22 * 60)
    assert evening.tonight.forgotten
    with pytest.raises(EndNotKnown):
        evening.resume()
    assert evening.stop().ended_utc == after(12)


def test_an_outing_that_crosses_noon_within_the_hour_is_asked_about_and_stops(evening):
    evening.at(14 * 60 + 50).start()
    now = 15 * 60 + 10
    stopped = with_values(
        running := timing.running_outing(evening.at(now).session, evening.hamster),
        timing.stop_values(evening.session, running),
    )
    (question,) = timing.questions_about_outing(evening.session, evening.hamster, stopped)
    assert "before noon" in question.text
    assert evening.stop().seconds(NINE) == 20 * 60


def test_the_clock_goes_on_where_a_window_was_closed(evening):
    evening.start()
    with open_session(evening.environment) as another:
        evening.at(7)
        assert timing.stop(another, evening.hamster).seconds(NINE) == 7 * 60
    assert evening.tonight.running is None


def test_undo_lets_the_clock_run_on_and_redo_stops_it(evening):
    evening.start()
    stopped = evening.at(5).stop(stopped_for="fell")
    undo(evening.session)
    assert evening.at(9).minutes() == 9
    redo(evening.session)
    assert evening.tonight.outings == (stopped,)


def test_travel_moves_neither_the_night_nor_the_length(evening):
    evening.start()
    evening.at(30).environment["TZ"] = "Asia/Tokyo"
    assert evening.stop().seconds(NINE) == 30 * 60
    assert evening.night_out(EVENING).outings[0].evening == EVENING


def test_an_outing_is_added_without_or_with_a_time(evening):
    evening.at(60)
    loose = evening.add_outing(EVENING, 25)
    timed = evening.add_outing(EVENING, 12.5, after(10))
    assert (loose.minutes, loose.started_utc, loose.ended_utc) == (25, None, None)
    assert (timed.minutes, timed.ended_utc) == (None, after(22.5))
    assert evening.tonight.outings == (timed, loose)
    assert evening.minutes() == 37.5
    assert evening.tonight.running is None


@pytest.mark.parametrize(
    ("minutes", "started"),
    [(0, None), (0.3, None), (1441, None), (-5, None), (1441, after(-3000)), (-5, after(-10))],
)
def test_an_outing_of_an_impossible_length_is_not_added(evening, minutes, started):
    with pytest.raises(BadValue):
        evening.add_outing(EVENING, minutes, started)
    assert evening.nights_out(date(2026, 11, 1), EVENING)[-1].outings == ()


def edit(evening, outing, **values):
    return timing.edit_outing(evening.session, outing, values)


def test_times_reason_and_note_can_be_put_right(evening):
    outing = evening.at(60).add_outing(EVENING, 20, after(10))
    edited = edit(evening, outing, ended_utc=after(25), stopped_for="tired", note="slow")
    assert (edited.ended_utc, edited.stopped_for, edited.note) == (after(25), "tired", "slow")
    assert evening.tonight.outings == (edited,)
    assert edit(evening, edited, note=None).note is None


def test_minutes_move_the_end_of_an_outing_whose_start_is_known(evening):
    outing = evening.at(60).add_outing(EVENING, 20, after(10))
    paused = edit(evening, outing, pauses_s=120.0, minutes=15.0)
    assert (paused.ended_utc, paused.minutes, paused.seconds(NINE)) == (after(27), None, 900)


@pytest.mark.parametrize("known", [{"started_utc": after(10)}, {"ended_utc": after(30)}])
def test_a_time_given_to_an_outing_without_times_makes_both_of_its_minutes(evening, known):
    edited = edit(evening, evening.at(60).add_outing(EVENING, 20), **known)
    assert (edited.started_utc, edited.ended_utc) == (after(10), after(30))
    assert evening.tonight.outings == (edited,)


def test_an_end_and_a_length_at_once_are_refused(evening):
    outing = evening.at(60).add_outing(EVENING, 20, after(10))
    with pytest.raises(BadValue, match="an end or a length"):
        edit(evening, outing, ended_utc=after(20), minutes=5.0)


def test_an_edit_that_leaves_nothing_or_turns_times_round_is_refused(evening):
    outing = evening.at(60).add_outing(EVENING, 20, after(10))
    for values in (
        {"started_utc": after(31)},
        {"started_utc": None},
        {"started_utc": None, "ended_utc": None},
        {"pauses_s": 1201.0},
    ):
        with pytest.raises(BadValue):
            edit(evening, outing, **values)
    assert evening.tonight.outings == (outing,)


def test_an_end_edited_into_a_paused_outing_ends_it_without_the_pause(evening):
    evening.start()
    paused = evening.at(12).pause()
    edited = edit(evening.at(40), paused, ended_utc=after(30))
    assert (edited.paused_utc, edited.seconds(NINE)) == (None, 12 * 60)


def test_an_outing_cannot_be_made_to_run_beside_another(evening):
    outing = evening.at(60).add_outing(EVENING, 20, after(10))
    evening.start()
    with pytest.raises(AlreadyRunning):
        edit(evening, outing, ended_utc=None)
    evening.at(65).stop()
    assert edit(evening, outing, ended_utc=None).is_running


def test_a_deleted_outing_comes_back_with_undo(evening):
    outing = evening.at(60).add_outing(EVENING, 20, after(10), "tired", "x")
    delete_thing(evening.session, "outing", outing)
    assert evening.tonight.outings == ()
    undo(evening.session)
    assert evening.tonight.outings == (outing,)


def test_the_goal_of_a_night_goes_with_it(evening):
    evening.hamster = replace(
        evening.hamster, ramp_start_min=5.0, ramp_from=EVENING - timedelta(days=3)
    )
    goals = [each.goal for each in evening.nights_out(EVENING - timedelta(days=4), EVENING)]
    assert goals == [5, 5, 5, 5, 10]
    evening.hamster = replace(evening.hamster, rest_ordered="yes")
    assert evening.tonight.goal is None


def test_overlaps_are_looked_for_in_the_nights_around(evening):
    evening.at(60).add_outing(EVENING, 20, after(10))
    wanted = timing.outing_to_add(evening.session, evening.hamster, EVENING, 20, after(20))
    (question,) = timing.questions_about_outing(evening.session, evening.hamster, wanted)
    assert question.text == "It overlaps the outing of 21:10 to 21:30. Keep both?"
