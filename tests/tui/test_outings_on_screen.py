"""The clock of the time out of the cage, by keys."""

from datetime import date

from evening import utc

from hamdiary.services import timing
from hamdiary.services.recording import record_hamster
from hamdiary.storage import care

TONIGHT = date(2026, 11, 22)


def outings(evening, on=TONIGHT):
    with evening.session() as session:
        return care.outings(session.diary, session.hamster().id, on, on)


def change(evening, **facts):
    with evening.session() as session:
        record_hamster(session, session.hamster(), facts)


async def test_o_o_starts_the_clock_and_it_is_on_the_disk_at_once(evening):
    async with evening.window() as pilot:
        await pilot.press("o", "o")
        await pilot.pause()
        (outing,) = outings(evening)
    assert outing.is_running
    assert outing.started_utc == utc(21, 16)


async def test_a_clock_that_runs_is_found_running_by_the_next_window(evening):
    async with evening.window() as pilot:
        await pilot.press("o", "o")
        await pilot.pause()
    evening.at("21:34")
    async with evening.window():
        assert "● running" in evening.text
        assert "12 min 00 s to go" in evening.text


async def test_one_key_stops_it_with_the_reason(evening):
    async with evening.window() as pilot:
        await pilot.press("o", "o")
        evening.at("21:28")
        await pilot.press("o", "3")
        await pilot.pause()
    (outing,) = outings(evening)
    assert (outing.ended_utc, outing.stopped_for) == (utc(21, 28), "breathing")


async def test_a_pause_does_not_count(evening):
    async with evening.window() as pilot:
        await pilot.press("o", "o")
        evening.at("21:20")
        await pilot.press("o", "p")
        await pilot.pause()
        assert "paused" in evening.text
        evening.at("21:30")
        await pilot.press("o", "p")
        evening.at("21:35")
        await pilot.press("o", "o")
        await pilot.pause()
    (outing,) = outings(evening)
    assert outing.seconds(utc(23, 0)) == 9 * 60


async def test_several_outings_of_a_night_add_up(evening):
    with evening.session() as session:
        timing.add_outing(session, session.hamster(), TONIGHT, 9, utc(20, 0))
        timing.add_outing(session, session.hamster(), TONIGHT, 12, None)
    async with evening.window():
        assert "9 min to go" in evening.text
        assert "2 outings" in evening.text


async def test_it_can_have_begun_ten_minutes_ago(evening):
    async with evening.window() as pilot:
        await pilot.press("o", "b", *"10 min ago", "enter")
        await pilot.pause(0.05)
    (outing,) = outings(evening)
    assert outing.is_running
    assert outing.started_utc == utc(21, 6)


async def test_a_time_that_is_none_is_said_at_its_line(evening):
    async with evening.window() as pilot:
        await pilot.press("o", "b", *"25:00", "enter")
        await pilot.pause()
        assert "There is no 25:00" in evening.text
    assert outings(evening) == []


async def test_one_that_is_over_is_added_afterwards(evening):
    async with evening.window() as pilot:
        await pilot.press("o", "a", *"25", "enter", *"20:10", "enter", "2", "f10")
        await pilot.pause()
    (outing,) = outings(evening)
    assert (outing.started_utc, outing.ended_utc) == (utc(20, 10), utc(20, 35))
    assert outing.stopped_for == "tired"


async def test_an_outing_in_the_future_is_asked_about(evening):
    async with evening.window() as pilot:
        await pilot.press("o", "a", *"25", "enter", *"23:10", "enter", "f10")
        await pilot.pause()
        assert "Keep it?" in evening.text
        await pilot.press("escape")
    assert outings(evening) == []


async def test_an_outing_is_corrected_and_removed_and_brought_back(evening):
    with evening.session() as session:
        timing.add_outing(session, session.hamster(), TONIGHT, 9, utc(20, 0))
    async with evening.window() as pilot:
        await pilot.press("o", "enter", "down", *"20:20", "enter", "escape")
        await pilot.pause()
        assert outings(evening)[0].ended_utc == utc(20, 20)
        await pilot.press("o", "delete")
        await pilot.pause()
        assert outings(evening) == []
        await pilot.press("ctrl+z")
        await pilot.pause()
    assert outings(evening)[0].ended_utc == utc(20, 20)


async def test_an_end_before_the_start_is_refused_at_its_line(evening):
    with evening.session() as session:
        timing.add_outing(session, session.hamster(), TONIGHT, 9, utc(20, 0))
    async with evening.window() as pilot:
        await pilot.press("o", "enter", "down", *"19:20", "enter")
        await pilot.pause(0.05)
        assert "Not saved" in evening.text
    assert outings(evening)[0].ended_utc == utc(20, 9)


async def test_a_clock_forgotten_overnight_asks_when_it_really_ended(evening):
    async with evening.window() as pilot:
        await pilot.press("o", "o")
        await pilot.pause()
    evening.at("19:00", day=23)
    async with evening.window() as pilot:
        assert "When did it really end?" in evening.text
        await pilot.press("o", "o", *"21:40", "enter", "1", "f10")
        await pilot.pause()
    (outing,) = outings(evening)
    assert (outing.ended_utc, outing.stopped_for) == (utc(21, 40), "enough")


async def test_a_second_window_that_starts_too_says_since_when_it_runs(evening):
    async with evening.window() as pilot:
        await pilot.press("o")
        with evening.session() as other:
            timing.start(other, other.hamster())
        await pilot.press("o")
        await pilot.pause()
        assert "out already" in evening.text
    assert len(outings(evening)) == 1


async def test_a_clock_set_back_shows_no_time_below_zero(evening):
    async with evening.window() as pilot:
        await pilot.press("o", "o")
        await pilot.pause()
    evening.at("20:50")
    async with evening.window():
        assert "30 min 00 s to go" in evening.text


async def test_ordered_rest_turns_the_goal_off(evening):
    change(evening, rest_ordered="yes")
    async with evening.window():
        assert "rest, as the vet says: no goal" in evening.text
        assert "to go" not in evening.text


async def test_a_goal_that_is_built_up_shows_tonights_part_of_it(evening):
    change(
        evening, ramp_start_min=5.0, ramp_step_min=5.0, ramp_every=3.0, ramp_from=date(2026, 11, 16)
    )
    async with evening.window():
        assert "of 15 min tonight" in evening.text


async def test_the_floor_list_never_offers_a_ball(evening):
    async with evening.window() as pilot:
        await pilot.press("o", "f")
        await pilot.pause()
        assert "Never an exercise ball" in evening.text
        await pilot.press("escape")
        await pilot.pause()
        assert "Tonight's log" in evening.text


async def test_a_burst_of_keys_stops_the_outing_with_the_reason_that_was_pressed(evening):
    async with evening.window() as pilot:
        await pilot.press("o", "o")
        await pilot.pause()
        await pilot.press("o", "6", "3")
        await pilot.pause()
    assert outings(evening)[0].stopped_for == "fell"


async def test_a_window_of_one_column_has_the_clock_in_one_line(evening):
    with evening.session() as session:
        timing.add_outing(session, session.hamster(), TONIGHT, 18, None)
    async with evening.window((60, 18)):
        assert "18 of 30 min ━" in evening.text


async def test_once_the_diary_is_closed_there_is_no_clock(evening):
    change(evening, closed_because="died", closed_on=TONIGHT)
    async with evening.window():
        assert "Out of cage" not in evening.text
