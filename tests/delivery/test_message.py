"""What a reminder says."""

from hamdiary.delivery.message import Ring, line_of, message_of
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.reminders.task import Task, TaskState

BISCUIT, PIP = Hamster("b", name="Biscuit"), Hamster("p", name="Pip")
OUTING = Task("outing", "Outing", "18 of 30 min", None, TaskState.OPEN, 30)
DROPS = Task("dose:d:x", "Vitamin drops", "2 drops, due 21:00", None, TaskState.OPEN, 10)
PASTE = Task("dose:p:x", "Paste", "a pea, due 21:00", None, TaskState.OPEN, 10)
UNHEARD_OF = Task("unheard-of:x", "Biscuit's diet", "carrots", None, TaskState.OPEN, 10)


def test_a_reminder_for_one_hamster_has_its_name_in_the_title():
    message = message_of([Ring(BISCUIT, [DROPS, OUTING])], names=True)
    assert message.title == "Time for Biscuit"
    assert message.text == "Vitamin drops, 2 drops, due 21:00\nOuting, 18 of 30 min"


def test_a_reminder_for_several_names_each_in_its_line():
    message = message_of([Ring(BISCUIT, [OUTING]), Ring(PIP, [DROPS])], names=True)
    assert message.title == "Time for your hamsters"
    lines = ["Biscuit: Outing, 18 of 30 min", "Pip: Vitamin drops, 2 drops, due 21:00"]
    assert message.text.splitlines() == lines


def test_without_names_nobody_and_no_medicine_is_named():
    message = message_of([Ring(BISCUIT, [DROPS, OUTING])], names=False)
    assert message.title == "Time for your hamster"
    assert message.text == "Medicine\nTime out of the cage"


def test_without_names_things_of_one_kind_are_counted():
    assert message_of([Ring(BISCUIT, [DROPS]), Ring(PIP, [PASTE])], False).text == "Medicine (2)"


def test_without_names_a_kind_that_is_not_known_is_not_named_either():
    assert message_of([Ring(BISCUIT, [UNHEARD_OF])], names=False).text == "Something to do"


def test_a_hamster_without_a_name_has_words_of_its_own():
    assert line_of(Hamster("h"), OUTING) == "your hamster: Outing, 18 of 30 min"


def test_what_people_wrote_is_on_one_line_and_without_controls():
    odd = Task("outing", "Out\x1b[2J", "1\n2", None, TaskState.OPEN, 1)
    assert line_of(BISCUIT, odd) == "Biscuit: Out, 1 2"
