"""Text as a manual page in roff (the man macros)."""

from collections.abc import Sequence

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import t


@dataclass(frozen=True)
class Entry:
    """One command or option with what it does."""

    term: str
    """As it is typed."""
    words: str
    """What it does."""


@dataclass(frozen=True)
class Section:
    """One command of the page."""

    title: str
    """Its whole name."""
    usage: str
    """How it is typed."""
    about: Sequence[str]
    """What it does, a paragraph each."""
    options: Sequence[Entry]
    """What it takes."""
    examples: Sequence[str]
    """As one would type it."""


def escaped(text: str) -> str:
    """Text that roff takes for nothing but text."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    text = "".join(each if each.isascii() else f"\\[u{ord(each):04X}]" for each in text)
    # A dot or a quote at the beginning would be a request.
    return "\n".join(f"\\&{line}" if line[:1] in ".'" else line for line in text.splitlines())


def section(each: Section, level: str) -> list[str]:
    """A command's lines; `level` is SH or SS."""
    lines = [f'.{level} "{escaped(each.title)}"', ".nf", escaped(each.usage), ".fi"]
    for paragraph in each.about:
        lines += [".PP", escaped(paragraph)]
    lines += entries(each.options)
    if each.examples:
        lines += [".PP", t("Examples:"), ".PP", ".nf", ".RS"]
        lines += [escaped(example) for example in each.examples]
        lines += [".RE", ".fi"]
    return lines


def entries(listed: Sequence[Entry]) -> list[str]:
    """Terms with their words indented below."""
    return [line for each in listed for line in _entry(each)]


def _entry(each: Entry) -> list[str]:
    return [".TP", f"\\fB{escaped(each.term)}\\fR", escaped(each.words)]


def page(title: str, version: str, parts: Sequence[str]) -> str:
    """A whole page of section 1."""
    kind = escaped(t("User Commands"))
    head = f'.TH "{escaped(title.upper())}" "1" "" "{escaped(version)}" "{kind}"'
    return "\n".join([head, *parts]) + "\n"
