"""`hamdiary demo`: an invented diary to look around in."""

from pathlib import Path

import click

from hamdiary.cli.invocation import Invocation
from hamdiary.cli.printing import say
from hamdiary.cli.program import require_screen
from hamdiary.cli.screens import run_screens
from hamdiary.cli.verb import verb
from hamdiary.domain.language import t
from hamdiary.services.clock import Clock
from hamdiary.services.display import language_of
from hamdiary.storage.errors import CannotCreate
from hamdiary.storage.locations import Home


@verb(
    "demo",
    "hamdiary demo",
    "hamdiary demo --years 10 --hamsters 5 --at large.db",
    params=[
        click.Option(
            ["--years"],
            type=click.FloatRange(0.1, 30),
            metavar="N",
            help="A long diary of so many years instead of 40 nights.",
        ),
        click.Option(
            ["--hamsters"],
            type=click.IntRange(1, 50),
            default=1,
            metavar="N",
            help="How many hamsters it has.",
        ),
        click.Option(["--at"], metavar="PATH", help="Write the diary there instead of opening it."),
    ],
    common=[],
)
@click.pass_obj
def demo(call: Invocation, years: float | None, hamsters: int, at: str | None) -> int:
    """Look around in an invented diary.

    It lies in a throwaway place and is deleted afterwards; nothing of yours is touched.
    """
    from tempfile import TemporaryDirectory

    if at is None:
        require_screen(call.environment)
    with TemporaryDirectory(prefix="hamdiary-demo-") as folder:
        home = Home(Path(folder))
        if at is not None:
            place = _free_place(at)
            _make(call, place, home, years, hamsters)
            say(t("the sample diary is at {place}").format(place=place))
            return 0
        _make(call, home.diary, home, years, hamsters)
        # Its home is another one, but whoever looks around reads the same language.
        as_here = {"HAMDIARY_HOME": folder, "HAMDIARY_LANGUAGE": language_of(call.environment)}
        return run_screens({**call.environment, **as_here}, sample=True)


def _free_place(at: str) -> Path:
    place = Path(at).absolute()
    if place.exists() or place.is_symlink():
        raise CannotCreate(
            t("there is already something at {place}; it was left as it is").format(place=place)
        )
    if not place.parent.is_dir():
        raise CannotCreate(
            t("there is no folder {folder}; make it first or name another").format(
                folder=place.parent
            )
        )
    return place


def _make(call: Invocation, place: Path, home: Home, years: float | None, hamsters: int) -> None:
    from hamdiary.services.sample.making import make_sample

    make_sample(place, home, years=years, hamsters=hamsters, now=Clock(call.environment).now())
