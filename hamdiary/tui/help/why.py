"""Where in the guide it stands why a line of the log is looked at."""

WHY = {
    "gait": "general",
    "leg_left": "general",
    "leg_right": "general",
    "ate": "base-diet",
    "droppings": "signs/droppings_loose",
    "urine": "skin-and-bladder",
    "water_ml": "bedding-food-water",
    "weight_g": "overweight",
    "breathing": "organs",
    "wheel": "cage",
    "signs": "signs",
    "night_quality": "course",
    "cleaned": "skin-and-bladder",
    "surface": "outings",
}
"""By the name of a measure: a topic of the guide, or a place of it."""


def why(measure: str) -> str:
    """The place in the guide; empty for a line that needs no reason."""
    return WHY.get(measure, "")
