"""How a table writes days and numbers: told by all its cells together, or asked."""

from collections.abc import Sequence
from typing import cast

from hamdiary.domain.column_days import Order, depends_on_order, orders_of, said_order
from hamdiary.domain.language import t
from hamdiary.services.transfer.cells import Decimal, decimals_of, depends_on_decimal
from hamdiary.services.transfer.plan import Ask


def order_of(cells: Sequence[str], chosen: str) -> tuple[Order, list[Ask]]:
    """The order of day and month, or the question which it is."""
    if chosen in ("dmy", "mdy"):
        return cast(Order, chosen), []
    possible = orders_of(cells)
    if len(possible) == 1:
        return next(iter(possible)), []
    cell = depends_on_order(cells)
    if cell is None:
        return "dmy", []
    orders: Sequence[Order] = ("dmy", "mdy")
    answers = [(order, said_order(order, cell)) for order in orders]
    return "dmy", [Ask("dates", t("In which order are day and month?"), answers)]


def decimal_of(cells: Sequence[str], chosen: str) -> tuple[Decimal | None, list[Ask]]:
    """The decimal sign where it matters, or the question which it is."""
    if chosen in (",", "."):
        return cast(Decimal, chosen), []
    cell = depends_on_decimal(cells)
    if cell is None:
        return None, []
    shown = decimals_of(cells)
    if len(shown) == 1:
        return next(iter(shown)), []
    answers = [
        (",", t("a comma stands before decimals")),
        (".", t("a point stands before decimals")),
    ]
    return None, [
        Ask("decimal", t("How are numbers like “{cell}” meant?").format(cell=cell), answers)
    ]
