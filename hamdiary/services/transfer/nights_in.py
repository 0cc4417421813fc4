"""Importing nights from a stranger's table: by a mapping that is proposed, shown and remembered."""

from collections.abc import Mapping

from hamdiary.domain.column_days import all_at_midnight
from hamdiary.domain.language import english, t, tn
from hamdiary.domain.measures import Quantity
from hamdiary.services.session import Session
from hamdiary.services.transfer.grid import Grid
from hamdiary.services.transfer.headers import (
    BESIDES,
    EVENING,
    Use,
    Uses,
    as_text,
    fields,
    from_text,
    name_of,
    proposed,
    use_typed,
)
from hamdiary.services.transfer.night_plan import NightChanges
from hamdiary.services.transfer.night_rows import Nights, Reader, read_rows
from hamdiary.services.transfer.plan import Ask, Options, Plan, Remark, Written, left_out, many
from hamdiary.services.transfer.writing_ways import decimal_of, order_of
from hamdiary.storage.errors import BadInput


def plan_nights(session: Session | None, grid: Grid, options: Options, what: str) -> Plan:
    """What importing the table would bring; BadInput for an option that fits nothing in it."""
    if session is None:
        raise BadInput(
            t(
                "a table can only be imported into a diary; hamdiary setup begins "
                "one for your hamster"
            )
        )
    uses, choices = _mapping(session, grid, options)
    nights, troubles, asks = _read(session, grid, options.hamster, uses, choices)
    changes = NightChanges(session, nights, options.keep_recorded)
    remember = as_text(uses, {name: each for name, each in choices.items() if each})

    def write(into: Session) -> Written:
        """Record the nights, and remember what the columns were taken for."""
        written = into.diary.record_all(changes.edits, into.stamp())
        into.diary.remember(into.device, name_of(grid.headers), remember)
        return Written(len(written))

    return Plan(
        what=f"{what}: {_rows(len(grid.rows) + len(grid.troubles))}, {grid.how_read}",
        lines=_lines(uses, changes, bool(nights)),
        count=len(changes.edits),
        write=write,
        troubles=sorted(troubles, key=lambda each: each.line),
        unusual=sorted(changes.unusual, key=lambda each: each.line),
        replaced=sorted(changes.replaced, key=lambda each: each.line),
        samples=changes.samples,
        asks=asks,
        uses={header: str(use) for header, use in uses.items()},
        first_cells={header: _first_cell(grid, header) for header in grid.headers},
    )


def _mapping(
    session: Session, grid: Grid, options: Options
) -> tuple[dict[str, Use], dict[str, str]]:
    """What each column is taken for, and how days and numbers are written, "" if not said.

    What is typed goes before what is remembered of such a table, and that before what is proposed.
    """
    remembered, chosen = from_text(
        session.diary.setting(session.device, name_of(grid.headers)), grid.headers
    )
    uses = {**proposed(grid.headers), **remembered, **_typed(grid, options.uses)}
    return uses, {
        "dates": options.dates or chosen.get("dates", ""),
        "decimal": options.decimal or chosen.get("decimal", ""),
    }


def _read(
    session: Session, grid: Grid, hamster: str | None, uses: Uses, choices: Mapping[str, str]
) -> tuple[Nights, list[Remark], list[Ask]]:
    """The nights in the rows, what is wrong, and what must be asked before they can be read."""
    wrong = _about_mapping(uses)
    troubles = [*wrong, *grid.troubles]
    if wrong:
        return {}, troubles, []
    days = grid.column(_nights_of(uses))
    order, asks_order = order_of(days, choices["dates"])
    decimal, asks_decimal = decimal_of(_numbers_in(grid, uses), choices["decimal"])
    asks = [*asks_order, *asks_decimal]
    if asks:
        return {}, troubles, asks
    reader = Reader(
        uses, order, decimal, session.hamster(hamster), session.diary.hamsters(),
        session.zone, session.today, all_at_midnight(days),
    )  # fmt: skip
    nights, wrong_rows = read_rows(grid, reader)
    return nights, [*troubles, *wrong_rows], []


def _typed(grid: Grid, typed: Mapping[str, str]) -> dict[str, Use]:
    uses = {}
    for header, text in typed.items():
        known = next((each for each in grid.headers if each.casefold() == header.casefold()), None)
        if known is None:
            there = ", ".join(each[:30] for each in grid.headers)
            raise BadInput(
                t("no column is called {header}; there is {headers}").format(
                    header=header[:40], headers=there
                )
            )
        use = use_typed(text)
        if isinstance(use, str):
            raise BadInput(t("column {column}: {trouble}").format(column=known[:40], trouble=use))
        uses[known] = use
    return uses


def _about_mapping(uses: Uses) -> list[Remark]:
    """What is wrong with what the columns are taken for."""
    used = [use.field for use in uses.values() if use.field is not None]
    twice = sorted({field for field in used if used.count(field) > 1})
    wrong = [
        Remark(0, t("two columns are taken for {field}; leave one out").format(field=field))
        for field in twice
    ]
    if EVENING not in used:
        wrong.append(
            Remark(0, t("no column is taken for the night; say which, as in Date=evening"))
        )
    if not set(used) - set(BESIDES):
        wrong.append(Remark(0, t("no column is taken for anything that is recorded of a night")))
    return wrong + [
        Remark(
            1,
            t("{header}: {unit} is no unit that hamdiary knows for {field}").format(
                header=header, unit=use.unit, field=use.field
            ),
        )
        for header, use in uses.items()
        if use.unit and not _knows(use)
    ]


def _knows(use: Use) -> bool:
    measure = fields().get(use.field or "")
    if measure is None or not isinstance(measure.kind, Quantity):
        return True
    return use.unit.casefold() in (
        english(measure.kind, "unit"),
        *(name for name, _ in measure.kind.also),
    )


def _nights_of(uses: Uses) -> str:
    """The header of the column that says which night it is."""
    return next(each for each, use in uses.items() if use.field == EVENING)


def _numbers_in(grid: Grid, uses: Uses) -> list[str]:
    """All cells that are to be numbers."""
    measures = fields()
    return [
        cell
        for header, use in uses.items()
        if use.field in measures and isinstance(measures[use.field].kind, Quantity)
        for cell in grid.column(header)
    ]


def _first_cell(grid: Grid, header: str) -> str:
    return next((cell for cell in grid.column(header) if cell.strip()), "")


def _rows(count: int) -> str:
    return many(count, tn("{n} row", "{n} rows", count))


def _lines(uses: Uses, changes: NightChanges, any_nights: bool) -> list[str]:
    """What would come, in words."""
    told = [t("the diary has all of it already")] if any_nights else []
    if changes.edits:
        nights = tn("{n} night would change", "{n} nights would change", len(changes.edits))
        values = tn("{n} value new", "{n} values new", changes.added)
        instead = t("{n} in place of others").format(n=len(changes.replaced))
        told = [f"{many(len(changes.edits), nights)}: {many(changes.added, values)}, {instead}"]
    if changes.kept:
        told.append(left_out(changes.kept))
    left = [header for header, use in uses.items() if use.field is None]
    if left:
        told.append(t("left out: {columns}").format(columns=", ".join(each[:30] for each in left)))
    return told
