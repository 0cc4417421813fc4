"""Which signs do you see? A list to answer, and beside it how soon a vet should see it."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from hamdiary.domain.language import t, tc
from hamdiary.domain.night import Answer
from hamdiary.knowledge.files import DamagedKnowledge
from hamdiary.knowledge.signs import signs
from hamdiary.tui.guide.checklist_rows import all_of_it, sign_rows, why_parts
from hamdiary.tui.guide.number_rows import number_rows
from hamdiary.tui.guide.reader import Reader
from hamdiary.tui.guide.rows import EMPTY, Row, sign_of, text_rows
from hamdiary.tui.guide.sign_rows import (
    Answered,
    answered,
    count_line,
    head_rows,
)
from hamdiary.tui.widgets.lines import BLANK, Line, Span, line
from hamdiary.tui.widgets.rows_card import RowsCard

BESIDE = 64
"""From so many cells on, the answer stands beside the list, and above it where it is narrow."""

NEXT: dict[Answer | None, Answer | None] = {None: "yes", "yes": "no", "no": None}
"""What the space bar and a click make of an answer."""


MARK = 2
"""Cells of the mark beside the list, where the card's own is too far away."""


class _Split(NamedTuple):
    """How the card's inside is shared out."""

    left: int
    """Cells of the list."""
    right: int
    """Cells of what stands beside it; 0 if it stands above."""


class SignsCard(RowsCard):
    """Signs with their answers; it leads to how soon, never to what it is."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(t("Which signs do you see?"), id="guide-signs")
        self.cursor = 0
        self.answers: dict[str, Answer] = {}
        """What was answered; a sign that is missing here was not looked for."""
        self.answered: Callable[[], None] = lambda: None
        """What a new answer does."""
        self._reader = reader
        self._made: tuple[object, Sequence[Row]] = (None, ())
        self._given: tuple[object, Answered | None] = (None, None)
        self.fact = line(Span(t("leads to how soon, never to what it is"), "muted"))
        self.short_fact = line(Span(t("how soon"), "muted"))

    def show_for(self, reader: Reader) -> None:
        """For the hamster as it is now; another hamster has not been looked at."""
        if reader.hamster.id != self._reader.hamster.id:
            self.answers.clear()
            self.go_back_to(0, 0)
        self._reader = reader
        self.repaint()

    # Answering

    def take_key(self, key: str) -> bool:
        """Answer, or move; Backspace takes an answer back before it leads back."""
        match key:
            case "y":
                return self._answer("yes", 1)
            case "n":
                return self._answer("no", 1)
            case "x" | "delete":
                return self._answer(None, 1)
            case "space":
                return self._answer(NEXT[self.answers.get(self._sign)], 0)
            case "backspace":
                return self._sign in self.answers and self._answer(None, 0)
            case "enter":
                self.opens("answer")
                return True
        return super().take_key(key)

    @property
    def _sign(self) -> str:
        known = list(_known())
        return known[self.cursor or 0] if known else ""

    def _answer(self, answer: Answer | None, by: int) -> bool:
        if self._sign:
            self.answers.pop(self._sign, None)
            if answer is not None:
                self.answers[self._sign] = answer
        if by and (self.cursor or 0) + by < len(_known()):
            self.cursor, self._unshown = (self.cursor or 0) + by, True
        self.repaint()
        self.answered()
        return True

    def action_way(self, number: int) -> None:
        """A click chooses a sign, the next one answers it."""
        if self.cursor == number:
            self.take_key("space")
        self.cursor = number
        self.repaint()

    def action_answer_page(self) -> None:
        """All that follows from what was seen."""
        self.opens("answer")

    # Drawing

    def list_size(self, width: int, height: int) -> tuple[int, int]:
        """Left of the answer, or below it."""
        split = _split(width)
        left = split.left - MARK if split.right else split.left
        return left, height - (0 if split.right else len(self._above(width, height)))

    def body(self, width: int, height: int) -> list[Line]:
        """The list, and what follows from it."""
        split = _split(width)
        listed = super().body(width, height)
        if not split.right:
            return [*self._above(width, height), *listed]
        beside = self._beside(split.right, height)
        rows = []
        for place in range(height):
            left = listed[place] if place < len(listed) else BLANK
            right = beside[place] if place < len(beside) else BLANK
            rows.append(Line(_grounded(left, split.left)).plus(" │ ", "grid").then(right))
        return rows

    def rows(self, width: int) -> Sequence[Row]:
        """Every sign; the chosen one tells how it is known and why it matters."""
        key = (width, self.cursor, self.in_front, tuple(self.answers.items()))
        if self._made[0] != key:
            try:
                self._made = (key, list(self._rows(width)))
            except DamagedKnowledge as trouble:
                self._made = (key, text_rows(str(trouble), width, "warn"))
        return self._made[1]

    def _rows(self, width: int) -> Iterator[Row]:
        for number, sign in enumerate(signs().values()):
            chosen = self.in_front and number == self.cursor
            yield from sign_rows(sign, self.answers.get(sign.slug), chosen, width)

    def foot_line(self, more: bool) -> Line:
        """How much was looked at, and that there is more."""
        given = self._follows()
        if given is None:
            return BLANK
        count = count_line(given.how_soon, given.looked)
        return count.plus(" " + tc("key", "· more below ↓"), "muted", "further") if more else count

    def _follows(self) -> Answered | None:
        key = (self._reader, tuple(self.answers.items()))
        if self._given[0] != key:
            try:
                self._given = (key, answered(self.answers, self._reader))
            except DamagedKnowledge:
                self._given = (key, None)
        return self._given[1]

    def _beside(self, width: int, height: int) -> list[Line]:
        given = self._follows()
        if given is None:
            return []
        found, hamster = given.how_soon, self._reader.hamster
        head = list(head_rows(found, given.looked, width))
        urgent = found.urgency in ("now", "today")
        for large, hours in ((urgent, True), (False, True), (False, False)):
            below = [EMPTY, *number_rows(hamster, width, large, hours)]
            below += [EMPTY, *all_of_it(width)] if found.seen else []
            if len(head) + len(below) <= height:
                break
        for part in why_parts(given, width):
            if len(head) + len(part) + len(below) > height:
                break
            head += part
        return [row.line for row in (*head, *below)][:height]

    def _above(self, width: int, height: int) -> list[Line]:
        given = self._follows()
        if given is None:
            return []
        found, hamster = given.how_soon, self._reader.hamster
        numbers = number_rows(hamster, width, large=False, hours=False)
        rows = [*head_rows(found, given.looked, width), *numbers, EMPTY]
        if len(rows) > height // 2:
            sign = [Row(line(sign_of(found.urgency)))] if found.urgency else []
            rows = [*sign, *numbers]
        return [row.line for row in rows][: max(1, height // 2)]


def _known() -> Sequence[str]:
    try:
        return list(signs())
    except DamagedKnowledge:
        return ()


def _split(width: int) -> _Split:
    if width < BESIDE:
        return _Split(width, 0)
    left = min(50, width * 55 // 100)
    return _Split(left, width - left - 3)


def _grounded(row: Line, width: int) -> tuple[Span, ...]:
    """The row as wide as the list, its ground no wider than that."""
    marks = {"focus": Span("▌", "accent"), "chosen": Span("›", "muted")}
    spans = (marks.get(row.ground, Span(" ")), Span(" "), *row.spans)
    return tuple(each._replace(ground=row.ground) for each in Line(spans).to(width).spans)
