"""The actions of care that keys, clicks and the palette name; what they need is loaded by them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from hamdiary.tui.diary_actions import DiaryActions
from hamdiary.tui.messages import CareAsked

if TYPE_CHECKING:
    from hamdiary.domain.reminders.task import Task
    from hamdiary.services.diet import Diet
    from hamdiary.tui.ringing import Ringing

SHOWN_AFTER = 0.15
"""Seconds after a change until the list of what is to do is read anew: keys come first."""

RINGS_EVERY = 20.0
"""Seconds between two looks at what is due."""

FIRST_RING = 3.0
"""Seconds after the start at which what is due rings: an owner looks first."""


class CareActions(DiaryActions):
    """A screen from which everything of care can be done."""

    _tasks_wanted = False
    _ringing: "Ringing | None" = None

    def start_ringing(self) -> None:
        """From now on show what is to do, and ring when its time comes."""
        self.set_interval(RINGS_EVERY, self.ring)
        self.set_timer(FIRST_RING, self.ring)
        self.show_tasks_soon()

    def action_outing(self) -> None:
        """The clock and this night's outings."""
        from hamdiary.tui.deeds.outings import OutDeeds

        self.view.settle()
        OutDeeds(self).open(self.page.evening)

    def action_safety(self) -> None:
        """The floor-time list."""
        from hamdiary.tui.deeds.outings import OutDeeds

        OutDeeds(self).show_safety()

    def action_doses(self) -> None:
        """What became of tonight's doses."""
        from hamdiary.tui.deeds.doses import DoseDeeds

        DoseDeeds(self).open()

    def action_new_medicine(self) -> None:
        """Write down a medicine."""
        from hamdiary.tui.deeds.doses import DoseDeeds

        DoseDeeds(self).new_medicine()

    def action_new_happening(self) -> None:
        """Write down something that happened, or is to happen."""
        from hamdiary.tui.deeds.doses import DoseDeeds

        DoseDeeds(self).new_happening()

    def action_clips(self) -> None:
        """The photos and videos of the night that the view is about."""
        from hamdiary.tui.deeds.clips import ClipDeeds

        ClipDeeds(self).open(self.view.evening)

    def action_new_clip(self) -> None:
        """List a photo or video."""
        from hamdiary.tui.deeds.clips import ClipDeeds

        ClipDeeds(self).new_clip(self.view.evening)

    def action_new_question(self) -> None:
        """Note something to ask the vet."""
        from hamdiary.tui.deeds.clips import ClipDeeds

        ClipDeeds(self).new_question()

    def action_wellbeing(self) -> None:
        """Quality-of-life checks."""
        from hamdiary.tui.deeds.wellbeing import WellbeingDeeds

        WellbeingDeeds(self).open()

    def action_feed(self) -> None:
        """What was given besides the usual food."""
        from hamdiary.tui.deeds.feeding import FeedDeeds

        FeedDeeds(self).open(self.page.evening)

    def action_give(self, food: str) -> None:
        """Write down one food that is suggested."""
        from hamdiary.tui.deeds.feeding import FeedDeeds

        FeedDeeds(self).give(food, self.page.evening)

    def action_todo(self) -> None:
        """The list of what is to do."""
        from hamdiary.tui.deeds.todo import TodoDeeds

        TodoDeeds(self).open()

    async def action_do(self, key: str) -> None:
        """Go where a task is done."""
        from hamdiary.domain.hints.in_brief import NOTHING_RECORDED

        what = key.partition(":")[0]
        places = {"outing": "screen.outing", "dose": "screen.doses"}
        places |= {"diet": "screen.feed"}
        places |= {"vet-visit": "screen.view('care')", "hint": "screen.hints"}
        places |= {"wellbeing": "screen.wellbeing"}
        if key == f"hint:{NOTHING_RECORDED}":
            places["hint"] = "screen.tonight"
        await self.run_action(places.get(what, "screen.tonight"))
        if what == "weigh-in":
            self.go_to_line("weight_g")

    def on_care_asked(self, message: CareAsked) -> None:
        """Do what the Care view asks for."""
        from hamdiary.tui.deeds.asked import do_as_asked

        message.stop()
        do_as_asked(self, message)
        self.show_keys()

    def show_keys(self) -> None:
        """Show the keys that matter now."""
        raise NotImplementedError

    # What is to do

    def show_tasks_soon(self) -> None:
        """Show what is to do once the keys that are being pressed have been answered."""
        if not self._tasks_wanted:
            self._tasks_wanted = True
            self.set_timer(SHOWN_AFTER, self._show_tasks)

    def _show_tasks(self) -> None:
        from hamdiary.tui.deeds.todo import TodoDeeds

        self._tasks_wanted = False
        self.show_tasks(TodoDeeds(self).tasks())
        # After whatever follows at once: a hint does not wait for food.
        self.call_later(self._show_diet)

    def _show_diet(self) -> None:
        from hamdiary.tui.deeds.feeding import FeedDeeds

        self.show_diet(FeedDeeds(self).diet())

    def show_diet(self, diet: "Diet | None") -> None:
        """Show how the diet week stands."""
        raise NotImplementedError

    def show_tasks(self, tasks: "Sequence[Task]") -> None:
        """Show what is to do tonight."""
        raise NotImplementedError

    def ring(self) -> None:
        """Say what is due and has not been said lately, and show it."""
        from hamdiary.tui.ringing import Ringing

        self._ringing = self._ringing or Ringing(self)
        self._ringing.ring()
        self.show_tasks_soon()
