"""The foods are those of the table, number by number, and nothing else."""

import csv
import re
from pathlib import Path

import pytest

from hamdiary.domain.foods import NO_FRUIT, off_for_dwarfs
from hamdiary.knowledge.foods import RANGES, foods

with (Path(__file__).parent / "foods_of_the_source.csv").open(encoding="utf-8", newline="") as file:
    SOURCE = list(csv.DictReader(file))

TABLE = [food for food in foods().values() if not food.is_never]
PAIRS = list(zip(SOURCE, TABLE, strict=True))
IDS = [row["label"] for row in SOURCE]


def test_there_are_62_foods_and_two_tiers_of_never_foods():
    assert len(TABLE) == 62
    tiers = [food.status for food in foods().values() if food.is_never]
    assert tiers.count("never_t") >= 20 and tiers.count("never_u") >= 15


@pytest.mark.parametrize(("row", "food"), PAIRS, ids=IDS)
def test_values_are_those_of_the_source_and_a_missing_one_is_none(row, food):
    for column in RANGES:
        assert getattr(food, column) == (float(row[column]) if row[column] else None), column


@pytest.mark.parametrize(("row", "food"), PAIRS, ids=IDS)
def test_the_status_is_that_of_the_source(row, food):
    status = row["status"]
    if status.startswith("CONFLICT"):
        assert food.status == "conflict"
        assert food.default == status.rpartition(" ")[2].lower()
    else:
        word = re.match(r"[A-Z-]+", status)[0]
        assert food.status == word.lower().replace("-", "_")
    if "dwarf AVOID" in status:
        assert food.dwarf == "avoid" and food.dwarf_portion.is_none
    elif "rare" in status or "skip" in row["dwarf_max"]:
        assert food.dwarf == "rare"
    else:
        assert food.dwarf == "same"


@pytest.mark.parametrize(("row", "food"), PAIRS, ids=IDS)
def test_portions_are_in_the_words_of_the_source_with_the_grams_that_they_state(row, food):
    for portion, said in ((food.syrian, row["syrian_max"]), (food.dwarf_portion, row["dwarf_max"])):
        assert portion.words.replace("–", "-") == said
        stated = re.findall(r"(?:[\d.]+-)?([\d.]+) g\b", said)
        if said == "0":
            assert portion.grams == 0
        elif "berry ≈" in said:
            assert portion.grams == pytest.approx(0.5 * 1.4)
        elif stated:
            assert portion.grams == float(stated[0])
        else:
            assert portion.grams is None


@pytest.mark.parametrize(("row", "food"), PAIRS, ids=IDS)
def test_the_frequency_is_that_of_the_source(row, food):
    usual, _, dwarf = row["frequency"].partition(";")
    assert said(food.per_week) == usual
    assert said(food.dwarf_per_week) == (dwarf.replace("dwarf", "").strip() or usual)


def said(frequency):
    if frequency is None:
        return "-"
    if frequency.low == 0:
        return f"≤{frequency.high}/wk"
    if frequency.low == frequency.high:
        return f"{frequency.high}/wk"
    return f"{frequency.low}-{frequency.high}/wk"


@pytest.mark.parametrize(("row", "food"), PAIRS, ids=IDS)
def test_no_number_of_the_cautions_is_lost(row, food):
    numbers = re.findall(r"\d+(?:\.\d+)?", re.sub("SR26|(?<=10) (?=000)", "", row["cautions"]))
    for number in numbers:
        assert number in food.cautions.replace(",", ""), (number, food.cautions)


@pytest.mark.parametrize(("row", "food"), PAIRS, ids=IDS)
def test_foods_that_a_names_are_tagged(row, food):
    named = re.search(r"Named in A for ([ED])|A lists it for (E)", row["cautions"])
    assert food.named_for == (named[1] or named[2] if named else None)
    assert ("A" in food.sources) == (food.named_for is not None)


def test_slugs_are_stable_and_plain():
    for slug, food in foods().items():
        assert slug == food.slug
        assert re.fullmatch(r"[a-z][a-z-]*[a-z]", slug)


def test_every_food_that_a_lists_for_e_gives_e():
    named = {"sunflower-kernels", "almond", "peanut", "peanut-butter", "spinach", "collard-greens",
             "pumpkin", "red-bell-pepper", "asparagus", "mango"}  # fmt: skip
    assert {slug for slug in named if foods()[slug].gives_e} == named
    assert {food.slug for food in TABLE if food.named_for == "E"} == named


def test_no_green_vegetable_gives_d_and_eggs_and_oily_fish_do():
    giving = {food.slug for food in TABLE if food.gives_d}
    assert giving == {"egg", "egg-yolk", "rainbow-trout", "salmon", "herring", "sardine",
                      "cod-liver-oil", "uv-mushroom"}  # fmt: skip


def test_protein_foods_are_the_named_ones():
    giving = {food.slug for food in TABLE if food.is_protein}
    assert giving == {"egg", "egg-yolk", "rainbow-trout", "salmon", "herring", "sardine", "tuna",
                      "chicken", "cottage-cheese", "tofu"}  # fmt: skip


def test_dry_foods_are_not_moist_and_fresh_ones_are():
    dry = {food.group for food in TABLE if not food.is_moist}
    assert dry == {"seed", "nut", "grain", "oil"}
    assert foods()["quinoa"].is_moist  # given cooked


@pytest.mark.parametrize("species", sorted(NO_FRUIT))
def test_fruit_and_sweetcorn_are_off_for_dwarfs(species):
    off = {food.slug for food in TABLE if off_for_dwarfs(food, species)}
    assert {food.slug for food in TABLE if food.group == "fruit"} - {"grape"} <= off
    assert "sweetcorn" in off and "carrot" not in off


def test_a_roborovski_may_have_a_crumb_of_strawberry_and_no_mango():
    assert not off_for_dwarfs(foods()["strawberry"], "roborovski")
    assert off_for_dwarfs(foods()["mango"], "roborovski")


@pytest.mark.parametrize("species", ["syrian", None])
def test_nothing_is_off_for_dwarfs_where_there_is_no_dwarf(species):
    assert not any(off_for_dwarfs(food, species) for food in TABLE)


TIER_T = ["chocolate", "coffee", "onion", "garlic", "leek", "chives", "avocado", "raw-potato",
          "tomato-leaf", "aubergine-leaf", "bitter-almond", "pips", "fruit-stones", "raw-beans",
          "rhubarb", "alcohol", "human-medicine", "vitamin-drops"]  # fmt: skip
TIER_U = ["orange", "lemon", "grapefruit", "lime", "sweets", "honey-stick", "yoghurt-drops",
          "salted-food", "crisps", "jam", "iceberg-lettuce", "blue-cheese", "mouldy-food",
          "raisins", "cabbage", "dried-fruit", "peanut-butter-lump", "calcium-tablets"]  # fmt: skip


@pytest.mark.parametrize("slug", TIER_T)
def test_possibly_poisonous_foods_are_in_the_first_tier(slug):
    assert foods()[slug].status == "never_t"


@pytest.mark.parametrize("slug", TIER_U)
def test_unsuitable_foods_are_in_the_second_tier(slug):
    assert foods()[slug].status == "never_u"


def test_cod_liver_oil_is_for_the_vet_and_almonds_grapes_and_mushrooms_are_off():
    assert foods()["cod-liver-oil"].status == "vet_only"
    for slug in ("almond", "grape", "white-mushroom", "uv-mushroom"):
        assert foods()[slug].default == "avoid"
