"""When keys come: those before the window stands wait for it, and the last one is remembered."""

import time

from textual import events

from hamdiary.tui.mixed_in import OfAnApp

TOUCHES = (
    events.Key, events.Paste, events.MouseDown, events.MouseScrollUp, events.MouseScrollDown
)  # fmt: skip
"""What an owner does; no dialog comes right after it."""


class KeysComing(OfAnApp):
    """An app whose first keys wait for its first frame; Textual would let them fall."""

    _early: list[events.Key] | None

    def __init__(self) -> None:
        super().__init__()
        self._early = []
        self._key_came = time.monotonic()

    async def on_event(self, event: events.Event) -> None:
        """Remember when the last key or click came; keep a key for which nothing stands yet."""
        if isinstance(event, TOUCHES):
            self._key_came = time.monotonic()
        if self._early is not None and isinstance(event, events.Key):
            self._early.append(event)
        else:
            await super().on_event(event)

    async def _on_ready(self) -> None:
        """The first frame stands: now they have their turn, before any later one."""
        early, self._early = self._early, None
        for event in early or []:
            await super().on_event(event)

    def seconds_without_a_key(self) -> float:
        """How long nothing has been typed: no dialog may come between two keys."""
        return time.monotonic() - self._key_came
