"""Commands that are imported when they are called, so that each pays for itself only."""

from collections.abc import Mapping
from importlib import import_module

import click

from hamdiary.cli.helped import Group
from hamdiary.cli.verb import PLAIN


class LazyGroup(Group):
    """A group whose commands lie in modules of `hamdiary.cli.commands`."""

    places: Mapping[str, str] = {}
    """Where each command is, as "module.object", in the order of the help."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in the order of the help."""
        return list(self.places)

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
