"""`hamdiary bundle`: what this diary knows, as a file for another carer."""

from pathlib import Path

import click

from hamdiary.cli.invocation import Invocation
from hamdiary.cli.printing import say, say_json
from hamdiary.cli.verb import DIARY, JSON, verb
from hamdiary.domain.language import t, tn
from hamdiary.services.settings import load_settings


@verb(
    "bundle",
    "hamdiary bundle -o biscuit.hamdiary",
    "hamdiary bundle -o ~/Dropbox/hamdiary",
    params=[
        click.Option(
            ["-o", "--output", "place"],
            metavar="FILE",
            help="The file, or a folder for this computer's own file; else merge.folder.",
        ),
        click.Option(["--force"], is_flag=True, help="Replace a file that is there."),
    ],
    common=[JSON, DIARY],
)
@click.pass_obj
def bundle(call: Invocation, place: str | None, force: bool) -> None:
    """Write all that this diary knows into a bundle to send.

    For mail, a stick or a synced folder. Whoever has a diary already says hamdiary merge FILE;
    whoever begins says hamdiary join FILE.
    """
    from hamdiary.services.merging.folder import folder_of
    from hamdiary.services.merging.sending import send

    with call.session() as session:
        chosen = Path(place).expanduser() if place else folder_of(load_settings(session.home))
        if chosen is None:
            raise click.UsageError(
                t("say where: -o FILE or -o FOLDER, or set merge.folder in the settings")
            )
        sent = send(session, chosen.absolute(), force)
    if call.as_json:
        say_json({"path": str(sent.path), "added": sent.added, "changes": sent.total})
        return
    words = tn("{path}: {n} change", "{path}: {n} changes", sent.total)
    if sent.added != sent.total:
        words = t("{path}: {n} changes, {added} of them new")
    say(words.format(path=sent.path, n=sent.total, added=sent.added))
