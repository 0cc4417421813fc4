"""A cage beside what each source asks for; nothing recorded is neither enough nor too little."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamdiary.domain.cage import FIGURES, cage_check
from hamdiary.knowledge.cage import FIGURE_WORDS
from hamdiary.knowledge.sources import sources


def fits(species, length, width):
    return {line.figure.slug: line.fits for line in cage_check(species, length, width).lines}


def test_sources_disagree_and_all_are_shown():
    assert fits("syrian", 80, 50) == {
        "a_any": "yes", "a_syrian": "no", "blue_cross": "no", "tvt": "no", "study": "no",
        "rspca": "not_recorded",
    }  # fmt: skip
    assert fits("syrian", 100, 50)["tvt"] == "yes"
    assert fits("syrian", 200, 50)["study"] == "yes"


def test_the_sides_may_be_in_either_order():
    assert fits("syrian", 50, 100) == fits("syrian", 100, 50)


def test_a_long_narrow_cage_is_not_enough():
    assert fits("syrian", 200, 40)["blue_cross"] == "no"


def test_what_is_said_of_syrians_is_left_out_for_dwarfs():
    assert "a_syrian" not in fits("campbell", 100, 50)
    assert "a_syrian" in fits(None, 100, 50)


@pytest.mark.parametrize(("length", "width"), [(None, None), (100, None), (None, 50)])
def test_a_cage_that_is_not_recorded_is_neither_enough_nor_too_small(length, width):
    assert set(fits("syrian", length, width).values()) == {"not_recorded"}


@pytest.mark.parametrize(
    ("species", "wheel", "fit"),
    [("syrian", 28, "yes"), ("syrian", 27.9, "no"), ("campbell", 20, "yes"), ("chinese", 19, "no"),
     ("syrian", None, "not_recorded")],
)  # fmt: skip
def test_the_wheel_has_a_least_size_by_species(species, wheel, fit):
    assert cage_check(species, None, None, wheel).wheel_fits == fit


def test_a_mesh_wheel_is_not_solid():
    assert cage_check("syrian", None, None, 30, False).wheel_solid == "no"
    assert cage_check("syrian", None, None, 30).wheel_solid == "not_recorded"


def test_every_figure_has_words_and_known_sources():
    assert {figure.slug for figure in FIGURES} == set(FIGURE_WORDS)
    assert {key for figure in FIGURES for key in figure.sources} <= set(sources())


@given(st.floats(1, 400), st.floats(1, 400), st.floats(0, 100))
def test_a_larger_cage_never_fits_worse(length, width, more):
    small, large = fits("syrian", length, width), fits("syrian", length + more, width + more)
    assert all(large[slug] == "yes" for slug, fit in small.items() if fit == "yes")
