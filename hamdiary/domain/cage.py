"""A hamster's cage and wheel beside what each source asks for (domain §5.1)."""

from typing import Literal

from hamdiary.domain.foods import is_dwarf
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.hamster import Species

Fits = Literal["yes", "no", "not_recorded"]

WHEEL_SYRIAN_CM, WHEEL_DWARF_CM = 28.0, 20.0
"""The least diameter of a wheel, our own rule out of sources that vary (domain §5.1, D)."""


@dataclass(frozen=True)
class CageFigure:
    """What one source asks for."""

    slug: str
    """Its stable name; the words lie in `knowledge.cage`."""
    length_cm: float | None
    """The longer side; None where only an area is said."""
    width_cm: float | None
    """The shorter side."""
    area_cm2: float | None
    """The floor area, where that is what is said; None with both sides None is "no number"."""
    sources: tuple[str, ...]
    """Who says it."""
    syrian_only: bool = False
    """Whether it is said of Syrians only."""

    @property
    def has_number(self) -> bool:
        """Whether there is anything to compare with."""
        return self.length_cm is not None or self.area_cm2 is not None


FIGURES = (
    CageFigure("a_any", 80.0, 50.0, None, ("A",)),
    CageFigure("a_syrian", 100.0, 50.0, None, ("A",), syrian_only=True),
    CageFigure("blue_cross", 100.0, 50.0, None, ("HWf", "HH")),
    CageFigure("tvt", 100.0, 50.0, 5000.0, ("HWf2",)),
    CageFigure("study", None, None, 10_000.0, ("FIS",)),
    CageFigure("rspca", None, None, None, ("HWf",)),
)
"""Every figure of domain §5.1, the smallest first; they disagree, and all are shown."""


@dataclass(frozen=True)
class CageLine:
    """One source's figure against the hamster's own cage."""

    figure: CageFigure
    """What is asked for."""
    fits: Fits
    """Whether the cage has it; not_recorded also where the source gives no number."""


@dataclass(frozen=True)
class CageCheck:
    """The cage and the wheel beside every figure; it passes no judgement on the owner."""

    length_cm: float | None
    """The longer side as recorded."""
    width_cm: float | None
    """The shorter side as recorded."""
    area_cm2: float | None
    """The floor area; None unless both sides are recorded."""
    lines: tuple[CageLine, ...]
    """Each figure that concerns this species."""
    wheel_cm: float | None
    """The wheel's diameter as recorded."""
    wheel_least_cm: float
    """The least diameter for the species."""
    wheel_fits: Fits
    """Whether the wheel is large enough."""
    wheel_solid: Fits
    """Whether its floor is solid, without rungs or mesh."""


def cage_check(
    species: Species | None,
    length_cm: float | None,
    width_cm: float | None,
    wheel_cm: float | None = None,
    wheel_solid: bool | None = None,
) -> CageCheck:
    """Compare one cage with every figure; what is not recorded is neither enough nor too little.

    Sides in cm, in either order. Figures for Syrians are left out for known dwarfs.
    """
    known = [side for side in (length_cm, width_cm) if side is not None]
    longer, shorter = (max(known), min(known)) if len(known) == 2 else (length_cm, width_cm)
    area = known[0] * known[1] if len(known) == 2 else None
    least = WHEEL_DWARF_CM if is_dwarf(species) else WHEEL_SYRIAN_CM
    return CageCheck(
        length_cm=longer,
        width_cm=shorter,
        area_cm2=area,
        lines=tuple(
            CageLine(figure, _fits(figure, longer, shorter, area))
            for figure in FIGURES
            if not (figure.syrian_only and is_dwarf(species))
        ),
        wheel_cm=wheel_cm,
        wheel_least_cm=least,
        wheel_fits="not_recorded" if wheel_cm is None else "yes" if wheel_cm >= least else "no",
        wheel_solid="not_recorded" if wheel_solid is None else "yes" if wheel_solid else "no",
    )


def _fits(
    figure: CageFigure, longer: float | None, shorter: float | None, area: float | None
) -> Fits:
    if area is None or longer is None or shorter is None or not figure.has_number:
        return "not_recorded"
    sides = (figure.length_cm or 0) <= longer and (figure.width_cm or 0) <= shorter
    return "yes" if sides and (figure.area_cm2 or 0) <= area else "no"
