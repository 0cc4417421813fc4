"""Setting up: a place for the diary, a new hamster, a birth that was told as a guess."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from hamdiary.domain.hamster import Hamster
from hamdiary.domain.language import t
from hamdiary.domain.measures import Value
from hamdiary.domain.text import names_look_alike
from hamdiary.domain.typed_dates import is_estimate
from hamdiary.services.carers import carer_in
from hamdiary.services.clock import Clock
from hamdiary.services.recording import Values, new_hamster, record_hamster
from hamdiary.services.session import Session, diary_place, open_session
from hamdiary.storage.locations import Home


def known_session(environment: Mapping[str, str], path: str | None, anew: bool) -> Session | None:
    """The diary that is there; None where a new one may be made.

    DiaryTrouble where one was kept that is not there any more, unless `anew` says to begin again.
    """
    home = Home.of(environment)
    place = diary_place(home, path)
    if place.exists() or place.is_symlink():
        if anew:
            from hamdiary.storage.errors import CannotCreate

            raise CannotCreate(
                t("there is a diary at {place}; --anew is for a place without one").format(
                    place=place
                )
            )
        return open_session(environment, path)
    if home.knows(place) and not anew:
        return open_session(environment, path)
    return None


def new_session(environment: Mapping[str, str], path: str | None, anew: bool) -> Session:
    """Make a diary and open it; CannotCreate if something is in its way."""
    from hamdiary.storage.opening import create_diary

    home = Home.of(environment)
    diary = create_diary(diary_place(home, path), home, anew)
    return Session(diary, home, Clock(environment), carer_in(environment))


def add_hamster(session: Session, values: Values) -> Hamster:
    """Set up another hamster; from now on it is the one written about."""
    hamster = record_hamster(session, new_hamster(), values)
    session.switch_to(hamster)
    return hamster


def alike(session: Session, name: str, besides: Hamster | None = None) -> Hamster | None:
    """A hamster whose name cannot be told from `name` by eye (bad-inputs 20)."""
    for hamster in session.diary.hamsters():
        is_itself = besides is not None and hamster.id == besides.id
        if hamster.name and not is_itself and names_look_alike(hamster.name, name):
            return hamster
    return None


def with_birth_as_told(values: Values, typed_birth: str, known: Hamster | None = None) -> Values:
    """The values with "it is an estimate" if the birth was told as an age or with "about"."""
    if "born_estimated" in values or not isinstance(values.get("born"), date):
        return values
    if is_estimate(typed_birth):
        return {**values, "born_estimated": "yes"}
    was_a_guess = known is not None and known.born_estimated == "yes"
    exact: dict[str, Value | None] = {"born_estimated": "no"} if was_a_guess else {}
    return {**values, **exact}


def place_of(environment: Mapping[str, str], path: str | None) -> Path:
    """Where the diary lies or would lie."""
    return diary_place(Home.of(environment), path)
