"""The rows of what is still to do tonight; its card loads them once it is known."""

from collections.abc import Sequence

from rich.cells import cell_len

from hamdiary.domain.language import t, tc
from hamdiary.domain.reminders.task import Task, TaskState
from hamdiary.domain.text import clean_line
from hamdiary.tui.widgets.lines import Line, Span, apart, line, shortened, width_certain

MARKS = {
    TaskState.DONE: ("✓", "good"),
    TaskState.OPEN: ("○", "accent"),
    TaskState.UNDERWAY: ("◐", "accent"),
    TaskState.LATER: ("·", "muted"),
    TaskState.SKIPPED: ("–", "muted"),
    TaskState.SNOOZED: ("·", "muted"),
    TaskState.MISSED: ("✗", "warn"),
}
"""A state's mark and its ink (look.md, Marks); what is off is not listed."""

DETAILS = 18
"""Where the details begin on a card that is wide enough."""


def is_open(task: Task) -> bool:
    """Whether something is still to be done about it."""
    return task.state in (TaskState.OPEN, TaskState.UNDERWAY)


def task_row(task: Task, width: int) -> Line:
    """Its mark, its name, and when or how far; names of ours stand whole or shorter, never cut."""
    mark, ink = MARKS[task.state]
    words = "text" if is_open(task) else "muted"
    action = f"screen.do('{task.key}')"
    head = line(Span(mark, ink, action), Span(" "))
    detail = clean_line(task.detail)
    if width >= 34:
        name, _ = _name_and_detail(task, "", DETAILS - 3)
        row = head.plus(name, words, action).to(DETAILS)
        # A note on how much may be cut short, when it is due may not.
        fits = cell_len(detail) <= width - DETAILS or not task.short_detail
        said = detail if fits else task.short_detail
        return row.plus(shortened(said, width - DETAILS), words, action)
    name, short = _name_and_detail(task, task.short_detail, width - head.width)
    return apart(head.plus(name, words, action), line(Span(short, words, action)), width)


def _name_and_detail(task: Task, detail: str, room: int) -> tuple[str, str]:
    """What fits of both: first a long name gives way to a short one, then the detail goes."""
    taken = cell_len(detail) + 1 if detail else 0
    names = [width_certain(clean_line(each)) for each in (task.name, task.short_name) if each]
    for name in names:
        if cell_len(name) + taken <= room:
            return name, detail
    if task.is_own_name:
        return shortened(task.name, room - taken), detail
    return next((each for each in names if cell_len(each) <= room), names[-1]), ""


def todo_line(tasks: Sequence[Task], width: int) -> Line:
    """The open tasks in one line, for a window of one column; those that fit whole."""
    open_ones = [each for each in tasks if is_open(each)]
    if not open_ones:
        return line(Span("✓", "good"), Span(" " + t("nothing open"), "muted"))
    start = line(
        Span("z", "key", "screen.todo"),
        Span(" " + tc("key", "to do") + " ", "muted", "screen.todo"),
    ).to(10)
    words, more = "", ""
    for shown in range(len(open_ones), 0, -1):
        left = len(open_ones) - shown
        more = "  " + tc("key", "… {left} more").format(left=left) if left else ""
        names = [
            f"{each.short_name or each.name} {each.short_detail}" for each in open_ones[:shown]
        ]
        words = width_certain(clean_line(", ".join(each.strip() for each in names)))
        if start.width + cell_len(words) + cell_len(more) <= width:
            break
    else:
        first, others = open_ones[0], more
        for more in (others, others and f"  +{len(open_ones) - 1}"):
            room = width - start.width - cell_len(more)
            words = " ".join(_name_and_detail(first, first.short_detail, room)).strip()
            if "…" not in words:
                break
    return start.plus(words, "text", "screen.todo").plus(more, "muted", "screen.todo")
