"""Beside the plots: the night under the cursor, the words, milestones, what the letters mean."""

from collections.abc import Sequence
from datetime import date

from rich.cells import cell_len

from hamdiary.domain.language import t, tc
from hamdiary.domain.manner import with_year
from hamdiary.domain.typed_dates import short_day
from hamdiary.render.canvas import Line as Pictured
from hamdiary.render.recovery import PLOTS, marks_listed
from hamdiary.render.recovery_brief import brief_words, full_words, latest_milestones
from hamdiary.render.recovery_words import milestone_in_words
from hamdiary.services.night_beside import NightBeside
from hamdiary.tui.widgets.card import Card
from hamdiary.tui.widgets.lines import Line, Span, line, shortened, wrapped
from hamdiary.tui.widgets.painting import Painted
from hamdiary.tui.widgets.pictured import paragraph, paragraphs, whole_paragraphs
from hamdiary.tui.widgets.read_out import read_out
from hamdiary.tui.widgets.recovery_pages import Told

ROOMY = 36
"""Rows from which on the night has room for its note."""

NIGHT_ROWS, FEW_NIGHT_ROWS = 17, 12
"""Rows of the night's card, always the same, so that nothing jumps as the cursor moves."""

WORD_ROWS, FEW_WORD_ROWS = 13, 9
"""Rows that the words have at least."""

FEWEST_ROWS = 4
"""Rows of a card below which it is left out."""


class RecoverySide(Painted):
    """Cards above one another, drawn by one widget."""

    def __init__(self) -> None:
        super().__init__(id="recovery-side")
        self._night, self._said = _NightCard(), _WordsCard()
        self._gained, self._letters = _MilestonesCard(), _MarksCard()
        self._shown: tuple[Told, NightBeside] | None = None
        self._below: tuple[object, Sequence[Line]] = (None, ())

    def show_course(self, told: Told, night: NightBeside) -> None:
        """Show what is said of a course and of one night."""
        if self._shown == (told, night):
            return
        self._shown = (told, night)
        self._night.show_night(told, night)
        self._said.told = self._gained.told = self._letters.told = told
        self.repaint()

    def paint(self, width: int, height: int) -> Sequence[Line]:
        """The night, the words, then milestones and letters where there is room."""
        is_roomy = height >= ROOMY
        lines = self._night.paint(width, min(NIGHT_ROWS if is_roomy else FEW_NIGHT_ROWS, height))
        room, least = height - len(lines), WORD_ROWS if is_roomy else FEW_WORD_ROWS
        # What is said of the course stays as it is while the cursor moves.
        key = (self._said.told, width, room)
        if self._below[0] != key:
            self._below = (key, self._course_cards(width, room, least))
        return [*lines, *self._below[1]]

    def _course_cards(self, width: int, room: int, least: int) -> Sequence[Line]:
        lines: list[Line] = []
        letters = self._fitting(self._letters, width, room - least)
        gained = self._fitting(self._gained, width, room - letters - least)
        words = room - letters - gained
        for card, each in ((self._said, words), (self._gained, gained), (self._letters, letters)):
            lines += card.paint(width, each) if each >= 2 else []
        return lines

    def _fitting(self, card: Card, width: int, room: int) -> int:
        wanted = card.wanted_height(width)
        return min(wanted, room) if wanted > 2 and room >= FEWEST_ROWS else 0


class _NightCard(Card):
    """One night read out."""

    def __init__(self) -> None:
        super().__init__()
        self._told: Told | None = None
        self._beside: NightBeside | None = None

    def show_night(self, told: Told, night: NightBeside) -> None:
        """Read out that night, with its day of treatment."""
        self._told, self._beside = told, night
        self.title = _day(night.evening, told)
        words = ""
        if night.day is not None:
            number, of = night.day
            words = (
                t("day {number} of {of}").format(number=number, of=of)
                if of
                else t("day {number}").format(number=number)
            )
        self.fact = line(Span(words, "muted"))

    def body(self, width: int, height: int) -> Sequence[Line]:
        """All that is known of the night."""
        if self._told is None or self._beside is None:
            return []
        return read_out(self._told.course, self._beside, width, height)


def _day(evening: date, told: Told) -> str:
    span = told.course.span
    return short_day(evening) if span.first.year == span.last.year else with_year(evening)


class _WordsCard(Card):
    """The plots in words: all of them where there is room, else the gist."""

    def __init__(self) -> None:
        super().__init__(t("In words"))
        self.told: Told | None = None
        action = "screen.press('w')"
        self.fact = line(Span("w", "key", action), Span(" " + tc("key", "all"), "muted", action))

    def body(self, width: int, height: int) -> Sequence[Line]:
        """The whole text where there is room, else in brief."""
        if self.told is None:
            return []
        facts = self.told.facts
        rows = paragraphs(full_words(facts, PLOTS), width)
        if len(rows) <= height:
            return rows
        latest = [[each] for each in latest_milestones(facts, 1)]
        return whole_paragraphs([*brief_words(facts, PLOTS), *latest], width, height)


class _MilestonesCard(Card):
    """What was gained and lost."""

    def __init__(self) -> None:
        super().__init__(t("Milestones"))
        self.told: Told | None = None
        self.fact = line(Span(t("each seen on two scores"), "muted"))

    def body(self, width: int, height: int) -> Sequence[Line]:
        """All of them, or as many of the latest as there is room for."""
        if self.told is None:
            return []
        facts = self.told.facts
        rows = paragraph([milestone_in_words(each, facts.span) for each in facts.milestones], width)
        if len(rows) <= height:
            return rows
        latest = latest_milestones(facts, height)
        return next(
            rows
            for count in range(len(latest), -1, -1)
            if len(rows := paragraph(latest[:count], width)) <= height
        )


class _MarksCard(Card):
    """What the letters stand for."""

    def __init__(self) -> None:
        super().__init__(t("Marks"))
        self.told: Told | None = None

    def body(self, width: int, height: int) -> Sequence[Line]:
        """A mark in as many lines as it takes; in one where there is no room for all of them."""
        if self.told is None:
            return []
        listed = marks_listed(self.told.course)
        rows = [row for mark in listed for row in _whole(mark, width)]
        if len(rows) <= height:
            return rows
        rows = [_head(mark, width) for mark in listed]
        if len(rows) <= height:
            return rows
        action = "screen.press('w')"
        more = " " + t("{count} more in words").format(count=len(rows) - height + 1)
        return [*rows[: height - 1], line(Span("w", "key", action), Span(more, "muted", action))]


def _whole(mark: Pictured, width: int) -> list[Line]:
    letter, day, words = mark
    head = line(Span(letter.text, letter.role), Span(day.text, day.role))
    first, *more = wrapped(words.text, width - head.width)
    return [head.plus(first), *(line(" " * head.width, each) for each in more)]


def _head(mark: Pictured, width: int) -> Line:
    letter, day, words = mark
    head = line(Span(letter.text, letter.role), Span(day.text, day.role))
    room = width - head.width
    what, _, note = words.text.partition(": ")
    # A note of which hardly a letter would be seen is left out.
    whole = not note or room > cell_len(what) + 4
    return head.plus(shortened(words.text if whole else what, room))
