"""Clips in lines of plain text, the twin of Care's card of them."""

from collections.abc import Mapping, Sequence
from itertools import chain

from hamdiary.domain.clip_paths import shown_name, shown_path
from hamdiary.domain.clips import Clip, Presence
from hamdiary.domain.language import t
from hamdiary.domain.manner import clock_times, with_year
from hamdiary.domain.measures import measures_of
from hamdiary.domain.saying import said
from hamdiary.domain.typed_dates import say_day
from hamdiary.render.cells import wrapped

BEFORE_WORDS = 22
"""Cells of a line's number and its night with the year."""


def clips_table(known: Sequence[Clip], found: Mapping[str, Presence], width: int) -> list[str]:
    """Every clip with its number, the newest first: its night, what is seen, where it lies."""
    numbered = reversed([*enumerate(known, 1)])
    return [*chain.from_iterable(_lines(*each, found, width) for each in numbered)]


def _lines(number: int, clip: Clip, found: Mapping[str, Presence], width: int) -> list[str]:
    room = max(width - BEFORE_WORDS, 12)
    facts = facts_of_clip(clip, found[clip.id])
    words = [*wrapped(shown_path(clip.path or t("a clip without a file")), room)]
    words += wrapped(facts, room) if facts else []
    day = with_year(clip.evening) if clip.evening else t("no night")
    heads = [f"{number:>3}  {day}", *[""] * (len(words) - 1)]
    return [
        f"{head:{BEFORE_WORDS}}{line}".rstrip() for head, line in zip(heads, words, strict=True)
    ]


def facts_of_clip(clip: Clip, found: Presence) -> str:
    """What is known besides path and night: "from the left, 21:30, drags a toe; file missing"."""
    side = said(measures_of(Clip)["side"], clip.side) if clip.side else ""
    seen = t("from {side}").format(side=side) if side else ""
    parts = [seen, clock_times(clip.at or ""), clip.remark or ""]
    facts = ", ".join(part for part in parts if part)
    return "; ".join(part for part in (facts, found.words) if part)


def clip_words(clip: Clip, found: Presence) -> str:
    """A clip in one line: its name, its night, what is known of it."""
    name = shown_name(clip.path) if clip.path else t("a clip")
    night = t("night of {day}").format(day=say_day(clip.evening)) if clip.evening else ""
    return ", ".join(part for part in (name, night, facts_of_clip(clip, found)) if part)
