"""Importing hamdiary's own JSON: the same diary, or what this one lacks, or one line."""

import json

import pytest

from hamdiary.services.session import open_session
from hamdiary.services.transfer.columns import table_names
from hamdiary.storage.checking import differences
from hamdiary.storage.everything import all_changes, rows_of


def all_of(settings, home=None):
    with open_session({**settings, **({"HAMDIARY_HOME": str(home)} if home else {})}) as session:
        assert differences(session.diary) == []
        shown = {kind: rows_of(session.diary, kind) for kind in table_names()}
        return session.diary.id, all_changes(session.diary), shown


@pytest.fixture
def kept(biscuit):
    biscuit("log", "--gait", "3", "--weight-g", "118.4", "--sign", "hunched", "--note", "x\ny")
    biscuit("log", "--gait", "4")
    biscuit("undo")
    biscuit("out", "add", "25m", "--at", "20:10")
    return biscuit


@pytest.fixture
def exported(kept, tmp_path):
    place = tmp_path / "b.json"
    assert kept("export", "-o", str(place)).code == 0
    return place


def test_an_empty_home_becomes_the_same_diary(kept, exported, settings, tmp_path):
    new = {"HAMDIARY_HOME": str(tmp_path / "new")}
    done = kept("import", str(exported), "--yes", **new)
    assert (done.code, done.err) == (0, "")
    assert "1 night" in done.out
    assert all_of(settings, tmp_path / "new") == all_of(settings)
    assert kept("export", "-o", str(tmp_path / "again.json"), **new).code == 0
    assert (tmp_path / "again.json").read_bytes() == exported.read_bytes()


def test_the_new_diary_is_known_by_its_name(kept, exported, tmp_path):
    new = {"HAMDIARY_HOME": str(tmp_path / "new")}
    kept("import", str(exported), "--yes", **new)
    known = json.loads((tmp_path / "new" / "known-diaries.json").read_text())
    told = json.loads(exported.read_bytes())
    assert list(known.values()) == [told["diary"]]


def test_importing_twice_adds_nothing(kept, exported, settings):
    before = all_of(settings)
    done = kept("import", str(exported), "--yes")
    assert done.code == 0
    assert "all of it already" in done.out
    assert all_of(settings) == before


def test_what_is_only_in_the_file_comes_and_what_is_only_here_stays(kept, exported, settings):
    told = json.loads(exported.read_bytes())
    kept("log", "--night", "yesterday", "--gait", "2")
    told["changes"].append(
        {"device": "c3c3", "lamport": 9, "at_utc": "2026-11-22T20:20:00Z", "zone": "Europe/Berlin",
         "kind": "night", "id": f"{told['things']['hamsters'][0]['id']}/2026-11-20",
         "fields": {"gait": {"to": 1}}}
    )  # fmt: skip
    exported.write_text(json.dumps(told))
    done = kept("import", str(exported), "--yes")
    assert done.code == 0
    assert "Friday 20 November 2026" in done.out
    nights = all_of(settings)[2]["night"]
    assert [each["gait"] for each in nights] == [1, 2, 3]


def test_a_dry_run_says_what_would_come_and_changes_nothing(kept, exported, tmp_path):
    new = {"HAMDIARY_HOME": str(tmp_path / "new")}
    done = kept("import", str(exported), "--dry-run", **new)
    assert done.code == 0
    assert "1 night" in done.out
    assert not (tmp_path / "new" / "diary.db").exists()


def test_nothing_comes_without_a_yes(kept, exported, tmp_path):
    new = {"HAMDIARY_HOME": str(tmp_path / "new")}
    done = kept("import", str(exported), **new)
    assert done.code == 2
    assert "--yes" in done.err
    assert not (tmp_path / "new" / "diary.db").exists()


def test_a_lost_diary_is_not_begun_anew_by_surprise(kept, exported, settings, tmp_path):
    before = all_of(settings)
    for each in (tmp_path / "home").glob("diary.db*"):
        each.unlink()
    done = kept("import", str(exported), "--yes")
    assert done.code == 66
    assert kept("import", str(exported), "--yes", "--anew").code == 0
    assert all_of(settings) == before


def test_what_this_computer_wrote_after_the_export_bears_names_that_are_not_given_again(
    kept, exported, settings, tmp_path
):
    kept("log", "--gait", "5")
    newest = all_of(settings)[1][-1].ref
    for each in (tmp_path / "home").glob("diary.db*"):
        each.unlink()
    kept("import", str(exported), "--yes", "--anew")
    kept("log", "--gait", "5")
    again = all_of(settings)[1][-1].ref
    assert again.lamport == newest.lamport and again.device != newest.device


def test_values_written_apart_are_said_to_wait_for_a_choice(kept, exported, settings):
    told = json.loads(exported.read_bytes())
    over = told["changes"][1]
    told["changes"].append({**over, "device": "c3c3", "fields": {"gait": {"to": 1}}, "lamport": 9})
    exported.write_text(json.dumps(told))
    done = kept("import", str(exported), "--yes")
    assert "1 field has several values now; hamdiary conflicts" in done.out


def test_a_hamster_that_was_erased_for_good_stays_erased(kept, exported, settings, tmp_path):
    told = json.loads(exported.read_bytes())
    told["erased"] = ["0123456789abcdef"]
    exported.write_text(json.dumps(told))
    new = {"HAMDIARY_HOME": str(tmp_path / "new")}
    assert kept("import", str(exported), "--yes", **new).code == 0
    told["changes"].append({**told["changes"][0], "lamport": 9, "id": "0123456789abcdef"})
    exported.write_text(json.dumps(told))
    done = kept("import", str(exported), "--yes", **new)
    assert "1 change about hamsters that were erased here for good" in done.out
    assert len(all_of(settings, tmp_path / "new")[2]["hamster"]) == 1
    again = tmp_path / "again.json"
    kept("export", "-o", str(again), **new)
    assert json.loads(again.read_bytes())["erased"] == ["0123456789abcdef"]


def altered(told, path, value):
    *way, last = path
    place = told
    for each in way:
        place = place[each]
    place[last] = value
    return json.dumps(told)


BAD = {
    "no json": lambda told: "{oops",
    "nan": lambda told: json.dumps(told).replace("118.4", "NaN"),
    "infinity": lambda told: json.dumps(told).replace("118.4", "1e999"),
    "twice": lambda told: json.dumps(told).replace('"version"', '"version": 1, "version"', 1),
    "deep": lambda told: '{"a":' * 100_000,
    "figures": lambda told: json.dumps(told).replace("118.4", "9" * 5000),
    "surrogate": lambda told: altered(told, ["changes", 1, "fields", "note", "to"], "\ud800"),
    "escape": lambda told: altered(told, ["changes", 1, "fields", "note", "to"], "\x1b[2J"),
    "list": lambda told: altered(told, ["changes", 1, "fields", "note", "to"], ["x"]),
    "no list": lambda told: altered(told, ["changes"], 3),
    "no change": lambda told: altered(told, ["changes", 1], "x"),
    "no lamport": lambda told: altered(told, ["changes", 1, "lamport"], "1"),
    "level": lambda told: altered(told, ["changes", 1, "fields", "gait", "to"], 17),
    "other": lambda told: '{"hamdiary": 1, "nights": []}',
    "newer": lambda told: altered(told, ["diary_format"], 99),
    "no diary": lambda told: altered(told, ["diary"], "../../evil"),
    "ref": lambda told: altered(told, ["changes", 1, "undoes"], "9" * 5000),
}


@pytest.mark.parametrize("wrong", BAD)
def test_a_file_that_is_not_right_is_one_clear_line_and_changes_nothing(
    kept, exported, settings, tmp_path, wrong
):
    new = {"HAMDIARY_HOME": str(tmp_path / "new")}
    exported.write_text(BAD[wrong](json.loads(exported.read_bytes())), encoding="utf-8")
    done = kept("import", str(exported), "--yes", **new)
    assert done.code == 65, done.err
    assert done.err.count("\n") == 1
    assert "fault" not in done.err and "x\ny" not in done.err
    assert not (tmp_path / "new" / "diary.db").exists()


@pytest.mark.parametrize("name", ["nowhere.json", "home/x.json", "nul\x00.json"])
def test_a_file_that_is_not_there_is_one_clear_line(kept, tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    done = kept("import", name, "--yes")
    assert done.code == 66
    assert done.err.count("\n") == 1
