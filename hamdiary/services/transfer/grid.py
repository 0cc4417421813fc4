"""A table from anywhere as plain text: which letters it is in, what parts its cells, its lines."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import marked, t
from hamdiary.domain.text import clean_line
from hamdiary.services.transfer.plan import Remark
from hamdiary.storage.errors import BadInput

LONGEST_CELL = 1_000_000
"""Letters that a cell may have."""

MOST_ROWS, MOST_COLUMNS = 200_000, 500
"""Rows and columns that a table may have."""

DELIMITERS = {
    ";": marked("semicolons"), "\t": marked("tabs"), ",": marked("commas"), "|": marked("bars")
}  # fmt: skip
"""What can part cells, and how that is said."""

ENCODINGS = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "utf-32": "UTF-32",
    "cp1252": "Windows-1252 (Latin-1)",
    "latin-1": "Latin-1",
}
"""Encodings that are tried, and how they are called."""

A_DATABASE = marked("a database")
"""In the place of an encoding, where there is none."""

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


@dataclass(frozen=True)
class Row:
    """One line of a table."""

    line: int
    """The line of the file on which it begins, from 1."""
    cells: tuple[str, ...]
    """Its cells, one for each header."""


@dataclass(frozen=True)
class Grid:
    """A table as it stands in a file."""

    headers: tuple[str, ...]
    """The names in the first line."""
    rows: Sequence[Row]
    """All lines that are in order and have anything in them."""
    troubles: Sequence[Remark]
    """Lines that are not in order."""
    encoding: str
    """In which letters it was read."""
    delimiter: str
    """What parts its cells."""

    @property
    def how_read(self) -> str:
        """How it was read, in words."""
        parted = DELIMITERS.get(self.delimiter)
        named = ENCODINGS.get(self.encoding, self.encoding)
        if parted is None:
            return t("read as {encoding}").format(encoding=t(named))
        said = t("read as {encoding}, cells parted by {sign}")
        return said.format(encoding=named, sign=t(parted))

    def column(self, header: str) -> list[str]:
        """All cells under a header."""
        place = self.headers.index(header)
        return [row.cells[place] for row in self.rows]


def grid_of(data: bytes, encoding: str | None = None, delimiter: str | None = None) -> Grid:
    """The table that the bytes hold; BadInput says in one line why they hold none."""
    text, encoding = decoded(data, encoding)
    first, _, rest = text.partition("\n")
    if first.strip().casefold().startswith("sep=") and len(first.strip()) == 5:
        # Excel's own way of saying what parts the cells; it counts as a line.
        return _read(f"\n{rest}", encoding, delimiter or first.strip()[4])
    return _read(text, encoding, delimiter or _delimiter(text))


def decoded(data: bytes, encoding: str | None = None) -> tuple[str, str]:
    """The text, and in which letters it was read."""
    for name in [encoding] if encoding else [*_likely(data), "utf-8", "cp1252", "latin-1"]:
        try:
            text = data.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
        if "\0" not in text:
            return text.lstrip("\ufeff"), name
    if encoding:
        raise BadInput(t("this is no text in {encoding}").format(encoding=encoding))
    raise BadInput(t("this is no text, so it is no table"))


def _likely(data: bytes) -> list[str]:
    for mark, name in _BOMS:
        if data.startswith(mark):
            return [name]
    start = data[:400]
    # In UTF-16 every second byte of ordinary words is 0.
    if start[1::2].count(0) * 2 > len(start[1::2]):
        return ["utf-16-le"]
    return ["utf-16-be"] if start[::2].count(0) * 2 > len(start[::2]) else []


def _delimiter(text: str) -> str:
    """What parts the cells of the first lines most evenly; commas if nothing does."""
    lines = [line for line in text[:20_000].splitlines() if line.strip()][:20]
    if not lines:
        raise BadInput(t("the file is empty"))

    def evenness(delimiter: str) -> tuple[bool, int]:
        """Whether each line has as many of them, and how many that are."""
        counts = [_outside_quotes(line).count(delimiter) for line in lines]
        return counts[0] > 0 and min(counts) == max(counts), counts[0]

    best = max(DELIMITERS, key=evenness)
    return best if evenness(best)[1] else ","


def _outside_quotes(line: str) -> str:
    return "".join(line.split('"')[::2])


def _read(text: str, encoding: str, delimiter: str) -> Grid:
    lines = _lines(text, delimiter)
    try:
        headers = _headers(next(lines).cells)
    except StopIteration:
        raise BadInput(t("the file is empty")) from None
    rows, troubles = [], []
    for row in lines:
        cells = row.cells
        while len(cells) > len(headers) and not cells[-1].strip():
            cells = cells[:-1]
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) == len(headers):
            rows.append(Row(row.line, cells))
        else:
            told = t("{cells} cells, but {columns} columns have a name").format(
                cells=len(cells), columns=len(headers)
            )
            troubles.append(Remark(row.line, told))
        if len(rows) + len(troubles) > MOST_ROWS:
            raise BadInput(
                t("the table has more than {most} rows; import it in parts").format(most=MOST_ROWS)
            )
    return _without_idle_columns(Grid(headers, rows, troubles, encoding, delimiter))


def _without_idle_columns(grid: Grid) -> Grid:
    """Spreadsheets write empty columns behind the last one that is used."""
    count = len(grid.headers)
    while count > 1 and grid.headers[count - 1] == _unnamed(count):
        if any(row.cells[count - 1].strip() for row in grid.rows):
            break
        count -= 1
    rows = [replace(row, cells=row.cells[:count]) for row in grid.rows]
    return replace(grid, headers=grid.headers[:count], rows=rows)


def _unnamed(number: int) -> str:
    return t("column {number}").format(number=number)


def _lines(text: str, delimiter: str) -> Iterator[Row]:
    before = csv.field_size_limit(LONGEST_CELL)
    begun = 1
    try:
        # Not a StringIO, which takes four bytes for every letter.
        lines = (found[0] for found in _LINE.finditer(text))
        reader = csv.reader(lines, delimiter=delimiter, strict=True)
        for cells in reader:
            if cells:
                yield Row(begun, tuple(cells))
            begun = reader.line_num + 1
    except csv.Error as error:
        raise BadInput(
            t("line {line}: {trouble}; nothing was imported").format(
                line=begun, trouble=_in_words(error)
            )
        ) from error
    finally:
        csv.field_size_limit(before)


def _in_words(error: csv.Error) -> str:
    told = str(error)
    if "field limit" in told:
        most = f"{LONGEST_CELL:,}".replace(",", " ")
        return t("a cell has more than {most} letters").format(most=most)
    if "unexpected end" in told:
        return t('a quotation mark (") is opened here and never closed')
    if "expected after" in told:
        return t('something stands behind a closing quotation mark (")')
    return t("the line cannot be taken apart ({trouble})").format(trouble=told)


def _headers(cells: Sequence[str]) -> tuple[str, ...]:
    headers = [clean_line(cell) for cell in cells]
    if not any(headers):
        raise BadInput(t("line 1: the first line must name the columns"))
    if len(headers) > MOST_COLUMNS:
        raise BadInput(t("line 1: more than {most} columns").format(most=MOST_COLUMNS))
    named = [header or _unnamed(number) for number, header in enumerate(headers, 1)]
    twice = sorted({each for each in named if named.count(each) > 1})
    if twice:
        raise BadInput(
            t("line 1: two columns are called “{name}”; give each a name of its own").format(
                name=twice[0][:40]
            )
        )
    return tuple(named)
