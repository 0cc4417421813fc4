"""Recovery: the plots of some nights, a cursor in them, and the same in words."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from textual import events
from textual.app import ComposeResult
from textual.widget import Widget

from hamdiary.domain.language import marked, t, tc
from hamdiary.domain.trends.series import nights_up_to
from hamdiary.services.night_beside import NightBeside, night_beside
from hamdiary.services.pages import NightPage
from hamdiary.services.recovery import course_of, span_of
from hamdiary.services.session import Session
from hamdiary.storage.errors import DiaryTrouble
from hamdiary.tui.messages import ShowNight
from hamdiary.tui.views.view import View
from hamdiary.tui.widgets.bars import Key
from hamdiary.tui.widgets.plot_card import PlotCard
from hamdiary.tui.widgets.plot_chips import RANGES
from hamdiary.tui.widgets.recovery_pages import ALL, Looks, Told, axis_in
from hamdiary.tui.widgets.recovery_side import RecoverySide

BROAD = 160
"""Cells from which on the column beside the plots may be broader."""

ALWAYS_BESIDE = 100
"""Cells from which on there is a column beside the plots."""

WEEK = 7
"""Nights that PageUp and PageDown go at least."""

NO_TREATMENT = marked(
    "No first day of treatment is recorded. A course in Care gives one, and so does the "
    'happening "treatment starts".'
)


class RecoveryView(View, Widget):
    """One card of plots, and words beside them where there is room."""

    def __init__(self, session: Session, page: NightPage) -> None:
        super().__init__(id="recovery")
        self._session = session
        self._page = page
        self.evening = page.evening
        """The night under the cursor."""
        self._range = 0
        self._looks = Looks(ALL.code, page.evening)
        self._plots, self._beside = PlotCard(), RecoverySide()
        self._told: dict[str, Told] = {}
        self._told_of: object = None
        self._shown: Told | None = None
        self._night: tuple[object, NightBeside] | None = None

    def compose(self) -> ComposeResult:
        """Plots on the left, words on the right."""
        yield self._plots
        yield self._beside

    def on_mount(self) -> None:
        """Say what keys do; the first look follows once the size is known."""
        self._plots.key_actions = self._key_actions()
        self._plots.go_to = self.go_to

    def on_resize(self, event: events.Resize) -> None:
        """Words stand beside the plots where there is room for a column."""
        self.set_class(event.size.width >= BROAD, "-broad")
        self._plots.words_stand_beside(event.size.width >= ALWAYS_BESIDE)
        self.call_after_refresh(self.read)

    def _key_actions(self) -> dict[str, Callable[[], None]]:
        actions: dict[str, Callable[[], None]] = {
            "left": lambda: self._step(-1), "right": lambda: self._step(1),
            "pageup": lambda: self._step(-self._stride),
            "pagedown": lambda: self._step(self._stride),
            "home": lambda: self.go_to(date.min), "end": lambda: self.go_to(date.max),
            "enter": self._open, "escape": lambda: self._turn_to(ALL.name),
            "tab": lambda: self._next_page(1), "shift+tab": lambda: self._next_page(-1),
            "l": self._enlarge, "p": self._compare, "y": self._by_treatment_day,
            "w": self._say_all,
        }  # fmt: skip
        for number in range(len(RANGES)):
            actions[str(number + 1)] = partial(self._choose, number)
        for number in range(6):
            actions[f"page{number}"] = partial(self._go_to_page, number)
        for keys, by in ((("less_than_sign", "left_square_bracket"), -1),
                         (("greater_than_sign", "right_square_bracket"), 1)):  # fmt: skip
            actions |= dict.fromkeys(keys, lambda by=by: self._choose(self._range + by))  # type: ignore[misc]
        return actions

    # What is shown

    def show(self, page: NightPage) -> None:
        """Show what has changed, if it is looked at; the cursor goes along with tonight."""
        earlier, self._page = self._page, page
        another = page.hamster.id != earlier.hamster.id
        if another or self.evening == earlier.evening:
            self.evening = page.evening
        if self.display and self.is_mounted:
            self.read()

    def take_focus(self) -> None:
        """Let keys go to the plots."""
        self._plots.focus()
        self.read()

    def read(self) -> None:
        """Read what is not known yet, and show it."""
        if not self._plots.size.width:
            return
        try:
            told = self._course()
            span = told.course.span
            self.evening = max(span.first, min(span.last, self.evening))
            night = self._read_night()
        except DiaryTrouble as trouble:
            self.notify(str(trouble), severity="error", markup=False)
            return
        self._shown = told
        self._looks = replace(self._looks, cursor=self.evening)
        hamster, name = self._page.hamster, RANGES[self._range][0]
        self._plots.show_course(hamster, told, night, self._looks, name)
        if self._beside.display:
            self._beside.show_course(told, night)

    def _course(self) -> Told:
        """The course of the chosen range, read once as long as nothing changes."""
        session, page = self._session, self._page
        # A clock that runs makes tonight longer every minute.
        minute = session.wall_now().strftime("%H:%M") if page.out.running else ""
        known = (page.hamster, session.diary.state_seen(), page.tonight, minute)
        if known != self._told_of:
            self._told, self._told_of = {}, known
        name, nights = RANGES[self._range]
        if name not in self._told:
            span = span_of(session, page.hamster, nights)
            # A young diary is not drawn narrower than the shortest range.
            fewest = nights_up_to(page.tonight, RANGES[0][1] or 1)
            span = span if span.nights >= fewest.nights else fewest
            self._told[name] = Told(course_of(session, page.hamster, span))
        return self._told[name]

    def _read_night(self) -> NightBeside:
        known = (self._told_of, self.evening)
        if self._night is None or self._night[0] != known:
            night = night_beside(self._session, self._page.hamster, self.evening)
            self._night = known, night
        return self._night[1]

    def keys(self) -> list[Key]:
        """The keys that matter here."""
        return [
            Key("← →", tc("key", "night"), ""),
            Key("Enter", tc("key", "open"), "screen.press('enter')"),
            Key("Tab", tc("key", "plot"), "screen.press('tab')"),
            Key("[ ]", tc("key", "range"), "screen.press('right_square_bracket')"),
            Key("w", tc("key", "words"), "screen.press('w')"),
            Key("p", tc("key", "published case"), "screen.press('p')"),
            Key("y", tc("key", "treatment days"), "screen.press('y')"),
            Key("l", tc("key", "large"), "screen.press('l')"),
        ]

    # What keys and clicks do

    @property
    def _stride(self) -> int:
        """Nights of a big step: a week, or a column where that is more."""
        if self._shown is None:
            return WEEK
        return max(WEEK, -(-self._shown.course.span.nights // self._columns(self._shown)))

    def _columns(self, told: Told) -> int:
        axis = axis_in(told.course, self._plots.size.width - 4)
        return axis.columns if axis else told.course.span.nights

    def _step(self, by: int) -> None:
        self.go_to(self.evening + timedelta(days=by))

    def go_to(self, evening: date) -> None:
        """Put the cursor on that night, or on the nearest one that is shown."""
        self.evening = evening
        self.read()

    def _open(self) -> None:
        self.post_message(ShowNight(self.evening))

    def _choose(self, number: int) -> None:
        self._range = max(0, min(len(RANGES) - 1, number))
        self.read()

    def _turn_to(self, name: str) -> None:
        self._looks = replace(self._looks, page=name)
        self.read()

    def _go_to_page(self, number: int) -> None:
        pages = self._plots.pages
        self._turn_to(pages[number % len(pages)].code)

    def _next_page(self, by: int) -> None:
        self._go_to_page(self._plots.pages.index(self._plots.page) + by)

    def _enlarge(self) -> None:
        """One large plot, or all of them again."""
        pages, page = self._plots.pages, self._plots.page
        self._turn_to(pages[0].code if page != pages[0] else pages[1 % len(pages)].code)

    def _compare(self) -> None:
        if not self._has_treatment():
            return
        pages, page = self._plots.pages, self._plots.page
        if "gait" in page.plots:
            self._looks = replace(self._looks, compare=not self._looks.compare)
        else:  # it is drawn into the plot of gait: that comes to the front
            page = next((each for each in pages if "gait" in each.plots), page)
            self._looks = replace(self._looks, compare=True, page=page.code)
        self._say_if_outside()
        self.read()

    def _by_treatment_day(self) -> None:
        if self._has_treatment():
            by_day = not self._looks.by_treatment_day
            self._looks = replace(self._looks, by_treatment_day=by_day)
            self.read()

    def _has_treatment(self) -> bool:
        if self._shown is None:
            return False
        known = self._shown.course.treatment_start is not None
        if not known:
            self.notify(t(NO_TREATMENT), markup=False)
        return known

    def _say_if_outside(self) -> None:
        from hamdiary.render.score_plots import is_case_in

        shown = self._shown
        if shown is not None and self._looks.compare and not is_case_in(shown.course):
            words = t("The published case's 20 days lie outside of these nights; 4 shows all.")
            self.notify(words, markup=False)

    def _say_all(self) -> None:
        from hamdiary.tui.dialogs.recovery_words import RecoveryWordsDialog

        told, (_, nights) = self._shown, RANGES[self._range]
        if told is not None:
            self.app.push_screen(RecoveryWordsDialog(nights, told, self._columns(told)))
