from care_made import WRITTEN, care, night, wall
from hypothesis import given
from hypothesis import strategies as st

from hamdiary.domain.measures import NotSeen, recorded_count
from hamdiary.domain.reminders.log import LogReminder, is_written
from hamdiary.domain.reminders.task import TaskState


def asked(at="22:30", reminder=None, **values):
    nights = [night(**values)] if values else []
    (task,) = (reminder or LogReminder()).tasks(care(nights=nights), wall(at))
    return task


def test_a_log_is_due_by_its_hour():
    assert (asked("22:29").state, asked("22:29").detail) == (TaskState.LATER, "by 22:30")
    assert asked("22:30").state is TaskState.OPEN


def test_a_log_of_which_half_is_recorded_is_written():
    assert asked(**WRITTEN).state is TaskState.DONE
    assert asked("20:00", **WRITTEN).state is TaskState.DONE


def test_a_weight_and_a_note_are_no_log():
    task = asked(weight_g=118.4, note="stood up")
    assert task.state is TaskState.OPEN
    assert task.detail.startswith("2 of ")


def test_looking_and_not_seeing_is_written_too():
    assert asked(**WRITTEN | {"gait": NotSeen.NOT_SEEN}).state is TaskState.DONE


@given(st.sets(st.sampled_from(sorted(WRITTEN))))
def test_more_recorded_never_makes_a_log_less_written(names):
    some = night(**{name: WRITTEN[name] for name in names})
    assert is_written(some) <= is_written(night(**WRITTEN))
    assert is_written(some) == (2 * len(names) >= recorded_count(some)[1])


def test_switched_off_it_is_not_on_the_list():
    assert LogReminder(on=False).tasks(care(), wall("23:00")) == []
