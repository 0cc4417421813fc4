"""The report for the vet, gathered from the diary."""

from collections.abc import Callable
from datetime import date, timedelta

from hamdiary.domain.hamster import Hamster
from hamdiary.domain.language import t
from hamdiary.domain.report import Gathered, Report, ReportOptions, build_report
from hamdiary.domain.report.comparing import COMPARED
from hamdiary.domain.report.options import Known, nights_of
from hamdiary.domain.trends.series import Span, nights_up_to
from hamdiary.languages.aside import in_language
from hamdiary.services.recovery import course_of
from hamdiary.services.recovery_care import doses_given
from hamdiary.services.report_parts import clips_shown, courses_of, diet_of, signs_open
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
    # What is said of the work is for the owner, what is built for who reads it.
    words = {
        0.0: t("reading the nights"),
        0.5: t("reading medicines"),
        0.7: t("looking at hints"),
        1.0: t("building the report"),
    }
    step = progress or _silently
    span = span_of(session, hamster, options)
    with in_language(options.language):
        return _built(session, hamster, options, span, lambda share: step(share, words[share]))


def _built(
    session: Session,
    hamster: Hamster,
    options: ReportOptions,
    span: Span,
    step: Callable[[float], None],
) -> Report:
    step(0.0)
    lately = Span(min(span.first, span.last - timedelta(days=2 * COMPARED - 1)), span.last)
    nights = session.diary.nights(hamster.id, lately.first, lately.last)
    series = course_of(session, hamster, span)
    step(0.5)
    doses = doses_given(session, hamster, lately)
    step(0.7)
    signs = signs_open(session, hamster, span.last) if "hints" in options.parts else ()
    found = Gathered(
        hamster=hamster,
        made=session.wall_now(),
        tonight=session.tonight,
        span=span,
        series=series,
        nights=nights,
        doses=doses,
        courses=courses_of(session, hamster, span),
        happenings=care.happenings(session.diary, hamster.id),
        treatment=treatment_on(session, hamster, span.last),
        signs=signs,
        notes=care.hint_notes(session.diary, hamster.id),
        checks=care.wellbeing(session.diary, hamster.id, span.first, span.last),
        diet=diet_of(session, hamster, nights_up_to(span.last, COMPARED)),
        clips=clips_shown(session, hamster, span),
        questions=care.questions(session.diary, hamster.id),
    )
    step(1.0)
    return build_report(found, options)


def span_of(session: Session, hamster: Hamster, options: ReportOptions) -> Span:
    """The nights that the chosen period comes to; BadPeriod says why there are none."""
    return nights_of(options.period, known_of(session, hamster, options.period.last))


def known_of(session: Session, hamster: Hamster, last: date | None = None) -> Known:
    """What has to be known to say which nights a period has that ends on `last`, else tonight."""
    until = min(last or session.tonight, session.tonight)
    visits = [
        each.on_day
        for each in care.happenings(session.diary, hamster.id)
        if each.what == "vet_visit" and each.on_day is not None and each.on_day < until
    ]
    first = session.diary.first_evening(hamster.id)
    return Known(session.tonight, first, max(visits, default=None), hamster.onset)


def _silently(share: float, what: str) -> None:
    """Nobody wants to know."""
