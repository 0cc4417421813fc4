"""What an import would bring, as rows: what can be chosen is opened by Enter."""

from collections.abc import Iterator, Sequence

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import t
from hamdiary.domain.text import clean_line
from hamdiary.services.transfer.headers import BESIDES, fields
from hamdiary.services.transfer.plan import Ask, Plan
from hamdiary.tui.widgets.lines import Line, Span, line, shortened, wrapped
from hamdiary.tui.widgets.list_card import ListCard

SHOWN = 200
"""Remarks of one sort that are listed; the others are counted."""

HEADER, USE = 18, 22
"""Cells for a column's name and for what it is taken for."""


@dataclass(frozen=True)
class Item:
    """One row."""

    text: str
    """What it says."""
    ink: str = "text"
    """Its role."""
    header: str | None = None
    """The column that it is about, if it is about one."""
    answer: tuple[Ask, str] | None = None
    """The answer that it gives, if it is one."""


class PlanCard(ListCard):
    """The rows of a plan."""

    def __init__(self, plan: Plan, *, id: str) -> None:
        super().__init__(t("Import"), id=id)
        self.plan = plan
        """What would come."""
        self.items: Sequence[Item] = list(items_of(plan))
        """Its rows."""

    def show_plan(self, plan: Plan, below: Sequence[Line]) -> None:
        """Show another plan, the cursor where it was."""
        self.plan, self.items = plan, list(items_of(plan))
        self.show_rows([[Line()] for _ in self.items], below)
        answers = [number for number, item in enumerate(self.items) if item.answer]
        if answers and self.cursor not in answers:
            self.cursor = answers[0]

    @property
    def chosen(self) -> Item:
        """The row under the cursor."""
        return self.items[self.cursor]

    def rows(self, width: int) -> Sequence[Sequence[Line]]:
        """Every row as it fits."""
        return [_drawn(item, self.plan, width) for item in self.items]


def items_of(plan: Plan) -> Iterator[Item]:
    """The rows of a plan: what has to be answered or put right comes first."""
    yield Item(plan.what, "bold")
    yield from (Item(each) for each in plan.lines)
    for ask in plan.asks:
        yield Item(ask.question, "warn")
        yield from (Item(words, answer=(ask, value)) for value, words in ask.answers)
    yield from _some(t("Cannot be imported, so that nothing can"), plan.troubles, "warn")
    if plan.uses:
        yield Item(t("Columns"), "title")
        yield from (Item(use, header=header) for header, use in plan.uses.items())
    yield from _some(t("Unusual, and kept if you import it"), plan.unusual)
    yield from _some(t("In the place of what is recorded"), plan.replaced)
    yield from _some(t("The first of it"), plan.samples)


def _some(title: str, remarks: Sequence[object], ink: str = "text") -> Iterator[Item]:
    if remarks:
        yield Item(title, "title")
        yield from (Item(str(each), ink) for each in remarks[:SHOWN])
    if len(remarks) > SHOWN:
        yield Item(t("and {count} more").format(count=len(remarks) - SHOWN), "muted")


def _drawn(item: Item, plan: Plan, width: int) -> list[Line]:
    if item.header is not None:
        return [_column(item, plan, width)]
    mark = "○ " if item.answer else ""
    indent = "" if item.ink in ("title", "bold") else "  "
    room = max(10, width - len(indent) - len(mark))
    lines = wrapped(clean_line(item.text), room)
    starts = [indent + mark, *[indent + " " * len(mark)] * (len(lines) - 1)]
    return [
        line(Span(f"{start}{each}", item.ink)) for start, each in zip(starts, lines, strict=True)
    ]


def _column(item: Item, plan: Plan, width: int) -> Line:
    assert item.header is not None
    left = item.text == "-"
    row = line(Span(f"  {shortened(item.header, HEADER)}")).to(HEADER + 3)
    row = row.plus(use_in_words(item.text), "muted" if left else "text").to(HEADER + USE + 4)
    room = width - row.width
    cell = plan.first_cells.get(item.header, "")
    return row.plus(shortened(cell, room), "muted") if room > 4 else row


def use_in_words(use: str) -> str:
    """What a column is taken for: "Weight in oz", "the night", "left out"."""
    field, _, unit = use.partition(":")
    if field == "-":
        return t("left out")
    if field in BESIDES:
        return t(BESIDES[field])
    measure = fields().get(field)
    if measure is None:
        return field
    label = measure.label
    if field.startswith("sign_"):
        label = t("Sign: {sign}").format(sign=field.removeprefix("sign_").replace("_", " "))
    return t("{label} in {unit}").format(label=label, unit=unit) if unit else label
