import pytest


def weight(run):
    return run("show", "--json").json["night"]["weight_g"]


@pytest.mark.parametrize(
    ("typed", "code", "kept"),
    [("y\n", 0, 118.0), ("k\n", 0, 1180.0), ("n\n", 1, None), ("\n", 1, None), ("\x04", 1, None)],
)
def test_a_likely_slip_is_asked_about_once(biscuit, at_terminal, typed, code, kept):
    done = at_terminal("log", "--weight-g", "1180", typed=typed)
    assert done.code == code
    assert done.out.count("did you mean 118 g?") == 1
    assert weight(biscuit) == kept


@pytest.mark.parametrize(("typed", "code"), [("y\n", 0), ("yes\n", 0), ("n\n", 1), ("\n", 1)])
def test_scores_that_do_not_fit_are_kept_on_a_yes(biscuit, at_terminal, typed, code):
    scores = ["--gait", "0", "--leg-left", "1", "--leg-right", "0"]
    done = at_terminal("log", *scores, typed=typed)
    assert done.code == code
    assert done.out.count("neither leg moves") == 1
    assert (biscuit("show", "--json").json["night"]["gait"] == 0) == (code == 0)


def test_yes_asks_nothing(at_terminal, biscuit):
    done = at_terminal("log", "--weight-g", "1180", "--yes")
    assert done.code == 0
    assert "did you mean" not in done.out
    assert weight(biscuit) == 1180.0


@pytest.mark.parametrize(("typed", "code"), [("y\n", 0), ("\n", 1)])
def test_deleting_asks_first(biscuit, at_terminal, typed, code):
    biscuit("log", "--gait", "3")
    assert at_terminal("delete", "--night", "today", typed=typed).code == code
    assert (biscuit("show", "--json").json["night"]["gait"] is None) == (code == 0)


def test_set_up_asks_what_matters_and_every_step_can_be_skipped(hamdiary, at_terminal):
    answers = ["Biscuit", "syrian", "", "7 weeks", "3/4/2026", "yesterday", "", "0999"]
    done = at_terminal("setup", typed="".join(f"{answer}\n" for answer in answers))
    assert done.code == 0
    (hamster,) = hamdiary("hamsters", "--json").json["hamsters"]
    assert (hamster["name"], hamster["species"], hamster["sex"]) == ("Biscuit", "syrian", None)
    assert (hamster["born"], hamster["born_estimated"]) == ("2026-10-04", "yes")
    assert (hamster["onset"], hamster["vet_phone"]) == ("2026-11-21", None)
    assert hamster["night_phone"] == "0999"


def test_set_up_with_every_step_skipped_makes_nothing(hamdiary, at_terminal):
    done = at_terminal("setup", typed="\n" * 7)
    assert done.code == 1
    assert hamdiary("where", "--json").json["exists"] is False


def test_set_up_with_options_asks_nothing(at_terminal):
    done = at_terminal("setup", "--name", "Biscuit")
    assert done.code == 0
    assert "?" not in done.out
