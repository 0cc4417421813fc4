"""Questions for the vet: open until there is a day on which they were answered."""

from datetime import date

import pytest

from hamdiary.domain.vet_questions import (
    BadVetQuestion,
    VetQuestion,
    questions_about,
    refuse_incomplete,
    with_its_day,
)

TODAY, LATER = date(2026, 11, 22), date(2026, 11, 25)
ASKED = VetQuestion("h/1", "h", asked_on=date(2026, 11, 20), question="How long should he rest?")


def test_a_question_is_open_until_it_has_the_day_of_its_answer():
    assert ASKED.is_open
    assert not VetQuestion("h/1", "h", question="?", answered_on=TODAY).is_open


def test_an_answer_is_dated_and_taking_it_away_opens_the_question_again():
    assert with_its_day(ASKED, {"answer": "ten days"}, TODAY)["answered_on"] == TODAY
    answered = VetQuestion("h/1", "h", question="?", answer="ten", answered_on=ASKED.asked_on)
    assert with_its_day(answered, {"answer": "nine"}, TODAY)["answered_on"] == ASKED.asked_on
    assert with_its_day(answered, {"answer": None}, TODAY)["answered_on"] is None
    assert with_its_day(answered, {"question": "x"}, TODAY) == {"question": "x"}
    given = {"answer": "nine", "answered_on": LATER}
    assert with_its_day(answered, given, TODAY) == given


def test_a_question_without_words_is_refused():
    with pytest.raises(BadVetQuestion):
        refuse_incomplete(VetQuestion("h/1", "h", asked_on=TODAY))
    refuse_incomplete(ASKED)


def test_days_that_cannot_well_be_are_asked_about():
    asked = VetQuestion("h/1", "h", asked_on=LATER, question="?", answered_on=TODAY)
    words = [each.text for each in questions_about(asked, TODAY)]
    assert len(words) == 2
    assert "still to come" in words[0] and "is before" in words[1]
    assert questions_about(ASKED, TODAY) == []
