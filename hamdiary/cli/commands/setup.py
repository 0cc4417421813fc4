"""`hamdiary setup`: begin a diary, add a hamster, change what is known of one."""

from typing import Any

import click

from hamdiary.cli.asking import Values, ask, can_ask, settled
from hamdiary.cli.invocation import Invocation
from hamdiary.cli.measure_options import measure_options
from hamdiary.cli.printing import say, say_aside, say_json, terminal_width
from hamdiary.cli.problems import Failed
from hamdiary.cli.typed_measures import read_typed, reading_of
from hamdiary.cli.verb import DIARY, JSON, YES, verb
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.hamster_questions import hamster_questions
from hamdiary.domain.language import english, t
from hamdiary.domain.measures import Choice, Measure, Value, measures_of
from hamdiary.domain.questions import Question
from hamdiary.domain.typed import Read
from hamdiary.services.closing import CLOSING_FACTS
from hamdiary.services.recording import (
    hamster_questions_about,
    new_hamster,
    record_hamster,
    with_values,
)
from hamdiary.services.session import Session
from hamdiary.services.setting_up import (
    add_hamster,
    alike,
    known_session,
    new_session,
    with_birth_as_told,
)
from hamdiary.storage.errors import NotPermitted

ASKED = ("name", "species", "sex", "born", "onset", "vet_phone", "night_phone")
"""What the set-up asks at a terminal, every one skippable (issue 2, item 5)."""


@verb(
    "setup",
    "hamdiary setup",
    "hamdiary setup --name Biscuit --species syrian --sex male --born 2026-01-14",
    "hamdiary setup --name Pip --born '7 weeks' --onset yesterday --vet-phone '01234 567890'",
    "hamdiary setup --edit Biscuit --usual-weight-g 121 --rest-ordered yes",
    params=[
        *measure_options(Hamster, leave_out=CLOSING_FACTS),
        click.Option(
            ["--edit", "edited"],
            metavar="NAME",
            help="Change facts of this hamster (its name or id).",
        ),
        click.Option(
            ["--anew"], is_flag=True, help="Begin an empty diary where one was kept before."
        ),
        YES,
    ],
    common=[JSON, DIARY],
)
@click.pass_obj
def setup(call: Invocation, /, edited: str | None, anew: bool, yes: bool, **given: Any) -> None:
    """Begin a diary or add a hamster to it.

    With any option given, nothing is asked. A birth told as an age ("7 weeks") is an estimate.
    """
    if given["clear"] and edited is None:
        raise click.UsageError(t("--clear goes with --edit NAME"))
    typed = read_typed(Hamster, given, call.today)
    if typed.values.get("name", "") is None:
        raise click.UsageError(
            t("--clear name: a name can be changed, but not emptied; say --name")
        )
    for notice in typed.notices:
        say_aside(notice)
    birth = given["born"] or ""
    if edited is not None:
        _answer(call, _changed(call, edited, typed.values, birth, yes), t("changed"))
        return
    values = with_birth_as_told(typed.values, birth)
    if not values and not can_ask():
        raise click.UsageError(t("name at least the hamster, as in --name Biscuit"))
    _answer(call, _set_up(call, values, anew, yes), t("set up"))


def _set_up(call: Invocation, values: Values, anew: bool, yes: bool) -> Hamster:
    session = known_session(call.environment, call.diary, anew)
    if session is None:
        values = _complete(call, values, yes)
        with new_session(call.environment, call.diary, anew) as session:
            call.opened_to_write(session)
            return add_hamster(session, values)
    with session:
        if session.diary.read_only:
            raise NotPermitted(session.diary.read_only)
        values = _complete(call, values, yes, session)
        call.opened_to_write(session)
        return add_hamster(session, values)


def _complete(
    call: Invocation, values: Values, yes: bool, session: Session | None = None
) -> Values:
    """The facts of a new hamster: given, or asked for, and settled."""
    values = values or _asked(call)
    name = values.get("name")
    if name is None and session is not None and session.diary.hamsters():
        raise click.UsageError(t("there is a hamster already, so this one needs a --name"))
    questions = hamster_questions(with_values(new_hamster(), values), values, call.today)
    if session is not None and name is not None:
        questions = [*_about_name(alike(session, str(name))), *questions]
    return settled(Hamster, questions, values, yes)


def _changed(call: Invocation, name: str, values: Values, birth: str, yes: bool) -> Hamster:
    if not values:
        raise click.UsageError(t("name what is to be changed, as in --vet-phone '01234 567890'"))
    with call.session_to_write() as session:
        hamster = session.hamster(name)
        values = with_birth_as_told(values, birth, hamster)
        questions = hamster_questions_about(session, hamster, values)
        if values.get("name") is not None:
            namesake = alike(session, str(values["name"]), besides=hamster)
            questions = [*_about_name(namesake), *questions]
        return record_hamster(session, hamster, settled(Hamster, questions, values, yes))


def _about_name(namesake: Hamster | None) -> list[Question]:
    if namesake is None:
        return []
    text = t("There is a hamster called {name} already, which looks the same. Go on?").format(
        name=namesake.called
    )
    return [Question(("name",), text)]


def _asked(call: Invocation) -> Values:
    say_aside(t("a few questions; Enter alone skips one, everything can be changed later"))
    values: dict[str, Value | None] = {}
    birth = ""
    for name in ASKED:
        typed = _ask_for(call, measures_of(Hamster)[name], values)
        birth = typed if name == "born" else birth
    if not values:
        raise Failed(t("nothing was written, so nothing was set up; a name is enough"))
    return with_birth_as_told(values, birth)


def _ask_for(call: Invocation, measure: Measure, values: dict[str, Value | None]) -> str:
    """Ask until the answer can be read or is left out; put it into `values`."""
    while typed := ask(f"{measure.label} ({_what_to_type(measure)}):"):
        reading = reading_of(measure, typed, call.today)
        if isinstance(reading, Read):
            values[measure.name] = reading.value
            break
        say_aside(reading)
    return typed


def _what_to_type(measure: Measure) -> str:
    if not isinstance(measure.kind, Choice):
        return measure.hint
    # In another language its own words can be typed; in English the codes are the shorter ones.
    return ", ".join(
        each.code if each.short == english(each, "short") else each.short
        for each in measure.kind.steps
    )


def _answer(call: Invocation, hamster: Hamster, outcome: str) -> None:
    if call.as_json:
        from hamdiary.cli.as_json import hamster_as_json

        say_json({"hamster": hamster_as_json(hamster)})
        return
    from hamdiary.render.pages import hamster_page

    say(hamster_page(hamster, terminal_width(), outcome))
