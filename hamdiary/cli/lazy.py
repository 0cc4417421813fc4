"""Commands that are imported when they are called, so that each pays for itself only."""

from collections.abc import Mapping
from importlib import import_module

import click

from hamdiary.cli.helped import Group
from hamdiary.cli.verb import PLAIN
from hamdiary.domain.language import t
from hamdiary.domain.manner import any_of


class LazyGroup(Group):
    """A group whose commands lie in modules of `hamdiary.cli.commands`."""

    places: Mapping[str, str] = {}
    """Where each command is, as "module.object", in the order of the help."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in the order of the help."""
        return list(self.places)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Also `help` and `help COMMAND`, as newcomers say it; near misses are named."""
        name = args[0]
        if name == "help" and name not in self.places:
            if args[1:]:
                return self.resolve_command(ctx, [*args[1:], "--help"])
            click.echo(ctx.get_help())
            ctx.exit()
        if name not in self.places:
            from difflib import get_close_matches

            near = get_close_matches(name, self.places, cutoff=0.5)
            if near:
                meant = any_of([f"{ctx.command_path} {each}" for each in near])
                words = t("There is no command {name}. Did you mean {meant}?")
                ctx.fail(words.format(name=name, meant=meant))
        return super().resolve_command(ctx, args)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command of that name; None if there is none."""
        place = self.places.get(cmd_name)
        if place is None:
            return None
        module, _, name = place.partition(".")
        found: object = getattr(import_module(f"hamdiary.cli.commands.{module}"), name)
        assert isinstance(found, click.Command)
        if isinstance(found, click.Group) and PLAIN not in found.params:
            found.params.append(PLAIN)  # a group prints something by itself
        return found
