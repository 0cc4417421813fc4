"""The hamster's own usual weight, from weighings that are neither too old nor too new."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamdiary.domain.baseline import WeightChange, valid_weights, weight_baseline, weight_change
from hamdiary.domain.measures import NotSeen
from hamdiary.domain.night import Night

TONIGHT = date(2026, 11, 22)


def weighed(grams, back, **more):
    return Night("h", TONIGHT - timedelta(days=back), weight_g=grams, **more)


def nights(**grams_by_nights_back):
    """`_5=118.4` is a weighing five nights back."""
    return [weighed(grams, int(back[1:])) for back, grams in grams_by_nights_back.items()]


def baseline(some):
    return weight_baseline(some, TONIGHT)


def test_the_baseline_is_the_median_of_the_window():
    assert baseline(nights(_4=100.0, _6=130.0, _9=110.0)) == 110.0


def test_of_an_even_number_the_two_in_the_middle_are_halved():
    assert baseline(nights(_4=100.0, _5=112.0, _6=110.0, _9=130.0)) == 111.0


@pytest.mark.parametrize("newest", [0, 1, 2])
def test_the_last_three_days_do_not_count(newest):
    window = nights(_5=100.0, _6=100.0, _7=100.0)
    assert baseline([*window, *(weighed(60.0, back) for back in range(newest + 1))]) == 100.0


def test_three_days_back_counts():
    assert baseline(nights(_3=104.0, _5=102.0, _6=100.0)) == 102.0


def test_fourteen_days_back_counts_and_fifteen_does_not():
    # Were the oldest one counted too, the median would be 99.
    assert baseline(nights(_14=100.0, _5=98.0, _4=102.0, _15=50.0)) == 100.0


def test_with_two_in_the_window_the_first_three_of_all_are_taken():
    assert baseline(nights(_29=90.0, _28=92.0, _27=91.0, _20=140.0, _5=150.0, _4=150.0)) == 91.0


def test_three_in_the_window_are_preferred_to_the_first_three():
    assert baseline(nights(_29=90.0, _28=92.0, _27=91.0, _6=150.0, _5=150.0, _4=150.0)) == 150.0


def test_the_very_first_weighings_make_a_baseline_even_if_they_are_new():
    assert baseline(nights(_2=60.0, _1=61.0, _0=62.0)) == 61.0


@pytest.mark.parametrize("some", [[], nights(_5=100.0), nights(_5=100.0, _1=100.0)])
def test_fewer_than_three_weighings_make_no_baseline(some):
    assert baseline(some) is None


def test_weighings_after_the_evening_asked_about_do_not_count():
    assert weight_baseline(nights(_9=100.0, _8=100.0, _0=60.0), TONIGHT - timedelta(days=1)) is None


def test_a_weighing_with_full_pouches_does_not_count():
    full = [weighed(100.0, 5), weighed(100.0, 6), weighed(190.0, 7, pouches_empty="no")]
    assert baseline(full) is None


@pytest.mark.parametrize("pouches", ["yes", None, NotSeen.NOT_CHECKED])
def test_a_weighing_counts_unless_the_pouches_were_full(pouches):
    some = [weighed(100.0, back, pouches_empty=pouches) for back in (5, 6, 7)]
    assert baseline(some) == 100.0


def test_nights_without_a_weight_are_passed_over():
    assert valid_weights([Night("h", TONIGHT, gait=3), weighed(118.4, 1)]) == [
        (TONIGHT - timedelta(days=1), 118.4)
    ]


@given(
    st.lists(
        st.builds(weighed, st.floats(12, 260), st.integers(0, 40)),
        unique_by=lambda each: each.evening,
    ),
    st.randoms(),
)
def test_the_baseline_lies_among_the_weights_whatever_their_order(some, dice):
    shuffled = list(some)
    dice.shuffle(shuffled)
    usual = baseline(some)
    assert baseline(shuffled) == usual
    assert (usual is None) == (len(some) < 3)
    if usual is not None:
        grams = [each.weight_g for each in some]
        assert min(grams) <= usual <= max(grams)


def test_the_change_is_against_seven_nights_before():
    assert weight_change(nights(_0=118.4, _6=100.0, _7=120.0), TONIGHT) == WeightChange(-1.6, 7)


@pytest.mark.parametrize(
    ("backs", "taken"), [((5, 6, 8, 9, 10), 6), ((5, 8, 9), 8), ((5, 9), 5), ((9, 10), 9)]
)
def test_without_a_weighing_seven_nights_before_the_nearest_is_taken(backs, taken):
    some = [weighed(100.0 + back, back) for back in (0, *backs)]
    assert weight_change(some, TONIGHT) == WeightChange(-float(taken), taken)


@pytest.mark.parametrize("back", [1, 4, 11, 30])
def test_a_weighing_nearer_than_five_or_further_than_ten_nights_says_no_change(back):
    assert weight_change([weighed(100.0, 0), weighed(90.0, back)], TONIGHT) is None


def test_without_a_weight_tonight_there_is_no_change():
    assert weight_change(nights(_7=100.0, _1=100.0), TONIGHT) is None


def test_a_weight_with_full_pouches_shows_no_change():
    tonight = weighed(118.4, 0, pouches_empty="no")
    assert weight_change([tonight, weighed(100.0, 7)], TONIGHT) is None
