import pytest


def test_set_up_makes_a_diary_and_asks_nothing(hamdiary):
    facts = "--name Biscuit --species syrian --sex male --born 2026-01-14 --onset 2026-11-09"
    hamster = hamdiary("setup", *facts.split(), "--json").json["hamster"]
    assert (hamster["name"], hamster["species"], hamster["sex"]) == ("Biscuit", "syrian", "male")
    assert (hamster["born"], hamster["onset"]) == ("2026-01-14", "2026-11-09")
    assert hamster["born_estimated"] is None


def test_a_birth_told_as_an_age_is_an_estimate(hamdiary):
    hamster = hamdiary("setup", "--name", "B", "--born", "7 weeks", "--json").json["hamster"]
    assert (hamster["born"], hamster["born_estimated"]) == ("2026-10-04", "yes")
    exact = hamdiary("setup", "--edit", "B", "--born", "2026-10-01", "--json").json["hamster"]
    assert exact["born_estimated"] == "no"


def test_set_up_without_options_or_terminal_says_what_to_name(hamdiary, tmp_path):
    done = hamdiary("setup")
    assert done.code == 2
    assert "--name" in done.err
    assert not (tmp_path / "home" / "diary.db").exists()


def test_a_refused_set_up_leaves_no_diary_behind(hamdiary, tmp_path):
    assert hamdiary("setup", "--name", "B", "--born", "2027-01-01").code == 2
    assert hamdiary("setup", "--name", "B", "--sex", "maybe").code == 2
    assert not (tmp_path / "home" / "diary.db").exists()


@pytest.mark.parametrize("name", ["", "  ", "\u200b", "\x1b[2J", "x" * 61])
def test_a_name_that_cannot_be_seen_is_refused(hamdiary, name):
    assert hamdiary("setup", "--name", name).code == 2


@pytest.mark.parametrize(("name", "twin"), [("Ä", "ä"), ("é", "e\u0301"), ("Pip", "pip ")])
def test_a_name_that_looks_the_same_needs_yes(hamdiary, name, twin):
    hamdiary("setup", "--name", name)
    done = hamdiary("setup", "--name", twin)
    assert done.code == 2
    assert "looks the same" in done.err
    assert hamdiary("setup", "--name", twin, "--yes").code == 0


def test_weakness_before_the_birth_is_asked_about(hamdiary):
    facts = ["setup", "--name", "B", "--born", "2026-11-01", "--onset", "2026-10-01"]
    assert hamdiary(*facts).code == 2
    assert hamdiary(*facts, "--yes").code == 0


def test_a_second_hamster_needs_a_name(biscuit):
    assert biscuit("setup", "--species", "chinese").code == 2


def test_a_new_hamster_becomes_the_one_written_about(biscuit):
    biscuit("setup", "--name", "Pip")
    assert biscuit("log", "--gait", "3", "--json").json["hamster"]["name"] == "Pip"
    biscuit("hamsters", "switch", "biscuit")
    assert biscuit("show", "--json").json["hamster"]["name"] == "Biscuit"


@pytest.mark.parametrize("before", [True, False])
def test_the_hamster_can_be_named_before_or_after_the_command(biscuit, before):
    biscuit("setup", "--name", "Pip")
    named = ["--hamster", "Biscuit"]
    arguments = [*named, "show", "--json"] if before else ["show", "--json", *named]
    assert biscuit(*arguments).json["hamster"]["name"] == "Biscuit"


def test_an_unknown_hamster_is_exit_code_66(biscuit):
    for arguments in (["hamsters", "switch", "Pip"], ["tonight", "--hamster", "Pip"]):
        done = biscuit(*arguments)
        assert done.code == 66
        assert "Biscuit" in done.err


def test_facts_can_be_changed_and_cleared(biscuit):
    edit = ["setup", "--edit", "Biscuit", "--json"]
    assert biscuit(*edit, "--vet-phone", "01234").json["hamster"]["vet_phone"] == "01234"
    changed = biscuit(*edit, "--clear", "vet-phone", "--name", "Keks").json["hamster"]
    assert (changed["name"], changed["vet_phone"]) == ("Keks", None)


def test_a_name_cannot_be_emptied(biscuit):
    done = biscuit("setup", "--edit", "Biscuit", "--clear", "name")
    assert (done.code, done.out) == (2, "")
    assert "a name can be changed, but not emptied" in done.err
    assert biscuit("tonight", "--json").json["hamster"]["name"] == "Biscuit"


@pytest.fixture
def twins(biscuit):
    """The ids of two hamsters that are both called Biscuit."""
    biscuit("setup", "--name", "biscuit", "--yes")
    return [each["id"] for each in biscuit("hamsters", "--json").json["hamsters"]]


@pytest.mark.parametrize(
    "arguments",
    [
        ["--hamster", "NAME", "tonight"],
        ["hamsters", "switch", "NAME"],
        ["hamsters", "close", "NAME", "--because", "rehomed"],
        ["setup", "--edit", "NAME", "--sex", "male"],
    ],
)
def test_hamsters_of_one_name_are_named_by_their_ids(biscuit, twins, arguments):
    def called(name):
        return biscuit(*(name if each == "NAME" else each for each in arguments), "--json")

    refused = called("Biscuit")
    assert refused.code == 66
    assert f"--hamster {twins[0]}: {twins[0]}, {twins[1]}" in refused.err
    for twin in twins:
        assert called(twin).json["hamster"]["id"] == twin


def test_ids_are_listed_only_where_names_do_not_tell(biscuit, twins):
    biscuit("setup", "--name", "Pip")
    first, second, pip = biscuit("hamsters").out.splitlines()
    assert first.endswith(f" · id {twins[0]}") and second.endswith(f" · id {twins[1]}")
    assert pip == "◉ Pip"


@pytest.mark.parametrize("command", ["tonight", "hamsters"])
def test_an_age_told_past_midnight_reads_back_as_it_was_told(hamdiary, command):
    late = {"HAMDIARY_NOW": "2026-11-23T02:30:00+01:00"}
    hamdiary("setup", "--name", "Pip", "--born", "10 months", **late)
    assert "about 10 months" in hamdiary(command, **late).out


def test_an_edit_of_nothing_is_refused(biscuit):
    assert biscuit("setup", "--edit", "Biscuit").code == 2
    assert biscuit("setup", "--clear", "sex").code == 2


def test_closing_is_kind_and_can_be_taken_back(biscuit):
    done = biscuit("hamsters", "close", "Biscuit", "--because", "died", "--on", "2026-11-20")
    assert done.out.startswith("We are sorry about Biscuit. ")
    assert "Friday 20 November 2026" in done.out
    assert "diary closed: died" in biscuit("hamsters").out
    assert biscuit("hamsters", "reopen", "Biscuit").code == 0
    (hamster,) = biscuit("hamsters", "--json").json["hamsters"]
    assert (hamster["closed_because"], hamster["closed_on"]) == (None, None)


def test_an_end_before_the_birth_is_asked_about(biscuit):
    biscuit("setup", "--edit", "Biscuit", "--born", "2026-10-01")
    close = ["hamsters", "close", "Biscuit", "--because", "rehomed", "--on", "2026-09-01"]
    assert biscuit(*close).code == 2
    assert biscuit(*close, "--yes").code == 0


def test_a_reason_that_is_none_is_refused(biscuit):
    done = biscuit("hamsters", "close", "Biscuit", "--because", "bored")
    assert done.code == 2
    assert "rehomed" in done.err


def test_weak_since_today_means_the_day_on_the_wall_clock_also_before_noon(hamdiary):
    morning = "2026-11-23T09:00:00+01:00"
    done = hamdiary(
        "setup", "--name", "Biscuit", "--onset", "today", "--json", HAMDIARY_NOW=morning
    )
    assert (done.code, done.json["hamster"]["onset"]) == (0, "2026-11-23")
