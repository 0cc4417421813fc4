"""Who says what of cages and wheels, in words (domain §5.1)."""

from hamdiary.domain.language import Told, marked

FIGURE_WORDS = Told(
    {
        "a_any": "at least 80 × 50 cm",
        "a_syrian": "Syrians at least 100 × 50 cm",
        "blue_cross": "Blue Cross, as reported: 100 × 50 × 50 cm for all species",
        "tvt": "TVT, German vets, as reported: 100 × 50 × 50 cm, 5000 cm²",
        "study": "a study found 10,000 cm² the best of four sizes",
        "rspca": "RSPCA, as reported: no number, “as large as you can”",
    }
)
"""Each figure of `domain.cage`."""

WHEEL_WORDS = marked(
    "a solid floor without rungs or mesh, and a straight back; sources vary from 20 to 30 cm for "
    "Syrians and 16 to 25 cm for dwarfs"
)
"""What a wheel needs."""

ENRICHMENT = (
    marked("space to forage and explore"),
    marked("tunnels"),
    marked("hides"),
    marked("chew toys"),
    marked("foraging toys"),
    marked("a wheel with a solid floor"),
    marked("at least 20 cm of bedding to dig in, once it can walk"),
)
"""What a cage holds beside room (A; Blue Cross as reported)."""

LIGHT = marked("Natural light, but no direct sun: heatstroke and dehydration (A).")
"""Where the cage stands."""

WEAK_FIRST = marked(
    "A hamster that cannot use its hind legs needs a small flat box first, without levels and "
    "without a wheel; see hamdiary guide first-day."
)
"""Before anybody buys a larger cage."""
