"""Everything that one screen shows of a night, read in one go."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from hamdiary.domain.baseline import (
    FEWEST,
    WeightChange,
    weighed_lately,
    weight_baseline,
    weight_change,
)
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.journal import Change
from hamdiary.domain.night import Night
from hamdiary.services.nights_out import NightOut, night_out
from hamdiary.services.session import Session
from hamdiary.services.treatment import treatment_on
from hamdiary.storage.care import has_servings
from hamdiary.storage.rows import night_id

if TYPE_CHECKING:
    from hamdiary.domain.conflicts import Conflict


@dataclass(frozen=True)
class NightPage:
    """One night with what it is compared with."""

    hamster: Hamster
    """Whose night it is."""
    evening: date
    """Which night."""
    tonight: date
    """The night that it is now."""
    today: date
    """The day on the wall clock, which ages are counted to."""
    night: Night
    """What is recorded of it."""
    before: Night
    """The night before it."""
    recent: Sequence[Night]
    """The recorded nights of the month up to it, oldest first."""
    usual_weight_g: float | None
    """The hamster's own usual weight, from the owner or from its weighings."""
    weight_change: WeightChange | None
    """The weight against about seven nights before."""
    changes: Sequence[Change]
    """The night's history, oldest first."""
    treatment: tuple[int, int | None] | None
    """Which day of treatment it is, and of how many; None outside of every course."""
    out: NightOut
    """Its time out of the cage."""
    feeds: bool
    """Whether extra food was ever written down for it."""
    version: int
    """The diary's version when this was read."""

    @property
    def conflicts(self) -> "Sequence[Conflict]":
        """The night's fields that carers wrote apart; looked for only where several wrote."""
        if len({change.ref.device for change in self.changes}) < 2:
            return ()
        from hamdiary.domain.conflicts import conflicts_in

        return conflicts_in("night", night_id(self.hamster.id, self.evening), self.changes)


def night_page(session: Session, hamster: Hamster, evening: date) -> NightPage:
    """Read what the screens show of a night."""
    version = session.diary.version_seen()
    recent = session.recent(hamster, evening)
    by_evening = {night.evening: night for night in recent}
    yesterday = evening - timedelta(days=1)
    return NightPage(
        hamster=hamster,
        evening=evening,
        tonight=session.tonight,
        today=session.today,
        night=by_evening.get(evening, Night(hamster.id, evening)),
        before=by_evening.get(yesterday, Night(hamster.id, yesterday)),
        recent=recent,
        usual_weight_g=hamster.usual_weight_g or _baseline(session, hamster, evening, recent),
        weight_change=weight_change(recent, evening),
        changes=session.diary.history("night", night_id(hamster.id, evening)),
        treatment=treatment_on(session, hamster, evening),
        out=night_out(session, hamster, evening),
        feeds=has_servings(session.diary, hamster.id),
        version=version,
    )


def _baseline(
    session: Session, hamster: Hamster, evening: date, recent: Sequence[Night]
) -> float | None:
    """The hamster's own usual weight; while there are few weighings, from its first ones ever."""
    if len(weighed_lately(recent, evening)) >= FEWEST:
        return weight_baseline(recent, evening)
    from hamdiary.storage.looking_back import first_weighed

    opening = first_weighed(session.diary, hamster.id, FEWEST)
    nights = {night.evening: night for night in (*opening, *recent)}
    return weight_baseline(list(nights.values()), evening)
