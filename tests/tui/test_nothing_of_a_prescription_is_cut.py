"""What a vet prescribed is read whole, however long its name and however narrow the window."""

import re
from datetime import date

import pytest

from hamdiary.services.prescribing import new_medicine, record_medicine
from hamdiary.services.recording import record_hamster, record_night

NAME = "Metronidazole benzoate suspension, raspberry, by the bridge"
DOSE = "0.05 ml from the 1-ml syringe, slowly, into the left cheek, never on an empty pouch"


def prescribe(evening, **values):
    with evening.session() as session:
        hamster = session.hamster()
        course = {"name": NAME, "dose": DOSE, "starts": date(2026, 11, 20), "times": "09:00 21:00"}
        record_medicine(session, new_medicine(hamster), {**course, **values})


def letters(text):
    return re.sub(r"[\s│▌╭╮╰╯─]", "", text)


@pytest.mark.parametrize("size", [(45, 20), (60, 18), (80, 24), (120, 40), (200, 60)], ids=str)
@pytest.mark.parametrize("keys", ["m", "c"])
async def test_name_and_dose_of_a_medicine_are_never_cut(evening, size, keys):
    prescribe(evening)
    async with evening.window(size) as pilot:
        await pilot.press(keys)
        await pilot.pause()
        card = evening.app.screen.query_one("#doses" if keys == "m" else "#care-medicines").region
        rows = evening.text.splitlines()[card.y : card.bottom]
        shown = letters("".join(row[card.x : card.right] for row in rows))
        for each in ("due", "now", "given at …", "day 3"):
            shown = shown.replace(letters(each), "")
        assert letters(DOSE) in shown and "…" not in shown
        assert letters(NAME[:30]) in shown and letters(NAME[-9:]) in shown


async def test_a_course_that_is_over_keeps_its_name(evening):
    prescribe(evening, starts=date(2026, 11, 1), days=3)
    async with evening.window((60, 18)) as pilot:
        await pilot.press("c")
        await pilot.pause()
        assert letters(NAME) in letters(evening.text)


async def test_long_names_of_hamsters_are_told_apart_where_there_is_room(evening):
    name = "Princess Fluffington of the Upper Burrow the Second"
    with evening.session() as session:
        record_hamster(session, session.hamster(), {"name": name})
    async with evening.window((80, 24)) as pilot:
        await pilot.press("s")
        await pilot.pause()
        assert "the Upper Burrow" in evening.words


async def test_a_vets_card_says_no_half_sentence(evening):
    with evening.session() as session:
        record_hamster(session, session.hamster(), {"vet_phone": "+49 (0)30 1234 5678 / 91011121"})
    async with evening.window((80, 24)) as pilot:
        await pilot.pause()
        assert "add the" not in evening.text or "number" in evening.text


async def test_a_note_that_is_only_read_is_not_called_saved(evening):
    with evening.session() as session:
        record_night(session, session.hamster(), date(2026, 11, 22), {"note": "asleep"})
    async with evening.window() as pilot:
        await pilot.press("n")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert "saved" not in evening.text
