"""Outings from the screens: the clock, and putting right what was forgotten."""

from collections.abc import Callable
from datetime import date, datetime
from typing import cast

from hamdiary.domain.language import t, tc
from hamdiary.domain.outings import Outing, StoppedFor
from hamdiary.domain.questions import Question
from hamdiary.domain.typed_dates import short_day
from hamdiary.domain.values import BadValue
from hamdiary.services import timing
from hamdiary.services.recording import delete_thing, with_values
from hamdiary.tui.answering import Values
from hamdiary.tui.deeds.deeds import Deeds
from hamdiary.tui.dialogs.outing import OutingDialog, OutingWish
from hamdiary.tui.dialogs.thing import Sheet


class OutDeeds(Deeds):
    """Outings are begun, ended, added and corrected."""

    def open(self, evening: date) -> None:
        """The outings of a night; the clock too, if it is tonight."""
        out = timing.night_out(self.session, self.page.hamster, evening)
        dialog = OutingDialog(out, self.session.wall_now, evening == self.page.tonight)
        self.screen.app.push_screen(dialog, lambda wish: self._take_outing(wish, evening))

    def _take_outing(self, wish: OutingWish | None, evening: date) -> None:
        if wish is None:
            return
        hamster = self.page.hamster
        match wish.verb:
            case "start":
                self.done(lambda: timing.start(self.session, hamster), t("The clock runs."))
            case "pause":
                self.done(lambda: timing.pause(self.session, hamster), t("The clock stands still."))
            case "resume":
                self.done(lambda: timing.resume(self.session, hamster), t("The clock goes on."))
            case "stop":
                self._stop(None, wish.stopped_for)
            case "begin":
                self._ask_when_it_began()
            case "ended":
                self._ask_when_it_ended()
            case "add":
                self._ask_what_to_add(evening)
            case "safety":
                self.show_safety()
            case "edit" if wish.outing is not None:
                self._edit(wish.outing)
            case "delete" if wish.outing is not None:
                self._delete_outing(wish.outing)

    def show_safety(self) -> None:
        """The floor-time list."""
        from hamdiary.knowledge.floor_time import RULES, SOURCE
        from hamdiary.tui.dialogs.safety import SafetyDialog

        self.screen.app.push_screen(
            SafetyDialog([each.words for each in RULES], t(SOURCE)), self._read_more
        )

    def _read_more(self, wanted: bool | None) -> None:
        if wanted:
            self.screen.call_after_refresh(self.screen.run_action, "guide('outings')")

    def _stop(self, at: datetime | None, reason: StoppedFor | None) -> None:
        hamster = self.page.hamster
        words = t("The clock is stopped. Ctrl+Z lets it run on.")
        self.done(lambda: timing.stop(self.session, hamster, at=at, stopped_for=reason), words)

    def _ask_when_it_began(self) -> None:
        needs = {"started_utc": t("Say when, like 21:05 or 10 min ago.")}
        title = t("When did it come out?")
        self.ask_fields(
            title, Outing, ["started_utc"], self._begin, done=tc("key", "start the clock"),
            needs=needs,
        )  # fmt: skip

    def _begin(self, given: Values) -> None:
        began = given["started_utc"]
        assert isinstance(began, datetime)
        outing = timing.begun(self.session, self.page.hamster, began)
        self._if_agreed(
            outing,
            lambda: timing.start(self.session, self.page.hamster, began),
            t("The clock runs."),
        )

    def _ask_when_it_ended(self) -> None:
        running = timing.running_outing(self.session, self.page.hamster)
        names = ("ended_utc", "stopped_for")
        needs = {"ended_utc": t("Say when it went back, like 21:35.")}
        title = t("When did it go back?")
        self.ask_fields(
            title, Outing, names, lambda given: self._end(running, given),
            evening=running.evening, needs=needs,
        )  # fmt: skip

    def _end(self, running: Outing, given: Values) -> None:
        ended, reason = given["ended_utc"], cast("StoppedFor | None", given["stopped_for"])
        assert isinstance(ended, datetime)
        try:
            values = timing.stop_values(self.session, running, ended, reason)
        except BadValue as trouble:
            self.complain(str(trouble))
            return
        self._if_agreed(
            with_values(running, values), lambda: self._stop(ended, reason), "", done_there=True
        )

    def _ask_what_to_add(self, evening: date) -> None:
        names = ("minutes", "started_utc", "stopped_for", "note")
        needs = {"minutes": t("Say how long it was out, like 25.")}
        title = t("An outing that is over")
        self.ask_fields(
            title, Outing, names, lambda given: self._add(evening, given),
            evening=evening, needs=needs,
        )  # fmt: skip

    def _add(self, evening: date, given: Values) -> None:
        minutes = given["minutes"]
        assert isinstance(minutes, int | float)
        outing = timing.outing_to_add(
            self.session, self.page.hamster, evening, minutes,
            cast("datetime | None", given["started_utc"]),
            cast("StoppedFor | None", given["stopped_for"]),
            cast("str | None", given["note"]),
        )  # fmt: skip
        words = t("{minutes:g} min added.").format(minutes=minutes)
        self._if_agreed(outing, lambda: timing.record_outing(self.session, outing), words)

    def _edit(self, outing: Outing) -> None:
        def questions(known: Outing, values: Values) -> list[Question]:
            """What is unusual about the outing as it would be then."""
            wanted = timing.edited(known, values)
            return timing.questions_about_outing(self.session, self.page.hamster, wanted)

        when = short_day(outing.evening) if outing.evening else t("that night")
        groups = (
            ("started_utc", "ended_utc", "minutes", "pauses_s"),
            ("stopped_for", "note"),
        )
        self.open_sheet(
            Sheet(
                "outing", t("Outing of {when}").format(when=when), groups, outing, questions,
                lambda known, values: timing.edit_outing(self.session, known, values),
                evening=outing.evening,
            )
        )  # fmt: skip

    def _delete_outing(self, outing: Outing) -> None:
        words = t("The outing is removed. Ctrl+Z brings it back.")
        self.done(lambda: delete_thing(self.session, "outing", outing), words)

    def _if_agreed(
        self, outing: Outing, then: Callable[[], object], words: str, done_there: bool = False
    ) -> None:
        """Ask what is unusual about an outing, then do it and say so in `words`."""
        try:
            asked = timing.questions_about_outing(self.session, self.page.hamster, outing)
        except BadValue as trouble:
            self.complain(str(trouble))
            return
        self.if_agreed(asked, then if done_there else lambda: self.done(then, words))
