"""Parts of the report that are gathered on their own: hints, courses, extra food, clips."""

from collections import Counter, defaultdict
from datetime import date

from hamdiary.domain.course_days import first_evening
from hamdiary.domain.courses import Course, course_of
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.hints.course import OpenHint
from hamdiary.domain.hints.words import lines_said
from hamdiary.domain.medicines import Dose
from hamdiary.domain.report.value import Diet, Fed, ShownClip, Sign
from hamdiary.domain.things import own_id
from hamdiary.domain.trends.series import Span
from hamdiary.knowledge.foods import foods
from hamdiary.knowledge.hint_titles import title_of
from hamdiary.services.clips import presence
from hamdiary.services.courses import AROUND
from hamdiary.services.foods_eaten import recognised
from hamdiary.services.hints import HintsPage, hints_page
from hamdiary.services.session import Session
from hamdiary.storage import care


def signs_open(session: Session, hamster: Hamster, evening: date) -> tuple[Sign, ...]:
    """The hints that are open on an evening, the most urgent first."""
    page = hints_page(session, hamster, None if evening == session.tonight else evening)
    return tuple(_sign(each, page, hamster, session) for each in page.opened)


def _sign(opened: OpenHint, page: HintsPage, hamster: Hamster, session: Session) -> Sign:
    facts = opened.hint.facts
    fed = [fact for fact in facts if not fact.aside]
    looked = [page.seen.looked.get((fact.evening, fact.field)) for fact in fed]
    at = max((each for each in looked if each is not None), default=None)
    return Sign(
        rule=opened.hint.rule,
        urgency=opened.hint.urgency.code,
        title=title_of(opened.hint, hamster),
        seen=lines_said(facts),
        since=opened.since,
        last_seen=opened.last_seen,
        seen_at=at.astimezone(session.zone) if at is not None else None,
    )


def courses_of(session: Session, hamster: Hamster, span: Span) -> list[Course]:
    """The courses that can have a dose in the span, with their doses of these nights."""
    first, last = span.first, span.last
    doses: defaultdict[str, list[Dose]] = defaultdict(list)
    for dose in care.doses(session.diary, hamster.id, first - AROUND, last + AROUND):
        doses[dose.medicine].append(dose)
    now, zone = session.wall_now(), session.zone
    known = care.medicines_about(session.diary, hamster.id, first, last)
    begun = [each for each in known if (first_evening(each) or last) <= last]
    return [course_of(each, doses[own_id(each.id)], now, zone, (first, last)) for each in begun]


def diet_of(session: Session, hamster: Hamster, span: Span) -> Diet:
    """Extra foods of some nights, and of how many of them anything is recorded about extras."""
    diary, known = session.diary, foods()
    given: Counter[str] = Counter()
    refused: Counter[str] = Counter()
    servings = [
        recognised(each) for each in care.servings(diary, hamster.id, span.first, span.last)
    ]
    bare = care.nights_without_extras(diary, hamster.id, span.first, span.last)
    for _, slug, was_refused in {(each.evening, each.food, each.was_refused) for each in servings}:
        if slug is not None:
            (refused if was_refused else given)[slug] += 1
    named = {slug: known[slug].name if slug in known else slug for slug in given | refused}
    fed = [Fed(name, given[slug], refused[slug]) for slug, name in named.items()]
    told = {each.evening for each in servings} | {each.evening for each in bare}
    fed.sort(key=lambda each: (-each.nights, each.food))
    return Diet(tuple(fed), len(told), span.nights)


def clips_shown(session: Session, hamster: Hamster, span: Span) -> tuple[ShownClip, ...]:
    """Photos and videos of the span, and whether their files are there."""
    found = care.clips(session.diary, hamster.id, span.first, span.last)
    return tuple(ShownClip(each, presence(each)) for each in found)
