"""What is still to do tonight: shown, put off, let be, and rung once."""

from datetime import date

import pytest

from hamdiary.domain.reminders.task import Task, TaskState
from hamdiary.services import dosing, timing
from hamdiary.services.reminding import tasks_tonight
from hamdiary.tui.care_actions import SHOWN_AFTER
from hamdiary.tui.widgets.todo_rows import task_row, todo_line

TONIGHT = date(2026, 11, 22)
SOON = SHOWN_AFTER + 0.1


def prescribe(evening, dose="2 drops"):
    with evening.session() as session:
        values = {
            "name": "Drops",
            "dose": dose,
            "times": "21:00",
            "starts": TONIGHT,
            "days": 10.0,
        }
        dosing.add_medicine(session, session.hamster(), values)


def states(evening):
    with evening.session() as session:
        return {task.name: task.state.value for task in tasks_tonight(session, session.hamster())}


async def test_tonights_tasks_stand_beside_the_log(evening):
    prescribe(evening)
    async with evening.window() as pilot:
        await pilot.pause(SOON)
        assert "Still to do" in evening.text
        assert "○ Drops" in evening.text
        assert "○ Outing" in evening.text and "0 of 30 min" in evening.text


@pytest.mark.parametrize(
    ("name", "short_name", "own", "detail", "shown"),
    [
        ("Vitamin D food", "Vitamin D", False, "0 of 1–2", "○ Vitamin D   0 of 1–2"),
        ("Look and log", "", False, "a hint is open", "○ Look and log"),
        ("Vitamin drops", "", True, "21:00", "○ Vitamin drops  21:00"),
        ("Drops for the left eye", "", True, "21:00", "○ Drops for the… 21:00"),
    ],
)
def test_in_little_room_a_name_of_ours_gives_way_whole_and_an_owners_leaves_the_time(
    name, short_name, own, detail, shown
):
    task = Task(
        "x", name, detail, None, TaskState.OPEN, 1, detail,
        short_name=short_name, is_own_name=own,
    )  # fmt: skip
    assert task_row(task, 22).plain.rstrip() == shown


def open_task(name, detail, own=False):
    return Task("x", name, "", None, TaskState.OPEN, 1, detail, is_own_name=own)


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (70, "z to do   Drops 21:00, Weigh-in 20:00, Outing 9 of 20"),
        (49, "z to do   Drops 21:00, Weigh-in 20:00  … 1 more"),
        (47, "z to do   Drops 21:00, Weigh-in 20:00  … 1 more"),
        (46, "z to do   Drops 21:00  … 2 more"),
        (30, "z to do   Drops 21:00  +2"),
    ],
)
def test_on_one_line_tasks_stand_whole_and_the_others_are_counted(width, shown):
    tasks = [
        open_task("Drops", "21:00", own=True),
        open_task("Weigh-in", "20:00"),
        open_task("Outing", "9 of 20"),
    ]
    assert todo_line(tasks, width).plain == shown


@pytest.mark.parametrize("size", [(60, 18), (80, 24)])
async def test_when_a_dose_is_due_stands_in_the_dialog_however_much_is_said_before(evening, size):
    prescribe(evening, dose="2 drops on the food, or on a finger")
    async with evening.window(size) as pilot:
        await pilot.press("z")
        await pilot.pause()
        rows = evening.text.splitlines()
        (first,) = [number for number, row in enumerate(rows) if "○ Drops" in row]
        said = " ".join(" ".join(row[28:].strip(" │▌") for row in rows[first : first + 3]).split())
        assert said.startswith("2 drops on the food, or on a finger, due 21:00")
        assert not any("…" in row for row in rows[first : first + 3])


async def test_a_task_that_is_done_says_so(evening):
    prescribe(evening)
    async with evening.window() as pilot:
        await pilot.press("m", "enter")
        await pilot.pause(SOON)
        assert "✓ Drops" in evening.text


async def test_an_outing_that_runs_is_under_way(evening):
    async with evening.window() as pilot:
        await pilot.press("o", "o")
        await pilot.pause(SOON)
        assert "◐ Outing" in evening.text


async def test_a_reminder_is_put_off_without_being_done(evening):
    prescribe(evening)
    async with evening.window() as pilot:
        await pilot.press("z")
        await pilot.pause()
        while "▌ ○ Drops" not in evening.text:
            await pilot.press("down")
        await pilot.press("3")
        await pilot.pause()
    assert states(evening)["Drops"] == "snoozed"
    evening.at("21:50")
    assert states(evening)["Drops"] == "open"


async def test_a_reminder_is_let_be_for_tonight_and_that_can_be_undone(evening):
    async with evening.window() as pilot:
        await pilot.press("z")
        await pilot.pause()
        while "▌ ○ Outing" not in evening.text:
            await pilot.press("down")
        await pilot.press("k")
        await pilot.pause()
        assert states(evening)["Outing"] == "skipped"
        await pilot.press("ctrl+z")
        await pilot.pause()
    assert states(evening)["Outing"] == "open"


async def test_enter_goes_where_the_task_is_done(evening):
    async with evening.window() as pilot:
        await pilot.press("c", "z")
        await pilot.pause()
        while "▌ ○ Outing" not in evening.text:
            await pilot.press("down")
        await pilot.press("enter")
        await pilot.pause()
        assert "start the clock" in evening.text


async def test_what_is_due_is_said_once(evening):
    prescribe(evening)
    async with evening.window() as pilot:
        screen = evening.app.screen
        screen.ring()
        await pilot.pause()
        assert "things are due" in evening.text
        assert "▌ Drops  " in evening.text
        evening.app.clear_notifications()
        screen.ring()
        await pilot.pause()
        assert "things are due" not in evening.text


async def test_in_a_small_window_what_is_due_takes_two_short_lines(evening):
    prescribe(evening)
    async with evening.window((60, 18)) as pilot:
        evening.app.screen.ring()
        await pilot.pause()
        assert "things are due" in evening.text
        assert "▌ z shows all" in evening.text
        assert "▌ Drops  " not in evening.text


async def test_nothing_rings_once_it_is_done(evening):
    prescribe(evening)
    with evening.session() as session:
        timing.add_outing(session, session.hamster(), TONIGHT, 30, None)
        (slot,) = dosing.due_now(session, session.hamster())
        dosing.record_dose(session, session.hamster(), slot.medicine, slot.due, "given")
    async with evening.window() as pilot:
        evening.app.screen.ring()
        await pilot.pause()
        assert "Drops is due" not in evening.text
        assert "▌ Outing  " not in evening.text


async def test_settings_that_cannot_be_followed_are_said_and_the_diary_opens(evening, tmp_path):
    (tmp_path / "home" / "settings.toml").write_text("[reminders\n", encoding="utf-8")
    async with evening.window() as pilot:
        evening.app.screen.ring()
        await pilot.pause()
        assert "settings.toml" in evening.text.replace("\n", "")
        await pilot.press("4")
        await pilot.pause()
    with evening.session() as session:
        assert session.diary.night(session.hamster().id, TONIGHT).gait == 4


async def test_a_window_of_one_column_names_what_is_open(evening):
    prescribe(evening)
    async with evening.window((60, 18)) as pilot:
        await pilot.pause(SOON)
        assert "to do" in evening.text and "Drops" in evening.text


async def test_an_evening_by_keys_ends_with_all_done(evening):
    prescribe(evening)
    async with evening.window() as pilot:
        await pilot.press("o", "o")  # it comes out
        await pilot.press("m", "enter")  # its drops
        await pilot.press("3", "2", "1", "3", "2", "0", "down")  # gait, legs, ate, droppings, urine
        await pilot.press(*"118.4", "enter", "0", "2", "0", "0")  # weight, breathing, wheel, signs
        await pilot.pause(SOON)
        assert "1 open" in evening.text and "◐ Outing" in evening.text
        evening.at("21:47")
        await pilot.press("o", "o")  # it goes back
        await pilot.pause(SOON)
        assert "all done" in evening.text
        assert "31 of 30 min" in evening.text
