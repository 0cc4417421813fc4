"""Foods, guide and signs on the command line, with a diary and without any."""

import json
import subprocess
import sys

import pytest

from hamdiary.domain.foods import Food
from hamdiary.knowledge import files
from hamdiary.knowledge.foods import foods
from hamdiary.knowledge.guide import contents, topic
from hamdiary.knowledge.signs import signs
from hamdiary.render.cells import cells

CALLS = [
    ["foods"], ["foods", "never"], ["foods", "courgette"], ["foods", "almond"], ["foods", "spin"],
    ["foods", "pepper"], ["foods", "jalapeno"], ["guide"], ["guide", "stroke"], ["guide", "cage"],
    ["guide", "never"], ["guide", "sources"], ["guide", "disagreements"], ["guide", "head", "tilt"],
    ["guide", "food-table"], ["signs"], ["signs", "tilt", "wet_belly"], ["signs", "--not", "tilt"],
]  # fmt: skip


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
@pytest.mark.parametrize("columns", ["20", "40", "60", "80", "120"])
def test_every_page_keeps_to_the_width(biscuit, call, columns):
    biscuit("setup", "--edit", "Biscuit", "--cage-length-cm", "80", "--cage-width-cm", "50")
    done = biscuit(*call, COLUMNS=columns)
    assert (done.code, done.err) == (0, "")
    assert all(cells(line) <= int(columns) for line in done.out.splitlines())


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_every_page_opens_without_any_diary_and_makes_none(hamdiary, tmp_path, call):
    done = hamdiary(*call)
    assert (done.code, done.err) == (0, "")
    assert done.out.strip()
    assert not (tmp_path / "home" / "diary.db").exists()


@pytest.mark.parametrize("call", [call for call in CALLS if call != ["foods", "never"]],
                         ids=" ".join)  # fmt: skip
def test_every_answer_is_also_json(hamdiary, call):
    assert hamdiary(*call, "--json").json


@pytest.mark.parametrize("slug", contents())
def test_a_page_of_the_guide_shows_every_fact_and_who_says_it(hamdiary, slug):
    out = " ".join(hamdiary("guide", slug, COLUMNS="120").out.split())
    for fact in topic(slug).facts:
        assert fact.text in out
    assert "hamdiary keeps notes." in out


def test_both_sides_of_a_disagreement_stand_on_the_page(hamdiary):
    out = " ".join(hamdiary("guide", "vitamin-foods").out.split())
    assert "Sources disagree: Do green vegetables give vitamin D?" in out
    assert "Yes: Vitamin D is in oily fish, eggs, green vegetables" in out
    assert "No: The US food tables list 0 µg for every green vegetable" in out


def test_a_food_shows_portions_for_both_kinds_without_a_diary(hamdiary):
    out = hamdiary("foods", "carrot").out
    assert "Syrian        at most 1 g a night, 2 nights a week" in out
    assert "Dwarf         at most 0.2 g a night, rarely, at most 1 night a week" in out


def test_a_food_shows_the_portion_of_the_diarys_hamster(hamdiary):
    hamdiary("setup", "--name", "Pip", "--species", "campbell")
    out = hamdiary("foods", "kale").out
    assert "For Pip       at most 0.3–0.5 g a night" in out
    assert "Syrian" not in out
    assert "not for dwarf hamsters" in hamdiary("foods", "apple").out


def test_another_hamster_can_be_named_and_an_unknown_one_is_refused(biscuit):
    biscuit("setup", "--name", "Pip", "--species", "roborovski")
    assert "For Biscuit   at most 1 g" in biscuit("foods", "kale", "--hamster", "Biscuit").out
    assert biscuit("foods", "kale", "--hamster", "Nobody").code == 66
    assert biscuit("foods", "kale", "--diary", "/nowhere/diary.db").code == 66


def test_a_diary_in_trouble_leaves_the_guide_readable(hamdiary, tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    (home / "diary.db").write_bytes(b"not a diary at all" * 100)
    done = hamdiary("foods", "kale")
    assert done.code == 0
    assert "Syrian" in done.out


def test_a_never_food_says_to_ring_a_vet(hamdiary):
    assert "ring a vet now" in hamdiary("foods", "chocolate").out
    assert "possibly poisonous" in hamdiary("foods", "eggplant").out


def test_an_exact_name_shows_the_food_and_names_the_others(hamdiary):
    out = hamdiary("foods", "apple").out
    assert out.startswith("Apple, no pips (fruit)")
    assert "See also:\n  Apple and pear pips" in out


def test_an_unknown_food_names_the_nearest(hamdiary):
    done = hamdiary("foods", "dark", "chocolate")
    assert "Is it one of these: Chocolate?" in done.out
    assert hamdiary("foods", "dark chocolate", "--json").json["nearest"] == ["chocolate"]


def test_foods_in_json_have_every_field(hamdiary):
    (food,) = hamdiary("foods", "spinach", "--json").json["foods"]
    assert set(Food.__dataclass_fields__) <= set(food)
    assert food["vit_e_mg_100g"] == foods()["spinach"].vit_e_mg_100g
    assert food["per_week"] == {"low": 1, "high": 1}
    assert food["syrian"] == {"words": "1 small leaf piece (1 g)", "grams": 1.0}
    (tofu,) = hamdiary("foods", "tofu", "--json").json["foods"]
    assert tofu["vit_e_mg_100g"] is None


def test_a_topic_in_json_has_its_facts_and_disagreements(hamdiary):
    shown = hamdiary("guide", "stroke", "--json").json["topic"]
    assert len(shown["facts"]) == len(topic("stroke").facts)
    assert shown["facts"][0]["sources"]
    assert shown["disagreements"][0]["slug"] == "stroke-waiting"


def test_the_own_cage_stands_beside_every_figure(biscuit):
    assert "Biscuit’s cage: not recorded" in biscuit("guide", "cage").out
    biscuit("setup", "--edit", "Biscuit", "--cage-length-cm", "80", "--cage-width-cm", "50")
    out = biscuit("guide", "cage").out
    assert "Biscuit’s cage: 80 × 50 cm, 4,000 cm²" in out
    assert "yes                 at least 80 × 50 cm (A)" in out
    assert "smaller             Syrians at least 100 × 50 cm (A)" in out


def test_signs_lead_to_how_soon_and_never_to_one_cause(biscuit):
    biscuit("setup", "--edit", "Biscuit", "--night-phone", "0999 1")
    out = biscuit("signs", "tilt").out
    assert out.startswith("!! TODAY: Be seen the same day")
    assert "can only be told apart by a vet" in out
    assert "or something else that this guide does not name" in out
    assert "0999 1" in out
    assert "hamdiary keeps notes." in " ".join(out.split())


def test_no_sign_seen_does_not_say_that_all_is_well(hamdiary):
    names = [word for slug in signs() for word in ("--not", slug)]
    out = " ".join(hamdiary("signs", *names).out.split())
    assert out.startswith("No sign of this list does not mean that all is well.")


def test_signs_in_json(hamdiary):
    answer = hamdiary("signs", "tilt", "wet_belly", "--json").json
    assert (answer["urgency"], answer["systems"]) == ("now", ["legs", "urine"])
    assert hamdiary("signs", "--json").json["urgency"] is None


def test_an_unknown_sign_is_refused_with_the_way_to_the_list(hamdiary):
    done = hamdiary("signs", "grumpy")
    assert done.code == 2
    assert "“grumpy” is no sign here; hamdiary signs lists them" in done.err


def test_a_sign_that_is_seen_and_not_seen_is_seen(hamdiary):
    assert hamdiary("signs", "tilt", "--not", "tilt", "--json").json["urgency"] == "today"


def test_the_inherited_form_is_named_for_a_male_syrian_of_that_age_only(biscuit):
    legs = ["signs", "legs_slowly", "--json"]
    assert "heredity" not in biscuit(*legs).json["overlapping_causes"]
    biscuit("setup", "--edit", "Biscuit", "--sex", "male", "--born", "2026-04-22")
    assert "heredity" in biscuit(*legs).json["overlapping_causes"]


def test_nothing_is_found_in_the_guide_plainly(hamdiary):
    assert "The guide has nothing about “xyzzyqw”." in hamdiary("guide", "xyzzyqw").out


@pytest.mark.parametrize("words", ["[/]", "\x1b]52;c;x\x07", "\u202e", "-", "--", "' OR 1=1", " "])
@pytest.mark.parametrize("command", ["foods", "guide"])
def test_odd_words_do_no_harm(hamdiary, command, words):
    done = hamdiary(command, words)
    assert done.code in (0, 2)
    assert "\x1b" not in done.out and "\u202e" not in done.out


def test_a_terminal_that_knows_ascii_only_gets_ascii(program):
    for call in (["foods", "almond"], ["guide", "cage"], ["signs", "tilt"]):
        done = program(*call, PYTHONIOENCODING="ascii", PYTHONUTF8="0", COLUMNS="80")
        assert done.code == 0
        assert done.out.isascii()
        whole = program(*call, PYTHONIOENCODING="utf-8", COLUMNS="80")
        assert done.out.count("?") == whole.out.count("?")


def test_a_damaged_file_is_told_in_one_line_with_exit_code_74(hamdiary, tmp_path, monkeypatch):
    from hamdiary.knowledge import guide

    copy = tmp_path / "knowledge"
    (copy / "guide").mkdir(parents=True)
    for file in (files.FOLDER / "guide").glob("*.toml"):
        (copy / "guide" / file.name).write_bytes(file.read_bytes())
    (copy / "guide" / "stroke.toml").write_text("lead = 'x'\nfacts = 3\n", encoding="utf-8")
    monkeypatch.setattr(files, "FOLDER", copy)
    guide.topic.cache_clear()
    done = hamdiary("guide", "stroke")
    guide.topic.cache_clear()
    assert done.code == 74
    assert "stroke.toml, line 2: “facts”" in done.err
    assert len(done.err.splitlines()) == 1
    monkeypatch.undo()
    assert hamdiary("setup", "--name", "Biscuit").code == 0


NOTHING_READ_YET = """
import sys
import hamdiary.cli.calling, hamdiary.cli.program
early = {"tomllib", "csv", "hamdiary.knowledge.guide", "hamdiary.knowledge.foods"}
assert not early & set(sys.modules), early & set(sys.modules)
from hamdiary.knowledge import food_search, foods, guide, signs
assert not foods.foods.cache_info().currsize and not guide._contents.cache_info().currsize
guide.topic("hop-a-long")
assert guide.topic.cache_info().currsize == 1
"""


def test_facts_are_read_only_when_they_are_asked_for():
    done = subprocess.run([sys.executable, "-c", NOTHING_READ_YET], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_an_answer_in_json_is_plain(hamdiary):
    text = hamdiary("guide", "hop-a-long", "--json").out
    assert json.loads(text)["topic"]["slug"] == "hop-a-long"
