"""The screens in German: first evening, a night logged, hints, the palette; no word is cut."""

from contextlib import asynccontextmanager
from datetime import date

import pytest
from catalogue import first, lacking
from gathering import ROOMS
from idle import instead_of_guessing

from hamdiary.domain.language import english
from hamdiary.services.clock import Clock
from hamdiary.services.recording import new_hamster, record_hamster, record_night
from hamdiary.services.sample.making import make_sample
from hamdiary.services.session import open_session
from hamdiary.storage.locations import Home
from hamdiary.tui.app import HamdiaryApp
from hamdiary.tui.commands import COMMANDS
from hamdiary.tui.help.finding import help_of
from hamdiary.tui.help.page import EVERYWHERE
from hamdiary.tui.help.tour import STEPS
from hamdiary.tui.start import Start
from hamdiary.tui.views.building import TABS
from hamdiary.tui.widgets.painting import Painted

TONIGHT = date(2026, 11, 22)
SIZES = ((60, 18), (80, 24), (120, 40))

pytestmark = pytest.mark.usefixtures("german", "undisturbed")


@pytest.fixture
def undisturbed(monkeypatch):
    """Nothing comes by itself while keys are pressed; windows are waited for until they rest."""
    instead_of_guessing()
    for name in ("hint_watch.QUIET", "care_actions.FIRST_RING", "safe_actions.BACKED_UP_AFTER"):
        monkeypatch.setattr(f"hamdiary.tui.{name}", 3600.0)


@pytest.fixture
def environment(tmp_path):
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    (home / "settings.toml").write_text("[delivery]\ndesktop = false\n", encoding="utf-8")
    return {
        "HAMDIARY_HOME": str(home),
        "HAMDIARY_NOW": "2026-11-22T21:16:00+01:00",
        "TZ": "Europe/Berlin",
        "HAMDIARY_LANGUAGE": "de",
    }


@pytest.fixture
def biscuit(environment):
    """A diary with one hamster of which no night is recorded."""
    session = Start.of(environment, None, None).make_diary()
    record_hamster(session, new_hamster(), {"name": "Biscuit", "species": "syrian"})
    session.diary.close()
    return environment


@pytest.fixture
def sample(environment):
    """The sample diary, which has something of everything."""
    home = Home.of(environment)
    make_sample(home.diary, home, now=Clock(environment).now())
    return environment


@asynccontextmanager
async def window(environment, size=(80, 24)):
    start = Start.of(environment, None, None)
    app = HamdiaryApp(start)
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        yield pilot
    start.close()


def text_of(app):
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


def cut(screen):
    """Lines that are longer than the widget that shows them."""
    shown = [each for each in screen.query(Painted) if each.display and each.size.width]
    return [
        line.plain.strip()
        for each in shown
        for line in each.lines()[: each.size.height]
        if line.width > each.size.width
    ]


async def test_a_first_evening(environment):
    async with window(environment) as pilot:
        assert "Wessen Tagebuch ist das?" in text_of(pilot.app)
        assert "F10 beginnen" in text_of(pilot.app)
        await pilot.press(*"Biscuit", "enter", "f10")
        await pilot.pause()
        assert "Heute Nacht" in text_of(pilot.app)
        assert "0 von 13 eingetragen" in text_of(pilot.app)
    with open_session(environment) as session:
        assert session.hamster().name == "Biscuit"


async def test_a_night_is_logged_and_what_is_kept_is_no_german(biscuit):
    async with window(biscuit) as pilot:
        await pilot.press("3", "2", "1")
        await pilot.pause()
        text = text_of(pilot.app)
        assert "3 von 13 eingetragen" in text
        assert "21:16 ✓" in text
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert "Zurückgenommen" in text_of(pilot.app)
    with open_session(biscuit) as session:
        night = session.diary.night(session.hamster().id, TONIGHT)
    assert (night.gait, night.leg_left, night.leg_right) == (3, 2, None)


async def test_a_hint_says_whom_to_ring_and_its_keys(biscuit):
    with open_session(biscuit) as session:
        record_night(session, session.hamster(), TONIGHT, {"gait": 1, "breathing": "laboured"})
    async with window(biscuit) as pilot:
        await pilot.press("h", "enter")
        await pilot.pause()
        text = " ".join(text_of(pilot.app).split())
        assert "JETZT" in text
        assert "Praxis angerufen" in text
        assert "was zu sagen ist" in text
        await pilot.press("escape", "escape")


@pytest.mark.parametrize("typed", ["Sicherung", "backups"])
async def test_the_palette_finds_by_german_and_by_english_words(biscuit, typed):
    async with window(biscuit) as pilot:
        await pilot.press("ctrl+p")
        await pilot.pause()
        assert "Befehl suchen" in text_of(pilot.app)
        await pilot.press(*typed)
        await pilot.pause(0.4)
        assert "Sicherungen …" in text_of(pilot.app)
        await pilot.press("escape", "escape")


async def test_the_palette_says_that_nothing_is_called_so(biscuit):
    async with window(biscuit) as pilot:
        await pilot.press("ctrl+p", *"xqxqxq")
        await pilot.pause(1.0)
        assert "Nichts heißt so" in text_of(pilot.app)
        await pilot.press("escape", "escape")


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_every_view_is_named_above_and_its_keys_below(sample, size):
    async with window(sample, size) as pilot:
        for tab in (*TABS[1:], TABS[0]):
            await pilot.press(tab.key)
            for _ in range(250):
                if f" {tab.short} " in text_of(pilot.app).splitlines()[0]:
                    break
                await pilot.pause(0.02)
            row, keys = text_of(pilot.app).splitlines()[0], text_of(pilot.app).splitlines()[-1]
            assert f" {tab.short} " in row
            assert keys.rstrip().endswith("^p Befehle")
            if size[0] < 70:
                assert all(f" {each.key.upper()} " in row for each in TABS if each is not tab)
            else:
                assert all(f"{each.key} {each.short}" in row for each in TABS if each is not tab)


async def test_an_owner_who_reads_german_gives_an_english_page_to_the_vet(sample):
    async with window(sample) as pilot:
        screen = pilot.app.screen
        await pilot.press("v", "tab", "tab", "tab")
        await pilot.app.workers.wait_for_complete()
        assert "◉ 2 Deutsch" in text_of(pilot.app) and "wie dieser Bildschirm" in text_of(pilot.app)
        for digit, words in (("1", "about 9 weeks, born about"), ("2", "etwa 9 Wochen, geboren")):
            await pilot.press(digit, "tab")
            await pilot.app.workers.wait_for_complete()
            await pilot.pause()
            assert words in " ".join(text_of(pilot.app).replace("│", " ").split())
            assert "Vorschau" in text_of(pilot.app) and cut(screen) == []
            await pilot.press("shift+tab")


async def test_another_language_begins_the_window_anew(biscuit):
    async with window(biscuit) as pilot:
        await pilot.app.screen.run_action("screen.settings")
        await pilot.pause()
        biscuit["HAMDIARY_LANGUAGE"] = "en"
        await pilot.press("escape")
        await pilot.pause()
        assert pilot.app.begins_anew


@pytest.mark.parametrize("tab", TABS, ids=lambda each: each.view)
def test_every_help_page_is_german(tab):
    page = help_of(tab.view)
    for each, name in ((page, "about"), *((key, "words") for key in page.keys)):
        assert getattr(each, name) != english(each, name)


@pytest.mark.parametrize(
    ("things", "names"),
    [(COMMANDS, ("name", "help")), (EVERYWHERE, ("words",)), (STEPS, ("heading", "words"))],
    ids=["commands", "keys of every view", "tour"],
)
def test_what_is_declared_is_german(things, names):
    same = {english(each, name) for each in things for name in names} & {
        getattr(each, name) for each in things for name in names
    }
    others = {first(each.id) for room in ROOMS if room != "tui" for each in lacking(room)}
    assert same - others == set()
