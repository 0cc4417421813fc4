"""How many of a thing there are, in words."""

from collections.abc import Callable

from hamdiary.domain.language import tn

_FORMS: dict[str, Callable[[int], str]] = {
    "night": lambda n: tn("{n} night", "{n} nights", n),
    "change": lambda n: tn("{n} change", "{n} changes", n),
    "hamster": lambda n: tn("{n} hamster", "{n} hamsters", n),
    "backup": lambda n: tn("{n} backup", "{n} backups", n),
    "verified backup": lambda n: tn("{n} verified backup", "{n} verified backups", n),
    "file": lambda n: tn("{n} file", "{n} files", n),
    "row": lambda n: tn("{n} row", "{n} rows", n),
    "table": lambda n: tn("{n} table", "{n} tables", n),
    "cell": lambda n: tn("{n} cell", "{n} cells", n),
    "value": lambda n: tn("{n} value", "{n} values", n),
    "thing": lambda n: tn("{n} thing", "{n} things", n),
    "sign": lambda n: tn("{n} sign", "{n} signs", n),
}
"""The forms of each thing that is counted somewhere."""


def counted(count: int, thing: str) -> str:
    """ "1 night", "14 nights"; `thing` is the English word for one."""
    return _FORMS[thing](count).format(n=count)
