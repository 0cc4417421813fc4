"""What the Care view asks for, as deeds."""

from collections.abc import Callable, Mapping
from datetime import date

from hamdiary.domain.clips import Clip
from hamdiary.domain.courses import Course
from hamdiary.domain.foods import Serving
from hamdiary.domain.happenings import Happening
from hamdiary.domain.language import t
from hamdiary.domain.timeline import Mark
from hamdiary.domain.vet_questions import VetQuestion
from hamdiary.services.reminders_shown import ShownReminder
from hamdiary.tui.deeds.clips import ClipDeeds
from hamdiary.tui.deeds.doses import DoseDeeds
from hamdiary.tui.deeds.feeding import FeedDeeds
from hamdiary.tui.deeds.outings import OutDeeds
from hamdiary.tui.deeds.reminders import ReminderDeeds
from hamdiary.tui.deeds.wellbeing import WellbeingDeeds
from hamdiary.tui.diary_actions import DiaryActions
from hamdiary.tui.messages import CareAsked


def do_as_asked(screen: DiaryActions, message: CareAsked) -> None:
    """Do it to what is chosen; what needs a choice and has none is nothing to do."""
    verb, _, thing = message.what.partition("-")
    deed = DEEDS.get(thing or verb)
    if deed is not None:
        deed(screen, verb, message.chosen)


def _medicine(screen: DiaryActions, verb: str, chosen: object) -> None:
    doses = DoseDeeds(screen)
    match verb, chosen:
        case "new", _:
            doses.new_medicine()
        case "doses", _:
            doses.open()
        case "open", Course():
            doses.open_medicine(chosen.medicine)
        case "end", Course():
            _end(doses, chosen)


def _end(doses: DoseDeeds, course: Course) -> None:
    """Stop a course that runs; remove one that is over or never began."""
    if course.state.is_over or not course.counts:
        doses.delete_medicine(course.medicine)
    else:
        doses.stop_medicine(course.medicine)


def _happening(screen: DiaryActions, verb: str, chosen: object) -> None:
    doses = DoseDeeds(screen)
    match verb, chosen:
        case "new", _:
            doses.new_happening()
        case _, Mark(happening=None):
            doses.tell(t("This follows from a course or from a fact of the hamster."))
        case "open", Mark(happening=Happening() as happening):
            doses.open_happening(happening)
        case "delete", Mark(happening=Happening() as happening):
            doses.delete_happening(happening)


def _clip(screen: DiaryActions, verb: str, chosen: object) -> None:
    clips = ClipDeeds(screen)
    match verb, chosen:
        case "new", _:
            clips.new_clip()
        case "open", Clip():
            clips.open_clip(chosen)
        case "watch", Clip():
            clips.watch(chosen)
        case "forget", Clip():
            clips.forget(chosen)


def _question(screen: DiaryActions, verb: str, chosen: object) -> None:
    clips = ClipDeeds(screen)
    match verb, chosen:
        case "new", _:
            clips.new_question()
        case "open", VetQuestion():
            clips.open_question(chosen)
        case "delete", VetQuestion():
            clips.delete_question(chosen)


def _food(screen: DiaryActions, verb: str, chosen: object) -> None:
    feeding = FeedDeeds(screen)
    match verb, chosen:
        case (("feed" | "open"), date()):
            feeding.open(chosen)
        case "feed", Serving(evening=date() as evening):
            feeding.open(evening)
        case "open", Serving():
            feeding.edit(chosen)
        case "remove", Serving():
            feeding.remove(chosen)
        case "why", _:
            food = chosen.food if isinstance(chosen, Serving) else ""
            screen.run_worker(feeding.why(food or ""))


def _outings(screen: DiaryActions, verb: str, chosen: object) -> None:
    if isinstance(chosen, date):
        OutDeeds(screen).open(chosen)


def _reminder(screen: DiaryActions, verb: str, chosen: object) -> None:
    reminders = ReminderDeeds(screen)
    match verb, chosen:
        case "switch", ShownReminder():
            reminders.switch_reminder(chosen)
        case "time", ShownReminder():
            reminders.ask_reminder_times(chosen)


def _wellbeing(screen: DiaryActions, verb: str, chosen: object) -> None:
    WellbeingDeeds(screen).open()


DEEDS: Mapping[str, Callable[[DiaryActions, str, object], None]] = {
    "medicine": _medicine,
    "doses": _medicine,
    "happening": _happening,
    "clip": _clip,
    "question": _question,
    "feed": _food,
    "serving": _food,
    "food": _food,
    "outings": _outings,
    "reminder": _reminder,
    "wellbeing": _wellbeing,
}
"""By the thing that a message names after its verb, or by the whole where it names none."""
