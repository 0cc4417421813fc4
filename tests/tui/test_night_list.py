"""The list of nights of a diary as long as ten years, and where its lines stand."""

from datetime import date, timedelta

import pytest

from hamdiary.domain.evening import Moment
from hamdiary.services.clock import Clock
from hamdiary.services.looking_back import EveryEvening, place_in
from hamdiary.services.sample.making import make_sample
from hamdiary.storage.locations import Home
from hamdiary.tui.app import HamdiaryApp
from hamdiary.tui.start import Start
from hamdiary.tui.views.diary import DiaryView
from hamdiary.tui.widgets.night_columns import NightColumns
from hamdiary.tui.widgets.night_list import NightList
from hamdiary.tui.widgets.night_order import NightOrder
from hamdiary.tui.widgets.night_rows import note_part

TONIGHT = date(2026, 11, 22)


@pytest.fixture(scope="module")
def ten_years(tmp_path_factory):
    home = tmp_path_factory.mktemp("ten-years")
    environment = {
        "HAMDIARY_HOME": str(home),
        "HAMDIARY_NOW": "2026-11-22T21:16:00+01:00",
        "TZ": "Europe/Berlin",
    }
    now: Moment = Clock(environment).now()
    make_sample(Home(home).diary, Home(home), years=10, now=now)
    return environment


async def test_ten_years_open_with_one_page_of_nights_and_jump_with_one_more(ten_years):
    start = Start.of(ten_years, None, None)
    async with HamdiaryApp(start).run_test(size=(120, 40)) as pilot:
        await pilot.press("d")
        await pilot.pause()
        view = pilot.app.screen.query_one(DiaryView)
        assert len(view.pages.evenings) == 3650
        assert view.pages.pages_held == 1

        await pilot.press("end")
        await pilot.pause()
        assert view.pages.pages_held <= 3
        assert view.evening == TONIGHT - timedelta(days=3649)
    start.session.diary.close()


async def test_going_through_ten_years_keeps_few_pages(ten_years):
    start = Start.of(ten_years, None, None)
    async with HamdiaryApp(start).run_test(size=(80, 24)) as pilot:
        await pilot.press("d")
        await pilot.press(*["pagedown"] * 60)
        await pilot.pause()
        assert pilot.app.screen.query_one(DiaryView).pages.pages_held <= 8
    start.session.diary.close()


async def test_the_wheel_scrolls_and_leaves_the_cursor_where_it_is(ten_years):
    start = Start.of(ten_years, None, None)
    async with HamdiaryApp(start).run_test(size=(80, 24)) as pilot:
        await pilot.press("d")
        await pilot.pause()
        nights = pilot.app.screen.query_one(NightList)
        nights.scroll_relative(y=9, animate=False)
        await pilot.pause()

        assert nights.evening == TONIGHT
        assert nights.lines()[0].plain.strip().startswith("Fri 13 Nov")

        await pilot.press("down")
        await pilot.pause()
        assert nights.lines()[0].plain.startswith("▌ Sat 21 Nov")
    start.session.diary.close()


async def test_another_year_has_a_line_of_its_own(ten_years):
    start = Start.of(ten_years, None, None)
    async with HamdiaryApp(start).run_test(size=(80, 24)) as pilot:
        await pilot.press("d")
        await pilot.press("slash", *"fleece", "enter", "end")
        await pilot.pause()
        nights = pilot.app.screen.query_one(NightList)
        plain = [line.plain for line in nights.lines()]

        assert any(line.strip().startswith("2016 ╌") for line in plain)
    start.session.diary.close()


@pytest.mark.parametrize("ahead", [(), (date(2028, 2, 29), date(2026, 12, 24))])
def test_every_evening_is_found_where_it_stands(ahead):
    evenings = EveryEvening(TONIGHT, date(2024, 2, 27), ahead)

    for place, evening in enumerate(evenings):
        assert place_in(evenings, evening) == place
    assert evenings[len(evenings) - 1] == date(2024, 2, 27)
    assert list(evenings[:3]) == [evenings[0], evenings[1], evenings[2]]


def test_an_evening_that_is_not_listed_leads_to_the_next_older_one():
    evenings = [date(2026, 5, 9), date(2026, 5, 7), date(2025, 1, 1)]

    assert place_in(evenings, date(2026, 5, 8)) == 1
    assert place_in(evenings, date(2024, 1, 1)) == 3


def test_year_lines_stand_above_the_first_night_of_each_year():
    evenings = [date(2026, 1, 2), date(2026, 1, 1), date(2025, 12, 31), date(2023, 6, 1)]
    order = NightOrder(evenings, 2026)

    assert order.lines == 6
    assert [order.at(line) for line in range(6)] == [
        (0, False), (1, False), (2, True), (2, False), (3, True), (3, False),
    ]  # fmt: skip
    assert [order.line_of(place) for place in range(4)] == [0, 1, 3, 5]


def test_hits_of_an_earlier_year_begin_with_its_line():
    order = NightOrder([date(2024, 1, 2)], 2026)

    assert order.at(0) == (0, True)


def test_a_list_of_nothing_has_no_lines():
    assert NightOrder([], 2026).lines == 0


@pytest.mark.parametrize("width", [5, 12, 30, 53, 55, 72, 75, 150])
def test_columns_that_do_not_fit_are_left_out(width):
    columns = NightColumns.of(width).columns

    assert all(column.start + column.width <= width for column in columns)


@pytest.mark.parametrize("width", range(10, 160))
def test_a_note_has_room_for_some_words_or_no_column(width):
    columns = NightColumns.of(width)

    assert columns.note == width or width - columns.note >= 12


@pytest.mark.parametrize("width", [51, 54, 72])
def test_the_weight_stays_where_the_note_has_to_go(width):
    assert NightColumns.of(width).columns[-1].measure == "weight_g"


@pytest.mark.parametrize("width", [40, 54, 72])
def test_a_search_shows_notes_even_where_the_list_has_no_room_for_them(width):
    columns = NightColumns.of(width, with_note=True)

    assert width - columns.note >= 12


@pytest.mark.parametrize("room", [1, 2, 5, 16, 40])
@pytest.mark.parametrize(
    "note",
    ["short", "a long note about a hamster that walked the whole fleece", "今日はよく食べました",
     "🐹" * 30, "x" * 500 + " fleece", "line one\nline two fleece"],
)  # fmt: skip
@pytest.mark.parametrize("words", ["", "fleece", "食べ", "x", "🐹"])
def test_a_note_never_takes_more_room_than_there_is(note, room, words):
    assert note_part(note, room, words).width <= room


def test_the_part_of_a_note_that_was_found_is_shown():
    shown = note_part("A long evening with nothing new, then he stood at the bowl", 24, "stood")

    assert shown.plain.startswith("…")
    assert "stood" in [span.text for span in shown.spans if span.ink == "underlined"]
