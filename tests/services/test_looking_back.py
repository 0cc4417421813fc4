"""Which nights there are to look back on, by sort and by the words of their notes."""

from datetime import date, timedelta

import pytest

from hamdiary.services.looking_back import PAGE, PAGES_KEPT, Which, nights_listed
from hamdiary.services.recording import new_hamster, record_hamster, record_night
from hamdiary.storage.looking_back import evenings_found

TONIGHT = date(2026, 11, 22)

pytestmark = pytest.mark.usefixtures("biscuit")


def record(session, back, **values):
    record_night(session, session.hamster(), ago(back), values or {"gait": 3})


def ago(nights):
    return TONIGHT - timedelta(days=nights)


def listed(session, which, words=""):
    return list(nights_listed(session, session.hamster(), which, words).evenings)


def test_missing_nights_are_all_between_the_first_and_tonight(session):
    for back in (2, 5, 6, 9):
        record(session, back)

    assert listed(session, Which.MISSING) == [ago(each) for each in (0, 1, 3, 4, 7, 8)]


def test_no_night_is_missing_of_a_diary_without_nights(session):
    assert listed(session, Which.MISSING) == []


def test_a_night_to_come_is_listed_but_makes_none_missing(session):
    record(session, 0)
    record(session, -300)

    assert listed(session, Which.MISSING) == []
    assert listed(session, Which.ALL) == [ago(-300), TONIGHT]


def test_another_hamsters_nights_are_not_listed(session):
    other = record_hamster(session, new_hamster(), {"name": "Moss"})
    record_night(session, other, ago(9), {"note": "wheel"})
    session.switch_to(next(each for each in session.diary.hamsters() if each.name == "Biscuit"))

    assert listed(session, Which.ALL) == [TONIGHT]
    assert listed(session, Which.NOTED) == []
    assert listed(session, Which.ALL, "wheel") == []


def test_a_search_lists_the_same_nights_as_the_command_line_finds(session):
    record(session, 1, note="Twice round the wheel")
    record(session, 3, note="He likes his wheel.")
    record(session, 4, note="今日はよく食べました")
    hamster = session.hamster()

    for words in ("wheel", "whe round", "食べ", "%", '"', "", "[/]"):
        found = [night.evening for night in session.diary.search(words, hamster.id)]
        assert evenings_found(session.diary, hamster.id, words) == found


def test_nights_are_read_a_page_at_a_time_and_few_pages_are_kept(session):
    record(session, 0)
    record(session, PAGE * (PAGES_KEPT + 4))
    pages = nights_listed(session, session.hamster(), Which.ALL)

    assert pages.pages_held == 0
    assert pages.night(0).gait == 3
    assert pages.night(1) is None
    assert pages.pages_held == 1

    for place in range(0, len(pages.evenings), PAGE):
        pages.night(place)
    assert pages.pages_held == PAGES_KEPT
    assert pages.night(len(pages.evenings) - 1).gait == 3
