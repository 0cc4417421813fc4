"""The report for the vet: gathered from the diary, and written as a file."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from hamdiary.domain.course_days import first_evening
from hamdiary.domain.courses import Course, course_of
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.hints.course import OpenHint
from hamdiary.domain.report import Gathered, Report, ReportOptions, build_report
from hamdiary.domain.report.comparing import COMPARED
from hamdiary.domain.report.options import Known, nights_of
from hamdiary.domain.report.value import ShownClip, Sign
from hamdiary.domain.things import own_id
from hamdiary.domain.trends.series import Span
from hamdiary.services.courses import AROUND
from hamdiary.services.hints import HintsPage, hints_page, words_of
from hamdiary.services.recovery import course_of as recovery_of
from hamdiary.services.recovery_care import doses_given
from hamdiary.services.session import Session
from hamdiary.services.treatment import treatment_on
from hamdiary.storage import care

Progress = Callable[[float, str], None]
"""Told how far the work is, from 0 to 1, and what comes next; it may raise to end the work."""


def report_of(
    session: Session,
    hamster: Hamster,
    options: ReportOptions | None = None,
    progress: Progress | None = None,
) -> Report:
    """Gather and build the report of a hamster; BadPeriod if the period has no nights."""
    options = options or ReportOptions()
    step = progress or _silently
    step(0.0, "reading the nights")
    span = span_of(session, hamster, options)
    lately = Span(min(span.first, span.last - timedelta(days=2 * COMPARED - 1)), span.last)
    nights = session.diary.nights(hamster.id, lately.first, lately.last)
    series = recovery_of(session, hamster, span)
    step(0.5, "reading medicines")
    doses = doses_given(session, hamster, lately)
    step(0.7, "looking at hints")
    signs = _signs(session, hamster, span) if "hints" in options.parts else ()
    found = Gathered(
        hamster=hamster,
        made=session.wall_now(),
        tonight=session.tonight,
        span=span,
        series=series,
        nights=nights,
        doses=doses,
        courses=_courses(session, hamster, span),
        happenings=care.happenings(session.diary, hamster.id),
        treatment=treatment_on(session, hamster, span.last),
        signs=signs,
        clips=_clips(session, hamster, span),
        questions=care.questions(session.diary, hamster.id),
    )
    step(1.0, "building the report")
    return build_report(found, options)


def span_of(session: Session, hamster: Hamster, options: ReportOptions) -> Span:
    """The nights that the chosen period comes to; BadPeriod says why there are none."""
    return nights_of(options.period, known_of(session, hamster))


def known_of(session: Session, hamster: Hamster) -> Known:
    """What has to be known to say which nights a period has."""
    visits = [
        each.on_day
        for each in care.happenings(session.diary, hamster.id)
        if each.what == "vet_visit" and each.on_day is not None and each.on_day < session.tonight
    ]
    first = session.diary.first_evening(hamster.id)
    return Known(session.tonight, first, max(visits, default=None), hamster.onset)


def _silently(share: float, what: str) -> None:
    """Nobody wants to know."""


def _courses(session: Session, hamster: Hamster, span: Span) -> list[Course]:
    first, last = span.first, span.last
    doses = care.doses(session.diary, hamster.id, first - AROUND, last + AROUND)
    now, zone = session.wall_now(), session.zone
    return [
        course_of(
            each,
            [dose for dose in doses if dose.medicine == own_id(each.id)],
            now,
            zone,
            (first, last),
        )
        for each in care.medicines_about(session.diary, hamster.id, first, last)
        if (begins := first_evening(each)) is None or begins <= last
    ]


def _signs(session: Session, hamster: Hamster, span: Span) -> tuple[Sign, ...]:
    evening = None if span.last == session.tonight else span.last
    page = hints_page(session, hamster, evening)
    return tuple(_sign(each, page, hamster, session) for each in page.opened)


def _sign(opened: OpenHint, page: HintsPage, hamster: Hamster, session: Session) -> Sign:
    words = words_of(opened, hamster, page.seen)
    fed = [fact for fact in opened.hint.facts if not fact.aside]
    looked = [page.seen.looked.get((fact.evening, fact.field)) for fact in fed]
    at = max((each for each in looked if each is not None), default=None)
    return Sign(
        rule=opened.hint.rule,
        urgency=opened.hint.urgency.code,
        title=words.title,
        seen=words.seen_lines,
        since=opened.since,
        last_seen=opened.last_seen,
        seen_at=at.astimezone(session.zone) if at is not None else None,
    )


def _clips(session: Session, hamster: Hamster, span: Span) -> tuple[ShownClip, ...]:
    found = care.clips(session.diary, hamster.id, span.first, span.last)
    return tuple(ShownClip(each, not _is_file(each.path)) for each in found)


def _is_file(path: str | None) -> bool:
    if not path:
        return False
    try:
        return Path(path).expanduser().is_file()
    except (OSError, RuntimeError, ValueError):
        return False
