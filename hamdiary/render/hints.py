"""Hints in lines of plain text: the twins of the banner, the list and the dialog (domain §8)."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from hamdiary.domain.hamster import Hamster
from hamdiary.domain.hint_notes import HintNote
from hamdiary.domain.hints.course import OpenHint
from hamdiary.domain.hints.hint import Urgency
from hamdiary.domain.hints.seen import Seen
from hamdiary.domain.language import marked, t, tn
from hamdiary.domain.manner import clock_time
from hamdiary.domain.measures import measures_of
from hamdiary.domain.saying import said
from hamdiary.domain.typed_dates import say_day, short_day
from hamdiary.domain.vet_numbers import numbers_to_ring
from hamdiary.knowledge.hint_words import HintWords, words_of
from hamdiary.knowledge.hints import DISCLAIMER, RULE_OF_THUMB, TELL_AN_ADULT
from hamdiary.render.cells import wrapped
from hamdiary.render.guide_words import labelled

INDENT = "   "
"""Before what stands below a hint's title, whose number stands there."""

NO_NUMBER = marked(
    "No vet's number is written down; hamdiary setup --edit takes --vet-phone, --night-phone."
)
"""Where there is nobody to ring."""

NONE_OPEN = marked("no hint is open")
"""Said with the disclaimer always: it never means that all is well (domain §8)."""


def hints_page(
    hamster: Hamster, opened: Sequence[OpenHint], seen: Seen, now: datetime, width: int
) -> list[str]:
    """Every open hint with all that is behind it, whom to ring, and what a hint is."""
    count = len(opened)
    open_now = tn("{n} hint is open", "{n} hints open", count).format(n=count)
    title = t("{name}, night of {day}: {open}").format(
        name=hamster.called, day=say_day(seen.evening), open=open_now if count else t(NONE_OPEN)
    )
    lines = wrapped(title, width)
    for number, each in enumerate(opened, 1):
        lines += ["", *_hint(number, each, hamster, seen, now, width)]
    if any(each.hint.urgency >= Urgency.SOON for each in opened):
        lines += ["", *_ring(hamster, now, width)]
    if opened:
        lines += ["", *wrapped(t(WHAT_TO_DO), width)]
    return [*lines, "", *wrapped(t(DISCLAIMER), width)]


WHAT_TO_DO = marked(
    "hamdiary hints tell 1 is what to say on the phone; hamdiary hints told 1 notes that "
    "the vet knows; hamdiary hints seen 1 that you have seen it."
)
"""Below the list."""


def tell_page(
    hamster: Hamster, opened: OpenHint, seen: Seen, now: datetime, width: int
) -> list[str]:
    """What to read aloud on the phone, with the numbers to ring above it."""
    words = words_of(opened, hamster, seen)
    lines = wrapped(f"{words.sign}  {words.how_soon}", width)
    lines += [*_ring(hamster, now, width), "", t("Say:")]
    for sentence in words.what_to_tell:
        lines += wrapped(sentence, width)
    until = labelled([(t("Until then"), f"{words.meanwhile} {_adult(opened)}".strip())], width)
    return [*lines, "", *until, "", *wrapped(t(DISCLAIMER), width)]


def notes_lines(notes: Sequence[HintNote], now: datetime, width: int) -> list[str]:
    """What was done about hints, the newest first."""
    if not notes:
        return [t("Nothing was told or noted as seen yet.")]
    lines = [t("What was done about hints:")]
    for note in reversed(notes):
        lines += [f"  {each}" for each in wrapped(note_words(note, now), width - 2)]
    return lines


def note_words(note: HintNote, now: datetime) -> str:
    """A note in one line: "R05 now, the vet was told, Sun 22 Nov 21:20 by AK: keep it warm"."""
    facts = measures_of(HintNote)
    how = f" {said(facts['urgency'], note.urgency)}" if note.urgency else ""
    parts = [f"{note.hint}{how}", said(facts["kind"], note.kind)]
    if note.at_utc is not None:
        wall = note.at_utc.astimezone(now.tzinfo)
        parts.append(f"{short_day(wall.date())} {clock_time(wall)}")
    words = ", ".join(parts)
    if note.who:
        words = t("{what} by {who}").format(what=words, who=note.who)
    return words + (f": {note.said}" if note.said else "")


def _hint(
    number: int, opened: OpenHint, hamster: Hamster, seen: Seen, now: datetime, width: int
) -> Iterator[str]:
    words = words_of(opened, hamster, seen)
    head = f"{number}  {words.sign}  "
    title = wrapped(words.title, max(width - len(head), 12))
    yield from (head + line if not count else INDENT + line for count, line in enumerate(title))
    for line in labelled(_facts(opened, words, seen.evening, now), width - len(INDENT)):
        yield f"{INDENT}{line}".rstrip()


def _facts(
    opened: OpenHint, words: HintWords, evening: date, now: datetime
) -> list[tuple[str, str]]:
    seen_on = [
        (t("Seen") if not count else "", line) for count, line in enumerate(words.seen_lines)
    ]
    how_soon = " ".join([words.how_soon, *words.raised, _adult(opened)]).strip()
    return [
        *seen_on,
        (t("How soon"), how_soon),
        (t("Why"), words.why),
        (t("Until then"), words.meanwhile),
        (t("Source"), f"{words.source}: {words.sure}. {t(RULE_OF_THUMB)}"),
        (t("Open"), _standing(opened, evening, now)),
    ]


def _standing(opened: OpenHint, evening: date, now: datetime) -> str:
    since = (
        t("since tonight")
        if opened.since == evening
        else t("since {day}").format(day=short_day(opened.since))
    )
    parts = [since]
    if opened.normals:
        parts.append(t("normal at the last entry; one more in a row ends it"))
    note = opened.acknowledged
    if note is not None and note.at_utc is not None:
        wall = note.at_utc.astimezone(now.tzinfo)
        words = t("noted as seen {day} {time}").format(
            day=short_day(wall.date()), time=clock_time(wall)
        )
        parts.append(t("{what} by {who}").format(what=words, who=note.who) if note.who else words)
    return ", ".join(parts)


def _adult(opened: OpenHint) -> str:
    return t(TELL_AN_ADULT) if opened.hint.urgency is Urgency.NOW else ""


def _ring(hamster: Hamster, now: datetime, width: int) -> list[str]:
    """The numbers, the likelier one first."""
    numbers = numbers_to_ring(hamster, now)
    if not numbers:
        return wrapped(t(NO_NUMBER), width)
    several = len(numbers) > 1
    pairs = [
        (
            (t("Ring first") if each.is_first else "") if several else t("Ring"),
            ", ".join(filter(None, (each.called, each.phone, each.hours))),
        )
        for each in numbers
    ]
    return list(labelled(pairs, width))
