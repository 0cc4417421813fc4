import pytest


@pytest.mark.parametrize(
    ("typed", "evening"),
    [
        ("tonight", "2026-11-22"), ("today", "2026-11-22"), ("yesterday", "2026-11-21"),
        ("-2d", "2026-11-20"), ("mon", "2026-11-16"), ("sunday", "2026-11-22"),
        ("2026-11-20", "2026-11-20"), ("20 Nov", "2026-11-20"),
    ],
)  # fmt: skip
def test_a_night_can_be_named_in_several_ways(biscuit, typed, evening):
    done = biscuit("log", "--night", typed, "--gait", "3", "--json")
    assert done.json["night"]["evening"] == evening
    assert biscuit("show", typed, "--json").json["night"]["gait"] == 3


@pytest.mark.parametrize("night", ["2026-02-30", "soon", "25:00", "", "1" * 5000, "31/11/2026"])
def test_what_is_no_day_is_refused_in_one_line(biscuit, night):
    done = biscuit("log", "--night", night, "--gait", "3")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("hamdiary: --night: ")
    assert done.err.count("\n") == 1


def test_an_ambiguous_date_is_refused_with_both_readings(biscuit):
    done = biscuit("log", "--night", "3/4/2026", "--gait", "3")
    assert done.code == 2
    assert "2026-04-03" in done.err
    assert "2026-03-04" in done.err


def test_a_night_to_come_is_asked_about(biscuit):
    done = biscuit("log", "--night", "2026-12-24", "--gait", "3")
    assert done.code == 2
    assert "still to come" in done.err
    assert biscuit("log", "--night", "2026-12-24", "--gait", "3", "--yes").code == 0


def test_a_night_before_the_birth_is_asked_about(biscuit):
    biscuit("setup", "--edit", "Biscuit", "--born", "2026-10-01")
    assert biscuit("log", "--night", "2026-09-30", "--gait", "3").code == 2


def test_a_night_after_the_end_is_asked_about(biscuit):
    biscuit("hamsters", "close", "Biscuit", "--because", "died", "--on", "2026-11-20")
    assert biscuit("log", "--gait", "3").code == 2


@pytest.mark.parametrize(
    ("now", "zone", "evening"),
    [
        ("2026-03-29T02:00:00+01:00", "Europe/Berlin", "2026-03-28"),
        ("2026-03-29T03:00:00+02:00", "Europe/Berlin", "2026-03-28"),
        ("2026-10-25T02:00:00+02:00", "Europe/Berlin", "2026-10-24"),
        ("2026-10-25T02:00:00+01:00", "Europe/Berlin", "2026-10-24"),
        ("2026-03-08T03:00:00-04:00", "America/New_York", "2026-03-07"),
        ("2026-11-01T02:00:00-05:00", "America/New_York", "2026-10-31"),
        ("2026-11-01T01:30:00-04:00", "America/New_York", "2026-10-31"),
        ("2026-04-05T02:00:00+10:30", "Australia/Lord_Howe", "2026-04-04"),
        ("2026-10-04T02:30:00+11:00", "Australia/Lord_Howe", "2026-10-03"),
    ],
)
def test_two_in_the_morning_belongs_to_the_evening_before(biscuit, now, zone, evening):
    done = biscuit("log", "--gait", "3", "--json", HAMDIARY_NOW=now, TZ=zone)
    assert done.json["night"]["evening"] == evening
    (change,) = biscuit("history", "--json", "--night", evening).json["changes"]
    assert change["zone"] == zone


def test_noon_begins_a_new_night(biscuit):
    before = biscuit("log", "--gait", "3", "--json", HAMDIARY_NOW="2026-11-23T11:59:59+01:00")
    after = biscuit("log", "--gait", "3", "--json", HAMDIARY_NOW="2026-11-23T12:00:00+01:00")
    assert before.json["night"]["evening"] == "2026-11-22"
    assert after.json["night"]["evening"] == "2026-11-23"
