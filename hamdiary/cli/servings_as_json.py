"""Servings and the vitamin week as JSON: the names are the measures' own."""

from typing import Any

from hamdiary.domain.diet_suggestions import Suggestion
from hamdiary.domain.foods import Serving
from hamdiary.domain.measures import measures_of
from hamdiary.knowledge.food_search import name_of
from hamdiary.services.diet import Diet


def serving_as_json(serving: Serving, number: int | None, is_new: bool) -> dict[str, Any]:
    """A serving: its number in its night, what the food is called here, then every measure."""
    measures = {name: getattr(serving, name) for name in measures_of(Serving)}
    evening = serving.evening
    return {
        "number": number,
        "id": serving.id,
        "name": name_of(serving.food) if serving.food else None,
        "is_new": is_new,
        **measures,
        "evening": evening.isoformat() if evening else None,
    }


def diet_as_json(diet: Diet) -> dict[str, Any]:
    """The week, what would fit, and what was given."""
    week = diet.week
    return {
        "evening": diet.evening.isoformat(),
        "evenings": [each.isoformat() for each in week.evenings],
        "lines": [
            {
                "what": line.what,
                "marks": list(line.marks),
                "count": line.count,
                "target": vars(line.target),
                "standing": line.standing,
                "nights_since": line.since,
            }
            for line in week.lines
        ],
        "foods": [
            {**vars(each), "name": name_of(each.food), "too_often": each.too_often}
            for each in week.foods
        ],
        "totals": [
            {**vars(each), "evening": each.evening.isoformat(), "is_over": each.is_over}
            for each in week.totals
        ],
        "not_recorded": [each.isoformat() for each in week.not_recorded],
        "eaten_not_recorded": week.eaten_not_recorded,
        "droppings": diet.droppings,
        "limit_g": diet.limit_g,
        "suggestions": [suggestion_as_json(each) for each in diet.suggested],
    }


def suggestion_as_json(suggestion: Suggestion) -> dict[str, Any]:
    """A food that would fit."""
    plain = {**vars(suggestion), "reasons": list(suggestion.reasons)}
    return {**plain, "name": name_of(suggestion.food)}
