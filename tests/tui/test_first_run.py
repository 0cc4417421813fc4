"""The first evening."""

import re
from datetime import date
from pathlib import Path

import pytest

from hamdiary.services.session import open_session
from hamdiary.tui.app import HamdiaryApp
from hamdiary.tui.care_actions import SHOWN_AFTER
from hamdiary.tui.start import Start


def text_of(app):
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


async def first_evening(environment, *keys, size=(80, 24)):
    start = Start.of(environment, None, None)
    app = HamdiaryApp(start)
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()
        text = text_of(app)
    start.close()
    return text


async def test_it_says_what_hamdiary_is_and_is_not(environment):
    text = await first_evening(environment)
    assert "a night diary for a hamster with weak hind legs" in text
    assert "does not examine, diagnose or treat" in " ".join(text.split())


async def test_a_hamster_is_set_up_by_typing_alone(environment):
    keys = [*"Biscuit", "enter", "1", "1", *"7 weeks", "enter", *"9 Nov", "enter", "f10"]
    text = await first_evening(environment, *[{" ": "space"}.get(key, key) for key in keys])
    with open_session(environment) as session:
        hamster = session.hamster()
    assert (hamster.name, hamster.species, hamster.sex) == ("Biscuit", "syrian", "male")
    assert (hamster.born, hamster.born_estimated) == (date(2026, 10, 4), "yes")
    assert hamster.onset == date(2026, 11, 9)
    assert "Tonight's log" in text


@pytest.mark.parametrize(("keys", "rings"), [(("f10",), 0), (("f2",), 1)])
async def test_nothing_rings_right_after_the_set_up_for_what_was_due_before(
    environment, keys, rings
):
    start = Start.of(environment, None, None)
    app = HamdiaryApp(start)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*keys)
        await pilot.pause(SHOWN_AFTER + 0.1)
        app.screen.ring()
        await pilot.pause()
        assert len(app._notifications) == rings
        assert "Weigh-in" in text_of(app)
    start.close()


@pytest.mark.parametrize("key", ["question_mark", "f1"])
async def test_help_explains_the_focused_line_and_then_the_form(environment, key):
    shown = await first_evening(environment, "down", key, "tab", size=(120, 50))
    assert "1  Syrian" in shown
    assert "Whose diary it is and whom to ring." in shown
    assert "On every view" not in shown


async def test_a_question_mark_within_a_name_belongs_to_the_name(environment):
    await first_evening(environment, *"Bo", "question_mark", "enter")
    with open_session(environment) as session:
        assert session.hamster().name == "Bo?"


async def test_every_step_can_be_skipped(environment):
    assert "Tonight's log" in await first_evening(environment, "f10")


async def test_leaving_in_the_middle_keeps_what_was_told(environment):
    await first_evening(environment, *"Biscuit", "enter")
    with open_session(environment) as session:
        assert session.hamster().name == "Biscuit"


async def test_looking_at_it_and_leaving_makes_no_diary(environment):
    await first_evening(environment)
    assert not (Path(environment["HAMDIARY_HOME"]) / "diary.db").exists()


async def test_the_sample_diary_is_the_other_choice_and_touches_nothing(environment):
    text = await first_evening(environment, "f2")
    assert "Hop-a-Long" in text and "sample diary" in text
    assert not (Path(environment["HAMDIARY_HOME"]) / "diary.db").exists()


async def test_a_birth_that_cannot_be_read_is_said_at_its_line(environment):
    text = await first_evening(environment, "down", "down", "down", *"3/4/2026", "enter")
    assert "2026-04-03" in text and "2026-03-04" in text


async def test_a_name_of_nothing_but_spaces_is_refused(environment):
    await first_evening(environment, "a", "backspace", "space", "enter")
    with open_session(environment) as session:
        assert session.diary.hamsters() == []


async def test_a_second_hamster_is_set_up_and_switched_to(biscuit):
    text = await first_evening(biscuit, "s", "n", *"Nougat", "enter", "escape")
    assert "Nougat" in text
    with open_session(biscuit) as session:
        assert session.hamster().name == "Nougat"
        assert len(session.diary.hamsters()) == 2


async def test_a_diary_is_closed_kindly_and_opened_again(biscuit):
    start = Start.of(biscuit, None, None)
    app = HamdiaryApp(start)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        await app.screen.run_action("screen.close_diary")
        await pilot.pause()
        await pilot.press("1", "f10")
        await pilot.pause()
        assert start.session.diary.hamsters()[0].closed_because == "recovered"
        await app.screen.run_action("screen.reopen_diary")
        await pilot.pause()
        assert start.session.diary.hamsters()[0].closed_because is None
    start.close()


async def test_f10_takes_the_field_that_is_still_open(environment):
    keys = [*"Biscuit", "enter", *["down"] * 6, *"112", "f10"]
    await first_evening(environment, *keys)
    with open_session(environment) as session:
        assert session.hamster().night_phone == "112"


async def test_a_new_hamster_whose_name_is_still_open_is_made_when_it_is_left(biscuit):
    await first_evening(biscuit, "s", "n", *"Nougat", "f10")
    with open_session(biscuit) as session:
        assert session.hamster().name == "Nougat"


@pytest.mark.parametrize("size", [(60, 18), (45, 20), (80, 24)], ids=str)
async def test_what_is_wrong_is_said_to_its_end_at_every_size(environment, size):
    keys = [*"Biscuit", "enter", "1", "1", *"foo", "enter"]
    shown = await first_evening(environment, *keys, size=size)
    below = " ".join(shown.split("“foo”")[1].replace("│", " ").split())
    assert re.search("Write it like [^.]* or mon[.]", below)
