"""`--plain`: every answer without colour, boxes and marks; the manner of writing, by settings."""

import re

import pytest

COMMANDS = (
    "tonight", "show", "list", "history", "plot gait", "plot weight", "plot minutes", "out list",
    "out status", "medicine list", "happening list", "hints", "signs tilt", "foods spinach",
    "guide stroke", "hamsters", "settings", "where", "remind", "question list", "clip list",
)  # fmt: skip
"""A line for each way in which things are printed; none of it is the owner's own words."""

FILL = (
    "setup --name Biscuit --species syrian --born 2026-01-14 --onset 2026-11-09",
    "log --gait 3 --leg-left 2 --leg-right x --droppings soft --weight-g 118.4 --yes",
    "log --night yesterday --gait 2 --weight-g 117.2 --yes",
    "medicine add Drops --dose drops --at 21:00 --days 10",
    "dose drops",
    "happening add vet-visit",
    "out add 25m --at 20:10",
)


@pytest.fixture
def filled(hamdiary):
    for each in FILL:
        assert hamdiary(*each.split()).code == 0
    return hamdiary


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("first", [True, False], ids=["before", "behind"])
def test_every_answer_is_plain_ascii(filled, command, first):
    words = ["--plain", *command.split()] if first else [*command.split(), "--plain"]
    done = filled(*words)

    assert done.out or command == "remind"
    assert done.out.isascii(), re.findall(r"[^\x00-\x7f]", done.out)
    assert "\x1b" not in done.out


def test_without_a_command_it_is_tonight_in_words(filled):
    assert filled("--plain").out == filled("tonight", "--plain").out
    assert "3 stands" in filled("--plain").out


def test_an_environment_variable_says_it_once_and_for_all(filled, settings):
    assert not filled("list").out.isascii()
    settings["HAMDIARY_PLAIN"] = "1"
    assert filled("list").out.isascii()
    assert "night of" in filled().out.casefold()


def test_it_does_not_last(filled):
    filled("list", "--plain")
    assert not filled("list").out.isascii()


def test_an_owners_own_letters_stay(filled):
    filled("log", "--note", "Möhre, 少し")
    assert "Möhre, 少し" in filled("show", "--plain").out


def test_json_is_what_it_always_is(filled):
    assert filled("tonight", "--json", "--plain").json == filled("tonight", "--json").json


# The manner of writing


def test_the_clock_follows_the_settings(filled):
    assert "20:10" in filled("out", "list").out
    filled("settings", "set", "display.clock", "12h")
    assert "8:10 pm" in filled("out", "list").out


def test_the_clock_follows_the_country(filled, settings):
    settings["LC_ALL"] = "en_US.UTF-8"
    assert "8:10 pm" in filled("out", "list").out
    assert "Sunday, November 22, 2026" in filled("tonight").out
    filled("settings", "set", "display.clock", "24h")
    assert "20:10" in filled("out", "list").out


def test_ounces_stand_beside_grams_which_are_what_is_kept(filled):
    filled("settings", "set", "display.weight", "oz")
    assert "118.4 g (4.18 oz)" in filled("show").out
    assert filled("show", "--json").json["night"]["weight_g"] == 118.4
    filled("log", "--weight-g", "4.2 oz", "--yes")
    assert "119.1 g (4.20 oz)" in filled("show").out


def test_days_follow_the_settings(filled):
    filled("settings", "set", "display.dates", "iso")
    assert "Sunday 2026-11-22" in filled("show").out


def test_what_a_setting_cannot_be_is_said(filled):
    done = filled("settings", "set", "display.clock", "36h")
    assert done.code == 78
    assert "auto, 24h or 12h" in done.err
