"""Doses, medicines and happenings from the screens."""

from datetime import datetime, tzinfo
from typing import cast

from hamdiary.domain.happenings import Happening
from hamdiary.domain.language import t, tc
from hamdiary.domain.manner import clock_time
from hamdiary.domain.medicines import Dose, DoseStatus, Medicine
from hamdiary.domain.questions import Question
from hamdiary.services.recording import delete_thing, new_thing_id
from hamdiary.tui.answering import Values
from hamdiary.tui.deeds.deeds import Deeds
from hamdiary.tui.dialogs.doses import DoseWish
from hamdiary.tui.dialogs.thing import Sheet

MEDICINE_GROUPS = (
    ("name", "dose", "antibiotic"),
    ("as_needed", "times", "every_h", "starts", "first_at", "days"),
    ("note",),
)
"""What is asked of a medicine."""

ENDING = ("stopped", "stopped_at", "stopped_why")
"""What is asked when a course is stopped."""


class DoseDeeds(Deeds):
    """Doses are recorded, medicines and happenings written down."""

    def open(self) -> None:
        """What became of tonight's doses."""
        from hamdiary.services.courses import as_needed_now, slots_tonight
        from hamdiary.tui.dialogs.doses import DosesDialog

        self.screen.view.settle()
        hamster, evening = self.page.hamster, self.page.evening
        slots = slots_tonight(self.session, hamster, evening)
        needed = as_needed_now(self.session, hamster) if evening == self.page.tonight else []
        now = self.session.wall_now()
        self.screen.app.push_screen(DosesDialog(slots, needed, now), self._take_dose)

    def _take_dose(self, wish: DoseWish | None) -> None:
        if wish is None:
            return
        if wish.verb == "new" or wish.medicine is None:
            self.new_medicine()
        elif wish.verb == "clear":
            self._clear_dose(wish)
        elif wish.verb == "correct":
            self._ask_when_given(wish)
        elif wish.verb == "skipped":
            self._ask_why_skipped(wish)
        else:
            self._record_dose(wish, cast("DoseStatus", wish.verb), None, None)

    def _record_dose(
        self, wish: DoseWish, status: DoseStatus, at: datetime | None, why: str | None
    ) -> None:
        from hamdiary.services import dosing

        medicine, slot = wish.medicine, wish.slot
        assert medicine is not None
        due = slot.due if slot else None
        session, hamster = self.session, self.page.hamster
        words = f"{medicine.called}: {status.replace('_', ' ')}."
        self.if_agreed(
            [
                *_given_already(wish, status, self.session.zone),
                *dosing.questions_about_dose(session, hamster, medicine, due, status, at),
            ],
            lambda: self.done(
                lambda: dosing.record_dose(session, hamster, medicine, due, status, at, why), words
            ),
        )

    def _clear_dose(self, wish: DoseWish) -> None:
        if wish.slot is None or wish.slot.dose is None:
            self.tell(t("Nothing is recorded of this dose."))
            return
        dose = wish.slot.dose
        words = t("The dose is not recorded any more. Ctrl+Z brings it back.")
        self.done(lambda: delete_thing(self.session, "dose", dose), words)

    def _ask_when_given(self, wish: DoseWish) -> None:
        def given(values: Values) -> None:
            """Record when it was given, or what became of it instead."""
            at = cast("datetime | None", values["at_utc"])
            status = cast("DoseStatus", values["status"] or "given")
            self._record_dose(wish, status, at, cast("str | None", values["why"]))

        names = ("at_utc", "status", "why")
        needs = {"at_utc": t("Say when, like 21:05 or 10 min ago.")}
        known = wish.slot.dose if wish.slot else None
        at = known.at_utc.astimezone(self.session.zone) if known and known.at_utc else None
        values: Values = {
            "at_utc": at,
            "status": known.status if known else "given",
            "why": known.why if known else None,
        }
        title = t("{medicine}: when?").format(
            medicine=wish.medicine.called if wish.medicine else t("The dose")
        )
        self.ask_fields(title, Dose, names, given, values=values, needs=needs)

    def _ask_why_skipped(self, wish: DoseWish) -> None:
        needs = {"why": t("Say why, in a few words; the vet will ask.")}
        self.ask_fields(
            t("Why is it skipped?"),
            Dose,
            ("why",),
            lambda values: self._record_dose(wish, "skipped", None, str(values["why"])),
            needs=needs,
        )

    # Medicines

    def new_medicine(self) -> None:
        """Write down a medicine as the vet prescribed it."""
        from hamdiary.services import dosing

        self.open_medicine(dosing.new_medicine(self.page.hamster), t("A new medicine"))

    def open_medicine(self, medicine: Medicine, title: str = "") -> None:
        """A medicine's facts, each to be changed; a course that was stopped can go on."""
        from hamdiary.services import dosing

        ended = any(getattr(medicine, name) is not None for name in ENDING)
        groups = (*MEDICINE_GROUPS, *((ENDING,) if ended else ()))
        self.open_sheet(
            Sheet(
                "medicine", title or medicine.called, groups, medicine,
                lambda known, values: dosing.questions_about_medicine(self.session, known, values),
                lambda known, values: dosing.record_medicine(self.session, known, values),
            )
        )  # fmt: skip

    def stop_medicine(self, medicine: Medicine) -> None:
        """End a course: until when it was given, and why."""
        from hamdiary.services import dosing

        def stop(values: Values) -> None:
            """End the course on that day."""
            words = t("{called} is stopped. Ctrl+Z lets it go on.").format(called=medicine.called)
            on, why = values["stopped"], cast("str | None", values["stopped_why"])
            self.done(lambda: dosing.stop_course(self.session, medicine, on, why), words)  # type: ignore[arg-type]

        self.ask_fields(
            t("Stop {called}? Only as the vet says").format(called=medicine.called),
            Medicine,
            ("stopped", "stopped_why"),
            stop,
            values={"stopped": self.session.today, "stopped_why": None},
            done=tc("key", "stop it"),
            needs={"stopped": t("Say on which day it was given last.")},
        )

    def delete_medicine(self, medicine: Medicine) -> None:
        """Remove a medicine that was written down by mistake."""
        words = t("{called} is removed. Ctrl+Z brings it back.").format(called=medicine.called)
        self.done(lambda: delete_thing(self.session, "medicine", medicine), words)

    # Happenings

    def new_happening(self) -> None:
        """Write down something that happened, or is to happen."""
        hamster = self.page.hamster
        new = Happening(new_thing_id(hamster), hamster.id, on_day=self.session.today)
        self.open_happening(new, t("What happened?"))

    def open_happening(self, happening: Happening, title: str = "") -> None:
        """A happening's facts, each to be changed."""
        from hamdiary.services import happening as happenings

        self.open_sheet(
            Sheet(
                "happening", title, (("what", "on_day", "at", "note"),), happening,
                lambda known, values: happenings.questions_about_happening(
                    self.session, self.page.hamster, known, values
                ),
                lambda known, values: happenings.keep_happening(self.session, known, values),
            )
        )  # fmt: skip

    def delete_happening(self, happening: Happening) -> None:
        """Remove a happening."""
        words = t("It is removed. Ctrl+Z brings it back.")
        self.done(lambda: delete_thing(self.session, "happening", happening), words)


def _given_already(wish: DoseWish, status: DoseStatus, zone: tzinfo) -> list[Question]:
    """A dose that is given once more by a second key, or by a second carer, is asked about."""
    dose = wish.slot.dose if wish.slot else None
    if dose is None or wish.verb != "given" or dose.status != status or dose.at_utc is None:
        return []
    at = clock_time(dose.at_utc.astimezone(zone))
    return [
        Question(
            ("at_utc",), t("This dose was given at {at} already. Change that to now?").format(at=at)
        )
    ]
