"""The views by name; all but the first are loaded and built when they are first wanted."""

from hamdiary.services.pages import NightPage
from hamdiary.services.session import Session
from hamdiary.tui.views.view import View
from hamdiary.tui.widgets.bars import Tab

TABS = (
    Tab("tonight", "Tonight", "Tonight", "t"),
    Tab("diary", "Diary", "Diary", "d"),
    Tab("recovery", "Recovery", "Recovery", "r"),
    Tab("care", "Care", "Care", "c"),
    Tab("guide", "Guide", "Guide", "g"),
    Tab("report", "Vet report", "Vet report", "v"),
)
"""The views in the order in which they stand in the top row; each with its key."""


def build(name: str, session: Session, page: NightPage) -> View:
    """A view that shows the diary as it stands."""
    match name:
        case "diary":
            from hamdiary.tui.views.diary import DiaryView

            return DiaryView(session, page)
        case "recovery":
            from hamdiary.tui.views.recovery import RecoveryView

            return RecoveryView(session, page)
        case "care":
            from hamdiary.tui.views.care import CareView

            return CareView(session, page)
        case "guide":
            from hamdiary.tui.views.guide import GuideView

            return GuideView(page)
        case "report":
            from hamdiary.tui.views.report import ReportView

            return ReportView(session, page)
    raise LookupError(name)
