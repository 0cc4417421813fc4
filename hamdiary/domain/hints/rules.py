"""The 46 rules of domain §6 by their number, and what fires on an evening."""

from collections.abc import Callable

from hamdiary.domain.hints import (
    appetite,
    body,
    breathing,
    caring,
    gait,
    gut,
    legs,
    nerves,
    skin,
    small_changes,
    urine,
    weight,
)
from hamdiary.domain.hints.hint import Hint
from hamdiary.domain.hints.seen import Seen
from hamdiary.domain.hints.worth_asking import worth_asking

Rule = Callable[[Seen], Hint | None]

RULES: dict[str, tuple[Rule, ...]] = {
    "R01": (breathing.laboured_breathing,),
    "R02": (body.bleeding,),
    "R03": (body.collapsed_or_cold,),
    "R04": (body.fit_or_rolling,),
    "R05": (legs.sudden_loss,),
    "R06": (legs.injured_leg,),
    "R07": (gut.tissue_sticks_out,),
    "R08": (gut.loose_and_ill,),
    "R09": (gut.nothing_and_ill,),
    "R10": (urine.no_urine_and_worse,),
    "R11": (weight.lost_dangerously,),
    "R12": (legs.front_legs_too,),
    "R13": (body.ate_something_unsafe,),
    "R14": (gut.runny_on_an_antibiotic,),
    "R15": (body.too_hot,),
    "R16": (appetite.ate_nothing,),
    "R17": (appetite.drank_nothing,),
    "R18": (gut.loose,),
    "R19": (gut.nothing,),
    "R20": (gut.blood_or_straining, urine.blood_in_urine),
    "R21": (gait.gait_or_leg_down,),
    "R22": (nerves.off_balance,),
    "R23": (weight.lost_a_tenth,),
    "R24": (weight.lost_some_and_more,),
    "R25": (skin.pain,),
    "R26": (skin.sore_or_chewed,),
    "R27": (urine.no_urine,),
    "R28": (urine.womb,),
    "R29": (gut.swollen_belly,),
    "R30": (breathing.fast_or_noisy_breathing,),
    "R31": (gut.still_soft,),
    "R32": (gut.few,),
    "R33": (gait.slowly_down,),
    "R34": (weight.lost_over_a_week,),
    "R35": (urine.drinks_or_wets_much,),
    "R36": (gait.no_rise,),
    "R37": (nerves.inherited_form,),
    "R38": (nerves.old_weak_and_tiring,),
    "R39": (gait.uneven,),
    "R40": (caring.doses_not_taken,),
    "R41": (skin.mouth_eye_or_lump,),
    "R42": (caring.quiet_and_still,),
    "R43": (caring.bad_nights,),
    "R44": (
        small_changes.soft_once,
        small_changes.few_once,
        small_changes.little_urine_once,
        small_changes.ate_half_once,
        small_changes.a_little_lighter,
        small_changes.one_level_down,
    ),
    "R46": (legs.fall_without_weakness,),
}
"""Each rule's functions. R45 asks for what is open and stands in `lifecycle`."""


_GAIT = "gait"
_LEGS = "leg_left leg_right"
FED_BY = {
    rule: frozenset(fields.split())
    for rule, fields in {
        "R01": "breathing sign_blue",
        "R02": "sign_bleed",
        "R03": "sign_limp sign_cold",
        "R04": "sign_seizure sign_rolling",
        "R05": f"{_GAIT} {_LEGS} sign_leans onset",
        "R06": "sign_leg_hurt",
        "R07": "sign_prolapse",
        "R08": "droppings ate weight_g sign_hunched sign_limp sign_swollen_belly "
        "sign_blood_droppings",
        "R09": "droppings",
        "R10": "urine",
        "R11": "weight_g",
        "R12": "sign_front_legs",
        "R13": "food sign_ate_unsafe",
        "R14": "droppings",
        "R15": "sign_heat",
        "R16": "ate",
        "R17": "water_ml",
        "R18": "droppings",
        "R19": "droppings",
        "R20": "sign_blood_droppings sign_straining urine",
        "R21": f"{_GAIT} {_LEGS}",
        "R22": "sign_tilt sign_circling sign_leans outing ate water_ml",
        "R23": "weight_g",
        "R24": "weight_g",
        "R25": "sign_hunched sign_pain_face",
        "R26": "sign_sore sign_foot_chewed",
        "R27": "urine sign_wet_belly",
        "R28": "sign_vulva_blood sign_vulva_discharge",
        "R29": "sign_swollen_belly",
        "R30": "breathing",
        "R31": "droppings",
        "R32": "droppings",
        "R33": _GAIT,
        "R34": "weight_g",
        "R35": "water_ml urine sign_trembling",
        "R36": "gait_scored",
        "R37": _GAIT,
        "R38": _GAIT,
        "R39": _LEGS,
        "R40": "dose",
        "R41": "sign_mouth_eye_lump ate",
        "R42": "sign_quiet",
        "R43": "quality night_quality",
        "R44": f"droppings urine ate weight_g {_GAIT} {_LEGS}",
        "R46": "sign_fall outing fall",
    }.items()
}
"""The fields by which each rule can fire, as `worth_asking` names them."""


def fired(seen: Seen) -> list[Hint]:
    """What the rules alone say of an evening, nothing raised yet."""
    fields = worth_asking(seen)
    return [
        hint
        for number, rules in RULES.items()
        if not fields.isdisjoint(FED_BY[number])
        for rule in rules
        if (hint := rule(seen))
    ]
