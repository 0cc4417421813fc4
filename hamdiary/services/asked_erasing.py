"""What a screen asks before a hamster is erased, declared like everything that is asked."""

from typing import Literal

from hamdiary.domain.declaring import choice, step, text
from hamdiary.domain.frozen import dataclass


@dataclass(frozen=True)
class EraseAsked:
    """What is asked before a hamster is erased for good."""

    name: str | None = text("Its name", most=60, hint="typed once more: undo cannot bring it back")
    backups: Literal["leave", "one_more", "remove"] | None = choice(
        "Backups",
        step("leave", "leave", "those that there are stay, and still hold it"),
        step("one_more", "one more", "a last backup is made before, which holds it too"),
        step("remove", "remove", "those that hold it are removed as well"),
        hint="what becomes of its backups",
    )
