"""The sample diary looks like one that somebody kept, and is the same on every run."""

import unicodedata
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from hamdiary.domain.baseline import weight_baseline
from hamdiary.domain.evening import Moment
from hamdiary.domain.hamster_questions import hamster_questions
from hamdiary.domain.hints.hint import Urgency
from hamdiary.domain.journal import Change
from hamdiary.domain.measures import NotSeen
from hamdiary.domain.night import Night
from hamdiary.domain.questions import night_questions
from hamdiary.services.hints import hints_page
from hamdiary.services.recording import recorded_fields
from hamdiary.services.sample.making import make_sample
from hamdiary.services.session import open_session
from hamdiary.storage.diary import Diary
from hamdiary.storage.locations import Home
from hamdiary.storage.opening import open_diary

NOW = Moment(datetime.fromisoformat("2026-11-22T21:16:00+01:00"), "Europe/Berlin")
TONIGHT = date(2026, 11, 22)
FIRST = TONIGHT - timedelta(days=39)


def made(folder: Path, now: Moment = NOW, **size: float) -> Diary:
    home = Home(folder)
    make_sample(folder / "sample.db", home, now=now, **size)  # type: ignore[arg-type]
    return open_diary(folder / "sample.db", home)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Diary]:
    with made(tmp_path_factory.mktemp("sample")) as diary:
        yield diary


def nights_of(diary: Diary) -> list[Night]:
    return diary.nights(diary.hamsters()[0].id, FIRST, TONIGHT)


def all_changes(diary: Diary) -> list[Change]:
    return diary.latest_changes(1_000_000)[::-1]


def on_day(diary: Diary, day_of_course: int) -> Night:
    return diary.night(diary.hamsters()[0].id, FIRST + timedelta(days=6 + day_of_course))


def test_it_spans_forty_nights_up_to_tonight(sample: Diary) -> None:
    evenings = [night.evening for night in nights_of(sample)]
    assert (evenings[0], evenings[-1]) == (FIRST, TONIGHT)


def test_some_nights_are_missing_and_last_night_is_not(sample: Diary) -> None:
    evenings = {night.evening for night in nights_of(sample)}
    assert 4 <= 40 - len(evenings) <= 6
    assert TONIGHT - timedelta(days=1) in evenings


def test_the_same_evening_gives_the_same_journal(tmp_path: Path, sample: Diary) -> None:
    with made(tmp_path / "again") as again:
        assert all_changes(again) == all_changes(sample)
        assert nights_of(again) == nights_of(sample)


def test_another_evening_moves_the_course_as_it_is(tmp_path: Path, sample: Diary) -> None:
    later = Moment(datetime.fromisoformat("2027-03-01T23:40:00-05:00"), "UTC-05:00")
    with made(tmp_path, later) as moved:
        hamster = moved.hamsters()[0].id
        there = moved.nights(hamster, date(2027, 1, 21), date(2027, 3, 1))
        assert [night.gait for night in there] == [night.gait for night in nights_of(sample)]


@pytest.mark.parametrize("clock", ["12:00:00", "12:00:30", "23:59:59", "02:00:00", "11:59:59"])
def test_nothing_is_written_later_than_now_at_any_time_of_day(tmp_path: Path, clock: str) -> None:
    now = Moment(datetime.fromisoformat(f"2026-10-25T{clock}+02:00"), "UTC+02:00")
    with made(tmp_path, now) as diary:
        times = [change.stamp.at_utc for change in all_changes(diary)]
        assert max(times) <= now.utc_text
        assert diary.night(diary.hamsters()[0].id, now.evening).gait is not None


def test_the_course_is_that_of_the_published_case(sample: Diary) -> None:
    hamster = sample.hamsters()[0]
    assert hamster.name == "Hop-a-Long"
    assert (hamster.species, hamster.sex, hamster.cause) == ("syrian", "male", "campylobacter")
    assert hamster.born is not None and hamster.onset is not None
    assert (hamster.onset - hamster.born).days // 7 == 5
    fallen, tenth, twentieth = (on_day(sample, day) for day in (0, 10, 20))
    assert (fallen.evening, fallen.gait) == (hamster.onset, 0)
    assert (tenth.gait, tenth.leg_left, tenth.leg_right) == (2, 2, 1)
    assert (twentieth.gait, twentieth.leg_left, twentieth.leg_right) == (4, 4, 3)


def test_soft_droppings_come_before_the_weak_legs(sample: Diary) -> None:
    before = [night for night in nights_of(sample) if night.evening < FIRST + timedelta(days=6)]
    assert {"soft", "loose", "watery"} <= {night.droppings for night in before}
    assert all(night.gait in (4, 5) for night in before)


def test_tonight_is_half_filled_in(sample: Diary) -> None:
    tonight = sample.night(sample.hamsters()[0].id, TONIGHT)
    assert tonight.gait is not None and tonight.droppings is not None
    assert tonight.ate is None and tonight.weight_g is None and tonight.note is None


def test_the_weights_grow_with_a_dip_while_it_is_ill(sample: Diary) -> None:
    weights = [night.weight_g for night in nights_of(sample) if night.weight_g is not None]
    ill = [
        night.weight_g
        for night in nights_of(sample)
        if night.weight_g is not None and night.droppings in ("watery", "loose", "soft")
    ]
    assert 60 <= min(weights) <= 64 and 94 <= max(weights) <= 104
    assert min(ill) < weights[0] - 1
    assert {night.pouches_empty for night in nights_of(sample)} >= {"yes", "no"}


def test_its_usual_weight_comes_from_its_own_weighings(sample: Diary) -> None:
    nights = nights_of(sample)
    assert sample.hamsters()[0].usual_weight_g is None
    usual = weight_baseline(nights, TONIGHT)
    newest = next(night.weight_g for night in reversed(nights) if night.weight_g is not None)
    assert usual is not None and 0.85 * newest < usual < newest


def test_looked_and_could_not_tell_occurs_beside_not_recorded(sample: Diary) -> None:
    values = [value for night in nights_of(sample) for value in vars(night).values()]
    assert {NotSeen.NOT_SEEN, NotSeen.NOT_CHECKED, None} <= {
        value for value in values if not isinstance(value, dict)
    }
    answers = {answer for night in nights_of(sample) for answer in night.signs.values()}
    assert answers == {"yes", "no", "not_checked"}


def test_the_notes_are_in_several_scripts(sample: Diary) -> None:
    notes = "".join(night.note or "" for night in nights_of(sample))
    scripts = {unicodedata.name(letter).split()[0] for letter in notes if letter.isalpha()}
    assert {"LATIN", "ARABIC", "HIRAGANA"} <= scripts
    assert "🐹" in notes


def test_hardly_a_night_raises_a_question(sample: Diary) -> None:
    hamster, nights = sample.hamsters()[0], nights_of(sample)
    questions = [
        night_questions(night, recorded_fields(night), hamster, nights[:number])
        for number, night in enumerate(nights)
    ]
    assert sum(bool(asked) for asked in questions) <= 2
    assert not hamster_questions(hamster, recorded_fields(hamster), TONIGHT)


def test_each_night_was_written_in_a_few_goes_by_two_carers(sample: Diary) -> None:
    hamster = sample.hamsters()[0].id
    goes = [len(sample.history("night", f"{hamster}/{each.evening}")) for each in nights_of(sample)]
    assert min(goes) >= 2 and max(goes) <= 7
    assert {change.stamp.carer for change in all_changes(sample)} == {"AK", "JM"}
    assert {night.carer for night in nights_of(sample)} == {"AK", "JM"}


def test_its_journal_has_corrections_and_one_undo(sample: Diary) -> None:
    changes = all_changes(sample)
    assert sum(change.undoes is not None for change in changes) == 1
    corrected = [
        change
        for change in changes
        if change.kind == "night" and any(field.over for field in change.fields.values())
    ]
    assert len(corrected) >= 3


def test_its_phone_numbers_are_those_kept_for_stories(sample: Diary) -> None:
    hamster = sample.hamsters()[0]
    phones = (hamster.vet_phone or "", hamster.night_phone or "")
    assert all(phone.startswith("020 7946 0") for phone in phones)


def test_every_night_of_a_large_sample_is_recorded(tmp_path: Path) -> None:
    with made(tmp_path, years=0.25, hamsters=3) as diary:
        hamsters = diary.hamsters()
        assert len({hamster.name for hamster in hamsters}) == 3
        first = TONIGHT - timedelta(days=90)
        assert [diary.count(each.id, first, TONIGHT) for each in hamsters] == [91, 91, 91]


def test_a_large_sample_raises_no_question(tmp_path: Path) -> None:
    with made(tmp_path, years=0.5, hamsters=2) as diary:
        for hamster in diary.hamsters():
            nights = diary.nights(hamster.id, date(2026, 1, 1), TONIGHT)
            for number, night in enumerate(nights):
                earlier = nights[max(0, number - 30) : number]
                assert not night_questions(night, recorded_fields(night), hamster, earlier)


def test_more_hamsters_live_beside_hop_a_long(tmp_path: Path) -> None:
    with made(tmp_path, hamsters=2) as diary:
        assert [hamster.name for hamster in diary.hamsters()] == ["Hop-a-Long", "Biscuit"]


def test_its_hints_on_its_last_night_say_what_is_there_and_cry_no_wolf(tmp_path: Path) -> None:
    home = Home(tmp_path)
    make_sample(home.diary, home, now=NOW)
    settings = {"HAMDIARY_HOME": str(tmp_path), "TZ": "Europe/Berlin"}
    with open_session({**settings, "HAMDIARY_NOW": NOW.wall.isoformat()}) as session:
        page = hints_page(session, session.hamster())
    assert page.most_urgent is Urgency.SOON
    assert [each.hint.rule for each in page.opened if each.hint.urgency >= Urgency.SOON] == ["R40"]
