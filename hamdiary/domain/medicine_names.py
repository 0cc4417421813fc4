"""Which course an owner means: its name without regard to case and accents, its beginning, its id.

A taper is a second course of the same name, so that a name can stand for several.
"""

import re
import unicodedata
from collections.abc import Sequence

from hamdiary.domain.course_days import CourseState
from hamdiary.domain.courses import Course
from hamdiary.domain.language import t
from hamdiary.domain.manner import in_quotes
from hamdiary.domain.text import clean_line
from hamdiary.domain.things import NoSuchThing, own_id
from hamdiary.domain.typed_dates import say_day

NEAREST_FIRST = (
    CourseState.RUNNING,
    CourseState.AS_NEEDED,
    CourseState.TO_COME,
    CourseState.ENDED,
    CourseState.STOPPED,
)
"""Which of several courses of one name is meant, unless somebody says its id."""


def name_key(name: str) -> str:
    """What names have in common that differ in case, accents and width only."""
    plain = unicodedata.normalize("NFKD", clean_line(name)).casefold()
    return re.sub("[\u0300-\u036f]", "", plain)


def courses_named(courses: Sequence[Course], name: str) -> list[Course]:
    """All courses of the one medicine that is meant; NoSuchThing lists the choices."""
    wanted = name_key(name)
    by_id = [each for each in courses if own_id(each.medicine.id) == wanted]
    exact = [each for each in courses if name_key(each.medicine.called) == wanted]
    begun = [each for each in courses if wanted and _begins(each.medicine.called, wanted)]
    found = by_id or exact or begun
    names = _names(found)
    if len(names) == 1:
        return found
    if names:
        choices = ", ".join(names)
        raise NoSuchThing(
            t("{typed} can be {names}; write more of the name").format(
                typed=_quoted(name), names=choices
            )
        )
    known = ", ".join(_names(courses))
    text = (
        t("there is no medicine called {typed}; there is {known}")
        if known
        else t(
            "there is no medicine called {typed}; there is none yet; hamdiary medicine add makes "
            "one"
        )
    )
    raise NoSuchThing(text.format(typed=_quoted(name), known=known))


def course_named(courses: Sequence[Course], name: str) -> Course:
    """The course that is meant: of several of one name the running one, or the last that ran."""
    found = courses_named(courses, name)
    state = next(state for state in NEAREST_FIRST if any(each.state is state for each in found))
    nearest = [each for each in found if each.state is state]
    if len(nearest) > 1 and not state.is_over:
        raise NoSuchThing(_several(nearest))
    return nearest[0]


def only_course_named(courses: Sequence[Course], name: str) -> Course:
    """The one course of that name or id; NoSuchThing lists the ids if there are several."""
    found = courses_named(courses, name)
    if len(found) > 1:
        raise NoSuchThing(_several(found))
    return found[0]


def _begins(called: str, wanted: str) -> bool:
    key = name_key(called)
    return key.startswith(wanted) or f" {wanted}" in f" {key}"


def _names(courses: Sequence[Course]) -> list[str]:
    """Each name once, in order."""
    names = {name_key(each.medicine.called): each.medicine.called for each in reversed(courses)}
    return [called for _, called in sorted(names.items())]


def _several(courses: Sequence[Course]) -> str:
    each = ", ".join(f"{own_id(one.medicine.id)} ({_since(one)})" for one in courses)
    return t("{n} courses are called {name}: {each}. Say the id in place of the name").format(
        n=len(courses), name=courses[0].medicine.called, each=each
    )


def _since(course: Course) -> str:
    starts = course.medicine.starts
    return t("from {day}").format(day=say_day(starts)) if starts else course.state.words


def _quoted(name: str) -> str:
    line = clean_line(name)
    return in_quotes(f"{line[:30]}…" if len(line) > 30 else line)
