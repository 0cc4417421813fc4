"""Going through a hamster's evenings: which hints open, which end, what the vet was told."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.hint_notes import HintNote
from hamdiary.domain.hints import thresholds as T
from hamdiary.domain.hints.escalation import evaluate, raised_if_two_systems
from hamdiary.domain.hints.hint import Hint, System, Urgency, rule_of
from hamdiary.domain.hints.normal import is_normal
from hamdiary.domain.hints.rules import fired
from hamdiary.domain.hints.seen import Seen

ONLY_WHEN_NEW = frozenset({"R05", "R06", "R12", "R13", "R14", "R21", "R22", "R27", "R46"})
"""Rules that fire when something happens, not while it lasts: each firing is news to a vet."""

QUESTIONS = frozenset({"R36", "R37", "R38"})
"""Hints that ask a vet something of their own, which nobody has asked by telling of another."""


@dataclass(frozen=True)
class OpenHint:
    """A hint that nobody has dealt with yet."""

    hint: Hint
    """What it says, as urgent as it has ever been since it opened."""
    since: date
    """The evening on which it opened."""
    last_seen: date
    """The last evening on which what fed it was not normal."""
    normal_on: date | None = None
    """The evening of the last entry, if that one was normal."""
    normals: int = 0
    """How many normal entries in a row there have been up to then."""
    acknowledged: HintNote | None = None
    """The owner's last note that it was seen, if it has not become more urgent since."""


@dataclass(frozen=True)
class Told:
    """A hint that a vet was told of, while what it was about goes on."""

    hint: Hint
    """What the vet was told."""
    on: date
    """The evening."""
    urgency: Urgency
    """How urgent it was then."""
    normal_on: date | None = None
    """The evening of the last entry, if that one was normal."""
    normals: int = 0
    """How many normal entries in a row there have been up to then."""


class Course:
    """Going through the evenings: what is open, and what the vet was told."""

    opened: dict[str, OpenHint]
    """What is open, by the hints' keys."""

    def __init__(self, seen: Seen, notes: Sequence[HintNote]) -> None:
        self._seen = seen
        self._notes = notes
        self._fired: dict[date, list[Hint]] = {}
        self._at_hand: Seen | None = None
        self.opened = {}
        self._told: dict[str, Told] = {}

    def remember_told_before(self, since: date) -> None:
        """Know what the vet was told on evenings that are not gone through."""
        for note in self._notes:
            if note.kind == "told" and note.urgency and note.evening and note.evening < since:
                urgency = Urgency[note.urgency.upper()]
                hint = Hint(rule_of(note.hint), urgency, System.CARE, ())
                self._told[note.hint] = Told(hint, note.evening, urgency)

    def going_on(self, seen: Seen) -> "Course":
        """The same course from here on, with what is seen now; this one stays where it is."""
        other = Course(seen, self._notes)
        other.opened, other._told = dict(self.opened), dict(self._told)
        other._fired = {on: hints for on, hints in self._fired.items() if on < seen.evening}
        return other

    def go_through(self, evening: date) -> None:
        """One evening: what got normal, what fired, what the owner did."""
        seen = self._seen_on(evening)
        hints = evaluate(seen, self._fired_on)
        self._look_at_told(seen, {hint.key for hint in hints})
        self._look_at_open(seen, {hint.key for hint in hints})
        for hint in hints:
            if not self._is_told(hint, evening):
                self._open(hint, evening)
        self._raise_together(evening)
        for note in self._notes:
            if note.evening == evening:
                self._take(note)

    def _fired_on(self, evening: date) -> list[Hint]:
        if evening not in self._fired:
            self._fired[evening] = fired(self._seen_on(evening))
        return self._fired[evening]

    def _seen_on(self, evening: date) -> Seen:
        """What had been seen by then; the evening at hand is kept, with what it worked out."""
        if self._at_hand is None or self._at_hand.evening != evening:
            self._at_hand = self._seen.until(evening)
        return self._at_hand

    def _look_at_open(self, seen: Seen, again: set[str]) -> None:
        for key, each in list(self.opened.items()):
            normal = False if key in again else is_normal(each.hint, seen)
            if normal is None:
                continue
            last_seen = each.last_seen if normal else seen.evening
            row = _in_a_row(each, normal, seen.evening)
            self.opened[key] = replace(each, last_seen=last_seen, **row)
            if self.opened[key].normals >= T.NORMAL_ENTRIES.value:
                del self.opened[key]

    def _look_at_told(self, seen: Seen, again: set[str]) -> None:
        """What has been normal twice is over: the next time is a new one."""
        for key, each in list(self._told.items()):
            normal = False if key in again else is_normal(each.hint, seen)
            if normal is None:
                continue
            self._told[key] = replace(each, **_in_a_row(each, normal, seen.evening))
            if self._told[key].normals >= T.NORMAL_ENTRIES.value:
                del self._told[key]

    def _is_told(self, hint: Hint, evening: date) -> bool:
        """Whether the vet knows of just this, so that it need not be said again yet."""
        told = self._told.get(hint.key)
        if told is None or hint.urgency > told.urgency:
            return False
        if hint.rule in ONLY_WHEN_NEW:
            return evening <= told.on
        quiet = T.QUIET_LONGER.get(hint.rule) or T.QUIET_AFTER_TOLD[hint.urgency.code]
        return (evening - told.on).days <= quiet.value

    def _open(self, hint: Hint, evening: date) -> None:
        before = self.opened.get(hint.key)
        if before is None:
            self.opened[hint.key] = OpenHint(hint, evening, evening)
            return
        # It stays as urgent as it was: only the vet or two normal entries end an alarm.
        newer = before.hint if before.hint.urgency > hint.urgency else hint
        risen = newer.urgency > before.hint.urgency
        self.opened[hint.key] = replace(
            before,
            hint=newer,
            last_seen=evening,
            normal_on=None,
            normals=0,
            acknowledged=None if risen else before.acknowledged,
        )

    def _raise_together(self, evening: date) -> None:
        """Two systems: also where one was seen last night and not looked at since."""
        lately = {
            key: each
            for key, each in self.opened.items()
            if each.last_seen >= evening - timedelta(days=1) and each.normal_on is None
        }
        for hint in raised_if_two_systems([each.hint for each in lately.values()]):
            each = lately[hint.key]
            if hint.urgency > each.hint.urgency:
                self.opened[hint.key] = replace(each, hint=hint, acknowledged=None)

    def _take(self, note: HintNote) -> None:
        each = self.opened.get(note.hint)
        if each is None or note.kind is None:
            return
        urgency = Urgency[note.urgency.upper()] if note.urgency else each.hint.urgency
        if urgency < each.hint.urgency or self._came_after(each.hint, note):
            return
        if note.kind == "acknowledged":
            self.opened[note.hint] = replace(each, acknowledged=note)
        elif note.evening is not None:
            self._tell(each.hint, note.evening, urgency)

    def _came_after(self, hint: Hint, note: HintNote) -> bool:
        """Whether anything that feeds the hint was recorded only after the note."""
        if note.at_utc is None:
            return False
        places = [(fact.evening, fact.field) for fact in hint.facts]
        looks = [self._seen.looked.get(place) for place in places]
        looks += [self._seen.written_late.get(place) for place in places]
        return any(at is not None and at > note.at_utc for at in looks)

    def _tell(self, hint: Hint, evening: date, urgency: Urgency) -> None:
        """The vet who was told of a hint was told of all that is a part of it."""
        for key, each in list(self.opened.items()):
            part = each.hint.fields <= hint.fields and each.hint.rule not in QUESTIONS
            part = part and each.hint.urgency <= urgency
            if key == hint.key or part:
                del self.opened[key]
                self._told[key] = Told(each.hint, evening, each.hint.urgency)


def _in_a_row(each: OpenHint | Told, normal: bool, evening: date) -> dict[str, Any]:
    """How many normal entries there are in a row now; a night between them ends the row."""
    if not normal:
        return {"normal_on": None, "normals": 0}
    days = (evening - each.normal_on).days if each.normal_on is not None else 0
    # Checks of the quality of life are weekly, so that weeks lie between two in a row.
    weekly = all(fact.field == "quality" for fact in each.hint.facts) and bool(each.hint.facts)
    follows = 0 < days <= (T.CHECKS_IN_A_ROW.value if weekly else 1)
    return {"normal_on": evening, "normals": each.normals + 1 if follows else 1}
