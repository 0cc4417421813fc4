"""Importing hamdiary's own tables: through ordinary edits, only the cells that differ."""

from collections.abc import Mapping, Sequence

from hamdiary.domain.journal import Stored
from hamdiary.domain.language import t, tn
from hamdiary.domain.saying import said
from hamdiary.domain.things import hamster_of, measure_of
from hamdiary.domain.values import loaded
from hamdiary.services.session import Session
from hamdiary.services.transfer.columns import table_names
from hamdiary.services.transfer.grid import Grid
from hamdiary.services.transfer.own_tables import OwnRow, Writing, days_in, numbers_in, rows_in
from hamdiary.services.transfer.plan import Options, Plan, Remark, Written, left_out, many
from hamdiary.services.transfer.writing_ways import decimal_of, order_of
from hamdiary.storage.errors import BadInput
from hamdiary.storage.everything import rows_of
from hamdiary.storage.journal import Edit

SHOWN_TEXT = 40
"""Letters of a value that are shown."""


def plan_tables(
    session: Session | None, tables: Mapping[str, tuple[str, Grid]], options: Options, what: str
) -> Plan:
    """What importing the tables would bring; `tables` are kind and grid by the file's name."""
    if session is None:
        raise BadInput(
            t(
                "tables can only be imported into a diary; hamdiary setup begins "
                "one, and hamdiary's JSON makes a whole one"
            )
        )
    rows: list[OwnRow] = []
    troubles: list[Remark] = []
    days = [cell for kind, grid in tables.values() for cell in days_in(grid, kind)]
    numbers = [cell for kind, grid in tables.values() for cell in numbers_in(grid, kind)]
    order, asks_order = order_of(days, options.dates)
    decimal, asks_decimal = decimal_of(numbers, options.decimal)
    asks = [*asks_order, *asks_decimal]
    for name, (kind, grid) in tables.items() if not asks else ():
        found, wrong = rows_in(grid, kind, name, Writing(order, decimal, session.today))
        rows, troubles = rows + found, troubles + wrong
    changes = _Changes(session, rows, options)
    return Plan(
        what=what,
        lines=changes.lines() if rows else (),
        count=len(changes.edits),
        write=lambda into: Written(len(into.diary.record_all(changes.edits, into.stamp()))),
        troubles=[*troubles, *changes.troubles],
        replaced=changes.replaced,
        asks=asks,
    )


class _Changes:
    """What differs from the diary as it stands."""

    def __init__(self, session: Session, rows: Sequence[OwnRow], options: Options) -> None:
        self.edits: list[Edit] = []
        self.troubles: list[Remark] = []
        self.replaced: list[Remark] = []
        self._new: dict[str, int] = {}
        self._changed: dict[str, int] = {}
        self._kept = self._empty = 0
        self._options = options
        hamsters = {each.id for each in session.diary.hamsters()}
        hamsters |= {row.id for row in rows if row.kind == "hamster"}
        stand = {
            kind: {str(each["id"]): each for each in rows_of(session.diary, kind)}
            for kind in {row.kind for row in rows}
        }
        for row in rows:
            if hamster_of(row.id) not in hamsters:
                told = t(
                    "{file}: its hamster is not in this diary; import hamsters.csv too"
                ).format(file=row.file)
                self.troubles.append(Remark(row.line, told))
                continue
            self._look_at(row, stand[row.kind].get(row.id))

    def _look_at(self, row: OwnRow, stands: Mapping[str, Stored] | None) -> None:
        values = {
            name: value
            for name, value in row.values.items()
            if self._comes(row, name, (stands or {}).get(name), value)
        }
        if values:
            counts = self._new if stands is None else self._changed
            counts[row.kind] = counts.get(row.kind, 0) + 1
            self.edits.append(Edit(row.kind, row.id, values))

    def _comes(self, row: OwnRow, name: str, was: Stored, value: Stored) -> bool:
        """Whether a cell changes anything; what it replaces is remarked."""
        if value == was and isinstance(value, str) == isinstance(was, str):
            return False
        if value is None and not self._options.empty_clears:
            self._empty += 1
            return False
        if was is not None and self._options.keep_recorded:
            self._kept += 1
            return False
        if was is not None:
            said = t("{was} becomes {will_be}").format(
                was=_said(row.kind, name, was), will_be=_said(row.kind, name, value)
            )
            told = f"{row.file}: {said}"
            self.replaced.append(Remark(row.line, told))
        return True

    def lines(self) -> list[str]:
        """What would come, in words."""
        told = [
            f"{table}: {_new(self._new.get(kind, 0))}, {_changed(self._changed.get(kind, 0))}"
            for kind, table in table_names().items()
            if kind in self._new or kind in self._changed
        ]
        if not told:
            told.append(t("the diary has all of it already"))
        if self._kept:
            told.append(left_out(self._kept))
        if self._empty:
            said = tn(
                "{n} cell is empty where the diary has something; that stays "
                "(--empty-clears takes it out)",
                "{n} cells are empty where the diary has something; that stays "
                "(--empty-clears takes it out)",
                self._empty,
            )
            told.append(many(self._empty, said))
        return told


def _new(count: int) -> str:
    return many(count, tn("{n} row new", "{n} rows new", count))


def _changed(count: int) -> str:
    return many(count, tn("{n} row changed", "{n} rows changed", count))


def _said(kind: str, name: str, value: Stored) -> str:
    measure = measure_of(kind, name)
    if measure is None:
        return name
    words = " ".join(said(measure, loaded(measure.kind, value)).split())
    return f"{name} {words[:SHOWN_TEXT]}{'…' if len(words) > SHOWN_TEXT else ''}"
