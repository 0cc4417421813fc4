"""What hamdiary knows, in German: found by German names, and never weaker or stronger in words."""

import re
from collections import Counter

import pytest
from catalogue import is_said, read

from hamdiary.knowledge.finding import written_out
from hamdiary.knowledge.food_search import maybe_poisonous, recognise, search_foods
from hamdiary.knowledge.foods import foods, german_names
from hamdiary.knowledge.guide_search import search_guide
from hamdiary.knowledge.guide_titles import find_topic
from hamdiary.knowledge.hints_file import hints_told
from hamdiary.services import feeding, recording
from hamdiary.services.session import open_session
from hamdiary.storage.locations import Home
from hamdiary.storage.opening import create_diary

OILY = {"fetter Fisch"}
"""A name of several foods."""


@pytest.fixture
def session(tmp_path):
    create_diary(Home(tmp_path).diary, Home(tmp_path)).close()
    with open_session({"HAMDIARY_HOME": str(tmp_path), "TZ": "Europe/Berlin"}) as opened:
        recording.record_hamster(opened, recording.new_hamster(), {"species": "syrian"})
        yield opened


@pytest.fixture(params=["English", "German"])
def either(request):
    """The same in each language."""
    if request.param == "German":
        request.getfixturevalue("german")


def called(typed):
    food = recognise(typed)
    return food and food.slug


@pytest.mark.usefixtures("either")
class TestFoodsGoByTheirGermanNames:
    def test_every_one(self):
        wrong = [
            (slug, form, called(form))
            for slug, names in german_names().items()
            for name in names
            for form in written_out(name)
            if name not in OILY and called(form) != slug
        ]
        assert wrong == []

    def test_and_by_their_english_ones(self):
        assert (called("cucumber"), called("courgettes")) == ("cucumber", "courgette")

    @pytest.mark.parametrize(
        ("typed", "slug"),
        [("Gurke", "cucumber"), ("MÖHRE", "carrot"), ("moehren", "carrot"), ("Kurbis", "pumpkin"),
         ("suesskartoffel", "sweet-potato"), ("Löwenzahn", "dandelion-leaf")],
    )  # fmt: skip
    def test_however_umlauts_are_typed(self, typed, slug):
        assert called(typed) == slug
        assert search_foods(typed)[0].slug == slug

    @pytest.mark.parametrize("typed", ["gur", "Gurk"])
    def test_a_beginning_finds_them(self, typed):
        assert "cucumber" in [food.slug for food in search_foods(typed)]

    @pytest.mark.parametrize(
        ("typed", "slug"),
        [("Schokolade", "chocolate"), ("Zwiebeln", "onion"), ("Knoblauch", "garlic"),
         ("Kaffee", "coffee"), ("Avocados", "avocado"), ("Rhabarber", "rhubarb"),
         ("rohe Kartoffel", "raw-potato"), ("Bittermandeln", "bitter-almond"),
         ("Apfelkerne", "pips"), ("Schmerzmittel", "human-medicine")],
    )  # fmt: skip
    def test_what_is_possibly_poisonous_is_known(self, typed, slug):
        assert called(typed) == slug
        assert recognise(typed).status == "never_t"

    @pytest.mark.parametrize(
        ("typed", "slug"),
        [("Zwiebelkuchen", "onion"), ("Nussschokolade", "chocolate"), ("Knoblauchbrot", "garlic"),
         ("Bratkartoffeln", "raw-potato"), ("Zwibel", "onion"), ("Schokolde", "chocolate"),
         ("Schokolade mit Nuss", "chocolate"), ("Lauchsuppe", "leek")],
    )  # fmt: skip
    def test_and_where_it_hides_in_a_longer_word_or_a_slip(self, typed, slug):
        assert recognise(typed) is None
        assert maybe_poisonous(typed).slug == slug

    def test_harmless_words_raise_no_alarm(self):
        for typed in ("Rucola", "Fenchel", "Mehlwurm", "Gänseblümchen", "Basilikum", "Kamille"):
            assert maybe_poisonous(typed) is None, typed


@pytest.mark.usefixtures("either")
class TestTheGuideIsFoundInBothLanguages:
    @pytest.mark.parametrize(
        ("typed", "slug"),
        [("Schlaganfall", "stroke"), ("stroke", "stroke"), ("schlagan", "stroke"),
         ("Lähmung", "general"), ("Laehmung", "general"), ("Übergewicht", "overweight"),
         ("Gehege und Laufrad", "cage"), ("Cage and wheel", "cage"),
         ("Knochenbruch", "broken-leg")],
    )  # fmt: skip
    def test_a_topic(self, typed, slug):
        assert search_guide(typed)[0].topic.slug == slug

    @pytest.mark.parametrize(
        ("typed", "slug"), [("Schlaganfall", "stroke"), ("Nie füttern", "never")]
    )
    def test_a_topic_by_its_name(self, typed, slug):
        assert find_topic(typed).slug == slug

    def test_a_never_food_leads_to_the_never_lists(self):
        assert "never" in [hit.topic.slug for hit in search_guide("Zwiebel")]


@pytest.mark.usefixtures("either")
@pytest.mark.parametrize("typed", ["Schokolade", "Zwiebeln", "Zwiebelkuchen"])
def test_a_german_never_food_is_asked_about_before_it_is_kept(session, typed):
    serving = feeding.new_serving(session.hamster(), session.tonight)
    (question,) = feeding.questions_about_serving(
        session, session.hamster(), serving, {"food": typed}
    )
    known = recognise(typed) or maybe_poisonous(typed)
    assert known.status == "never_t"
    assert known.name in question.text and question.fields == ("food",)


def test_each_food_is_shown_by_the_first_of_its_german_names(german):
    wrong = [
        (food.name, german_names()[food.slug][0])
        for food in foods().values()
        if food.name != german_names()[food.slug][0]
    ]
    assert wrong == []


# Word for word as strong as the English

ROOM = [
    (english, german)
    for each in read("knowledge")
    if each.id and is_said(each)
    for english, german in (
        [(each.id, each.string)]
        if isinstance(each.id, str)
        else zip(each.id, each.string, strict=True)
    )
]
"""Every text of the room with its German."""

NUMBER = r"\d+(?:[.,]\d+)*"
UNIT = r"(?<!\w)(?:mg|µg|g|ml|cm²|cm|%|°C|½|¼|§)(?!\w)"
KEY = r"\b(?:AVMA|BBB|BMS|LCMV|MSD|NRC|PDSA|RSPCA|TVT|USDA|UVB|hamdiary|hammysworld)\b|\(A\)"
"""Sources and names that every language writes alike."""

NO = r"\b(?:no|not|never|nothing|cannot|without|nobody|neither|nor|unless)\b"
KEIN = r"\b(?:kein\w*|nicht|nie|nein|niemand\w*|nichts|ohne|weder|außer)\b"
MAY = r"\b(?:can|may|might|could|possibly|perhaps|probably|maybe|likely)\b"
KANN = (
    r"\b(?:kann\w*|können|konnte\w*|könnte\w*|vielleicht|möglich\w*|darf\w*|lässt (?:es )?sich|"
    r"lassen sich|wahrscheinlich|Verlass|waren? zu|zu lesen|so groß du)\b"
)


def plain_numbers(text, point, thousands):
    found = re.findall(NUMBER, text)
    return Counter(each.replace(thousands, "").replace(point, ".") for each in found)


def test_every_number_is_the_same():
    wrong = [
        (english, german)
        for english, german in ROOM
        if plain_numbers(english, ".", ",") != plain_numbers(german, ",", ".")
    ]
    assert wrong == []


@pytest.mark.parametrize("pattern", [UNIT, KEY], ids=["units", "sources"])
def test_units_and_sources_are_the_same(pattern):
    def counted(text):
        return Counter(re.findall(pattern, re.sub(r"\{\w*\}", "", text)))

    wrong = [
        (english, german)
        for english, german in ROOM
        if counted(english) != counted(german.replace("hamdiarys", "hamdiary"))
    ]
    assert wrong == []


@pytest.mark.parametrize(("here", "there"), [(NO, KEIN), (MAY, KANN)], ids=["no", "may"])
def test_what_is_denied_or_only_possible_is_so_in_german(here, there):
    wrong = [
        (english, german)
        for english, german in ROOM
        if re.search(here, english, re.IGNORECASE) and not re.search(there, german, re.IGNORECASE)
    ]
    assert wrong == []


FORBIDDEN = (
    "diagnos", "geheilt", "heilung", "genesen", "genesung", "erhol", "gute besserung",
    "alles gut", "alles ist", "in ordnung", "keine sorge", "kein grund zur", "haustier ", " ml ",
    " mg", "dosis von", "einschläf", "euthan", "garantier", "versprech", "wird wieder",
)  # fmt: skip
"""As in English no hint judges, doses or promises (domain §8)."""

DISEASES = (
    "schlaganfall", "krebs", "tumor", "diabetes", "campylobacter", "lungenentzündung", "vereiterung"
)  # fmt: skip


def texts_of(told):
    if isinstance(told, str):
        return [told]
    below = told.values() if isinstance(told, dict) else told
    return [text for each in below for text in texts_of(each)]


def test_no_german_hint_judges_doses_promises_or_concludes(german):
    said = " ".join(map(german.gettext, texts_of(hints_told()["rules"]))).casefold()
    assert [word for word in (*FORBIDDEN, *DISEASES) if word in said] == []


def test_all_is_translated():
    assert [each.id for each in read("knowledge") if each.id and not is_said(each)] == []


def test_german_is_written_as_german():
    odd = re.compile(r'[a-zäöü]"|"[a-zäöü]|“[A-Za-z]|\.\.\.|!$|\d\.\d(?!\d\d)|  | - ')
    assert [german for _, german in ROOM if odd.search(german)] == []
