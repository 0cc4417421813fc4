"""Doses on the command line."""

import pytest


@pytest.fixture
def drops(biscuit):
    """The command line with a course that began three days ago."""
    options = ("--at", "21:00", "--days", "10", "--from", "2026-11-19")
    assert biscuit("medicine", "add", "Vitamin drops", *options).code == 0
    return biscuit


def given(run, *options):
    done = run("dose", "vitamin", *options, "--json")
    assert done.code == 0, done.err
    return done.json["dose"]


def test_a_dose_is_given_now(drops):
    done = drops("dose", "vit")
    assert done.out == "Biscuit: Vitamin drops, due Sun 22 Nov 21:00: given 21:16, day 4 of 10\n"


def test_a_dose_was_given_at_another_time(drops):
    dose = given(drops, "--at", "10 min ago")
    assert (dose["due"], dose["at_utc"]) == ("2026-11-22T21:00", "2026-11-22T20:06:00Z")


@pytest.mark.parametrize(
    ("options", "status"),
    [
        (["--refused"], "refused"),
        (["--spat-out"], "spat_out"),
        (["--skipped", "asleep"], "skipped"),
    ],
)
def test_something_else_became_of_it(drops, options, status):
    assert given(drops, *options)["status"] == status


def test_skipping_without_a_reason_is_refused(drops):
    for why in ("", " ", "\u200b"):
        assert drops("dose", "vit", "--skipped", why).code == 2
    assert drops("dose", "vit", "--skipped").code == 2


def test_only_one_thing_became_of_a_dose(drops):
    assert drops("dose", "vit", "--refused", "--clear").code == 2


@pytest.mark.parametrize(
    "due",
    [
        "yesterday 21:00",
        "2026-11-21T21:00",
        "2026-11-21 9pm",
        "21 Nov 21",
        "sat 21:00",
        "-1d 21:00",
    ],
)
def test_an_earlier_dose_is_named_by_when_it_was_due(drops, due):
    dose = given(drops, "--due", due, "--refused")
    assert (dose["due"], dose["status"], dose["at_utc"]) == ("2026-11-21T21:00", "refused", None)


def test_the_time_of_an_earlier_dose_is_read_in_its_own_night(drops):
    dose = given(drops, "--due", "yesterday 21:00", "--at", "0:30")
    assert (dose["at_utc"], dose["evening"]) == ("2026-11-21T23:30:00Z", "2026-11-21")


@pytest.mark.parametrize("due", ["22:00", "yesterday", "soon 21:00", "2026-12-24 21:00", "x" * 400])
def test_a_dose_that_is_not_there_is_one_clear_line(drops, due):
    done = drops("dose", "vit", "--due", due)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("hamdiary: --due: ") and done.err.count("\n") == 1


def test_a_dose_is_made_not_recorded_again(drops):
    given(drops)
    done = drops("dose", "vit", "--clear")
    assert done.out == "Biscuit: Vitamin drops, due Sun 22 Nov 21:00: not recorded any more\n"
    assert drops("dose", "vit", "--clear").code == 2


def test_a_dose_twice_within_minutes_asks(drops):
    given(drops)
    twice = drops("dose", "vit")
    assert twice.code == 2
    assert "was given at 21:16. Record one more?" in twice.err
    assert given(drops, "--yes")["due"].startswith("extra-")


def test_a_time_to_come_asks(drops):
    assert drops("dose", "vit", "--at", "23:30").code == 2
    assert drops("dose", "vit", "--at", "25:00").code == 2
    assert given(drops, "--at", "23:30", "--yes")["at_utc"] == "2026-11-22T22:30:00Z"


def test_an_extra_dose_can_be_named(drops):
    given(drops)
    extra = given(drops, "--yes")
    assert given(drops, "--due", extra["due"], "--clear")["status"] is None


def test_a_dose_of_a_stopped_course_asks(drops):
    drops("medicine", "stop", "vit")
    done = drops("dose", "vit")
    assert done.code == 2
    assert "was stopped" in done.err


def test_a_medicine_that_is_not_there_is_exit_code_66(drops, biscuit):
    assert drops("dose", "xyz").code == 66


def test_history_and_undo_know_doses(drops):
    given(drops)
    assert "dose due Sun 22 Nov 21:00" in drops("history").out
    assert "not recorded" in drops("undo").out
    assert "due since 21:00" in drops("medicine").out
