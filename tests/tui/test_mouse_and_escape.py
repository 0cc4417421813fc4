"""What a click and Escape do where one would expect something of them, and what stays in place."""

from datetime import date

import pytest
from textual import events
from textual.widgets import Input, OptionList

from hamdiary.services.happening import happenings
from hamdiary.services.recording import record_hamster, record_night
from hamdiary.tui.dialogs.hint import HintDialog
from hamdiary.tui.views.tonight import TonightView

BESIDE = (1, 1)
"""A cell that no dialog covers in a large window."""


def row_of(evening, words):
    """The row of the window in which these words stand."""
    return next(y for y, row in enumerate(evening.text.splitlines()) if words in row)


def recorded(evening):
    with evening.session() as session:
        return happenings(session, session.hamster())


@pytest.fixture
def nights(evening):
    """Three nights with a note each."""
    with evening.session() as session:
        for day in (20, 21, 22):
            record_night(session, session.hamster(), date(2026, 11, day), {"note": f"note {day}"})
    return evening


# The mouse


CARDS = {
    "─ Out of cage ─": "OutingDialog",
    "─ Still to do ─": "TodoDialog",
    "─ Diet week ─": "FeedDialog",
    "─ Vet ─": "HamsterScreen",
}


@pytest.mark.parametrize("card", CARDS)
async def test_a_click_anywhere_on_a_card_beside_the_log_opens_what_it_is_about(evening, card):
    async with evening.window() as pilot:
        evening.app.screen._show_tasks()
        await pilot.pause()
        y = row_of(evening, card)
        await pilot.click(offset=(evening.text.splitlines()[y].index(card) + 1, y))
        await pilot.pause()
        assert type(evening.app.screen).__name__ == CARDS[card]


@pytest.mark.parametrize(
    "keys", ["o", "m", "f", "p", "z", "h", "s", "question_mark", "n", "ctrl+p"]
)
async def test_a_click_beside_a_dialog_goes_back(evening, keys):
    async with evening.window() as pilot:
        diary = evening.app.screen
        await pilot.press(keys)
        await pilot.pause()
        assert evening.app.screen is not diary
        await pilot.click(offset=BESIDE)
        await pilot.pause()
        assert evening.app.screen is diary


async def test_a_click_beside_a_form_keeps_what_is_being_typed(evening):
    async with evening.window() as pilot:
        await pilot.press("c", "tab", "tab", "tab", "n", "5", "down", "down", *"three steps")
        await pilot.click(offset=BESIDE)
        await pilot.pause()
        assert evening.app.screen.view.id == "care"
    assert [each.note for each in recorded(evening)] == ["three steps"]


async def test_the_second_click_of_a_double_click_does_not_close_what_the_first_opened(evening):
    async with evening.window() as pilot:
        await pilot.click(offset=(117, row_of(evening, "─ Out of cage ─")), times=2)
        await pilot.pause()
        assert type(evening.app.screen).__name__ == "OutingDialog"


async def test_a_click_beside_what_must_be_read_leaves_it_there(evening):
    async with evening.window() as pilot:
        await pilot.press(*"1", "down", *"1180", "enter")
        await pilot.press("end")
        evening.app.screen.go_to_line("weight_g")
        await pilot.press(*"1180", "enter")
        await pilot.pause()
        asked = evening.app.screen
        assert "1180" in evening.words
        await pilot.click(offset=BESIDE)
        await pilot.pause()
        assert evening.app.screen is asked
    assert HintDialog.beside == ""


async def turn_the_wheel(pilot, at, down=True):
    kind = events.MouseScrollDown if down else events.MouseScrollUp
    pilot.app.post_message(kind(None, *at, 0, 0, 0, False, False, False, *at))
    await pilot.pause()


@pytest.mark.parametrize(
    ("action", "card"),
    [("settings", "SettingsCard"), ("feed", "PickCard"), ("hamster", "Form"),
     ("tonight", "NightForm"), ("view('report')", "PeriodCard")],
)  # fmt: skip
async def test_the_wheel_goes_through_whatever_is_listed(evening, action, card):
    def cursor():
        found = evening.app.screen.query_one(card)
        return found.offers.cursor if card == "PickCard" else found.cursor

    async with evening.window((80, 24)) as pilot:
        await evening.app.screen.run_action(f"screen.{action}")
        await pilot.pause()
        region, before = evening.app.screen.query_one(card).region, cursor()
        place = (region.x + 5, region.y + 3)
        await turn_the_wheel(pilot, place)
        assert cursor() > before
        await turn_the_wheel(pilot, place, down=False)
        assert cursor() == before


async def test_the_wheel_leaves_what_is_being_typed_alone(evening):
    async with evening.window() as pilot:
        evening.app.screen.go_to_line("weight_g")
        await pilot.press(*"98")
        await turn_the_wheel(pilot, (5, 10))
        await pilot.press(*".4", "enter")
        await pilot.pause()
    with evening.session() as session:
        assert session.diary.night(session.hamster().id, date(2026, 11, 22)).weight_g == 98.4


async def test_a_click_on_more_below_goes_on_in_a_list(evening):
    async with evening.window((80, 24)) as pilot:
        await evening.app.screen.run_action("screen.settings")
        await pilot.pause()
        last = evening.text.splitlines()[-1]
        await pilot.click(offset=(last.index("more below"), 23))
        await pilot.pause()
        assert evening.app.screen.query_one("SettingsCard").cursor == 8


# What is found by its words


@pytest.mark.parametrize("word", ["language", "deutsch", "ounces", "12 or 24", "dates"])
async def test_how_things_are_shown_is_found_in_the_palette_by_any_of_its_words(evening, word):
    async with evening.window() as pilot:
        await pilot.press("ctrl+p", *["space" if each == " " else each for each in word])
        found = evening.app.screen.query_one(OptionList)
        for _ in range(250):
            await pilot.pause(0.02)
            names = [str(each.prompt) for each in found.options]
            if any("Language, units, dates" in each for each in names):
                break
        assert any("Language, units, dates" in each for each in names)
        await pilot.app.pop_screen()
        await evening.app.screen.run_action("screen.settings('display.')")
        await pilot.pause()
        row = next(each for each in evening.text.splitlines() if "▌" in each and "anguage" in each)
        assert row


# Escape


async def test_what_escape_gives_up_is_said_at_the_line_until_something_else_is_done(evening):
    async with evening.window() as pilot:
        evening.app.screen.go_to_line("weight_g")
        await pilot.press(*"98", "escape")
        await pilot.pause()
        assert "Given up: what you typed is not kept. Enter keeps it." in evening.words
        await pilot.press("down")
        await pilot.pause()
        assert "Given up" not in evening.words


async def test_escape_says_nothing_where_nothing_was_typed(evening):
    async with evening.window() as pilot:
        with evening.session() as session:
            record_hamster(session, session.hamster(), {"vet_name": "Dr Marlow"})
        await pilot.press("a", "f2", "escape")
        await pilot.pause()
        assert "Given up" not in evening.words


@pytest.mark.parametrize(
    "keys", [("c", "n"), ("c", "tab", "tab", "tab", "n"), ("c", "5", "n")], ids=str
)
async def test_nothing_is_called_saved_where_a_form_was_left_empty(evening, keys):
    async with evening.window() as pilot:
        await pilot.press(*keys, "escape")
        await pilot.pause()
        assert evening.app.screen.view.id == "care"
        assert "saved" not in evening.text


@pytest.mark.parametrize("back", ["escape", "click"])
async def test_escape_goes_from_an_old_night_back_to_the_list_in_which_it_was_opened(nights, back):
    async with nights.window() as pilot:
        await pilot.press("d", "down", "down", "enter")
        await pilot.pause()
        assert "Log of Fri 20 Nov" in nights.text
        if back == "click":
            await pilot.click(offset=(nights.text.splitlines()[-1].index("Esc back"), 39))
        else:
            await pilot.press("escape")
        await pilot.pause()
        view = nights.app.screen.view
        assert (view.id, view.evening) == ("diary", date(2026, 11, 20))


async def test_escape_goes_from_a_night_before_to_tonight(evening):
    async with evening.window() as pilot:
        await pilot.press("less_than_sign", "less_than_sign")
        await pilot.pause()
        assert "Log of Fri 20 Nov" in evening.text
        await pilot.press("escape")
        await pilot.pause()
        assert "Tonight's log" in evening.text and "Esc back" not in evening.text


async def test_escape_ends_the_tour_before_it_leaves_an_old_night(evening):
    async with evening.window() as pilot:
        evening.app.screen.action_tour()
        await pilot.press("less_than_sign", "escape")
        await pilot.pause()
        assert evening.app.screen._tour is None and "Log of Sat 21 Nov" in evening.text
        await pilot.press("escape")
        await pilot.pause()
        assert "Tonight's log" in evening.text


@pytest.mark.parametrize("way", ["key", "name"])
async def test_tonight_is_tonight_whatever_night_was_opened_before(nights, way):
    async with nights.window() as pilot:
        await pilot.press("d", "down", "enter", "r")
        if way == "key":
            await pilot.press("t")
        else:
            await pilot.click("#views", offset=(3, 0))
        await pilot.pause()
        assert "Tonight's log" in nights.text
        await pilot.press("4")
        await pilot.pause()
    with nights.session() as session:
        hamster = session.hamster()
        read = [session.diary.night(hamster.id, date(2026, 11, day)) for day in (21, 22)]
    assert [night.gait for night in read] == [None, 4]


async def test_escape_takes_the_month_away_that_was_put_beside_the_nights(nights):
    async with nights.window((80, 24)) as pilot:
        await pilot.press("d", "m")
        await pilot.pause()
        assert "─ November 2026" in nights.text
        await pilot.press("2", "escape")
        await pilot.pause()
        assert "─ November 2026" in nights.text
        await pilot.press("escape")
        await pilot.pause()
        assert "─ November 2026" not in nights.text


# What stays in place


@pytest.mark.parametrize("size", [(80, 24), (60, 18), (45, 20)], ids=str)
@pytest.mark.parametrize("keys", [("d",), ("d", "m"), ("d", "m", "2"), ("d", "3")], ids=str)
async def test_what_is_searched_and_what_can_be_listed_stand_beside_each_other(nights, size, keys):
    async with nights.window(size) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        card = nights.app.screen.query_one("#search")
        if card.size.width < 16:  # the month stands there alone
            assert size[0] < 50 and "November 2026" in nights.text and "▇" not in nights.text
            return
        row = nights.text.splitlines()[card.region.y + card.size.height // 2][: card.region.right]
        listed = [row.rfind(f" {key}") for key in "123"]
        assert "/ words in notes" in (row[: listed[0]] if card.size.width > 30 else row)


async def test_the_open_field_goes_with_its_line_when_the_window_gets_another_size(evening):
    async with evening.window((120, 40)) as pilot:
        evening.app.screen.go_to_line("weight_g")
        await pilot.press(*"98")
        for size in ((80, 24), (60, 18), (200, 60), (45, 20), (120, 40)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            field = evening.app.screen.query_one(Input).region
            assert "Weight" in evening.text.splitlines()[field.y], size
            assert "98" in evening.text.splitlines()[field.y], size


async def test_a_number_that_cannot_be_read_waits_on_its_line_while_another_view_is_open(evening):
    with evening.session() as session:
        hamster = session.hamster()
        record_hamster(session, hamster, {"vet_phone": "030 1234"})
    async with evening.window((120, 40)) as pilot:
        await pilot.press("1", "down", "0", "0")
        evening.app.screen.go_to_line("weight_g")
        await pilot.press(*"98.")
        await pilot.click("#lately", offset=(3, 3))
        await pilot.pause()
        assert evening.app.screen.view.id == "recovery"
        await pilot.press("t")
        await pilot.pause()
        view = evening.app.screen.query_one(TonightView)
        field = view.query_one(Input).region
        assert "“98.” cannot be read" in evening.words
        assert "Weight" in evening.text.splitlines()[field.y]


# A happening is always found again


async def test_a_happening_of_which_only_the_sort_is_said_is_of_today(evening):
    async with evening.window() as pilot:
        await pilot.press("c", "tab", "tab", "tab", "n")
        await pilot.pause()
        assert "Sun 22 Nov 2026" in evening.text
        await pilot.press("5", "escape")
        await pilot.pause()
        assert "First step" in evening.text
    assert [(each.what, each.on_day) for each in recorded(evening)] == [
        ("first_step", date(2026, 11, 22))
    ]


async def test_a_happening_of_which_only_a_note_is_written_is_something_else(evening):
    async with evening.window() as pilot:
        await pilot.press("c", "tab", "tab", "tab", "n", "end", *"bit me", "enter", "escape")
        await pilot.pause()
        assert "Something else" in evening.text and "bit me" in evening.text


async def test_the_day_of_a_happening_cannot_be_taken_away(evening):
    async with evening.window() as pilot:
        await pilot.press("c", "tab", "tab", "tab", "n", "5", "backspace")
        await pilot.pause()
        assert "say on which day it happened" in evening.words
        assert row_of(evening, "Sun 22 Nov 2026")
    assert [each.on_day for each in recorded(evening)] == [date(2026, 11, 22)]
