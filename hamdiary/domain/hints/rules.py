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


def fired(seen: Seen) -> list[Hint]:
    """What the rules alone say of an evening, nothing raised yet."""
    return [hint for rules in RULES.values() for rule in rules if (hint := rule(seen))]
