"""`hamdiary clip`: photos and videos by the path of their files."""

import click

from hamdiary.cli.asking import confirm, settled
from hamdiary.cli.helped import Group
from hamdiary.cli.invocation import Invocation
from hamdiary.cli.printing import say, say_json, terminal_width
from hamdiary.cli.problems import Failed
from hamdiary.cli.typed_facts import clear_option, cleared, fact_typed
from hamdiary.cli.verb import HELP, JSON, WHERE, YES, examples, verb
from hamdiary.domain.clips import FILM_ADVICE, Clip
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.language import t
from hamdiary.domain.measures import Value, measures_of
from hamdiary.services import clips
from hamdiary.services.recording import Values
from hamdiary.services.session import Session

FACTS = measures_of(Clip)
CLEARABLE = {"side": ("side",), "at": ("at",), "remark": ("remark",)}
NUMBER = click.Argument(["number"], type=click.IntRange(1))
NIGHT = click.Option(
    ["--night"], metavar="DATE", help="The night it was taken: tonight, yesterday, 2026-11-20."
)
SIDE = click.Option(
    ["--side"], metavar="SIDE", help="What is seen: left, right, both, behind or front."
)
AT = click.Option(["--at"], metavar="TIME", help="When it was taken, as 21:30.")
REMARK = click.Option(["--remark"], metavar="TEXT", help="What there is to see.")


@click.group(
    "clip",
    cls=Group,
    invoke_without_command=True,
    params=[JSON, *WHERE, HELP],
    add_help_option=False,
    help=f"Photos and videos; the files stay where they are.\n\n{FILM_ADVICE}",
    short_help="Photos and videos, by the path of their files.",
    epilog=examples(
        "hamdiary clip add ~/Videos/left.mp4 --side left --remark 'drags the left toes'",
        "hamdiary clip add walk.mp4 --night yesterday --at 21:30",
        "hamdiary clip list",
    ),
)
@click.pass_context
def clip(ctx: click.Context) -> None:
    """Photos and videos by the path of their files."""
    if ctx.invoked_subcommand is None:
        _list(ctx.obj)


@clip.add_command
@verb(
    "add",
    "hamdiary clip add ~/Videos/left.mp4 --side left",
    "hamdiary clip add walk.mp4 --night yesterday --at 21:30 --remark 'ten steps'",
    params=[click.Argument(["path"]), NIGHT, SIDE, AT, REMARK, YES],
)
@click.pass_obj
def add(call: Invocation, path: str, night: str | None, side: str | None, at: str | None,
        remark: str | None, yes: bool) -> None:  # fmt: skip
    """List the photo or video at PATH under a night; tonight unless --night says otherwise.

    Its path is kept; the file is neither copied nor opened.
    """
    values = _values(call, path, night or "tonight", side, at, remark)
    with call.session_to_write() as session:
        hamster = call.hamster_in(session)
        new = clips.new_clip(hamster)
        _settle(session, hamster, new, values, yes)
        _answer(call, session, hamster, clips.edit_clip(session, new, values), t("listed"))


@clip.add_command
@verb("list", "hamdiary clip list", "hamdiary clip list --json")
@click.pass_obj
def list_clips(call: Invocation) -> None:
    """List all clips, the newest first, with numbers for open, edit and delete."""
    _list(call)


def _list(call: Invocation) -> None:
    with call.session() as session:
        hamster = call.hamster_in(session)
        known = clips.clips(session, hamster)
    found = clips.presences(known)
    if call.as_json:
        from hamdiary.cli.as_json import hamster_as_json
        from hamdiary.cli.clips_as_json import clip_as_json

        numbered = reversed([*enumerate(known, 1)])
        told = [clip_as_json(each, found[each.id], number) for number, each in numbered]
        say_json({"hamster": hamster_as_json(hamster), "clips": told})
    elif known:
        from hamdiary.render.clips import clips_table

        say("\n".join([hamster.called, *clips_table(known, found, terminal_width())]))
    else:
        say(
            t("No clip of {hamster} is listed; hamdiary clip add does that.").format(
                hamster=hamster.called
            )
        )


@clip.add_command
@verb("open", "hamdiary clip open 2", params=[NUMBER], common=WHERE)
@click.pass_obj
def open_clip(call: Invocation, number: int) -> None:
    """Show the clip of that NUMBER in this computer's own viewer."""
    with call.session() as session:
        known = clips.clip_numbered(session, call.hamster_in(session), number)
    trouble = clips.open_clip(known, call.environment)
    if trouble is not None:
        raise Failed(trouble)


@clip.add_command
@verb(
    "edit",
    "hamdiary clip edit 2 --side left",
    "hamdiary clip edit 2 --path /media/phone/left.mp4 --night yesterday",
    params=[
        NUMBER,
        click.Option(["--path"], metavar="PATH", help="Where the file lies now."),
        NIGHT,
        SIDE,
        AT,
        REMARK,
        clear_option(CLEARABLE),
        YES,
    ],
)
@click.pass_obj
def edit(
    call: Invocation,
    number: int,
    path: str | None,
    night: str | None,
    side: str | None,
    at: str | None,
    remark: str | None,
    clear: tuple[str, ...],
    yes: bool,
) -> None:
    """Put right the clip that `hamdiary clip list` gives that NUMBER."""
    values = _values(call, path, night, side, at, remark)
    values |= cleared(clear, CLEARABLE, values)
    if not values:
        raise click.UsageError(t("there is nothing to change; name it, as in --side left"))
    with call.session_to_write() as session:
        hamster = call.hamster_in(session)
        known = clips.clip_numbered(session, hamster, number)
        _settle(session, hamster, known, values, yes)
        _answer(call, session, hamster, clips.edit_clip(session, known, values), t("changed"))


@clip.add_command
@verb("delete", "hamdiary clip delete 2 --yes", params=[NUMBER, YES])
@click.pass_obj
def delete(call: Invocation, number: int, yes: bool) -> None:
    """Forget the clip that `hamdiary clip list` gives that NUMBER; its file is left alone."""
    from hamdiary.render.clips import clip_words

    with call.session_to_write() as session:
        hamster = call.hamster_in(session)
        known = clips.clip_numbered(session, hamster, number)
        confirm(
            t("Forget {clip}?").format(clip=clip_words(known, clips.presence(known))),
            yes,
        )
        clips.delete_clip(session, known)
        outcome = t("forgotten, the file is left alone; hamdiary undo brings it back")
        _answer(call, session, hamster, known, outcome)


def _values(
    call: Invocation,
    path: str | None,
    night: str | None,
    side: str | None,
    at: str | None,
    remark: str | None,
) -> dict[str, Value | None]:
    values: dict[str, Value | None] = {}
    if path is not None:
        values["path"] = clips.path_typed(path, quoted=False)
    if night is not None:
        values["evening"] = call.evening(night, "--night")
    for field, typed in (("side", side), ("at", at), ("remark", remark)):
        if typed is None:
            continue
        values[field] = fact_typed(FACTS[field], typed, f"--{field}", call.today)
    return values


def _settle(session: Session, hamster: Hamster, known: Clip, values: Values, yes: bool) -> None:
    settled(Clip, clips.questions_about_clip(session, hamster, known, values), values, yes)


def _answer(call: Invocation, session: Session, hamster: Hamster, kept: Clip, outcome: str) -> None:
    found = clips.presence(kept)
    if call.as_json:
        from hamdiary.cli.as_json import hamster_as_json
        from hamdiary.cli.clips_as_json import clip_as_json

        say_json({"hamster": hamster_as_json(hamster), "clip": clip_as_json(kept, found)})
        return
    from hamdiary.render.clips import clip_words

    say(f"{hamster.called}: {clip_words(kept, found)}: {outcome}")
