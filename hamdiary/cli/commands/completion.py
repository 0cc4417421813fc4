"""`hamdiary completion`: the script that lets a shell complete commands and options."""

import click

from hamdiary.cli.printing import say
from hamdiary.cli.verb import verb

SHELLS = ("bash", "zsh", "fish")

SET_UP = "(( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i; }"
"""For a ~/.zshrc that has set nothing up, where there is no `compdef` yet."""


@verb(
    "completion",
    'eval "$(hamdiary completion bash)"    # in ~/.bashrc',
    'eval "$(hamdiary completion zsh)"     # in ~/.zshrc',
    "hamdiary completion fish > ~/.config/fish/completions/hamdiary.fish",
    params=[click.Argument(["shell"], type=click.Choice(SHELLS))],
    common=[],
)
def completion(shell: str) -> None:
    """Print the completion script for a SHELL."""
    from click.shell_completion import get_completion_class

    from hamdiary.cli.program import program

    kind = get_completion_class(shell)
    assert kind is not None
    script = kind(program, {}, "hamdiary", "_HAMDIARY_COMPLETE")
    # `source()` would start the shell to ask for its version.
    written = script.source_template % script.source_vars()
    say(written.replace("    compdef ", f"    {SET_UP}\n    compdef "))
