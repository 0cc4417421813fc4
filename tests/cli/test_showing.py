import json

import pytest

from hamdiary.domain.hamster import Hamster
from hamdiary.domain.measures import measures_of
from hamdiary.domain.night import Night
from hamdiary.render.cells import cells


@pytest.fixture
def three_nights(biscuit):
    biscuit("log", "--night", "-9d", "--gait", "2", "--note", "ハムスター 🐹 slept a lot")
    biscuit("log", "--night", "-1d", "--gait", "not_seen", "--ate", "half", "--weight-g", "118.4")
    biscuit("log", "--gait", "3", "--leg-left", "2", "--leg-right", "1", "--note", "first steps")
    return biscuit


def test_a_night_in_json_has_every_measure_by_name(biscuit):
    night = biscuit("tonight", "--json").json["night"]
    assert list(night) == ["evening", *measures_of(Night)]
    assert set(night["signs"].values()) == {None}


def test_a_hamster_in_json_has_every_fact_by_name(biscuit):
    (hamster,) = biscuit("hamsters", "--json").json["hamsters"]
    assert list(hamster) == ["id", *measures_of(Hamster)]
    assert hamster["name"] == "Biscuit"


def test_tonight_shows_last_night_beside(three_nights):
    lines = three_nights("tonight").out.splitlines()
    gait = next(line for line in lines if line.startswith("Gait"))
    assert "3 stands" in gait
    assert gait.endswith("not seen")


def test_tonight_shows_age_illness_day_and_the_vets_numbers(biscuit):
    facts = ["--born", "2026-01-14", "--onset", "2026-11-09", "--night-phone", "0999 1"]
    biscuit("setup", "--edit", "Biscuit", *facts, "--vet-phone", "01234 567890")
    out = biscuit("tonight").out
    for words in ("10 months", "day 14", "01234 567890", "0999 1"):
        assert words in out
    assert biscuit("tonight", "--json").json["illness_day"] == 14


def test_show_spells_out_every_measure(three_nights):
    out = three_nights("show", "yesterday").out
    assert out.startswith("Biscuit, night of Saturday 21 November 2026\n")
    for measure in measures_of(Night).values():
        assert measure.label in out
    assert "not seen" in out


def test_list_marks_gaps_and_counts(three_nights):
    lines = three_nights("list").out.splitlines()
    assert lines[-1] == "3 of 14 nights recorded"
    assert any("not recorded (7 nights)" in line for line in lines)
    assert any(line.startswith("Sat 21 Nov  ×") for line in lines)


def test_a_short_gap_is_marked_night_by_night(three_nights):
    lines = three_nights("list", "--from", "-3d").out.splitlines()
    assert "Thu 19 Nov  not recorded" in lines
    assert "Fri 20 Nov  not recorded" in lines
    assert lines[-1] == "2 of 4 nights recorded"


def test_list_in_json_has_every_night_of_the_period(three_nights):
    answer = three_nights("list", "--nights", "3", "--json").json
    assert (answer["recorded"], answer["of"]) == (2, 3)
    assert [night["evening"] for night in answer["nights"]] == [
        "2026-11-20", "2026-11-21", "2026-11-22",
    ]  # fmt: skip
    assert [night["gait"] for night in answer["nights"]] == [None, "not_seen", 3]


@pytest.mark.parametrize("columns", ["40", "60", "80", "120"])
def test_list_keeps_to_the_width(three_nights, columns):
    lines = three_nights("list", COLUMNS=columns).out.splitlines()[2:-2]
    assert all(cells(line) <= int(columns) for line in lines)


@pytest.mark.parametrize("columns", ["60", "80"])
@pytest.mark.parametrize("command", ["tonight", "show"])
def test_pages_keep_to_the_width(three_nights, command, columns):
    three_nights("log", "--note", "word " * 60 + "x" * 300)
    narrow = three_nights(command, COLUMNS=columns).out.splitlines()
    assert all(cells(line) <= int(columns) for line in narrow)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--nights", "0"], ["--nights", "x"], ["--nights", "3", "--from", "mon"],
        ["--from", "today", "--to", "yesterday"], ["--nights", "99999999999999999999"],
        ["--from", "1990-01-01", "--to", "2190-01-01"],
    ],
)  # fmt: skip
def test_a_period_that_makes_no_sense_is_refused(biscuit, arguments):
    done = biscuit("list", *arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.count("\n") == 1


def test_search_finds_notes(three_nights):
    assert three_nights("search", "steps").out == "Sun 22 Nov 2026  first steps\n"
    found = three_nights("search", "ハムスター", "--json").json["nights"]
    assert [night["evening"] for night in found] == ["2026-11-13"]


@pytest.mark.parametrize("words", ['"', "NOT", "(", "*", "a OR", "note:x", "-x", "^%", "\ud800"])
def test_search_takes_any_words(three_nights, words):
    done = three_nights("search", words)
    assert done.code == 0
    assert done.err == ""


@pytest.mark.parametrize("words", ["", " ", "\u200b", "x" * 100_000])
def test_a_search_for_nothing_or_too_much_is_refused(three_nights, words):
    assert three_nights("search", words).code == 2


def test_history_tells_what_was_changed(three_nights):
    three_nights("log", "--gait", "2")
    lines = three_nights("history", "--night", "today").out.splitlines()
    assert lines[-1] == (
        "Sun 22 Nov 2026 21:16  Biscuit, night of Sunday 22 November 2026: "
        "gait 3 stands -> 2 pushes"
    )


@pytest.mark.parametrize(
    ("dates", "clock", "written"),
    [("iso", "24h", "Sun 2026-11-22 21:16"), ("month first", "12h", "Sun Nov 22 2026  9:16 pm")],
)
def test_history_is_written_in_the_owners_manner_but_not_for_programs(
    three_nights, dates, clock, written
):
    three_nights("settings", "set", "display.dates", dates)
    three_nights("settings", "set", "display.clock", clock)
    assert three_nights("history").out.splitlines()[-1].startswith(f"{written}  Biscuit")
    assert "2026-11-22T20:16" in three_nights("history", "--json").out


def test_history_in_json_has_values_before_and_after(three_nights):
    three_nights("log", "--gait", "2", "--clear", "note")
    change = three_nights("history", "--changes", "1", "--json").json["changes"][0]
    assert change["evening"] == "2026-11-22"
    assert change["at"] == "2026-11-22T20:16:00Z"
    assert change["fields"] == {
        "gait": {"from": 3, "to": 2},
        "note": {"from": "first steps", "to": None},
    }


def test_history_of_one_hamster_leaves_out_the_others(biscuit):
    biscuit("setup", "--name", "Pip")
    biscuit("log", "--gait", "3", "--hamster", "Pip")
    assert "Biscuit" not in biscuit("--hamster", "Pip", "history").out
    assert len(biscuit("--hamster", "Biscuit", "history").out.splitlines()) == 1


def test_where_names_the_diary_before_and_after_it_is_there(hamdiary, tmp_path):
    before = hamdiary("where", "--json").json
    assert before["diary"] == str(tmp_path / "home" / "diary.db")
    assert before["exists"] is False
    hamdiary("setup", "--name", "Biscuit")
    assert hamdiary("where", "--json").json["exists"] is True
    assert str(tmp_path) in hamdiary("where").out


def test_json_is_as_stored_and_the_page_is_clean(three_nights, tmp_path):
    import sqlite3

    with sqlite3.connect(tmp_path / "home" / "diary.db") as conn:
        conn.execute("UPDATE nights SET note = 'a\x1b[2Jb' WHERE evening = '2026-11-22'")
    assert json.loads(three_nights("show", "--json").out)["night"]["note"] == "a\x1b[2Jb"
    assert "\x1b" not in three_nights("show").out
    assert "\x1b" not in three_nights("list").out
    assert "\x1b" not in three_nights("tonight").out
