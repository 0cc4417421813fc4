"""A change of the journal as JSON and back: the names are those of the table `changes`."""

from collections.abc import Mapping
from typing import Any

from hamdiary.domain.journal import Change, FieldChange, Ref, Stamp
from hamdiary.domain.language import t


class NotAChange(ValueError):
    """JSON that is no change; its text says what is wrong with it."""


def change_to_json(change: Change) -> dict[str, Any]:
    """A change as plain JSON; what is not there is left out."""
    stamp = change.stamp
    told: dict[str, Any] = {
        "device": change.ref.device,
        "lamport": change.ref.lamport,
        "at_utc": stamp.at_utc,
        "zone": stamp.zone,
        "carer": stamp.carer,
        "kind": change.kind,
        "id": change.id,
        "fields": {name: _field(field) for name, field in change.fields.items()},
        "undoes": str(change.undoes) if change.undoes else None,
        "redoes": str(change.redoes) if change.redoes else None,
    }
    return {name: value for name, value in told.items() if value is not None}


def _field(field: FieldChange) -> dict[str, Any]:
    return {"to": field.to, **({"over": list(map(str, field.over))} if field.over else {})}


def change_from_json(told: Any) -> Change:
    """The change that JSON tells of, its values not judged yet; NotAChange if it tells of none."""
    if not isinstance(told, dict):
        raise NotAChange(t("it is no object"))
    unknown = told.keys() - _NAMES
    if unknown:
        raise NotAChange(t("{unknown} of its names are not known").format(unknown=len(unknown)))
    device, lamport = _text(told, "device"), told.get("lamport")
    if not isinstance(lamport, int) or isinstance(lamport, bool):
        raise NotAChange(t("lamport is no whole number"))
    carer = None if told.get("carer") is None else _text(told, "carer")
    stamp = Stamp(device, _text(told, "at_utc"), _text(told, "zone"), carer)
    return Change(
        Ref(lamport, device),
        stamp,
        _text(told, "kind"),
        _text(told, "id"),
        _fields(told.get("fields")),
        _ref(told.get("undoes")),
        _ref(told.get("redoes")),
    )


_NAMES = frozenset(
    {"device", "lamport", "at_utc", "zone", "carer", "kind", "id", "fields", "undoes", "redoes"}
)


def _text(told: Mapping[str, Any], name: str) -> str:
    value = told.get(name)
    if not isinstance(value, str):
        raise NotAChange(t("{name} is no text").format(name=name))
    return value


def _fields(told: Any) -> dict[str, FieldChange]:
    if not isinstance(told, dict):
        raise NotAChange(t("fields is no object"))
    return {name: _field_from(field) for name, field in told.items()}


def _field_from(told: Any) -> FieldChange:
    if not isinstance(told, dict) or "to" not in told or told.keys() - {"to", "over"}:
        raise NotAChange(t("a field does not say what it becomes"))
    to, over = told["to"], told.get("over", [])
    if not isinstance(over, list) or isinstance(to, dict | list):
        raise NotAChange(t("a field does not say what it becomes"))
    return FieldChange(to, tuple(_required_ref(each) for each in over))


def _ref(told: Any) -> Ref | None:
    return None if told is None else _required_ref(told)


def _required_ref(told: Any) -> Ref:
    # Figures are counted first: int() takes its time over thousands of them, then refuses.
    if not isinstance(told, str) or len(told) > 80:
        raise NotAChange(t("a reference to another change is none"))
    lamport, _, device = told.partition("@")
    if not (lamport.isascii() and lamport.isdecimal() and device):
        raise NotAChange(t("a reference to another change is none"))
    return Ref(int(lamport), device)
