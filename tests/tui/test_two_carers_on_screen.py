"""Two carers on the screens: both values, choosing, merging, sending, joining, who writes."""

import pytest
from evening import until

from hamdiary.services.erasing import erase_for_good
from hamdiary.services.merging.joining import join
from hamdiary.services.merging.merging import look_at, merge
from hamdiary.services.merging.sending import send
from hamdiary.services.recording import new_hamster, record_hamster
from hamdiary.services.settings_set import set_setting
from hamdiary.storage.conflicts import conflicts
from hamdiary.storage.journal import Edit
from hamdiary.tui.merge_actions import FIRST_LOOK

SIZES = [(120, 40), (80, 24), (60, 18)]


def write(session, **values):
    (hamster,) = session.diary.hamsters()
    return session.diary.record(Edit("night", f"{hamster.id}/2026-11-22", values), session.stamp())


@pytest.fixture
def other(evening, tmp_path):
    """The environment of a second carer who has joined."""
    with evening.session() as session:
        session.diary.remember(session.device, "carer", "LB")
        write(session, gait=3, ate="most")
        path = send(session, tmp_path / "x.hamdiary").path
    theirs = {**evening.environment, "HAMDIARY_HOME": str(tmp_path / "MM"), "HAMDIARY_CARER": "MM"}
    join(theirs, None, path).session.diary.close()
    return theirs


def open_at(environment):
    from hamdiary.services.session import open_session

    return open_session(environment)


def their_bundle(environment, place, **values):
    with open_at(environment) as session:
        if values:
            write(session, **values)
        return send(session, place).path


@pytest.fixture
def apart(evening, other, tmp_path):
    """Gait 0 by MM and 4 by LB; the diary has merged it."""
    path = their_bundle(other, tmp_path / "mm.hamdiary", gait=0)
    with evening.session() as session:
        write(session, surface="fleece")
        write(session, gait=4)  # the later of the two by the journal's count
        merge(session, look_at(session, path))
    return evening


def chosen(evening):
    with evening.session() as session:
        (hamster,) = session.diary.hamsters()
        night = session.diary.night(hamster.id, session.tonight)
        return night.gait, conflicts(session.diary)


@pytest.mark.parametrize("size", SIZES)
async def test_a_field_with_two_values_is_marked_and_explained(apart, size):
    async with apart.window(size) as pilot:
        await pilot.press("home")
        await pilot.pause()
        assert "Gait    ≠" in apart.text or "Gait     ≠" in apart.text
        assert "≠ MM wrote 0 still at 21:16" in apart.text
        (row,) = [each for each in apart.text.splitlines() if "≠ MM wrote" in each]
        assert "b chooses" in row, "no sentence ends in its midst"
        await pilot.press("d")
        await pilot.pause()
        assert "Sun 22 Nov≠" in apart.text


@pytest.mark.parametrize("size", SIZES)
async def test_both_values_stand_in_the_dialog_until_one_is_chosen(apart, size):
    async with apart.window(size) as pilot:
        await pilot.press("b")
        await pilot.pause(0.2)
        text = apart.text
        assert "Fields with two values" in text
        assert "a  0 still" in text and "b  4 wobbly" in text
        assert "MM, Sun 22 Nov" in text and "LB, Sun 22 Nov" in text
        await pilot.press("escape")
        assert chosen(apart)[0] == 4 and len(chosen(apart)[1]) == 1
        await pilot.press("b")
        await pilot.pause(0.2)
        await pilot.press("a")
        await pilot.pause(0.2)
        assert chosen(apart) == (0, [])
        await pilot.press("home")
        assert "≠" not in apart.text
        await pilot.press("ctrl+z")
        await pilot.pause(0.2)
        assert chosen(apart)[0] == 4 and len(chosen(apart)[1]) == 1
        assert "≠" in apart.text


async def test_a_digit_on_the_line_chooses_too(apart):
    async with apart.window() as pilot:
        await pilot.press("home", "2")
        await pilot.pause()
        assert chosen(apart) == (2, [])
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert len(chosen(apart)[1]) == 1


async def test_the_value_that_is_shown_can_be_chosen_by_its_own_digit(apart):
    async with apart.window() as pilot:
        await pilot.press("home", "4")
        await pilot.pause()
        assert chosen(apart) == (4, [])


async def test_a_more_urgent_value_that_is_not_shown_is_said(evening, other, tmp_path):
    with evening.session() as session:
        write(session, ate="half")
    path = their_bundle(other, tmp_path / "mm.hamdiary", ate="none")
    with evening.session() as session:
        write(session, ate="all")
        merge(session, look_at(session, path))
    async with evening.window() as pilot:
        await pilot.press("b")
        await pilot.pause(0.2)
        assert "with this value: !! TODAY: Ate nothing" in evening.text


async def test_without_questions_the_key_says_so(evening):
    async with evening.window() as pilot:
        await pilot.press("b")
        await pilot.pause()
        assert "No field has two values" in evening.text


@pytest.mark.parametrize("size", SIZES)
async def test_another_carers_bundle_is_merged_from_the_palette(evening, other, tmp_path, size):
    path = their_bundle(other, tmp_path / "mm.hamdiary", weight_g=118.4)
    async with evening.window(size) as pilot:
        await pilot.app.screen.run_action("screen.merge")
        await pilot.pause()
        assert "Merge another carer's diary" in evening.text
        await pilot.press(*str(path), "enter")
        await pilot.pause(0.3)
        assert "1 change for Biscuit" in evening.text
    with evening.session() as session:
        assert [each.stamp.carer for each in session.diary.latest_changes(1)] == ["MM"]


async def test_a_merge_says_what_was_left_out_since_its_hamster_was_erased(
    evening, other, tmp_path
):
    with open_at(other) as session:
        clover = record_hamster(session, new_hamster(), {"name": "Clover"})
    path = their_bundle(other, tmp_path / "mm.hamdiary")
    with evening.session() as session:
        merge(session, look_at(session, path))
        erase_for_good(session, clover, keep_backup=False, backups_too=False)
    async with evening.window() as pilot:
        await pilot.app.screen.run_action("screen.merge")
        await pilot.pause()
        await pilot.press(*str(path), "enter")
        await until(pilot, lambda: "nothing new; 1 change about a hamster" in evening.words)


async def test_the_folder_of_the_settings_is_offered_to_be_merged_now(evening, other, tmp_path):
    folder = tmp_path / "synced"
    folder.mkdir()
    with evening.session() as session:
        set_setting(session.home, "merge.folder", str(folder))
    async with evening.window() as pilot:
        their_bundle(other, folder, weight_g=118.4)
        await pilot.app.screen.run_action("screen.merge")
        await pilot.pause()
        await pilot.press("f10")
        await until(pilot, lambda: "118.4 g" in evening.text)


async def test_what_is_no_bundle_is_said_and_the_path_stays(evening, tmp_path):
    (tmp_path / "letter").write_text("dear vet")
    async with evening.window() as pilot:
        await pilot.app.screen.run_action("screen.merge")
        await pilot.pause()
        await pilot.press(*str(tmp_path / "letter"), "enter")
        await pilot.pause()
        assert "neither a bundle nor a diary" in evening.text
        assert str(tmp_path / "letter")[:20] in evening.text


async def test_ones_own_changes_are_sent_from_the_palette_and_who_writes_is_asked_once(
    evening, tmp_path
):
    async with evening.window() as pilot:
        await pilot.app.screen.run_action("screen.send")
        await pilot.pause()
        await pilot.press(*str(tmp_path / "out.hamdiary"), "enter")
        await pilot.pause()
        assert (tmp_path / "out.hamdiary").exists()
        assert "Who writes on this computer?" in evening.text
        await pilot.press("L", "B", "enter")
        await pilot.pause()
        await pilot.app.screen.run_action("screen.send")
        await pilot.pause()
        await pilot.press(*str(tmp_path / "two.hamdiary"), "enter")
        await pilot.pause()
        assert "Who writes" not in evening.text
        await pilot.press("2")
        await pilot.pause()
    with evening.session() as session:
        assert session.carer == "LB"
        assert session.diary.latest_changes(1)[0].stamp.carer == "LB"


async def test_whoever_does_not_want_to_say_is_not_asked_again(evening, tmp_path):
    async with evening.window() as pilot:
        for name in ("one", "two"):
            await pilot.app.screen.run_action("screen.send")
            await pilot.pause()
            await pilot.press(*str(tmp_path / f"{name}.hamdiary"), "enter")
            await pilot.pause()
            assert ("Who writes" in evening.text) == (name == "one")
            await pilot.press("escape")
            await pilot.pause()


async def test_a_folder_is_looked_into_after_the_start_and_written_to_at_the_end(
    evening, other, tmp_path
):
    folder = tmp_path / "synced"
    folder.mkdir()
    their_bundle(other, folder, weight_g=118.4)
    (folder / "broken.hamdiary").write_bytes(b"no")
    with evening.session() as session:
        set_setting(session.home, "merge.folder", str(folder))
    async with evening.window() as pilot:
        assert "118.4" not in evening.text
        for _ in range(40):
            await pilot.pause(FIRST_LOOK / 8)
            if "118.4" in evening.text and "broken" in evening.text:
                break
        assert "118.4" in evening.text and "broken" in evening.text
        await pilot.press("home", "2")
        await pilot.pause()
    with open_at(other) as theirs, evening.session() as session:
        own = next(each for each in folder.iterdir() if session.device in each.name)
        assert merge(theirs, look_at(theirs, own)).new >= 1
        (hamster,) = theirs.diary.hamsters()
        assert theirs.diary.night(hamster.id, theirs.tonight).gait == 2


@pytest.mark.parametrize("size", SIZES)
async def test_a_second_carer_begins_with_what_was_sent(evening, other, tmp_path, size):
    from hamdiary.tui.app import HamdiaryApp
    from hamdiary.tui.start import Start

    path = their_bundle(other, tmp_path / "mm.hamdiary")
    fresh = {**evening.environment, "HAMDIARY_HOME": str(tmp_path / "fresh")}
    start = Start.of(fresh, None, None)
    evening.app = HamdiaryApp(start)
    async with evening.app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        assert "F3" in evening.text
        await pilot.press("f3")
        await pilot.pause()
        await pilot.press(*str(path), "enter", "N", "N", "enter")
        await pilot.pause(0.3)
        assert "Biscuit" in evening.text and "Tonight" in evening.text
    start.close()
    with open_at(fresh) as session:
        assert session.carer == "NN"
