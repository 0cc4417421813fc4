import pytest

from hamdiary.domain.measures import Choice, measures_of
from hamdiary.domain.night import Night


def test_log_prints_what_is_now_stored_with_the_evening_in_full(biscuit):
    done = biscuit("log", "--gait", "3", "--droppings", "soft", "--weight-g", "118.4")
    assert done.code == 0
    assert done.out.splitlines()[:4] == [
        "Biscuit, night of Sunday 22 November 2026: saved",
        "Gait             3 stands, 1–9 steps in a row",
        "Droppings        soft, formed but smears",
        "Weight           118.4 g",
    ]


def test_log_changes_only_what_is_named(biscuit):
    biscuit("log", "--gait", "3", "--ate", "half")
    night = biscuit("log", "--ate", "most", "--json").json["night"]
    assert (night["gait"], night["ate"], night["urine"]) == (3, "most", None)


def test_the_last_of_a_repeated_option_wins(biscuit):
    assert biscuit("log", "--gait", "3", "--gait", "2", "--json").json["night"]["gait"] == 2


@pytest.mark.parametrize("typed", ["not_seen", "x", "not seen", "NOT-SEEN"])
def test_not_seen_is_a_value_of_its_own(biscuit, typed):
    assert biscuit("log", "--gait", typed, "--json").json["night"]["gait"] == "not_seen"


def test_a_level_can_be_typed_as_its_word(biscuit):
    assert biscuit("log", "--gait", "stands", "--json").json["night"]["gait"] == 3


NUMBERED = {name: each.kind for name, each in measures_of(Night).items()
            if isinstance(each.kind, Choice)}  # fmt: skip


@pytest.mark.parametrize("name", NUMBERED)
def test_a_choice_of_a_night_can_be_typed_as_its_digit_on_the_screen(biscuit, name):
    option = f"--{name.replace('_', '-')}"
    for digit, code in enumerate(NUMBERED[name].codes):
        for typed in (str(digit), code):
            assert biscuit("log", option, typed, "--json").json["night"][name] == code


def test_a_digit_without_an_option_is_refused_with_all_that_there_are(biscuit):
    done = biscuit("log", "--droppings", "6")
    assert (done.code, done.out) == (2, "")
    assert "2 normal, 3 soft" in done.err


def test_the_help_tells_the_digits_of_a_nights_choices_and_not_of_a_hamsters(hamdiary):
    assert "0 none, 1 few, 2 normal" in " ".join(hamdiary("log", "--help").out.split())
    assert "male, female, unknown" in " ".join(hamdiary("setup", "--help").out.split())
    assert hamdiary("setup", "--name", "B", "--sex", "0").code == 2


def test_signs_are_recorded_one_by_one(biscuit):
    biscuit("log", "--sign", "hunched", "--sign", "cold", "--no-sign", "head tilt")
    signs = biscuit("log", "--sign-not-checked", "swollen-belly", "--json").json["night"]["signs"]
    assert set(signs) == {item.code for item in measures_of(Night)["signs"].kind.items}
    assert {sign: answer for sign, answer in signs.items() if answer} == {
        "hunched": "yes", "cold": "yes", "tilt": "no", "swollen_belly": "not_checked",
    }  # fmt: skip


def test_no_sign_all_means_every_other_one(biscuit):
    signs = biscuit("log", "--sign", "sore", "--no-sign", "all", "--json").json["night"]["signs"]
    assert signs.pop("sore") == "yes"
    assert set(signs.values()) == {"no"}


def test_a_sign_with_two_answers_is_refused(biscuit):
    done = biscuit("log", "--sign", "sore", "--no-sign", "sore")
    assert done.code == 2
    assert "another answer" in done.err


def test_an_unknown_sign_is_refused_with_the_known_ones(biscuit):
    done = biscuit("log", "--sign", "sneezing")
    assert done.code == 2
    assert "hunched" in done.err


@pytest.mark.parametrize(
    ("cleared", "left"),
    [("gait", {"hunched": "yes", "tilt": "no"}), ("tilt", {"hunched": "yes"}), ("signs", {})],
)
def test_clear_makes_a_measure_not_recorded_again(biscuit, cleared, left):
    biscuit("log", "--gait", "3", "--sign", "hunched", "--no-sign", "tilt")
    night = biscuit("log", "--clear", cleared, "--json").json["night"]
    assert {sign: answer for sign, answer in night["signs"].items() if answer} == left
    assert night["gait"] == (None if cleared == "gait" else 3)


def test_clear_takes_the_options_spelling_too(biscuit):
    biscuit("log", "--weight-g", "118.4")
    assert biscuit("log", "--clear", "weight-g", "--json").json["night"]["weight_g"] is None


def test_a_value_cannot_be_set_and_cleared_at_once(biscuit):
    assert biscuit("log", "--gait", "3", "--clear", "gait").code == 2


def test_clearing_what_does_not_exist_names_what_does(biscuit):
    done = biscuit("log", "--clear", "mood")
    assert done.code == 2
    assert "weight_g" in done.err


def test_nothing_to_log_says_what_to_do(biscuit):
    done = biscuit("log")
    assert done.code == 2
    assert "--gait 3" in done.err


def test_the_same_again_says_that_nothing_changed(biscuit):
    biscuit("log", "--gait", "3")
    assert "nothing changed" in biscuit("log", "--gait", "3").out
    assert len(biscuit("history", "--json").json["changes"]) == 2


def test_a_comma_is_a_decimal_sign(biscuit):
    assert biscuit("log", "--weight-g", "118,4 g", "--json").json["night"]["weight_g"] == 118.4


def test_a_converted_amount_is_told(biscuit):
    done = biscuit("log", "--weight-g", "4.2 oz", "--json")
    assert done.json["night"]["weight_g"] == 119.1
    assert "119.1" in done.err


@pytest.mark.parametrize(
    "typed",
    ["-3", "nan", "inf", "1e999", "9" * 5000, str(2**63), "", "heavy", "5001 g", "12 ml"],
)
def test_what_is_no_weight_is_refused_in_one_line(biscuit, typed):
    done = biscuit("log", "--weight-g", typed)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("hamdiary: --weight-g: ")
    assert done.err.count("\n") == 1


@pytest.mark.parametrize(("typed", "grams"), [("1 180 g", 1180.0), ("１５０", 150.0)])
def test_odd_digits_are_read_knowingly(biscuit, typed, grams):
    done = biscuit("log", "--weight-g", typed, "--yes", "--json")
    assert done.json["night"]["weight_g"] == grams
    assert "read as" in done.err


def test_an_unclear_amount_names_both_readings(biscuit):
    done = biscuit("log", "--weight-g", "1.500")
    assert done.code == 2
    assert "1.5 g" in done.err
    assert "1500 g" in done.err


@pytest.mark.parametrize("grams", ["0", "1180", "1500", "5"])
def test_an_unlikely_weight_needs_yes_where_nobody_can_be_asked(biscuit, grams):
    done = biscuit("log", "--weight-g", grams)
    assert done.code == 2
    assert "--yes" in done.err
    kept = biscuit("log", "--weight-g", grams, "--yes", "--json").json["night"]["weight_g"]
    assert kept == float(grams)


def test_a_slip_that_nobody_can_be_asked_about_names_both_ways_out(biscuit):
    assert biscuit("log", "--weight-g", "1184").err == (
        "hamdiary: 1184 g: did you mean 118.4 g? Then say --weight-g 118.4; --yes keeps 1184 g; "
        "nothing was saved\n"
    )


def test_a_slip_beside_another_question_names_both_ways_out_too(biscuit):
    done = biscuit("log", "--weight-g", "1184", "--gait", "5", "--leg-left", "0")
    assert "--yes keeps 1184 g" in done.err
    assert done.err.endswith("Say --yes to keep all as written; nothing was saved\n")


@pytest.mark.parametrize(
    ("gait", "left", "right"),
    [("0", "1", "0"), ("1", "2", "0"), ("2", "3", "1"), ("3", "1", "1"), ("5", "2", "4")],
)
def test_gait_and_legs_that_do_not_fit_are_asked_about(biscuit, gait, left, right):
    scores = ["log", "--gait", gait, "--leg-left", left, "--leg-right", right]
    assert biscuit(*scores).code == 2
    assert biscuit("show", "--json").json["night"]["gait"] is None
    assert biscuit(*scores, "--yes").code == 0


def test_a_note_is_read_from_standard_input(biscuit):
    night = biscuit("log", "--note", "-", "--json", typed="zwei\nZeilen 🐹\n").json["night"]
    assert night["note"] == "zwei\nZeilen 🐹"


def test_a_long_note_is_accepted(biscuit):
    note = "wobbly ramp " * 8333
    assert biscuit("log", "--note", "-", "--json", typed=note).json["night"]["note"] == note.strip()


def test_a_note_without_end_is_refused(biscuit):
    assert biscuit("log", "--note", "-", typed="x" * 1_500_000).code == 2


def test_an_empty_note_is_refused(biscuit):
    assert biscuit("log", "--note", "-", typed=" \n\u200b").code == 2


def test_bytes_that_are_no_text_are_replaced_and_told(biscuit):
    done = biscuit("log", "--note", "-", "--json", typed=b"ate \xff well")
    assert done.json["night"]["note"] == "ate \ufffd well"
    assert "replaced" in done.err


@pytest.mark.parametrize(
    "note",
    [
        "[/]", "[/", "[@click=app.quit]x[/]", "[type=x, v={'a[0]'}]", "<script>alert(1)</script>",
        "=HYPERLINK(1)", "+1", "@SUM(A1)", "'; DROP TABLE nights; --",
        "ハムスター 👨‍👩‍👧", "%s %(x)s {}",
    ],
)  # fmt: skip
def test_text_is_text(biscuit, note):
    assert biscuit("log", f"--note={note}", "--json").json["night"]["note"] == note
    assert note in biscuit("show").out


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\x1b]52;c;aGk=\x07b", "ab"), ("a\x1b[2Jb", "ab"), ("a\x9b31mb", "ab"), ("a\x00b", "ab"),
        ("a\u202eb", "ab"), ("Z" + "\u0301" * 200, "\u0179" + "\u0301" * 7),
        ("a\ud800b", "a\ufffdb"),
    ],
)  # fmt: skip
def test_what_could_steer_a_terminal_is_dropped(biscuit, typed, kept):
    night = biscuit("log", "--note", typed, "--json").json["night"]
    assert night["note"][:8] == kept[:8]
    assert len(night["note"]) <= 10


def test_a_carer_is_remembered_for_the_next_score(biscuit):
    biscuit("log", "--gait", "3", "--carer", "AK")
    night = biscuit("log", "--night", "yesterday", "--gait", "2", "--json").json["night"]
    assert night["carer"] == "AK"


def carer_of(run, evening):
    return run("log", "--night", evening, "--gait", "2", "--json").json["night"]["carer"]


def test_initials_that_were_taken_back_are_remembered_no_more(biscuit):
    biscuit("log", "--carer", "ZZ")
    biscuit("undo")
    assert carer_of(biscuit, "-1d") is None
    biscuit("log", "--carer", "AK")
    biscuit("log", "--carer", "ZZ")
    biscuit("undo")
    assert carer_of(biscuit, "-2d") == "AK"


def test_initials_that_were_brought_back_are_remembered_again(biscuit):
    biscuit("log", "--carer", "AK")
    biscuit("log", "--carer", "ZZ")
    for step in ("undo", "undo", "redo", "redo"):
        biscuit(step)
    assert carer_of(biscuit, "-1d") == "ZZ"


def test_undoing_a_score_with_remembered_initials_keeps_them_remembered(biscuit):
    biscuit("log", "--carer", "AK")
    assert carer_of(biscuit, "-1d") == "AK"
    biscuit("undo")
    assert carer_of(biscuit, "-2d") == "AK"
