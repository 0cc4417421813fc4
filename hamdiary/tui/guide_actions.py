"""The ways from any screen into the guide and back, and into the report."""

from hamdiary.tui.care_actions import CareActions
from hamdiary.tui.messages import KeysChanged, ShowView


class GuideActions(CareActions):
    """A screen from which the guide can be opened at any of its pages."""

    async def guide(self, topic: str) -> None:
        """Open the guide at a topic, a fact "stroke/evening", "food/spinach" or "signs/tilt".

        Going back from there leads to the view that is in front now.
        """
        from hamdiary.tui.views.guide import GuideView

        came_from = self.view.id or ""
        await self.action_view("guide")
        assert isinstance(self.view, GuideView)
        if came_from == "guide":
            self.view.open(topic)
        else:
            self.view.open_from(topic, came_from)

    async def action_guide(self, topic: str) -> None:
        """Open the guide at a topic."""
        await self.guide(topic)

    async def action_report_language(self) -> None:
        """Choose in which language the vet is to read the report."""
        from hamdiary.tui.views.report import ReportView

        await self.action_view("report")
        assert isinstance(self.view, ReportView)
        self.view.take_focus_of_language()

    async def on_show_view(self, message: ShowView) -> None:
        """A view leads to another one."""
        message.stop()
        await self.action_view(message.name)

    def on_keys_changed(self, message: KeysChanged) -> None:
        """Show the keys that matter now."""
        message.stop()
        self.show_keys()
