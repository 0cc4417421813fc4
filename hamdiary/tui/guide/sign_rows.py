"""From signs to how soon a vet should see the hamster, as rows; never to what it has."""

from collections.abc import Iterator, Mapping, Sequence

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.hamster import months_old, weeks_old
from hamdiary.domain.language import marked, t
from hamdiary.domain.manner import in_sentence
from hamdiary.domain.night import Answer
from hamdiary.domain.signs import HowSoon, Sign, SignSeen, how_soon
from hamdiary.domain.urgency import Urgency
from hamdiary.knowledge.files import DamagedKnowledge
from hamdiary.knowledge.guide_topics import Topic
from hamdiary.knowledge.notices import KEEPS_NOTES
from hamdiary.knowledge.signs import (
    NOT_ALL_WELL,
    ONLY_A_VET,
    OR_ELSE,
    TELL_THE_VET,
    TWO_SYSTEMS,
    overlapping_causes,
    signs,
)
from hamdiary.knowledge.urgency import TELL_AN_ADULT, URGENCY_WORDS
from hamdiary.tui.guide.number_rows import number_rows
from hamdiary.tui.guide.reader import Reader
from hamdiary.tui.guide.rows import (
    EMPTY,
    Cited,
    Row,
    cited_rows,
    gap,
    heading,
    link_rows,
    sign_of,
    text_rows,
    urgent_lines,
)
from hamdiary.tui.widgets.lines import Line, Span, line, wrapped

HOW = marked("y and n answer. What you leave out counts as not looked for, never as “no”.")
"""Before anything is answered."""

BESIDE = 30
"""From so many cells on, what to do stands beside its word of urgency."""


@dataclass(frozen=True)
class Answered:
    """What was answered, and what follows from it."""

    how_soon: HowSoon
    """How soon to be seen."""
    causes: tuple[Topic, ...]
    """Causes whose signs overlap, in the guide's order, which is no ranking."""
    reader: Reader
    """For whom."""
    looked: int
    """Signs that were answered with yes or no."""


def answered(answers: Mapping[str, Answer], reader: Reader) -> Answered:
    """What follows from the answers for this hamster."""
    known = signs()
    weeks = weeks_old(reader.hamster.born, reader.today)
    found = how_soon(tuple(known.values()), answers, weeks)
    return Answered(found, _causes(answers, reader), reader, len(known) - found.not_looked)


def _causes(answers: Mapping[str, Answer], reader: Reader) -> tuple[Topic, ...]:
    hamster = reader.hamster
    seen = [slug for slug, answer in answers.items() if answer == "yes"]
    age = months_old(hamster.born, reader.today)
    try:
        return overlapping_causes(seen, hamster.species, hamster.sex, age)
    except DamagedKnowledge:
        return ()  # how soon it is must not depend on whether every cause can be read


def head_rows(found: HowSoon, looked: int, width: int) -> Iterator[Row]:
    """How soon, and what that means."""
    if found.urgency is None:
        yield from text_rows(t(NOT_ALL_WELL) if looked else t(HOW), width)
        return
    yield from _what_to_do(found.urgency, width)
    if found.systems:
        yield from text_rows(t(TWO_SYSTEMS), width)
    if found.urgency == "now":
        yield from text_rows(t(TELL_AN_ADULT), width)


def _what_to_do(urgency: Urgency, width: int) -> Iterator[Row]:
    sign, words = sign_of(urgency), URGENCY_WORDS[urgency]
    beside = len(sign.text) + 2
    if width < BESIDE:
        yield Row(line(sign))
        yield from text_rows(words, width, "bold")
        return
    for count, each in enumerate(wrapped(words, width - beside)):
        start = Line() if count else line(sign)
        yield Row(start.to(beside).plus(each, "bold"))


def worse_rows(sign: Sign, found: HowSoon, width: int) -> Iterator[Row]:
    """What would make it more urgent, if it were seen too."""
    others = {each.sign.slug for each in found.seen}
    for worse in sign.worse:
        if not others.intersection(worse.beside):
            beside = t(", or ").join(in_sentence(signs()[slug].short) for slug in worse.beside)
            span = sign_of(worse.urgency)
            # The sign must not be broken: it is wrapped as one long word.
            *most, last = wrapped(
                t("If also {signs}: {urgency}").format(signs=beside, urgency="x" * len(span.text)),
                width,
            )
            yield from (Row(line(each)) for each in most)
            yield Row(line(last[: -len(span.text)], span))


def answer_rows(given: Answered, width: int) -> Iterator[Row]:
    """All that follows: how soon, whom to ring, why, what to tell, what it may go with."""
    found = given.how_soon
    yield from gap(width)
    yield from head_rows(found, given.looked, width)
    yield EMPTY
    urgent = found.urgency in ("now", "today")
    yield from number_rows(given.reader.hamster, width, large=urgent)
    for seen in found.seen:
        yield EMPTY
        yield from _seen_rows(seen, found, width)
    if found.seen:
        yield EMPTY
        yield from text_rows(t(TELL_THE_VET), width, "bold")
    links = _Links(width)
    if given.causes:
        yield EMPTY
        yield from heading(t(ONLY_A_VET), width)
        for cause in given.causes:
            yield from links.to(
                cause.title,
                cause.slug,
                t("only for: {when}").format(when=cause.when) if cause.when else "",
            )
        yield from text_rows(t(OR_ELSE), width, indent=3)
    yield EMPTY
    yield from heading(t("See also"), width)
    yield from links.to(t("What to bring to the vet"), "for-the-vet")
    yield from links.to(t("Right now"), "right-now")
    yield EMPTY
    yield from text_rows(
        t("{count} signs were not looked for.").format(count=found.not_looked),
        width,
        "muted",
    )
    yield from text_rows(t(KEEPS_NOTES), width, "muted")


def _seen_rows(seen: SignSeen, found: HowSoon, width: int) -> Iterator[Row]:
    sign = seen.sign
    why = Cited(sign.why, sign.sources, sign.sure)
    yield from (
        Row(each)
        for each in urgent_lines(seen.urgency, f"{sign.short}: {sign.full}", width, "bold")
    )
    yield from cited_rows(why, width)
    yield from worse_rows(sign, found, width)


class _Links:
    """Ways to other pages, numbered one after the other."""

    def __init__(self, width: int) -> None:
        self._width, self._number = width, 0

    def to(self, title: str, target: str, words: str = "") -> Sequence[Row]:
        """The next one."""
        self._number += 1
        return link_rows(self._number, title, target, self._width, words)


def count_line(found: HowSoon, looked: int) -> Line:
    """How many signs were seen, not seen, and not looked for."""
    yes = len(found.seen)
    words = t("{yes} yes, {no} no, {open} not looked").format(
        yes=yes, no=looked - yes, open=found.not_looked
    )
    return line(Span(words, "muted"))
