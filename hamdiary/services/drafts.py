"""What is being typed, kept until it is a change, and found again after a crash."""

from dataclasses import dataclass

from hamdiary.domain.journal import Change, Stored
from hamdiary.domain.measures import Measure, Text
from hamdiary.domain.text import clean, clean_line, is_blank
from hamdiary.domain.things import measure_of
from hamdiary.domain.values import BadValue, stored
from hamdiary.services.session import Session
from hamdiary.storage.drafts import Draft
from hamdiary.storage.windows import Window, forget_window, is_open


class DraftKeeper:
    """Keeps the texts that are being typed in one window."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._window = Window(session.home)

    def keep(self, kind: str, thing: str, field: str, text: str, base: str | None) -> None:
        """Keep `text` of a field that held `base` when typing began; DiaryTrouble if it cannot."""
        at_utc = self._session.now().utc_text
        self._session.diary.drafts.keep(
            Draft(
                self._session.device, self._window.name, kind, thing, field, clean(text), base,
                at_utc,
            )
        )  # fmt: skip

    def forget(self, kind: str, thing: str, field: str) -> None:
        """The text has become a change, or was given up."""
        device, window = self._session.device, self._window.name
        self._session.diary.drafts.drop(device, window, kind, thing, field)

    def close(self) -> None:
        """The window closes; what is still a draft is found when the next one opens."""
        self._window.close()


@dataclass(frozen=True)
class Recovered:
    """A text that was found again."""

    draft: Draft
    """What was being typed, where and when."""
    change: Change | None
    """The change that it became; None if it would be too long and is still a draft."""
    beside: str | None
    """What had been written in its place meanwhile and is kept too; None if nothing was."""


def recover(session: Session) -> list[Recovered]:
    """Turn the drafts of windows that are no longer open into ordinary changes, oldest first.

    Undo takes one back. A field that was changed meanwhile keeps both texts.
    """
    found: list[Recovered] = []
    gone: set[str] = set()
    for draft in session.diary.drafts.of_device(session.device):
        if not is_open(session.home, draft.window):
            gone.add(draft.window)
            found += _recovered(session, draft)
    for window in gone:
        forget_window(session.home, window)
    return found


def _recovered(session: Session, draft: Draft) -> list[Recovered]:
    measure = _measure_of(draft)
    if measure is None:
        return []
    if is_blank(draft.text):
        # Nobody can tell a note that was to be emptied from one about to be typed anew.
        session.diary.drafts.settle(draft, session.stamp(), lambda shown: shown)
        return []
    seen: list[Stored] = []

    def becomes(shown: Stored) -> Stored:
        """The text as it is to be stored, with what another window wrote meanwhile."""
        seen.append(shown)
        return stored(measure, together(measure, shown, draft))

    try:
        change = session.diary.drafts.settle(draft, session.stamp(), becomes)
    except BadValue:
        return [Recovered(draft, None, None)]
    beside = str(seen[0]) if seen and seen[0] not in (None, draft.base) else None
    return [Recovered(draft, change, beside)] if change else []


def together(measure: Measure, shown: Stored, draft: Draft) -> str:
    """The draft, or both texts where the field was changed since typing began."""
    assert isinstance(measure.kind, Text)
    typed = draft.text.strip() if measure.kind.lines else clean_line(draft.text)
    if shown is None or shown == draft.base or str(shown) in typed:
        return typed
    if typed in str(shown):
        return str(shown)
    return f"{shown}{chr(10) if measure.kind.lines else ' / '}{typed}"


def _measure_of(draft: Draft) -> Measure | None:
    """The text measure that the draft is about; None if this version knows none such."""
    measure = measure_of(draft.kind, draft.field)
    return measure if measure is not None and isinstance(measure.kind, Text) else None
