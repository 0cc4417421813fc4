"""The vitamin week in Care: marks for seven nights, what was given, what would fit."""

from collections.abc import Sequence
from datetime import date

from hamdiary.domain.foods import Serving
from hamdiary.domain.language import t, tc
from hamdiary.knowledge.diet_words import BOTH_CLAIMS, PELLETS_ARE_THE_SOURCE, STOP_MOIST
from hamdiary.render.diet import SEED_MIX_ALONE, too_much, usual_food
from hamdiary.services.diet import Diet, diet_on
from hamdiary.services.knowing import LacksKnowledge
from hamdiary.services.pages import NightPage
from hamdiary.services.session import Session
from hamdiary.tui.widgets.care_card import CareCard, Keys
from hamdiary.tui.widgets.diet_rows import (
    limit_words,
    night_rows,
    said_rows,
    short_title,
    suggestion_rows,
    week_rows,
)
from hamdiary.tui.widgets.lines import BLANK, Line, Span, line

WHY = "screen.guide('vitamin-foods')"
"""What a click on the advice opens."""


class WeekCard(CareCard):
    """A row a serving; a night without one is a row too, to write down what it had."""

    def _keys(self) -> Keys:
        return (
            ("Enter", tc("key", "open")),
            ("f", tc("key", "food")),
            ("w", tc("key", "why")),
            ("Del", tc("key", "remove")),
        )

    def __init__(self) -> None:
        super().__init__(t("Vitamin week"), id="care-week")
        self.items: Sequence[Serving | date] = ()
        """What is listed: a serving, or a night of which none is recorded."""
        self._diet: Diet | None = None

    def read(self, session: Session, page: NightPage) -> None:
        """Read the week."""
        try:
            diet = diet_on(session, page.hamster, page.evening)
        except LacksKnowledge as trouble:
            self._diet, self.items = None, ()
            self.show_rows((), (), said_rows(str(trouble), 36, "warn"))
            return
        first = self._diet is None
        self._diet = diet
        self.fact = line(Span(short_title(diet.week), "muted"))
        self.items = [item for _, item in self._listed(40)]
        if first:
            self.cursor = len(self.items) - 1
        self.show_rows([[BLANK]] * len(self.items))

    def _listed(self, width: int) -> list[tuple[Line, Serving | date]]:
        diet = self._diet
        if diet is None:
            return []
        nights = [night_rows(on, diet.of(on), diet, width) for on in diet.week.evenings]
        return [row for night in nights for row in night]

    def rows(self, width: int) -> Sequence[Sequence[Line]]:
        """A line each."""
        return [[row] for row, _ in self._listed(width)]

    def above(self, width: int) -> Sequence[Line]:
        """The marks."""
        return [] if self._diet is None else [*week_rows(self._diet.week, width), BLANK]

    def body(self, width: int, height: int) -> list[Line]:
        """The week, and below it as much of what would fit and of what to mind as there is room."""
        self._below = self._foot(width, height - len(self.above(width)) - len(self.items) - 1)
        return super().body(width, height)

    def _foot(self, width: int, room: int) -> list[Line]:
        diet = self._diet
        if diet is None:
            return []
        trouble = [row for each in too_much(diet.week) for row in said_rows(each, width, "warn")]
        offered = [line(Span(limit_words(diet), "muted")), *suggestion_rows(diet, width)]
        base = usual_food(diet.hamster)
        usual = (
            said_rows(t("Usual food: {base}").format(base=base) if base else "", width)
            if base
            else []
        )
        if diet.hamster.base_diet == "mix":
            usual += said_rows(t(SEED_MIX_ALONE), width, "warn")
        advice = said_rows(f"{t(PELLETS_ARE_THE_SOURCE)} {t(STOP_MOIST)}", width)
        claims = [
            Line(tuple(each._replace(action=WHY) for each in row.spans))
            for row in said_rows(t("{claims} w says why.").format(claims=t(BOTH_CLAIMS)), width)
        ]
        rows: list[Line] = []
        for part in (trouble, offered, usual, advice, claims):
            gap = [BLANK] if rows and part else []
            if part and len(rows) + len(gap) + len(part) <= room:
                rows += [*gap, *part]
        return rows
