"""What was being asked about when a window ended is kept, and given up once it was answered."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from hamdiary.services.drafts import DraftKeeper, recover
from hamdiary.services.recording import (
    hamster_questions_about,
    new_hamster,
    questions_about,
    record_hamster,
    record_night,
)
from hamdiary.services.session import Session, open_session
from hamdiary.services.unanswered import as_draft, can_wait, forget, keep, unanswered
from hamdiary.storage.locations import Home
from hamdiary.storage.opening import create_diary
from hamdiary.storage.rows import night_id

EVENING = date(2026, 11, 22)


def environment(folder: Path, at: str = "21:16") -> dict[str, str]:
    return {"HAMDIARY_HOME": str(folder), "HAMDIARY_NOW": f"2026-11-22T{at}:00+00:00"}


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    home = Home(tmp_path)
    create_diary(home.diary, home).close()
    with open_session(environment(tmp_path)) as opened:
        record_hamster(opened, new_hamster(), {"name": "Clover", "species": "syrian"})
        yield opened


def ask(session: Session, values: dict) -> None:
    """A window asks about values of tonight and ends."""
    hamster = session.hamster()
    question = questions_about(session, hamster, EVENING, values)[0]
    keeper = DraftKeeper(session)
    text = as_draft("night", question, values)
    keeper.keep("night", night_id(hamster.id, EVENING), next(iter(values)), text, None)
    keeper.close()


def waiting(session: Session) -> list:
    return unanswered(session, session.hamster().id)


def night(session: Session):
    return session.diary.night(session.hamster().id, EVENING)


def test_a_question_comes_back_as_it_was_asked_and_nothing_is_recorded(session):
    ask(session, {"weight_g": 1184.0})
    assert recover(session) == []
    (found,) = waiting(session)
    assert "did you mean" in found.question.text
    assert (found.question.instead, found.values) == (118.4, {"weight_g": 1184.0})
    assert found.evening == EVENING
    assert night(session).weight_g is None


def test_yes_records_it_and_it_is_not_asked_again(session):
    ask(session, {"weight_g": 1184.0})
    (found,) = waiting(session)
    keep(session, found, found.values)
    assert night(session).weight_g == 1184.0
    assert waiting(session) == []


def test_no_leaves_the_diary_alone_and_it_is_not_asked_again(session):
    ask(session, {"weight_g": 1184.0})
    forget(session, waiting(session)[0].draft)
    assert waiting(session) == []
    assert night(session).weight_g is None


def test_what_was_recorded_in_its_place_since_is_the_answer(session, tmp_path):
    ask(session, {"weight_g": 1184.0})
    with open_session(environment(tmp_path, "21:20")) as later:
        record_night(later, later.hamster(), EVENING, {"weight_g": 118.4})
        assert waiting(later) == []
        assert later.diary.drafts.of_device(later.device) == []


def test_a_window_that_is_open_is_not_asked_for(session):
    hamster = session.hamster()
    values = {"weight_g": 1184.0}
    question = questions_about(session, hamster, EVENING, values)[0]
    keeper = DraftKeeper(session)
    thing = night_id(hamster.id, EVENING)
    keeper.keep("night", thing, "weight_g", as_draft("night", question, values), None)
    assert waiting(session) == []
    keeper.close()
    assert len(waiting(session)) == 1


def test_a_day_of_a_hamster_comes_back_as_a_day(session):
    hamster, values = session.hamster(), {"onset": date(2027, 3, 1)}
    question = hamster_questions_about(session, hamster, values)[0]
    keeper = DraftKeeper(session)
    keeper.keep("hamster", hamster.id, "onset", as_draft("hamster", question, values), None)
    keeper.close()
    (found,) = waiting(session)
    keep(session, found, found.values)
    assert session.hamster().onset == date(2027, 3, 1)


@pytest.mark.parametrize("text", ["", "118", "{}", '{"values": {"no": 1}, "about": ["no"]}'])
def test_what_cannot_be_read_is_given_up(session, text):
    keeper = DraftKeeper(session)
    keeper.keep("night", night_id(session.hamster().id, EVENING), "weight_g", text, None)
    keeper.close()
    assert waiting(session) == []


def test_texts_are_kept_while_they_are_typed_and_not_twice():
    assert can_wait("night", "weight_g")
    assert not can_wait("night", "note")
    assert not can_wait("hamster", "name")
    assert not can_wait("hamster", "something of a newer version")
