"""Keeping what is being typed: at most a second behind, and found again at the next start."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import App
from textual.timer import Timer

from hamdiary.domain.language import t
from hamdiary.domain.manner import brief_day
from hamdiary.services.session import Session
from hamdiary.storage.errors import DiaryTrouble
from hamdiary.tui.messages import Typed

if TYPE_CHECKING:
    from hamdiary.services.drafts import DraftKeeper, Recovered

KEPT_EVERY = 0.8
"""Seconds after which typed text is on the disk at the latest (design §2: within a second)."""


class Drafting:
    """The unfinished texts of this window."""

    def __init__(self, app: App[int], session: Session) -> None:
        self._app = app
        self.session = session
        """The diary in which they are kept."""
        self._keeper: DraftKeeper | None = None
        self._waiting: dict[tuple[str, str, str], Typed] = {}
        self._timer: Timer | None = None

    def take(self, typed: Typed) -> None:
        """Note a text; it is written soon, not at every key."""
        self._waiting[typed.key] = typed
        if self._timer is None:
            self._timer = self._app.set_timer(KEPT_EVERY, self.write)

    def forget(self, key: tuple[str, str, str]) -> None:
        """The text has become a change, or was given up."""
        self._waiting.pop(key, None)
        if self._keeper is not None:
            self._keeper.forget(*key)

    def write(self) -> None:
        """Write now what waits; trouble is said, and the text stays on the screen."""
        from hamdiary.services.drafts import DraftKeeper

        self._timer = None
        try:
            for typed in list(self._waiting.values()):
                self._keeper = self._keeper or DraftKeeper(self.session)
                self._keeper.keep(*typed.key, typed.text, typed.base)
                del self._waiting[typed.key]
        except DiaryTrouble as trouble:
            # The text stays in the field, and with the next key it is tried again.
            self._app.notify(
                t("Not kept yet: {trouble}").format(trouble=trouble), severity="error", markup=False
            )

    def close(self) -> None:
        """The window closes."""
        self.write()
        if self._keeper is not None:
            self._keeper.close()


def recover_texts(session: Session) -> str | None:
    """Turn texts of windows that ended in mid-word into changes; what was found, in words."""
    if session.diary.read_only:
        return None
    from hamdiary.services.drafts import recover

    found = recover(session)
    return _told(found) if found else None


def _told(found: "Sequence[Recovered]") -> str:
    from datetime import date

    from hamdiary.render.changes import label_of

    evenings = [each.draft.id.rpartition("/")[2] for each in found if each.draft.kind == "night"]
    nights = ", ".join(brief_day(date.fromisoformat(each)) for each in evenings)
    label = label_of(found[0].draft.kind, found[0].draft.field)
    if not nights:
        return t("What you were typing when the window closed was kept: {label}.").format(
            label=label
        )
    return t("What you were typing when the window closed was kept: {label} of {nights}.").format(
        label=label, nights=nights
    )
