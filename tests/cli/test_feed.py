"""Extra food and the diet week on the command line."""

import pytest


def listed(run, *more):
    return run("feed", "list", *more, "--json").json["nights"]


def tonight(run):
    return listed(run)[-1]["servings"]


# Writing down


@pytest.mark.parametrize(
    ("typed", "food", "grams", "words"),
    [
        (["kale", "1 g"], "kale", 1.0, None),
        (["kale", "0.5"], "kale", 0.5, None),
        (["red", "pepper", "1", "strip"], "red-bell-pepper", None, "1 strip"),
        (["red pepper"], "red-bell-pepper", None, None),
        (["Zucchini", "a", "slice"], "courgette", None, "a slice"),
        (["aunts biscuit", "a crumb"], "aunts biscuit", None, "a crumb"),
        (["list"], None, None, None),
    ],
)
def test_a_food_and_its_amount_are_typed_as_one_says_them(biscuit, typed, food, grams, words):
    assert biscuit("feed", *typed).code == 0
    kept = [(each["food"], each["grams"], each["amount_words"]) for each in tonight(biscuit)]
    assert kept == ([(food, grams, words)] if food else [])


def test_the_answer_says_what_is_kept_and_how_the_night_stands(biscuit):
    biscuit("feed", "kale", "--night", "-9d")
    done = biscuit("feed", "kale", "0.5 g", "--eaten", "all", "--liking", "likes")
    assert done.out == (
        "Biscuit: Kale, 0.5 g, ate all of it, likes it: written down\n"
        "tonight: 0.25 g of at most 1 g in all\n"
    )


def test_a_new_food_is_marked_by_itself_and_the_owner_can_say_otherwise(biscuit):
    biscuit("feed", "kale")
    biscuit("feed", "broccoli", "--first-time", "no")
    assert [each["is_new"] for each in tonight(biscuit)] == [True, False]
    assert "Kale, a new food" in biscuit("feed").out


def test_it_is_edited_deleted_and_brought_back(biscuit):
    biscuit("feed", "kale", "1 g", "--note", "from the hand")
    assert biscuit("feed", "edit", "1", "--amount", "1 leaf", "--eaten", "some").code == 0
    (kept,) = tonight(biscuit)
    assert (kept["grams"], kept["amount_words"], kept["eaten"]) == (None, "1 leaf", "some")
    biscuit("feed", "edit", "1", "--clear", "amount", "--clear", "note", "--food", "broccoli")
    (kept,) = tonight(biscuit)
    assert (kept["food"], kept["amount_words"], kept["note"]) == ("broccoli", None, None)
    assert biscuit("feed", "delete", "1").code == 2
    assert biscuit("feed", "delete", "1", "--yes").code == 0
    assert tonight(biscuit) == []
    assert biscuit("undo").code == 0
    assert len(tonight(biscuit)) == 1


def test_a_night_without_extras_is_said_and_taken_back(biscuit):
    assert biscuit("feed", "none", "--night", "yesterday").code == 0
    assert [each["none_given"] for each in listed(biscuit, "--nights", "2")] == [True, False]
    assert "none" in biscuit("feed", "list", "--night", "yesterday").out
    biscuit("feed", "none", "--night", "yesterday", "--clear")
    assert not listed(biscuit, "--nights", "2")[0]["none_given"]
    biscuit("feed", "kale")
    done = biscuit("feed", "none")
    assert done.code == 2 and "1 serving is recorded" in done.err


# What is unlikely or cannot be


@pytest.mark.parametrize(
    "arguments",
    [["kale", "--", "-1"], ["kale", "5000 g"], ["kale", "9" * 5000], ["kale", "nan"],
     ["kale", "1e9"], ["kale", "0 g"], ["kale", "--eaten", "most"], ["kale", "--night", "30 Feb"],
     [" "], ["x" * 90], ["edit", "1"], ["edit", "3", "--eaten", "all"], ["delete", "9", "--yes"],
     ["kale", "-1"], ["add"], ["edit", "1", "--clear", "note", "--note", "x"]],
)  # fmt: skip
def test_what_cannot_be_is_one_clear_line(biscuit, arguments):
    done = biscuit("feed", *arguments)
    assert done.code in (2, 66) and done.out == ""
    assert done.err.count("\n") == 1 and "Traceback" not in done.err
    assert tonight(biscuit) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(["kale", "60 g"], "more than the 1 g"), (["kale", "--night", "2026-11-25"], "still to come"),
     (["chocolate"], "possibly poisonous"), (["Cocoa"], "ring a vet now"),
     (["choclate"], "Chocolate is, and is possibly poisonous"), (["orange"], "unsuitable"),
     (["cod liver oil"], "only for a vet"), (["almond"], "off unless your vet agrees")],
)  # fmt: skip
def test_what_is_unlikely_or_unwise_is_asked_about_before_it_is_kept(biscuit, arguments, said):
    done = biscuit("feed", *arguments)
    assert (done.code, done.out) == (2, "")
    assert said in done.err and "--yes" in done.err
    assert tonight(biscuit) == []
    assert biscuit("feed", *arguments, "--yes").code == 0


def test_an_unknown_food_is_kept_as_typed_and_the_nearest_are_named(biscuit):
    done = biscuit("feed", "dandelyon")
    assert done.code == 0 and tonight(biscuit)[0]["food"] == "dandelyon"
    assert "Is it Dandelion leaf?" in done.err and "hamdiary feed edit 1 --food" in done.err


@pytest.mark.slow
def test_at_a_terminal_it_is_asked_whether_it_is_one_of_the_nearest(biscuit, at_terminal):
    assert at_terminal("feed", "dandelyon", typed="1\n").code == 0
    assert at_terminal("feed", "brocoly sprout", typed="\n").code == 0
    assert [each["food"] for each in tonight(biscuit)] == ["dandelion-leaf", "brocoly sprout"]


def test_eating_what_may_be_poisonous_is_said_at_once_with_the_vets_number(biscuit):
    biscuit("setup", "--edit", "Biscuit", "--vet-phone", "01234 5678")
    done = biscuit("feed", "spring onions", "--eaten", "some", "--yes")
    assert "!!! NOW It ate something that may be poisonous" in done.out
    assert "01234 5678" in done.out
    assert biscuit("hints").code == 13
    assert biscuit("feed", "edit", "1", "--eaten", "none").code == 0
    assert biscuit("hints").code == 0


def test_moist_food_is_advised_against_while_droppings_are_soft(biscuit):
    biscuit("log", "--droppings", "soft")
    done = biscuit("feed", "cucumber")
    assert done.code == 2 and "stop all moist food" in done.err
    assert "no moist food" in biscuit("diet").out


def test_dwarfs_have_their_own_portions_and_are_warned_of_sugar(biscuit):
    biscuit("setup", "--edit", "Biscuit", "--species", "campbell")
    assert "not for dwarf hamsters: sugar" in biscuit("feed", "apple").err
    assert biscuit("diet", "--json").json["limit_g"] == 0.5


def test_hostile_words_are_printed_without_what_steers_a_terminal(biscuit):
    done = biscuit("feed", "\x1b]52;c;eA==\x07[/] cake", "=1+1")
    assert done.code == 0
    for page in (done.out, biscuit("feed").out, biscuit("diet").out):
        assert "\x1b" not in page and "[/] cake" in page


# The week


def week(run):
    for food, night in (("kale", "-6d"), ("egg", "-3d"), ("red pepper", "-1d")):
        run("feed", food, "--night", night)
    run("feed", "none", "--night", "-2d")


def test_the_week_in_plain_text_tells_given_none_and_not_recorded_apart(biscuit):
    week(biscuit)
    lines = biscuit("diet").out.splitlines()
    assert lines[2].split() == list("MTWTFSS")
    assert lines[3].startswith("Vitamin E    ■ · · □ □ ■ ·  2 of 2–3  fits; last night")
    assert lines[4].startswith("Vitamin D    □ · · ■ □ □ ·  1 of 1–2  fits; 3 nights ago")
    assert "Pellets are the source of vitamins; these foods are variety." in "\n".join(lines)
    assert "Cod-liver oil is for a vet" in " ".join(lines)


def test_the_week_as_json_has_every_line_and_what_would_fit_with_reasons(biscuit):
    week(biscuit)
    told = biscuit("diet", "--json").json
    assert [line["what"] for line in told["lines"]] == ["e", "d", "plants", "protein"]
    assert told["lines"][0]["marks"][0] == "given"
    assert 2 <= len(told["suggestions"]) <= 3
    assert all(each["reasons"] and each["name"] for each in told["suggestions"])
    assert [each["food"] for each in told["servings"]] == ["kale", "egg", "red-bell-pepper"]


def test_too_often_and_too_much_are_said_in_sentences(biscuit):
    for back in range(5):
        biscuit("feed", "dandelion", "3 g", "--night", f"-{back}d", "--yes")
    page = " ".join(biscuit("diet").out.split())
    assert "Too often: vitamin E foods, 5 nights; 3 is the most in a week." in page
    assert "Too often: Dandelion leaf, 5 nights; 3 is the most in a week." in page
    assert "Too much: Sun 22 Nov, 1.5 g; 1 g is the most of all extras in a night." in page


def test_the_usual_food_stands_in_the_diary_apart_from_extras(biscuit):
    assert "not recorded" in biscuit("diet").out
    biscuit("setup", "--edit", "Biscuit", "--base-diet", "mix", "--base-food", "Seeds, 10 g")
    page = " ".join(biscuit("diet").out.split())
    assert "Usual food seed mix alone, Seeds, 10 g" in page
    assert "vitamin E shortage" in page


@pytest.mark.parametrize("width", ["20", "40", "60", "200"])
def test_no_line_is_wider_than_the_terminal(biscuit, width):
    week(biscuit)
    for page in (biscuit("diet", COLUMNS=width).out, biscuit("feed", COLUMNS=width).out):
        assert max(map(len, page.splitlines())) <= max(int(width), 36)
