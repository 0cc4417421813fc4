from hamdiary.domain.measures import measures_of
from hamdiary.domain.night import Night

SIGNS = len(measures_of(Night)["signs"].kind.items)


def test_undo_says_what_it_did_in_words(biscuit):
    biscuit("log", "--gait", "2")
    biscuit("log", "--gait", "3")
    assert biscuit("undo").out == (
        "undone: Biscuit, night of Sunday 22 November 2026: gait 3 stands -> 2 pushes\n"
    )
    assert biscuit("redo").out == (
        "redone: Biscuit, night of Sunday 22 November 2026: gait 2 pushes -> 3 stands\n"
    )


def test_nothing_to_undo_or_redo_is_exit_code_1(biscuit):
    assert biscuit("redo").code == 1
    assert biscuit("undo").code == 0
    done = biscuit("undo")
    assert (done.code, done.err) == (1, "hamdiary: there is nothing to undo\n")


def test_undoing_a_set_up_names_the_hamster(biscuit):
    assert biscuit("undo").out.startswith("undone: Biscuit: name Biscuit -> not recorded")
    assert biscuit("hamsters").out.startswith("No hamster is set up yet")


def test_undo_leaves_alone_what_another_device_changed_since(biscuit, tmp_path):
    diary = str(tmp_path / "home" / "diary.db")
    biscuit("log", "--gait", "3", "--ate", "half")
    elsewhere = {"HAMDIARY_HOME": str(tmp_path / "other")}
    assert biscuit("--diary", diary, "log", "--gait", "4", **elsewhere).code == 0
    lines = biscuit("undo").out.splitlines()
    assert lines[0].endswith(": ate half -> not recorded")
    assert lines[1] == "left alone, because changed since: gait"
    assert biscuit("show", "--json").json["night"]["gait"] == 4


def test_undo_in_json_has_what_moved(biscuit):
    biscuit("log", "--gait", "3")
    answer = biscuit("undo", "--json").json
    assert answer["undone"]["fields"] == {"gait": {"from": 3, "to": None}}
    assert answer["left_alone"] == []


def test_a_deleted_night_comes_back_with_undo(biscuit):
    biscuit("log", "--gait", "3", "--note", "mine", "--sign", "sore")
    refused = biscuit("delete", "--night", "today")
    assert refused.code == 2
    assert "3 entries" in refused.err
    assert "undo" in biscuit("delete", "--night", "today", "--yes").out
    assert biscuit("list", "--nights", "1").out.endswith("0 of 1 night recorded\n")
    biscuit("undo")
    night = biscuit("show", "--json").json["night"]
    assert (night["gait"], night["note"], night["signs"]["sore"]) == (3, "mine", "yes")


def test_closing_and_reopening_are_taken_back_in_kind_words(biscuit):
    biscuit("hamsters", "close", "Biscuit", "--because", "died")
    assert biscuit("history").out.endswith(
        "Biscuit: the diary is closed: died on Sun 22 Nov 2026\n"
    )
    assert biscuit("undo").out == "undone: Biscuit: the diary is open again\n"
    biscuit("redo")
    biscuit("hamsters", "reopen", "Biscuit")
    assert biscuit("undo").out == "undone: Biscuit: the diary is closed again\n"


def test_many_signs_that_moved_are_counted(biscuit):
    biscuit("log", "--sign", "sore", "--no-sign", "tilt")
    biscuit("log", "--no-sign", "all")
    assert biscuit("history").out.endswith(f": {SIGNS - 1} signs -> no\n")
    assert biscuit("undo").out.endswith(f": {SIGNS - 1} signs changed\n")
    biscuit("redo")
    assert biscuit("delete", "--night", "today", "--yes").code == 0
    assert biscuit("undo").out.endswith(f": {SIGNS} signs not recorded -> no\n")


def test_a_night_without_an_entry_cannot_be_deleted(biscuit):
    assert biscuit("delete", "--night", "today", "--yes").code == 1
