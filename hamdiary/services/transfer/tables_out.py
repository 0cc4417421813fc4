"""Tables as CSV: one file a table, all of them in a folder, or in a zip with its code book."""

import csv
import io
import json
import zipfile
from collections.abc import Mapping

from hamdiary.services.session import Session
from hamdiary.services.transfer.code_book import code_book
from hamdiary.services.transfer.columns import columns, line_of, table_names
from hamdiary.storage.everything import rows_of

CODE_BOOK = "datapackage.json"
"""The file that says what the columns mean."""


def table_as_csv(session: Session, kind: str, hamster: str | None, raw: bool = False) -> bytes:
    """A kind's table: for spreadsheets, or `raw` for programs, without guards and BOM."""
    names = {each.id: each.called for each in session.diary.hamsters()}
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([column.header for column in columns(kind)])
    for row in rows_of(session.diary, kind, hamster):
        writer.writerow(line_of(kind, row, names.get(str(row.get("hamster")), ""), not raw))
    return out.getvalue().encode("utf-8" if raw else "utf-8-sig")


def tables_as_csv(session: Session, hamster: str | None, raw: bool = False) -> dict[str, bytes]:
    """Every table by its file's name, also the empty ones: nobody has to ask what is missing."""
    return {
        f"{table}.csv": table_as_csv(session, kind, hamster, raw)
        for kind, table in table_names().items()
    }


def package(session: Session, hamster: str | None, raw: bool = False) -> bytes:
    """A zip of all tables with a Frictionless data package as their code book."""
    book = code_book(session.now().utc_text, bom=not raw)
    text = json.dumps(book, ensure_ascii=False, indent=1).encode()
    return _zipped(session, {CODE_BOOK: text, **tables_as_csv(session, hamster, raw)})


def _zipped(session: Session, files: Mapping[str, bytes]) -> bytes:
    made = session.now().wall.timetuple()[:6]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, made)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return out.getvalue()
