"""`--plain`: every answer without colour, boxes and marks; the manner of writing, by settings."""

import re

import pytest

from hamdiary.domain.manner import USUAL, use

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


SHOWING = (
    ("medicine", "list"),
    ("medicine", "show", "syrup"),
    ("happening", "list"),
    ("clip", "list"),
    ("wellbeing",),
    ("out", "list"),
    ("feed",),
    ("diet",),
    ("tonight",),
    ("remind",),
    ("list",),
)
"""Commands that say days or times of day."""


@pytest.fixture
def cared_for(filled):
    for each in (
        ["medicine", "add", "Syrup", "--dose", "2", "--at", "9:00, 21:00", "--days", "10"],
        ["happening", "add", "vet-visit", "--on", "2026-11-23", "--time", "10:30"],
        ["clip", "add", "left.mp4", "--at", "20:15", "--yes"],
        ["wellbeing", "add", "--hurt", "7"],
        ["feed", "oats", "a pinch"],
    ):
        assert filled(*each).code == 0
    yield filled
    use(USUAL)


@pytest.mark.parametrize("command", SHOWING, ids=" ".join)
def test_no_time_is_written_in_24_hours_where_12_are_liked(cared_for, command):
    cared_for("settings", "set", "display.clock", "12h")
    said = cared_for(*command).out
    assert not re.findall(r"\b[0-9]{1,2}:[0-9]{2}\b(?! [ap]m)", said)


@pytest.mark.parametrize("command", SHOWING, ids=" ".join)
def test_an_iso_day_has_one_year_and_room_behind_it(cared_for, command):
    cared_for("settings", "set", "display.dates", "iso")
    said = cared_for(*command).out
    assert said
    assert not re.findall(r"-[0-9]{2} 2026\b|-[0-9]{2}[A-Za-z]", said)


def test_prescribed_times_are_written_in_the_owners_manner(cared_for):
    cared_for("settings", "set", "display.clock", "12h")
    assert "9:00 am, 9:00 pm" in cared_for("medicine", "list").out
    assert "vet visit at 10:30 am" in cared_for("happening", "list").out
    assert "8:15 pm" in cared_for("clip", "list").out
    assert "tomorrow 10:30 am" in cared_for("remind").out
    kept = cared_for("medicine", "list", "--json").json["medicines"][-1]
    assert kept["times"] == "09:00 21:00"
