"""Clips: photos and videos by the path of their files, which stay where they are."""

import os
import stat
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path

from hamdiary.domain.clip_paths import as_kept, as_path, dropped, shown_name
from hamdiary.domain.clip_questions import ABSENT, clip_questions, refuse_incomplete
from hamdiary.domain.clip_questions import BadClip as BadClip
from hamdiary.domain.clips import Clip, Presence
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.journal import Change
from hamdiary.domain.language import t
from hamdiary.domain.questions import Question
from hamdiary.domain.things import NoSuchThing
from hamdiary.services.recording import (
    Values,
    delete_thing,
    new_thing_id,
    record_thing,
    with_values,
)
from hamdiary.services.session import Session
from hamdiary.storage import care


def clips(session: Session, hamster: Hamster) -> list[Clip]:
    """All that are recorded, the oldest first; its place in this list, from 1, is its number."""
    return care.all_clips(session.diary, hamster.id)


def clips_of(session: Session, hamster: Hamster, evening: date) -> list[Clip]:
    """The clips of one night, in the order of their times."""
    return care.clips(session.diary, hamster.id, evening, evening)


def clip_numbered(session: Session, hamster: Hamster, number: int) -> Clip:
    """The clip of that number; NoSuchThing if there is none."""
    known = clips(session, hamster)
    if 1 <= number <= len(known):
        return known[number - 1]
    said = t("there is no clip {number}; they go from 1 to {last}")
    if not known:
        said = t("there is no clip {number}; none is recorded yet")
    raise NoSuchThing(said.format(number=number, last=len(known)))


def new_clip(hamster: Hamster, evening: date | None = None) -> Clip:
    """A clip of which nothing else is recorded yet, with its id for good."""
    return Clip(new_thing_id(hamster), hamster.id, evening=evening)


# Where its file lies


def path_typed(typed: str, quoted: bool = True) -> str:
    """The path that was typed, absolute and as the diary keeps it; BadClip if there is none.

    Quotes and backslashes that a terminal puts around a dropped file are taken away if it can be
    `quoted`, unless a file is really called so.
    """
    if not typed.strip() or "\0" in typed:
        raise BadClip(t("say which photo or video, by the path of its file"))
    meant = [typed, typed.strip()]
    if quoted:
        meant.append(dropped(typed, backslashes=os.sep == "/"))
    places = [_absolute(as_path(each)) for each in meant]
    there = [each for each in places if presence_at(each) is not Presence.MISSING]
    return as_kept((there or places[-1:])[0])


def _absolute(path: str) -> str:
    # A user who does not exist is a file's odd name; the folder one is in may be gone.
    with suppress(RuntimeError):
        path = str(Path(path).expanduser())
    try:
        whole = str(Path(path).absolute())
        short = os.path.normpath(whole)
        # Behind a link ".." leads elsewhere than it seems to.
        return short if os.path.realpath(short) == os.path.realpath(whole) else whole
    except OSError:
        return path


def presence_at(path: str) -> Presence:
    """What lies at a path; never an error."""
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116
    except PermissionError:
        return Presence.HIDDEN
    except (OSError, ValueError):
        return Presence.MISSING
    return Presence.THERE if stat.S_ISREG(mode) else Presence.NO_FILE


def presence(clip: Clip) -> Presence:
    """What lies now where a clip's file should; a clip without a path misses it."""
    return presence_at(as_path(clip.path)) if clip.path else Presence.MISSING


def presences(known: Iterable[Clip]) -> dict[str, Presence]:
    """What was found for each clip, by its id."""
    return {each.id: presence(each) for each in known}


# Recording


def questions_about_clip(
    session: Session, hamster: Hamster, clip: Clip, values: Values
) -> list[Question]:
    """What to ask before these values of a clip are recorded."""
    wanted: Clip = with_values(clip, values)
    others = [each for each in clips(session, hamster) if each.id != clip.id]
    asked = clip_questions(wanted, others, presence(wanted), hamster, session.tonight)
    return [question for question in asked if values.keys() & set(question.fields)]


def edit_clip(session: Session, clip: Clip, values: Values) -> Clip:
    """Change a clip, new or known; BadClip if it would lack its file or its night then."""
    refuse_incomplete(with_values(clip, values))
    return record_clip(session, clip, values)


def record_clip(session: Session, clip: Clip, values: Values) -> Clip:
    """Record facts of a clip, new or known, complete or not."""
    record_thing(session, "clip", clip.id, values)
    return with_values(clip, values)


def delete_clip(session: Session, clip: Clip) -> Change | None:
    """Forget a clip; its file stays where it is, and undo brings the clip back."""
    return delete_thing(session, "clip", clip)


# Looking at it


def open_clip(clip: Clip, environment: Mapping[str, str] = os.environ) -> str | None:
    """Let the system's own viewer show the file; None if it does, else in words why not."""
    from hamdiary.delivery.opening import open_file

    found = presence(clip)
    if clip.path is None or found in (Presence.MISSING, Presence.NO_FILE):
        name = shown_name(clip.path) if clip.path else t("the clip")
        return f"{name}: {t(ABSENT[found])}"
    return open_file(as_path(clip.path), environment)
