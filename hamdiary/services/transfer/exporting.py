"""Exporting: which format a path asks for, and writing it."""

from enum import StrEnum
from pathlib import Path

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.hamster import Hamster
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
        f"{path}: the ending says no format; let it end in .json, .csv or .zip, or say --format"
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
        raise CannotTell(f"there is no table {table[:40]}; there is {', '.join(kinds)}")
    return found


def write(session: Session, wish: Wish, place: Path, replace: bool = False) -> str:
    """Write what is wanted; what was written, in a few words. CannotCreate says why not."""
    if wish.format is Format.CSV and wish.table is None and place.suffix.casefold() != ".csv":
        whose = wish.hamster.id if wish.hamster else None
        files = tables_as_csv(session, whose, wish.raw)
        put_folder(place, files, replace)
        return f"{len(files)} tables"
    made = content(session, wish)
    put_file(place, made, replace)
    return in_words(wish, len(made))


def in_words(wish: Wish, size: int) -> str:
    """What a file of that size holds."""
    what = {
        Format.JSON: "the whole diary with every change",
        Format.CSV: f"the table {wish.table or 'nights'}",
        Format.ZIP: f"{len(table_names())} tables and what their columns mean",
    }[wish.format]
    whose = f" of {wish.hamster.called}" if wish.hamster else ""
    kilobytes = max(1, round(size / 1000))
    return f"{what}{whose}, {kilobytes:,} kB".replace(",", " ") if size else what
