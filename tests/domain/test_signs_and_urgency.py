"""From signs to how soon; never to what it is, and never from silence to "well"."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamdiary.domain.measures import Checklist, measures_of
from hamdiary.domain.night import Night
from hamdiary.domain.signs import how_soon
from hamdiary.domain.urgency import URGENCIES, most_urgent
from hamdiary.knowledge.signs import overlapping_causes, sign_called, signs

SIGNS = tuple(signs().values())


def answer(*yes, no=(), weeks=None):
    answers = {**dict.fromkeys(no, "no"), **dict.fromkeys(yes, "yes")}
    return how_soon(SIGNS, answers, weeks)


def test_nothing_seen_is_no_answer():
    assert answer().urgency is None
    assert answer(no=[sign.slug for sign in SIGNS]).urgency is None


def test_what_nobody_looked_for_is_counted_apart():
    assert answer("tilt", no=["hunched"]).not_looked == len(SIGNS) - 2


@pytest.mark.parametrize("sign", SIGNS, ids=lambda sign: sign.slug)
def test_a_sign_by_itself_is_as_urgent_as_it_says(sign):
    assert answer(sign.slug).urgency == sign.urgency


@pytest.mark.parametrize(
    ("yes", "rule"),
    [(["droppings_loose", "hunched"], "R08"), (["droppings_loose", "ate_nothing"], "R08"),
     (["droppings_none", "straining"], "R09"), (["droppings_none", "ate_little"], "R09"),
     (["urine_none", "hard_belly"], "R10"), (["urine_none", "straining"], "R10"),
     (["tilt", "cannot_eat"], "R22"), (["ate_nothing", "quiet"], "R16")],
)  # fmt: skip
def test_signs_that_belong_together_are_a_matter_for_now(yes, rule):
    found = answer(*yes)
    assert found.urgency == "now"
    assert rule in found.seen[0].rules


def test_losing_weight_with_another_sign_is_a_matter_of_the_same_day():
    assert answer("weight_5").urgency == "soon"
    assert answer("weight_5", "droppings_soft").urgency == "today"


def test_same_day_signs_of_two_systems_are_a_matter_for_now():
    found = answer("tilt", "wet_belly")
    assert found.urgency == "now"
    assert set(found.systems) == {"legs", "urine"}


def test_two_same_day_signs_of_one_system_stay_so():
    found = answer("tilt", "circling")
    assert (found.urgency, found.systems) == ("today", ())


def test_soft_droppings_of_a_weanling_are_a_step_more_urgent():
    assert answer("droppings_soft", weeks=9).urgency == "soon"
    assert answer("droppings_few", weeks=9).urgency == "today"
    assert answer("droppings_soft", weeks=10).urgency == "watch"
    assert answer("fall", weeks=5).urgency == "watch"


ANSWERS = st.dictionaries(
    st.sampled_from([sign.slug for sign in SIGNS]), st.sampled_from(["yes", "no", "not_checked"])
)


@given(ANSWERS, st.sampled_from([sign.slug for sign in SIGNS]))
def test_one_more_sign_never_makes_it_less_urgent(answers, another):
    before, after = how_soon(SIGNS, answers), how_soon(SIGNS, {**answers, another: "yes"})
    rank = {None: len(URGENCIES), **{each: place for place, each in enumerate(URGENCIES)}}
    assert rank[after.urgency] <= rank[before.urgency]


@given(ANSWERS)
def test_not_looked_is_neither_yes_nor_no(answers):
    only_yes = {slug: each for slug, each in answers.items() if each == "yes"}
    assert how_soon(SIGNS, answers).urgency == how_soon(SIGNS, only_yes).urgency


def test_the_most_urgent_of_none_is_none():
    assert most_urgent([]) is None
    assert most_urgent(["soon", "now", "watch"]) == "now"


IN_THE_GUIDE = {
    "blue": "hard_breathing", "leans": "one_side", "trembling": "drinks_and_trembles",
    "front_legs": "spreading", "leg_hurt": "broken", "blood_droppings": "blood",
    "prolapse": "tissue", "mouth_eye_lump": "teeth", "vulva_blood": "vulva_discharge",
}  # fmt: skip
"""Signs of a night that the guide has under a sign of its own, by that sign."""


def test_signs_of_a_night_are_signs_of_the_guide_too():
    kind = measures_of(Night)["signs"].kind
    assert isinstance(kind, Checklist)
    assert {IN_THE_GUIDE.get(item.code, item.code) for item in kind.items} <= set(signs())


def test_a_sign_is_called_by_its_name_or_its_words():
    assert sign_called("wet-belly").slug == "wet_belly"
    assert sign_called("Head tilted").slug == "tilt"
    assert sign_called("droppings") is None
    assert sign_called("") is None


def test_causes_that_overlap_stand_in_the_order_of_the_guide():
    found = [cause.slug for cause in overlapping_causes(["legs_sudden"])]
    assert found == ["campylobacter", "injuries", "stroke", "organs", "broken-leg"]


@pytest.mark.parametrize(
    ("species", "sex", "months", "there"),
    [("syrian", "male", 5, True), ("syrian", "male", 11, True), ("syrian", "male", 4, False),
     ("syrian", "male", 12, False), ("syrian", "male", None, False), ("syrian", "female", 7, False),
     ("campbell", "male", 7, False), (None, None, None, False)],
)  # fmt: skip
def test_the_inherited_form_is_named_only_with_its_conditions(species, sex, months, there):
    found = [cause.slug for cause in overlapping_causes(["legs_slowly"], species, sex, months)]
    assert ("heredity" in found) is there


def test_the_inherited_form_is_not_named_without_weak_legs():
    found = overlapping_causes(["droppings_loose"], "syrian", "male", 7)
    assert "heredity" not in [cause.slug for cause in found]
