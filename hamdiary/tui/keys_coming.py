"""When keys come: each has its whole effect before the next, and the last one is remembered.

Textual hands a key to the widget with the focus and takes the next one at once. A key that only
the screen knows then does its work after those behind it have gone to the widget that was in
front: of `d` and `1` in one burst the digit would score tonight's gait.
"""

import asyncio
import time
from collections import deque
from functools import partial
from typing import Any

from textual import events
from textual.message_pump import MessagePump
from textual.screen import Screen

from hamdiary.tui.mixed_in import OfAnApp

TOUCHES = (
    events.Key, events.Paste, events.MouseDown, events.MouseScrollUp, events.MouseScrollDown
)  # fmt: skip
"""What an owner does; no dialog comes right after it."""

DRAWN = 0.02
"""Seconds after which what a key has done is drawn, mostly: it is followed then, unless the next
one comes before."""

LOST = 2.0
"""Seconds after which a key whose end was not heard of holds up the next one no more."""


class KeysComing(OfAnApp):
    """An app whose keys wait for its first frame, and then each for the end of the one before."""

    def __init__(self) -> None:
        super().__init__()
        self._coming: deque[events.InputEvent | events.Paste] = deque()
        self._stands = self._is_taking = self._looks_again = False
        self._taken_at = self._ended_at = 0.0
        self._last, self._stood = "", 0
        self._to_follow: tuple[events.Key, MessagePump] | None = None
        self._front: Screen[Any] | None = None
        self._awaited: Screen[Any] | None = None
        self._key_came = time.monotonic()

    async def on_event(self, event: events.Event) -> None:
        """Remember when the last key or click came, and let it wait its turn."""
        if isinstance(event, TOUCHES):
            self._key_came = time.monotonic()
        if not isinstance(event, events.InputEvent | events.Paste) or event.is_forwarded:
            await super().on_event(event)
        elif self._coming or isinstance(event, events.Key):
            self._coming.append(event)
            await self._take_next()
        else:
            await super().on_event(event)

    async def _on_ready(self) -> None:
        """The first frame stands: what came before it has its turn."""
        self._stands = True
        await self._take_next()

    async def _take_next(self) -> None:
        """Take what came, up to and with the first key, unless one before is still on its way."""
        while self._coming and self._stands:
            if self._is_taking:
                self._follow()
                self._look_again()
                return
            if self._waits_for_a_screen():
                return
            event = self._coming.popleft()
            if isinstance(event, events.Key):
                if self._is_struck_twice(event):
                    continue
                self._is_taking, self._taken_at = True, time.monotonic()
                self._last, self._stood = event.key, len(self.screen_stack)
                node = self.focused or self.screen
                await super().on_event(event)
                self._to_follow = event, node
                asyncio.get_running_loop().call_later(DRAWN, self._follow)
            else:
                await super().on_event(event)

    def _look_again(self) -> None:
        """Let no key wait for ever, should the end of the one before never be heard of."""
        if not self._looks_again:
            self._looks_again = True
            self.set_timer(LOST, partial(self._looked_again, self._taken_at))

    async def _looked_again(self, taken_at: float) -> None:
        self._looks_again = False
        if self._taken_at == taken_at:
            await self._goes_on()
        else:
            await self._take_next()

    def _waits_for_a_screen(self) -> bool:
        """Whether the screen in front has just come: it is first to know where its keys go."""
        screen, before = self.screen, self._front
        self._front = screen
        if screen is before or not screen.call_after_refresh(self.call_later, self._came, screen):
            return False
        self._is_taking, self._taken_at, self._awaited = True, time.monotonic(), screen
        return True

    async def _came(self, screen: Screen[Any]) -> None:
        if screen is self._awaited:
            await self._goes_on()

    def push_screen(self, *args: Any, **options: Any) -> Any:
        """Show a screen. One that was waited for and lies under it now is not drawn meanwhile."""
        pushed = super().push_screen(*args, **options)
        if self._awaited is not None:
            self.call_later(self._came, self._awaited)
        return pushed

    def _is_struck_twice(self, key: events.Key) -> bool:
        """Whether it was on its way already when the same key left the screen that it was for."""
        was_left = len(self.screen_stack) < self._stood and key.time < self._ended_at
        return was_left and key.key == self._last != "escape"

    def _follow(self) -> None:
        """Find out when the key that was taken last has had its effect."""
        if self._to_follow is not None:
            (key, node), self._to_follow = self._to_follow, None
            self._behind(key, node, node)

    def _behind(self, key: events.Key, node: MessagePump, first: MessagePump) -> None:
        """Look again once this part of the window has had the key."""
        if not node.call_later(self._had, key, node, first):
            self._turn()

    def _had(self, key: events.Key, node: MessagePump, first: MessagePump) -> None:
        parent = node._parent
        if parent is None:  # what it is bound to has been done
            self._heard(first)
        elif key._stop_propagation and parent is not self:
            # From the screen to here, on its last step, Textual says of every key that it stops.
            self._turn()
        else:
            self._behind(key, parent, first)

    def _heard(self, node: MessagePump, laps: int = 2) -> None:
        """Wait for what was set going there and is told upwards from part to part.

        What a part tells because of something stands behind that in its queue: hence two laps.
        """
        if laps and node is not self and node.call_later(self._heard, node, laps - 1):
            return
        if node._parent is None:
            self._turn()
        else:
            self._heard(node._parent)

    def _turn(self) -> None:
        # Behind what is on its way already: the focus, for one, moves in a turn of its own.
        self.call_later(self._turned)

    async def _turned(self) -> None:
        self._ended_at = time.monotonic()
        await self._goes_on()

    async def _goes_on(self) -> None:
        self._is_taking, self._awaited = False, None
        await self._take_next()

    def seconds_without_a_key(self) -> float:
        """How long nothing has been typed: no dialog may come between two keys."""
        return time.monotonic() - self._key_came
