"""Which day of treatment a night is; every start asks this, so that little is loaded for it."""

from datetime import date

from hamdiary.domain.hamster import Hamster
from hamdiary.services.session import Session
from hamdiary.storage import care


def treatment_on(
    session: Session, hamster: Hamster, evening: date
) -> tuple[int, int | None] | None:
    """Which day of treatment a night is, and of how many, by the course that was begun first.

    None outside of every course, and while only medicines as needed are at hand.
    """
    medicines = care.medicines(session.diary, hamster.id)
    if not medicines:
        return None
    from hamdiary.domain.course_days import has_slots, treatment_day

    known = [each for each in medicines if has_slots(each)]
    days = [day for each in known if (day := treatment_day(each, evening)) is not None]
    return max(days, default=None, key=lambda day: day[0])
