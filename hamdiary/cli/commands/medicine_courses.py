"""`hamdiary medicine add`, `edit`, `stop`, `extend` and `delete`."""

from typing import Any

import click

from hamdiary.cli.asking import confirm, settled
from hamdiary.cli.commands.medicine import NAME, answer
from hamdiary.cli.invocation import Invocation
from hamdiary.cli.printing import say, say_aside, say_json
from hamdiary.cli.typed_courses import COURSE_OPTIONS, cleared, course_values, day_near
from hamdiary.cli.typed_facts import fact_typed
from hamdiary.cli.verb import YES, verb
from hamdiary.domain.courses import Course
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.language import t, tn
from hamdiary.domain.measures import measures_of
from hamdiary.domain.medicine_names import course_named, only_course_named
from hamdiary.domain.medicines import Medicine
from hamdiary.domain.questions import Question, about_the_future
from hamdiary.domain.typed_dates import say_day
from hamdiary.services import prescribing
from hamdiary.services.courses import courses, courses_lately
from hamdiary.services.recording import delete_thing
from hamdiary.services.session import Session


@verb(
    "add",
    'hamdiary medicine add "Vitamin drops" --dose "2 drops by mouth" --at 21:00 --days 10',
    'hamdiary medicine add Syrup --dose "as on the label" --every 8h --at 21:00 --antibiotic',
    "hamdiary medicine add 'Pain relief' --as-needed --from tomorrow",
    params=[NAME, *COURSE_OPTIONS, YES],
)
@click.pass_obj
def add(call: Invocation, /, yes: bool, **given: Any) -> None:
    """Write down a course of the medicine called NAME.

    Without --from it begins with the next dose. A taper is a second course of the same name.
    """
    values = course_values(given, call.today)
    with call.session_to_write() as session:
        hamster = call.hamster_in(session)
        values = {**prescribing.complete(session, values)}
        new = prescribing.new_medicine(hamster)
        settled(Medicine, prescribing.questions_about_medicine(session, new, values), values, yes)
        course = prescribing.add_medicine(session, hamster, values)
        alike = prescribing.courses_alike(session, hamster, course)
        known = _course(session, hamster, course)
    for each in alike[:1]:
        name, state = each.medicine.called, each.state.words
        say_aside(
            t("there is a course of {medicine} already ({state}); both are kept").format(
                medicine=name, state=state
            )
        )
    answer(call, known, t("{hamster}: written down").format(hamster=hamster.called))


@verb(
    "edit",
    "hamdiary medicine edit vitamin --at 20:30",
    "hamdiary medicine edit vitamin --clear stopped",
    params=[
        NAME,
        click.Option(["--name", "new_name"], metavar="TEXT", help="Another name."),
        *COURSE_OPTIONS,
        click.Option(
            ["--clear"],
            multiple=True,
            metavar="FACT",
            help="Make it not recorded again; may be repeated.",
        ),
        YES,
    ],
)
@click.pass_obj
def edit(call: Invocation, /, name: str, new_name: str | None, clear: tuple[str, ...], yes: bool,
         **given: Any) -> None:  # fmt: skip
    """Change facts of the course called NAME (or with that id)."""
    values = course_values({**given, "name": new_name}, call.today)
    values |= cleared(clear, values)
    if not values:
        raise click.UsageError(t("there is nothing to change; name it, as in --at 20:30"))
    with call.session_to_write() as session:
        hamster = call.hamster_in(session)
        course = course_named(courses_lately(session, hamster), name).medicine
        asked = prescribing.questions_about_medicine(session, course, values)
        settled(Medicine, asked, values, yes)
        course = prescribing.edit_medicine(session, course, values)
        known = _course(session, hamster, course)
    answer(call, known, t("{hamster}: changed").format(hamster=hamster.called))


@verb(
    "stop",
    "hamdiary medicine stop vitamin --why 'the vet says so'",
    "hamdiary medicine stop vitamin --on yesterday",
    params=[
        NAME,
        click.Option(["--on"], metavar="DATE", help="The last day it was given; else now."),
        click.Option(["--why"], metavar="TEXT", help="Why it was stopped."),
        YES,
    ],
)
@click.pass_obj
def stop(call: Invocation, name: str, on: str | None, why: str | None, yes: bool) -> None:
    """Stop the course called NAME: no dose falls due any more."""
    day = day_near(on, "--on", call.today) if on is not None else None
    reason = _why(call, why) if why is not None else None
    with call.session_to_write() as session:
        hamster = call.hamster_in(session)
        course = course_named(courses_lately(session, hamster), name)
        _ask_before_stopping(session, course, day, yes)
        stopped = prescribing.stop_course(session, course.medicine, day, reason)
        known = _course(session, hamster, stopped)
    answer(
        call,
        known,
        t("{hamster}: stopped on {day}").format(
            hamster=hamster.called, day=say_day(stopped.stopped or session.today)
        ),
    )


@verb(
    "extend",
    "hamdiary medicine extend vitamin --days 5",
    params=[
        NAME,
        click.Option(["--days"], type=click.IntRange(1, 1000), required=True, help="Days more."),
    ],
)
@click.pass_obj
def extend(call: Invocation, name: str, days: int) -> None:
    """Let the course called NAME go on for --days more."""
    with call.session_to_write() as session:
        hamster = call.hamster_in(session)
        course = course_named(courses_lately(session, hamster), name).medicine
        longer = prescribing.extend_course(session, course, days)
        known = _course(session, hamster, longer)
    answer(
        call,
        known,
        tn("{hamster}: {n} day now", "{hamster}: {n} days now", round(longer.days or 0)).format(
            hamster=hamster.called, n=f"{longer.days:g}"
        ),
    )


@verb("delete", "hamdiary medicine delete vitamin --yes", params=[NAME, YES])
@click.pass_obj
def delete(call: Invocation, name: str, yes: bool) -> None:
    """Delete the course called NAME, written down by mistake; stop ends one that was given."""
    with call.session_to_write() as session:
        hamster = call.hamster_in(session)
        course = only_course_named(courses(session, hamster), name)
        called = course.medicine.called
        confirm(_deletion(course), yes)
        delete_thing(session, "medicine", course.medicine)
    if call.as_json:
        from hamdiary.cli.as_json import hamster_as_json

        say_json({"hamster": hamster_as_json(hamster), "deleted": course.medicine.id})
    else:
        say(
            t("{hamster}: {medicine} is deleted; hamdiary undo brings it back").format(
                hamster=hamster.called, medicine=called
            )
        )


def _course(session: Session, hamster: Hamster, medicine: Medicine) -> Course:
    return next(
        each for each in courses_lately(session, hamster) if each.medicine.id == medicine.id
    )


def _ask_before_stopping(session: Session, course: Course, day: Any, yes: bool) -> None:
    asked = []
    if day is not None and day > session.today:
        asked.append(about_the_future(day, "stopped"))
    if course.state.is_over:
        text = t("{medicine} is over already. Change when it was stopped?").format(
            medicine=course.medicine.called
        )
        asked.append(Question(("stopped",), text))
    settled(Medicine, asked, {}, yes)


def _why(call: Invocation, typed: str) -> str:
    return str(fact_typed(measures_of(Medicine)["stopped_why"], typed, "--why", call.today))


def _deletion(course: Course) -> str:
    count = sum(slot.dose is not None for slot in course.slots) + len(course.extras)
    question = tn(
        "Delete {medicine} with {n} recorded dose?",
        "Delete {medicine} with {n} recorded doses?",
        count,
    )
    return (question if count else t("Delete {medicine}?")).format(
        medicine=course.medicine.called, n=count
    )
