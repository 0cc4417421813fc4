"""Medians of levels in words."""

from hamdiary.domain.trends.series import Median


def levels_said(median: Median) -> str:
    """A median of levels: "2", or "2–3" where it lies between two of them."""
    return f"{median.low:g}" if median.low == median.high else f"{median.low:g}–{median.high:g}"
