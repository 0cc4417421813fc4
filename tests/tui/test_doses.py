"""What became of a dose, and medicines as the vet prescribed them, by keys."""

from datetime import date

from evening import utc

from hamdiary.services import dosing
from hamdiary.storage import care

TONIGHT = date(2026, 11, 22)


def prescribe(evening, **facts):
    with evening.session() as session:
        values = {
            "name": "Drops",
            "dose": "2 drops",
            "times": "21:00",
            "starts": TONIGHT,
            "days": 10.0,
        }
        return dosing.add_medicine(session, session.hamster(), {**values, **facts})


def doses(evening):
    with evening.session() as session:
        return care.doses(session.diary, session.hamster().id, TONIGHT, TONIGHT)


def medicines(evening):
    with evening.session() as session:
        return care.medicines(session.diary, session.hamster().id)


async def test_m_and_enter_say_that_the_dose_was_given_now(evening):
    prescribe(evening)
    async with evening.window() as pilot:
        await pilot.press("m", "enter")
        await pilot.pause()
    (dose,) = doses(evening)
    assert (dose.status, dose.at_utc, dose.due) == ("given", utc(21, 16), "2026-11-22T21:00")


async def test_a_refused_dose_is_one_key_and_keeps_when_it_was_due(evening):
    prescribe(evening)
    async with evening.window() as pilot:
        await pilot.press("m", "r")
        await pilot.pause()
    (dose,) = doses(evening)
    assert (dose.status, dose.due) == ("refused", "2026-11-22T21:00")


async def test_a_dose_is_skipped_only_with_a_reason(evening):
    prescribe(evening)
    async with evening.window() as pilot:
        await pilot.press("m", "k", "enter")
        await pilot.pause()
        assert doses(evening) == []
        await pilot.press(*"vet said so", "enter")
        await pilot.pause()
    (dose,) = doses(evening)
    assert (dose.status, dose.why) == ("skipped", "vet said so")


async def test_a_dose_is_recorded_with_the_time_at_which_it_was_given(evening):
    prescribe(evening)
    async with evening.window() as pilot:
        await pilot.press("m", "t", *"21:05", "enter", "f10")
        await pilot.pause()
    assert doses(evening)[0].at_utc == utc(21, 5)


async def test_a_dose_given_twice_within_minutes_is_asked_about(evening):
    prescribe(evening)
    async with evening.window() as pilot:
        await pilot.press("m", "enter")
        await pilot.pause()
        evening.at("21:20")
        await pilot.press("m", "enter")
        await pilot.pause()
        assert "?" in evening.text and "21:16" in evening.text
        await pilot.press("escape")
        await pilot.pause()
    assert [dose.at_utc for dose in doses(evening)] == [utc(21, 16)]


async def test_a_dose_recorded_by_mistake_becomes_not_recorded_and_can_come_back(evening):
    prescribe(evening)
    async with evening.window() as pilot:
        await pilot.press("m", "enter")
        await pilot.pause()
        await pilot.press("m", "backspace")
        await pilot.pause()
        assert doses(evening) == []
        await pilot.press("ctrl+z")
        await pilot.pause()
    assert doses(evening)[0].status == "given"


async def test_a_burst_of_keys_records_the_medicine_that_was_chosen(evening):
    prescribe(evening, name="Antibiotic")
    prescribe(evening, name="Paste")
    async with evening.window() as pilot:
        await pilot.press("m")
        await pilot.pause()
        await pilot.press("down", "r", "up")
        await pilot.pause()
    (dose,) = doses(evening)
    (paste,) = [each for each in medicines(evening) if each.name == "Paste"]
    assert paste.id.endswith(dose.medicine)


async def test_a_dose_that_is_over_says_that_nobody_recorded_it(evening):
    prescribe(evening, times="12:30 21:00", starts=date(2026, 11, 20))
    async with evening.window() as pilot:
        await pilot.press("m")
        await pilot.pause()
        assert "not recorded, its time is over" in evening.text


async def test_without_a_medicine_the_dialog_says_how_to_write_one_down(evening):
    async with evening.window() as pilot:
        await pilot.press("m")
        await pilot.pause()
        assert "No medicine is written down." in evening.text
        await pilot.press(
            "n", *"Drops", "enter", *"2 drops", "enter", "1", "down", *"21:00", "enter"
        )
        await pilot.press("down", "down", "down", *"10", "enter", "escape")
        await pilot.pause()
    (medicine,) = medicines(evening)
    assert (medicine.name, medicine.dose, medicine.antibiotic) == ("Drops", "2 drops", "yes")
    assert (medicine.times, medicine.days, medicine.starts) == ("21:00", 10.0, TONIGHT)


async def test_a_course_of_no_days_is_refused_at_its_line(evening):
    prescribe(evening)
    async with evening.window() as pilot:
        await pilot.press("c", "enter", *["down"] * 8, "0", "enter")
        await pilot.pause(0.05)
        assert "at least 1 day" in evening.text
        await pilot.press("escape")
    assert medicines(evening)[0].days == 10.0


async def test_a_time_that_is_none_is_said_at_its_line(evening):
    prescribe(evening)
    async with evening.window() as pilot:
        await pilot.press("c", "enter", *["down"] * 4, *"25:00", "enter")
        await pilot.pause(0.05)
        assert "There is no 25:00" in evening.text
        await pilot.press("escape", "escape")
    assert medicines(evening)[0].times == "21:00"


async def test_the_day_of_the_treatment_stands_beside_the_hamsters_name(evening):
    prescribe(evening, starts=date(2026, 11, 17))
    async with evening.window():
        assert "treatment day 6 of 10" in evening.text


async def test_a_course_is_stopped_with_a_day_and_undone(evening):
    prescribe(evening, starts=date(2026, 11, 17))
    async with evening.window() as pilot:
        await pilot.press("c", "delete", "enter", *"vet said so", "enter")
        await pilot.pause()
        (medicine,) = medicines(evening)
        assert (medicine.stopped, medicine.stopped_why) == (TONIGHT, "vet said so")
        await pilot.press("ctrl+z")
        await pilot.pause()
    assert medicines(evening)[0].stopped is None
