"""An app that sends its terminal only what that does not show already."""

import time
from typing import Any

from rich.console import RenderableType
from textual import events
from textual._compositor import CompositorUpdate
from textual.screen import Screen

from hamdiary.tui.mixed_in import OfAnApp
from hamdiary.tui.sent_lines import News, SentLines

RETURNS = (events.Resize, events.AppFocus)
"""After these the terminal may show something else than was sent."""


class Sparing(OfAnApp):
    """What it draws goes over the line once; all of it again when that is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self._sent = SentLines()

    def on_mount(self) -> None:
        """Trust nothing that was sent before somebody was away in a shell."""
        self.app_resume_signal.subscribe(self, lambda _: self._sent.forget())

    async def on_event(self, event: events.Event) -> None:
        """Trust nothing that was sent to a window of another size, or before it was left."""
        if isinstance(event, RETURNS):
            self._sent.forget()
        await super().on_event(event)

    def action_draw_anew(self) -> None:
        """Send the whole screen: another program wrote over it."""
        self._sent.forget()
        self.screen.refresh()

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        if isinstance(renderable, CompositorUpdate):
            renderable = News(renderable, self._sent, time.monotonic())
        super()._display(screen, renderable)
