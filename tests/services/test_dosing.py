"""Courses and doses in a real diary: given, corrected, stopped, extended, tapered, undone."""

from datetime import date, datetime, timedelta

import pytest

from hamdiary.domain.course_days import CourseState
from hamdiary.domain.dose_slots import SlotState
from hamdiary.services import recording
from hamdiary.services.dosing import (
    BadCourse,
    BadDose,
    add_medicine,
    as_needed_now,
    courses,
    due_now,
    edit_medicine,
    extend_course,
    new_medicine,
    questions_about_dose,
    questions_about_medicine,
    record_dose,
    record_medicine,
    slots_tonight,
    stop_course,
)
from hamdiary.services.session import open_session
from hamdiary.storage.locations import Home
from hamdiary.storage.opening import create_diary

DROPS = {"name": "Vitamin drops", "times": "21:00", "days": 10.0}


class Owner:
    """An owner with a diary, who can be set to any moment and place."""

    def __init__(self, home):
        create_diary(Home(home).diary, Home(home)).close()
        self.environment = {"HAMDIARY_HOME": str(home), "TZ": "Europe/Berlin"}
        self.session = open_session(self.environment)
        self.now("2026-11-22T21:16:00+01:00")
        self.hamster = recording.record_hamster(
            self.session, recording.new_hamster(), {"name": "Biscuit"}
        )

    def now(self, moment, zone="Europe/Berlin"):
        self.environment |= {"HAMDIARY_NOW": moment, "TZ": zone}

    def add(self, **facts):
        return add_medicine(self.session, self.hamster, {**DROPS, **facts})

    def give(self, medicine, status="given", due=None, at=None, why=None):
        moment = datetime.fromisoformat(at) if at else None
        return record_dose(self.session, self.hamster, medicine, due, status, moment, why)

    def asked(self, medicine, status="given", due=None, at=None):
        moment = datetime.fromisoformat(at) if at else None
        found = questions_about_dose(self.session, self.hamster, medicine, due, status, moment)
        return [question.text for question in found]

    def course(self, medicine):
        found = courses(self.session, self.hamster)
        return next(each for each in found if each.medicine.id == medicine.id)

    def due(self):
        return [slot.due for slot in due_now(self.session, self.hamster)]


@pytest.fixture
def owner(tmp_path):
    found = Owner(tmp_path)
    yield found
    found.session.diary.close()


# Writing a course down


@pytest.mark.parametrize(
    ("now", "times", "starts", "first_at"),
    [
        ("2026-11-22T21:16:00+01:00", "21:00", "2026-11-22", None),
        ("2026-11-22T20:00:00+01:00", "21:00", "2026-11-22", None),
        ("2026-11-23T00:30:00+01:00", "21:00", "2026-11-22", None),
        ("2026-11-23T02:00:00+01:00", "21:00", "2026-11-23", None),
        ("2026-11-22T20:00:00+01:00", "09:00", "2026-11-23", None),
        ("2026-11-22T20:00:00+01:00", "09:00 21:00", "2026-11-22", "21:00"),
        ("2026-11-22T07:00:00+01:00", "09:00 21:00", "2026-11-22", None),
    ],
)
def test_without_a_first_day_a_course_begins_with_the_next_dose(
    owner, now, times, starts, first_at
):
    owner.now(now)
    course = owner.add(times=times)
    assert (course.starts.isoformat(), course.first_at) == (starts, first_at)


def test_times_of_this_morning_do_not_count_as_missed(owner):
    course = owner.add(times="09:00 21:00", starts=date(2026, 11, 22))
    assert SlotState.MISSED not in owner.course(course).counts


def test_a_first_day_that_was_named_is_kept_whole(owner):
    course = owner.add(times="09:00 21:00", starts=date(2026, 11, 20))
    assert owner.course(course).counts[SlotState.MISSED] == 5


def test_every_eight_hours_without_a_time_begins_now(owner):
    course = owner.add(times=None, every_h=8.0)
    assert (course.times, course.zone) == ("21:16", "Europe/Berlin")
    assert owner.due() == ["2026-11-22T20:16Z"]


@pytest.mark.parametrize(
    "wrong",
    [{"days": 0.0}, {"name": None}, {"times": None}, {"every_h": 0.0}, {"as_needed": "yes"},
     {"times": "09:00 21:00", "every_h": 8.0}],
)  # fmt: skip
def test_a_course_that_cannot_be_is_refused_and_nothing_is_stored(owner, wrong):
    with pytest.raises(BadCourse):
        owner.add(**wrong)
    assert courses(owner.session, owner.hamster) == []


def test_a_form_may_keep_a_course_before_it_is_complete(owner):
    course = new_medicine(owner.hamster)
    for values in ({"name": "Syrup"}, {"dose": "as on the label"}, {"times": "21:00"}):
        course = record_medicine(owner.session, course, values)
    assert (course.name, course.starts, course.zone) == (
        "Syrup",
        date(2026, 11, 22),
        "Europe/Berlin",
    )
    assert owner.due() == ["2026-11-22T21:00"]
    with pytest.raises(BadCourse):
        record_medicine(owner.session, course, {"days": 0.0})


def test_only_what_is_changed_is_asked_about(owner):
    course = owner.add(days=400.0)
    assert len(questions_about_medicine(owner.session, course, {"days": 500.0})) == 1
    assert questions_about_medicine(owner.session, course, {"note": "with food"}) == []


def test_new_times_let_go_of_a_first_dose_that_they_leave_behind(owner):
    course = owner.add(times="09:00 21:00")
    assert course.first_at == "21:00"
    assert edit_medicine(owner.session, course, {"times": "08:00"}).first_at is None


# Giving


def test_a_dose_is_due_given_and_silent(owner):
    course = owner.add()
    assert owner.due() == ["2026-11-22T21:00"]
    dose = owner.give(course)
    assert (dose.due, dose.status, dose.evening) == (
        "2026-11-22T21:00",
        "given",
        date(2026, 11, 22),
    )
    assert owner.due() == []
    (slot,) = slots_tonight(owner.session, owner.hamster)
    assert slot.dose == dose


def test_a_dose_given_early_takes_the_next_one(owner):
    course = owner.add()
    owner.give(course)
    owner.now("2026-11-23T20:00:00+01:00")
    assert owner.give(course).due == "2026-11-23T21:00"
    owner.now("2026-11-23T21:30:00+01:00")
    assert owner.due() == []


def test_a_dose_not_given_is_missed_by_itself_and_stored_nowhere(owner):
    course = owner.add()
    before = len(owner.session.diary.latest_changes(100))
    owner.now("2026-11-24T12:30:00+01:00")
    assert owner.course(course).counts[SlotState.MISSED] == 2
    assert owner.due() == []
    assert len(owner.session.diary.latest_changes(100)) == before


def test_three_forgotten_doses_are_never_due_at_once(owner):
    owner.add(times="09:00 15:00 21:00", starts=date(2026, 11, 15))
    moment = datetime.fromisoformat("2026-11-20T00:00:00+01:00")
    for hours in range(72):
        owner.now((moment + timedelta(hours=hours)).isoformat())
        assert len(owner.due()) <= 1


def test_a_dose_is_corrected_later_also_back_to_not_recorded(owner):
    course = owner.add()
    owner.give(course)
    owner.now("2026-11-25T21:16:00+01:00")
    owner.give(course, "refused", due="2026-11-22T21:00", why="hid")
    assert owner.course(course).counts[SlotState.REFUSED] == 1
    owner.give(course, None, due="2026-11-22T21:00")
    assert owner.course(course).counts[SlotState.MISSED] == 3


def test_a_dose_of_which_nobody_said_when_keeps_no_time(owner):
    course = owner.add()
    owner.now("2026-11-23T21:16:00+01:00")
    assert owner.give(course, due="2026-11-22T21:00").at_utc is None
    late = owner.give(course, due="2026-11-22T21:00", at="2026-11-22T23:00:00+01:00")
    assert late.at_utc == datetime.fromisoformat("2026-11-22T23:00:00+01:00")
    assert late.evening == date(2026, 11, 22)


def test_skipping_needs_a_reason(owner):
    course = owner.add()
    with pytest.raises(BadDose, match="say why"):
        owner.give(course, "skipped")
    assert owner.give(course, "skipped", why="the vet said to wait").at_utc is None
    assert owner.due() == []


@pytest.mark.parametrize("due", ["2026-11-22T22:00", "nonsense", "2027-11-22T21:00"])
def test_a_dose_that_is_not_there_cannot_be_given(owner, due):
    course = owner.add()
    with pytest.raises(BadDose):
        owner.give(course, due=due)


def test_a_status_that_is_none_is_refused(owner):
    with pytest.raises(BadDose, match="not one of"):
        owner.give(owner.add(), "eaten")


def test_a_dose_twice_within_minutes_asks_and_is_kept_as_an_extra_one(owner):
    course = owner.add()
    owner.give(course)
    owner.now("2026-11-22T21:25:00+01:00")
    assert owner.asked(course) == ["Vitamin drops was given at 21:16. Record one more?"]
    assert owner.give(course).due.startswith("extra-")
    assert owner.course(course).counts[SlotState.GIVEN] == 2


def test_a_dose_of_a_second_course_of_that_name_counts_as_the_same_medicine(owner):
    first = owner.add()
    second = owner.add(name="VITAMIN drops", times="21:30")
    owner.give(first)
    assert owner.asked(second) == ["VITAMIN drops was given at 21:16. Record one more?"]


def test_two_windows_that_record_one_dose_record_the_same_dose(owner):
    course = owner.add()
    one = owner.give(course, due="2026-11-22T21:00")
    with open_session(owner.environment) as other:
        two = record_dose(other, owner.hamster, course, "2026-11-22T21:00", "given")
    assert one.id == two.id
    assert owner.course(course).counts[SlotState.GIVEN] == 1


def test_a_dose_in_the_future_or_after_the_diary_was_closed_asks(owner):
    course = owner.add()
    assert owner.asked(course, at="2026-11-22T23:30:00+01:00") == [
        "23:30 is still to come. Keep it?"
    ]
    closing = {"closed_because": "recovered", "closed_on": date(2026, 11, 20)}
    owner.hamster = recording.record_hamster(owner.session, owner.hamster, closing)
    assert "was closed on" in owner.asked(course)[0]


def test_as_needed_is_never_due_and_can_be_given(owner):
    course = owner.add(times=None, as_needed="yes", days=None)
    assert owner.due() == []
    assert as_needed_now(owner.session, owner.hamster) == [course]
    given = owner.give(course)
    assert owner.give(course, "spat_out").id == given.id
    assert owner.course(course).counts == {SlotState.SPAT_OUT: 1}


def test_undo_takes_a_dose_back(owner):
    course = owner.add()
    owner.give(course)
    recording.undo(owner.session)
    assert owner.due() == ["2026-11-22T21:00"]


# Travel, stopping, extending, tapering


def test_a_journey_in_mid_course_leaves_no_dose_out_and_gives_none_twice(owner):
    course = owner.add(starts=date(2026, 11, 20))
    for day in (20, 21, 22):
        owner.now(f"2026-11-{day}T21:05:00+01:00")
        owner.give(course)
    owner.now("2026-11-22T21:30:00-05:00", "America/New_York")
    assert owner.due() == []
    owner.now("2026-11-23T21:01:00-05:00", "America/New_York")
    assert owner.due() == ["2026-11-23T21:00"]
    owner.give(course)
    owner.now("2026-11-25T21:01:00+09:00", "Asia/Tokyo")
    assert owner.due() == ["2026-11-25T21:00"]
    assert owner.course(course).counts[SlotState.GIVEN] == 4


def test_stopping_now_ends_what_is_due_and_what_is_to_come(owner):
    course = stop_course(owner.session, owner.add(), None, "soft droppings")
    assert (course.stopped, course.stopped_at) == (date(2026, 11, 22), "21:16")
    assert owner.due() == []
    assert owner.course(course).state is CourseState.STOPPED
    owner.now("2026-11-23T21:16:00+01:00")
    assert owner.due() == []
    recording.undo(owner.session)
    assert owner.due() == ["2026-11-23T21:00"]


def test_stopping_at_two_in_the_morning_ends_the_dose_of_the_evening(owner):
    course = owner.add()
    owner.now("2026-11-23T02:00:00+01:00")
    assert owner.due() == ["2026-11-22T21:00"]
    stop_course(owner.session, course, date(2026, 11, 22))
    assert owner.due() == []


def test_stopping_on_a_day_to_come_leaves_the_doses_until_then(owner):
    course = stop_course(owner.session, owner.add(), date(2026, 11, 24))
    owner.now("2026-11-24T21:16:00+01:00")
    assert owner.due() == ["2026-11-24T21:00"]
    owner.now("2026-11-25T21:16:00+01:00")
    assert owner.due() == []
    assert owner.course(course).state is CourseState.STOPPED


def test_a_course_that_has_not_begun_is_deleted_and_not_stopped(owner):
    with pytest.raises(BadCourse, match="delete it"):
        stop_course(owner.session, owner.add(starts=date(2026, 12, 1)))


def test_extending_adds_days(owner):
    course = extend_course(owner.session, owner.add(), 5)
    assert course.days == 15
    assert owner.course(course).day == (1, 15)


def test_what_cannot_be_extended_is_refused(owner):
    with pytest.raises(BadCourse, match="no length"):
        extend_course(owner.session, owner.add(days=None), 5)
    with pytest.raises(BadCourse, match="1 day at least"):
        extend_course(owner.session, owner.add(), 0)
    with pytest.raises(BadCourse, match="was stopped"):
        extend_course(owner.session, stop_course(owner.session, owner.add()), 5)
    with pytest.raises(BadCourse, match="still be over"):
        extend_course(owner.session, owner.add(starts=date(2026, 10, 1), days=3.0), 5)


def test_a_taper_is_a_second_course_of_the_same_name(owner):
    owner.add(starts=date(2026, 11, 20), days=3.0, dose="2 drops")
    second = owner.add(starts=date(2026, 11, 23), days=3.0, dose="1 drop")
    owner.now("2026-11-23T21:16:00+01:00")
    assert owner.due() == ["2026-11-23T21:00"]
    assert courses(owner.session, owner.hamster)[0].medicine.id == second.id
    assert owner.asked(second) == []


def test_another_hamsters_medicines_are_not_due(owner):
    owner.add()
    other = recording.record_hamster(owner.session, recording.new_hamster(), {"name": "Moss"})
    assert due_now(owner.session, other) == []
    assert courses(owner.session, other) == []
