"""Logging a night by keys, as an owner does."""

import sqlite3
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from textual import events

from hamdiary.domain.measures import NotSeen, measures_of
from hamdiary.domain.night import Night
from hamdiary.services.recording import record_night
from hamdiary.services.session import open_session
from hamdiary.tui.app import HamdiaryApp
from hamdiary.tui.start import Start

TONIGHT = date(2026, 11, 22)
SIGNS = [item.code for item in measures_of(Night)["signs"].kind.items]
USUAL_NIGHT = ["3", "2", "1", "3", "2", "0", "=", "down", "0", "2", "0", "0"]
"""Gait, legs, ate, droppings, urine, water as last night, no weighing, and the rest."""


def stored(environment):
    with open_session(environment) as session:
        return session.diary.night(session.hamster().id, TONIGHT)


def record(environment, values, evening=TONIGHT):
    with open_session(environment) as session:
        record_night(session, session.hamster(), evening, values)


@pytest.fixture
def app(biscuit):
    start = Start.of(biscuit, None, None)
    yield HamdiaryApp(start)
    start.close()


def screen_text(app):
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


async def press(app, *keys, size=(120, 40)):
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause(0.05)
        return screen_text(app)


async def test_a_usual_night_takes_twelve_keys(app, biscuit):
    record(biscuit, {"water_ml": 11.0}, date(2026, 11, 21))

    await press(app, *USUAL_NIGHT)

    night = stored(biscuit)
    assert len(USUAL_NIGHT) <= 12
    assert (night.gait, night.leg_left, night.leg_right) == (3, 2, 1)
    assert (night.ate, night.droppings, night.urine) == ("most", "normal", "normal")
    assert (night.water_ml, night.breathing, night.wheel) == (11.0, "normal", "usual")
    assert night.signs == dict.fromkeys(SIGNS, "no")
    assert night.night_quality == "good"


async def test_every_key_is_on_the_disk_at_once_without_a_save_button(app, biscuit):
    async with app.run_test() as pilot:
        await pilot.press("4")
        await pilot.pause()
        assert stored(biscuit).gait == 4


async def test_a_key_says_saved_only_after_it_was_saved(app, biscuit):
    text = await press(app, "4")
    assert "saved 21:16 ✓" in text


async def test_x_records_that_it_was_not_seen_which_is_not_the_same_as_not_recorded(app, biscuit):
    await press(app, "x")
    night = stored(biscuit)
    assert night.gait is NotSeen.NOT_SEEN
    assert night.leg_left is None


async def test_equals_takes_last_nights_value_for_this_line_only(app, biscuit):
    record(biscuit, {"gait": 2, "leg_left": 2}, date(2026, 11, 21))
    await press(app, "=")
    night = stored(biscuit)
    assert night.gait == 2
    assert night.leg_left is None


async def test_backspace_makes_a_line_not_recorded_again(app, biscuit):
    await press(app, "4", "up", "backspace")
    assert stored(biscuit).gait is None


async def test_a_weight_is_typed_with_comma_or_point(app, biscuit):
    await press(app, *["down"] * 7, *"118,4", "enter")
    assert stored(biscuit).weight_g == 118.4


async def test_a_weight_that_cannot_be_read_stays_in_its_line_with_a_word_why(app, biscuit):
    text = await press(app, *["down"] * 7, *"1.500", "enter")
    assert stored(biscuit).weight_g is None
    assert "1500" in text and "1.5" in text


async def test_a_slipped_decimal_point_is_asked_about_and_enter_takes_the_guess(app, biscuit):
    text = await press(app, *["down"] * 7, *"1184", "enter")
    assert "did you mean 118.4 g?" in text
    assert stored(biscuit).weight_g is None


async def test_the_guess_is_taken_by_enter_and_the_odd_value_by_k(biscuit):
    for answer, grams in (("enter", 118.4), ("k", 1184.0)):
        start = Start.of(biscuit, None, None)
        await press(HamdiaryApp(start), *["down"] * 7, *"1184", "enter", answer)
        start.close()
        assert stored(biscuit).weight_g == grams


async def test_gait_and_legs_that_do_not_fit_are_asked_about_once(app, biscuit):
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("0", "2")
        await pilot.pause(0.05)
        assert "at gait 0 neither leg moves" in screen_text(app)
        await pilot.press("k")
        await pilot.pause(0.05)
        assert stored(biscuit).leg_left == 2
        await pilot.press("1")
        await pilot.pause(0.05)
        assert "neither leg moves" not in screen_text(app)
        assert stored(biscuit).leg_right == 1


async def test_signs_can_be_gone_through_one_by_one(app, biscuit):
    signs = ["down"] * 10
    await press(app, *signs, "enter", "n", "y", "x", "escape")
    assert dict(stored(biscuit).signs) == {
        "bleed": "no",
        "seizure": "yes",
        "rolling": "not_checked",
    }


async def test_a_note_is_written_with_n_and_kept_with_enter(app, biscuit):
    await press(app, "n", *"Stood", "space", *"up", "ctrl+j", *"twice", "enter")
    assert stored(biscuit).note == "Stood up\ntwice"


async def test_a_note_with_markup_and_escapes_is_shown_literally(app, biscuit):
    note = "[/] [@click=app.quit]x[/] \x1b[2J\x1b]52;c;aGk=\x07 <b>"
    record(biscuit, {"note": "[/] [@click=app.quit]x[/] <b>"})
    text = await press(app, "down")
    assert "[/] [@click=app.quit]x[/] <b>" in text
    assert "\x1b" not in text and note


async def test_undo_takes_back_the_last_key_and_redo_brings_it_back(app, biscuit):
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.press("4", "3", "ctrl+z")
        await pilot.pause()
        assert (stored(biscuit).gait, stored(biscuit).leg_left) == (4, None)
        await pilot.press("ctrl+y")
        await pilot.pause()
        assert stored(biscuit).leg_left == 3


async def test_another_windows_change_appears_within_two_seconds(app, biscuit):
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        record(biscuit, {"droppings": "soft"})
        await pilot.pause(2.0)
        assert "soft, formed but smears" in screen_text(app)


async def test_a_field_that_was_not_edited_here_is_never_overwritten(app, biscuit):
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        record(biscuit, {"droppings": "soft"})
        await pilot.press("4")
        await pilot.pause()
        assert (stored(biscuit).gait, stored(biscuit).droppings) == (4, "soft")


async def test_an_earlier_night_is_opened_and_corrected(app, biscuit):
    record(biscuit, {"gait": 2}, date(2026, 11, 21))
    text = await press(app, "<", "3")
    with open_session(biscuit) as session:
        assert session.diary.night(session.hamster().id, date(2026, 11, 21)).gait == 3
    assert "Log of Sat 21 Nov" in text


async def test_the_night_to_come_cannot_be_opened(app):
    assert "Tonight's log" in await press(app, ">")


async def test_a_burst_of_keys_lands_on_the_lines_it_was_meant_for(app, biscuit):
    record(biscuit, {"water_ml": 11.0}, date(2026, 11, 21))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for key in USUAL_NIGHT:
            app.simulate_key(key)
        await pilot.pause(0.3)
    night = stored(biscuit)
    assert (night.gait, night.leg_left, night.leg_right, night.ate) == (3, 2, 1, "most")
    assert night.night_quality == "good"


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40), (200, 60)])
async def test_every_line_can_be_reached_at_every_size(biscuit, size):
    start = Start.of(biscuit, None, None)
    text = await press(HamdiaryApp(start), "end", size=size)
    start.close()
    assert "Carer" in text


@pytest.mark.parametrize("size", [(1, 1), (20, 5), (45, 20)])
async def test_a_tiny_window_does_not_break_it(biscuit, size):
    start = Start.of(biscuit, None, None)
    await press(HamdiaryApp(start), "3", size=size)
    start.close()
    assert stored(biscuit).gait == 3


async def test_a_click_on_a_dot_scores_that_line(app, biscuit):
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        row = next(y for y, line in enumerate(screen_text(app).splitlines()) if "Right leg" in line)
        column = screen_text(app).splitlines()[row].index("·")
        await pilot.click(offset=(column + 4, row))
        await pilot.pause()
        assert stored(biscuit).leg_right == 2


async def test_the_whole_wording_of_a_line_is_one_key_away(app):
    text = await press(app, "question_mark")
    assert "the rump leaves the cloth" in text


async def test_the_carers_initials_go_with_the_next_score(app, biscuit):
    await press(app, "end", "enter", *"KM", "enter", "home", "4")
    assert stored(biscuit).carer == "KM"
    start = Start.of({**biscuit, "HAMDIARY_NOW": "2026-11-23T21:00:00+01:00"}, None, None)
    await press(HamdiaryApp(start), "4")
    night = start.session.diary.night(start.hamster.id, date(2026, 11, 23))
    start.close()
    assert night.carer == "KM"


async def test_a_fault_shows_one_line_and_nothing_of_the_diary(app, biscuit, capsys):
    record(biscuit, {"note": "secret words"})
    with pytest.raises(ZeroDivisionError):
        async with app.run_test() as pilot:
            await pilot.pause()
            app.screen.call_later(lambda: 1 // 0)
            await pilot.pause()
    printed = capsys.readouterr()
    assert "secret words" not in printed.out + printed.err
    assert "Traceback" not in printed.out + printed.err


async def test_an_answer_goes_to_the_night_it_was_given_for_even_in_a_burst(app, biscuit):
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for key in ("3", "<", "4"):
            app.simulate_key(key)
        await pilot.pause(0.2)
    with open_session(biscuit) as session:
        hamster = session.hamster().id
        assert session.diary.night(hamster, TONIGHT).gait == 3


async def test_undo_right_behind_a_key_takes_back_that_key(app, biscuit):
    record(biscuit, {"droppings": "soft"})
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.simulate_key("3")
        app.simulate_key("ctrl+z")
        await pilot.pause(0.2)
    assert (stored(biscuit).gait, stored(biscuit).droppings) == (None, "soft")


async def test_a_key_right_before_the_end_is_kept(app, biscuit):
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.simulate_key("3")
        app.simulate_key("ctrl+q")
        await pilot.pause(0.2)
    assert stored(biscuit).gait == 3


async def test_a_pasted_note_of_a_hundred_kilobytes_is_kept_whole(app, biscuit):
    words = "Stood up well. " * 7000
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n")
        await pilot.pause()
        app.post_message(events.Paste(words))
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause(0.05)
    assert stored(biscuit).note == words.strip()


async def test_a_note_that_is_too_long_stays_open_and_says_so(app, biscuit):
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n")
        await pilot.pause()
        app.post_message(events.Paste("x" * 250_001))
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause(0.05)
        assert "250,000 can be kept" in screen_text(app)
        assert stored(biscuit).note is None


async def test_words_typed_right_behind_n_go_into_the_note_and_score_nothing(app, biscuit):
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for key in "n10steps":
            app.simulate_key(key)
        await pilot.pause(0.2)
        await pilot.press("enter")
        await pilot.pause(0.05)
    assert stored(biscuit).note == "10steps"
    assert stored(biscuit).gait is None


async def test_a_number_that_is_still_open_is_kept_at_the_end(app, biscuit):
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*["down"] * 6, *"12", "ctrl+q")
        await pilot.pause(0.2)
    assert stored(biscuit).water_ml == 12.0


async def test_a_number_that_must_be_asked_about_keeps_the_window_open(app, biscuit):
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*["down"] * 7, *"1184", "ctrl+q")
        await pilot.pause(0.2)
        assert "did you mean" in screen_text(app)
        await pilot.press("enter")
        await pilot.pause(0.05)
    assert stored(biscuit).weight_g == 118.4


async def test_a_question_that_waits_is_not_ended_over_unawares(app, biscuit):
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*["down"] * 7, *"1184", "enter")
        await pilot.pause()
        await pilot.press("ctrl+q")
        await pilot.pause(0.2)
        assert app.is_running
        assert "did you mean" in screen_text(app)
        assert "it should be 118.4 g" in screen_text(app)
        await pilot.press("enter")
        await pilot.pause(0.05)
    assert stored(biscuit).weight_g == 118.4


async def test_who_ends_twice_over_a_question_ends(app, biscuit):
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*["down"] * 7, *"1184", "enter")
        await pilot.pause()
        await pilot.press("ctrl+q", "ctrl+q")
        await pilot.pause(0.2)
        assert not app.is_running
    assert stored(biscuit).weight_g is None


async def test_two_leaving_keys_in_one_burst_leave_a_note_once(app, biscuit):
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n", "x")
        app.simulate_key("enter")
        app.simulate_key("enter")
        await pilot.pause(0.2)
        assert stored(biscuit).note == "x"


async def test_none_seen_leaves_what_was_answered_before(app, biscuit):
    record(biscuit, {"sign_rolling": "not_checked", "sign_bleed": "yes"})
    await press(app, *["down"] * 10, "0")
    signs = stored(biscuit).signs
    assert (signs["rolling"], signs["bleed"], signs["tilt"]) == ("not_checked", "yes", "no")


async def test_a_note_changed_in_another_window_meanwhile_is_kept_beside_this_one(app, biscuit):
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("n", *"here")
        record(biscuit, {"note": "there"})
        await pilot.press("enter")
        await pilot.pause(0.05)
    assert stored(biscuit).note == "there\nhere"


async def test_a_note_that_could_not_be_saved_is_there_when_it_is_opened_again(app, biscuit):
    diary = Path(biscuit["HAMDIARY_HOME"]) / "diary.db"
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.press("n", *"words")
        diary.rename(diary.with_name("away.db"))
        await pilot.press("enter")
        await pilot.pause(0.05)
        assert "not saved ✗" in screen_text(app)
        diary.with_name("away.db").rename(diary)
        await pilot.press("n")
        await pilot.pause(0.05)
        await pilot.press("enter")
        await pilot.pause(0.05)
    assert stored(biscuit).note == "words"


async def test_letters_of_a_burst_stay_in_their_order(app, biscuit):
    async with app.run_test(notifications=True) as pilot:
        await pilot.pause()
        form = app.screen.tonight.form
        form.go_to("surface")
        form.enter()
        for letter in "fleece":  # some of them wait at the form, others come by the app
            key = events.Key(letter, letter)
            (form if letter in "fl" else app).post_message(key)
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause(0.05)
    assert stored(biscuit).surface == "fleece"


async def test_pasting_into_an_open_field_puts_the_text_at_the_cursor(app, biscuit):
    async with app.run_test(notifications=True) as pilot:
        await pilot.pause()
        form = app.screen.tonight.form
        form.go_to("surface")
        form.enter()
        await pilot.press("a", "b", "left")
        app.post_message(events.Paste("xy\nz"))
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause(0.05)
    assert stored(biscuit).surface == "axyb"


@contextmanager
def held_by_another_program(environment, app):
    """The diary is held, and nobody waits long for it."""
    app.screen.session.diary.file.rows("PRAGMA busy_timeout = 1")
    other = sqlite3.connect(Path(environment["HAMDIARY_HOME"]) / "diary.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    yield
    other.execute("ROLLBACK")
    other.close()


async def test_what_was_typed_while_an_answer_waited_in_vain_lands_on_no_other_line(app, biscuit):
    record(biscuit, {"gait": 3})
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.pause()
        typed_blindly = [events.Key("4", "4"), events.Key("3", "3"), events.Paste("2")]
        with held_by_another_program(biscuit, app):
            await pilot.press("5")
            await pilot.pause()
        for each in typed_blindly:
            app.post_message(each)
        await pilot.pause()
        words = " ".join(screen_text(app).replace("│", " ").split())
        assert "Not saved: another program holds the diary" in words
        assert "What was typed meanwhile was not taken." in words
        await pilot.press("5", "4", "3")
        await pilot.pause()
    night = stored(biscuit)
    assert (night.gait, night.leg_left, night.leg_right) == (5, 4, 3)


async def test_a_number_that_could_not_be_saved_stays_typed(app, biscuit):
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.pause()
        app.screen.view.form.go_to("weight_g")
        with held_by_another_program(biscuit, app):
            await pilot.press(*"118.4", "enter")
            await pilot.pause()
        assert "Not saved" in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
    assert stored(biscuit).weight_g == 118.4
