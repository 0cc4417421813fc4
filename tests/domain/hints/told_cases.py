"""Thirty more courses, written after the rules and with what the vet was told (domain §6)."""

from generated_courses import (
    NOTE,
    NOW,
    SOON,
    TODAY,
    WATCH,
    ago,
    doses,
    eaten,
    known,
    seen,
    told,
)

WEEKLY = (" |" * 7).join(f" weight_g={grams} " for grams in (130, 127, 122, 117, 112))

CASES = [
    (
        "vet told of wet belly; still wet, skin fine",
        known("gait=1 urine=dribble *6"),
        [told("R27", 4, "today")],
        None,
    ),
    (
        "tilt for two weeks, vet told on day one",
        known("gait=4 tilt *14"),
        [told("R22", 13, "today")],
        None,
    ),
    (
        "sore, vet told five nights ago, healing",
        known("gait=2 sore *6"),
        [told("R26", 5, "today")],
        None,
    ),
    (
        "loose, vet told, better, loose again",
        seen("droppings=loose | droppings=normal | droppings=normal | droppings=loose"),
        [told("R18", 3, "today")],
        TODAY,
    ),
    (
        "ack only, next night still fast breathing",
        seen("breathing=fast | breathing=fast"),
        [told("R30", 1, "today", "acknowledged")],
        TODAY,
    ),
    (
        "gait zigzag 3 2 3 2 3 2",
        known("gait=3 | gait=2 | gait=3 | gait=2 | gait=3 | gait=2"),
        [],
        WATCH,
    ),
    ("gait 4, two nights unseen, then 2", known("gait=4 | gait=x | gait=x | gait=2"), [], TODAY),
    ("weekly weighings, steady loss", seen(WEEKLY), [], SOON),
    (
        "baby grows fast",
        seen(
            "".join(f"weight_g={60 + 2 * i} |" for i in range(14)) + "weight_g=90",
            {"born": ago(50)},
        ),
        [],
        None,
    ),
    (
        "dwarf 1 g scale 35 to 31 over three nights",
        seen(
            "weight_g=35 *10 | weight_g=34 | weight_g=32 | weight_g=31",
            {"species": "roborovski", "scale_step_g": 1.0},
        ),
        [],
        TODAY,
    ),
    (
        "full pouches yet a tenth lighter",
        seen("weight_g=120 pouches_empty=yes *10 | weight_g=107 pouches_empty=no"),
        [],
        TODAY,
    ),
    (
        "watery at 5 weeks eating well",
        seen("droppings=normal | droppings=watery ate=all", {"born": ago(36)}),
        [],
        TODAY,
    ),
    ("cold and limp", seen("cold limp"), [], NOW),
    ("nail bleed stopped: not ticked", seen("gait=5 -bleed"), [], None),
    (
        "two bad nights, hunched once",
        seen("night_quality=bad | night_quality=bad hunched"),
        [],
        TODAY,
    ),
    ("urine none twice but walks", known("urine=none gait=3 | urine=none gait=3"), [], TODAY),
    (
        "not urinating, droppings none first look",
        known("urine=none droppings=normal gait=3| urine=none droppings=none gait=3"),
        [],
        TODAY,
    ),
    (
        "discharge two days in four",
        seen("vulva_discharge | -vulva_discharge | vulva_discharge", {"sex": "female"}),
        [],
        TODAY,
    ),
    (
        "ate chocolate crumb logged as food",
        seen("gait=5", eaten=(eaten(0, "chocolate", "T"),)),
        [],
        NOW,
    ),
    ("grape", seen("gait=5", eaten=(eaten(0, "grape", "U"),)), [], NOTE),
    (
        "drops refused once and vomit spat once",
        known("gait=3", doses=doses("3 drops spat_out, 0 drops refused")),
        [],
        SOON,
    ),
    ("fever room heat", seen("heat"), [], NOW),
    ("quiet one night only", seen("quiet wheel=none"), [], None),
    ("fell, next night one level down", known("gait=4 fall | gait=3"), [], NOW),
    ("leg 4 to 2 seen once", known("gait=4 leg_left=4 | gait=4 leg_left=2"), [], WATCH),
    (
        "onset sudden five days ago, setup today, gait 1, no vet",
        seen("gait=1", {"onset": ago(5), "onset_speed": "sudden"}),
        [],
        TODAY,
    ),
    (
        "stopped eating and drinking, droppings few",
        seen("ate=none water_ml=0 droppings=few"),
        [],
        NOW,
    ),
    ("three days missing, then soft", seen("droppings=normal | | | | droppings=soft"), [], WATCH),
    (
        "front legs drag since yesterday, told, same tonight",
        known("gait=0 front_legs | gait=0 front_legs"),
        [told("R12", 1, "now")],
        None,
    ),
    (
        "breathing laboured told, two nights later still",
        seen("breathing=laboured *3"),
        [told("R01", 2, "now")],
        NOW,
    ),
]
