"""Time out of the cage, safely: what to see to before a hamster comes out (domain §5.1, §5.2)."""

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import marked, shows


@shows("words", "source")
@dataclass(frozen=True)
class FloorRule:
    """One thing to see to."""

    words: str
    """What to do, as an owner reads it."""
    source: str
    """Who says so."""


RULES = (
    FloorRule(
        "A flat floor with a cloth on it, so that the feet do not slip.",
        "hamdiary's own caution",
    ),
    FloorRule(
        "No heights: nothing to climb, no sofa, no stairs, not in the arms of somebody who "
        "stands. A short fall can hurt the spine.",
        "the article on hamsters' back legs (2023) that hamdiary began with",
    ),
    FloorRule(
        "Never an exercise ball: it is blamed for injuries of the spine.",
        "the same article, and a vet's page on cage paralysis (vetbase.co.uk)",
    ),
    FloorRule(
        "Stay on the floor with it and watch your feet: hamsters are trodden on.",
        "the same article",
    ),
    FloorRule(
        "A weak hamster begins with 5 to 10 minutes, in two or three bouts a night. 30 minutes "
        "are a ceiling to work up to, not a duty.",
        "hamdiary's own caution; hobby pages say 20 to 30 minutes for a sound one",
    ),
    FloorRule(
        "Stop when it sits, breathes hard, or drags its legs more than at the start.",
        "hamdiary's own caution",
    ),
    FloorRule(
        "Keep it warm: a hamster that is ill and moves little chills quickly.",
        "a vet's handbook on rodents (veteriankey.com)",
    ),
    FloorRule(
        "Where the vet ordered rest, it stays in. That comes before every goal here.",
        "hamdiary's own caution",
    ),
    FloorRule(
        "Wash your hands afterwards, and keep it away from where food is made.",
        "a public-health sheet on illnesses that pass from animals to people",
    ),
)
"""Everything to see to, in the order in which it matters."""

SOURCE = marked(
    "Most of this is hamdiary's own caution. Never a ball, heights and feet: an article on "
    "hamsters' back legs (2023) and a vet's page on cage paralysis (vetbase.co.uk)."
)
"""Where it comes from, in few words; `hamdiary out safety` names it rule by rule."""
