"""Reading what hints are made of: the last nights, the first weights, and when it was recorded."""

from collections.abc import Mapping
from datetime import date, datetime

from hamdiary.domain.evening import evening_of, zone_named
from hamdiary.domain.hints.when_recorded import Recorded
from hamdiary.domain.journal import Stored
from hamdiary.domain.night import Night
from hamdiary.domain.things import hamster_of
from hamdiary.storage.diary import Diary
from hamdiary.storage.rows import change_of, night_id, nights_of


def last_nights(diary: Diary, hamster: str, evening: date, count: int) -> list[Night]:
    """The last `count` recorded nights up to that evening, oldest first."""
    rows = diary.file.rows(
        "SELECT * FROM nights WHERE hamster = ? AND evening <= ? ORDER BY evening DESC LIMIT ?",
        (hamster, evening.isoformat(), count),
    )
    return nights_of(rows[::-1])


def first_weighings(diary: Diary, hamster: str, before: date, count: int) -> list[Night]:
    """The first nights with a weight before that evening, with nothing else of them, oldest first.

    They are there for the usual weight alone (domain §3.1).
    """
    rows = diary.file.rows(
        "SELECT evening, weight_g, pouches_empty FROM nights WHERE hamster = ? AND evening < ? "
        "AND weight_g IS NOT NULL AND pouches_empty IS NOT 'no' ORDER BY evening LIMIT ?",
        (hamster, before.isoformat(), count),
    )
    return [
        Night(hamster, date.fromisoformat(row["evening"]), weight_g=row["weight_g"]) for row in rows
    ]


def when_recorded(diary: Diary, hamster: str, evening: date) -> Mapping[str, Recorded]:
    """When each field that stands recorded of a night got its value."""
    rows = diary.file.rows(
        "SELECT * FROM changes WHERE kind = 'night' AND id = ? ORDER BY lamport, device",
        (night_id(hamster, evening),),
    )
    values: dict[str, Stored] = {}
    found: dict[str, Recorded] = {}
    for change in map(change_of, rows):
        at = datetime.fromisoformat(change.stamp.at_utc)
        wall = at.astimezone(zone_named(change.stamp.zone))
        for name, field in change.fields.items():
            if values.get(name) != field.to:
                found[name] = Recorded(at, evening_of(wall) == evening)
            values[name] = field.to
    return {name: each for name, each in found.items() if values[name] is not None}


def first_written(diary: Diary, kind: str, hamster: str) -> Mapping[str, datetime]:
    """When each thing of that kind was first written down, by its id."""
    # A stroke comes just before a nought.
    rows = diary.file.rows(
        "SELECT id, min(at_utc) AS at FROM changes WHERE kind = ? AND id > ? AND id < ? "
        "GROUP BY id",
        (kind, f"{hamster}/", f"{hamster}0"),
    )
    return {row["id"]: datetime.fromisoformat(row["at"]) for row in rows}


def place_in_journal(diary: Diary) -> int:
    """How far the journal goes: it only grows, so that the same number is the same diary."""
    return diary.file.number("SELECT coalesce(max(rowid), 0) FROM changes")


def changed_since(
    diary: Diary, place: int, hamster: str, until: int | None = None
) -> list[tuple[str, str]]:
    """The kind and id of what was changed of one hamster after that place in the journal.

    That a reminder is skipped changes nothing that hints look at.
    """
    rows = diary.file.rows(
        "SELECT kind, id FROM changes WHERE rowid > ? AND rowid <= coalesce(?, rowid)",
        (place, until),
    )
    found = [(row["kind"], row["id"]) for row in rows]
    return [
        (kind, thing) for kind, thing in found if hamster_of(thing) == hamster and kind != "skip"
    ]
