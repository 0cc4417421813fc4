"""Where in the guide one can be: a topic, a food, the sources of a page, an answer, a search."""

from typing import Literal

from hamdiary.domain.frozen import dataclass
from hamdiary.knowledge.files import DamagedKnowledge
from hamdiary.knowledge.foods import foods
from hamdiary.knowledge.guide import contents

Kind = Literal["topic", "food", "sources", "answer", "results"]

SIGNS = "signs"
"""The topic that is a checklist."""


@dataclass(frozen=True)
class Place:
    """One page of the guide."""

    kind: Kind
    """What sort of page."""
    name: str = ""
    """Which topic or food; of a search the typed words."""
    at: str = ""
    """The fact or sign on it that is meant."""

    @property
    def is_checklist(self) -> bool:
        """Whether it is "which signs do you see?"."""
        return self.kind == "topic" and self.name == SIGNS


def is_known(place: Place) -> bool:
    """Whether there is such a page; a page whose file is damaged tells so itself."""
    try:
        match place.kind:
            case "topic" | "sources":
                return place.name in contents()
            case "food":
                return place.name in foods()
    except DamagedKnowledge:
        return True
    return True


def place_of(target: str) -> Place:
    """The place that a link names: "stroke", "stroke/evening", "signs/tilt", "food/spinach"."""
    name, _, rest = target.partition("/")
    if name == "food":
        return Place("food", rest)
    if name == "sources" and rest:
        return Place("sources", rest)
    return Place("answer") if name == "answer" else Place("topic", name, rest)
