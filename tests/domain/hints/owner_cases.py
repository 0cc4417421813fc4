"""Sixty courses as an owner would write them down, with how soon a vet should be asked (domain §6).

Each ends tonight. None: nothing that a vet must hear of this week.
"""

from datetime import timedelta

from generated_courses import (
    NOW,
    SICK,
    SOON,
    TODAY,
    TONIGHT,
    WATCH,
    ago,
    doses,
    eaten,
    known,
    outing,
    quality,
    seen,
    told,
)

FINE = "gait=5 leg_left=4 leg_right=4 ate=all droppings=normal urine=normal breathing=normal"
WOBBLY = "gait=4 leg_left=3 leg_right=3 ate=most droppings=normal urine=normal breathing=normal"
LAME = "gait=1 leg_left=1 leg_right=1 ate=most droppings=normal urine=normal wheel=none"
OLD = {"born": TONIGHT - timedelta(days=600)}
YOUNG = {"born": TONIGHT - timedelta(days=45)}

CASES = [
    # Nothing to say
    ("well for two weeks", seen(f"{FINE} *14"), None),
    ("weak for weeks, vet knows, the same every night", known(f"{LAME} *20"), None),
    ("gait a level up and down", known("gait=3 | gait=4 | gait=3 | gait=4 | gait=4"), None),
    ("only a note of two nights in ten",
     known("gait=3 ate=most | *4 | gait=3 | *3 | gait=3 ate=all"), None),
    ("droppings not checked for days",
     known("droppings=normal | droppings=x | droppings=x | droppings=x"), None),
    ("empty diary", seen(""), None),
    ("getting better all the time",
     known("gait=0 *2 | gait=1 *3 | gait=2 *3 | gait=3 *4 | gait=4 *3"), None),
    ("weighed with full pouches, then empty",
     seen("weight_g=120 pouches_empty=yes *6 | weight_g=150 pouches_empty=no "
          "| weight_g=121 pouches_empty=yes"), None),
    ("a weight within a kitchen scale's scatter",
     seen("weight_g=120 *6 | weight_g=118 | weight_g=121 | weight_g=119"), None),
    ("a dwarf one gram lighter", seen("weight_g=32 *8 | weight_g=31", {"species": "campbell"}),
     None),
    ("sticky discharge every fourth day",
     seen("vulva_discharge | -vulva_discharge *3 | vulva_discharge", {"sex": "female"}), None),
    ("drinks more on one hot night", seen("water_ml=11 *8 | water_ml=24"), None),
    ("one dose refused", known("gait=3", doses=doses("0 drops refused")), None),
    ("a bad night among good ones",
     known("night_quality=good *5 | night_quality=bad | night_quality=good"), None),
    ("less water on cucumber night", seen("water_ml=0", eaten=(eaten(0, "cucumber", None, True),)),
     None),
    ("none seen but never cleaned: written as not checked",
     seen("droppings=normal cleaned=no | droppings=x | droppings=x"), None),
    # Look again
    ("soft once", seen(f"{FINE} *3 | droppings=soft ate=all"), WATCH),
    ("ate half once", known(f"{WOBBLY} *4 | gait=4 ate=half"), WATCH),
    ("fell off the sofa, walks as before", known("gait=4 | gait=4 fall"), WATCH),
    ("nothing in the corner tonight, first look",
     seen("droppings=normal | droppings=none ate=most"), WATCH),
    ("dry tonight, first look", seen("urine=normal | urine=none ate=most"), WATCH),
    ("a level down on the second night of looking", known("gait=4 | gait=3 | gait=3"), WATCH),
    # Soon
    ("few droppings two nights", seen("droppings=few | droppings=few"), SOON),
    ("ate half two nights", known("ate=most *4 | ate=half | ate=half"), SOON),
    ("creeping down a level", known("gait=4 *4 | gait=3 *3"), SOON),
    ("losing a gram a night", seen("weight_g=120 *4 | weight_g=118 | weight_g=116 | weight_g=114"),
     SOON),
    ("a single low weight with pouches unknown",
     seen("weight_g=120 pouches_empty=yes *10 | weight_g=107 pouches_empty=x ate=all"), SOON),
    ("drinks double for three nights", seen("water_ml=10 *7 | water_ml=21 *3"), SOON),
    ("soaked corner three nights", seen("urine=normal | urine=more *3"), SOON),
    ("no better after two weeks of drops", known("gait=2 *15", treated_since=ago(14)), SOON),
    ("drops refused twice", known("gait=3 *2", doses=doses("1 drops refused, 0 drops spat_out")),
     SOON),
    ("left leg two behind for three nights",
     known("leg_left=3 leg_right=4 | leg_left=2 leg_right=4 *3"), SOON),
    ("old, weak and tires on every outing",
     known("gait=3 *3", OLD, outings=(outing(1, "tired"), outing(0, "tired"))), SOON),
    ("half a year old male, weaker over weeks",
     known("gait=3", {"sex": "male", "onset_speed": "weeks", "born": ago(200)}), SOON),
    ("more bad nights than good", known("night_quality=bad *4 | night_quality=mixed"), SOON),
    ("a lump at the cheek", seen(f"{FINE} | mouth_eye_lump ate=all"), SOON),
    ("quality of life is low", known("gait=1", quality=(quality(0, 30),)), SOON),
    ("quiet and off the wheel three nights", seen("wheel=none quiet *3"), SOON),
    # Today
    ("ate nothing last night", known(f"{WOBBLY} | gait=4 ate=none"), TODAY),
    ("loose droppings, else bright", seen(f"{FINE} | droppings=loose ate=all"), TODAY),
    ("loose last night, not looked at tonight", seen("droppings=loose ate=all | ate=all"), TODAY),
    ("soft and still soft", seen("droppings=soft ate=all | droppings=soft ate=all"), TODAY),
    ("soft at six weeks of age, few for two nights",
     seen("droppings=few ate=all | droppings=few ate=all", YOUNG), TODAY),
    ("nothing in the cleaned corner for a day",
     seen("droppings=none ate=most cleaned=yes | droppings=none ate=most"), TODAY),
    ("a tenth lighter on two nights",
     seen("weight_g=120 *10 | weight_g=108 | weight_g=107"), TODAY),
    ("belly wet for the first time", known("gait=1 urine=normal *3 | gait=1 urine=dribble"), TODAY),
    ("breathes fast", known(f"{WOBBLY} | gait=4 breathing=fast"), TODAY),
    ("tilts its head", seen(f"{FINE} | gait=4 tilt ate=most"), TODAY),
    ("two levels down since yesterday", known("gait=5 | gait=4 | gait=2"), TODAY),
    ("an open sore on the heel", known(f"{LAME} | gait=1 sore"), TODAY),
    ("pink in the urine", seen("urine=blood ate=most"), TODAY),
    ("lighter and eating half",
     known("weight_g=120 ate=most *8 | weight_g=113.5 ate=half"), TODAY),
    # Now
    ("dragging since yesterday's fall", known("gait=4 | gait=4 fall | gait=3"), NOW),
    ("hind legs gone overnight, first evening with the diary",
     seen("gait=0", {"onset": TONIGHT, "onset_speed": "sudden"}), NOW),
    ("stood yesterday, flickers today", known("gait=3 *3 | gait=1"), NOW),
    ("wet tail and eats little",
     seen("droppings=soft | droppings=watery ate=little", YOUNG), NOW),
    ("soft on day four of the antibiotic",
     known("droppings=normal *4 | droppings=soft",
           doses=doses("4 amoxi* given, 3 amoxi* given, 2 amoxi* missed, 1 amoxi* given")), NOW),
    ("dry for a day and cannot use its legs",
     known("gait=0 urine=none | gait=0 urine=none"), NOW),
    ("ate nothing for two nights", seen("ate=none | ate=none"), NOW),
    ("breathes fast and does not eat", known("breathing=fast ate=none"), NOW),
]  # fmt: skip

assert len(CASES) == 60 and SICK and told
