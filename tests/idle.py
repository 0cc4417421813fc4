"""When a window that a test drives has done all that was asked of it.

Textual's own pilot takes a process for idle that used little of the processor for 20 ms. On a busy
machine that is also one that was not let near the processor; and 20 ms after each key, twice, are
most of what a test on a screen lasts. Here it is read from the event loop instead: nothing is ready
to run, nothing is about to be, and no thread is at work. Nor is a timer waited for: while nothing
else can happen, the clock is put forward to it, so that a window does the same on any machine.
"""

import asyncio
import os
import time
from concurrent.futures import ThreadPoolExecutor

import textual._time
import textual.app
import textual.pilot
from textual.pilot import Pilot

SOON = 0.04
"""Seconds: a timer that ends within them belongs to what is waited for, as the redrawing does."""

PATIENCE = 0.3
"""Seconds that timers are waited for in all; one that comes again and again never ends."""

HELD_BACK = 0.06
"""Seconds for which Textual holds back drawing at most (`App.delay_update`), and a little more."""

LOOK = 0.002
"""Seconds between two looks at a thread that works."""

AT_MOST = 30.0
"""Seconds after which work that is still going on is left alone."""


class PutForward:
    """A clock that goes as all do, but for what it has been put forward.

    At a pace of 0.1 the machine seems ten times as quick as it is, at 4 a quarter: a test that
    fails at one of them guesses at time.
    """

    def __init__(self, pace: float) -> None:
        self._goes, self._pace = time.monotonic, pace
        self._skipped = 0.0

    def __call__(self) -> float:
        """Seconds since some moment."""
        return self._goes() * self._pace + self._skipped

    def skip(self, seconds: float) -> None:
        """Put it forward, never back."""
        self._skipped += max(seconds, 0.0)


CLOCK = PutForward(float(os.environ.get("HAMDIARY_TEST_PACE", "1")))


async def wait_for_idle(min_sleep: float = 0.0, max_sleep: float = AT_MOST) -> None:
    """Wait until the loop has nothing to do now or soon."""
    loop = asyncio.get_running_loop()
    ends, patience, quiet = loop.time() + AT_MOST, PATIENCE, 0
    while quiet < 2 and loop.time() < ends:
        await asyncio.sleep(0)
        rest = next_timer(loop) - loop.time()
        if loop._ready:  # type: ignore[attr-defined]
            quiet = 0
        elif is_a_thread_at_work(loop):
            quiet = 0
            await asyncio.sleep(LOOK)
        elif rest < SOON and patience > 0:
            quiet = 0
            patience -= max(rest, 0.001)
            CLOCK.skip(rest)
        else:
            quiet += 1


def next_timer(loop: asyncio.AbstractEventLoop) -> float:
    waiting = [each.when() for each in loop._scheduled if not each.cancelled()]  # type: ignore[attr-defined]
    return min(waiting, default=float("inf"))


def is_a_thread_at_work(loop: asyncio.AbstractEventLoop) -> bool:
    threads: ThreadPoolExecutor | None = loop._default_executor  # type: ignore[attr-defined]
    return threads is not None and len(threads._threads) > threads._idle_semaphore._value


async def let_pass(seconds: float) -> None:
    """Let all happen that belongs into so many seconds, each timer at its moment."""
    loop = asyncio.get_running_loop()
    ends = loop.time() + seconds
    while (left := ends - loop.time()) > 0:
        await asyncio.sleep(LOOK if is_a_thread_at_work(loop) else 0)
        if not loop._ready and not is_a_thread_at_work(loop):  # type: ignore[attr-defined]
            CLOCK.skip(min(left, next_timer(loop) - loop.time()))


async def pause(pilot: Pilot[object], delay: float | None = None) -> None:
    """Let so many seconds pass, and then all be done that began in them."""
    await pilot._wait_for_screen()
    await let_pass(delay or 0)
    await wait_for_idle()
    if pilot.app._batch_count:  # the palette holds back all drawing for a moment when it goes
        await let_pass(HELD_BACK)
        await wait_for_idle()
    pilot.app.screen._on_timer_update()


def instead_of_guessing() -> None:
    """Let every pilot wait so, by this clock."""
    time.monotonic = textual._time.get_time = CLOCK  # type: ignore[assignment]
    textual.app.wait_for_idle = textual.pilot.wait_for_idle = wait_for_idle
    Pilot.pause = pause  # type: ignore[method-assign]
