"""Quality-of-life checks as JSON: the names are the measures' own."""

from typing import Any

from hamdiary.domain.measures import measures_of
from hamdiary.domain.wellbeing import Wellbeing


def check_as_json(check: Wellbeing, number: int | None = None) -> dict[str, Any]:
    """A check: its number if it is listed, every answer by name, null where there is none."""
    told: dict[str, Any] = {} if number is None else {"number": number}
    told["id"] = check.id
    for name in measures_of(Wellbeing):
        value = getattr(check, name)
        told[name] = value.isoformat() if name == "evening" and value else value
    return {**told, "answered": check.answered, "total": check.total}
