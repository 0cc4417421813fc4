"""The log of one night as a form."""

from typing import TYPE_CHECKING

from hamdiary.domain.baseline import median
from hamdiary.domain.language import t
from hamdiary.domain.manner import brief_day
from hamdiary.domain.measures import Quantity, measures_of, recorded_count
from hamdiary.domain.night import Night
from hamdiary.domain.saying import amount
from hamdiary.services.pages import NightPage
from hamdiary.tui.widgets.form import Form
from hamdiary.tui.widgets.form_face import FormLine
from hamdiary.tui.widgets.lines import Span, line

if TYPE_CHECKING:
    from hamdiary.domain.conflicts import Conflict

_TOGETHER = (
    ("gait", "leg_left", "leg_right"),
    ("ate", "droppings", "urine", "water_ml", "weight_g"),
    ("breathing", "wheel", "signs", "night_quality", "note"),
)
"""Which lines stand together; a measure that is named nowhere joins the last group."""


def night_groups() -> list[list[FormLine]]:
    """Every measure of a night as a line, in groups, how it was looked at last."""
    measures = measures_of(Night)
    groups = [[FormLine(name, measures[name]) for name in group] for group in _TOGETHER]
    placed = {name for group in _TOGETHER for name in group}
    rest = [FormLine(name, each) for name, each in measures.items() if name not in placed]
    groups[-1][-2:-2] = [each for each in rest if not each.measure.aside]
    return [*groups, [each for each in rest if each.measure.aside]]


class NightForm(Form):
    """The card with a night's lines."""

    def __init__(self) -> None:
        super().__init__(t("Tonight's log"), night_groups(), id="log")

    def _take(self, character: str) -> bool:
        """Besides answers: n opens the note, and what is typed right behind it goes there."""
        if character != "n":
            return super()._take(character)
        self.go_to("note")
        self.open_line()
        return True

    def show_page(self, page: NightPage) -> None:
        """Show a night."""
        tonight = page.evening == page.tonight
        self.title = (
            t("Tonight's log") if tonight else t("Log of {day}").format(day=brief_day(page.evening))
        )
        recorded, asked = recorded_count(page.night)
        self.fact = line(
            Span(
                t("{recorded} of {asked} recorded").format(recorded=recorded, asked=asked), "muted"
            )
        )
        names = measures_of(Night)
        self.asks = _asked(page)
        self.show(
            {name: getattr(page.night, name) for name in names},
            {name: getattr(page.before, name) for name in names},
            {"weight_g": _about_weight(page), "water_ml": _about_water(page)},
        )


def _asked(page: NightPage) -> dict[str, list[list[str]]]:
    """By line: what is said of values that carers wrote apart, the longest wording first.

    Signs share one line.
    """
    if not page.conflicts:
        return {}
    from hamdiary.render.merging import DIFFER, beside_line, beside_line_in_brief

    found: dict[str, list[Conflict]] = {}
    for question in page.conflicts:
        line_of = "signs" if question.field.startswith("sign_") else question.field
        found.setdefault(line_of, []).append(question)
    return {
        name: [
            [beside_line(each) for each in questions],
            [beside_line_in_brief(each) for each in questions],
            [t(DIFFER)],
        ]
        for name, questions in found.items()
    }


def _about_weight(page: NightPage) -> list[str]:
    """How the weight stands, the longest wording first."""
    kind = measures_of(Night)["weight_g"].kind
    assert isinstance(kind, Quantity)
    parts = []
    if page.usual_weight_g is not None:
        parts.append(t("usual {grams:.0f} g").format(grams=page.usual_weight_g))
    change = page.weight_change
    if change is not None:
        sign = "▲" if change.grams > 0 else "▼" if change.grams < 0 else "="
        parts.append(
            t("{sign} {amount} in {nights} nights").format(
                sign=sign, amount=amount(abs(change.grams), kind), nights=change.nights
            )
        )
    return ["  ".join(parts), *reversed(parts)]


def _about_water(page: NightPage) -> list[str]:
    drunk = [
        night.water_ml
        for night in page.recent[-8:]
        if night.water_ml is not None and night.evening < page.evening
    ]
    return [t("usual {ml:.0f} ml").format(ml=median(drunk))] if len(drunk) >= 3 else []
