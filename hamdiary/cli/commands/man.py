"""`hamdiary man`: the manual page."""

from hamdiary.cli.printing import write
from hamdiary.cli.verb import verb


@verb(
    "man",
    "hamdiary man | man -l -",
    "hamdiary man > ~/.local/share/man/man1/hamdiary.1",
    common=[],
)
def man() -> None:
    """Print the manual page, for `man -l -` or a folder of them."""
    from hamdiary.cli.manual import manual

    write(manual().rstrip("\n"))
