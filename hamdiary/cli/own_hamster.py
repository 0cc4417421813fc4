"""The hamster of the diary, for commands that also work without any diary."""

from hamdiary.cli.invocation import Invocation
from hamdiary.cli.printing import say_aside
from hamdiary.domain.hamster import Hamster
from hamdiary.services.session import NoSuchHamster, diary_place, open_session
from hamdiary.storage.errors import DiaryTrouble, NoDiary
from hamdiary.storage.locations import Home


def own_hamster(call: Invocation) -> Hamster | None:
    """The hamster that was named, or the current one; None if there is no diary to look into.

    A diary in trouble is told aside and left alone, unless it was named: the guide must open at
    midnight whatever became of the diary.
    """
    named = call.diary or call.hamster
    if not named and not diary_place(Home.of(call.environment), None).exists():
        return None
    try:
        with open_session(call.environment, call.diary) as session:
            return session.hamster(call.hamster)
    except (NoDiary, NoSuchHamster):
        if named:
            raise
    except DiaryTrouble as error:
        if named:
            raise
        say_aside(str(error))
    return None
