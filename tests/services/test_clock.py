"""The clock of the front ends, and what stands for it in tests, pictures and replays."""

import time
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from hamdiary.services.clock import BadSetting, Clock

EVENING = "2026-11-22T21:16:00+01:00"


def now(**environment):
    return Clock(environment).now()


@pytest.fixture
def without_tz(monkeypatch):
    monkeypatch.delenv("TZ", raising=False)
    if hasattr(time, "tzset"):
        time.tzset()  # the C library may still follow a zone that another test has set


@pytest.mark.parametrize("zone", ["Europe/Berlin", ":Europe/Berlin"])
def test_the_set_moment_is_shown_on_the_clock_of_the_set_zone(zone):
    moment = now(HAMDIARY_NOW="2026-11-22T15:16:00-05:00", TZ=zone)
    assert moment.wall.isoformat() == EVENING
    assert (moment.zone, moment.utc_text) == ("Europe/Berlin", "2026-11-22T20:16:00Z")


def test_the_evening_is_that_of_the_set_zone():
    late = "2026-11-23T02:30:00Z"
    assert now(HAMDIARY_NOW=late, TZ="America/New_York").evening.day == 22
    assert now(HAMDIARY_NOW=late, TZ="Pacific/Auckland").evening.day == 23


def test_without_a_zone_the_moments_own_offset_is_the_wall_clock(without_tz):
    moment = now(HAMDIARY_NOW="2026-11-22T21:16:00+05:45")
    assert moment.wall.isoformat() == "2026-11-22T21:16:00+05:45"
    assert moment.zone == "UTC+05:45" or moment.wall.tzinfo == ZoneInfo(moment.zone)


def test_without_a_zone_this_computers_is_named_if_its_offset_agrees(without_tz):
    here = datetime.now().astimezone()
    moment = now(HAMDIARY_NOW=here.isoformat())
    assert moment.wall == here
    assert ZoneInfo(moment.zone).utcoffset(here.replace(tzinfo=None)) == here.utcoffset()


@pytest.mark.parametrize("moment", ["2026-11-22T20:16:00Z", "20261122T201600+0000"])
def test_a_moment_may_be_written_in_any_form_of_iso(moment):
    assert now(HAMDIARY_NOW=moment, TZ="Europe/Berlin").wall.isoformat() == EVENING


@pytest.mark.parametrize("unset", [{}, {"HAMDIARY_NOW": ""}])
@pytest.mark.parametrize("zone", [{}, {"TZ": ""}, {"TZ": "Australia/Lord_Howe"}])
def test_without_a_set_moment_it_is_now(unset, zone):
    before = datetime.now(UTC).replace(microsecond=0)
    moment = Clock({**unset, **zone}).now()
    assert before <= moment.wall <= datetime.now(UTC)
    assert moment.wall.utcoffset() is not None
    assert moment.zone == zone.get("TZ", "") or not zone.get("TZ")


def test_a_zone_of_this_process_does_not_pass_for_this_computers(monkeypatch):
    monkeypatch.setenv("TZ", "Asia/Kathmandu")
    moment = now(TZ="Europe/Berlin")
    assert moment.zone == "Europe/Berlin"
    assert moment.wall.tzinfo == ZoneInfo("Europe/Berlin")


def test_the_moment_stands_still_until_it_is_set_anew():
    clock = Clock({"HAMDIARY_NOW": EVENING, "TZ": "Europe/Berlin"})
    assert clock.now() == clock.now()


@pytest.mark.parametrize(
    ("moment", "zone", "wall"),
    [
        ("2026-10-25T00:59:00Z", "Europe/Berlin", "2026-10-25T02:59:00+02:00"),
        ("2026-10-25T01:00:00Z", "Europe/Berlin", "2026-10-25T02:00:00+01:00"),
        ("2026-03-29T01:00:00Z", "Europe/Berlin", "2026-03-29T03:00:00+02:00"),
        ("2026-11-01T06:00:00Z", "America/New_York", "2026-11-01T01:00:00-05:00"),
        ("2026-03-08T07:00:00Z", "America/New_York", "2026-03-08T03:00:00-04:00"),
        ("2026-04-04T15:00:00Z", "Australia/Lord_Howe", "2026-04-05T01:30:00+10:30"),
        ("2026-10-03T15:30:00Z", "Australia/Lord_Howe", "2026-10-04T02:30:00+11:00"),
    ],
)
def test_the_wall_clock_goes_forward_and_back_with_the_zone(moment, zone, wall):
    there = now(HAMDIARY_NOW=moment, TZ=zone)
    assert there.wall.isoformat() == wall
    assert there.utc_text == moment


def said_of(**environment):
    with pytest.raises(BadSetting) as said:
        now(**environment)
    assert "\n" not in str(said.value)
    return str(said.value)


@pytest.mark.parametrize("moment", ["tonight", "2026-11-31T21:16:00+01:00", "25:00", "x" * 5000])
def test_a_moment_that_cannot_be_read_is_refused_in_one_line(moment):
    words = said_of(HAMDIARY_NOW=moment)
    assert words.startswith(f"HAMDIARY_NOW={moment[:40]}: write a moment like 2026-11-22T21:16")
    assert len(words) < 120


@pytest.mark.parametrize("moment", ["2026-11-22T21:16:00", "2026-11-22"])
def test_a_moment_without_its_offset_is_refused(moment):
    assert said_of(HAMDIARY_NOW=moment) == f"HAMDIARY_NOW={moment}: add the offset, as in +01:00"


@pytest.mark.parametrize(
    "zone", ["Europe/Berlim", "Berlin", "../../etc/passwd", "Europe", "CET-1X"]
)
@pytest.mark.parametrize("fixed", [{}, {"HAMDIARY_NOW": EVENING}])
def test_a_zone_that_is_none_is_refused_in_one_line(zone, fixed):
    words = said_of(TZ=zone, **fixed)
    assert words == f"TZ={zone}: there is no such time zone; write it like Europe/Berlin"


@pytest.fixture
def system_zone(monkeypatch):
    """Let the C library of this process, too, follow a zone."""
    if not hasattr(time, "tzset"):
        pytest.skip("there is no tzset here")

    def follow(zone):
        monkeypatch.setenv("TZ", zone)
        time.tzset()

    yield follow
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize("fixed", [{}, {"HAMDIARY_NOW": EVENING}])
@pytest.mark.parametrize(
    ("zone", "named"),
    [("CET-1", "UTC+01:00"), ("<+03>-3", "UTC+03:00"), ("UTC+2", "UTC-02:00"),
     (":<+0545>-5:45", "UTC+05:45")],
)  # fmt: skip
def test_a_rule_for_a_zone_is_left_to_the_system_and_stored_as_its_offset(
    system_zone, zone, named, fixed
):
    system_zone(zone.lstrip(":"))
    moment = now(TZ=zone, **fixed)
    assert moment.zone == named
    assert f"UTC{moment.wall.isoformat()[-6:]}" == named


def test_a_rule_with_a_summer_time_follows_it(system_zone):
    system_zone("CET-1CEST")
    winter, summer = (
        now(TZ="CET-1CEST", HAMDIARY_NOW=f"2026-{month}-15T20:00:00Z") for month in ("11", "07")
    )
    assert (winter.zone, summer.zone) == ("UTC+01:00", "UTC+02:00")


@pytest.mark.parametrize("place", ["/usr/share/zoneinfo/Europe/Berlin", "/x/zoneinfo/Asia/Tokyo"])
def test_a_zone_named_by_its_file_has_its_name(place):
    assert now(TZ=f":{place}").zone == now(TZ=place).zone == place.partition("/zoneinfo/")[2]


def test_a_zone_named_by_a_link_has_the_name_of_what_it_leads_to(tmp_path):
    link = tmp_path / "localtime"
    link.symlink_to("/usr/share/zoneinfo/Europe/Berlin")
    assert now(TZ=f":{link}").zone == "Europe/Berlin"


def test_a_file_that_is_no_known_zone_is_left_to_the_system(tmp_path):
    copy = tmp_path / "localtime"
    copy.write_bytes(b"")
    here = now(TZ=str(copy))
    assert here.zone.startswith("UTC") and len(here.zone) == len("UTC+01:00")


@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00+01:00", "9999-12-31T23:59:59-05:00"])
@pytest.mark.parametrize("zone", [{}, {"TZ": "Europe/Berlin"}])
def test_a_moment_at_the_end_of_time_is_refused_like_any_other(moment, zone):
    assert said_of(HAMDIARY_NOW=moment, **zone).startswith(f"HAMDIARY_NOW={moment}: write a moment")


def test_the_clock_reads_only_the_environment_it_was_given(monkeypatch):
    monkeypatch.setenv("HAMDIARY_NOW", "2001-11-22T21:16:00+01:00")
    assert now(TZ="Europe/Berlin").wall.year > 2001
