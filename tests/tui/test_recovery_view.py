"""The Recovery view, by keys and clicks: plots, cursor, ranges, words, and odd diaries."""

import subprocess
import sys
from datetime import date, timedelta

import pytest

from hamdiary.domain.measures import NotSeen
from hamdiary.services import dosing, happening, recovery, timing
from hamdiary.services.recording import new_hamster, record_hamster, record_night
from hamdiary.tui.views.recovery import RecoveryView
from hamdiary.tui.widgets.plot_card import PlotCard

TONIGHT = date(2026, 11, 22)
SIZES = ((120, 40), (80, 24), (60, 18), (45, 14), (200, 60), (120, 30), (100, 40), (80, 50))
UNSEEN = NotSeen.NOT_SEEN
GAIT = (0, None, 0, 1, 1, UNSEEN, 1, 1, 2, None, 1, 2, 3, 3)
"""The nights of the picture that the view is held against; the last one is tonight."""


def ago(nights):
    return TONIGHT - timedelta(days=nights)


def record(evening, back, **values):
    with evening.session() as session:
        record_night(session, session.hamster(), ago(back), values)


def fill(evening):
    """Two weeks with everything in them."""
    with evening.session() as session:
        hamster = session.hamster()
        for back, gait in enumerate(reversed(GAIT)):
            if gait is None:
                continue
            leg = gait if gait is UNSEEN else min(gait, 2)
            values = {"gait": gait, "leg_left": leg, "leg_right": leg, "ate": "most",
                      "droppings": "normal", "weight_g": 118.0 + back % 3}  # fmt: skip
            record_night(session, hamster, ago(back), values)
        record_night(session, hamster, ago(3), {"note": "Sleepy, [b]woke[/b] late."})
        timing.add_outing(session, hamster, ago(3), 15, None)
        drops = {"name": "Vitamin drops", "times": "21:00", "days": 20.0, "starts": ago(11)}
        dosing.add_medicine(session, hamster, drops)
        visit = {"what": "vet_visit", "on_day": ago(12), "note": "gut infection suspected"}
        happening.add_happening(session, hamster, visit)


def view_of(evening):
    return evening.app.screen_stack[0].query_one(RecoveryView)


def card_of(evening):
    return view_of(evening).query_one(PlotCard)


def side_of(evening):
    """What the night's card beside the plots says."""
    rows = evening.app.screen.query_one("#recovery-side").lines()[:17]
    return " ".join(" ".join(row.plain.strip("│").split()) for row in rows)


def chips(evening):
    """What is reversed: the view, the page, the range, the cursor's date."""
    rows = [row for widget in ("#plots",) for row in evening.app.screen.query_one(widget).lines()]
    return [span.text.strip() for row in rows for span in row.spans if span.ink == "chip"]


async def press(pilot, *keys):
    await pilot.press(*keys)
    await pilot.pause()


# What is shown


async def test_all_four_plots_stand_with_words_and_marks_beside_them(evening):
    fill(evening)
    async with evening.window() as pilot:
        await press(pilot, "r")
        text = evening.text
        for words in ("Gait ", "Legs ", "Weight ", "Out of cage", "Droppings", "Doses", "In words",
                      "Marks", "starts: Vitamin", "Gait median 1 → 2", "Nov 2026"):  # fmt: skip
            assert words in text
        assert "●" in text and "◄" in text and "⠤" in text and "15" in text


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_every_plot_and_the_words_are_reached_at_every_size(evening, size):
    fill(evening)
    async with evening.window(size) as pilot:
        await press(pilot, "r")
        seen = evening.text
        for _ in range(6):
            await press(pilot, "tab")
            seen += evening.text
        for words in ("5 normal", "4 normal", "% of its usual", "minutes", "Droppings",
                      "Gait median 1 → 2", "14", "30", "90", "all"):  # fmt: skip
            assert words in seen


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_frames_stay_whole_and_no_line_is_wider_than_the_window(evening, size):
    fill(evening)
    async with evening.window(size) as pilot:
        await press(pilot, "r")
        for key in ("2", "tab", "3", "p", "tab", "4", "y", "tab", "1", "tab", "home", "tab"):
            await press(pilot, key)
            for row in evening.app.screen.query_one("#plots").lines():
                assert row.width == evening.app.screen.query_one("#plots").size.width
                assert row.plain[0] in "╭│╰" and row.plain[-1] in "╮│╯"


async def test_words_stand_below_the_plot_where_there_is_no_column_for_them(evening):
    fill(evening)
    async with evening.window((80, 24)) as pilot:
        await press(pilot, "r", "left")
        rows = evening.text.splitlines()
        below = next(number for number, row in enumerate(rows) if "Sat 21 Nov" in row)
        assert below > next(number for number, row in enumerate(rows) if "Nov 2026" in row)
        assert "gait 3 stands ▲ 1" in rows[below]
        assert "Gait median 1 → 2" in rows[below + 1]


async def test_words_come_first_in_a_window_of_one_column(evening):
    fill(evening)
    async with evening.window((60, 18)) as pilot:
        await press(pilot, "r")
        rows = evening.text.splitlines()
        assert "gait 3 stands" in rows[3]
        assert "Gait median" in rows[4]
        assert any("●" in row for row in rows[8:])
        assert not any("◄" in row for row in rows)


async def test_the_smallest_window_has_the_words_and_each_plot_alone(evening):
    fill(evening)
    async with evening.window((45, 14)) as pilot:
        await press(pilot, "r")
        assert "Gait median 1 → 2" in evening.text and "●" not in evening.text
        await press(pilot, "tab")
        assert "●" in evening.text and "Sun 22 Nov" in evening.text.splitlines()[-2]


async def test_one_large_plot_or_all_four(evening):
    fill(evening)
    async with evening.window() as pilot:
        await press(pilot, "r", "l")
        assert "All four" not in chips(evening) and "Legs" in chips(evening)
        assert "Out of cage" not in evening.text
        await press(pilot, "l")
        assert "All four" in chips(evening)
        await press(pilot, "tab", "tab", "escape")
        assert "All four" in chips(evening)


# The cursor


async def test_the_cursor_reads_out_a_night(evening):
    fill(evening)
    async with evening.window() as pilot:
        await press(pilot, "r", "left", "left", "left")
        text = side_of(evening)
        for words in ("Thu 19 Nov", "day 9 of 20", "1 flicker", "▼ 1", "15 min", "goal 30",
                      "· Vitamin drops", "[b]woke[/b]", "One level is noise"):  # fmt: skip
            assert words in " ".join(text.split())
        assert "19" in chips(evening)


async def test_a_night_without_a_score_says_which_it_is(evening):
    fill(evening)
    async with evening.window() as pilot:
        await press(pilot, "r", *["left"] * 8)
        assert "× not seen" in evening.text
        await press(pilot, *["right"] * 4)
        assert "· not recorded" in evening.text


async def test_the_cursor_stays_among_the_nights_that_are_shown(evening):
    fill(evening)
    async with evening.window() as pilot:
        await press(pilot, "r", "right")
        assert view_of(evening).evening == TONIGHT
        await press(pilot, "home", "left")
        assert view_of(evening).evening == ago(13)
        await press(pilot, "pagedown")
        assert view_of(evening).evening == ago(6)
        await press(pilot, "pageup", "pageup", "end")
        assert view_of(evening).evening == TONIGHT
        await press(pilot, "2", "home", "1")
        assert view_of(evening).evening == ago(13)


async def test_keys_pressed_at_once_are_all_heard(evening):
    fill(evening)
    async with evening.window() as pilot:
        await press(pilot, "r", *["left"] * 9, "right")
        assert view_of(evening).evening == ago(8)


async def test_enter_opens_the_log_of_the_night(evening):
    fill(evening)
    async with evening.window() as pilot:
        await press(pilot, "r", "left", "left", "enter")
        assert evening.app.screen.page.evening == ago(2)
        assert evening.app.screen.view.id == "tonight"
        await press(pilot, "backspace", "r")
        assert view_of(evening).evening == ago(2)
        assert "Gait · not recorded" in side_of(evening)


async def test_a_click_goes_to_a_night_and_a_second_one_opens_it(evening):
    fill(evening)
    async with evening.window() as pilot:
        await press(pilot, "r")
        place = 2 + 12 + 5 * 10 + 2
        await pilot.click(PlotCard, offset=(place, 20))
        await pilot.pause()
        assert view_of(evening).evening == ago(3)
        assert evening.app.screen.view.id == "recovery"
        await pilot.click(PlotCard, offset=(place, 20))
        await pilot.pause()
        assert evening.app.screen.page.evening == ago(3)


async def test_a_night_of_many_that_share_a_column_is_marked_below(evening):
    fill(evening)
    record(evening, 900, gait=2)
    async with evening.window() as pilot:
        await press(pilot, "r", "4", "left")
        assert "21 Nov 2026" in chips(evening)
        await press(pilot, "pageup")
        stride = (ago(1) - view_of(evening).evening).days
        assert stride == -(-901 // 70)


# Ranges, the published case, days of treatment


@pytest.mark.parametrize(("key", "name"), [("1", "14"), ("2", "30"), ("3", "90"), ("4", "all")])
async def test_a_digit_chooses_the_nights(evening, key, name):
    fill(evening)
    async with evening.window() as pilot:
        await press(pilot, "r", "2", key)
        assert name in chips(evening)


async def test_brackets_go_through_the_ranges_and_stop_at_the_ends(evening):
    fill(evening)
    async with evening.window() as pilot:
        await press(pilot, "r", "left_square_bracket")
        assert "14" in chips(evening)
        await press(pilot, *["right_square_bracket"] * 9)
        assert "all" in chips(evening)
        await press(pilot, "left_square_bracket")
        assert "90" in chips(evening)
        assert evening.app.screen.view.id == "recovery"


async def test_ranges_and_plots_are_chosen_by_clicks_too(evening):
    fill(evening)
    async with evening.window() as pilot:
        await press(pilot, "r")
        top = card_of(evening).lines()[0].plain
        await pilot.click(PlotCard, offset=(top.index(" 30 ") + 1, 0))
        await pilot.pause()
        assert "30" in chips(evening)
        await pilot.click(PlotCard, offset=(top.index("Weight"), 0))
        await pilot.pause()
        assert "Weight" in chips(evening)


async def test_the_published_case_is_told_as_one_case(evening):
    fill(evening)
    async with evening.window() as pilot:
        await press(pilot, "r", "p")
        assert "○ one published case, not a forecast" in evening.text
        await press(pilot, "p")
        assert "published case, not" not in evening.text


@pytest.mark.parametrize("size", [(45, 20), (60, 18), (80, 24), (120, 40)], ids=str)
async def test_the_published_case_comes_with_the_plot_that_it_is_drawn_into(evening, size):
    fill(evening)
    async with evening.window(size) as pilot:
        await press(pilot, "r", "shift+tab", "p")
        assert "published case" in evening.text


async def test_days_of_treatment_stand_in_place_of_dates(evening):
    fill(evening)
    async with evening.window() as pilot:
        await press(pilot, "r", "y")
        assert "Day of" in evening.text and "treatment" in evening.text
        assert "12" in chips(evening)


@pytest.mark.parametrize("key", ["p", "y"])
async def test_without_a_treatment_it_says_where_one_comes_from(evening, key):
    record(evening, 0, gait=3)
    async with evening.window() as pilot:
        await press(pilot, "r", key)
        assert "No first day of treatment is recorded." in evening.text
        assert "Day of" not in evening.text


# In words


async def test_everything_is_there_in_words_and_how_to_read_it(evening):
    fill(evening)
    async with evening.window() as pilot:
        await press(pilot, "r", "w")
        seen = evening.text
        for _ in range(6):
            await press(pilot, "pagedown")
            seen += evening.text
        for words in ("Gait median 1 → 2", "Left leg median", "Usual", "Droppings normal on",
                      "Doses 11 not recorded, 1 due.", "How to read it", "not a forecast",
                      "starts: Vitamin drops", "does not show"):  # fmt: skip
            assert words in seen.replace("Nothing here is a forecast", "not a forecast")
        await press(pilot, "escape")
        assert "How to read it" not in evening.text


async def test_the_question_mark_tells_how_to_read_it(evening):
    fill(evening)
    async with evening.window() as pilot:
        await press(pilot, "r", "question_mark")
        await press(pilot, "end")
        assert "Nothing here is a forecast" in evening.text


async def test_nothing_said_is_a_mean_a_share_or_a_forecast(evening):
    fill(evening)
    async with evening.window((200, 60)) as pilot:
        await press(pilot, "r", "2")
        text = evening.text.lower()
        for word in ("average", "mean ", "recovered", "on track", "cured", "expected", "will "):
            assert word not in text


# Odd diaries


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_an_empty_diary_says_what_to_do(evening, size):
    async with evening.window(size) as pilot:
        await press(pilot, "r")
        assert "Nothing is recorded" in evening.text
        assert "t  logs tonight in a minute" in evening.text
        for keys in (("4",), ("left", "end"), ("tab",), ("l",), ("w", "escape"), ("enter",)):
            await press(pilot, *keys)
        assert evening.app.screen.view.id == "tonight"


async def test_nights_long_ago_are_pointed_to(evening):
    record(evening, 200, gait=2)
    async with evening.window() as pilot:
        await press(pilot, "r")
        assert "4  shows every night" in evening.text
        await press(pilot, "4")
        assert "Nothing is recorded" not in evening.text and "⠒" in evening.text


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize(
    "nights",
    [
        {0: {"gait": 3, "weight_g": 118.4}},
        {back: {"note": "only words"} for back in range(14)},
        {back: {"gait": UNSEEN, "leg_left": UNSEEN} for back in range(14)},
        {back: {"gait": 0, "leg_left": 0, "leg_right": 0, "ate": "none"} for back in range(14)},
        {back: {"gait": 5, "weight_g": 120.0} for back in range(0, 14, 2)},
        {0: {"weight_g": 4000.0}, 1: {"weight_g": 12.0}, 2: {"water_ml": 99.0}},
    ],
    ids=["one night", "all gaps", "all not seen", "all nought", "all equal", "slips"],
)
async def test_an_odd_diary_is_drawn_and_gone_through(evening, nights, size):
    with evening.session() as session:
        for back, values in nights.items():
            record_night(session, session.hamster(), ago(back), values)
    async with evening.window(size) as pilot:
        await press(pilot, "r")
        assert "Nothing is recorded" not in evening.text
        for key in ("left", "tab", "tab", "4", "tab", "home", "tab", "2", "end"):
            await press(pilot, key)
            for row in card_of(evening).lines():
                assert row.width == card_of(evening).size.width


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_words_full_of_marks_and_letters_of_every_width_do_no_harm(evening, size):
    odd = "[/]🐹‍👩 ハムスター [@click=app.quit]x[/] \u202e\x1b[2J end " * 3
    fill(evening)
    with evening.session() as session:
        for back in (0, 5, 20):
            values = {"what": "other", "on_day": ago(back), "note": odd[:400]}
            happening.add_happening(session, session.hamster(), values)
        record_hamster(session, session.hamster(), {"name": odd[:60]})
        record_night(session, session.hamster(), TONIGHT, {"note": odd * 20})
        medicine = {"name": odd[:60], "times": "20:00 21:00", "starts": ago(3)}
        dosing.add_medicine(session, session.hamster(), medicine)
    async with evening.window(size) as pilot:
        await press(pilot, "r")
        for keys in (("left", "right"), ("tab",), ("tab",), ("2",), ("w", "pagedown", "escape")):
            await press(pilot, *keys)
            assert "\x1b" not in evening.text and "\u202e" not in evening.text
            for row in card_of(evening).lines():
                assert row.width == card_of(evening).size.width


# What is read and drawn, and when


async def test_what_another_program_records_appears(evening):
    fill(evening)
    async with evening.window() as pilot:
        await press(pilot, "r")
        record(evening, 0, gait=5)
        await pilot.pause(1.2)
        assert "5 normal" in side_of(evening)


async def test_a_second_look_reads_and_draws_nothing_anew(evening, monkeypatch):
    fill(evening)
    async with evening.window() as pilot:
        await press(pilot, "r", "4", "1")
        card = card_of(evening)
        read, drawn = view_of(evening)._course(), dict(card._pictures)
        await press(pilot, "t", "r", "left", "right")
        assert view_of(evening)._course() is read
        assert card._pictures.keys() == drawn.keys()
        assert all(card._pictures[key] is drawn[key] for key in drawn)


async def test_every_theme_shows_the_same_words(evening):
    fill(evening)
    async with evening.window() as pilot:
        await press(pilot, "r", "left")
        text = evening.text
        for theme in ("meadow", "black and white", "white and black", "nord"):
            evening.app.theme = theme
            await pilot.pause()
            await pilot.pause()
            assert evening.text == text


@pytest.mark.parametrize("theme", ["burrow", "black and white"])
async def test_the_cursors_column_can_be_told_from_the_others(evening, theme):
    fill(evening)
    async with evening.window() as pilot:
        evening.app.theme = theme
        await press(pilot, "r", "left", "left", "left")
        styles = [segment.style for segment in card_of(evening).render_line(3)]
        grounds = {(str(style.bgcolor), style.reverse) for style in styles}
        assert len(grounds) == 2


async def test_another_hamster_has_its_own_course(evening):
    fill(evening)
    with evening.session() as session:
        first = session.hamster()
        moss = record_hamster(session, new_hamster(), {"name": "Moss"})
        session.switch_to(first)
    async with evening.window() as pilot:
        await press(pilot, "r")
        assert "Nothing is recorded" not in evening.text
        evening.app.screen.open_diary_of(moss)
        await pilot.pause()
        await press(pilot, "r")
        assert "Nothing is recorded" in evening.text and "Moss" in evening.text


async def test_a_diary_that_cannot_be_read_says_so(evening, monkeypatch):
    from hamdiary.storage.errors import DiaryTrouble

    def broken(*_):
        raise DiaryTrouble("the diary cannot be read")

    fill(evening)
    async with evening.window() as pilot:
        monkeypatch.setattr("hamdiary.tui.views.recovery.course_of", broken)
        await press(pilot, "r", "left", "w", "y")
        assert "the diary cannot be read" in evening.text


async def test_the_view_is_reached_by_its_function_key_and_by_the_mouse(evening):
    async with evening.window() as pilot:
        await press(pilot, "f3")
        assert evening.app.screen.view.id == "recovery"
        await press(pilot, "t")
        await pilot.click("#views", offset=(18, 0))
        await pilot.pause()
        assert evening.app.screen.view.id == "recovery"


# On Tonight


async def test_tonight_shows_two_weeks_with_their_medians(evening):
    fill(evening)
    async with evening.window() as pilot:
        await pilot.pause()
        card = "\n".join(row.plain for row in evening.app.screen.query_one("#lately").lines())
        for words in ("●", "× ", "Left  ◄", "Right ►", "medians, 7 nights", "Gait  1 → 2 ▲",
                      "11 of 14 nights", "22", "treatment"):  # fmt: skip
            assert words in card
        before = card.count("●")
        await press(pilot, "backspace")
        card = "\n".join(row.plain for row in evening.app.screen.query_one("#lately").lines())
        assert card.count("●") == before - 1
        await pilot.click("#lately", offset=(20, 4))
        await pilot.pause()
        assert evening.app.screen.view.id == "recovery"


async def test_tonight_of_an_empty_diary_promises_nothing(evening):
    async with evening.window() as pilot:
        await pilot.pause()
        card = "\n".join(row.plain for row in evening.app.screen.query_one("#lately").lines())
        assert card.count("too few yet") == 3 and "0 of 14 nights" in card


@pytest.mark.parametrize("size", [(100, 40), (104, 36), (120, 40), (160, 40), (200, 60)], ids=str)
async def test_the_small_plot_keeps_to_its_card(evening, size):
    fill(evening)
    async with evening.window(size) as pilot:
        await pilot.pause()
        card = evening.app.screen.query_one("#lately")
        assert any("●" in row.plain for row in card.lines())
        assert all(row.width == card.size.width for row in card.lines())


UNWANTED = ("plotext", "hamdiary.render.weight_plot", "hamdiary.domain.trends.course",
            "hamdiary.tui.views.recovery", "hamdiary.services.recovery")  # fmt: skip

SMALL_PLOT_ONLY = """
import sys
from datetime import date
from hamdiary.domain.trends.series import nights_up_to
from hamdiary.render.small_plot import legs_of, medians_beside, small_plot

span = nights_up_to(date(2026, 11, 22), 14)
small_plot(legs_of([]), span, 3, None), medians_beside(legs_of([]), span)
print(*sys.modules)
"""

TONIGHT_ONLY = """
import asyncio, sys
from hamdiary.tui.app import HamdiaryApp
from hamdiary.tui.start import Start

async def look():
    start = Start.of({environment!r}, None, None)
    app = HamdiaryApp(start)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert any("medians" in row.plain for row in app.screen.query_one("#lately").lines())
        print(*sys.modules)
    start.close()

asyncio.run(look())
"""


@pytest.mark.parametrize("unneeded", ["plotext", "statistics", "dateutil", "rich", "textual"])
def test_the_small_plot_needs_nothing_heavy(unneeded):
    code = [sys.executable, "-c", SMALL_PLOT_ONLY]
    done = subprocess.run(code, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert unneeded not in done.stdout.split()


def test_tonight_loads_nothing_of_the_large_plots(evening):
    done = subprocess.run(
        [sys.executable, "-c", TONIGHT_ONLY.format(environment=evening.environment)],
        capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    loaded = set(done.stdout.split())
    assert "hamdiary.render.small_plot" in loaded
    assert not loaded & set(UNWANTED)


# In the Diary


async def test_a_wide_list_shows_the_gait_of_the_nights_up_to_each_one(evening):
    fill(evening)
    async with evening.window((200, 60)) as pilot:
        await press(pilot, "d")
        rows = [row for row in evening.text.splitlines() if "Nov" in row]
        assert "7 nights" in evening.text
        assert any("▂▃·▂▃▄▄" in row for row in rows)
        assert any("▁·▁" in row for row in rows)


async def test_nights_that_were_picked_out_have_no_such_column(evening):
    fill(evening)
    async with evening.window((200, 60)) as pilot:
        await press(pilot, "d")
        assert "Weight  7 nights  Note" in evening.text
        await press(pilot, "2")
        assert "Weight   Note" in evening.text


async def test_the_courses_read_are_those_of_the_services(evening):
    fill(evening)
    async with evening.window() as pilot:
        await press(pilot, "r", "2")
        with evening.session() as session:
            hamster = session.hamster()
            span = recovery.span_of(session, hamster, 30)
            assert view_of(evening)._course().course == recovery.course_of(session, hamster, span)
