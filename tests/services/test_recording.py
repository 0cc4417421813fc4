"""What is asked before facts are recorded follows the wall clock."""

from datetime import date

import pytest

from hamdiary.domain.hamster import Hamster
from hamdiary.services.recording import hamster_questions_about
from hamdiary.services.session import open_session
from hamdiary.storage.locations import Home
from hamdiary.storage.opening import create_diary

MORNING = {"HAMDIARY_NOW": "2026-11-23T09:00:00+01:00", "TZ": "Europe/Berlin"}


@pytest.fixture
def morning(tmp_path):
    create_diary(Home(tmp_path).diary, Home(tmp_path)).close()
    with open_session({**MORNING, "HAMDIARY_HOME": str(tmp_path)}) as session:
        yield session


@pytest.mark.parametrize("fact", ["onset", "closed_on", "born"])
def test_a_fact_of_this_morning_is_not_still_to_come(morning, fact):
    assert morning.tonight == date(2026, 11, 22)
    assert hamster_questions_about(morning, Hamster("h"), {fact: date(2026, 11, 23)}) == []


@pytest.mark.parametrize("fact", ["onset", "closed_on", "born"])
def test_a_fact_of_tomorrow_is_asked_about_in_the_morning_too(morning, fact):
    assert hamster_questions_about(morning, Hamster("h"), {fact: date(2026, 11, 24)})
