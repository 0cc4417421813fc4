"""What holds for every course: worse never sounds better, removing never ends an alarm."""

from dataclasses import replace
from datetime import timedelta

import pytest
from generated_courses import KNOWN, SIGNS, TONIGHT, ago, hamster, highest, open_highest, opened
from hypothesis import given, settings
from hypothesis import strategies as st

from hamdiary.domain.hints.beside import DoseSeen
from hamdiary.domain.hints.seen import Seen
from hamdiary.domain.measures import NotSeen
from hamdiary.domain.night import Night

WORSE = {
    "gait": (5, 4, 3, 2, 1, 0),
    "ate": ("all", "most", "half", "little", "none"),
    "droppings": ("normal", "soft", "loose", "watery"),
    "urine": ("normal", "less", "none"),
    "breathing": ("normal", "fast", "laboured"),
}
"""Each field from well to worst; other values stand beside the ladder."""

LOOSE_OR_SCANT = ("normal", "few", "none", "soft", "loose", "watery", None, NotSeen.NOT_CHECKED)


def maybe(*values):
    return st.sampled_from([*values, None])


nights = st.builds(
    dict,
    gait=maybe(0, 1, 2, 3, 4, 5, NotSeen.NOT_SEEN),
    leg_left=maybe(0, 2, 3, 4),
    leg_right=maybe(1, 3, 4),
    ate=maybe("none", "little", "half", "most", "all", NotSeen.NOT_CHECKED),
    droppings=st.sampled_from(LOOSE_OR_SCANT),
    urine=maybe("normal", "more", "less", "none", "dribble", "blood"),
    breathing=maybe("normal", "normal", "fast", "laboured"),
    weight_g=maybe(120.0, 119.0, 114.0, 108.0, 96.0),
    water_ml=maybe(0.0, 10.0, 11.0, 24.0),
    night_quality=maybe("good", "mixed", "bad"),
    cleaned=maybe("yes", "no"),
    signs=st.dictionaries(
        st.sampled_from(SIGNS), st.sampled_from(["yes", "no", "no", "not_checked"]), max_size=5
    ),
)


@st.composite
def courses(draw):
    written = draw(st.lists(st.one_of(st.none(), nights), min_size=1, max_size=12))
    last = len(written) - 1
    shown = [
        Night("h", ago(last - place), **values)
        for place, values in enumerate(written)
        if values is not None
    ]
    born = TONIGHT - timedelta(days=draw(st.sampled_from([40, 200, 700])))
    dose = DoseSeen(ago(3), "amoxi", True, "given")
    return Seen.of(
        hamster(born=born, sex="male", onset=ago(40), onset_speed="weeks"), TONIGHT, shown,
        vet_saw_on=KNOWN, doses=draw(st.sampled_from([(), (dose,)])),
    )  # fmt: skip


def with_tonight(what, **values):
    tonight = what.tonight or Night("h", what.evening)
    earlier = [each for each in what.nights if each.evening < what.evening]
    return replace(what, nights=(*earlier, replace(tonight, **values)))


@pytest.mark.parametrize("judged", [highest, open_highest])
@given(courses(), st.sampled_from(SIGNS))
@settings(max_examples=150, deadline=None)
def test_one_more_sign_never_lowers_the_urgency(judged, what, sign):
    signs = what.tonight.signs if what.tonight else {}
    worse = with_tonight(what, signs={**signs, sign: "yes"})
    assert (judged(worse) or 0) >= (judged(what) or 0)


@pytest.mark.parametrize("judged", [highest, open_highest])
@given(courses(), st.sampled_from(list(WORSE)), st.data())
@settings(max_examples=200, deadline=None)
def test_a_worse_value_never_lowers_the_urgency(judged, what, field, data):
    ladder = WORSE[field]
    now = getattr(what.tonight, field) if what.tonight else None
    if now is not None and now not in ladder:
        return
    first = ladder.index(now) if now is not None else 1
    worse = with_tonight(what, **{field: data.draw(st.sampled_from(ladder[first:]))})
    assert (judged(worse) or 0) >= (judged(what) or 0)


@pytest.mark.parametrize("judged", [highest, open_highest])
@given(courses(), st.floats(0.7, 1))
@settings(max_examples=150, deadline=None)
def test_less_weight_never_lowers_the_urgency(judged, what, share):
    grams = what.tonight.weight_g if what.tonight else None
    if grams is not None:
        worse = with_tonight(what, weight_g=grams * share)
        assert (judged(worse) or 0) >= (judged(what) or 0)


@given(courses(), st.integers(0, 11))
@settings(max_examples=300, deadline=None)
def test_removing_a_later_entry_never_closes_a_hint(what, back):
    without = replace(what, nights=tuple(n for n in what.nights if n.evening != ago(back)))
    after = opened(without)
    for key, each in opened(what).items():
        if max(each.hint.evenings) < ago(back) and each.hint.rule not in ("R44", "R45"):
            assert key in after


@given(courses(), st.integers(0, 11), st.sampled_from(list(WORSE)))
@settings(max_examples=300, deadline=None)
def test_not_looking_on_a_later_night_never_closes_a_hint(what, back, field):
    unseen = NotSeen.NOT_SEEN if field == "gait" else NotSeen.NOT_CHECKED
    without = replace(
        what,
        nights=tuple(replace(n, **{field: unseen}) if n.evening == ago(back) else n
                     for n in what.nights),
    )  # fmt: skip
    after = opened(without)
    for key, each in opened(what).items():
        if max(each.hint.evenings) < ago(back) and each.hint.rule not in ("R44", "R45"):
            assert key in after


@given(courses())
@settings(max_examples=100, deadline=None)
def test_every_night_of_a_course_can_be_judged(what):
    for back in range(12, -1, -1):
        what.until(ago(back))
        highest(what.until(ago(back)))


@given(courses(), st.randoms())
@settings(max_examples=50, deadline=None)
def test_the_order_in_which_nights_come_does_not_matter(what, dice):
    shuffled = list(what.nights)
    dice.shuffle(shuffled)
    again = Seen.of(what.hamster, what.evening, shuffled, vet_saw_on=KNOWN, doses=what.doses)
    assert opened(again) == opened(what)
