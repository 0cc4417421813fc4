"""Whose guide it is: portions, cage and telephone numbers are those of one hamster."""

from datetime import date
from typing import TYPE_CHECKING

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.hamster import Hamster

if TYPE_CHECKING:
    from hamdiary.render.food_facts import Whose


@dataclass(frozen=True)
class Reader:
    """What pages need to know of the diary."""

    hamster: Hamster
    """The hamster that is read for."""
    today: date
    """The day to which its age is counted."""

    @property
    def whose(self) -> "Whose":
        """For whom portions are shown."""
        from hamdiary.render.food_facts import Whose

        return Whose(known=True, species=self.hamster.species, name=self.hamster.called)
