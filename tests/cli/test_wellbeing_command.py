"""Quality-of-life checks on the command line."""

import pytest

WHOLE = ["--hurt", "7", "--hunger", "8", "--hydration", "8", "--hygiene", "6", "--happiness", "7",
         "--mobility", "3", "--good-days", "6"]  # fmt: skip
LOW = [word if word.startswith("--") else "5" for word in WHOLE]


def listed(run):
    return run("wellbeing", "--json").json["wellbeing"]


def test_a_check_is_written_down_and_says_what_it_is_not(biscuit):
    done = biscuit("wellbeing", "add", *WHOLE)
    assert done.out.startswith(
        "Biscuit: quality of life, Sunday 22 November 2026, 45 of 70: written down\n"
    )
    assert "not validated for hamsters" in " ".join(done.out.split())
    assert (listed(biscuit)[0]["total"], listed(biscuit)[0]["evening"]) == (45, "2026-11-22")


def test_35_of_70_says_to_talk_with_the_vet_and_opens_a_hint(biscuit):
    done = biscuit("wellbeing", "add", *LOW)
    assert "! SOON Quality of life 35 of 70: talk with your vet: hamdiary hints" in done.out
    assert biscuit("hints").code == 11
    assert [each["rule"] for each in biscuit("hints", "--json").json["hints"]] == ["R43"]


def test_parts_left_out_are_not_recorded_and_make_no_sum(biscuit):
    biscuit("wellbeing", "add", "--hurt", "2", "--note", "hid all night")
    only = listed(biscuit)[0]
    assert (only["hurt"], only["hunger"], only["answered"], only["total"]) == (2, None, 1, None)
    assert biscuit("hints").code == 0
    page = biscuit("wellbeing").out
    assert "1 of 7 parts answered" in page and "hunger not recorded" in page


def test_thinking_of_letting_go_leads_to_the_vet_and_to_no_figure(biscuit):
    done = biscuit("wellbeing", "add", "--parting", "yes")
    assert "You think of letting Biscuit go: talk with your vet" in done.out
    assert "hamdiary works nothing out about this" in " ".join(biscuit("hints").out.split())


def test_a_check_is_edited_deleted_and_brought_back(biscuit):
    biscuit("wellbeing", "add", *WHOLE)
    biscuit("wellbeing", "add", *LOW, "--night", "-8d")
    assert "36 of 70" in biscuit("wellbeing", "edit", "1", "--hygiene", "6").out
    assert [each["total"] for each in listed(biscuit)] == [45, 36]
    assert "deleted" in biscuit("wellbeing", "delete", "1", "--yes").out
    assert [each["total"] for each in listed(biscuit)] == [45]
    biscuit("undo")
    assert [each["total"] for each in listed(biscuit)] == [45, 36]
    assert biscuit("wellbeing", "edit", "1", "--clear", "hurt").code == 0
    assert listed(biscuit)[1]["total"] is None


@pytest.mark.parametrize(
    "arguments",
    [["add"], ["add", "--hurt", "11"], ["add", "--hurt", "good"], ["add", "--parting", "perhaps"],
     ["edit", "1"], ["edit", "7", "--hurt", "3"], ["delete", "7"],
     ["add", "--hurt", "5", "--night", "tomorrow"]],
)  # fmt: skip
def test_what_cannot_be_is_one_clear_line(biscuit, arguments):
    done = biscuit("wellbeing", *arguments)
    assert done.code in (2, 66) and done.out == ""
    assert done.err.count("\n") == 1
    assert listed(biscuit) == []


def test_a_second_check_of_one_night_is_asked_about(biscuit):
    biscuit("wellbeing", "add", *WHOLE)
    assert "recorded already" in biscuit("wellbeing", "add", *WHOLE).err
    assert biscuit("wellbeing", "add", *WHOLE, "--yes").code == 0


def test_two_better_checks_end_the_hint_and_one_does_not(biscuit):
    biscuit("wellbeing", "add", *LOW, "--night", "-14d")
    biscuit("wellbeing", "add", *WHOLE, "--night", "-7d")
    assert biscuit("hints").code == 11
    biscuit("wellbeing", "add", *WHOLE)
    assert biscuit("hints").code == 0


def test_what_is_missing_ends_no_hint(biscuit):
    biscuit("wellbeing", "add", *LOW, "--night", "-14d")
    biscuit("wellbeing", "add", "--hurt", "9", "--night", "-7d")
    biscuit("log", "--night-quality", "good", "--night", "-1d")
    biscuit("log", "--night-quality", "good")
    assert biscuit("hints").code == 11


def test_the_reminder_is_off_until_it_is_switched_on(biscuit):
    assert "Quality of life" not in biscuit("remind").out
    biscuit("settings", "set", "reminders.wellbeing.on", "yes")
    late = {"HAMDIARY_NOW": "2026-11-22T21:30:00+01:00"}
    assert "Quality of life" in biscuit("remind", **late).out
    biscuit("wellbeing", "add", *WHOLE)
    assert "Quality of life" not in biscuit("remind", **late).out
