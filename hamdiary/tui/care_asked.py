"""What the Care view asks for, as deeds."""

from datetime import date

from hamdiary.domain.courses import Course
from hamdiary.domain.happenings import Happening
from hamdiary.domain.timeline import Mark
from hamdiary.services.reminders_shown import ShownReminder
from hamdiary.tui.dose_deeds import DoseDeeds
from hamdiary.tui.messages import CareAsked
from hamdiary.tui.out_deeds import OutDeeds
from hamdiary.tui.reminder_deeds import ReminderDeeds
from hamdiary.tui.todo_deeds import TodoDeeds


class CareAskedDeeds(OutDeeds, DoseDeeds, TodoDeeds, ReminderDeeds):
    """A screen that does what the Care view asks for."""

    def on_care_asked(self, message: CareAsked) -> None:
        """Do it to what is chosen; what needs a choice and has none is nothing to do."""
        message.stop()
        chosen = message.chosen
        match message.what, chosen:
            case "new-medicine", _:
                self.action_new_medicine()
            case "new-happening", _:
                self.action_new_happening()
            case "doses", _:
                self.action_doses()
            case "open-medicine", Course():
                self.open_medicine(chosen.medicine)
            case "end-medicine", Course():
                self._end(chosen)
            case (("open-happening" | "delete-happening"), Mark(happening=None)):
                self.notify("This follows from a course or from a fact of the hamster.")
            case "open-happening", Mark(happening=Happening() as happening):
                self.open_happening(happening)
            case "delete-happening", Mark(happening=Happening() as happening):
                self.delete_happening(happening)
            case "open-outings", date():
                self.open_outings(chosen)
            case "switch-reminder", ShownReminder():
                self.switch_reminder(chosen)
            case "reminder-times", ShownReminder():
                self.ask_reminder_times(chosen)
        self.show_keys()

    def _end(self, course: Course) -> None:
        """Stop a course that runs; remove one that is over or never began."""
        if course.state.is_over or not course.counts:
            self.delete_medicine(course.medicine)
        else:
            self.stop_medicine(course.medicine)

    def show_keys(self) -> None:
        """Show the keys that matter now."""
        raise NotImplementedError
