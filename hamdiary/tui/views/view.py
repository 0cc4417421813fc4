"""What every view can do."""

from datetime import date

from hamdiary.services.pages import NightPage
from hamdiary.tui.views.backdrop import Backdrop
from hamdiary.tui.widgets.bars import Key


class View(Backdrop):
    """Mixed into a widget: one of the screens behind the tabs; its id is its name."""

    evening: date
    """The night that deeds in this view are about."""

    def show(self, page: NightPage) -> None:
        """Show this night, or what lies around it."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Let keys go to the part of the view that they are meant for."""
        raise NotImplementedError

    def settle(self) -> bool:
        """Finish what was begun, because something else follows; False if an owner is asked."""
        return True

    def keys(self) -> list[Key]:
        """The keys that matter in this view, most used first."""
        raise NotImplementedError
