"""What is sent to the terminal, and that it shows the same as if all had been sent."""

import random
import re

import pytest
from looks import looked
from rich.cells import cell_len
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.app import App
from textual.geometry import Region, Size
from textual.strip import Strip

from hamdiary.tui.fitting import fitted
from hamdiary.tui.sent_lines import TRUSTED, News, SentLines

SIGNS = re.compile(r"\x1b\[(\d+);(\d+)H|\x1b\[([\d;]*)m|\x1b\]8;[^\x1b]*\x1b\\|(\n)|(.)", re.DOTALL)
RED, PLAIN = Style(color="red"), Style()
CONSOLE = Console(color_system="truecolor", force_terminal=True)


class Grid:
    """A terminal that knows as much as is asked of it here."""

    def __init__(self):
        self.cells = {}

    def write(self, signs):
        look = ()
        x = y = 0
        for row, column, style, _, sign in SIGNS.findall(signs):
            if row:
                y, x = int(row), int(column)
            elif sign and sign >= " ":
                for further in range(cell_len(sign)):
                    self.cells[y, x + further] = (sign if not further else "", look)
                x += cell_len(sign)
            elif not sign:
                look = looked(look, style)


def strip(*parts):
    return Strip([Segment(text, style) for text, style in parts])


def whole(*rows):
    width = rows[0].cell_length
    return LayoutUpdate([[row] for row in rows], Region(0, 0, width, len(rows)))


def part(y, x, piece, width=10):
    end = x + piece.cell_length
    cuts = {0: None, x: piece, end: None} if x else {x: piece, end: None}
    ends = [*list(cuts)[1:], width]
    chops = [{} for _ in range(y)] + [cuts]
    return ChopsUpdate(chops, [(y, x, end)], [[] for _ in range(y)] + [ends])


@pytest.fixture
def sent():
    return SentLines()


def news(sent, update, now=0.0):
    return sent.news_of(update, CONSOLE, now)


def test_a_screen_is_sent_once(sent):
    row = strip(("gait 3    ", RED))

    assert "gait 3" in news(sent, whole(row))
    assert news(sent, whole(strip(("gait 3    ", RED)))) == ""


def test_only_what_differs_within_a_row_is_sent(sent):
    news(sent, whole(strip(("gait ", PLAIN), ("3", RED), ("    ", PLAIN))))

    told = news(sent, whole(strip(("gait ", PLAIN), ("4", RED), ("    ", PLAIN))))

    assert "4" in told
    assert "gait" not in told
    assert told.startswith("\x1b[1;6H")


def test_a_part_of_a_row_that_is_known_is_not_sent(sent):
    news(sent, whole(strip(("gait 3    ", PLAIN))))

    assert news(sent, part(0, 5, strip(("3", PLAIN)))) == ""
    assert "4" in news(sent, part(0, 5, strip(("4", PLAIN))))
    assert news(sent, whole(strip(("gait 4    ", PLAIN)))) == ""


def test_a_part_of_a_row_that_nobody_knows_is_sent(sent):
    assert "3" in news(sent, part(0, 5, strip(("3", PLAIN))))
    assert "3" in news(sent, part(0, 5, strip(("3", PLAIN))))


def test_another_colour_is_news(sent):
    news(sent, whole(strip(("gait 3    ", PLAIN))))

    assert "gait 3" in news(sent, whole(strip(("gait 3    ", RED))))


def test_a_row_with_signs_that_terminals_measure_differently_is_sent_as_a_whole(sent):
    news(sent, whole(strip(("🐹 ", PLAIN), ("3", RED), ("      ", PLAIN))))

    told = news(sent, whole(strip(("🐹 ", PLAIN), ("4", RED), ("      ", PLAIN))))

    assert "🐹" in told


def test_after_a_while_a_screen_is_sent_again(sent):
    row = strip(("gait 3    ", PLAIN))
    news(sent, whole(row), now=0.0)

    assert news(sent, whole(row), now=TRUSTED) == ""
    assert "gait" in news(sent, whole(row), now=TRUSTED + 0.1)


def test_what_was_forgotten_is_sent_again(sent):
    row = strip(("gait 3    ", PLAIN))
    news(sent, whole(row))
    sent.forget()

    assert "gait" in news(sent, whole(row))


def test_what_is_not_written_is_not_known(sent):
    row = strip(("gait 3    ", PLAIN))
    News(whole(row), sent, 0.0)

    assert "gait" in news(sent, whole(row))


KEYS = (
    *"0123456789dtrcgvt?", "down", "up", "tab", "enter", "escape", "escape", "n", "a", "ctrl+p",
    "pagedown", "less_than_sign", "f", "m", "h", "o", "ctrl+z",
)  # fmt: skip


@pytest.mark.parametrize("size", [(45, 20), (80, 24), (120, 40)])
async def test_the_terminal_shows_what_textual_would_have_drawn(evening, monkeypatch, size):
    rolls, shown, ought, sent = random.Random(sum(size)), Grid(), Grid(), SentLines()
    bytes_of = {"shown": 0, "ought": 0}

    def display(app, screen, renderable):
        if not isinstance(renderable, CompositorUpdate) or app._batch_count:
            return
        assert isinstance(renderable, News)
        update = renderable._update
        everything, told = update.render_segments(CONSOLE), news(sent, update)
        ought.write(everything)
        shown.write(told)
        bytes_of["ought"] += len(everything)
        bytes_of["shown"] += len(told)
        assert shown.cells == ought.cells

    monkeypatch.setattr(App, "_display", display)
    async with evening.window(size) as pilot:
        for _ in range(60):
            if evening.app.is_running:  # the palette knows how to end it
                await pilot.press(rolls.choice(KEYS))
    assert bytes_of["shown"] < bytes_of["ought"] / 2


@pytest.fixture
def told(monkeypatch):
    """All that the window writes."""
    written = []

    def display(app, screen, renderable):
        if isinstance(renderable, CompositorUpdate) and not app._batch_count:
            written.append(renderable.render_segments(CONSOLE))

    monkeypatch.setattr(App, "_display", display)
    return written


async def test_ctrl_l_draws_all_of_it_anew(evening, told):
    async with evening.window((80, 24)) as pilot:
        told.clear()
        evening.app.screen.refresh()
        await pilot.pause()
        assert "Biscuit" not in "".join(told)  # a card that has come meanwhile may be told
        await pilot.press("ctrl+l")
        assert "Biscuit" in "".join(told)


@pytest.mark.parametrize("event", [events.AppFocus(), events.Resize(Size(80, 24), Size(80, 24))])
async def test_a_window_that_was_away_or_turned_is_sent_whole(evening, told, event):
    async with evening.window((80, 24)) as pilot:
        evening.app.post_message(event)
        await pilot.pause()
        told.clear()
        evening.app.screen.refresh()
        await pilot.pause()
        assert "Biscuit" in "".join(told)


@pytest.mark.parametrize("size", [(45, 20), (60, 18), (120, 40)])
async def test_a_screen_is_laid_out_for_its_window_from_the_first_frame_on(evening, size):
    async with evening.window(size):
        told = evening.app.screen.classes
        first = fitted(evening.app._first_screen(), evening.app).classes
    assert first == {each for each in told if each.startswith("-")} != set()
