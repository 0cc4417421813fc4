"""All the words of one hint together, for whatever screen or page shows it."""

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.hints.course import OpenHint
from hamdiary.domain.hints.hint import Hint
from hamdiary.domain.hints.seen import Seen
from hamdiary.domain.hints.words import lines_said
from hamdiary.knowledge.hints import wording
from hamdiary.knowledge.telling import tell_lines
from hamdiary.knowledge.urgency import URGENCY_SIGNS


@dataclass(frozen=True)
class HintWords:
    """A hint in the owner's words, the same on every screen and page."""

    sign: str
    """How urgent it is, as mark and word: "! SOON"."""
    title: str
    """What it is about."""
    seen_lines: tuple[str, ...]
    """What was recorded on which nights, a line for each thing."""
    why: str
    """Why it matters."""
    how_soon: str
    """How soon to be seen."""
    what_to_tell: tuple[str, ...]
    """What to read aloud on the phone, sentence by sentence."""
    source: str
    """Where the rule comes from: the keys of the sources."""
    sure: str
    """How sure that is: "vet page, fair; two care pages, weak"."""
    meanwhile: str
    """What to do until then; never a dose."""
    raised: tuple[str, ...]
    """Why it is more urgent than its rule alone."""


def words_of(hint: Hint | OpenHint, hamster: Hamster, seen: Seen) -> HintWords:
    """All that a hint says of this hamster."""
    hint = hint.hint if isinstance(hint, OpenHint) else hint
    told = wording(hint, hamster)
    return HintWords(
        sign=URGENCY_SIGNS[hint.urgency.code],
        title=told.title,
        seen_lines=lines_said(hint.facts),
        why=told.why,
        how_soon=told.how_soon,
        what_to_tell=tuple(tell_lines(hint, hamster, seen)),
        source=", ".join(each.key for each in told.sources),
        sure=told.source,
        meanwhile=told.meanwhile,
        raised=told.raised,
    )
