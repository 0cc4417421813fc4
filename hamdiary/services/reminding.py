"""Tonight's to-do list of a diary: read, put off, skipped, and rung once on each device."""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime, timedelta
from functools import partial

from hamdiary.domain.evening import utc_text
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.journal import Change
from hamdiary.domain.language import marked, t
from hamdiary.domain.outings import Outing
from hamdiary.domain.reminders import plan, ringing
from hamdiary.domain.reminders.care import NIGHTS_BACK, Care
from hamdiary.domain.reminders.schedule import ONE_DAY, in_utc
from hamdiary.domain.reminders.snoozing import Snooze, in_minutes, until_tomorrow
from hamdiary.domain.reminders.task import Ringing, Task
from hamdiary.domain.settings import Settings
from hamdiary.domain.values import BadValue
from hamdiary.services.diet_today import diet_today
from hamdiary.services.hints_in_brief import hints_in_brief
from hamdiary.services.session import Session
from hamdiary.services.settings import load_settings, settings_or_defaults
from hamdiary.storage import care
from hamdiary.storage.device_state import change_setting
from hamdiary.storage.rows import own_id

AROUND = timedelta(days=3)
"""Nights whose courses and doses have a say in the slots of last night and tonight."""

KEPT = timedelta(days=3)
"""How long this device remembers what has rung or was put off."""

CANNOT_WAIT = marked("what says NOW cannot be put off; it ends when the vet was told")
"""Why a hint of NOW goes on ringing."""

Moments = Mapping[str, datetime]
"""Moments in UTC by a task's key."""


class NoSuchTask(BadValue):
    """Nothing of that name is to be done tonight; one line for the owner."""


class CannotWait(BadValue):
    """It can be neither put off nor skipped; one line for the owner."""


def care_of(session: Session, hamster: Hamster) -> Care:
    """What reminders look at: the last nights only, however long the diary is."""
    diary, evening = session.diary, session.tonight
    around = (evening - AROUND, evening + AROUND)
    courses = care.medicines_about(diary, hamster.id, *around)
    return Care(
        hamster,
        evening,
        nights=diary.nights(hamster.id, evening - NIGHTS_BACK * ONE_DAY, evening),
        outings=_outings(session, hamster),
        medicines=courses,
        doses=care.doses(diary, hamster.id, *around) if courses else (),
        happenings=care.happenings_between(diary, hamster.id, evening, evening + 3 * ONE_DAY),
        checked_on=care.last_check(diary, hamster.id, evening),
        hints=hints_in_brief(session, hamster),
        diet_today=partial(diet_today, session, hamster),
        skips=care.skips(diary, hamster.id, evening - ONE_DAY, evening),
        snoozes=_snoozes(session, hamster),
    )


def tasks_tonight(
    session: Session, hamster: Hamster, settings: Settings | None = None
) -> list[Task]:
    """Tonight's to-do list.

    Where the file of settings cannot be followed the list is the usual one: it rings nobody up.
    """
    wanted = settings or settings_or_defaults(session.home)[0]
    return plan.tasks(care_of(session, hamster), wanted, session.now())


def due_now(session: Session, hamster: Hamster, settings: Settings | None = None) -> list[Task]:
    """What should ring now, whether it has rung or not; BadSetting if the settings are unclear."""
    wanted = settings or load_settings(session.home)
    return plan.due(care_of(session, hamster), wanted, session.now())


def snooze(session: Session, hamster: Hamster, key: str, until: datetime) -> None:
    """Put a task off on this device; the schedule does not move. CannotWait for one of NOW."""
    _task_that_can_wait(session, hamster, key)
    end = until.astimezone(UTC)
    _change(session, _snoozed(hamster), lambda moments: {**moments, key: end})


def snooze_for(session: Session, hamster: Hamster, key: str, length: str) -> datetime:
    """Put a task off for "10" or "30" minutes or until "tomorrow" noon; when it is open again."""
    now = session.now()
    until = until_tomorrow(now) if length == "tomorrow" else in_minutes(now, int(length))
    snooze(session, hamster, key, until)
    return until


def skip(session: Session, hamster: Hamster, key: str, why: str | None = None) -> Change | None:
    """Leave a task alone for tonight; it is journaled, is not done by it, and can be undone.

    CannotWait for one that says NOW.
    """
    from hamdiary.services.recording import record_thing

    task = _task_that_can_wait(session, hamster, key)
    evening = task.evening or session.tonight
    thing = own_id(hamster.id, evening.isoformat(), key)
    return record_thing(session, "skip", thing, {"skipped": "yes", "why": why})


def to_ring(session: Session, hamster: Hamster, settings: Settings | None = None) -> list[Task]:
    """What is due and has not rung lately on this device; it counts as rung then.

    The screens and `hamdiary remind` ask this, so that of two only one rings. A diary that cannot
    be written rings nothing, since nobody could keep it from ringing every minute.
    """
    wanted = settings or load_settings(session.home)
    now = session.now()
    known = care_of(session, hamster)
    due = plan.due(known, wanted, now)
    if not due or session.diary.read_only:
        return []
    found: list[Task] = []

    def rung_by_now(rung: Moments) -> Moments:
        """When each has rung, with what rings now; that is kept in `found`."""
        repeat = wanted.reminders.repeat_minutes
        found[:] = ringing.to_ring(due, rung, known.snoozes, repeat, in_utc(now))
        return {**rung, **{task.key: in_utc(now) for task in found}}

    # Looked at first: most of the time nothing rings and nothing needs to be written.
    if rung_by_now(_moments(session, _rung(hamster))) and found:
        _change(session, _rung(hamster), rung_by_now)
    return found


def take_back_ring(session: Session, hamster: Hamster, tasks: Iterable[Task]) -> None:
    """Forget that tasks have rung, since nobody was reached: they ring at the next look."""
    keys = {task.key for task in tasks}
    _change(
        session,
        _rung(hamster),
        lambda moments: {key: at for key, at in moments.items() if key not in keys},
    )


def _task_that_can_wait(session: Session, hamster: Hamster, key: str) -> Task:
    task = _task(session, hamster, key)
    if task.ringing is Ringing.ALWAYS:
        raise CannotWait(f"{task.name}: {t(CANNOT_WAIT)}")
    return task


def _task(session: Session, hamster: Hamster, key: str) -> Task:
    tonight = tasks_tonight(session, hamster)
    found = next((task for task in tonight if task.key == key), None)
    if found is None:
        keys = ", ".join(task.key for task in tonight) or t("nothing")
        raise NoSuchTask(
            t("there is no {key} tonight; there is: {keys}").format(key=key[:60], keys=keys)
        )
    return found


def _outings(session: Session, hamster: Hamster) -> list[Outing]:
    evening = session.tonight
    tonight = care.outings(session.diary, hamster.id, evening, evening)
    running = care.running_outings(session.diary, hamster.id)
    return [*tonight, *(each for each in running if each.evening != evening)]


def _snoozes(session: Session, hamster: Hamster) -> list[Snooze]:
    return [Snooze(key, until) for key, until in _moments(session, _snoozed(hamster)).items()]


def _snoozed(hamster: Hamster) -> str:
    return f"snoozed/{hamster.id}"


def _rung(hamster: Hamster) -> str:
    return f"rung/{hamster.id}"


def _moments(session: Session, name: str) -> Moments:
    return _read_moments(session.diary.setting(session.device, name))


def _read_moments(text: str | None) -> Moments:
    import json

    try:
        known = json.loads(text or "{}")
        return {str(key): datetime.fromisoformat(at) for key, at in known.items()}
    except (ValueError, TypeError, AttributeError):
        return {}  # what a newer hamdiary keeps here: at worst something rings once more


def _change(session: Session, name: str, change: Callable[[Moments], Moments]) -> None:
    """Change moments that this device remembers, and forget old ones, in one go."""
    import json

    since = in_utc(session.now()) - KEPT

    def changed(text: str | None) -> str | None:
        """The setting as it is to be kept, without what is long past; None for nothing."""
        kept = {key: at for key, at in change(_read_moments(text)).items() if at > since}
        return json.dumps({key: utc_text(at) for key, at in kept.items()}) if kept else None

    change_setting(session.diary, session.device, name, changed)
