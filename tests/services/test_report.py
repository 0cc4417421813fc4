"""The report as it is gathered from a diary, and as it is written."""

from datetime import date, timedelta
from io import BytesIO

import pytest

from hamdiary.domain.clips import Presence
from hamdiary.domain.report import BadPeriod, Period, ReportOptions
from hamdiary.domain.report.comparing import Tally
from hamdiary.domain.report.value import Fed
from hamdiary.domain.values import BadValue
from hamdiary.render.report.page import page_of
from hamdiary.services.hints import hints_page, tell_vet
from hamdiary.services.recording import (
    new_hamster,
    new_thing_id,
    record_hamster,
    record_night,
    record_thing,
)
from hamdiary.services.report_file import Cancelled, free_place, usual_name, write_report
from hamdiary.services.reporting import report_of
from hamdiary.storage.errors import CannotCreate

TONIGHT = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def biscuit(session):
    return record_hamster(session, new_hamster(), {"name": "Biscuit", "species": "syrian"})


def ago(nights):
    return TONIGHT - timedelta(days=nights)


def record(session, back, **values):
    record_night(session, session.hamster(), ago(back), values)


def add(session, kind, **values):
    hamster = session.hamster()
    record_thing(session, kind, new_thing_id(hamster), values)


def report(session, **options):
    return report_of(session, session.hamster(), ReportOptions(**options))


# What it says


def test_a_night_that_nobody_recorded_is_in_the_report_as_a_gap(session):
    record(session, 3, gait=2)
    record(session, 1, gait=3)
    made = report(session)
    assert [each.evening for each in made.nights] == [ago(back) for back in range(4)]
    assert [each.night is None for each in made.nights] == [True, False, True, False]
    assert (made.recorded, made.span.nights) == (2, 4)


def test_the_nights_before_the_period_are_compared_but_not_listed(session):
    for back in range(28):
        record(session, back, gait=1 if back > 13 else 3)
    made = report(session, period=Period(nights=7))
    assert len(made.nights) == 7
    gait = made.comparison.measures[0]
    assert (gait.now.median.value, gait.before.median.value) == (3, 1)
    assert (gait.now.nights, gait.before.nights) == (14, 14)


def test_open_hints_come_with_the_time_at_which_it_was_seen(session):
    record(session, 0, droppings="watery")
    (sign,) = [each for each in report(session).signs if "dropping" in each.title.lower()]
    assert (sign.urgency, sign.since) == ("today", TONIGHT)
    assert sign.seen_at is not None and f"{sign.seen_at:%H:%M}" == "21:16"


def test_a_report_that_ends_earlier_knows_nothing_of_later_nights(session):
    record(session, 0, droppings="watery", weight_g=90.0)
    record(session, 9, droppings="normal", weight_g=120.0)
    made = report(session, period=Period(last=ago(5)))
    assert not made.signs
    assert made.weighing.grams == 120.0
    assert made.span.last == ago(5)


def test_the_last_weighing_says_how_the_pouches_were(session):
    record(session, 2, weight_g=120.0, pouches_empty="yes")
    record(session, 1, weight_g=131.0, pouches_empty="no")
    weighing = report(session).weighing
    assert (weighing.evening, weighing.grams, weighing.pouches) == (ago(1), 131.0, "no")
    assert weighing.percent is None  # what the pouches hold is no weight of its own


def test_doses_are_counted_by_what_became_of_them(session):
    hamster = session.hamster()
    own = "0123456789abcdef"
    record_thing(session, "medicine", f"{hamster.id}/{own}", {
        "name": "Drops", "dose": "as the vet said", "times": "20:00", "starts": ago(3),
        "zone": "Europe/Berlin",
    })  # fmt: skip
    record(session, 3, gait=1)
    for back, status in ((3, "given"), (2, "refused")):
        due = f"{ago(back)}T20:00"
        record_thing(session, "dose", f"{hamster.id}/{own}/{due}", {
            "status": status, "evening": ago(back), "why": "turned away",
        })  # fmt: skip
    made = report(session)
    (course,) = made.prescribed
    assert {state.value: count for state, count in course.counts.items()} == {
        "given": 1, "refused": 1, "missed": 1,
    }  # fmt: skip
    assert course.due == 3
    assert [(each.state.value, each.why) for each in made.missed] == [
        ("missed", None), ("refused", "turned away"),
    ]  # fmt: skip
    doses = next(each for each in made.comparison.counts if each.name == "doses")
    assert doses.now == Tally(1, 3)


def test_a_clip_whose_file_is_gone_is_said_to_be(session, tmp_path):
    there = tmp_path / "walk.mp4"
    there.write_bytes(b"film")
    record(session, 1, gait=1)
    add(session, "clip", path=str(there), evening=ago(1), side="left")
    add(session, "clip", path=str(tmp_path / "gone.mp4"), evening=ago(0))
    add(session, "clip", path=str(there), evening=ago(9))
    found = [(each.clip.evening, each.presence) for each in report(session).clips]
    assert found == [(ago(1), Presence.THERE), (ago(0), Presence.MISSING)]


def test_a_question_stands_in_the_report_until_the_vet_has_answered_it(session):
    add(session, "question", question="may it climb?", asked_on=ago(3))
    add(session, "question", question="how long?", asked_on=ago(2), answered_on=ago(1))
    assert report(session).questions == ("may it climb?",)
    more = report(session, questions=("is it in pain?", "may it climb?"))
    assert more.questions == ("may it climb?", "is it in pain?")


def test_extra_food_is_counted_by_nights_and_refusals_apart(session):
    add(session, "serving", food="broccoli", evening=ago(1), eaten="all")
    add(session, "serving", food="broccoli", evening=ago(2), eaten="some")
    add(session, "serving", food="broccoli", evening=ago(3), eaten="none")
    add(session, "serving", food="Grandma's biscuit", evening=ago(3), eaten="all")
    add(session, "serving", food="egg", evening=ago(20), eaten="all")
    diet = report(session).diet
    assert diet.fed == (Fed("Broccoli", 2, 1), Fed("Grandma's biscuit", 1, 0))
    assert (diet.recorded, diet.of) == (3, 14)


def test_what_the_vet_was_told_and_the_last_quality_of_life_check_are_in_it(session):
    record(session, 2, droppings="watery")
    hint = next(each for each in hints_page(session, session.hamster()).opened)
    tell_vet(session, session.hamster(), hint, said="come tomorrow")
    for back, hurt in ((40, 1.0), (2, 9.0), (1, 7.0)):
        add(session, "wellbeing", evening=ago(back), hurt=hurt)
    made = report(session)
    assert [(each.urgency, each.said) for each in made.told] == [("today", "come tomorrow")]
    assert made.wellbeing.hurt == 7.0
    page = page_of(made)
    assert page.happenings[-1].endswith("that said TODAY; the vet said: come tomorrow")
    told = "1 of 7 parts answered in the owner's quality-of-life check of Sat 21 Nov 2026"
    assert dict(page.facts)["Wellbeing"].startswith(told)
    assert made.recorded == 1


def test_since_the_last_visit_a_visit_today_is_the_one_to_come(session):
    record(session, 30, gait=1)
    for back in (20, 8, 0):
        add(session, "happening", what="vet_visit", on_day=ago(back))
    assert report(session, period=Period("since_vet")).span.first == ago(8)


def test_the_last_visit_is_that_before_the_last_night_of_the_report(session):
    record(session, 30, gait=1)
    for back in (20, 8):
        add(session, "happening", what="vet_visit", on_day=ago(back))
    made = report(session, period=Period("since_vet", last=ago(8)))
    assert (made.span.first, made.span.last) == (ago(20), ago(8))


def test_a_period_that_is_not_there_says_what_to_do(session):
    with pytest.raises(BadPeriod, match="no visit to the vet"):
        report(session, period=Period("since_vet"))


def test_a_diary_without_a_single_entry_has_a_report(session):
    made = report(session)
    assert (made.recorded, made.weighing, made.signs, made.milestones) == (0, None, (), ())
    assert len(made.nights) == 30


# How it is written


def test_the_ending_of_a_name_tells_the_format(session, tmp_path):
    made = report(session)
    beginnings = {"r.pdf": b"%PDF-", "r.HTML": b"<!DOCTYPE", "r.htm": b"<!DOCTYPE",
                  "r.md": b"# Biscuit", "r.json": b"{"}  # fmt: skip
    for name, begins in beginnings.items():
        assert write_report(made, tmp_path / name) == tmp_path / name
        assert (tmp_path / name).read_bytes().startswith(begins)


def test_a_name_without_an_ending_is_asked_about(session, tmp_path):
    with pytest.raises(BadValue, match="ends in"):
        write_report(report(session), tmp_path / "report")
    assert write_report(report(session), tmp_path / "report", "md")


def test_a_file_that_is_there_stays_as_it_is_unless_one_says_so(session, tmp_path):
    place = tmp_path / "r.md"
    place.write_text("mine")
    with pytest.raises(CannotCreate, match="is there already"):
        write_report(report(session), place)
    assert place.read_text() == "mine"
    write_report(report(session), place, replace=True)
    assert place.read_text().startswith("# Biscuit")
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["r.md"]


def test_a_link_to_a_file_is_not_written_through(session, tmp_path):
    target = tmp_path / "target"
    target.write_text("mine")
    (tmp_path / "r.md").symlink_to(target)
    with pytest.raises(CannotCreate):
        write_report(report(session), tmp_path / "r.md")
    write_report(report(session), tmp_path / "r.md", replace=True)
    assert target.read_text() == "mine"


@pytest.mark.parametrize(
    "name", ["no/folder/r.md", f"{'x' * 300}.md", f"{'🐹' * 80}.md", "a\0b.md"]
)
def test_a_name_that_no_disk_takes_is_one_line_and_leaves_nothing(session, tmp_path, name):
    for replace in (False, True):
        with pytest.raises(CannotCreate, match="cannot write") as found:
            write_report(report(session), tmp_path / name, replace=replace)
        assert "\n" not in str(found.value)
    assert not [each for each in tmp_path.rglob("*") if ".hamdiary-" in each.name]


def test_a_report_goes_into_a_stream(session):
    into = BytesIO()
    assert write_report(report(session), into, "json") is None
    assert into.getvalue().endswith(b"}\n")


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Biscuit", "biscuit-2026-11-22.pdf"),
        ("../../evil", "evil-2026-11-22.pdf"),
        ("/etc/x", "etc-x-2026-11-22.pdf"),
        ("Ñandú Ü", "nandu-u-2026-11-22.pdf"),
        ("ハムスター", "hamster-2026-11-22.pdf"),
        ("🐹" * 20, "hamster-2026-11-22.pdf"),
        ("x" * 60, f"{'x' * 60}-2026-11-22.pdf"),
    ],
)
def test_the_usual_name_is_made_of_plain_letters(session, name, file):
    record_hamster(session, session.hamster(), {"name": name})
    assert usual_name(report(session), "pdf") == file


def test_a_free_place_never_names_a_file_that_is_there(session, tmp_path):
    made = report(session)
    names = []
    for _ in range(3):
        names.append(write_report(made, free_place(tmp_path, made, "md")).name)
    assert names == [f"biscuit-2026-11-22{more}.md" for more in ("", "-2", "-3")]


def test_a_report_that_is_cancelled_leaves_nothing(session, tmp_path):
    with pytest.raises(Cancelled):
        write_report(report(session), tmp_path / "r.pdf", cancelled=lambda: True)
    assert [each.name for each in tmp_path.iterdir()] == ["home"]


def test_progress_goes_from_nothing_to_done(session, tmp_path):
    told = []
    made = report_of(session, session.hamster(), None, lambda share, what: told.append(share))
    assert told[0] == 0 and told == sorted(told) and told[-1] == 1
    told.clear()
    write_report(made, tmp_path / "r.md", progress=lambda share, what: told.append(share))
    assert told[0] == 0 and told == sorted(told) and told[-1] == 1
