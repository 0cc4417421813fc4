"""What the Care view asks for, as deeds."""

from datetime import date

from hamdiary.domain.clips import Clip
from hamdiary.domain.courses import Course
from hamdiary.domain.foods import Serving
from hamdiary.domain.happenings import Happening
from hamdiary.domain.language import t
from hamdiary.domain.timeline import Mark
from hamdiary.domain.vet_questions import VetQuestion
from hamdiary.services.reminders_shown import ShownReminder
from hamdiary.tui.clip_deeds import ClipDeeds
from hamdiary.tui.deeds import Deeds
from hamdiary.tui.dose_deeds import DoseDeeds
from hamdiary.tui.feed_deeds import FeedDeeds
from hamdiary.tui.messages import CareAsked
from hamdiary.tui.out_deeds import OutDeeds
from hamdiary.tui.reminder_deeds import ReminderDeeds
from hamdiary.tui.wellbeing_deeds import WellbeingDeeds


def do_as_asked(screen: Deeds, message: CareAsked) -> None:
    """Do it to what is chosen; what needs a choice and has none is nothing to do."""
    chosen, doses, reminders = message.chosen, DoseDeeds(screen), ReminderDeeds(screen)
    clips = ClipDeeds(screen)
    match message.what, chosen:
        case "new-medicine", _:
            doses.new_medicine()
        case "new-happening", _:
            doses.new_happening()
        case "wellbeing", _:
            WellbeingDeeds(screen).open()
        case "doses", _:
            doses.open()
        case "open-medicine", Course():
            doses.open_medicine(chosen.medicine)
        case "end-medicine", Course():
            _end(doses, chosen)
        case (("open-happening" | "delete-happening"), Mark(happening=None)):
            doses.tell(t("This follows from a course or from a fact of the hamster."))
        case "open-happening", Mark(happening=Happening() as happening):
            doses.open_happening(happening)
        case "delete-happening", Mark(happening=Happening() as happening):
            doses.delete_happening(happening)
        case "new-clip", _:
            clips.new_clip()
        case "open-clip", Clip():
            clips.open_clip(chosen)
        case "watch-clip", Clip():
            clips.watch(chosen)
        case "forget-clip", Clip():
            clips.forget(chosen)
        case "new-question", _:
            clips.new_question()
        case "open-question", VetQuestion():
            clips.open_question(chosen)
        case "delete-question", VetQuestion():
            clips.delete_question(chosen)
        case (("feed" | "open-serving"), date()):
            FeedDeeds(screen).open(chosen)
        case "feed", Serving(evening=date() as evening):
            FeedDeeds(screen).open(evening)
        case "open-serving", Serving():
            FeedDeeds(screen).edit(chosen)
        case "remove-serving", Serving():
            FeedDeeds(screen).remove(chosen)
        case "why-food", _:
            food = chosen.food if isinstance(chosen, Serving) else ""
            screen.run_worker(FeedDeeds(screen).why(food or ""))
        case "open-outings", date():
            OutDeeds(screen).open(chosen)
        case "switch-reminder", ShownReminder():
            reminders.switch_reminder(chosen)
        case "reminder-times", ShownReminder():
            reminders.ask_reminder_times(chosen)


def _end(doses: DoseDeeds, course: Course) -> None:
    """Stop a course that runs; remove one that is over or never began."""
    if course.state.is_over or not course.counts:
        doses.delete_medicine(course.medicine)
    else:
        doses.stop_medicine(course.medicine)
