"""What an import would do: said first, done afterwards."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import t, tn
from hamdiary.services.session import Session


@dataclass(frozen=True)
class Remark:
    """Something about one line of a file."""

    line: int
    """The line in the file, from 1; 0 if it is about the whole file."""
    text: str
    """What it is, in one line."""

    def __str__(self) -> str:
        return (
            t("line {line}: {text}").format(line=self.line, text=self.text)
            if self.line
            else self.text
        )


@dataclass(frozen=True)
class Ask:
    """Something that nobody but the owner can tell."""

    option: str
    """Which option of Options answers it."""
    question: str
    """The question, one line."""
    answers: Sequence[tuple[str, str]]
    """What can be answered, each with what it means."""


@dataclass(frozen=True)
class Options:
    """What the owner has said about a file."""

    uses: Mapping[str, str] = field(default_factory=dict)
    """By header, what a column is: "weight_g", "weight_g:oz", "-" for left out."""
    dates: str = ""
    """The order of day and month where a year comes last: dmy or mdy."""
    decimal: str = ""
    """The decimal sign: a comma or a point."""
    encoding: str | None = None
    """In which letters the file is."""
    table: str | None = None
    """Which table of a database."""
    hamster: str | None = None
    """Whose nights they are; the current hamster's if nobody is named."""
    keep_recorded: bool = False
    """Whether what is recorded stays as it is where the file says something else."""
    empty_clears: bool = False
    """Whether an empty cell of hamdiary's own tables makes a value not recorded."""

    def with_answer(self, question: Ask, answer: str) -> "Options":
        """The same with an answer to a question."""
        match question.option:
            case "dates":
                return replace(self, dates=answer)
            case "decimal":
                return replace(self, decimal=answer)
        raise LookupError(question.option)

    def with_use(self, header: str, use: str) -> "Options":
        """The same with a column taken for something."""
        return replace(self, uses={**self.uses, header: use})


@dataclass(frozen=True)
class Written:
    """What came of an import."""

    count: int
    """How many changes were written."""
    notes: Sequence[str] = ()
    """What is to be known about it, one line each."""


@dataclass(frozen=True)
class Plan:
    """What would come into the diary."""

    what: str
    """What the file is."""
    lines: Sequence[str]
    """What would come, in words."""
    count: int
    """How many changes would be written; 0 if the diary has all of it already."""
    write: Callable[[Session], Written]
    """Writes all of it in one go."""
    troubles: Sequence[Remark] = ()
    """Why nothing can come before this is put right."""
    unusual: Sequence[Remark] = ()
    """What is possible but unlikely, to be looked at before it is kept."""
    replaced: Sequence[Remark] = ()
    """What would come in the place of something that is recorded."""
    samples: Sequence[str] = ()
    """The first of what would come, one line each."""
    asks: Sequence[Ask] = ()
    """What has to be answered before anything can come."""
    uses: Mapping[str, str] = field(default_factory=dict)
    """By header, what each column is taken for; empty where that is not to be chosen."""
    first_cells: Mapping[str, str] = field(default_factory=dict)
    """By header, the first thing that stands in the column."""

    @property
    def is_ready(self) -> bool:
        """Whether it can be written as it is."""
        return not self.troubles and not self.asks


def many(count: int, words: str) -> str:
    """A count put into words that have room for it: "1 night", "3 nights", "4 211 rows"."""
    return words.format(n=f"{count:,}".replace(",", " "))


def left_out(count: int) -> str:
    """That so many values of a file are not taken."""
    said = tn(
        "{n} value differs from the diary and is left out",
        "{n} values differ from the diary and are left out",
        count,
    )
    return many(count, said)


def changes(count: int) -> str:
    """How many changes: "1 change", "4 211 changes"."""
    return many(count, tn("{n} change", "{n} changes", count))
