"""Happenings on the command line."""

import pytest


def listed(run):
    return run("happening", "list", "--json").json["happenings"]


@pytest.mark.parametrize("what", ["vet-visit", "vet_visit", "Vet visit", "VET VISIT"])
def test_what_happened_is_typed_as_one_says_it(biscuit, what):
    done = biscuit("happening", "add", what, "--on", "24 Nov", "--time", "10:30", "--json")
    happening = done.json["happening"]
    assert (happening["what"], happening["on_day"], happening["at"]) == (
        "vet_visit",
        "2026-11-24",
        "10:30",
    )


def test_the_day_is_today_unless_it_is_said(biscuit):
    done = biscuit("happening", "add", "fall", "--note", "off the sofa")
    assert done.out == (
        "Biscuit: a fall or a knock, Sunday 22 November 2026, off the sofa: written down\n"
    )


@pytest.mark.parametrize(
    "arguments",
    [["nonsense"], ["other"], ["fall", "--on", "30 Feb"], ["fall", "--time", "25:00"],
     ["fall", "--note", " "], ["first-step", "--on", "tomorrow"]],
)  # fmt: skip
def test_what_cannot_be_is_one_clear_line(biscuit, arguments):
    done = biscuit("happening", "add", *arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.count("\n") == 1
    assert listed(biscuit) == []


def test_the_list_has_numbers_and_what_follows_from_other_facts(biscuit):
    biscuit("setup", "--edit", "Biscuit", "--onset", "2026-11-09")
    biscuit("happening", "add", "vet-visit", "--on", "tomorrow")
    biscuit("happening", "add", "fall", "--on", "2026-11-08")
    biscuit("medicine", "add", "Syrup", "--at", "21", "--days", "10")
    assert [(each["number"], each["what"], each["on_day"]) for each in listed(biscuit)] == [
        (None, "treatment_end", "2026-12-01"),
        (2, "vet_visit", "2026-11-23"),
        (None, "treatment_start", "2026-11-22"),
        (None, "onset", "2026-11-09"),
        (1, "fall", "2026-11-08"),
    ]
    page = biscuit("happening").out.splitlines()
    assert page[2] == "  2 ○ Mon 23 Nov 2026 vet visit, tomorrow"
    assert page[4] == "    ● Mon 9 Nov 2026  the legs went weak"


def test_one_is_edited_deleted_and_brought_back(biscuit):
    biscuit("happening", "add", "fall")
    assert "on the stairs" in biscuit("happening", "edit", "1", "--note", "on the stairs").out
    assert biscuit("happening", "edit", "1", "--clear", "note", "--what", "vet-visit").code == 0
    assert biscuit("happening", "delete", "1").code == 2
    assert biscuit("happening", "delete", "1", "--yes").code == 0
    assert listed(biscuit) == []
    biscuit("undo")
    assert [each["what"] for each in listed(biscuit)] == ["vet_visit"]


def test_an_edit_of_nothing_is_refused(biscuit):
    biscuit("happening", "add", "fall")
    assert biscuit("happening", "edit", "1").code == 2
    assert biscuit("happening", "edit", "1", "--note", "x", "--clear", "note").code == 2


@pytest.mark.parametrize("verb", [["edit", "--note", "x"], ["delete", "--yes"]])
def test_a_number_that_none_has_is_exit_code_66(biscuit, verb):
    name, *options = verb
    assert biscuit("happening", name, "7", *options).code == 66


def test_nothing_written_down_is_said(biscuit):
    assert "No happening of Biscuit" in biscuit("happening", "list").out


def test_lines_fit_the_terminal(biscuit):
    biscuit("happening", "add", "fall", "--note", "word " * 70)
    for line in biscuit("happening", "list", COLUMNS="40").out.splitlines():
        assert len(line) <= 40
