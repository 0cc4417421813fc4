"""hamdiary's own JSON, read back: the journal that it carries."""

from collections.abc import Mapping, Sequence
from typing import Any

from hamdiary.domain.foreign import names_a_thing
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.journal import Change
from hamdiary.domain.language import marked, t
from hamdiary.domain.text import has_controls
from hamdiary.services.transfer.change_json import NotAChange, change_from_json
from hamdiary.services.transfer.json_out import FORMAT, PORTABLE, VERSION
from hamdiary.services.transfer.strict_json import STRIDE, Step, read_json, unwatched
from hamdiary.storage.errors import BadInput
from hamdiary.storage.version import SCHEMA_VERSION

READ = 0.6
"""The share of the work that reading the JSON is; the rest is seeing what its changes are."""

UPGRADE = marked("the file was written by a newer hamdiary; upgrade hamdiary, then import it")


@dataclass(frozen=True)
class Exported:
    """What a file of hamdiary's JSON holds."""

    diary: str
    """The id of the diary that it was written from."""
    only: str | None
    """The id of the one hamster that it is about; None if it is the whole diary."""
    changes: Sequence[Change]
    """The journal; not checked yet for what only the diary can tell."""
    settings: Mapping[str, str]
    """What the device that wrote it remembered."""
    erased: Sequence[str]
    """The ids of hamsters that were erased for good."""


def exported(data: bytes, step: Step = unwatched) -> Exported:
    """What the JSON holds; BadInput says in one line why it cannot be hamdiary's."""
    told = read_json(data, lambda share: step(share * READ))
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        raise BadInput(t("this JSON is no diary of hamdiary; hamdiary export writes one"))
    for name, newest in (("version", VERSION), ("diary_format", SCHEMA_VERSION)):
        if not isinstance(told.get(name), int) or isinstance(told[name], bool):
            raise BadInput(
                t("{name} is no whole number, so this is no diary of hamdiary").format(name=name)
            )
        if told[name] > newest:
            raise BadInput(t(UPGRADE))
    changes = told.get("changes")
    if not isinstance(changes, list):
        raise BadInput(t("the file has no changes, so there is nothing to import"))
    return Exported(
        _diary(told.get("diary")),
        _only(told),
        _changes(changes, lambda share: step(READ + share * (1 - READ))),
        _settings(told.get("settings")),
        _erased(told.get("erased", [])),
    )


def _diary(told: Any) -> str:
    if not isinstance(told, str) or len(told) != 32 or set(told) - set("0123456789abcdef"):
        raise BadInput(t("the file does not say which diary it was"))
    return told


def _only(told: Mapping[str, Any]) -> str | None:
    only = told.get("only")
    if only is not None and not isinstance(only, str):
        raise BadInput(t("the file does not say which hamster it is about"))
    return only


def _changes(told: Sequence[Any], step: Step) -> list[Change]:
    changes = []
    for number, each in enumerate(told, 1):
        if number % STRIDE == 0:
            step(number / len(told))
        try:
            changes.append(change_from_json(each))
        except NotAChange as error:
            raise BadInput(
                t("change {number} of {count}: {error}; nothing was taken").format(
                    number=number, count=len(told), error=error
                )
            ) from error
    return changes


def _settings(told: Any) -> dict[str, str]:
    """What a new device may take over; anything odd is left, since nothing depends on it."""
    if not isinstance(told, dict):
        return {}
    found = {name: told.get(name) for name in PORTABLE}
    return {
        name: value
        for name, value in found.items()
        if isinstance(value, str) and 0 < len(value) <= 60 and not has_controls(value)
    }


def _erased(told: Any) -> list[str]:
    if not isinstance(told, list):
        raise BadInput(t("erased is no list"))
    for each in told:
        if not isinstance(each, str) or not names_a_thing("hamster", each):
            raise BadInput(t("erased holds what is no hamster's id"))
    return told
