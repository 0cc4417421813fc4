"""In German: the guide, foods and hints, from what is typed to what is read."""

import json
import os
import subprocess
import sys

import pytest

NOW = "2026-11-22T21:16:00+01:00"


@pytest.fixture
def said(tmp_path, in_german):
    """Start the program as an owner who reads German does; what it says, in one line."""
    environment = {
        "PATH": os.environ["PATH"], "HAMDIARY_HOME": str(tmp_path / "home"), "COLUMNS": "100",
        "HAMDIARY_NOW": NOW, "TZ": "Europe/Berlin", **in_german,
    }  # fmt: skip

    def call(*arguments, **other):
        done = subprocess.run(
            [sys.executable, "-m", "hamdiary", *arguments],
            env={**environment, **other}, capture_output=True, text=True, check=False,
        )  # fmt: skip
        return " ".join((done.stdout + done.stderr).split())

    return call


@pytest.fixture
def krümel(said):
    said("setup", "--name", "Krümel", "--species", "syrian", "--sex", "male")
    return said


@pytest.mark.parametrize("typed", ["Schlaganfall", "stroke", "schlaganfälle"])
def test_a_topic_opens_by_either_name(said, typed):
    page = said("guide", typed)
    assert page.startswith("Schlaganfall (Ursachen) Dieselben Anzeichen können von einer Ohr")
    assert "Manche überleben und erholen sich in 2–3 Wochen." in page
    assert "!! HEUTE" in page and "Pflegeseite (A), schwach" in page
    assert "first-day" in page


def test_a_search_finds_german_and_english_words_of_a_text(said):
    for typed in (("schiefer", "Kopf"), ("head", "tilt")):
        assert "Schwanken oder Fallen beim Laufen, ein schiefer Kopf" in said("guide", *typed)


def test_a_food_is_shown_with_portions_and_other_names(said):
    page = said("foods", "gurke")
    assert page.startswith("Gurke (Gemüse): selten und wenig")
    assert "Salatgurke" in page and "Gurken," not in page
    assert "0,3 g" in page and "95 % Wasser: bei jedem weichen Kot aufhören." in page


def test_the_never_lists_open_by_a_german_word(said):
    assert "Zwiebel Schädigt rote Blutkörperchen" in said("foods", "nie")


def test_json_keeps_its_english(said):
    (food,) = json.loads(said("foods", "gurke", "--json"))["foods"]
    assert food["name"] == "Cucumber" and food["cautions"].startswith("95 % water")
    assert food["syrian"]["words"] == "1 thin slice quarter"
    topic = json.loads(said("guide", "stroke", "--json"))["topic"]
    assert (topic["title"], topic["section"]) == ("Stroke", "Causes")


def test_a_never_food_is_asked_about_and_opens_a_hint(krümel):
    assert "„Zwiebel“ steht auf der Nie-Liste: möglicherweise giftig." in krümel("feed", "Zwiebeln")
    assert "!!! JETZT Es hat etwas gefressen, das giftig sein kann" in krümel(
        "feed", "Zwiebeln", "--yes"
    )
    page = krümel("hints")
    assert "Zwiebel" in page and "Nimm den Rest weg und heb die Packung" in page


def test_what_to_tell_is_german(krümel):
    krümel("feed", "Schokolade", "--yes")
    told = krümel("hints", "tell", "1")
    assert "Es geht um einen Hamster (" in told and "genannt Krümel." in told
    assert "Halt bereit: was es war und wie viel höchstens; wann es gefressen wurde." in told


def test_a_title_that_was_remembered_in_english_is_said_anew_in_german(krümel):
    krümel("feed", "chocolate", "--yes", HAMDIARY_LANGUAGE="en")
    english = krümel("tonight", HAMDIARY_LANGUAGE="en")
    assert "It ate something that may be poisonous" in english
    assert "Es hat etwas gefressen, das giftig sein kann" in krümel("tonight")
