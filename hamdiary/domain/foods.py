"""A food's facts, and one serving of extra food with what became of it (domain §4).

Foods themselves are data in `knowledge`; here is only what a food is and what follows from its
numbers. The base diet, pellets and mix, is no serving: servings are what is given beside it.
"""

from datetime import date
from typing import Literal

from hamdiary.domain.declaring import choice, day, quantity, step, text
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.hamster import Species
from hamdiary.domain.language import shows

Status = Literal["ok", "limit", "avoid", "vet_only", "conflict", "never_t", "never_u"]
Default = Literal["ok", "limit", "avoid"]
Dwarf = Literal["same", "rare", "avoid"]
Group = Literal[
    "seed", "nut", "leaf", "vegetable", "fruit", "grain", "egg", "fish", "meat", "dairy", "tofu",
    "mushroom", "oil", "never",
]  # fmt: skip
Eaten = Literal["all", "some", "none"]
Liking = Literal["likes", "takes", "dislikes"]
YesNo = Literal["yes", "no"]

PLANTS = frozenset({"seed", "nut", "leaf", "vegetable", "fruit", "grain"})
"""Groups that count as plant foods; mushrooms, tofu and oil do not (domain §4.1, D)."""

PROTEIN_GROUPS = frozenset({"egg", "fish", "meat", "dairy", "tofu"})
"""Groups that can count as protein foods (domain §4.1, §4.4)."""

E_FROM = 1.0
"""A plant food with so many mg of vitamin E in 100 g counts for E, and any that A names (D)."""

D_FROM = 2.0
"""A food with so many µg of vitamin D in 100 g counts for D; tuna, 1.2, has little (D)."""

PROTEIN_FROM = 8.0
"""A food with so many g of protein in 100 g counts as a protein food; yogurt has 5.3 (D)."""

MOIST_FROM = 50.0
"""A food with so many g of water in 100 g is moist; dry ones here have at most 14 (D)."""

NO_FRUIT = frozenset({"campbell", "winter_white", "hybrid", "chinese", "unknown_dwarf"})
"""Species for which fruit and sweetcorn are off and carrot is little (domain §4.1)."""


@dataclass(frozen=True)
class Frequency:
    """How often a food may be given in 7 nights."""

    low: int
    """The usual least; 0 where there is only a most."""
    high: int
    """The most."""


@shows("words")
@dataclass(frozen=True)
class Portion:
    """The most of a food for one night."""

    words: str
    """In the words of the food table (domain §4.4); "0" is none at all."""
    grams: float | None
    """In grams, where they are stated."""

    @property
    def is_none(self) -> bool:
        """Whether none of it is to be given."""
        return self.grams == 0


@shows("name", "cautions")
@dataclass(frozen=True)
class Food:
    """One food as the table of domain §4.4 or the never list of §4.5 has it; None is no value."""

    slug: str
    """Its stable name in data: "red-bell-pepper"."""
    name: str
    """Its name: "Red bell pepper"."""
    other_names: tuple[str, ...]
    """What else people call it."""
    group: Group
    """What sort of food it is."""
    status: Status
    """What the table says of it; never_t is possibly poisonous, never_u unsuitable or disputed."""
    default: Default
    """What holds unless the vet says otherwise."""
    dwarf: Dwarf
    """What differs for dwarf hamsters."""
    syrian: Portion
    """The most a night for a Syrian."""
    dwarf_portion: Portion
    """The most a night for a dwarf or Chinese hamster."""
    per_week: Frequency | None
    """How often in 7 nights; None if it is not to be given."""
    dwarf_per_week: Frequency | None
    """The same for dwarfs."""
    named_for: Literal["E", "D"] | None
    """The vitamin for which A names it."""
    served_wet: bool
    """Whether it is given cooked though its values are those of the dry food."""
    cautions: str
    """What to mind, or why never."""
    sources: tuple[str, ...]
    """Source keys; "D" for portions and frequency, which are our own choice."""
    vit_e_mg_100g: float | None = None
    """Vitamin E, mg of alpha-tocopherol in 100 g."""
    vit_d_ug_100g: float | None = None
    """Vitamin D, µg in 100 g."""
    sugar_g_100g: float | None = None
    """Sugar, g in 100 g."""
    fat_g_100g: float | None = None
    """Fat, g in 100 g."""
    water_g_100g: float | None = None
    """Water, g in 100 g."""
    protein_g_100g: float | None = None
    """Protein, g in 100 g."""
    kcal_100g: float | None = None
    """Energy, kcal in 100 g."""
    ca_mg_100g: float | None = None
    """Calcium, mg in 100 g."""
    p_mg_100g: float | None = None
    """Phosphorus, mg in 100 g."""

    @property
    def is_never(self) -> bool:
        """Whether it stands on the never list."""
        return self.status in ("never_t", "never_u")

    @property
    def is_plant(self) -> bool:
        """Whether it counts towards the plant foods of the week."""
        return self.group in PLANTS

    @property
    def is_protein(self) -> bool:
        """Whether it counts towards the protein foods of the week."""
        return self.group in PROTEIN_GROUPS and (self.protein_g_100g or 0) >= PROTEIN_FROM

    @property
    def gives_e(self) -> bool:
        """Whether it counts as a vitamin E food."""
        named = self.named_for == "E"
        return named or (self.is_plant and (self.vit_e_mg_100g or 0) >= E_FROM)

    @property
    def gives_d(self) -> bool:
        """Whether it counts as a vitamin D food; greens never do, whatever A says (§4.2)."""
        return (self.vit_d_ug_100g or 0) >= D_FROM

    @property
    def is_moist(self) -> bool:
        """Whether it is to be left out while droppings are soft or looser (domain §4.1)."""
        return self.served_wet or (self.water_g_100g or 0) >= MOIST_FROM

    @property
    def is_watery_leaf(self) -> bool:
        """Whether up to about double the night's treat limit may be given (domain §4.1)."""
        return self.group == "leaf" and self.is_moist


def is_dwarf(species: Species | None) -> bool:
    """Whether dwarf portions hold; an unrecorded species counts as Syrian, like `Hamster`."""
    return species not in (None, "syrian")


def portion_of(food: Food, species: Species | None) -> Portion:
    """The most of it in one night for that species."""
    return food.dwarf_portion if is_dwarf(species) else food.syrian


def frequency_of(food: Food, species: Species | None) -> Frequency | None:
    """How often in 7 nights for that species; None if it is not to be given."""
    return food.dwarf_per_week if is_dwarf(species) else food.per_week


def off_for_dwarfs(food: Food, species: Species | None) -> bool:
    """Whether the species, not the food as such, is why it is off (domain §4.1).

    For Roborovskis only what the table rules out; for the other dwarfs all fruit.
    """
    if not is_dwarf(species):
        return False
    return food.dwarf == "avoid" or (food.group == "fruit" and species in NO_FRUIT)


@dataclass(frozen=True)
class Serving:
    """One extra food on one night, as it was given; None is "not recorded"."""

    id: str
    """The hamster's id, a stroke, and an id of its own made when its form was opened."""
    hamster: str
    """The hamster's id."""

    evening: date | None = day("Night")
    food: str | None = text("Food", most=80, hint="a name of the list, or your own word for it")
    grams: float | None = quantity(
        "Amount",
        unit="g",
        low=0.05,
        high=2,
        most=100,
        also=(("oz", 28.349523125), ("mg", 0.001)),
        places=2,
        hint="0.5 g, where it was weighed",
    )
    amount_words: str | None = text("Amount in words", most=60, hint='"1 leaf", "half a pea"')
    eaten: Eaten | None = choice(
        "Eaten",
        step("none", "none", "it left all of it"),
        step("some", "some", "it ate some of it"),
        step("all", "all", "it ate all of it; food that is only hoarded is not eaten"),
        ordered=True,
        hint="none, some, all; food gone into the hoard is not eaten",
    )
    liking: Liking | None = choice(
        "Liking",
        step("dislikes", "dislikes it", "it turned away from it"),
        step("takes", "takes it", "it takes it"),
        step("likes", "likes it", "it comes for it"),
        ordered=True,
        hint="dislikes, takes, likes",
    )
    first_time: YesNo | None = choice(
        "New to it",
        step("yes", "a new food", "it has never had this food before, as far as you know"),
        step("no", "known", "it has had this food before"),
        hint="one new food at a time, 24 h between two",
        aside=True,
    )
    note: str | None = text("Note", most=400)

    @property
    def was_refused(self) -> bool:
        """Whether it is recorded that none of it was eaten."""
        return self.eaten == "none"
