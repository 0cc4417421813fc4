"""An evening at a clock that the test sets, so that time passes without waiting."""

import re
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

from hamdiary.services.session import open_session
from hamdiary.tui.app import HamdiaryApp
from hamdiary.tui.start import Start


class Evening:
    """One hamster's diary and the moment; every window and every command sees the same."""

    def __init__(self, environment):
        self.environment = environment
        self.app = None

    def at(self, time, day=22):
        """Let it be that time, in Berlin on a day of November 2026."""
        self.environment["HAMDIARY_NOW"] = f"2026-11-{day}T{time}:00+01:00"

    def session(self):
        """Another program on the same diary."""
        return open_session(self.environment)

    @asynccontextmanager
    async def window(self, size=(120, 40)):
        """The window, open on that diary."""
        start = Start.of(self.environment, None, None)
        self.app = HamdiaryApp(start)
        async with self.app.run_test(size=size, notifications=True) as pilot:
            await pilot.pause()
            yield pilot
        start.close()

    @property
    def text(self):
        """What the window shows."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip) for strip in strips)

    @property
    def words(self):
        """What the window shows, word after word, wherever its lines end."""
        return " ".join(self.text.replace("│", " ").split())

    def letters_in(self, card):
        """What a card shows, without any space: long paths are broken where a line is full."""
        place = self.app.screen.query_one(card).region
        rows = self.text.splitlines()[place.y : place.bottom]
        return re.sub(r"[│\s]", "", "".join(row[place.x : place.right] for row in rows))

    def hamster(self):
        with self.session() as session:
            return session.hamster()


async def until(pilot, seen):
    """Wait for what a thread brings about, however busy the machine is."""
    for _ in range(1500):
        if seen():
            await pilot.pause()
            return
        await pilot.pause(0.02)
    raise AssertionError("it did not come about")


def utc(hours, minutes, day=22):
    """A moment of the night of 22 November, told in Berlin's time."""
    return datetime(2026, 11, day, hours, minutes, tzinfo=UTC) - timedelta(hours=1)
