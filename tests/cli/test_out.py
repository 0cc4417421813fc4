import pytest

from hamdiary.knowledge.floor_time import RULES, SOURCE


def evening(time, day=22):
    return {"HAMDIARY_NOW": f"2026-11-{day}T{time}:00+01:00"}


def now_out(run, **when):
    return run("out", "--json", **when).json["night"]


def test_an_evening_with_the_clock(biscuit):
    assert biscuit("out", **evening("21:00")).out == "Biscuit: not recorded, goal 30 min\n"
    assert biscuit("out", "start", **evening("21:03")).out == (
        "Biscuit is out since 21:03\ntonight: 0 of 30 min, running since 21:03\n"
    )
    assert "12 of 30 min, running since 21:03" in biscuit("out", "status", **evening("21:15")).out
    assert "paused since 21:15" in biscuit("out", "pause", **evening("21:15")).out
    assert "12 of 30 min, running" in biscuit("out", "resume", **evening("21:20")).out
    stopped = biscuit("out", "stop", "--reason", "drags", "--note", "[/] sat", **evening("21:26"))
    assert stopped.out == "Biscuit was out for 18 min; dragged more\ntonight: 18 of 30 min\n"
    (outing,) = now_out(biscuit, **evening("22:00"))["outings"]
    assert (outing["stopped_for"], outing["note"], outing["seconds"]) == ("drags", "[/] sat", 1080)
    assert (outing["started_utc"], outing["zone"]) == ("2026-11-22T20:03:00Z", "Europe/Berlin")


def test_a_start_can_be_backdated(biscuit):
    for typed in ("10 min ago", "-10m", "21:06"):
        assert "out since 21:06" in biscuit("out", "start", "--at", typed).out
        assert biscuit("out", "stop").code == 0
        assert biscuit("out", "delete", "1", "--yes").code == 0


@pytest.mark.parametrize("typed", ["25:00", "later", "", "2026-11-22"])
def test_a_time_that_is_none_is_used_wrongly(biscuit, typed):
    done = biscuit("out", "add", "5", "--at", typed) if typed else biscuit("out", "add", typed)
    assert (done.code, done.out) == (2, "")
    assert done.err.count("\n") == 1
    assert now_out(biscuit)["outings"] == []


def test_a_second_start_and_a_stop_too_many_fail(biscuit):
    biscuit("out", "start", **evening("21:03"))
    again = biscuit("out", "start", **evening("21:10"))
    assert (again.code, again.out) == (1, "")
    assert again.err == ("hamdiary: Biscuit is out already, since 21:03; stop that outing first\n")
    assert biscuit("out", "resume").code == 1
    assert biscuit("out", "stop").code == 0
    for verb in ("stop", "pause", "resume"):
        assert biscuit("out", verb).code == 1


@pytest.mark.parametrize(
    ("arguments", "asked"),
    [
        (["add", "7h", "--at", "13:00"], "more than 6 hours"),
        (["add", "90"], "which is long"),
        (["add", "25m", "--at", "21:00"], "still to come"),
        (["start", "--at", "23:00"], "still to come"),
        (["add", "25m", "--at", "20:10"], "overlaps the outing of 20:00 to 20:20"),
        (["add", "25m", "--night", "2026-11-23"], "still to come"),
        (["add", "2h", "--at", "11:00", "--night", "2026-11-20"], "before noon"),
    ],
)
def test_what_is_unusual_needs_yes(biscuit, arguments, asked):
    biscuit("out", "add", "20m", "--at", "20:00")
    done = biscuit("out", *arguments)
    assert (done.code, done.out) == (2, "")
    assert asked in done.err and "--yes" in done.err
    assert biscuit("out", *arguments, "--yes").code == 0


def test_what_is_unusual_is_asked_about_at_a_terminal(biscuit, at_terminal):
    assert at_terminal("out", "add", "90", typed="n\n").code == 1
    assert now_out(biscuit)["outings"] == []
    assert at_terminal("out", "add", "90", typed="y\n").code == 0
    assert now_out(biscuit)["seconds"] == 5400


def test_a_clock_forgotten_overnight_asks_when_it_ended(biscuit):
    biscuit("out", "start", **evening("21:03"))
    later = evening("20:00", 23)
    assert "the clock has run since Sun 22 Nov, 21:03" in biscuit("out", **later).out
    refused = biscuit("out", "stop", **later)
    assert (refused.code, refused.out) == (2, "")
    assert "when did the outing really end? Say it as in --at 21:35" in refused.err
    assert now_out(biscuit, **later)["forgotten"] is True
    done = biscuit("out", "stop", "--at", "21:30", **later)
    assert done.out == "Biscuit was out for 27 min\nSun 22 Nov: 27 of 30 min\n"
    assert now_out(biscuit, **later)["running"] is None


@pytest.mark.parametrize(
    ("typed", "code", "runs"), [("21:30\n", 0, False), ("\n", 1, True), ("later\n", 2, True)]
)
def test_at_a_terminal_the_forgotten_clock_is_asked_about(biscuit, at_terminal, typed, code, runs):
    biscuit("out", "start", **evening("21:03"))
    done = at_terminal("out", "stop", typed=typed, **evening("20:00", 23))
    assert done.code == code
    assert "when did the outing really end?" in done.out
    assert (now_out(biscuit, **evening("20:00", 23))["running"] is not None) == runs


def test_a_clock_set_back_is_told_and_counts_nothing(biscuit):
    biscuit("out", "start", **evening("21:03"))
    done = biscuit("out", "stop", **evening("20:50"))
    assert done.code == 0
    assert "was the clock set back?" in done.err
    assert done.out.startswith("Biscuit was out for 0 s\n")


def test_an_end_before_the_start_is_refused(biscuit):
    biscuit("out", "start", **evening("21:03"))
    done = biscuit("out", "stop", "--at", "21:00", "--yes")
    assert (done.code, done.out) == (2, "")
    assert "cannot end before it started" in done.err


def test_an_outing_is_added_with_or_without_a_time(biscuit):
    assert biscuit("out", "add", "10m", "--night", "yesterday").out == (
        "Biscuit was out for 10 min: added\nSat 21 Nov: 10 of 30 min\n"
    )
    biscuit("out", "add", "25m", "--at", "20:10", "--reason", "tired")
    biscuit("out", "add", "5")
    assert biscuit("out", "list").out.splitlines() == [
        "Biscuit",
        "Sun 22 Nov 2026: 30 of 30 min",
        " 1 20:10 – 20:35       25 min  tired",
        " 2 time not known       5 min",
    ]


def test_a_part_of_a_minute_without_a_time_is_said_to_be_rounded(biscuit):
    done = biscuit("out", "add", "100 s")
    assert (done.code, done.err) == (0, "hamdiary: 1 min is kept as 2 min\n")


def test_several_nights_are_listed_with_their_gaps(biscuit):
    biscuit("out", "add", "5", "--night", "2026-11-20")
    biscuit("out", "add", "7")
    assert biscuit("out", "list", "--nights", "7").out.splitlines() == [
        "Biscuit",
        "Mon 16 Nov 2026 – Thu 19 Nov 2026: not recorded (4 nights)",
        "Fri 20 Nov 2026: 5 of 30 min",
        " 1 time not known       5 min",
        "Sat 21 Nov 2026: not recorded",
        "Sun 22 Nov 2026: 7 of 30 min",
        " 1 time not known       7 min",
    ]
    nights = biscuit("out", "list", "--nights", "3", "--json").json["nights"]
    assert [night["seconds"] for night in nights] == [300, None, 420]


def test_times_of_other_nights_are_told_on_the_clock_of_then(biscuit):
    summer = {"HAMDIARY_NOW": "2026-10-24T21:30:00+02:00"}
    biscuit("out", "add", "25m", "--at", "21:00", **summer)
    biscuit("out", "start", HAMDIARY_NOW="2026-10-25T02:30:00+02:00")
    biscuit("out", "stop", "--yes", HAMDIARY_NOW="2026-10-25T02:40:00+01:00")
    listed = biscuit("out", "list", "--night", "2026-10-24").out
    assert "21:00 – 21:25" in listed
    assert "02:30 – 02:40   1 h 10 min" in listed


def test_an_outing_is_edited(biscuit):
    biscuit("out", "add", "25m", "--at", "20:10", "--note", "x")
    edit = ["out", "edit", "1"]
    assert biscuit(*edit, "--ended", "20:30", "--reason", "dragged more").code == 0
    assert biscuit(*edit, "--pauses", "5m", "--clear", "note").code == 0
    (outing,) = now_out(biscuit)["outings"]
    assert (outing["seconds"], outing["stopped_for"], outing["note"]) == (900, "drags", None)
    assert biscuit(*edit, "--minutes", "20").code == 0
    assert now_out(biscuit)["outings"][0]["ended_utc"] == "2026-11-22T19:35:00Z"


@pytest.mark.parametrize(
    "arguments",
    [
        ["edit", "1"],
        ["edit", "2", "--ended", "20:20"],
        ["edit", "0", "--ended", "20:20"],
        ["edit", "1", "--ended", "20:00"],
        ["edit", "1", "--ended", "20:20", "--minutes", "5"],
        ["edit", "1", "--note", "x", "--clear", "note"],
        ["edit", "1", "--clear", "evening"],
        ["edit", "1", "--reason", "bored"],
        ["edit", "1", "--note", "  "],
        ["edit", "1", "--night", "yesterday", "--note", "x"],
        ["delete", "2", "--yes"],
        ["delete", "1"],
        ["list", "--nights", "0"],
        ["dance"],
    ],
)
def test_what_cannot_be_done_is_one_line_and_changes_nothing(biscuit, arguments):
    biscuit("out", "add", "25m", "--at", "20:10")
    before = now_out(biscuit)
    done = biscuit("out", *arguments)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert now_out(biscuit) == before


def test_a_deleted_outing_comes_back(biscuit):
    biscuit("out", "add", "25m", "--at", "20:10")
    assert "hamdiary undo brings it back" in biscuit("out", "delete", "1", "--yes").out
    assert now_out(biscuit)["outings"] == []
    biscuit("undo")
    assert now_out(biscuit)["seconds"] == 1500


def test_deleting_asks_first(biscuit, at_terminal):
    biscuit("out", "add", "25m", "--at", "20:10")
    done = at_terminal("out", "delete", "1", typed="n\n")
    assert done.code == 1
    assert "Delete outing 1 20:10 – 20:35 25 min?" in done.out
    assert len(now_out(biscuit)["outings"]) == 1


def test_tonight_tells_the_time_out_of_the_cage(biscuit):
    assert "Out of cage      not recorded, goal 30 min" in biscuit("tonight").out
    biscuit("out", "start", **evening("21:03"))
    assert "Out of cage      13 of 30 min, running since 21:03" in biscuit("tonight").out
    night = biscuit("tonight", "--json").json["out_of_cage"]
    assert (night["seconds"], night["goal_min"], night["running"]["paused"]) == (780, 30, False)


def test_rest_takes_the_place_of_the_goal(biscuit):
    biscuit("setup", "--edit", "Biscuit", "--rest-ordered", "yes")
    assert "Out of cage      not recorded, rest, as the vet says" in biscuit("tonight").out
    biscuit("out", "add", "5")
    assert biscuit("out").out == "Biscuit: 5 min, rest, as the vet says\n"
    assert now_out(biscuit)["goal_min"] is None


def test_a_goal_that_is_built_up_is_told_for_its_night(biscuit):
    ramp = ["--ramp-start-min", "5", "--ramp-from", "2026-11-16"]
    biscuit("setup", "--edit", "Biscuit", *ramp)
    biscuit("out", "add", "6")
    assert biscuit("out").out == "Biscuit: 6 of 15 min\n"


def test_one_of_several_hamsters_can_be_named(biscuit):
    biscuit("setup", "--name", "Pip")
    biscuit("out", "start", "--hamster", "Biscuit")
    assert biscuit("out", "--hamster", "Biscuit").out.startswith("Biscuit: 0 of 30 min, running")
    assert biscuit("out", "status", "--hamster", "Pip").out == "Pip: not recorded, goal 30 min\n"


def test_the_safety_list_names_what_matters_and_who_says_so(hamdiary):
    told = " ".join(hamdiary("out", "safety").out.split())
    for words in ("flat floor", "cloth", "No heights", "Never an exercise ball", "two or three",
                  "sits, breathes hard", "vet ordered rest", "vetbase.co.uk"):  # fmt: skip
        assert words in told
    rules = hamdiary("out", "safety", "--json").json["rules"]
    assert all(rule["words"] and rule["source"] for rule in rules)
    assert tuple(rule["words"] for rule in rules) == tuple(rule.words for rule in RULES) and SOURCE


def test_every_answer_fits_a_narrow_terminal(biscuit):
    narrow = {"COLUMNS": "40"}
    biscuit("out", "add", "25m", "--at", "20:10", "--note", "x" * 300, "--reason", "circling")
    biscuit("out", "start", "--at", "13:00", "--yes")
    for arguments in (["list"], ["list", "--nights", "9"], ["safety"]):
        lines = biscuit("out", *arguments, **narrow).out.splitlines()
        assert lines and max(map(len, lines)) <= 40


def test_an_odd_note_does_not_steer_the_terminal(biscuit):
    biscuit("out", "add", "5", "--note", "a\x1b[2J\x07b\u202ec")
    assert "abc" in biscuit("out", "list").out
    assert biscuit("out", "add", "5", "--note", "\x1b[2J").code == 2


def test_the_clock_of_a_killed_program_runs_on(biscuit, program):
    assert program("out", "start", **evening("21:00")).code == 0
    assert "16 of 30 min, running since 21:00" in biscuit("out").out
