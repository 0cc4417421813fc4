"""`hamdiary plot`: the same picture and words for a terminal, a pipe and other programs."""

import pytest

from hamdiary.render.cells import cells


@pytest.fixture
def weeks(biscuit):
    for back, gait in enumerate((3, 3, 2, 1, 2, 1, 1, 1, 1, 0, 0, 0)):
        biscuit("log", "--night", f"-{back}d", "--gait", str(gait), "--weight-g", "118.4")
    return biscuit


def test_a_plot_is_a_picture_and_words(weeks):
    lines = weeks("plot", "gait").out.splitlines()
    assert lines[0] == "Biscuit, Monday 9 November 2026 to Sunday 22 November 2026"
    assert any("●" in line for line in lines)
    assert any(line.startswith("Gait median") for line in lines)
    assert lines[-1] == "12 of 14 nights recorded"


def test_without_a_name_everything_recorded_is_drawn(weeks):
    out = weeks("plot").out
    assert "Gait" in out and "Weight" in out
    assert "Droppings" not in out and "Legs" not in out


@pytest.mark.parametrize(
    ("what", "words"),
    [("minutes", "no outings recorded"), ("legs", "no leg scores"), ("doses", "no doses recorded")],
)
def test_what_was_never_recorded_is_said_in_one_line(weeks, what, words):
    out = weeks("plot", what, "--all").out
    assert words in out
    assert out.count("\n") == 1


def test_an_empty_diary_is_said_in_one_line(biscuit):
    out = biscuit("plot").out
    assert out == "Biscuit: nothing recorded that could be drawn, Monday 9 November 2026 to " + (
        "Sunday 22 November 2026.\n"
    )


@pytest.mark.parametrize("columns", ["45", "60", "80", "120", "200"])
@pytest.mark.parametrize("nights", ["1", "14", "30", "90"])
def test_a_plot_keeps_to_the_width(weeks, columns, nights):
    lines = weeks("plot", "--nights", nights, COLUMNS=columns).out.splitlines()
    assert max(map(cells, lines[2:])) <= int(columns)


def test_a_pipe_gets_no_colour(weeks):
    assert "\x1b" not in weeks("plot").out


@pytest.mark.slow
@pytest.mark.parametrize(
    ("said", "coloured"),
    [
        ({}, True),
        ({"NO_COLOR": ""}, True),
        ({"NO_COLOR": "1"}, False),
        ({"TERM": "dumb"}, False),
        ({"TERM": "vt100"}, False),
    ],
)
def test_a_terminal_gets_colour_unless_it_is_unwanted(weeks, at_terminal, said, coloured):
    out = at_terminal("plot", "gait", **said).out
    assert "●" in out
    assert ("\x1b[" in out) is coloured


def test_ascii_terminals_get_twins(weeks, program):
    done = program("plot", "gait", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.code == 0
    assert done.out.isascii()
    assert "=*=" in done.out


def test_json_has_every_night_and_the_facts_behind_the_words(weeks):
    answer = weeks("plot", "gait", "--json").json
    assert [night["gait"] for night in answer["nights"]] == [
        None, None, 0, 0, 0, 1, 1, 1, 1, 2, 1, 2, 3, 3,
    ]  # fmt: skip
    assert answer["nights"][1]["gait_median_of_3"] is None
    assert answer["nights"][-1]["gait_median_of_3"] == {"low": 3, "high": 3}
    gait = answer["facts"]["gait"]
    assert gait["counts"]["up"] == 4
    assert gait["tendency"] == "tends up"
    assert gait["compared"]["now"] == {"low": 2, "high": 2}
    assert answer["words"]["gait"][0].startswith("Gait median")
    assert answer["nights"][0]["treatment_day"] is None


@pytest.mark.parametrize(
    "arguments",
    [["tail"], ["gait", "--nights", "0"], ["gait", "--nights", "7", "--all"], ["gait", "legs"]],
)
def test_what_makes_no_sense_is_refused(weeks, arguments):
    done = weeks("plot", *arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.count("\n") == 1


@pytest.mark.parametrize("option", ["--by-treatment-day", "--compare"])
def test_days_of_treatment_need_a_first_one(weeks, option):
    done = weeks("plot", "gait", option)
    assert (done.code, done.out) == (1, "")
    assert "no first day of treatment is recorded" in done.err


# What is done besides the log


@pytest.fixture
def cared_for(weeks):
    weeks("out", "add", "18m", "--night", "-1d")
    weeks("out", "add", "7m", "--night", "-1d")
    weeks("medicine", "add", "Vitamin drops", "--dose", "2 drops", "--at", "21:00", "--days", "20",
          "--from", "-11d", "--yes")  # fmt: skip
    weeks("happening", "add", "vet-visit", "--on", "-3d", "--note", "left [b]leg[/b] stronger")
    return weeks


def test_minutes_are_bars_against_the_goal(cared_for):
    out = cared_for("plot", "minutes").out
    assert "▁ goal" in out and "▁25▁" in out
    assert "The goal of the night was reached on 0 of 1 night that had one." in out


def test_doses_that_nobody_recorded_are_neither_given_nor_missing_from_the_count(cared_for):
    out = cared_for("plot", "doses").out
    assert "Doses 11 not recorded, 1 due." in out
    assert "/ skipped, · not recorded, ○ due" in out


def test_marks_are_told_with_their_letters_from_the_first_night_shown(cared_for):
    lines = cared_for("plot", "gait").out.splitlines()
    assert lines[2].split() == ["Gait", "A", "B"]
    assert "A 11 Nov  starts: Vitamin drops" in lines
    assert "B 19 Nov  vet visit: left [b]leg[/b] stronger" in lines
    assert "C 30 Nov  ends: Vitamin drops" in lines


def test_days_of_treatment_stand_in_place_of_dates(cared_for):
    out = cared_for("plot", "gait", "--by-treatment-day").out
    (days,) = [line for line in out.splitlines() if line.startswith("Day of")]
    assert days.split()[2:5] == ["−2", "−1", "1"]
    assert days.split()[-1] == "12"


def test_the_published_case_stands_beside_it_and_is_no_forecast(cared_for):
    out = cared_for("plot", "gait", "--compare").out
    assert "○ one published case, not a forecast" in out
    answer = cared_for("plot", "gait", "--compare", "--json").json
    assert answer["compared_with"]["is"] == "one published case, not a forecast"
    assert [day["gait"] for day in answer["compared_with"]["days"]] == [0, 2, 4]


def test_json_tells_a_night_without_outing_from_one_without_minutes(cared_for):
    nights = cared_for("plot", "--json").json["nights"]
    assert [night["out_min"] for night in nights[-3:]] == [None, 25, None]
    assert nights[-1]["doses"] == ["due"]
    assert nights[0]["doses"] is None
    assert [night["treatment_day"] for night in nights[:3]] == [-2, -1, 1]


@pytest.mark.parametrize("columns", ["45", "60", "80", "120", "200"])
def test_a_page_with_everything_keeps_to_the_width(cared_for, columns):
    for arguments in ((), ("--compare", "--by-treatment-day"), ("--all",)):
        lines = cared_for("plot", *arguments, COLUMNS=columns).out.splitlines()
        assert max(map(cells, lines[2:])) <= int(columns)
