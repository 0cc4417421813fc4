"""The open hints in brief, remembered on this device, so that a look at them costs next to nothing.

What is remembered holds for the journal up to one place, for one span of time and for one version
of the rules; in every other case it is worked out anew.
"""

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from hamdiary import __version__
from hamdiary.domain.evening import utc_text
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.hints.in_brief import HintInBrief
from hamdiary.domain.language import language
from hamdiary.services.hints_remembered import name_of, remembered_text
from hamdiary.services.knowing import told_if_damaged
from hamdiary.services.session import Session
from hamdiary.services.turning import Span
from hamdiary.storage import looks
from hamdiary.storage.errors import DiaryTrouble

if TYPE_CHECKING:
    from hamdiary.services.hints import HintsPage


@dataclass(frozen=True)
class _Remembered:
    place: int
    """How far the journal went."""
    span: Span
    """When it holds."""
    hints: tuple[HintInBrief, ...]
    """What was open."""


@dataclass(frozen=True)
class Glance:
    """What was open when somebody looked last."""

    hints: tuple[HintInBrief, ...]
    """The hints, the most urgent first."""
    holds: bool
    """Whether the same are open now; if not, that is to be worked out."""


def at_a_glance(session: Session, hamster: Hamster) -> Glance:
    """What is remembered, whether or not it still holds: for a row that is there from the start."""
    known = _from_text(remembered_text(session, hamster))
    if known is None:
        return Glance((), False)
    holds = known.span.holds(session.now()) and not looks.changed_since(
        session.diary, known.place, hamster.id
    )
    return Glance(known.hints, holds)


@told_if_damaged
def hints_in_brief(session: Session, hamster: Hamster) -> tuple[HintInBrief, ...]:
    """The hints that are open now, the most urgent first; none once the diary is closed."""
    if hamster.closed_because is not None:
        return ()
    known = _remembered(session, hamster)
    if known is not None and not looks.changed_since(session.diary, known.place, hamster.id):
        return known.hints
    from hamdiary.services.hints import hints_page, is_at_hand
    from hamdiary.services.hints_made_brief import in_brief

    # A window has them in memory; one that wrote at every key would keep others from writing.
    at_hand = is_at_hand(session, hamster)
    page = hints_page(session, hamster)
    return in_brief(page, session.now()) if at_hand else remember_page(session, page)


@told_if_damaged
def remember_page(session: Session, page: "HintsPage") -> tuple[HintInBrief, ...]:
    """Remember what a page of tonight came to."""
    from hamdiary.services.hints_made_brief import in_brief

    place = looks.place_in_journal(session.diary)
    hints = in_brief(page, session.now())
    _remember(session, page.seen.hamster, _Remembered(place, page.span, hints))
    return hints


def nothing_opened(session: Session, hamster: Hamster, before: int) -> None:
    """Remember that what was recorded after `before` in the journal cannot have opened a hint.

    Where one was open it can have ended, so that it is worked out at the next look.
    """
    known = _remembered(session, hamster)
    if known is None or known.hints:
        return
    if looks.changed_since(session.diary, known.place, hamster.id, until=before):
        return
    place = looks.place_in_journal(session.diary)
    _remember(session, hamster, _Remembered(place, known.span, ()))


def _remember(session: Session, hamster: Hamster, found: _Remembered) -> None:
    if session.diary.read_only:
        return
    # Whoever only looks is not to wait for one that writes, nor to fail over it.
    with suppress(DiaryTrouble):
        session.diary.remember(session.device, name_of(hamster), _as_text(found))


def _remembered(session: Session, hamster: Hamster) -> _Remembered | None:
    found = _from_text(remembered_text(session, hamster))
    return found if found is not None and found.span.holds(session.now()) else None


def _as_text(found: _Remembered) -> str:
    hints = [
        {
            **vars(each),
            "since": each.since.isoformat(),
            "at": utc_text(each.at),
            "again": utc_text(each.again) if each.again else None,
        }
        for each in found.hints
    ]
    span = [utc_text(found.span.begins), utc_text(found.span.ends), found.span.zone]
    return json.dumps(
        {"rules": _rules(), "place": found.place, "span": span, "hints": hints},
        ensure_ascii=False,
    )


def _rules() -> list[str]:
    """What the titles are worth: another version or language says them otherwise."""
    return [__version__, language()]


def _from_text(text: str | None) -> _Remembered | None:
    """What was remembered; None for nothing, and for that of another version or language."""
    if text is None:
        return None
    try:
        raw: Mapping[str, Any] = json.loads(text)
        if raw["rules"] != _rules():
            return None
        begins, ends, zone = raw["span"]
        span = Span(datetime.fromisoformat(begins), datetime.fromisoformat(ends), zone)
        return _Remembered(int(raw["place"]), span, _hints(raw["hints"]))
    except (ValueError, TypeError, KeyError):
        return None


def _hints(raw: Sequence[Mapping[str, Any]]) -> tuple[HintInBrief, ...]:
    return tuple(
        HintInBrief(
            each["key"],
            each["urgency"],
            each["title"],
            date.fromisoformat(each["since"]),
            datetime.fromisoformat(each["at"]),
            datetime.fromisoformat(each["again"]) if each["again"] else None,
        )
        for each in raw
    )
