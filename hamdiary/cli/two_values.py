"""What a page of a night says of fields that two carers wrote apart."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from hamdiary.cli.printing import say
from hamdiary.domain.night import Night
from hamdiary.services.session import Session
from hamdiary.storage.rows import night_id

if TYPE_CHECKING:
    from hamdiary.domain.conflicts import Conflict


def questions_about(session: Session, night: Night) -> "Sequence[Conflict]":
    """The open questions of a night; with one carer that is one look into an empty table."""
    thing = night_id(night.hamster, night.evening)
    if thing not in session.diary.asked_about("night"):
        return ()
    from hamdiary.storage.conflicts import conflicts_of

    return conflicts_of(session.diary, "night", thing)


def nights_asked_about(session: Session, nights: Sequence[Night]) -> list[Night]:
    """Those of the nights that have open questions."""
    asked = session.diary.asked_about("night")
    return [each for each in nights if asked and night_id(each.hamster, each.evening) in asked]


def say_questions(asked: "Sequence[Conflict]") -> None:
    """A line for each, below the page."""
    if asked:
        from hamdiary.render.merging import standing_line

        say("\n".join(["", *map(standing_line, asked)]))
