"""`hamdiary dose`: what became of a dose."""

import re
from datetime import datetime
from typing import cast

import click

from hamdiary.cli.asking import settled
from hamdiary.cli.invocation import Invocation
from hamdiary.cli.printing import say, say_json
from hamdiary.cli.typed_moments import moment_typed, value_typed
from hamdiary.cli.verb import YES, verb
from hamdiary.domain.courses import Course
from hamdiary.domain.dose_slots import EXTRA, Slot
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.language import t
from hamdiary.domain.manner import clock_time
from hamdiary.domain.measures import measures_of
from hamdiary.domain.medicine_names import course_named
from hamdiary.domain.medicines import Dose, DoseStatus, Medicine
from hamdiary.domain.night_times import wall_on
from hamdiary.domain.typed import Read
from hamdiary.domain.typed_dates import read_day, say_day
from hamdiary.domain.typed_times import read_time
from hamdiary.services.courses import course_about, courses, courses_lately
from hamdiary.services.dosing import questions_about_dose, record_dose
from hamdiary.services.session import Session


@verb(
    "dose",
    "hamdiary dose vitamin",
    "hamdiary dose vitamin --at 21:05",
    "hamdiary dose vitamin --refused --due 'yesterday 21:00'",
    "hamdiary dose vitamin --skipped 'the vet said to wait'",
    params=[
        click.Argument(["name"]),
        click.Option(["--refused"], is_flag=True, help="It was refused; nothing went in."),
        click.Option(["--spat-out"], is_flag=True, help="Some or all of it was spat out."),
        click.Option(["--skipped"], metavar="WHY", help="It was skipped on purpose, and why."),
        click.Option(["--clear"], is_flag=True, help="Make the last one not recorded again."),
        click.Option(["--at"], metavar="TIME", help="When: 21:05, or 10 min ago; else now."),
        click.Option(
            ["--due"],
            metavar="WHEN",
            help="Which dose: when it was due, as 21:00 or 'yesterday 21:00'; else the nearest.",
        ),
        click.Option(["--why"], metavar="TEXT", help="A word about it."),
        YES,
    ],
)
@click.pass_obj
def dose(call: Invocation, name: str, refused: bool, spat_out: bool, skipped: str | None,
         clear: bool, at: str | None, due: str | None, why: str | None,
         yes: bool) -> None:  # fmt: skip
    """Record a dose: given, refused, skipped.

    Of the medicine called NAME. Without --due the nearest dose is meant, early or late.
    """
    status = _status(refused, spat_out, skipped, clear)
    with call.session_to_write() as session:
        hamster = call.hamster_in(session)
        # A dose that is named may be of long ago.
        known = courses_lately if due is None else courses
        course = course_named(known(session, hamster), name)
        slot = _slot_due(session, course, due) if due is not None else None
        named = slot.due if slot else due
        clock = session.wall_clock(slot.evening if slot else session.tonight)
        moment = moment_typed(at, "--at", clock) if at is not None else None
        words = why if skipped is None else skipped
        if words is not None:
            option = "--why" if skipped is None else "--skipped"
            words = str(value_typed(measures_of(Dose)["why"], words, option, clock))
        medicine = course.medicine
        asked = questions_about_dose(session, hamster, medicine, named, status, moment)
        settled(Dose, asked, {}, yes)
        kept = record_dose(session, hamster, medicine, named, status, moment, words)
        _answer(call, session, hamster, medicine, kept)


def _status(refused: bool, spat_out: bool, skipped: str | None, clear: bool) -> DoseStatus | None:
    said = {"refused": refused, "spat_out": spat_out, "skipped": skipped is not None, "": clear}
    chosen = [status for status, wanted in said.items() if wanted]
    if len(chosen) > 1:
        raise click.UsageError(t("--refused, --spat-out, --skipped and --clear: say one of them"))
    return cast("DoseStatus | None", (chosen[0] or None) if chosen else "given")


def _slot_due(session: Session, course: Course, typed: str) -> Slot | None:
    """The dose that was due then; None for the name of an extra one."""
    if typed.startswith(EXTRA):
        return None
    exact = next((slot for slot in course.slots if slot.due == typed), None)
    if exact is not None:
        return exact
    wanted = _wall_typed(session, typed)
    for slot in course.slots:
        if wanted in (_wall(slot, session), _prescribed(slot)):
            return slot
    name, on = course.medicine.called, say_day(wanted.date())
    times = [
        clock_time(at)
        for at in (_wall(slot, session) for slot in course.slots)
        if at.date() == wanted.date()
    ]
    there = (
        t("due then is {times}").format(times=", ".join(times))
        if times
        else t("none is due that day")
    )
    raise click.UsageError(
        t("--due: no dose of {medicine} is due at {time} on {day}; {there}").format(
            medicine=name, time=clock_time(wanted), day=on, there=there
        )
    )


def _wall_typed(session: Session, typed: str) -> datetime:
    """Read "21:00" as tonight's, "yesterday 21:00" or "2026-11-22T21:00" by the calendar."""
    alone = read_time(typed)
    if isinstance(alone, Read):
        return wall_on(session.tonight, alone.value)
    parts = re.fullmatch("(.+?)[T ]([0-9].{0,9})", typed.strip())
    reading = read_time(parts[2]) if parts else alone
    day = read_day(parts[1], session.today) if parts else None
    if not isinstance(reading, Read) or not isinstance(day, Read):
        raise click.UsageError(
            t("--due: {typed} is no dose's time; write it like 21:00 or 'yesterday 21:00'").format(
                typed=typed[:30]
            )
        )
    return datetime.combine(day.value, reading.value)


def _wall(slot: Slot, session: Session) -> datetime:
    return slot.at.astimezone(session.zone).replace(tzinfo=None)


def _prescribed(slot: Slot) -> datetime | None:
    return None if slot.due.endswith("Z") else datetime.fromisoformat(slot.due)


def _answer(
    call: Invocation, session: Session, hamster: Hamster, medicine: Medicine, kept: Dose
) -> None:
    near = course_about(session, hamster, medicine, kept.evening or session.tonight)
    slot = next((each for each in near.slots if each.dose and each.dose.id == kept.id), None)
    if call.as_json:
        from hamdiary.cli.as_json import hamster_as_json
        from hamdiary.cli.medicines_as_json import course_as_json, dose_as_json

        told = {"dose": dose_as_json(kept), "medicine": course_as_json(near)}
        say_json({"hamster": hamster_as_json(hamster), **told})
        return
    from hamdiary.render.doses import dose_line

    say(f"{hamster.called}: {dose_line(near, slot, kept)}")
