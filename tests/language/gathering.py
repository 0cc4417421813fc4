"""Every text an owner reads: what is marked, what is declared, and the help of the commands."""

import ast
import gc
import importlib
import json
import pkgutil
import re
import sys
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from inspect import cleandoc
from pathlib import Path
from typing import Any

import hamdiary
from hamdiary.domain.language import Shown, Told

PACKAGE = Path(hamdiary.__file__).parent
ROOMS = {
    "domain": ("domain",),
    "knowledge": ("knowledge",),
    "services": ("services", "storage", "delivery", "languages"),
    "render": ("render",),
    "tui": ("tui",),
    "cli": ("cli", "__main__.py"),
}
"""Each part of the catalogue with the folders it speaks for, in the order in which they may ask."""

MARKING = ("t", "tn", "tc", "marked")
"""What texts are marked with, in `hamdiary.domain.language`."""


@dataclass(frozen=True, order=True)
class Text:
    """One text to be translated."""

    words: str
    """In English; the singular, if it has two forms."""
    many: str = ""
    """The plural, if there is one."""
    context: str = ""
    """What tells it from the same words elsewhere."""
    where: str = ""
    """The file, or what it is declared as."""

    @property
    def key(self) -> tuple[str, str]:
        """What a catalogue looks it up by."""
        return self.context, self.words


def texts() -> dict[str, dict[tuple[str, str], Text]]:
    """All texts by room, each in the first room that uses it."""
    seen: set[tuple[str, str]] = set()
    found: dict[str, dict[tuple[str, str], Text]] = {}
    declared = sorted(set(declared_texts()))  # in memory they stand in any order
    for room in ROOMS:
        mine = [*marked_texts(room), *(text for each, text in declared if each == room)]
        if room == "cli":
            mine += command_texts()
        found[room] = {each.key: each for each in reversed(mine) if each.key not in seen}
        seen |= set(found[room])
    return found


def marked_texts(room: str) -> Iterator[Text]:
    """The literals in `t`, `tn`, `tc` and `marked` of a room."""
    for folder in ROOMS[room]:
        base = PACKAGE / folder
        for path in sorted(base.rglob("*.py")) if base.is_dir() else [base]:
            name = path.relative_to(PACKAGE).as_posix()
            for call, words in calls_in(path, MARKING):
                context = words.pop(0) if call == "tc" else ""
                if words[0]:
                    yield Text(words[0], words[1] if call == "tn" else "", context, name)


def calls_in(path: Path, names: Collection[str]) -> Iterator[tuple[str, list[str]]]:
    """The calls of functions of those names, each with the literals it is given, in order.

    Read from the syntax tree: babel overlooks calls inside f-strings before Python 3.12.
    """
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
            given = [each.value for each in node.args if isinstance(each, ast.Constant)]
            words = [each for each in given if isinstance(each, str)]
            if words:
                yield node.func.id, words


def declared_texts() -> Iterator[tuple[str, Text]]:
    """Each field `Shown` of everything that stands when all modules are imported and read."""
    from hamdiary.domain.measures import measures_of

    for module in pkgutil.walk_packages([str(PACKAGE)], "hamdiary."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    facts = read_all_facts()
    gc.unfreeze()  # a window that a test has opened leaves out what stood before it
    everything = gc.get_objects()
    declaring = [each for each in everything if isinstance(each, type) and is_ours(each)]
    for each in declaring:
        if "__dataclass_fields__" in vars(each):
            measures_of(each)
    shown = {each: shown_of(each) for each in declaring}
    for thing in gc.get_objects():
        for name, context in shown.get(type(thing), {}).items():
            words = thing.__dict__.get(name)
            if isinstance(words, str) and re.search("[^\\W\\d_]", words):
                room = type(thing).__module__.split(".")[1]
                meant = thing.__dict__.get(context, "")
                where = "knowledge" if type(thing).__name__ in FACTS else room_of(room)
                yield where, Text(words, "", meant, f"{type(thing).__name__}.{name}")
    yield from hint_texts()
    yield from told_texts()
    assert facts


FACTS = {"Food", "Portion", "Sign"}
"""Classes of the domain whose every instance is read from the packaged facts."""


def read_all_facts() -> list[object]:
    """The packaged facts, read so that what they declare stands."""
    from hamdiary.knowledge.foods import foods
    from hamdiary.knowledge.guide import contents, disagreements, topics
    from hamdiary.knowledge.signs import signs
    from hamdiary.knowledge.sources import sources

    return [foods(), contents(), topics(), disagreements(), signs(), sources()]


def hint_texts() -> Iterator[tuple[str, Text]]:
    """All words of hints.toml but the keys of sources and the marks."""
    from hamdiary.knowledge.hints_file import hints_told

    def walk(told: Any, place: str) -> Iterator[tuple[str, Text]]:
        if isinstance(told, str):
            yield "knowledge", Text(told, where=f"hints/{place}")
        elif isinstance(told, dict):
            for key, value in told.items():
                if key not in ("sources", "mark"):
                    yield from walk(value, place if "." in place else f"{place}.{key}".strip("."))
        else:
            for each in told:
                yield from walk(each, place)

    yield from walk(hints_told(), "")


def told_texts() -> Iterator[tuple[str, Text]]:
    """Every text that is looked up by its code (`Told`)."""
    for name in sorted(name for name in sys.modules if name.startswith("hamdiary.")):
        for each, told in vars(sys.modules[name]).items():
            if isinstance(told, Told):
                for words in told.values():
                    for said in (words,) if isinstance(words, str) else words:
                        room = room_of(name.split(".")[1])
                        yield room, Text(said, "", told.context, f"{name.split('.')[-1]}.{each}")


def is_ours(kind: type) -> bool:
    return str(getattr(kind, "__module__", "")).startswith("hamdiary.")


def shown_of(kind: type) -> dict[str, str]:
    """The names of its fields that are shown, each with the field that says in which sense."""
    every = [each for base in kind.__mro__ for each in vars(base).values()]
    return {each.name: each.context for each in every if type(each) is Shown}


def room_of(folder: str) -> str:
    return next((room for room, folders in ROOMS.items() if folder in folders), "services")


def command_texts() -> Iterator[Text]:
    """What `--help` says of each command and its options, and what click says of itself."""
    import click

    from hamdiary.cli.helped import AS_IT_STANDS, WordedOption, one_line
    from hamdiary.cli.program import program

    def paragraphs(text: str | None) -> list[str]:
        each = cleandoc(text or "").split("\n\n")
        return [one_line(words) for words in each if words and words[0] != AS_IT_STANDS]

    def walk(command: click.Command) -> Iterator[Text]:
        where = f"hamdiary {command.name}"
        for text in (vars(command)["help"], vars(command)["short_help"]):
            yield from (Text(words, where=where) for words in paragraphs(text))
        for each in command.params:
            # What is put together when it is read has its parts marked.
            if isinstance(each, click.Option) and not isinstance(each, WordedOption) and each.help:
                yield Text(one_line(each.help), where=where)
        if isinstance(command, click.Group):
            context = click.Context(command)
            for name in command.list_commands(context):
                found = command.get_command(context, name)
                assert found is not None
                yield from walk(found)

    yield from walk(program)
    yield from click_texts()


def click_texts() -> Iterator[Text]:
    """What click says to an owner in words of its own."""
    from hamdiary.cli.click_words import SPEAKING

    yield Text("required", where="click")
    for module in SPEAKING:
        path = Path(str(module.__file__))
        for call, words in calls_in(path, ("_", "ngettext")):
            many = words[1] if call == "ngettext" else ""
            yield Text(words[0], many, where=f"click/{path.name}")


if __name__ == "__main__":
    print(json.dumps({room: sorted(found) for room, found in texts().items()}))
