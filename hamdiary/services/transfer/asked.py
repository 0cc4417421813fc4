"""What a screen asks before an export or an import, declared like everything that is asked."""

from typing import Literal

from hamdiary.domain.declaring import choice, step, text
from hamdiary.domain.frozen import dataclass


@dataclass(frozen=True)
class ExportAsked:
    """What is asked before an export."""

    format: Literal["json", "zip", "csv"] | None = choice(
        "As",
        step("json", "JSON, the whole diary", "every change: hamdiary makes the same diary of it"),
        step("zip", "zip, all tables", "tables for other programs, with what their columns mean"),
        step("csv", "CSV, the nights", "the table of the nights, for a spreadsheet"),
        hint="the ending of the file follows from it",
    )
    path: str | None = text("File", most=1000, hint="where to write it; nothing is replaced")


@dataclass(frozen=True)
class ImportAsked:
    """What is asked before an import."""

    path: str | None = text(
        "File", most=1000, hint="hamdiary's JSON or tables, or any table of nights as CSV"
    )
