"""Two carers on the command line: who writes, sending, merging, joining, and choosing."""

import shutil

import pytest


@pytest.fixture
def two(biscuit, tmp_path):
    """Two carers' command lines on one diary, who wrote gait and what was eaten apart."""

    def mm(*arguments, **changed):
        return biscuit(*arguments, HAMDIARY_HOME=str(tmp_path / "MM"), **changed)

    biscuit("carer", "LB")
    biscuit("log", "--gait", "3", "--ate", "most", "--weight-g", "118.4")
    biscuit("bundle", "-o", str(tmp_path / "first.hamdiary"))
    assert mm("join", str(tmp_path / "first.hamdiary"), "--by", "MM").code == 0
    mm("log", "--gait", "0")
    biscuit("log", "--surface", "fleece")
    biscuit("log", "--gait", "4")
    (tmp_path / "synced").mkdir()
    for each in (biscuit, mm):
        assert each("bundle", "-o", str(tmp_path / "synced")).code == 0
    return biscuit, mm


def test_a_merge_says_what_came_and_that_something_waits(two, tmp_path):
    lb, _ = two
    said = lb("merge", str(tmp_path / "synced"))
    assert said.code == 0
    assert "1 change for Biscuit, 1 night (Sun 22 Nov) (by MM 1)" in said.out
    assert "1 field has several values; hamdiary conflicts" in said.out
    again = lb("merge", str(tmp_path / "synced"), "--json").json
    assert [each["new"] for each in again["merged"]] == [0]
    assert again["open_questions"] == 1


def test_who_restores_is_told_that_the_other_carers_bundle_brings_it_back(two, tmp_path):
    lb, mm = two
    lb("backup")
    lb("log", "--urine", "less")
    words = "What another carer has taken in of it comes back with their next bundle."
    assert words not in lb("restore", "1", "--dry-run").out  # nobody else has written here yet
    lb("merge", str(tmp_path / "synced"))
    lb("bundle", "-o", str(tmp_path / "synced"))
    mm("merge", str(tmp_path / "synced"))
    mm("bundle", "-o", str(tmp_path / "synced"))
    assert words in lb("restore", "2", "--dry-run").out
    lb("restore", "2", "--yes")
    assert "less" not in lb("tonight").out
    assert lb("merge", str(tmp_path / "synced")).code == 0
    assert "less" in lb("tonight").out


def test_both_values_are_listed_with_who_and_when_until_one_is_chosen(two, tmp_path):
    lb, mm = two
    lb("merge", str(tmp_path / "synced"))
    listed = lb("conflicts").out
    assert "1. Biscuit, night of Sunday 22 November 2026: gait" in listed
    assert "A  0 still, MM, Sun 22 Nov 2026 21:16" in listed
    assert "B  4 wobbly, LB, Sun 22 Nov 2026 21:16 (shown)" in listed
    assert [each["value"] for each in lb("conflicts", "--json").json["conflicts"][0]["values"]] == [
        0,
        4,
    ]
    assert "gait 0 still" in lb("conflicts", "choose", "1", "a").out
    assert lb("conflicts").out == "No field waits for a choice.\n"
    lb("undo")
    assert len(lb("conflicts", "--json").json["conflicts"]) == 1
    lb("conflicts", "choose", "1", "B")
    assert "gait 4 wobbly, chosen" in lb("history").out
    lb("bundle", "-o", str(tmp_path / "synced"))
    mm("merge", str(tmp_path / "synced"))
    assert mm("conflicts", "--json").json["conflicts"] == []


def test_two_values_stay_in_sight_in_plain_text_until_one_is_chosen(two, tmp_path):
    lb, _ = two
    for page in (("tonight",), ("show",), ("list",)):
        assert "≠" not in lb(*page).out
    lb("merge", str(tmp_path / "synced"))
    told = "≠ gait: MM wrote 0 still at 21:16; shown is LB, 21:16. hamdiary conflicts"
    assert told in lb("tonight").out and told in lb("show").out
    assert "≠ two values: Sun 22 Nov; hamdiary conflicts" in lb("list").out
    assert "≠" not in lb("show", "yesterday").out
    for page in ("tonight", "show"):
        assert lb(page, "--json").json["conflicts"] == ["gait"]
    lb("conflicts", "choose", "1", "B")
    for page in (("tonight",), ("show",), ("list",)):
        assert "≠" not in lb(*page).out
    assert lb("show", "--json").json["conflicts"] == []


def test_typing_a_value_chooses_and_says_so(two, tmp_path):
    lb, _ = two
    lb("merge", str(tmp_path / "synced"))
    said = lb("log", "--gait", "2")
    assert "gait: carers had written different values" in said.err
    assert lb("conflicts", "--json").json["conflicts"] == []
    assert lb("log", "--gait", "1").err == ""


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("conflicts", "choose", "7", "A"), 66, "no open question 7"),
        (("conflicts", "choose", "1", "C"), 66, "A, B"),
        (("conflicts", "choose", "1", "AB"), 66, "A, B"),
        (("conflicts", "choose", "0", "A"), 2, ""),
    ],
)
def test_what_cannot_be_chosen_is_said(two, tmp_path, arguments, code, words):
    lb, _ = two
    lb("merge", str(tmp_path / "synced"))
    said = lb(*arguments)
    assert said.code == code and words in said.err
    assert len(lb("conflicts", "--json").json["conflicts"]) == 1


def test_the_folder_of_the_settings_does_both_at_once(two, tmp_path):
    lb, mm = two
    for each in (lb, mm):
        assert each("merge").code == 2
        each("settings", "set", "merge.folder", str(tmp_path / "synced"))
        assert each("merge").code == 0
    assert mm("history").out.count("LB") > 1
    (tmp_path / "synced" / "a.hamdiary").write_text("broken")
    said = lb("merge")
    assert said.code == 65 and "a.hamdiary" in said.err


def test_another_diary_is_explained_and_taken_in_only_if_agreed(biscuit, tmp_path):
    elsewhere = str(tmp_path / "elsewhere")
    biscuit("setup", "--name", "Pip", HAMDIARY_HOME=elsewhere)
    biscuit("bundle", "-o", str(tmp_path / "pip.hamdiary"), HAMDIARY_HOME=elsewhere)
    said = biscuit("merge", str(tmp_path / "pip.hamdiary"))
    assert said.code != 0 and "another diary (with Pip; yours: Biscuit)" in said.err
    assert "Pip" not in biscuit("hamsters").out
    assert biscuit("merge", str(tmp_path / "pip.hamdiary"), "--yes").code == 0
    assert "Pip" in biscuit("hamsters").out
    assert biscuit("merge", str(tmp_path / "pip.hamdiary")).code == 0


def test_a_home_that_was_copied_with_its_name_is_brought_together_as_the_refusal_says(
    biscuit, tmp_path
):
    home, copy, sent = tmp_path / "home", tmp_path / "copy", str(tmp_path / "copy.hamdiary")
    shutil.copytree(home, copy)
    (copy / "device-place").unlink()  # as where no computer can be told from another

    def there(*arguments):
        return biscuit(*arguments, HAMDIARY_HOME=str(copy))

    there("log", "--ate", "most", "--water-ml", "5")
    there("bundle", "-o", sent)
    biscuit("log", "--ate", "half")
    refusal = biscuit("merge", sent)
    assert refusal.code == 65 and f"hamdiary merge --copied {sent}" in refusal.err
    asked = biscuit("merge", "--copied", sent)
    assert asked.code == 2 and "1 change was written here" in asked.err
    name = biscuit("carer", "--json").json["device"]
    done = biscuit("merge", "--copied", sent, "--yes")
    assert done.code == 0 and "1 change has come" in done.out and "1 field has several" in done.out
    assert biscuit("carer", "--json").json["device"] in done.out and name not in done.out.split()
    assert "5 ml" in biscuit("tonight").out and biscuit("doctor").code == 0
    biscuit("bundle", "-o", str(tmp_path / "home.hamdiary"))
    assert there("merge", str(tmp_path / "home.hamdiary"), "--json").json["merged"][0]["new"] == 1


@pytest.mark.parametrize(
    ("content", "code"), [(b"hello", 65), (b"", 65), (None, 66), (b'{"changes": []}', 65)]
)
def test_what_is_no_bundle_is_refused_in_one_line(biscuit, tmp_path, content, code):
    path = tmp_path / "x.hamdiary"
    if content is not None:
        path.write_bytes(content)
    for command in ("merge", "join"):
        said = biscuit(command, str(path), HAMDIARY_HOME=str(tmp_path / command))
        assert said.code in (code, 66) and said.err.count("\n") == 1


def test_who_joins_over_a_diary_is_told_about_merge(two, tmp_path):
    _, mm = two
    said = mm("join", str(tmp_path / "first.hamdiary"))
    assert said.code == 73 and "hamdiary merge" in said.err


def test_initials_stand_with_each_change_and_can_be_named_for_one_call(biscuit):
    assert biscuit("carer").out.startswith("nobody")
    biscuit("carer", "LB")
    biscuit("log", "--ate", "all")
    biscuit("--by", "MM", "log", "--ate", "half")
    biscuit("log", "--ate", "none", HAMDIARY_CARER="NN")
    carers = [each["carer"] for each in biscuit("history", "--json").json["changes"]]
    assert carers[-3:] == ["LB", "MM", "NN"]
    biscuit("log", "--ate", "half", "--by", "OO")
    carers = [each["carer"] for each in biscuit("history", "--json").json["changes"]]
    assert carers[-1] == "OO"
    assert biscuit("carer", "--json").json["carer"] == "LB"
    biscuit("carer", "--nobody")
    assert biscuit("carer", "--json").json["carer"] is None


def test_initials_as_long_as_a_novel_are_refused(biscuit):
    assert biscuit("carer", "M" * 40).code == 78
    assert biscuit("--by", "M" * 40, "log", "--ate", "all").code == 78


def test_a_computer_takes_a_new_name_only_if_agreed(biscuit):
    before = biscuit("carer", "--json").json["device"]
    assert biscuit("carer", "--new-device").code != 0
    assert biscuit("carer", "--json").json["device"] == before
    assert biscuit("carer", "--new-device", "--yes").code == 0
    assert biscuit("carer", "--json").json["device"] != before


def test_a_bundle_is_not_written_over_another_file_unasked(biscuit, tmp_path):
    (tmp_path / "x").write_text("dear vet")
    assert biscuit("bundle", "-o", str(tmp_path / "x")).code == 73
    assert biscuit("bundle", "-o", str(tmp_path / "x"), "--force").code == 0
    assert biscuit("bundle").code == 2
