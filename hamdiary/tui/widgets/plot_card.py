"""The card of the plots: one large or all four, the cursor in them, and words where they fit."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from textual import events

from hamdiary.domain.hamster import Hamster
from hamdiary.domain.language import t
from hamdiary.render.axis import LABEL, Axis
from hamdiary.render.fitting import fit_for
from hamdiary.render.recovery import Picture, draw
from hamdiary.render.strips import Plot
from hamdiary.services.night_beside import NightBeside
from hamdiary.tui.widgets.card import Card
from hamdiary.tui.widgets.lines import BLANK, Line, Span, line
from hamdiary.tui.widgets.pictured import on_screen
from hamdiary.tui.widgets.plot_chips import RANGES, page_chips, range_chips
from hamdiary.tui.widgets.plot_words import (
    has_anything,
    how_it_went,
    night_alone,
    night_and_words,
    what_to_do,
    with_letters,
)
from hamdiary.tui.widgets.recovery_pages import (
    ALL,
    FEWER_WORDS,
    LEAST_WORDS,
    WORDS,
    Looks,
    Page,
    Told,
    axis_in,
    page_named,
    pages_for,
)

MOST_WORDS = 7
"""Rows of words below a plot at most, its rule among them; more in high windows."""

NARROW = 70
"""Below so many cells words come first (look.md, Widths)."""


class PlotCard(Card, can_focus=True):
    """Plots with a cursor; keys act at once, in the order they are pressed."""

    inset = 1

    def __init__(self) -> None:
        super().__init__(t("Recovery"), id="plots")
        self.key_actions: Mapping[str, Callable[[], None]] = {}
        """What keys do here; taken before any binding sees them."""
        self.go_to: Callable[[date], None] = lambda evening: None
        """What a click on a night does."""
        self._told: Told | None = None
        self._hamster: Hamster | None = None
        self._beside: NightBeside | None = None
        self._looks = Looks("", date.min)
        self._span_name = RANGES[0][0]
        self._has_side = False
        self._pictures: dict[object, Picture] = {}
        self._rows: tuple[Picture | None, date, Sequence[Line]] = (None, date.min, ())
        self._top_row = 0
        self._axis: Axis | None = None

    def show_course(
        self, hamster: Hamster, told: Told, night: NightBeside, looks: Looks, range_name: str
    ) -> None:
        """Show a course; what was drawn of it before is used again."""
        shown = (told, hamster, night, looks, range_name)
        if shown == (self._told, self._hamster, self._beside, self._looks, self._span_name):
            return
        if told is not self._told:
            self._pictures = {}
        self._told, self._hamster, self._beside, self._looks, self._span_name = shown
        self.repaint()

    def words_stand_beside(self, beside: bool) -> None:
        """Whether words have a column of their own, so that none are needed here."""
        if beside != self._has_side:
            self._has_side = beside
            self.repaint()

    @property
    def pages(self) -> Sequence[Page]:
        """What can be shown in the room there is."""
        if self._told is None:
            return (WORDS,)
        width, height = self.size.width - 3 - self.inset, self.size.height - 2
        return pages_for(self._told.course, width, height, self._has_side)

    @property
    def page(self) -> Page:
        """What is shown."""
        return page_named(self.pages, self._looks.page)

    # Keys and clicks

    def on_key(self, event: events.Key) -> None:
        """Move, or do what the view has said for a key."""
        action = self.key_actions.get(event.key)
        if action is not None:
            event.stop()
            event.prevent_default()
            action()

    def action_key(self, key: str) -> None:
        """A click on what a key stands for."""
        self.focus()
        self.key_actions[key]()

    async def on_click(self, event: events.Click) -> None:
        """A click goes to a night; one on the night under the cursor opens it."""
        if self.action_at(event.x, event.y):
            await super().on_click(event)
            return
        evening = self.evening_at(event.x, event.y)
        if evening is None:
            return
        event.stop()
        self.focus()
        if self._axis is not None and event.x - 1 - self.inset in self._axis.cells_of(
            self._looks.cursor
        ):
            self.key_actions["enter"]()
        else:
            self.go_to(evening)

    def evening_at(self, x: int, y: int) -> date | None:
        """The night in that cell; of several that share a column the last."""
        axis, place = self._axis, x - 1 - self.inset - LABEL
        if axis is None or not 0 <= place < axis.cells or y - 1 < self._top_row:
            return None
        return axis.parts()[place // axis.cell].last

    # What is drawn

    def heading(self, width: int) -> Line:
        """The pages, the one that is shown reversed; alone where there is no room for all."""
        pages, page = self.pages, self.page
        chips = page_chips(pages, page)
        if chips.width + self.fact.width + 2 <= width:
            return chips
        return page_chips([page], page, pages.index(page))

    def action_page(self, number: int) -> None:
        """A click on a page."""
        self.focus()
        self.key_actions[f"page{number}"]()

    def paint(self, width: int, height: int) -> list[Line]:
        """The card; in its lower edge the night, where there is no room for words."""
        self.fact = range_chips(t("nights") + " " if width >= NARROW else "", self._span_name)
        self.foot = Line()
        return super().paint(width, height)

    def body(self, width: int, height: int) -> list[Line]:
        """Plots, and words above or below them where they have no column of their own."""
        told, night = self._told, self._beside
        self._axis, self._top_row = None, height
        if told is None or night is None or height < 1:
            return []
        if not has_anything(told):
            name = self._hamster.called if self._hamster else ""
            return what_to_do(told, name, self._span_name == RANGES[-1][0], width)
        page, axis = self.page, axis_in(told.course, width)
        for rows in self._word_rows(width, height) if axis and page.plots else ():
            assert axis is not None
            plots = self._plots(told, axis, page.plots, height - rows)
            if plots is not None:
                self._axis = axis
                return self._with_words(plots, told, night, rows, width, height)
        return night_and_words(told, night, page.plots, width, height)

    def _word_rows(self, width: int, height: int) -> Sequence[int]:
        """How many rows to keep for words, the most first."""
        if self._has_side:
            return (0,)
        least = LEAST_WORDS if width >= NARROW else FEWER_WORDS
        most = max(least, min(MOST_WORDS + height // 10, height // 3))
        return (*range(most, least - 1, -1), 0)

    def _plots(
        self, told: Told, axis: Axis, plots: tuple[Plot, ...], height: int
    ) -> Sequence[Line] | None:
        """The plots in at most so many rows; drawn only if they were not drawn so before."""
        looks = self._looks
        is_case = looks.compare and "gait" in plots
        is_named_twice = looks.by_treatment_day and axis.cell <= 3  # "Day of", "treatment"
        fit = fit_for(told.course, axis, plots, height, is_case + is_named_twice)
        if fit is None:
            return None
        key = (axis, plots, fit, looks.compare, looks.by_treatment_day)
        picture = self._pictures.get(key) or draw(
            told.course, axis, plots, fit=fit, compare=looks.compare,
            by_treatment_day=looks.by_treatment_day, summary=told.summary(axis),
        )  # fmt: skip
        self._pictures[key] = picture
        if self._rows[:2] != (picture, looks.cursor):
            rows = [on_screen(row) for row in picture.lines(looks.cursor)]
            self._rows = (picture, looks.cursor, rows)
        return self._rows[2]

    def _with_words(
        self, plots: Sequence[Line], told: Told, night: NightBeside, rows: int, width: int,
        height: int,
    ) -> list[Line]:  # fmt: skip
        """The plots with words below them; in a window of one column above them."""
        assert self._axis is not None
        shown, room, page = list(plots), height - len(plots), self.page
        self._top_row = 0
        if self._has_side:
            said = page != ALL and room > LEAST_WORDS
            words = how_it_went(told, page.plots, width, room - 1) if said else []
            return [*shown, *_rule(width, words, room), *words]
        shown = with_letters(shown, told, self._axis, width)
        if not rows:
            self.foot = night_alone(told, night, page.plots, width - 8)
            return shown
        words = night_and_words(told, night, page.plots, width, room)
        if width >= NARROW:
            return [*shown, *_rule(width, words, room), *words]
        self._top_row = min(room, len(words) + 1)
        return [*words, *[BLANK] * (self._top_row - len(words)), *shown]


def _rule(width: int, words: Sequence[Line], room: int) -> list[Line]:
    """A dashed row between plots and words, if there is one to spare."""
    return [line(Span("╌" * width, "grid"))] if words and len(words) < room else []
