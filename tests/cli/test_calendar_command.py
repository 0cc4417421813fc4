"""`hamdiary calendar`: a file for the phone, never over another one unasked."""

import icalendar
import pytest


def titles(text):
    return {str(event["SUMMARY"]) for event in icalendar.Calendar.from_ical(text).walk("VEVENT")}


def test_a_calendar_is_written_into_a_file(biscuit, tmp_path):
    place = tmp_path / "care.ics"
    done = biscuit("calendar", "-o", str(place))
    assert (done.code, done.out) == (0, f"{place}: 3 entries\n")
    assert "set that calendar's default notification" in done.err
    assert titles(place.read_bytes()) == {"Time out of the cage", "Weighing", "Tonight's log"}
    assert [each.name for each in tmp_path.iterdir() if "ics" in each.name] == ["care.ics"]


def test_a_calendar_is_printed(biscuit):
    done = biscuit("calendar", "-o", "-", "--names")
    assert done.err == "" and "\r\n" in done.out
    assert titles(done.out) == {"Biscuit: Outing", "Biscuit: Weigh-in", "Biscuit: Log"}


def test_a_file_that_is_there_is_replaced_only_if_that_is_said(biscuit, tmp_path):
    place = tmp_path / "care.ics"
    place.write_text("mine")
    done = biscuit("calendar", "-o", str(place))
    assert (done.code, place.read_text()) == (73, "mine")
    assert done.err == f"hamdiary: {place} is there already; --force replaces it\n"
    assert biscuit("calendar", "-o", str(place), "--force").code == 0
    assert place.read_bytes().startswith(b"BEGIN:VCALENDAR")


@pytest.mark.parametrize("name", ["no/folder/care.ics", "x" * 300, "🐹" * 80, "folder"])
def test_a_file_that_cannot_be_made_is_one_line(biscuit, tmp_path, name):
    (tmp_path / "folder").mkdir()
    done = biscuit("calendar", "-o", str(tmp_path / name), "--force")
    assert done.code == 73
    assert done.err.startswith("hamdiary: cannot write ") and done.err.count("\n") == 1
    assert not list(tmp_path.rglob(".hamdiary-*"))


def test_without_a_place_that_is_said(biscuit):
    done = biscuit("calendar")
    assert done.code == 2 and "-o" in done.err


def test_one_hamster_alone_can_be_written(biscuit):
    biscuit("setup", "--name", "Pip")
    printed = biscuit("--hamster", "Pip", "calendar", "-o", "-", "--names").out
    assert {title.partition(":")[0] for title in titles(printed)} == {"Pip"}


def test_with_everything_off_there_is_nothing_to_write(biscuit, tmp_path):
    for each in ("outing", "log", "weigh_in"):
        biscuit("settings", "set", f"reminders.{each}.on", "off")
    done = biscuit("calendar", "-o", str(tmp_path / "care.ics"))
    assert done.code == 1 and "nothing to put into a calendar" in done.err
    assert not (tmp_path / "care.ics").exists()


def test_the_help_says_what_google_needs(biscuit):
    text = " ".join(biscuit("calendar", "--help").out.split())
    assert "set this calendar's default notification" in text
