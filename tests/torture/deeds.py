"""What is done to a diary while its disk fails: each deed opens the diary, acts and closes it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from hamdiary.services.drafts import DraftKeeper, recover
from hamdiary.services.recording import (
    delete_night,
    new_hamster,
    record_hamster,
    record_night,
    redo,
    undo,
)
from hamdiary.services.session import open_session
from hamdiary.storage.locations import Home
from hamdiary.storage.opening import create_diary, open_diary
from hamdiary.storage.rows import night_id

EVENING = date(2026, 11, 22)
Environment = Mapping[str, str]


@dataclass(frozen=True)
class Deed:
    """One thing that is done, and what it needs to find."""

    name: str
    """What it is called in a failure."""
    do: Callable[[Environment], None]
    """Do it, from opening to closing."""
    before: Callable[[Environment], None] = lambda environment: None
    """What has to have happened before."""
    takes_away: bool = False
    """Whether rows that were there before are to go."""


def home_of(environment: Environment) -> Home:
    """The home that the environment names."""
    return Home(Path(environment["HAMDIARY_HOME"]))


def begin(environment: Environment) -> None:
    """A diary with a hamster and two nights."""
    home = home_of(environment)
    create_diary(home.diary, home).close()
    with open_session(environment) as session:
        hamster = record_hamster(session, new_hamster(), {"name": "Clover", "species": "syrian"})
        session.switch_to(hamster)
        for day, gait in ((20, 2), (21, 3)):
            on = date(2026, 11, day)
            record_night(session, hamster, on, {"gait": gait, "note": f"walked {day}"})


def save(environment: Environment) -> None:
    """Tonight's log, two fields at once, a note among them."""
    with open_session(environment) as session:
        values = {"gait": 4, "weight_g": 118.4, "note": "stood up", "sign_tilt": "no"}
        record_night(session, session.hamster(), EVENING, values)


def clear(environment: Environment) -> None:
    """A night is deleted."""
    with open_session(environment) as session:
        delete_night(session, session.hamster(), date(2026, 11, 21))


def take_back(environment: Environment) -> None:
    """Undo."""
    with open_session(environment) as session:
        undo(session)


def bring_back(environment: Environment) -> None:
    """Redo."""
    with open_session(environment) as session:
        redo(session)


def another_hamster(environment: Environment) -> None:
    """A second hamster is set up."""
    with open_session(environment) as session:
        record_hamster(session, new_hamster(), {"name": "Biscuit"})


def type_on(environment: Environment) -> None:
    """A note is being typed when the window ends."""
    with open_session(environment) as session:
        keeper = DraftKeeper(session)
        thing = night_id(session.hamster().id, EVENING)
        keeper.keep("night", thing, "note", "half a sentence", None)
        keeper.close()


def find_again(environment: Environment) -> None:
    """What was being typed becomes a change."""
    with open_session(environment) as session:
        recover(session)


def migrate(environment: Environment) -> None:
    """A diary of the oldest format is opened."""
    home = home_of(environment)
    open_diary(home.diary, home).close()


DEEDS = (
    Deed("save", save),
    Deed("delete", clear),
    Deed("undo", take_back),
    Deed("redo", bring_back, before=take_back),
    Deed("set up", another_hamster),
    Deed("keep what is typed", type_on),
    Deed("find it again", find_again, before=type_on, takes_away=True),
)
