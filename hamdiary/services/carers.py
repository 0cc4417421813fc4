"""Who writes: the initials that go with each change."""

from collections.abc import Mapping

from hamdiary.domain.language import t
from hamdiary.domain.text import clean_line, is_blank
from hamdiary.services.clock import BadSetting
from hamdiary.storage.diary import Diary

LONGEST = 12
"""Letters of initials, as a night takes them for who looked."""

VARIABLE = "HAMDIARY_CARER"
"""Names who writes where several people share one account, over ssh for instance."""

SKIPPED = "carer-not-asked"
"""What the device remembers once somebody did not want to be asked for initials."""


def initials(typed: str) -> str | None:
    """Initials as they are kept; None for nothing typed; BadSetting if they are too long."""
    cleaned = clean_line(typed)
    if is_blank(cleaned):
        return None
    if len(cleaned) > LONGEST:
        raise BadSetting(
            t("{typed}…: initials have at most {most} letters, like LB").format(
                typed=cleaned[:20], most=LONGEST
            )
        )
    return cleaned


def carer_in(environment: Mapping[str, str]) -> str | None:
    """The initials that the environment names; None if it names none."""
    return initials(environment.get(VARIABLE, ""))


def remember_carer(diary: Diary, device: str, carer: str | None) -> None:
    """Let the device remember whose initials go with its changes from now on."""
    diary.remember(device, "carer", carer)
    diary.remember(device, SKIPPED, None if carer else "yes")


def is_to_be_asked(diary: Diary, device: str) -> bool:
    """Whether nobody has told this device who writes, or that they do not want to say."""
    return diary.setting(device, "carer") is None and diary.setting(device, SKIPPED) is None
