"""Looking back: going from night to night, searching, opening, deleting, bringing back."""

from contextlib import asynccontextmanager
from datetime import date, timedelta

import pytest
from textual.events import Paste

from hamdiary.domain.measures import NotSeen
from hamdiary.services.pages import night_page
from hamdiary.services.recording import new_hamster, record_hamster, record_night
from hamdiary.services.session import open_session
from hamdiary.tui.app import HamdiaryApp
from hamdiary.tui.care_actions import SHOWN_AFTER
from hamdiary.tui.dialogs.delete_night import DeleteNightDialog
from hamdiary.tui.start import Start
from hamdiary.tui.views.diary import DiaryView
from hamdiary.tui.widgets.calendar import MonthCard
from hamdiary.tui.widgets.night_list import NightList
from hamdiary.tui.widgets.search_line import SearchCard

TONIGHT = date(2026, 11, 22)

NIGHTS = {
    0: {"gait": 3, "leg_left": 2, "leg_right": 1, "ate": "most", "weight_g": 118.4},
    1: {"gait": 2, "droppings": "watery", "note": "Rump off the cloth, twice!"},
    3: {"gait": NotSeen.NOT_SEEN, "note": "Slept deep. Café crème nearby."},
    6: {"gait": 0, "note": "[b]bold[/b] [/] [@click=app.quit()]leave[/]"},
    40: {"gait": 5, "note": "今日はよく食べました。🐹 Twice round the wheel."},
}
"""What is recorded, by nights before tonight; all others are missing."""


@pytest.fixture
def looked_back(biscuit):
    with open_session(biscuit) as session:
        for back, values in NIGHTS.items():
            record_night(session, session.hamster(), ago(back), values)
    return biscuit


def ago(nights):
    return TONIGHT - timedelta(days=nights)


@asynccontextmanager
async def diary(environment, size=(120, 40)):
    start = Start.of(environment, None, None)
    try:
        async with HamdiaryApp(start).run_test(size=size, notifications=True) as pilot:
            await pilot.press("d")
            await pilot.pause(SHOWN_AFTER + 0.1)  # what comes right after the first frame stands
            yield pilot
    finally:
        start.session.diary.close()


def view(pilot):
    return pilot.app.screen_stack[0].query_one(DiaryView)


def rows(pilot):
    return [each.plain.strip() for each in view(pilot).query_one(NightList).lines()]


def shown(pilot):
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


async def type_in(pilot, words):
    await pilot.press("slash", *words)
    await pilot.pause()


async def paste(pilot, words):
    await pilot.press("slash")
    await pilot.pause()
    pilot.app.post_message(Paste(words))
    await pilot.pause()
    await pilot.pause()


def stored(environment, evening):
    with open_session(environment) as session:
        return session.diary.night(session.hamster().id, evening)


# What is listed


async def test_nights_stand_newest_first_with_the_missing_ones_between(looked_back):
    async with diary(looked_back) as pilot:
        listed = rows(pilot)

    assert listed[0].startswith("▌ Sun 22 Nov  3 ●●●◉○○   2 1  most")
    assert listed[1].startswith("Sat 21 Nov  2")
    assert listed[2] == "Fri 20 Nov  ·  not recorded"
    assert listed[3].startswith("Thu 19 Nov  × ······")


async def test_below_the_first_night_the_diary_begins(looked_back):
    async with diary(looked_back) as pilot:
        await pilot.press("end")
        await pilot.pause()
        listed = [row for row in rows(pilot) if row]

        assert view(pilot).evening == ago(40)
        assert listed[-1] == "the diary begins"
        assert listed[-2].startswith("▌ Tue 13 Oct  5")


async def test_an_empty_diary_lists_tonight_as_not_recorded(biscuit):
    async with diary(biscuit) as pilot:
        listed = [row for row in rows(pilot) if row]

    assert listed[:2] == ["▌ Sun 22 Nov  ·  not recorded", "the diary begins"]
    assert listed[2] == "Enter opens a night"


async def test_a_night_to_come_that_was_recorded_stands_above_tonight(looked_back):
    with open_session(looked_back) as session:
        record_night(session, session.hamster(), ago(-400), {"gait": 4})
    async with diary(looked_back) as pilot:
        await pilot.press("up")
        await pilot.pause()

        assert view(pilot).evening == ago(-400)
        assert rows(pilot)[1].startswith("▌ Mon 27 Dec  4")


async def test_unusual_droppings_are_bold_and_usual_ones_are_not(looked_back):
    async with diary(looked_back) as pilot:
        lines = view(pilot).query_one(NightList).lines()
        inks = {span.text: span.ink for span in lines[1].spans}

    assert inks["watery"] == "bold"


async def test_markup_in_a_note_is_shown_as_it_was_written(looked_back):
    async with diary(looked_back, size=(200, 60)) as pilot:
        await pilot.press(*["down"] * 6)
        await pilot.pause()

        assert "[b]bold[/b] [/] [@click=app.quit()]leave[/]" in rows(pilot)[6]
        card = "".join(line.plain for line in view(pilot).query_one("#one-night").lines())
        assert "[@click=app.quit()]leave[/]" in card


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40), (200, 60), (100, 23), (20, 5)])
async def test_every_size_shows_the_list_and_keeps_its_lines_within_the_window(looked_back, size):
    async with diary(looked_back, size=size) as pilot:
        await pilot.press("down", "end", "home")
        await pilot.pause()
        nights = view(pilot).query_one(NightList)

        assert nights.size.width <= size[0]
        for strip in pilot.app.screen._compositor.render_strips():
            assert sum(segment.cell_length for segment in strip) == size[0]


async def test_wide_letters_and_emoji_keep_the_frame_straight(looked_back):
    async with diary(looked_back, size=(80, 24)) as pilot:
        await pilot.press("end")
        await pilot.pause()
        for line in view(pilot).query_one(NightList).lines():
            assert line.width <= 78


# Going from night to night


async def test_arrows_choose_the_night_that_is_shown_beside_the_list(looked_back):
    async with diary(looked_back) as pilot:
        await pilot.press("down")
        await pilot.pause()

        assert view(pilot).evening == ago(1)
        text = shown(pilot)
        assert "Sat 21 Nov 2026" in text
        assert "5 watery" in text
        assert "Rump off the cloth, twice!" in text


async def test_enter_opens_the_log_of_the_night(looked_back):
    async with diary(looked_back) as pilot:
        await pilot.press("down", "down", "enter")
        await pilot.pause()

        assert pilot.app.screen.page.evening == ago(2)
        assert pilot.app.screen.view.id == "tonight"

        await pilot.press("4", "d")
        await pilot.pause()

        assert view(pilot).evening == ago(2)
        assert rows(pilot)[2].startswith("▌ Fri 20 Nov  4")


async def test_a_click_chooses_a_night_and_a_second_click_opens_it(looked_back):
    async with diary(looked_back) as pilot:
        nights = view(pilot).query_one(NightList)
        await pilot.click(nights, offset=(10, 3))
        assert view(pilot).evening == ago(3)
        assert pilot.app.screen.view.id == "diary"

        await pilot.click(nights, offset=(10, 3))
        await pilot.pause()
        assert pilot.app.screen.page.evening == ago(3)
        assert pilot.app.screen.view.id == "tonight"


async def test_home_leads_back_to_tonight(looked_back):
    async with diary(looked_back, size=(80, 24)) as pilot:
        await pilot.press("end", "pageup", "home")
        await pilot.pause()

        assert view(pilot).evening == TONIGHT
        assert rows(pilot)[0].startswith("▌ Sun 22 Nov")


async def test_the_cursor_stays_on_its_night_when_another_window_writes(looked_back):
    async with diary(looked_back) as pilot:
        await pilot.press("down", "down")
        with open_session(looked_back) as other:
            record_night(other, other.hamster(), ago(2), {"gait": 4})
            record_night(other, other.hamster(), ago(60), {"gait": 1})
        pilot.app.screen.read_anew()
        await pilot.pause()

        assert view(pilot).evening == ago(2)
        assert rows(pilot)[2].startswith("▌ Fri 20 Nov  4")
        assert "61 nights, 7 recorded" in shown(pilot)


async def test_another_hamsters_nights_begin_at_the_top(looked_back):
    async with diary(looked_back) as pilot:
        await pilot.press("2", "end")
        session = pilot.app.screen.session
        moss = record_hamster(session, new_hamster(), {"name": "Moss"})
        pilot.app.screen.show_page(night_page(session, moss, TONIGHT))
        await pilot.pause()

        assert rows(pilot)[:2] == ["▌ Sun 22 Nov  ·  not recorded", "the diary begins"]


# The calendar


async def test_the_calendar_shows_the_month_of_the_night_with_its_gait(looked_back):
    async with diary(looked_back) as pilot:
        plain = [line.plain for line in view(pilot).query_one(MonthCard).lines()]

    assert plain[0].startswith("╭─ November 2026")
    assert "16 0" in plain[5] and "19 ×" in plain[5] and "20 ·" in plain[5]
    assert "▐22 3▌" in plain[5]
    assert "still  0  1  2  3  4  5  normal" in plain[8]


async def test_angle_brackets_go_a_month_back_and_forth_within_the_diary(looked_back):
    async with diary(looked_back) as pilot:
        await pilot.press("less_than_sign")
        await pilot.pause()
        assert view(pilot).evening == date(2026, 10, 22)
        assert "October 2026" in shown(pilot)

        await pilot.press("less_than_sign")
        await pilot.pause()
        assert view(pilot).evening == ago(40)

        await pilot.press("greater_than_sign", "greater_than_sign")
        await pilot.pause()
        assert view(pilot).evening == TONIGHT
        assert pilot.app.screen.view.id == "diary"


async def test_a_click_on_a_day_goes_to_its_night(looked_back):
    async with diary(looked_back) as pilot:
        month = view(pilot).query_one(MonthCard)
        column = month.lines()[5].plain.index("17 ·")
        await pilot.click(month, offset=(column, 5))
        await pilot.pause()
        assert view(pilot).evening == date(2026, 11, 17)

        column = month.lines()[6].plain.index("23")
        await pilot.click(month, offset=(column, 6))
        await pilot.pause()
        assert view(pilot).evening == date(2026, 11, 17)


async def test_a_click_on_a_day_that_is_not_listed_lists_all_nights(looked_back):
    async with diary(looked_back) as pilot:
        await type_in(pilot, "rump")
        month = view(pilot).query_one(MonthCard)
        await pilot.click(month, offset=(month.lines()[5].plain.index("20 ·"), 5))
        await pilot.pause()

        assert view(pilot).evening == ago(2)
        assert view(pilot).query_one(SearchCard).field.value == ""


# Searching


async def test_typing_lists_the_nights_whose_notes_have_the_words(looked_back):
    async with diary(looked_back) as pilot:
        await type_in(pilot, "twice")
        listed = [row for row in rows(pilot) if row]

        assert [row[:12] for row in listed] == ["› Sat 21 Nov", "Tue 13 Oct  "]
        assert "2 nights found" in shown(pilot)


async def test_what_was_found_is_marked_and_in_sight(looked_back):
    async with diary(looked_back, size=(80, 24)) as pilot:
        await type_in(pilot, "creme")
        spans = view(pilot).query_one(NightList).lines()[0].spans

    assert [span.text for span in spans if span.ink == "underlined"] == ["crème"]


async def test_a_search_in_a_script_without_spaces_finds_letters_anywhere(looked_back):
    async with diary(looked_back) as pilot:
        await paste(pilot, "食べ")

        assert view(pilot).evening == ago(40)


async def test_escape_shows_all_nights_again_and_stays_on_the_night(looked_back):
    async with diary(looked_back) as pilot:
        await type_in(pilot, "wheel")
        await pilot.press("escape")
        await pilot.pause()

        assert view(pilot).evening == ago(40)
        assert view(pilot).query_one(NightList).has_focus
        assert view(pilot).query_one(SearchCard).field.value == ""
        assert [row for row in rows(pilot) if row][-1] == "the diary begins"


async def test_enter_goes_from_the_search_to_its_nights(looked_back):
    async with diary(looked_back) as pilot:
        await type_in(pilot, "twice")
        await pilot.press("enter", "down")
        await pilot.pause()

        assert view(pilot).evening == ago(40)


async def test_letters_of_a_search_are_never_keys_of_a_view(looked_back):
    async with diary(looked_back) as pilot:
        await type_in(pilot, "tdna123")

        assert view(pilot).query_one(SearchCard).field.value == "tdna123"
        assert pilot.app.screen.view.id == "diary"
        assert rows(pilot)[1] == "No night has these words."


ODD = [
    '"',
    '""',
    "NOT",
    "NOT (",
    "(",
    "*",
    "a*b",
    "[/]",
    "[b",
    "%",
    "_",
    "\\",
    "'; DROP TABLE",
    "-",
]


@pytest.mark.parametrize("words", [ODD, ["x" * 10_000, "\x1b[2J", "a\ud800", "é" * 3000, "🐹"]])
async def test_odd_searches_find_something_or_say_that_they_do_not(looked_back, words):
    async with diary(looked_back) as pilot:
        for each in words:
            await paste(pilot, each)
            first = rows(pilot)[:2]
            assert first[0].startswith("›") or first[1] == "No night has these words."
            assert "\x1b" not in view(pilot).query_one(SearchCard).field.value

            await pilot.press("escape")
            await pilot.pause()
            assert len(view(pilot).pages.evenings) == 41


@pytest.mark.parametrize(
    ("key", "expected"),
    [("2", [ago(1), ago(3), ago(6), ago(40)]), ("3", [ago(2), ago(4), ago(5), ago(7)])],
)
async def test_a_digit_lists_nights_with_a_note_or_missing_ones(looked_back, key, expected):
    async with diary(looked_back) as pilot:
        await pilot.press(key)
        await pilot.pause()

        assert list(view(pilot).pages.evenings[:4]) == expected

        await pilot.press("1")
        await pilot.pause()
        assert len(view(pilot).pages.evenings) == 41


async def test_a_click_on_a_chip_lists_its_nights(looked_back):
    async with diary(looked_back) as pilot:
        card = view(pilot).query_one(SearchCard)
        await pilot.click(card, offset=(card.lines()[1].plain.index("3 missing") + 2, 1))
        await pilot.pause()

        assert "36 nights not recorded" in shown(pilot)


async def test_words_are_not_looked_for_among_missing_nights(looked_back):
    async with diary(looked_back) as pilot:
        await pilot.press("3")
        await type_in(pilot, "rump")

        assert view(pilot).evening == ago(1)


async def test_a_list_without_nights_says_so_and_leads_back(biscuit):
    async with diary(biscuit) as pilot:
        await pilot.press("2")
        await pilot.pause()
        assert rows(pilot)[1] == "No night has a note yet."

        await pilot.press("enter", "delete", "down", "end", "escape")
        await pilot.pause()
        assert rows(pilot)[0] == "▌ Sun 22 Nov  ·  not recorded"


# Deleting


async def test_delete_asks_and_undo_brings_the_night_back(looked_back):
    before = stored(looked_back, ago(1))
    async with diary(looked_back) as pilot:
        await pilot.press("down", "delete")
        await pilot.pause()
        assert isinstance(pilot.app.screen, DeleteNightDialog)

        await pilot.press("y")
        await pilot.pause()
        assert rows(pilot)[1] == "▌ Sat 21 Nov  ·  not recorded"
        assert "Ctrl+Z brings it back" in shown(pilot)

        await pilot.press("ctrl+z")
        await pilot.pause()
        assert rows(pilot)[1].startswith("▌ Sat 21 Nov  2")
    assert stored(looked_back, ago(1)) == before


async def test_enter_keeps_a_night_that_was_about_to_be_deleted(looked_back):
    async with diary(looked_back) as pilot:
        await pilot.press("down", "delete", "enter")
        await pilot.pause()

        assert rows(pilot)[1].startswith("▌ Sat 21 Nov  2")


async def test_there_is_nothing_to_delete_of_a_missing_night(looked_back):
    async with diary(looked_back) as pilot:
        await pilot.press("down", "down", "delete")
        await pilot.pause()

        assert not isinstance(pilot.app.screen, DeleteNightDialog)
        assert "Nothing is recorded of Fri 20 Nov." in shown(pilot)


async def test_a_key_in_the_last_row_can_be_clicked(looked_back):
    async with diary(looked_back) as pilot:
        keys = pilot.app.screen.query_one("#keys")
        await pilot.click(keys, offset=(keys.lines()[0].plain.index("/ search"), 0))
        await pilot.pause()
        await pilot.pause()

        assert view(pilot).query_one(SearchCard).field.has_focus


async def test_m_brings_the_calendar_beside_the_list_where_there_is_little_room(looked_back):
    async with diary(looked_back, size=(80, 24)) as pilot:
        assert "Mo   Tu   We" not in shown(pilot)
        await pilot.press("m")
        await pilot.pause(0.05)
        assert "Mo   Tu   We" in shown(pilot)
        await pilot.press("m")
        await pilot.pause(0.05)
        assert "Mo   Tu   We" not in shown(pilot)


async def test_a_night_with_only_a_note_shows_it(biscuit):
    with open_session(biscuit) as session:
        record_night(session, session.hamster(), TONIGHT, {"note": "Stood twice."})
    async with diary(biscuit) as pilot:
        words = shown(pilot)

    assert "nothing recorded" not in words
    assert "1 of 13" in words
    assert words.count("Stood twice.") >= 2


async def test_a_change_of_another_day_without_a_carer_stands_apart_from_its_day(biscuit):
    with open_session(biscuit) as session:
        record_night(session, session.hamster(), ago(20), {"note": "Later thought"})
    async with diary(biscuit) as pilot:
        await pilot.press("end")
        await pilot.pause()

        assert "22 Nov note Later" in shown(pilot)
