"""What a reminder says, and what became of saying it."""

from collections import Counter
from collections.abc import Sequence

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.language import marked, t
from hamdiary.domain.reminders.task import Task
from hamdiary.domain.text import clean_line

NAMELESS = {
    "outing": marked("time out of the cage"),
    "diet": marked("extra food"),
    "dose": marked("medicine"),
    "log": marked("tonight's log"),
    "weigh-in": marked("weighing"),
    "vet-visit": marked("a visit to the vet"),
    "hint": marked("ringing the vet"),
}
"""By the first part of a task's key: words that name nobody and no medicine."""

SOMETHING = marked("something to do")
"""The same where a key is not known."""


@dataclass(frozen=True)
class Ring:
    """What rings for one hamster."""

    hamster: Hamster
    """Whose care it is."""
    tasks: Sequence[Task]
    """What is to be done."""


@dataclass(frozen=True)
class Message:
    """A reminder in words, clean and ready to be shown."""

    title: str
    """One line: "Time for Biscuit"."""
    text: str
    """One line for each thing."""

    @property
    def on_one_line(self) -> str:
        """The text where there is room for one line only."""
        return " · ".join(self.text.splitlines())


@dataclass(frozen=True)
class Outcome:
    """What became of a message on one of its ways."""

    channel: str
    """The way: "desktop", "terminal", "ntfy", "command"."""
    reached: bool
    """Whether it was taken; a person may still have looked away."""
    words: str
    """What happened, in one line; if it failed, also what to do."""


def line_of(hamster: Hamster, task: Task) -> str:
    """One thing that is due, with its name: "Biscuit: Outing, 18 of 30 min"."""
    return clean_line(f"{hamster.called}: {_thing(task)}")


def message_of(rings: Sequence[Ring], names: bool) -> Message:
    """What to say about all that rings now; without `names` it names nobody and no medicine."""
    several = len(rings) > 1
    if not names:
        found = Counter(nameless(task.key) for ring in rings for task in ring.tasks)
        lines = [each if count == 1 else f"{each} ({count})" for each, count in found.items()]
        title = t("Time for your hamsters") if several else t("Time for your hamster")
        return Message(title, "\n".join(lines))
    if several:
        lines = [line_of(ring.hamster, task) for ring in rings for task in ring.tasks]
        return Message(t("Time for your hamsters"), "\n".join(lines))
    lines = [clean_line(_thing(task)) for ring in rings for task in ring.tasks]
    called = clean_line(rings[0].hamster.called) if rings else t("your hamster")
    return Message(t("Time for {called}").format(called=called), "\n".join(lines))


def _thing(task: Task) -> str:
    return f"{task.name}, {task.detail}" if task.detail else task.name


def nameless(key: str) -> str:
    """What a task's key is about, in words that name nobody: "Time out of the cage"."""
    words = t(NAMELESS.get(key.partition(":")[0], SOMETHING))
    return words[:1].upper() + words[1:]
