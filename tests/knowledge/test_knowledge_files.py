"""A damaged or edited file of facts is told with its line, and nothing is shown of it."""

import shutil

import pytest

from hamdiary.knowledge import (
    diet_words,
    files,
    food_search,
    foods,
    guide,
    guide_index,
    guide_search,
    guide_titles,
    hint_titles,
    hints_file,
    signs,
)
from hamdiary.knowledge import sources as sources_module
from hamdiary.knowledge.files import DamagedKnowledge

CACHED = (
    foods.foods, foods._read, foods.german_names, food_search._named_in, food_search._by_stems,
    food_search._vocabulary, food_search._near_words, food_search._begun_by, guide._contents,
    guide.topic,
    guide.disagreement, guide_index.guide_index, guide_search._fitting,
    guide_titles._named, guide_titles._vocabulary, signs.signs,
    sources_module.sources, hints_file.hints_told, hint_titles._titles,
)  # fmt: skip


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A copy of the facts that a test may damage."""
    copy = tmp_path / "knowledge"
    shutil.copytree(files.FOLDER, copy)
    monkeypatch.setattr(files, "FOLDER", copy)
    for each in CACHED:
        each.cache_clear()
    yield copy
    for each in CACHED:
        each.cache_clear()


def change(file, old, new):
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def told(trouble, file, line):
    assert f"{file}, line {line}: " in str(trouble.value)
    assert "\n" not in str(trouble.value)


@pytest.mark.parametrize(
    ("old", "new"),
    [("35.17", "heavy"), ("35.17", "-1"), ("35.17", "3517"), ("35.17", "nan"), ("35.17", "inf"),
     (",limit,limit,same", ",sometimes,limit,same"), ("seed,limit", "sead,limit"),
     (",2-3,,E", ",2-9,,E"), (",2-3,,E", ",often,,E"), ("Sunflower kernels,", " ,"),
     (",E,,", ",F,,"), ("sunflower-kernels,", ",")],
)  # fmt: skip
def test_a_bad_value_of_a_food_is_told_with_its_line(folder, old, new):
    line = change(folder / "foods.csv", old, new)
    with pytest.raises(DamagedKnowledge) as trouble:
        foods.foods()
    told(trouble, folder / "foods.csv", line)


def test_an_unknown_column_is_told(folder):
    change(folder / "foods.csv", "vit_e_mg_100g", "vit_e_mg")
    with pytest.raises(DamagedKnowledge, match="vit_e_mg"):
        foods.foods()


def test_a_line_that_lacks_a_value_is_told(folder):
    line = change(folder / "never.csv", ",T,", ",")
    with pytest.raises(DamagedKnowledge) as trouble:
        foods.foods()
    told(trouble, folder / "never.csv", line)


def test_a_food_that_is_there_twice_is_told(folder):
    change(folder / "never.csv", "\nonion,", "\nkale,")
    with pytest.raises(DamagedKnowledge, match="kale is there twice"):
        foods.foods()


def test_a_slip_in_a_key_of_the_guide_is_told_with_its_line(folder):
    line = change(folder / "guide" / "stroke.toml", "urgency = ", "urgancy = ")
    with pytest.raises(DamagedKnowledge, match="urgancy") as trouble:
        guide.topic("stroke")
    told(trouble, folder / "guide" / "stroke.toml", line)


def test_broken_toml_is_told_with_its_line(folder):
    line = change(folder / "guide" / "stroke.toml", "about = 'course'", "about = 'course")
    with pytest.raises(DamagedKnowledge, match="not TOML") as trouble:
        guide.topic("stroke")
    told(trouble, folder / "guide" / "stroke.toml", line)


@pytest.mark.parametrize(
    ("old", "new"),
    [("urgency = 'today'", "urgency = 'later'"), ("sure = 'L'", "sure = 'X'"),
     ("sources = ['A']", "sources = []"), ("sources = ['A']", "sources = 'A'"),
     ("about = 'happens'", "about = 'maybe'"), ("slug = 'recur'\n", ""),
     ("slug = 'recur'", "slug = 'evening'"), ("lead = ", "laed = ")],
)  # fmt: skip
def test_a_bad_value_of_the_guide_is_told(folder, old, new):
    change(folder / "guide" / "stroke.toml", old, new)
    with pytest.raises(DamagedKnowledge, match=r"stroke\.toml"):
        guide.topic("stroke")


def test_a_missing_file_is_told(folder):
    (folder / "guide" / "stroke.toml").unlink()
    with pytest.raises(DamagedKnowledge, match=r"stroke\.toml.*cannot be read"):
        guide.topic("stroke")


def test_a_file_that_is_no_text_is_told(folder):
    (folder / "signs.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DamagedKnowledge, match="UTF-8"):
        signs.signs()


def test_a_sign_that_names_an_unknown_one_is_told(folder):
    change(folder / "signs.toml", "beside = ['ate_nothing'", "beside = ['ate_nothin'")
    with pytest.raises(DamagedKnowledge, match="ate_nothin"):
        signs.signs()


def test_one_damaged_topic_leaves_the_others_readable(folder):
    change(folder / "guide" / "stroke.toml", "[[fact]]", "[[fact")
    assert guide.topic("vitamins").facts
    assert diet_words.STATUS_WORDS


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [('why = "Breath comes', 'whi = "Breath comes', "rules.R01: “why” is missing"),
     ('sources = ["NV M", "KOV L"', 'sources = ["NV M", "KOV"', "a source is not a key"),
     ("[rules.R05.fall]", "[rules.R05.fall]\ntitel = 'x'", "“titel” is no key"),
     ('ask = ["since when it breathes', 'ask = "since", x = ["', "not TOML"),
     ("[urgency.now]", "[urgency.noww]", "urgency.now")],
)  # fmt: skip
def test_edited_words_of_hints_are_told_with_their_place(folder, old, new, said):
    change(folder / "hints.toml", old, new)
    with pytest.raises(DamagedKnowledge) as trouble:
        hints_file.hints_told()
    assert said in str(trouble.value)
    assert f"{folder / 'hints.toml'}, line " in str(trouble.value)
