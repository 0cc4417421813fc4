"""Finding a topic by its name, and words in the whole guide."""

import time
import timeit

import pytest

from hamdiary.knowledge.guide import contents
from hamdiary.knowledge.guide_search import search_guide
from hamdiary.knowledge.guide_titles import find_topic


def found(typed):
    return [hit.topic.slug for hit in search_guide(typed)]


@pytest.mark.parametrize("slug", contents())
def test_every_topic_opens_by_its_slug_and_by_its_title(slug):
    assert find_topic(slug).slug == slug
    assert find_topic(contents()[slug].title).slug == slug


@pytest.mark.parametrize(
    ("typed", "slug"),
    [("Wet Tail", "campylobacter"), ("cage paralysis", "exercise"), ("hop a long", "hop-a-long"),
     ("obesity", "overweight"), ("strok", "stroke"), ("fracture", "broken-leg")],
)  # fmt: skip
def test_other_names_and_beginnings_open_a_topic(typed, slug):
    assert find_topic(typed).slug == slug


@pytest.mark.parametrize("typed", ["", "   ", "a", "head tilt", "diarrhoea", "(", "NOT", "*", '"'])
def test_signs_and_odd_words_open_no_topic(typed):
    assert find_topic(typed) is None


def test_who_looks_for_a_sign_is_led_to_how_soon_before_any_cause():
    assert found("head tilt")[0] == "signs"
    assert "stroke" in found("head tilt")


def test_a_title_goes_before_a_text():
    assert found("stroke")[0] == "stroke"


def test_all_words_must_be_held():
    assert found("journal heredity")[0] == "heredity"
    assert "stroke" not in found("journal heredity")


@pytest.mark.parametrize("typed", ["paralysd", "euthanassia", "camplyobacter"])
def test_a_slip_of_the_finger_is_mended(typed):
    assert found(typed)


def test_case_and_accents_do_not_matter():
    assert found("STRÓKE") == found("stroke")


def test_the_never_list_and_disagreements_are_searched_too():
    assert "never" in found("chocolate")
    assert "vitamins" in found("UVB light")


@pytest.mark.parametrize("typed", ["", "(", '"', "*", "xyzzyqwert", "a" * 10_000, "[/] \\"])
def test_odd_searches_find_nothing_and_do_no_harm(typed):
    assert found(typed) == []


def test_the_lines_that_a_hit_shows_hold_the_words():
    (hit, *_) = [hit for hit in search_guide("mesh wheels") if hit.topic.slug == "injuries"]
    assert "mesh wheels" in hit.lines[0]


def test_a_search_takes_less_than_a_frame():
    search_guide("warm")
    took = timeit.repeat(
        lambda: search_guide("wet tail"), timer=time.process_time, repeat=9, number=1
    )
    assert min(took) < 0.016
