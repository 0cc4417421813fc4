"""What a screen asks before merging, sending, and about who writes."""

from hamdiary.domain.declaring import text
from hamdiary.domain.frozen import dataclass


@dataclass(frozen=True)
class MergeAsked:
    """What is asked before a merge."""

    path: str | None = text(
        "File", most=1000, hint="a bundle, another diary's file, or a folder of bundles"
    )


@dataclass(frozen=True)
class JoinAsked:
    """What is asked before another carer's diary is begun with."""

    path: str | None = text(
        "File",
        most=1000,
        hint="the bundle they have sent, a folder with it, or a diary exported as JSON",
    )
    initials: str | None = text(
        "Your initials", most=12, hint="they stand with what you write; may stay empty"
    )


@dataclass(frozen=True)
class SendAsked:
    """What is asked before a bundle is written."""

    path: str | None = text(
        "File", most=1000, hint="where to write it: a file to send, or a synced folder"
    )


@dataclass(frozen=True)
class CarerAsked:
    """Who writes on this device."""

    initials: str | None = text(
        "Initials", most=12, hint="they stand with each change, so that two carers can tell"
    )
