"""The door to plotext: each of its traps stays behind it (traps §8)."""

import re
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from hamdiary.render.plots import Curve, field_of

PACKAGE = Path(__file__).parents[2] / "hamdiary"
NAN, INF = float("nan"), float("inf")


def letters(field):
    return ["".join(letter for letter, _ in row) for row in field]


def blank(columns, rows):
    return [" " * columns] * rows


def dots(field):
    """The dots that are set, from the lower left corner."""
    bits = {0x01: (0, 3), 0x02: (0, 2), 0x04: (0, 1), 0x40: (0, 0),
            0x08: (1, 3), 0x10: (1, 2), 0x20: (1, 1), 0x80: (1, 0)}  # fmt: skip
    found = set()
    for up, row in enumerate(reversed(field)):
        for x, (letter, _) in enumerate(row):
            code = ord(letter) - 0x2800 if letter != " " else 0
            found |= {(2 * x + dx, 4 * up + dy) for bit, (dx, dy) in bits.items() if code & bit}
    return found


def test_only_one_module_imports_plotext():
    importers = [
        path.name
        for path in PACKAGE.rglob("*.py")
        if re.search(r"^\s*(import|from) plotext", path.read_text(encoding="utf-8"), re.MULTILINE)
    ]
    assert importers == ["plots.py"]


def test_plotext_is_imported_only_when_something_is_drawn():
    code = "import sys, hamdiary.render.recovery_page as page; assert 'plotext' not in sys.modules"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_point_stands_on_its_dot():
    for point in ((0, 0), (19, 23), (7, 11), (4, 0)):
        assert dots(field_of(10, 6, [Curve([point[0]], [point[1]], "accent")])) == {point}


def test_nothing_at_all_leaves_the_field_empty():
    assert letters(field_of(10, 6, [])) == blank(10, 6)
    assert letters(field_of(10, 6, [Curve([], [], "accent")])) == blank(10, 6)


@pytest.mark.parametrize("gap", [None, NAN, INF, -INF])
def test_what_is_no_number_is_a_gap(gap):
    field = field_of(10, 6, [Curve([0, 5, 9], [4, gap, 4], "accent")])
    assert dots(field) == {(0, 4), (9, 4)}


def test_only_gaps_are_an_empty_field():
    assert letters(field_of(10, 6, [Curve([0, 1], [None, NAN], "accent")])) == blank(10, 6)


def test_a_value_far_outside_is_drawn_at_the_edge_at_once():
    began = time.process_time()
    field = field_of(40, 6, [Curve([0, 1, 2], [1, 1e300, -1e5], "accent", joined=False)])
    assert time.process_time() - began < 5, "plotext itself takes a minute for it"
    assert dots(field) == {(0, 1), (1, 23), (2, 0)}


@pytest.mark.parametrize(("columns", "rows"), [(1, 1), (3, 2), (7, 4)])
def test_plotext_never_draws_below_its_smallest_size(columns, rows):
    field = field_of(columns, rows, [Curve([0, 1], [0, 0], "accent")])
    assert [len(row) for row in field] == [columns] * rows
    assert dots(field) == {(0, 0), (1, 0)}


def test_the_size_of_the_terminal_does_not_matter(monkeypatch):
    monkeypatch.setenv("COLUMNS", "30")
    monkeypatch.setenv("LINES", "5")
    field = field_of(200, 50, [Curve([0, 399], [0, 199], "accent", joined=False)])
    assert dots(field) == {(0, 0), (399, 199)}


def test_each_cell_bears_the_role_of_its_curve_and_a_later_one_lies_on_top():
    field = field_of(10, 6, [Curve([0, 19], [2, 2], "faint"), Curve([0, 1], [2, 2], "accent")])
    roles = [role for _, role in field[-1]]
    assert roles == ["accent"] + ["faint"] * 9
    assert {role for row in field[:-1] for _, role in row} == {""}


def test_no_colour_code_or_frame_is_in_a_field():
    field = field_of(10, 6, [Curve([0, 19], [0, 23], "accent")])
    for row in letters(field):
        assert re.fullmatch("[ \u2801-\u28ff]{10}", row)


def test_a_plot_leaves_plotexts_shared_figure_alone():
    import plotext

    before = plotext.active().monitor.signals
    field_of(10, 6, [Curve([0, 1], [0, 1], "accent")])
    assert plotext.active().monitor.signals == before


def test_threads_do_not_disturb_one_another():
    wanted = {up: field_of(20, 6, [Curve([0, 39], [up, up], "accent")]) for up in range(20)}
    found = {}

    def draw(up):
        for _ in range(3):
            found[up] = field_of(20, 6, [Curve([0, 39], [up, up], "accent")])

    threads = [threading.Thread(target=draw, args=(up,)) for up in wanted]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == wanted
