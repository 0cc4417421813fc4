"""Reading what is done for a hamster besides its nights: outings, doses, notes about hints."""

from datetime import date
from typing import TYPE_CHECKING, Any

from hamdiary.domain.journal import Change, Stamp
from hamdiary.domain.things import declaring_of
from hamdiary.storage.diary import Diary
from hamdiary.storage.rows import TABLES, own_id, things_of

if TYPE_CHECKING:
    # What is read declares itself; few commands need to load more than one of these.
    from hamdiary.domain.clips import Clip
    from hamdiary.domain.foods import Serving
    from hamdiary.domain.happenings import Happening
    from hamdiary.domain.hint_notes import HintNote
    from hamdiary.domain.medicines import Dose, Medicine
    from hamdiary.domain.no_extras import NoExtras
    from hamdiary.domain.outings import Outing
    from hamdiary.domain.skips import Skip
    from hamdiary.domain.vet_questions import VetQuestion
    from hamdiary.domain.wellbeing import Wellbeing
    from hamdiary.storage.journal import Edit


def outings(diary: Diary, hamster: str, first: date, last: date) -> "list[Outing]":
    """Outings of the nights from `first` to `last`, both included, in the order they were begun."""
    return _things(
        diary, "outing", hamster,
        "evening BETWEEN ? AND ? ORDER BY evening, started_utc IS NULL, started_utc, row",
        first.isoformat(), last.isoformat(),
    )  # fmt: skip


def running_outings(diary: Diary, hamster: str) -> "list[Outing]":
    """Outings whose clock was never stopped, of whatever night."""
    return _things(diary, "outing", hamster, f"{_RUNNING} ORDER BY started_utc")


_RUNNING = "started_utc IS NOT NULL AND ended_utc IS NULL AND minutes IS NULL"


def medicines(diary: Diary, hamster: str) -> "list[Medicine]":
    """All courses of all medicines, in the order in which they were entered."""
    return _things(diary, "medicine", hamster, "1 ORDER BY row")


def medicines_about(diary: Diary, hamster: str, first: date, last: date) -> "list[Medicine]":
    """The courses that can have a dose on the days from `first` to `last`, both included."""
    return _things(
        diary, "medicine", hamster,
        "(starts IS NULL OR starts <= ?) AND (stopped IS NULL OR stopped >= ?) "
        "AND (days IS NULL OR starts IS NULL OR julianday(starts) + days >= julianday(?)) "
        "ORDER BY row",
        last.isoformat(), first.isoformat(), first.isoformat(),
    )  # fmt: skip


def doses(diary: Diary, hamster: str, first: date, last: date) -> "list[Dose]":
    """What became of the doses of the nights from `first` to `last`, both included."""
    return _things(
        diary, "dose", hamster, "evening BETWEEN ? AND ? ORDER BY evening, at_utc, due",
        first.isoformat(), last.isoformat(),
    )  # fmt: skip


def doses_of(diary: Diary, hamster: str, medicine: str, first: date) -> "list[Dose]":
    """What became of the doses of one course from a night on, in order."""
    return _things(
        diary, "dose", hamster, "medicine = ? AND evening >= ? ORDER BY evening, at_utc, due",
        medicine, first.isoformat(),
    )  # fmt: skip


def doses_kept(
    diary: Diary, hamster: str, medicine: str, until: date
) -> list[tuple[str, str, str]]:
    """Due, status and evening, as text, of each dose of a course up to that night."""
    rows = diary.file.rows(
        "SELECT due, status, evening FROM doses "
        "WHERE hamster = ? AND medicine = ? AND evening <= ? AND status IS NOT NULL",
        (hamster, medicine, until.isoformat()),
    )
    return [tuple(row) for row in rows]


def happenings(diary: Diary, hamster: str) -> "list[Happening]":
    """All happenings, the oldest first."""
    return _things(diary, "happening", hamster, "1 ORDER BY on_day, at, row")


def happenings_between(diary: Diary, hamster: str, first: date, last: date) -> "list[Happening]":
    """Happenings of the days from `first` to `last`, both included, the oldest first."""
    return _things(
        diary, "happening", hamster, "on_day BETWEEN ? AND ? ORDER BY on_day, at, row",
        first.isoformat(), last.isoformat(),
    )  # fmt: skip


def skips(diary: Diary, hamster: str, first: date, last: date) -> "list[Skip]":
    """Reminders skipped on the nights from `first` to `last`, both included."""
    return _things(
        diary, "skip", hamster, "evening BETWEEN ? AND ? ORDER BY evening",
        first.isoformat(), last.isoformat(),
    )  # fmt: skip


def hint_notes(diary: Diary, hamster: str) -> "list[HintNote]":
    """What was done about hints, in the order of time."""
    return _things(diary, "hint_note", hamster, "kind IS NOT NULL ORDER BY evening, at_utc, row")


def servings(diary: Diary, hamster: str, first: date, last: date) -> "list[Serving]":
    """Extra foods of the nights from `first` to `last`, both included, the oldest first."""
    return _things(
        diary, "serving", hamster, "evening BETWEEN ? AND ? ORDER BY evening, row",
        first.isoformat(), last.isoformat(),
    )  # fmt: skip


def has_servings(diary: Diary, hamster: str) -> bool:
    """Whether extra food was ever written down."""
    if not _has_table(diary, "servings"):
        return False
    sql = "SELECT EXISTS (SELECT 1 FROM servings WHERE hamster = ?)"
    return bool(diary.file.number(sql, (hamster,)))


def servings_before(diary: Diary, hamster: str, evening: date) -> "list[Serving]":
    """Of the time before that evening the last serving of each food, and every one refused.

    So much is enough to tell what is new, how long ago it was, and what was refused twice.
    """
    latest = _things(
        diary, "serving", hamster,
        "row IN (SELECT row FROM (SELECT row, max(evening) FROM servings WHERE hamster = ? "
        "AND evening < ? AND eaten IS NOT 'none' GROUP BY food))",
        hamster, evening.isoformat(),
    )  # fmt: skip
    refused = _things(
        diary, "serving", hamster, "evening < ? AND eaten = 'none'", evening.isoformat()
    )
    return [*latest, *refused]


def first_given(diary: Diary, hamster: str) -> dict[str, date]:
    """The first night on which each food was given, by its name as it is kept."""
    if not _has_table(diary, "servings"):
        return {}
    rows = diary.file.rows(
        "SELECT food, min(evening) AS first FROM servings WHERE hamster = ? "
        "AND food IS NOT NULL AND evening IS NOT NULL GROUP BY food",
        (hamster,),
    )
    return {row["food"]: date.fromisoformat(row["first"]) for row in rows}


def nights_without_extras(diary: Diary, hamster: str, first: date, last: date) -> "list[NoExtras]":
    """Nights from `first` to `last`, both included, of which it is said that none was given."""
    return _things(
        diary, "no_extras", hamster,
        "evening BETWEEN ? AND ? AND none_given = 'yes' ORDER BY evening",
        first.isoformat(), last.isoformat(),
    )  # fmt: skip


def clips(diary: Diary, hamster: str, first: date, last: date) -> "list[Clip]":
    """Photos and videos of the nights from `first` to `last`, both included, the oldest first."""
    return _things(
        diary, "clip", hamster, "evening BETWEEN ? AND ? ORDER BY evening, at, row",
        first.isoformat(), last.isoformat(),
    )  # fmt: skip


def all_clips(diary: Diary, hamster: str) -> "list[Clip]":
    """Every photo and video, the oldest first; those of which no night is known before them."""
    return _things(diary, "clip", hamster, "1 ORDER BY evening, at, row")


def questions(diary: Diary, hamster: str) -> "list[VetQuestion]":
    """All questions for the vet, in the order in which they came up."""
    return _things(diary, "question", hamster, "1 ORDER BY asked_on, row")


def wellbeing(diary: Diary, hamster: str, first: date, last: date) -> "list[Wellbeing]":
    """Quality-of-life checks of the nights from `first` to `last`, both included."""
    return _things(
        diary, "wellbeing", hamster, "evening BETWEEN ? AND ? ORDER BY evening, row",
        first.isoformat(), last.isoformat(),
    )  # fmt: skip


def last_check(diary: Diary, hamster: str, evening: date) -> date | None:
    """The night of the last quality-of-life check up to that evening."""
    if not _has_table(diary, "wellbeing"):
        return None
    found = diary.file.rows(
        "SELECT max(evening) AS evening FROM wellbeing WHERE hamster = ? AND evening <= ?",
        (hamster, evening.isoformat()),
    )
    text = found[0]["evening"]
    return date.fromisoformat(text) if text else None


def start_outing(diary: Diary, outing: "Edit", stamp: Stamp) -> Change | None:
    """Record an outing that begins; None if one of this hamster's is running already.

    Looked up and written in one transaction, so that two windows cannot start two.
    """
    from hamdiary.storage.journal import append

    hamster = outing.id.partition("/")[0]
    with diary.file.writing() as conn:
        sql = f"SELECT 1 FROM outings WHERE hamster = ? AND {_RUNNING}"  # noqa: S608
        found = conn.execute(sql, (hamster,)).fetchone()
        return None if found else append(conn, [(outing, stamp)])[0]


def dose_id(hamster: str, medicine: str, due: str) -> str:
    """The id of what becomes of a dose: the same on every device, so that it is recorded once."""
    return own_id(hamster, medicine, due)


def _things(diary: Diary, kind: str, hamster: str, condition: str, *values: str) -> list[Any]:
    table = TABLES[kind].name
    if not _has_table(diary, table):
        return []  # of an older format, which cannot be brought up to date here
    rows = diary.file.rows(
        f"SELECT * FROM {table} WHERE hamster = ? AND {condition}",  # noqa: S608
        (hamster, *values),
    )
    if not rows:
        return []
    return things_of(rows, kind, declaring_of(kind))


def _has_table(diary: Diary, table: str) -> bool:
    return not diary.read_only or bool(diary.file.number(_HAS_TABLE, (table,)))


_HAS_TABLE = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = ?"
