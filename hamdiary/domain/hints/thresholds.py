"""Every number of the rules in one place, with its confidence and its source (domain §6).

Letters: H paper or official data, M vet practice or charity, L hobby page, D chosen here.
"""

from typing import Literal

from hamdiary.domain.frozen import dataclass

Confidence = Literal["H", "M", "L", "D"]


@dataclass(frozen=True)
class Threshold:
    """One number of a rule."""

    value: float
    """The number."""
    unit: str
    """What it counts."""
    confidence: Confidence
    """How sure it is."""
    source: str
    """Where it stands, with the source keys behind it."""


def _chosen(value: float, unit: str, source: str) -> Threshold:
    return Threshold(value, unit, "D", source)


# Legs
GAIT_LOST_TO = _chosen(1, "level", "domain §6 R05; anchored in A, B, VB1")
GAIT_LOST_FROM = _chosen(3, "level", "domain §6 R05")
GAIT_STILL_FROM = _chosen(2, "level", "domain §6 R05")
ONSET_IS_NEW = _chosen(3, "nights", "domain §6 R05, sudden loss; days 0 to 3")
FALL_IS_NEW = _chosen(1, "nights", "domain §6 R46, look again after 12 and 24 h")
FALL_UNTIL_LOOKED = _chosen(7, "nights", "domain §6 R05: the first look after a fall")
GAIT_DOWN = _chosen(2, "levels", "domain §6 R21, §1.6")
GAIT_DOWN_WITHIN = _chosen(2, "nights", "domain §6 R21, 48 h")
LEG_DOWN = _chosen(2, "levels", "domain §6 R21; LEE")
LEG_DOWN_SCORES = _chosen(2, "scores", "domain §6 R21")
SLOWLY_DOWN_SCORES = _chosen(3, "scored nights", "domain §6 R33")
NO_RISE_NIGHTS = _chosen(14, "nights", "domain §6 R36")
FEWEST_SCORES = _chosen(7, "scored nights", "domain §1.6, too few nights")
MEDIAN_OF = _chosen(3, "scored nights", "domain §1.6")
WEAK_GAIT = _chosen(4, "level", "domain §1.2, the highest level that is not normal")
STANDS = _chosen(3, "level", "domain §1.2, stands but hardly walks")
INHERITED_FROM = Threshold(5, "months", "M", "domain §6 R37; A 6-10, B 6, VB1 8-10, widened: D")
INHERITED_TO = Threshold(11, "months", "M", "domain §6 R37; A 6-10, B 6, VB1 8-10, widened: D")
OLD = Threshold(18, "months", "H", "domain §6 R38; THR")
TIRING_WITHIN = _chosen(7, "nights", "domain §6 R38")
UNEVEN = _chosen(2, "levels", "domain §6 R39, §1.6; LEE")
UNEVEN_SCORES = _chosen(3, "scored nights", "domain §6 R39")
GAIT_OF_NO_URINE = _chosen(1, "level", "domain §6 R10")

# Gut
NONE_APART = _chosen(18, "hours", "domain §6, missing-data rule")
NONE_SINCE_CLEANED = Threshold(24, "hours", "M", "domain §6, missing-data rule; VB2, PW1, OSG")
LOOKS_WITHIN = _chosen(3, "nights", "domain §6, missing-data rule: further apart says nothing")
SOFT_STILL_AFTER = Threshold(18, "hours", "L", "domain §6 R31, 24 h; OML, PW2; two entries: D")
FEW_NIGHTS = Threshold(2, "nights", "M", "domain §6 R32; VB2, HW2")
ANTIBIOTIC_WITHIN = Threshold(10, "days", "M", "domain §6 R14; TOL, PMD1, VPD, MAY")
YOUNG = Threshold(10, "weeks", "L", "domain §6, escalation; WT")

# Weight and appetite
LOSS_EVER = Threshold(0.20, "of the usual weight", "H", "domain §6 R11, §3.1; UW, TAL")
LOSS_QUICK = Threshold(0.15, "of the weight", "H", "domain §6 R11, §3.1; TUL")
LOSS_QUICK_WITHIN = Threshold(4, "days", "H", "domain §6 R11, §3.1; TUL")
LOSS = Threshold(0.10, "of the usual weight", "L", "domain §6 R23, §3.1; RP, DAI1")
LOSS_AND_MORE = _chosen(0.05, "of the usual weight", "domain §6 R24, §3.1; DAI1")
LOSS_IN_A_WEEK = _chosen(0.05, "of the weight", "domain §6 R34, §3.1")
LOSS_SMALL = _chosen(0.03, "of the usual weight", "domain §6 R44: less is a scale's scatter")
GAIN = _chosen(0.10, "of the usual weight", "domain §3.1, a gain of a tenth")
GROWN = _chosen(16, "weeks", "domain §3.1: a young one is to gain weight")
LOSS_STEPS = _chosen(2, "steps of the scale", "domain §3.1")
SCALE_STEP = _chosen(1, "g", "domain §0.6: kitchen scales show grams")
WEEK = _chosen(7, "days", "domain §6 R34, §3.1")
FALLING_WEIGHINGS = Threshold(7, "weighings", "H", "domain §6 R34, §3.1; BCS")
EATS_NOTHING_WITHIN = _chosen(2, "nights", "domain §6 R16: one night between may be unrecorded")
EATS_NOTHING_NIGHTS = Threshold(2, "nights", "M", "domain §6 R16; WV, OSG")

# Urine and water
WATER_TIMES = _chosen(2, "times the usual", "domain §6 R35; PW3, VEC")
MUCH_NIGHTS = _chosen(3, "nights", "domain §6 R35, §2")
USUAL_WATER_OF = _chosen(7, "nights", "domain §6 R35")
USUAL_WATER_FEWEST = _chosen(3, "nights", "domain §6 R35, as for weights in §3.1")
MUCH_WITHIN = _chosen(5, "nights", "domain §6 R35: three looks further apart are no run")
FIRST_WET_IN = _chosen(14, "nights", "domain §6 R27, the first time")
DISCHARGE_DAYS = Threshold(4, "days", "L", "domain §6 R28; VEC, one day in four")

# Pain, care, and the whole
PAIN_LOOKS = Threshold(2, "looks", "H", "domain §6 R25; SHGS1")
PAIN_WITHIN = _chosen(3, "nights", "domain §6 R25")
DOSES_NOT_TAKEN = _chosen(2, "doses", "domain §6 R40")
DOSES_WITHIN = _chosen(7, "nights", "domain §6 R40")
QUIET_NIGHTS = _chosen(2, "nights", "domain §6 R42; GRANT")
BAD_NIGHTS = Threshold(4, "nights", "L", "domain §6 R43; EUT")
BAD_NIGHTS_OF = Threshold(7, "nights", "L", "domain §6 R43; EUT")
QUALITY = Threshold(35, "points", "M", "domain §6 R43; HHH")
CHECKS_IN_A_ROW = _chosen(14, "nights", "domain §6, two normal entries; §1.1, weekly")
NO_ENTRY_NIGHTS = _chosen(2, "nights", "domain §6 R45")

# Escalation and the life of a hint
SAME_WATCH_WITHIN = _chosen(7, "nights", "domain §6, escalation: two entries in a row")
NORMAL_ENTRIES = _chosen(2, "entries", "domain §6, re-check clock")
QUIET_AFTER_TOLD = {
    "now": _chosen(1, "nights", "domain §6, R05's note: known, vet-seen"),
    "today": _chosen(3, "nights", "domain §6, R05's note"),
    "soon": _chosen(7, "nights", "domain §6, R05's note"),
    "watch": _chosen(7, "nights", "domain §6, R05's note"),
    "note": _chosen(30, "nights", "domain §6, NOTE: the next visit"),
}
"""For so long what the vet was told of is not told again while it is neither worse nor new."""

QUIET_LONGER = {
    "R11": _chosen(7, "nights", "domain §3.1: weight comes back slowly"),
    "R23": _chosen(7, "nights", "domain §3.1: weight comes back slowly"),
    "R26": _chosen(7, "nights", "domain §5.2: skin heals slowly"),
    "R36": _chosen(14, "nights", "domain §6 R36"),
    "R41": _chosen(14, "nights", "domain §6 R41"),
    "R37": _chosen(3650, "nights", "domain §6 R37: telling it once is enough"),
    "R38": _chosen(3650, "nights", "domain §6 R38: telling it once is enough"),
}
"""Rules whose reason lasts longer than most."""

LOOK_AGAIN = {
    "today": (_chosen(2, "hours", "domain §6, re-check"), _chosen(4, "hours", "domain §6")),
    "soon": (_chosen(24, "hours", "domain §6, nightly"), _chosen(24, "hours", "domain §6")),
    "watch": (_chosen(24, "hours", "domain §6, re-check"), _chosen(24, "hours", "domain §6")),
    "watch_ill": (
        _chosen(12, "hours", "domain §6, ill-looking"),
        _chosen(12, "hours", "domain §6"),
    ),
}
"""After how many hours to look again, at the earliest and the latest."""
