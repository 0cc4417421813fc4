"""Medicines on the command line."""

import pytest

from hamdiary.render.marks import in_ascii

DROPS = ("medicine", "add", "Vitamin drops", "--dose", "2 drops by mouth", "--at", "21:00")


@pytest.fixture
def drops(biscuit):
    """The command line with a course of ten days that began yesterday."""
    assert biscuit(*DROPS, "--days", "10", "--from", "yesterday").code == 0
    return biscuit


def told(run, *arguments):
    return run("medicine", "list", "--all", "--json", *arguments).json["medicines"]


def test_a_course_is_written_down_as_the_vet_said(biscuit):
    done = biscuit(*DROPS, "--days", "10", "--antibiotic", "--note", "with food", "--json")
    course = done.json["medicine"]
    assert (course["name"], course["dose"], course["times"]) == (
        "Vitamin drops",
        "2 drops by mouth",
        "21:00",
    )
    assert (course["days"], course["antibiotic"], course["starts"]) == (10.0, "yes", "2026-11-22")
    assert (course["treatment_day"], course["treatment_days"]) == (1, 10)
    assert course["due"]["due"] == "2026-11-22T21:00"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--at", "21:00", "--days", "0"], "at least 1 day"),
        ([], "needs times"),
        (["--at", "25:00"], "There is no 25:00"),
        (["--at", "21:00", "--as-needed"], "no times"),
        (["--at", "9,21", "--every", "8h"], "counted from one time"),
        (["--at", "21:00", "--from", "30 Feb"], "--from"),
        (["--at", "21:00", "--days", "ten"], "--days"),
        (["--at", "21:00", "--days", "9999"], "cannot be more than 1000"),
    ],
)
def test_a_course_that_cannot_be_is_one_clear_line(biscuit, options, said):
    done = biscuit("medicine", "add", "Syrup", *options)
    assert (done.code, done.out) == (2, "")
    assert said in done.err and done.err.count("\n") == 1
    assert told(biscuit) == []


@pytest.mark.parametrize("name", ["", "  ", "\u200b", "x" * 61])
def test_a_name_that_cannot_be_seen_is_refused(biscuit, name):
    assert biscuit("medicine", "add", name, "--at", "21").code == 2


def test_an_unusual_course_needs_yes(biscuit):
    long = ("medicine", "add", "Syrup", "--at", "21", "--days", "400")
    assert biscuit(*long).code == 2
    assert biscuit(*long, "--yes").code == 0


def test_every_eight_hours_and_as_needed(biscuit):
    hourly = biscuit("medicine", "add", "Syrup", "--every", "8h", "--at", "21:00")
    assert "every 8 h from 21:00" in hourly.out
    needed = biscuit("medicine", "add", "Relief", "--as-needed")
    assert "as needed" in needed.out


def test_a_second_course_of_one_name_is_kept_and_said(drops):
    done = drops("medicine", "add", "VITAMIN drops", "--at", "21", "--from", "in 10 days")
    assert done.code == 0
    assert "there is a course of Vitamin drops already" in done.err
    assert len(told(drops)) == 2


def test_the_list_has_a_mark_for_each_dose_and_counts(drops):
    drops("dose", "vit")
    page = drops("medicine", "list").out
    assert "Vitamin drops · 2 drops by mouth · 21:00 · day 2 of 10" in page
    assert "21:00  ·✓––––––––" in page
    assert "1 given, 1 not recorded; next tomorrow 21:00" in page
    assert "hamdiary works out no doses" in page
    assert drops("medicine").out == page


def test_marks_have_twins_in_ascii(drops):
    drops("dose", "vit", "--refused")
    assert "21:00  .x--------" in in_ascii(drops("medicine", "list").out)


def test_nothing_written_down_is_said(biscuit):
    assert "No medicine of Biscuit" in biscuit("medicine").out


def test_courses_that_are_over_stand_below(drops):
    drops("medicine", "stop", "vit", "--why", "soft droppings")
    page = drops("medicine").out
    assert "Over\n  Vitamin drops · Sat 21 Nov – Sun 22 Nov" in page
    assert "stopped: soft droppings" in " ".join(page.split())


def test_only_the_last_few_that_are_over_are_listed_without_all(biscuit):
    for number in range(7):
        options = ("--at", "21", "--days", "1", "--from", f"2026-10-0{number + 1}", "--yes")
        biscuit("medicine", "add", f"Old {number}", *options)
    page = biscuit("medicine", "list").out
    assert "Old 6" in page and "Old 1" not in page
    assert "2 more are over" in page
    assert "Old 0" in biscuit("medicine", "list", "--all").out


@pytest.mark.parametrize("width", ["20", "40", "80", "200"])
def test_pages_fit_the_terminal(drops, width):
    drops(
        "medicine", "add", "Syrup " + "ab" * 20, "--every", "4h", "--at", "21", "--dose", "x " * 60
    )
    for command in (["list"], ["show", "vit"], ["show", "syrup"]):
        for line in drops("medicine", *command, COLUMNS=width).out.splitlines():
            assert len(line) <= int(width), line


def test_show_tells_every_dose(drops):
    drops("dose", "vit", "--at", "21:05")
    page = drops("medicine", "show", "vit").out
    assert "Sun 22 Nov 21:00 given 21:05" in page
    assert "Sat 21 Nov 21:00 not recorded" in page
    (course,) = drops("medicine", "show", "vit", "--json").json["medicines"]
    assert [slot["state"] for slot in course["slots"]][:3] == ["missed", "given", "later"]


def test_a_course_is_stopped_extended_and_edited(drops):
    assert "15 days now" in drops("medicine", "extend", "vit", "--days", "5").out
    edited = drops("medicine", "edit", "vit", "--at", "20:30", "--name", "Drops", "--json")
    assert (edited.json["medicine"]["times"], edited.json["medicine"]["name"]) == (
        "20:30",
        "Drops",
    )
    stopped = drops("medicine", "stop", "drops", "--json").json["medicine"]
    assert (stopped["state"], stopped["stopped"]) == ("stopped", "2026-11-22")
    again = drops("medicine", "edit", "drops", "--clear", "stopped", "--json").json["medicine"]
    assert (again["state"], again["stopped_at"]) == ("running", None)


def test_stopping_on_a_day_to_come_or_twice_needs_yes(drops):
    assert drops("medicine", "stop", "vit", "--on", "tomorrow").code == 2
    assert drops("medicine", "stop", "vit").code == 0
    assert drops("medicine", "stop", "vit", "--on", "yesterday").code == 2
    assert drops("medicine", "stop", "vit", "--on", "yesterday", "--yes").code == 0


@pytest.mark.parametrize("days", ["0", "-1", "x"])
def test_an_extension_by_nothing_is_refused(drops, days):
    assert drops("medicine", "extend", "vit", "--days", days).code == 2


def test_what_cannot_be_cleared_is_refused(drops):
    for name in ("name", "zone", "nonsense", "at", "from"):
        assert drops("medicine", "edit", "vit", "--clear", name).code == 2
    assert drops("medicine", "edit", "vit").code == 2
    assert drops("medicine", "edit", "vit", "--days", "5", "--clear", "days").code == 2


def test_deleting_asks_and_undo_brings_it_back_with_its_doses(drops):
    drops("dose", "vit")
    refused = drops("medicine", "delete", "vit")
    assert refused.code == 2
    assert "Delete Vitamin drops with 1 recorded dose?" in refused.err
    assert drops("medicine", "delete", "vit", "--yes").code == 0
    assert told(drops) == []
    drops("undo")
    (course,) = told(drops)
    assert course["counts"]["given"] == 1


@pytest.mark.parametrize(
    "arguments", [["show"], ["stop"], ["extend", "--days", "2"], ["edit", "--at", "9"], ["delete"]]
)
def test_a_medicine_that_is_not_there_is_exit_code_66(drops, arguments):
    verb, *options = arguments
    done = drops("medicine", verb, "xyz", *options)
    assert done.code == 66
    assert "there is Vitamin drops" in done.err


def test_a_name_that_several_begin_with_lists_them(drops):
    drops("medicine", "add", "Vitamin paste", "--at", "9")
    done = drops("dose", "vita")
    assert done.code == 66
    assert "can be Vitamin drops, Vitamin paste" in done.err


def test_tonight_shows_the_doses(drops):
    drops("medicine", "add", "Relief", "--as-needed")
    drops("dose", "relief", "--at", "21:10")
    page = drops("tonight", COLUMNS="100").out
    assert "Medicines        ○ 21:00 Vitamin drops, 2 drops by mouth: due, day 2 of 10" in page
    assert "Relief: as needed, given 21:10" in page
    answer = drops("tonight", "--json").json
    assert [dose["state"] for dose in answer["doses"]] == ["due"]
    assert [each["name"] for each in answer["as_needed"]] == ["Relief"]
    assert [each["status"] for each in answer["extra_doses"]] == ["given"]


def test_tonight_without_medicines_says_nothing_about_them(biscuit):
    assert "Medicines" not in biscuit("tonight").out
    assert biscuit("tonight", "--json").json["doses"] == []
