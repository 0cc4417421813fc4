"""A real diary of one's own, looked at on a Sunday evening."""

import pytest

from hamdiary.services.recording import new_hamster, record_hamster
from hamdiary.services.session import open_session
from hamdiary.storage.locations import Home
from hamdiary.storage.opening import create_diary


@pytest.fixture
def environment(tmp_path):
    """A diary without a hamster, and the night of the 22nd at 21:16."""
    home = Home(tmp_path / "home")
    create_diary(home.diary, home).close()
    return {
        "HAMDIARY_HOME": str(home.folder),
        "HAMDIARY_NOW": "2026-11-22T21:16:00+01:00",
        "TZ": "Europe/Berlin",
    }


@pytest.fixture
def session(environment):
    """The open diary."""
    with open_session(environment) as opened:
        yield opened


@pytest.fixture
def biscuit(session):
    """The hamster of that diary."""
    return record_hamster(session, new_hamster(), {"name": "Biscuit"})


@pytest.fixture
def at(environment):
    """Let it be another time for every session there is: "22:00", or with a day before it."""

    def then(text):
        when = text if "T" in text else f"2026-11-22T{text}:00"
        environment["HAMDIARY_NOW"] = f"{when}+01:00"

    return then
