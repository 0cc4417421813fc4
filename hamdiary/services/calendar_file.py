"""The care of hamsters as a calendar file, gathered from their diaries."""

from collections.abc import Sequence
from dataclasses import replace

from hamdiary.delivery.calendar_entries import Entries, Entry
from hamdiary.domain.hamster import Hamster
from hamdiary.services.reminding import care_of
from hamdiary.services.session import Session
from hamdiary.services.settings import load_settings
from hamdiary.storage import care


def entries_of(session: Session, hamsters: Sequence[Hamster], names: bool) -> list[Entry]:
    """What a calendar holds of the care of these hamsters; BadSetting if the settings are unclear.

    With `names` it names hamsters and medicines.
    """
    reminders, now = load_settings(session.home).reminders, session.now()
    found: list[Entry] = []
    for hamster in hamsters:
        # All courses and happenings, not only those about tonight.
        everything = replace(
            care_of(session, hamster),
            medicines=care.medicines(session.diary, hamster.id),
            happenings=care.happenings(session.diary, hamster.id),
        )
        found += Entries(everything, reminders, now, names).all()
    return found


def calendar_of(session: Session, entries: Sequence[Entry]) -> bytes:
    """These entries as an .ics file."""
    from hamdiary.delivery.calendar import calendar_file

    return calendar_file(entries, session.now().wall)
