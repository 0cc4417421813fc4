"""Clips that name no file or night, which are refused, and unlikely ones, which are asked about."""

from collections.abc import Iterable
from datetime import date

from hamdiary.domain.clip_paths import shown_name
from hamdiary.domain.clips import LONGEST_PATH, Clip, Presence
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.language import Told, t
from hamdiary.domain.questions import Question, evening_questions
from hamdiary.domain.typed_dates import say_day
from hamdiary.domain.values import BadValue

ABSENT: Told[Presence, str] = Told(
    {
        Presence.MISSING: "there is no such file now",
        Presence.NO_FILE: "it is a folder, not a photo or video",
        Presence.HIDDEN: "it cannot be looked at from here",
    }
)
"""What is said of a file that cannot be shown."""


class BadClip(BadValue):
    """A clip that lacks what makes it one; one line for the owner."""


def refuse_incomplete(clip: Clip) -> None:
    """Raise BadClip, one line, for one without a file or a night."""
    if clip.path is None:
        raise BadClip(t("say which photo or video, by the path of its file"))
    if len(clip.path) > LONGEST_PATH:
        raise BadClip(
            t("the path is too long: {count} of at most {most} letters").format(
                count=len(clip.path), most=LONGEST_PATH
            )
        )
    if clip.evening is None:
        raise BadClip(t("say in which night it was taken"))


def clip_questions(
    clip: Clip, others: Iterable[Clip], presence: Presence, hamster: Hamster, tonight: date
) -> list[Question]:
    """What to ask before a clip is kept as it is; `others` are all that are recorded."""
    asked: list[Question] = []
    if clip.path is not None and presence in ABSENT:
        name = shown_name(clip.path)
        text = t("{name}: {absent}. Keep its path all the same?").format(
            name=name, absent=ABSENT[presence]
        )
        asked.append(Question(("path",), text))
    if clip.evening is not None:
        asked += evening_questions(clip.evening, tonight, hamster)
    same = [each for each in others if each.path is not None and each.path == clip.path]
    if same:
        on = same[0].evening
        name = shown_name(same[0].path or "")
        if on:
            text = t("{name} is a clip of {day} already. Keep it once more?").format(
                name=name, day=say_day(on)
            )
        else:
            text = t("{name} is a clip already. Keep it once more?").format(name=name)
        asked.append(Question(("path",), text))
    return asked
