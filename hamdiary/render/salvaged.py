"""What could be saved of a damaged diary, in words."""

from collections.abc import Sequence
from typing import Protocol

from hamdiary.domain.language import t, tn


class Saved(Protocol):
    """What is said of it."""

    @property
    def changes(self) -> int:
        """Changes of the journal that could be read."""

    @property
    def lost(self) -> int:
        """Changes that are known to have been there, and cannot be read."""

    @property
    def from_tables(self) -> int:
        """Things of which something was lost from the journal and still stood in a table."""

    @property
    def drafts(self) -> int:
        """Texts that were being typed and are found again by the next window."""

    @property
    def hamsters(self) -> int:
        """Hamsters that are shown now."""

    @property
    def nights(self) -> int:
        """Nights that are shown now."""

    @property
    def unread(self) -> Sequence[str]:
        """Tables of which nothing could be read."""


def salvaged_lines(saved: Saved) -> list[str]:
    """What was saved, what was lost, and where the rest came from."""
    parts = (
        tn("{n} hamster", "{n} hamsters", saved.hamsters).format(n=saved.hamsters),
        tn("{n} night", "{n} nights", saved.nights).format(n=saved.nights),
        tn("{n} change", "{n} changes", saved.changes).format(n=saved.changes),
    )
    lost = tn("lost: {n} change of the journal", "lost: {n} changes of the journal", saved.lost)
    lines = [
        t("saved: {parts}").format(parts=", ".join(parts)),
        lost.format(n=saved.lost) if saved.lost else t("of the journal nothing is lost"),
    ]
    if saved.from_tables:
        taken = tn(
            "taken from the tables, since the journal lacks it: {n} entry",
            "taken from the tables, since the journal lacks it: {n} entries",
            saved.from_tables,
        )
        lines.append(taken.format(n=saved.from_tables))
    if saved.drafts:
        typed = tn(
            "{n} text that was being typed; it becomes an entry when the screens open",
            "{n} texts that were being typed; they become entries when the screens open",
            saved.drafts,
        )
        lines.append(typed.format(n=saved.drafts))
    if saved.unread:
        lines.append(t("not readable at all: {tables}").format(tables=", ".join(saved.unread)))
    return lines
