"""Little room: what is shortened, what is never cut, and frames that stay whole."""

from contextlib import asynccontextmanager
from datetime import date

import pytest

from hamdiary.domain.measures import NotSeen, measures_of
from hamdiary.domain.night import Night
from hamdiary.knowledge.notices import KEEPS_NOTES
from hamdiary.services.recording import record_hamster, record_night
from hamdiary.services.session import open_session
from hamdiary.tui.app import HamdiaryApp
from hamdiary.tui.first_run import WaysOn, Welcome
from hamdiary.tui.start import Start
from hamdiary.tui.widgets.form_help import help_lines
from hamdiary.tui.widgets.lines import shortened, width_certain, wrapped

TONIGHT = date(2026, 11, 22)
LONG_NAME = "Sir Biscuit Montgomery Fluffington the Third of Hazelnut Hil"
NIGHT = measures_of(Night)


@asynccontextmanager
async def window(environment, *size):
    start = Start.of(environment, None, None)
    try:
        async with HamdiaryApp(start).run_test(size=size) as pilot:
            await pilot.pause()
            yield pilot
    finally:
        if start.session is not None:
            start.session.diary.close()


def shown(pilot):
    strips = pilot.app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip) for strip in strips]


def told(environment, hamster=None, night=None):
    with open_session(environment) as session:
        record_hamster(session, session.hamster(), hamster or {})
        if night:
            record_night(session, session.hamster(), TONIGHT, night)


# The help of a form


@pytest.mark.parametrize("width", [55, 40])
@pytest.mark.parametrize("name", ["gait", "leg_left", "ate", "droppings", "urine", "wheel"])
def test_every_key_that_answers_is_in_sight_in_one_row(name, width):
    values = [None, NotSeen.NOT_SEEN, 3, "normal"]
    for value in values:
        (row,) = help_lines(NIGHT[name], value, 0, width, 1)
        keys = {span.text.split()[0] for span in row.spans if span.ink in ("key", "chip")}

        assert row.width <= width
        assert {str(place) for place in range(len(NIGHT[name].kind.steps))} | {"x"} <= keys


def test_the_chosen_answer_keeps_its_word_longest():
    (row,) = help_lines(NIGHT["gait"], 4, 0, 34, 1)

    assert [span.text for span in row.spans if span.ink == "chip"] == [" 4 wobbly "]


def test_a_long_hint_goes_on_in_the_next_line():
    lines = [each.plain for each in help_lines(NIGHT["gait"], None, 0, 48, 5)]

    assert lines[0].startswith("Gait  the level shown most of the time")
    assert lines[1].strip().endswith("cloth")


@pytest.mark.parametrize("sign", NIGHT["signs"].kind.items, ids=lambda sign: sign.code)
def test_a_sign_is_explained_in_one_line_of_80_columns_and_not_by_its_own_name(sign):
    assert len(f"{sign.short}  {sign.full}") <= 75
    assert sign.full.casefold() != sign.short.casefold()
    assert not sign.full.casefold().startswith(sign.short.casefold())


# Beside the log


@pytest.mark.parametrize("width", [80, 100, 120])
async def test_no_part_of_a_phone_number_is_cut(biscuit, width):
    phone = "+49 30 1234567 (Mo-Fri 9-18)"
    told(biscuit, {"vet_phone": phone})
    async with window(biscuit, width, 30) as pilot:
        text = " ".join(" ".join(shown(pilot)).replace("│", " ").split())

    assert "…" not in text
    for part in phone.split():
        assert part in text


async def test_the_key_says_which_number_is_missing(biscuit):
    async with window(biscuit, 120, 40) as pilot:
        assert any("a  add the vet's number" in row for row in shown(pilot))
    async with window(biscuit, 200, 60) as pilot:
        assert any("a  change these" in row for row in shown(pilot))

    told(biscuit, {"vet_phone": "030 1"})
    async with window(biscuit, 120, 40) as pilot:
        assert any("a  add the out-of-hours number" in row for row in shown(pilot))


# Names


@pytest.mark.parametrize("size", [(120, 40), (100, 30), (80, 24), (60, 18), (45, 14), (30, 9)])
async def test_a_long_name_leaves_frames_whole(biscuit, size):
    told(biscuit, {"name": LONG_NAME, "onset": date(2026, 11, 9)})
    async with window(biscuit, *size) as pilot:
        rows = shown(pilot)

    assert sum(row.count("╭") for row in rows) == sum(row.count("╮") for row in rows)
    one_column = size[0] < 70  # then clock, tasks and food stand unframed below the log
    for row in rows[2 : -4 if one_column else -1]:
        assert row.rstrip()[-1:] in ("", "│", "╮", "╯")


@pytest.mark.parametrize("size", [(120, 40), (100, 30), (80, 24), (60, 18), (45, 14)])
async def test_a_long_name_leaves_room_for_the_night(biscuit, size):
    told(biscuit, {"name": LONG_NAME, "onset": date(2026, 11, 9)})
    async with window(biscuit, *size) as pilot:
        who = shown(pilot)[1]

    assert "22 Nov" in who
    assert "Sir Biscuit" in who


@pytest.mark.parametrize(
    ("width", "words"),
    [(80, "day 14 since the legs went weak"), (60, "day 14 of weak legs"), (45, "day 14 ")],
)
async def test_the_day_is_said_to_be_one_of_weak_legs_where_there_is_room(biscuit, width, words):
    told(biscuit, {"onset": date(2026, 11, 9)})
    async with window(biscuit, width, 24) as pilot:
        assert words in shown(pilot)[1]


# Windows too small


@pytest.mark.parametrize("size", [(44, 20), (80, 13), (30, 9), (40, 12)])
async def test_a_window_that_is_too_small_is_said_to_be(biscuit, size):
    async with window(biscuit, *size) as pilot:
        assert "please enlarge" in shown(pilot)[1]


async def test_a_window_that_becomes_lower_is_noticed(biscuit):
    async with window(biscuit, 80, 24) as pilot:
        assert "please enlarge" not in shown(pilot)[1]
        await pilot.resize_terminal(80, 12)
        await pilot.pause()
        assert "please enlarge" in shown(pilot)[1]


@pytest.mark.parametrize("width", [20, 30, 38])
@pytest.mark.parametrize("key", ["t", "d"])
async def test_rows_end_at_the_frame(biscuit, width, key):
    told(biscuit, night={"gait": 3, "note": "x" * 90, "weight_g": 98.8})
    async with window(biscuit, width, 10) as pilot:
        await pilot.press(key)
        await pilot.pause()
        rows = shown(pilot)

    framed = [row for row in rows if row.startswith("│")]
    assert framed
    assert all(row.endswith("│") for row in framed)


# The first evening


@pytest.mark.parametrize("width", [45, 50, 60, 80, 100])
@pytest.mark.parametrize("height", [2, 3, 4, 5, 7, 12])
def test_the_first_words_end_with_a_sentence(width, height):
    rows = [each.plain.strip() for each in WaysOn().paint(width, height)]
    words = " ".join(row for row in rows if not row.startswith("F"))

    assert len(rows) <= height
    assert all(each.width <= width for each in WaysOn().paint(width, height))
    if height > 2:
        assert "It does not examine, diagnose or treat." in words
        assert words.split("  ")[0].strip()[-1] == "."


def test_all_of_the_words_are_shown_where_there_is_room():
    words = " ".join(each.plain.strip() for each in WaysOn().paint(100, 12))

    assert KEEPS_NOTES in words


@pytest.mark.parametrize("width", [30, 45, 60, 80])
def test_the_title_does_not_run_off_the_edge(width):
    assert Welcome().paint(width, 2)[0].width <= width


# Emoji


@pytest.mark.parametrize(
    ("typed", "certain"),
    [
        ("a 👨‍👩‍👧‍👦 b", "a 👨 b"),
        ("👍🏽👍🏿", "👍👍"),
        ("❤️ 🏴‍☠️", "❤ 🏴"),
        ("🐹🐹", "🐹🐹"),
        ("می‌خواهم क्‍ष", "می‌خواهم क्‍ष"),
    ],
)
def test_joined_emoji_become_their_first_one_where_a_line_is_laid_out(typed, certain):
    assert width_certain(typed) == certain
    assert shortened(typed, 40) == certain
    assert wrapped(typed, 40) == [certain]
