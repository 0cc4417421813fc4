"""A night's measures: every level worded as domain §1.2, §1.3 and §2 word it."""

from collections.abc import Mapping
from datetime import date
from types import UnionType
from typing import Literal, Union, get_args, get_origin, get_type_hints

import pytest

from hamdiary.domain import hamster as hamster_module
from hamdiary.domain import night as night_module
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.measures import (
    ANSWERS,
    Checklist,
    Choice,
    Day,
    NotSeen,
    Quantity,
    Scale,
    Text,
    measures_of,
    recorded_count,
)
from hamdiary.domain.night import Night

TONIGHT = date(2026, 11, 22)
EMPTY = Night("h", TONIGHT)
NIGHT, HAMSTER = measures_of(Night), measures_of(Hamster)
STEPPED = {
    name: each for name, each in (NIGHT | HAMSTER).items() if isinstance(each.kind, Scale | Choice)
}
ALL = [(declaring, name) for declaring in (Night, Hamster) for name in measures_of(declaring)]


def parts(hint):
    return get_args(hint) if get_origin(hint) in (UnionType, Union) else (hint,)


def literals(hint):
    return [code for part in parts(hint) if get_origin(part) is Literal for code in get_args(part)]


def aliases_of(module):
    return {
        name: get_args(alias)
        for name, alias in vars(module).items()
        if get_origin(alias) is Literal
    }


def steps(name):
    return NIGHT[name].kind.steps


# Types and declarations say the same


@pytest.mark.parametrize(("declaring", "name"), ALL)
def test_the_type_of_a_field_is_that_of_its_measure(declaring, name):
    kind, hint = measures_of(declaring)[name].kind, get_type_hints(declaring)[name]
    plain = {part for part in parts(hint) if part not in (NotSeen, type(None))}
    match kind:
        case Choice():
            assert tuple(literals(hint)) == kind.codes
        case Scale():
            assert plain == {int}
        case Quantity():
            assert plain == {float}
        case Text():
            assert plain == {str}
        case Day():
            assert plain == {date}
        case Checklist():
            assert get_origin(hint) is Mapping
            assert get_args(get_args(hint)[1]) == ANSWERS
    if isinstance(kind, Scale | Choice):
        assert (NotSeen in parts(hint)) == (kind.unseen is not None)


@pytest.mark.parametrize("module", [night_module, hamster_module])
def test_every_alias_holds_exactly_the_codes_of_a_choice(module):
    known = [each.kind.codes for each in STEPPED.values() if isinstance(each.kind, Choice)]
    aliases = aliases_of(module)
    assert aliases
    for name, codes in aliases.items():
        assert codes in [*known, ANSWERS], name


# Everything can be read aloud


@pytest.mark.parametrize(("declaring", "name"), ALL)
def test_every_measure_has_a_label_of_its_own(declaring, name):
    labels = [each.label for each in measures_of(declaring).values()]
    label = measures_of(declaring)[name].label
    assert label.strip() and labels.count(label) == 1
    assert len(label) <= 16  # the form's column for labels


@pytest.mark.parametrize("name", NIGHT)
def test_every_measure_of_a_night_says_how_to_look_or_what_to_type(name):
    hint = NIGHT[name].hint
    assert hint and "\n" not in hint and len(hint) <= 80


@pytest.mark.parametrize("name", STEPPED)
def test_every_step_has_a_code_a_word_or_two_and_a_whole_wording(name):
    kind = STEPPED[name].kind
    for step in kind.steps:
        assert step.code == step.code.lower() and step.code.isidentifier()
        assert 0 < len(step.short) <= len(step.words) <= 40
        assert step.full
    for spoken in ("code", "short", "words", "full"):
        wordings = [getattr(step, spoken) for step in kind.steps]
        assert len(set(wordings)) == len(wordings)


def test_no_step_is_called_like_the_answer_for_not_seen():
    for each in STEPPED.values():
        names = {name for step in each.kind.steps for name in (step.code, step.short)}
        unseen = {word for answer in NotSeen for word in (answer.value, answer.words)}
        assert names.isdisjoint({*unseen, "x"})


@pytest.mark.parametrize(("declaring", "name"), ALL)
def test_the_limits_of_an_amount_lie_in_order(declaring, name):
    kind = measures_of(declaring)[name].kind
    if isinstance(kind, Quantity):
        assert 0 < kind.low < kind.high < kind.most
        assert kind.unit and all(factor > 0 for _, factor in kind.also)


# Gait (domain §1.2)

GAIT = [
    ("still", ["do not move", "2 min", "pulled along by the front legs", "stays put"]),
    ("flicker", ["twitches, bends or kicks", "never pushes the body forward", "dragged"]),
    ("pushes", ["paddle or push", "rump or belly stays on the cloth", "never stands"]),
    ("stands", ["rump leaves the cloth", "1–9 hind steps in a row", "sits, falls",
                "top of a foot"]),
    ("wobbly", ["10 or more hind steps in a row", "rump up", "at least one of: limp, sway",
                "dragging toes", "turned-out feet", "tires within 2 min"]),
    ("normal", ["even, quick steps", "rump up", "straight line", "turns both ways", "grooms",
                "sits up without falling"]),
]  # fmt: skip


def test_gait_has_the_six_levels_of_domain_1_2_in_order():
    assert [step.code for step in steps("gait")] == [code for code, _ in GAIT]
    assert NIGHT["gait"].kind.unseen is NotSeen.NOT_SEEN


@pytest.mark.parametrize(("level", "criteria"), list(enumerate(criteria for _, criteria in GAIT)))
def test_the_wording_of_a_gait_keeps_what_can_be_counted(level, criteria):
    for criterion in criteria:
        assert criterion in steps("gait")[level].full


def test_the_two_levels_told_apart_by_counting_say_so_in_a_few_words():
    assert "1–9" in steps("gait")[3].words
    assert "10 or more" in steps("gait")[4].words


def test_gait_is_the_level_shown_most_of_the_time_over_two_minutes():
    assert "most of the time" in NIGHT["gait"].hint and "2 minutes" in NIGHT["gait"].hint


# Legs (domain §1.3)

LEG = [
    ("none", ["trails", "no own movement"]),
    ("moves", ["twitches, bends or paddles", "no good step at all"]),
    ("sometimes", ["good steps in up to half", "drags", "top of the foot lies on the floor"]),
    ("mostly", ["good steps in more than half", "short, turned out, gives way", "toes drag"]),
    ("normal", ["every step flat-footed", "pushing off"]),
]


@pytest.mark.parametrize("leg", ["leg_left", "leg_right"])
def test_a_leg_has_the_five_levels_of_domain_1_3_in_order(leg):
    assert [step.code for step in steps(leg)] == [code for code, _ in LEG]
    assert NIGHT[leg].kind.unseen is NotSeen.NOT_SEEN


@pytest.mark.parametrize(("level", "criteria"), list(enumerate(criteria for _, criteria in LEG)))
def test_the_wording_of_a_leg_keeps_what_can_be_counted(level, criteria):
    for criterion in criteria:
        assert criterion in steps("leg_left")[level].full


def test_both_legs_are_worded_alike():
    assert NIGHT["leg_left"].kind == NIGHT["leg_right"].kind


@pytest.mark.parametrize(("leg", "side"), [("leg_left", "left"), ("leg_right", "right")])
def test_the_side_is_the_hamsters_own_seen_from_behind(leg, side):
    hint = NIGHT[leg].hint
    assert f"its own {side}" in hint and "from behind" in hint and "tail towards you" in hint


# Droppings and urine (domain §2)

DROPPINGS = [
    ("none", ["corner was cleaned", "nothing new since the last check"]),
    ("few", ["clearly fewer", "small or hard"]),
    ("normal", ["dry, dark, formed"]),
    ("soft", ["formed but smears"]),
    ("loose", ["no shape", "pasty"]),
    ("watery", ["fluid", "wet or matted tail"]),
]
URINE = [
    ("normal", ["wet patch was seen"]),
    ("more", ["plainly more", "soaked"]),
    ("less", ["small patch"]),
    ("none", ["dry since the last check"]),
    ("dribble", ["fur is wet with urine"]),
    ("blood", ["pink or red", "no beetroot or carrot"]),
]


@pytest.mark.parametrize(("name", "worded"), [("droppings", DROPPINGS), ("urine", URINE)])
def test_droppings_and_urine_are_worded_as_in_domain_2(name, worded):
    assert NIGHT[name].kind.codes == tuple(code for code, _ in worded)
    assert NIGHT[name].kind.unseen is NotSeen.NOT_CHECKED
    for step, (_, criteria) in zip(steps(name), worded, strict=True):
        for criterion in criteria:
            assert criterion in step.full


def test_no_droppings_in_a_corner_that_was_not_cleaned_are_not_none():
    assert "not cleaned is x, not none" in NIGHT["droppings"].hint


def test_cloudy_urine_is_said_to_be_normal():
    assert "milky or cloudy is normal" in NIGHT["urine"].hint


# The other measures (domain §12)


@pytest.mark.parametrize(
    ("name", "codes", "unseen"),
    [
        ("ate", ["none", "little", "half", "most", "all"], NotSeen.NOT_CHECKED),
        ("wheel", ["none", "some", "usual"], NotSeen.NOT_SEEN),
        ("breathing", ["normal", "fast", "noisy", "laboured"], NotSeen.NOT_CHECKED),
        ("night_quality", ["good", "mixed", "bad"], None),
        ("pouches_empty", ["yes", "no"], NotSeen.NOT_CHECKED),
    ],
)
def test_the_other_choices_are_those_of_domain_12(name, codes, unseen):
    assert NIGHT[name].kind.codes == tuple(codes)
    assert NIGHT[name].kind.unseen is unseen


def test_the_signs_are_those_of_domain_12_and_6():
    signs = {item.code for item in NIGHT["signs"].kind.items}
    assert signs == {
        "bleed", "seizure", "rolling", "tilt", "circling", "fall", "hunched", "limp", "cold",
        "swollen_belly", "straining", "pain_face", "sore", "wet_belly", "foot_chewed",
        "vulva_discharge", "heat", "ate_unsafe",
        # What the rules of domain §6 ask for besides.
        "blue", "leans", "trembling", "front_legs", "leg_hurt", "quiet", "blood_droppings",
        "prolapse", "mouth_eye_lump", "vulva_blood",
    }  # fmt: skip


def test_food_that_is_hoarded_is_not_eaten():
    assert "not eaten" in NIGHT["ate"].hint and "hoard" in NIGHT["ate"].hint


def test_the_owner_is_told_to_weigh_with_empty_pouches():
    assert "pouches empty" in NIGHT["weight_g"].hint


def test_nobody_is_asked_to_count_breaths():
    assert "no need to count" in NIGHT["breathing"].hint


# What is recorded


def test_a_new_night_says_nothing_at_all():
    assert all(getattr(EMPTY, name) in (None, {}) for name in NIGHT)
    assert recorded_count(EMPTY)[0] == 0


def test_what_is_asked_every_night_leaves_out_how_it_was_looked_at():
    asked = {name for name, each in NIGHT.items() if not each.aside}
    assert set(NIGHT) - asked == {"cleaned", "pouches_empty", "surface", "carer"}
    assert recorded_count(EMPTY)[1] == len(asked)


@pytest.mark.parametrize(
    "recorded",
    [
        {"gait": 0},
        {"gait": NotSeen.NOT_SEEN},
        {"ate": "none"},
        {"droppings": NotSeen.NOT_CHECKED},
        {"weight_g": 0.0},
        {"signs": {"tilt": "no"}},
        {"signs": {"tilt": "not_checked"}},
        {"note": "slept"},
    ],
)
def test_whatever_was_answered_counts_as_recorded(recorded):
    assert recorded_count(Night("h", TONIGHT, **recorded))[0] == 1


@pytest.mark.parametrize(
    "aside", [{"surface": "towel"}, {"cleaned": "yes"}, {"carer": "AK"}, {"pouches_empty": "yes"}]
)
def test_how_it_was_looked_at_is_not_counted(aside):
    assert recorded_count(Night("h", TONIGHT, **aside))[0] == 0


def test_a_checklist_counts_once_however_many_signs_were_looked_for():
    signs = {item.code: "no" for item in NIGHT["signs"].kind.items}
    assert recorded_count(Night("h", TONIGHT, gait=3, signs=signs))[0] == 2
