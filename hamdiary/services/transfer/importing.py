"""Importing: what a file is, and what of it would come into the diary."""

from collections.abc import Mapping
from pathlib import Path

from hamdiary.domain.language import t, tc, tn
from hamdiary.domain.text import clean_line
from hamdiary.services.session import Session
from hamdiary.services.transfer.archive import files_in
from hamdiary.services.transfer.grid import A_DATABASE, Grid, Row, grid_of
from hamdiary.services.transfer.journal_in import plan_journal
from hamdiary.services.transfer.json_in import exported
from hamdiary.services.transfer.nights_in import plan_nights
from hamdiary.services.transfer.own_tables import kind_of
from hamdiary.services.transfer.plan import Options, Plan, Written, many
from hamdiary.services.transfer.strict_json import Step, unwatched
from hamdiary.services.transfer.tables_in import plan_tables
from hamdiary.storage.errors import BadInput
from hamdiary.storage.files import folder_files, read_file

LARGEST = 200_000_000
"""Bytes of a file that is read in; ten years of five hamsters take a fifth of it."""


def plan_import(
    session: Session | None, path: Path, options: Options | None = None, step: Step = unwatched
) -> Plan:
    """What importing the file or folder would bring; without a session, into a new diary.

    CannotRead or BadInput says in one line why nothing of it can come. Of a journal, `step` is told
    how far the reading is.
    """
    options = options or Options()
    inside = folder_files(path, ".csv", LARGEST)
    if inside is not None:
        return _tables(session, inside, options, t("the folder {name}").format(name=path.name))
    data = read_file(path, LARGEST)
    if data.startswith(b"PK\x03\x04"):
        return _tables(
            session, files_in(data, LARGEST), options, t("the zip {name}").format(name=path.name)
        )
    if data.startswith(b"SQLite format 3\0"):
        return _database(session, path, options)
    is_json = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{"
    if is_json or path.suffix.casefold() == ".json":
        return plan_journal(session, exported(data, lambda share: step(share * 0.7)))
    return _table(session, path.name, data, options)


def _table(session: Session | None, name: str, data: bytes, options: Options) -> Plan:
    grid = grid_of(data, options.encoding)
    kind = None if options.uses else kind_of(grid, name)
    if kind is None:
        return plan_nights(
            session, grid, options, t("a table, {name}").format(name=clean_line(name))
        )
    return plan_tables(
        session, {name: (kind, grid)}, options, t("hamdiary's table {name}").format(name=name)
    )


def _tables(
    session: Session | None, files: Mapping[str, bytes], options: Options, what: str
) -> Plan:
    tables: dict[str, tuple[str, Grid]] = {}
    others = []
    for name, data in files.items():
        grid = grid_of(data, options.encoding)
        kind = kind_of(grid, name)
        if kind is None:
            others.append((name, data))
        else:
            tables[name] = (kind, grid)
    if tables:
        return plan_tables(session, tables, options, f"{what}: {_count(len(tables))}")
    if len(others) == 1:
        return _table(session, *others[0], options)
    if others:
        raise BadInput(
            t("{what} holds several tables that are not hamdiary's; import one by one").format(
                what=what
            )
        )
    raise BadInput(t("{what} holds no CSV file").format(what=what))


def _count(tables: int) -> str:
    return many(tables, tn("{n} table", "{n} tables", tables))


def _database(session: Session | None, path: Path, options: Options) -> Plan:
    from hamdiary.storage.foreign_db import table_in, tables_of

    tables = tables_of(path)
    named = options.table or (tables[0] if len(tables) == 1 else None)
    if named is None:
        there = ", ".join(clean_line(each)[:40] for each in tables[:20]) or tc("tables", "none")
        raise BadInput(
            t("say with --table which table is meant; there is: {tables}").format(tables=there)
        )
    found = table_in(path, named)
    rows = [Row(number, cells) for number, cells in enumerate(found.rows, 1) if any(cells)]
    headers = tuple(clean_line(each) for each in found.headers)
    grid = Grid(headers, rows, (), A_DATABASE, "")
    return plan_nights(
        session,
        grid,
        options,
        t("the table {table} of {file}").format(table=clean_line(named), file=path.name),
    )


def bring_in(session: Session, plan: Plan) -> Written:
    """Write a plan in one go, with a backup before.

    DiaryTrouble says why nothing of it came.
    """
    from hamdiary.services.backing_up import back_up_before

    if session.diary.hamsters():
        back_up_before(session, "import")
    return plan.write(session)
