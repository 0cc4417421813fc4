"""How many cells the labels of a night's lines take, which the language has a say in."""

from rich.cells import cell_len

from hamdiary.domain.measures import measures_of
from hamdiary.domain.night import Night


def label_room(least: int) -> int:
    """Cells up to the words beside a label: `least`, or as many as the longest label needs."""
    labels = [each.label for each in measures_of(Night).values() if not each.aside]
    return max(least, 1 + max(map(cell_len, labels)))
