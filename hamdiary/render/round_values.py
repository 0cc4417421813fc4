"""Round values for the rows of a plot, and where a number stands between them (traps §8)."""

from collections.abc import Sequence
from math import ceil, floor

from hamdiary.domain.frozen import dataclass
from hamdiary.render.plots import DOTS_HIGH

STEPS = (0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
"""What one row may be worth."""


@dataclass(frozen=True)
class Rows:
    """Rows of a plot with a round value each; the lowest row is the last."""

    bottom: float
    """The value in the middle of the lowest row."""
    step: float
    """What one row is worth."""
    count: int
    """How many rows there are."""

    @property
    def values(self) -> list[float]:
        """The value of each row from top to bottom."""
        return [self.bottom + self.step * place for place in reversed(range(self.count))]

    def dot_of(self, value: float) -> float:
        """The dot from the bottom at which a value stands."""
        return ((value - self.bottom) / self.step + 0.5) * DOTS_HIGH - 0.5

    def outside(self, value: float) -> int:
        """1 above the highest row, -1 below the lowest, 0 within."""
        top = self.bottom + self.step * (self.count - 0.5)
        return (value >= top) - (value < self.bottom - self.step / 2)


def rows_for(values: Sequence[float], least_step: float, fewest: int, most: int) -> Rows:
    """Round rows in which all the values lie, with the smallest step that needs few enough."""
    low, high = min(values), max(values)
    for step in (each for each in STEPS if each >= least_step):
        first, last = floor(low / step + 0.5), floor(high / step + 0.5)
        if last - first < most or step == STEPS[-1]:
            break
    count = min(max(last - first + 1, fewest), most)
    # Rows that only fill up go half above and half below, so that the line is in the middle.
    first = max(first - (count - (last - first + 1) + 1) // 2, 0 if low >= 0 else first)
    return Rows(first * step, step, count)


def rows_from_zero(highest: float, steps: Sequence[float], most: int) -> tuple[float, int]:
    """The step and the number of rows that a bar of this height needs, counted from 0."""
    step = next((each for each in steps if ceil(highest / each) < most), steps[-1])
    # One row more than the highest bar fills, for the number on top of it.
    return step, min(max(ceil(highest / step) + 1, 3), most)
