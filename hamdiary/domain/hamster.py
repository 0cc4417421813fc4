"""The hamster whose diary it is, each fact declared once like a night's measures (domain §12)."""

from datetime import date, timedelta
from typing import Literal

from hamdiary.domain.declaring import choice, day, quantity, step, text
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import t, tn

Species = Literal[
    "syrian", "winter_white", "campbell", "hybrid", "roborovski", "chinese", "unknown_dwarf"
]
Sex = Literal["male", "female", "unknown"]
YesNo = Literal["yes", "no"]
YesNoUnknown = Literal["yes", "no", "unknown"]
OnsetSpeed = Literal["sudden", "days", "weeks", "unknown"]
Cause = Literal[
    "unknown", "exercise", "campylobacter", "heredity", "injury", "obesity", "vitamins",
    "stroke", "organ", "broken_leg", "other",
]  # fmt: skip
BaseDiet = Literal["pellets", "pellets_mix", "mix", "other"]
ClosedBecause = Literal["recovered", "rehomed", "died"]

_YES = step("yes", "yes", "yes")
_NO = step("no", "no", "no")
_UNKNOWN = step("unknown", "not known", "not known")

GOAL_MINUTES = 30
"""Minutes out of the cage a night unless the owner set another goal (domain §5.1, A)."""


RAMP_STEP, RAMP_NIGHTS = 5, 3
"""Minutes that a goal being built up grows by, and after how many nights (domain §5.1, D)."""


@dataclass(frozen=True)
class Hamster:
    """One hamster, its vet and its cage; None is "not recorded"."""

    id: str
    """A UUID made when its form was opened, so that a retry never makes it twice."""

    name: str | None = text("Name", most=60, hint="what you call it")
    species: Species | None = choice(
        "Species",
        step("syrian", "Syrian", "Syrian or golden hamster, Mesocricetus auratus"),
        step("winter_white", "Winter White", "Winter White dwarf, Phodopus sungorus"),
        step("campbell", "Campbell's", "Campbell's dwarf, Phodopus campbelli"),
        step("hybrid", "hybrid", "a mix of Winter White and Campbell's"),
        step("roborovski", "Roborovski", "Roborovski dwarf, Phodopus roborovskii"),
        step("chinese", "Chinese", "Chinese hamster, Cricetulus griseus"),
        step("unknown_dwarf", "a dwarf, kind not known", "a dwarf hamster of unknown kind"),
        hint="portions, weights and some hints depend on it",
    )
    sex: Sex | None = choice(
        "Sex",
        step("male", "male", "male"),
        step("female", "female", "female"),
        _UNKNOWN,
        hint="male, female, not known",
    )
    neutered: YesNoUnknown | None = choice(
        "Neutered", _YES, _NO, _UNKNOWN, hint="neutered or spayed"
    )
    born: date | None = day("Born", hint='4 Oct, or "7 weeks" for an estimate')
    born_estimated: YesNo | None = choice(
        "Birth date", step("yes", "an estimate", "an estimate"), step("no", "exact", "exact")
    )
    onset: date | None = day("Legs weak since", hint='9 Nov, yesterday, "two weeks"')
    onset_speed: OnsetSpeed | None = choice(
        "How sudden",
        step("sudden", "within a day", "it came within a day"),
        step("days", "over some days", "it came over some days"),
        step("weeks", "over weeks", "it came slowly, over weeks"),
        _UNKNOWN,
        hint="how fast the weakness came",
    )
    known_fall: YesNoUnknown | None = choice(
        "Known fall",
        _YES,
        _NO,
        _UNKNOWN,
        hint="a fall, a drop, or trodden on, before it began",
    )
    cause: Cause | None = choice(
        "Vet's word",
        step("unknown", "not known", "no vet has named a cause"),
        step("exercise", "too little exercise", 'too little exercise, "cage paralysis"'),
        step("campylobacter", "Campylobacter", "Campylobacter, suspected or treated"),
        step("heredity", "heredity", "the inherited form"),
        step("injury", "accident or injury", "an accident or injury"),
        step("obesity", "overweight", "overweight"),
        step("vitamins", "vitamin D or E", "too little vitamin D or E"),
        step("stroke", "stroke", "a stroke"),
        step("organ", "organ disease", "heart, kidney, tumour or lung"),
        step("broken_leg", "a broken leg", "a broken leg"),
        step("other", "something else", "something else; put it into a note"),
        hint="only what a vet said",
    )
    vet_name: str | None = text("Vet", most=80, hint="name or practice")
    vet_phone: str | None = text("Vet's phone", most=40, hint="shown big when it matters")
    vet_hours: str | None = text("Vet's hours", most=80, hint="Mon-Fri 9-18, Sat 9-12")
    night_phone: str | None = text("Out of hours", most=40, hint="the number for the night")
    night_hours: str | None = text("Its hours", most=80, hint="when that number answers")
    cage_length_cm: float | None = quantity(
        "Cage length", unit="cm", low=40, high=250, most=1000, also=(("in", 2.54), ("m", 100.0))
    )
    cage_width_cm: float | None = quantity(
        "Cage width", unit="cm", low=25, high=150, most=1000, also=(("in", 2.54), ("m", 100.0))
    )
    base_diet: BaseDiet | None = choice(
        "Usual food",
        step("pellets", "complete pellets", "complete pellets, the same in every bite"),
        step("pellets_mix", "pellets with seed mix", "mostly complete pellets, some seed mix"),
        step("mix", "seed mix alone", "a seed mix without pellets; it is picked over"),
        step("other", "something else", "something else; say what on the next line"),
        hint="what is always there; extra food is written down apart",
    )
    base_food: str | None = text("Brand, amount", most=80, hint="what it is called, grams a day")
    usual_weight_g: float | None = quantity(
        "Usual weight",
        unit="g",
        low=12,
        high=260,
        most=5000,
        also=(("oz", 28.349523125),),
        hint="before it fell ill",
    )
    scale_step_g: float | None = quantity(
        "Scale shows", unit="g", low=0.01, high=5, most=100, places=2, hint="steps of 1 or 0.1 g"
    )
    rest_ordered: YesNo | None = choice(
        "Rest ordered", _YES, _NO, hint="the vet wants rest: no goal, no reminder"
    )
    goal_min: float | None = quantity(
        "Goal",
        unit="min",
        low=5,
        high=60,
        most=600,
        places=0,
        hint="minutes out of the cage a night; 30 at most for a weak hamster",
    )
    ramp_start_min: float | None = quantity(
        "Built up from",
        unit="min",
        low=5,
        high=20,
        most=600,
        places=0,
        hint="a weak hamster begins with 5 to 10; empty: the whole goal at once",
    )
    ramp_step_min: float | None = quantity(
        "In steps of", unit="min", low=1, high=15, most=600, places=0, hint="5 if left empty"
    )
    ramp_every: float | None = quantity(
        "Every", unit="nights", low=1, high=14, most=365, places=0, also=(("night", 1.0),),
        hint="nights a step lasts; 3 if left empty",
    )  # fmt: skip
    ramp_from: date | None = day("Built up since", hint="today: the night the goal starts to grow")
    closed_because: ClosedBecause | None = choice(
        "Closed",
        step("recovered", "recovered", "it walks again"),
        step("rehomed", "rehomed", "it has a new home"),
        step("died", "died", "it died"),
    )
    closed_on: date | None = day("Closed on")

    @property
    def called(self) -> str:
        """The name, or a word that stands for it while none is recorded."""
        return self.name or t("your hamster")

    @property
    def is_dwarf(self) -> bool:
        """Whether dwarf portions and limits hold; an unrecorded species counts as Syrian."""
        return self.species not in (None, "syrian")

    @property
    def goal(self) -> float | None:
        """Minutes out of the cage aimed at, or None while a vet ordered rest."""
        if self.rest_ordered == "yes":
            return None
        return GOAL_MINUTES if self.goal_min is None else self.goal_min

    def goal_on(self, evening: date) -> float | None:
        """Minutes aimed at on that night: the goal, or how far it has been built up by then.

        None while a vet ordered rest and once the diary is closed; before the night since which it
        grows, and while none is named, it is what it is built up from (domain §5.1, D).
        """
        goal = None if self.closed_because is not None else self.goal
        if goal is None or self.ramp_start_min is None:
            return goal
        nights = (evening - self.ramp_from).days if self.ramp_from is not None else 0
        every = RAMP_NIGHTS if self.ramp_every is None else max(1, int(self.ramp_every))
        step_min = RAMP_STEP if self.ramp_step_min is None else self.ramp_step_min
        return min(goal, self.ramp_start_min + max(0, nights // every) * step_min)


def age_in_words(born: date, on: date) -> str:
    """How old on that day: days, then weeks, then months (4 or more), then years and months."""
    days = (on - born).days
    if days < 0:
        return t("not born yet")
    if days < 14:
        return tn("{n} day", "{n} days", days).format(n=days)
    if days < 7 * 18:
        return tn("{n} week", "{n} weeks", days // 7).format(n=days // 7)
    months = months_between(born, on)
    years, rest = divmod(months, 12)
    in_months = tn("{n} month", "{n} months", rest).format(n=rest)
    if not years:
        return in_months
    in_years = tn("{n} year", "{n} years", years).format(n=years)
    return f"{in_years} {in_months}" if rest else in_years


def weeks_old(born: date | None, on: date) -> int | None:
    """Whole weeks of age on that day; None if the birth is not recorded or lies ahead."""
    return None if born is None or born > on else (on - born).days // 7


def months_old(born: date | None, on: date) -> int | None:
    """Whole months of age on that day; None if the birth is not recorded or lies ahead."""
    return None if born is None or born > on else months_between(born, on)


def illness_day(onset: date, evening: date) -> int | None:
    """Which night of the weakness an evening is, 1 on the day it began; None before."""
    day_number = (evening - onset) // timedelta(days=1) + 1
    return day_number if day_number >= 1 else None


def months_between(first: date, last: date) -> int:
    """Whole months from one day to another."""
    # relativedelta would be the library for this; it costs a fifth of a command's start.
    months = (last.year - first.year) * 12 + last.month - first.month
    return months if last.day >= first.day else months - 1
