"""What is done to a diary while its disk fails: each deed opens the diary, acts and closes it."""

import io
import shutil
from collections.abc import Callable, Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from hamdiary.cli.calling import run
from hamdiary.services.drafts import DraftKeeper, recover
from hamdiary.services.merging.sources import read_source
from hamdiary.services.recording import (
    delete_night,
    new_hamster,
    record_hamster,
    record_night,
    redo,
    undo,
)
from hamdiary.services.session import open_session
from hamdiary.storage.errors import DiaryTrouble
from hamdiary.storage.locations import Home
from hamdiary.storage.opening import create_diary, open_diary
from hamdiary.storage.parting import parted, write_parted
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


def by_command(*words: str) -> Callable[[Environment], None]:
    """What an owner types, `{here}` being the home; DiaryTrouble with what it says if it fails."""

    def do(environment: Environment) -> None:
        here = environment["HAMDIARY_HOME"]
        said = io.StringIO()
        with redirect_stdout(io.StringIO()), redirect_stderr(said):
            code = run([word.format(here=here) for word in words], environment)
        if code:
            raise DiaryTrouble(said.getvalue().strip().splitlines()[-1])

    return do


def elsewhere(environment: Environment) -> None:
    """Another carer's copy of the diary with nights of its own, as JSON and bundle beside it."""
    here = Path(environment["HAMDIARY_HOME"])
    there = here.parent / f"{here.name}-elsewhere"
    shutil.copytree(here, there)
    (there / "device").write_text("e15e3e7e")
    (there / "device-place").unlink(missing_ok=True)
    away = {**environment, "HAMDIARY_HOME": str(there)}
    with open_session(away) as session:
        for day in (18, 21):
            values = {"gait": 1, "note": f"seen elsewhere {day}"}
            record_night(session, session.hamster(), date(2026, 11, day), values)
    by_command("export", "-o", str(here / "theirs.json"))(away)
    by_command("bundle", "-o", str(here / "theirs.hamdiary"))(away)
    shutil.rmtree(there)


def spreadsheet(environment: Environment) -> None:
    """Weights from a spreadsheet, beside the diary."""
    lines = "date;weight (g)\n2026-11-01;101,5\n2026-11-02;102,0\n2026-11-03;103,5\n"
    (Path(environment["HAMDIARY_HOME"]) / "weights.csv").write_text(lines, encoding="utf-8")


def backed_up(environment: Environment) -> None:
    """A backup, and one night that came after it."""
    by_command("backup")(environment)
    save(environment)


def bring_back_oldest(environment: Environment) -> None:
    """Restore the oldest backup; the numbers of the others change when another one is made."""
    oldest = len(list((home_of(environment).backups).glob("*.db")))
    by_command("restore", str(oldest), "--yes")(environment)


def copied_home(environment: Environment) -> None:
    """A copy of the home under the same name, in which other nights were written than here."""
    here = Path(environment["HAMDIARY_HOME"])
    there = here.parent / f"{here.name}-copy"
    shutil.copytree(here, there)
    away = {**environment, "HAMDIARY_HOME": str(there)}
    with open_session(away) as session:
        assert session.device == (here / "device").read_text()
        for day in (18, 21):
            values = {"gait": 1, "note": f"seen elsewhere {day}"}
            record_night(session, session.hamster(), date(2026, 11, day), values)
    by_command("bundle", "-o", str(here / "theirs.hamdiary"))(away)
    shutil.rmtree(there)
    save(environment)


def keep_both(environment: Environment) -> None:
    """What both copies wrote is brought together, under a name that is alike each time."""
    with open_session(environment) as session:
        theirs = read_source(Path(environment["HAMDIARY_HOME"]) / "theirs.hamdiary").entries
        write_parted(session.diary, parted(session.diary, theirs, lambda _: "5e5e5e5e"))


ERASED = ("erase", "Clover", "--confirm", "Clover", "--no-backup")

DEEDS += (
    Deed("back up", by_command("backup")),
    Deed("restore", bring_back_oldest, before=backed_up, takes_away=True),
    Deed("import the journal", by_command("import", "{here}/theirs.json", "--yes"), elsewhere),
    Deed("merge", by_command("merge", "{here}/theirs.hamdiary"), elsewhere),
    Deed("erase", by_command(*ERASED), before=another_hamster, takes_away=True),
    Deed("keep what two copies wrote", keep_both, before=copied_home, takes_away=True),
    Deed("import a table", by_command("import", "{here}/weights.csv", "--yes"), spreadsheet),
)
