"""Medians of levels in words."""

from hamdiary.domain.language import marked
from hamdiary.domain.trends.series import Median

NOISE = marked("One level is noise.")
"""Said beside every comparison of levels (domain §0, 4)."""


def levels_said(median: Median) -> str:
    """A median of levels: "2", or "2–3" where it lies between two of them."""
    return f"{median.low:g}" if median.low == median.high else f"{median.low:g}–{median.high:g}"
