"""`hamdiary medicine`: the courses a vet prescribed, and how they stand."""

import click

from hamdiary.cli.invocation import Invocation
from hamdiary.cli.lazy import LazyGroup
from hamdiary.cli.printing import say, say_json, terminal_width
from hamdiary.cli.verb import HELP, JSON, WHERE, examples, verb
from hamdiary.domain.courses import Course
from hamdiary.domain.language import t
from hamdiary.domain.medicine_names import courses_named
from hamdiary.services.courses import courses, courses_lately

NAME = click.Argument(["name"])


class Medicine(LazyGroup):
    """Everything about courses of medicine."""

    places = {
        "add": "medicine_courses.add",
        "list": "medicine.list_courses",
        "show": "medicine.show",
        "edit": "medicine_courses.edit",
        "stop": "medicine_courses.stop",
        "extend": "medicine_courses.extend",
        "delete": "medicine_courses.delete",
    }


@click.group(
    "medicine",
    cls=Medicine,
    invoke_without_command=True,
    params=[JSON, *WHERE, HELP],
    add_help_option=False,
    epilog=examples(
        'hamdiary medicine add "Vitamin drops" --dose "2 drops by mouth" --at 21:00 --days 10',
        "hamdiary medicine list",
        "hamdiary medicine stop vitamin --why 'the vet says so'",
    ),
)
@click.pass_context
def medicine(ctx: click.Context) -> None:
    """Courses of medicine: add, list, stop, extend.

    As the vet prescribed them; no doses are worked out.
    """
    if ctx.invoked_subcommand is None:
        _list(ctx.obj, everything=False)


@verb(
    "list",
    "hamdiary medicine list",
    "hamdiary medicine list --all --json",
    params=[click.Option(["--all", "everything"], is_flag=True, help="Also those long over.")],
)
@click.pass_obj
def list_courses(call: Invocation, everything: bool) -> None:
    """List courses with a mark for each dose."""
    _list(call, everything)


def _list(call: Invocation, everything: bool) -> None:
    with call.session() as session:
        hamster = call.hamster_in(session)
        known = courses_lately(session, hamster)
    if call.as_json:
        from hamdiary.cli.as_json import hamster_as_json
        from hamdiary.cli.medicines_as_json import course_as_json

        told = [course_as_json(each) for each in known if everything or not each.state.is_over]
        say_json({"hamster": hamster_as_json(hamster), "medicines": told})
    elif known:
        from hamdiary.render.medicines import medicines_page

        say(f"{hamster.called}\n\n{medicines_page(known, terminal_width(), everything)}")
    else:
        say(
            t("No medicine of {hamster} is written down; hamdiary medicine add does that.").format(
                hamster=hamster.called
            )
        )


@verb("show", "hamdiary medicine show vitamin", params=[NAME])
@click.pass_obj
def show(call: Invocation, name: str) -> None:
    """Show the courses of the medicine called NAME with every dose."""
    with call.session() as session:
        hamster = call.hamster_in(session)
        found = courses_named(courses(session, hamster), name)
    if call.as_json:
        from hamdiary.cli.as_json import hamster_as_json
        from hamdiary.cli.medicines_as_json import course_as_json

        told = [course_as_json(each, doses=True) for each in found]
        say_json({"hamster": hamster_as_json(hamster), "medicines": told})
        return
    from hamdiary.render.medicines import course_page

    say("\n\n".join(course_page(each, terminal_width(), len(found) > 1) for each in found))


def answer(call: Invocation, course: Course, outcome: str) -> None:
    """Say what was done to a course, and how it stands then."""
    if call.as_json:
        from hamdiary.cli.medicines_as_json import course_as_json

        say_json({"medicine": course_as_json(course)})
        return
    from hamdiary.render.medicines import course_lines

    say("\n".join([outcome, *course_lines(course, terminal_width())]))
