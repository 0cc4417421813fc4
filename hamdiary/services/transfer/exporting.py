"""Exporting: which format a path asks for, and writing it."""

from enum import StrEnum
from pathlib import Path

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.language import t, tn
from hamdiary.services.session import Session
from hamdiary.services.transfer.columns import table_names
from hamdiary.services.transfer.json_out import diary_as_json
from hamdiary.services.transfer.tables_out import package, table_as_csv, tables_as_csv
from hamdiary.storage.files import put_file, put_folder


class Format(StrEnum):
    """What can be exported."""

    JSON = "json"
    """The whole diary with its journal: what a diary is restored from."""
    CSV = "csv"
    """Tables for a spreadsheet."""
    ZIP = "zip"
    """All tables with their code book."""


class CannotTell(Exception):
    """The format does not follow from what was asked for; one line for the owner."""


@dataclass(frozen=True)
class Wish:
    """What is to be exported."""

    format: Format
    """As what."""
    hamster: Hamster | None = None
    """Whose; of all hamsters if None."""
    table: str | None = None
    """The one table that is wanted, by its name; for CSV."""
    raw: bool = False
    """For programs: without guards before formulas and without a BOM."""


def format_for(path: str, named: str | None = None) -> Format:
    """The format that was named, or that the path's ending stands for; CannotTell if neither."""
    if named is not None:
        return Format(named)
    ending = Path(path).suffix.casefold().lstrip(".")
    if ending in tuple(Format):
        return Format(ending)
    raise CannotTell(
        t(
            "{path}: the ending says no format; let it end in .json, .csv or .zip, or say --format"
        ).format(path=path)
    )


def content(session: Session, wish: Wish) -> bytes:
    """The one file that is wanted, as bytes."""
    whose = wish.hamster.id if wish.hamster else None
    match wish.format:
        case Format.JSON:
            return diary_as_json(session, wish.hamster)
        case Format.ZIP:
            return package(session, whose, wish.raw)
        case Format.CSV:
            return table_as_csv(session, kind_of(wish.table or "nights"), whose, wish.raw)


def kind_of(table: str) -> str:
    """The kind of thing that a table shows; CannotTell names the tables there are."""
    kinds = {name: kind for kind, name in table_names().items()}
    found = kinds.get(table.strip().casefold())
    if found is None:
        raise CannotTell(
            t("there is no table {table}; there is {tables}").format(
                table=table[:40], tables=", ".join(kinds)
            )
        )
    return found


def write(session: Session, wish: Wish, place: Path, replace: bool = False) -> str:
    """Write what is wanted; what was written, in a few words. CannotCreate says why not."""
    if wish.format is Format.CSV and wish.table is None and place.suffix.casefold() != ".csv":
        whose = wish.hamster.id if wish.hamster else None
        files = tables_as_csv(session, whose, wish.raw)
        put_folder(place, files, replace)
        return tn("{n} table", "{n} tables", len(files)).format(n=len(files))
    made = content(session, wish)
    put_file(place, made, replace)
    return in_words(wish, len(made))


def in_words(wish: Wish, size: int) -> str:
    """What a file of that size holds."""
    what = _what(wish)
    if not size:
        return what
    if wish.hamster is not None:
        what = t("{what} of {name}").format(what=what, name=wish.hamster.called)
    kilobytes = f"{max(1, round(size / 1000)):,}".replace(",", " ")
    return f"{what}, {kilobytes} kB"


def _what(wish: Wish) -> str:
    match wish.format:
        case Format.JSON:
            return t("the whole diary with every change")
        case Format.CSV:
            return t("the table {table}").format(table=wish.table or "nights")
        case Format.ZIP:
            said = t("{n} tables and what their columns mean")
            return said.format(n=len(table_names()))
