"""`hamdiary merge`: take in what another carer wrote."""

from pathlib import Path
from typing import Any

import click

from hamdiary.cli.asking import confirm
from hamdiary.cli.invocation import Invocation
from hamdiary.cli.printing import say, say_aside, say_json
from hamdiary.cli.verb import DIARY, JSON, YES, verb
from hamdiary.domain.language import t, tn
from hamdiary.services.merging.merging import Merged
from hamdiary.services.session import Session
from hamdiary.services.settings import load_settings

BROKEN = 65
"""Exit code where a file of a folder could not be taken in; the others were."""


@verb(
    "merge",
    "hamdiary merge biscuit.hamdiary",
    "hamdiary merge ~/Dropbox/hamdiary",
    "hamdiary merge",
    params=[
        click.Argument(["source"], metavar="[FILE|DIARY|FOLDER]", required=False),
        click.Option(
            ["--copied"],
            is_flag=True,
            help="FILE is of a copy of this diary that wrote on under the same name: keep both.",
        ),
        YES,
    ],
    common=[JSON, DIARY],
)
@click.pass_obj
def merge_diaries(call: Invocation, source: str | None, copied: bool, yes: bool) -> int:
    """Take in what another carer wrote, from a bundle or a folder.

    The file is verified as a whole, then a backup is made, then all of it comes in or nothing.
    What is here already does not come twice, and the order does not matter. Without a name it is
    merge.folder of the settings, and your own bundle is put there. A field that both have written
    keeps both values until one is chosen: hamdiary conflicts.
    """
    from hamdiary.services.merging.folder import folder_of

    with call.session_to_write() as session:
        folder = folder_of(load_settings(session.home)) if source is None else None
        if source is None and folder is None:
            raise click.UsageError(t("say what: a bundle, a diary, a folder; or set merge.folder"))
        place = (folder or Path(source or "").expanduser()).absolute()
        if copied:
            return _copy(call, session, place, yes)
        if place.is_dir():
            return _folder(call, session, place, send_too=source is None)
        return _file(call, session, place, yes)


def _file(call: Invocation, session: Session, path: Path, yes: bool) -> int:
    from hamdiary.services.merging.merging import explained, look_at, merge

    ready = look_at(session, path)
    if ready.is_another and ready.taken.entries:
        confirm(explained(session, ready), yes)
    _answer(call, session, [merge(session, ready)], [])
    return 0


def _copy(call: Invocation, session: Session, path: Path, yes: bool) -> int:
    from hamdiary.services.merging.copies import bring_together, look_at_copy

    copies = look_at_copy(session, path)
    confirm(
        tn(
            "{name} is of a copy of this diary. Keep what both have written, under two names "
            "({n} change was written here)?",
            "{name} is of a copy of this diary. Keep what both have written, under two names "
            "({n} changes were written here)?",
            copies.written_here,
        ).format(name=path.name, n=copies.written_here),
        yes,
    )
    done = bring_together(session, copies)
    if call.as_json:
        say_json({"new": done.new, "renamed": [*done.renamed], "backup": str(done.backup)})
        return 0
    came = tn("{name}: {n} change has come", "{name}: {n} changes have come", done.new)
    say(came.format(name=path.name, n=done.new))
    say(
        "  "
        + t("what was written here bears the name {names} now").format(
            names=", ".join(done.renamed)
        )
    )
    say("  " + t("before it: {backup}").format(backup=done.backup))
    _say_waiting(session)
    return 0


def _folder(call: Invocation, session: Session, folder: Path, send_too: bool) -> int:
    from hamdiary.services.merging.folder import exchange, take_from

    done = exchange(session, folder) if send_too else take_from(session, folder)
    _answer(call, session, done.merged, done.troubles)
    return BROKEN if done.troubles else 0


def _answer(call: Invocation, session: Session, merged: list[Merged], troubles: list[str]) -> None:
    from hamdiary.render.merging import left_out, what_came
    from hamdiary.services.merging.questions import open_questions

    waiting = len(open_questions(session))
    if call.as_json:
        say_json(
            {
                "merged": [_as_json(each) for each in merged],
                "troubles": troubles,
                "open_questions": waiting,
            }
        )
        return
    for each in merged:
        say(what_came(each.source, each.new, each.carers, each.nights, each.hamsters))
        if (left := left_out(each.erased)) is not None:
            say("  " + left)
        if each.backup is not None:
            say("  " + t("before it: {backup}").format(backup=each.backup))
    if not merged and not troubles:
        say(t("no other carer's bundle is there yet"))
    for trouble in troubles:
        say_aside(trouble)
    _say_waiting(session)


def _say_waiting(session: Session) -> None:
    from hamdiary.services.merging.questions import open_questions

    waiting = len(open_questions(session))
    if waiting:
        words = tn(
            "{n} field has several values; hamdiary conflicts shows them and lets you choose",
            "{n} fields have several values; hamdiary conflicts shows them and lets you choose",
            waiting,
        )
        say(words.format(n=waiting))


def _as_json(merged: Merged) -> dict[str, Any]:
    return {
        "source": merged.source,
        "new": merged.new,
        "known": merged.known,
        "erased": merged.erased,
        "carers": dict(merged.carers),
        "nights": [each.isoformat() for each in merged.nights],
        "hamsters": list(merged.hamsters),
        "conflicts": len(merged.conflicts),
        "backup": str(merged.backup) if merged.backup else None,
    }
