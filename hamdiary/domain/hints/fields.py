"""What a night says of one field, by its name."""

from hamdiary.domain.measures import NotSeen, Value, measures_of
from hamdiary.domain.night import Night


def value_of(night: Night, field: str) -> Value | None:
    """What a night says of a field; None if it is not recorded, not seen or not checked."""
    if field.startswith("sign_"):
        answer = night.signs.get(field[5:])
        return answer if answer in ("yes", "no") else None
    value: Value | None = getattr(night, field)
    return None if isinstance(value, NotSeen) else value


def as_number(value: Value) -> float:
    """The value of an amount."""
    assert isinstance(value, int | float)
    return float(value)


def is_of_a_night(field: str) -> bool:
    """Whether a fact's field is one of a night's, and not a dose, a food or the like."""
    return field.startswith("sign_") or field in measures_of(Night)
