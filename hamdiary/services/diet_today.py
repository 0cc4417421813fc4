"""How the diet week stands tonight, remembered on this device, so that a look costs little.

What is remembered holds for the journal up to one place, for one night and one version.
"""

import json
from contextlib import suppress
from typing import Any

from hamdiary import __version__
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.reminders.diet_today import DietToday, Lack
from hamdiary.knowledge.files import DamagedKnowledge
from hamdiary.services.session import Session
from hamdiary.storage import care, looks
from hamdiary.storage.errors import DiaryTrouble


def diet_today(session: Session, hamster: Hamster) -> DietToday | None:
    """How it stands; None where no extra food is written down."""
    if not care.has_servings(session.diary, hamster.id):
        return None
    known = _remembered(session, hamster)
    if known is not None:
        return _told(known["told"])
    # A window has it in memory; one that wrote at every key would keep others from writing.
    at_hand = "diet" in session.kept
    try:
        found = _looked_at(session, hamster)
    except DamagedKnowledge:
        return None  # the screens and commands about food say what is wrong
    if not at_hand:
        _remember(session, hamster, found)
    return found


def _looked_at(session: Session, hamster: Hamster) -> DietToday | None:
    from hamdiary.knowledge.food_search import name_of
    from hamdiary.render.diet import target_words
    from hamdiary.services.diet import diet_on

    diet = diet_on(session, hamster)
    if not diet.is_kept:
        return None
    fitting = {reason for each in diet.suggested for reason in each.reasons}
    lacks = tuple(
        Lack(line.what, line.count, target_words(line.target))
        for line in diet.week.lines
        if line.count < line.target.low and f"{line.what}_due" in fitting
    )
    given = tuple(name_of(each.food or "") for each in diet.tonight)
    return DietToday(lacks, given, diet.evening in diet.none_given)


def _name(hamster: Hamster) -> str:
    return f"diet/{hamster.id}"


def _remembered(session: Session, hamster: Hamster) -> dict[str, Any] | None:
    text = session.diary.setting(session.device, _name(hamster))
    try:
        known: dict[str, Any] = json.loads(text or "")
        holds = [known["version"], known["evening"]] == [__version__, session.tonight.isoformat()]
        place = int(known["place"])
    except (ValueError, TypeError, KeyError):
        return None
    if not holds or looks.changed_since(session.diary, place, hamster.id):
        return None
    return known


def _told(told: dict[str, Any] | None) -> DietToday | None:
    if told is None:
        return None
    lacks = tuple(Lack(*each) for each in told["lacks"])
    return DietToday(lacks, tuple(told["given"]), bool(told["none_given"]))


def _remember(session: Session, hamster: Hamster, found: DietToday | None) -> None:
    if session.diary.read_only:
        return
    told = None
    if found is not None:
        lacks = [[each.what, each.count, each.of] for each in found.lacks]
        told = {"lacks": lacks, "given": list(found.given), "none_given": found.none_given}
    known = {
        "version": __version__,
        "evening": session.tonight.isoformat(),
        "place": looks.place_in_journal(session.diary),
        "told": told,
    }
    # Whoever only looks is not to wait for one that writes, nor to fail over it.
    with suppress(DiaryTrouble):
        text = json.dumps(known, ensure_ascii=False)
        session.diary.remember(session.device, _name(hamster), text)
