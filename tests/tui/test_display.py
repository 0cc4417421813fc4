"""Times, days and weights on the screen are written as the owner likes it; nothing has to move."""

from datetime import UTC, date, datetime

import pytest

from hamdiary.services import timing
from hamdiary.services.recording import record_night
from hamdiary.services.settings_set import set_setting

SIZES = ((120, 40), (80, 24), (60, 18))


def fill(evening):
    with evening.session() as session:
        hamster = session.hamster()
        record_night(session, hamster, date(2026, 11, 21), {"weight_g": 117.2, "gait": 2})
        record_night(session, hamster, date(2026, 11, 22), {"weight_g": 118.4, "gait": 3})
        timing.add_outing(
            session, hamster, date(2026, 11, 22), 18, datetime(2026, 11, 22, 19, 5, tzinfo=UTC)
        )
        return session.home


@pytest.fixture
def american(evening):
    home = fill(evening)
    for name, value in (("clock", "12h"), ("dates", "month first"), ("weight", "oz")):
        set_setting(home, f"display.{name}", value)
    return evening


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_every_view_is_written_in_the_owners_manner(american, size):
    async with american.window(size) as pilot:
        assert "November 22, 2026" in american.text.splitlines()[1]
        assert "118.4 g" in american.text or size == (60, 18)
        await pilot.press("o")
        await pilot.pause()
        assert "8:05 pm" in american.text
        assert "20:05" not in american.text


async def test_ounces_stand_beside_grams(american):
    async with american.window((120, 40)):
        assert "118.4 g" in american.text
        assert "4.18 oz" in american.text


async def test_a_setting_holds_as_soon_as_it_is_chosen(evening):
    fill(evening)
    async with evening.window((120, 40)) as pilot:
        assert "22 November 2026" in evening.text
        await evening.app.screen.run_action("screen.settings")
        await pilot.pause()
        while "22 Nov, Nov 22 or" not in evening.text:
            await pilot.press("down")
            await pilot.pause()
        await pilot.press("enter", "enter", "escape")
        await pilot.pause()
        assert "November 22, 2026" in evening.text


async def test_what_a_setting_cannot_be_is_said_where_it_was_typed(evening):
    async with evening.window((80, 24)) as pilot:
        await evening.app.screen.run_action("screen.settings")
        await pilot.pause()
        await pilot.press("down", "enter")
        await pilot.pause()
        await pilot.press("backspace", *"25:77", "enter")
        await pilot.pause()
        assert "must be" in evening.text
        await pilot.press("escape")
        await pilot.pause()
        assert "Settings" in evening.text


def level(evening, **said):
    from hamdiary.tui.app import HamdiaryApp
    from hamdiary.tui.start import Start

    start = Start.of({**evening.environment, **said}, None, None)
    try:
        return HamdiaryApp(start).animation_level
    finally:
        start.close()


def test_animation_can_be_off_by_a_setting_and_by_a_variable(evening):
    usual = level(evening)
    assert level(evening, HAMDIARY_ANIMATION="off") == "none"
    with evening.session() as session:
        set_setting(session.home, "display.animation", "off")
    assert level(evening) == "none"
    assert level(evening, HAMDIARY_ANIMATION="on") == usual != "none"
