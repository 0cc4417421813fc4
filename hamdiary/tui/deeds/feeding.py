"""Extra food from the screens: picked, written down, put right, removed."""

from datetime import date
from typing import TYPE_CHECKING

from hamdiary.domain.amounts import amount_said
from hamdiary.domain.foods import Serving, portion_of
from hamdiary.domain.language import t
from hamdiary.domain.measures import Value
from hamdiary.knowledge.food_search import food_called, name_of
from hamdiary.knowledge.foods import foods
from hamdiary.services import feeding
from hamdiary.services.diet import Diet, diet_on
from hamdiary.services.knowing import LacksKnowledge
from hamdiary.storage.errors import DiaryTrouble
from hamdiary.tui.answering import Values
from hamdiary.tui.deeds.deeds import Deeds

if TYPE_CHECKING:
    from hamdiary.tui.dialogs.feeding import FeedWish
    from hamdiary.tui.dialogs.serving import ServingDialog

GROUPS = (("food", "grams", "amount_words"), ("eaten", "liking", "first_time"), ("note",))
"""What is asked of a serving that is put right."""


class FeedDeeds(Deeds):
    """Servings are written down and put right."""

    def diet(self, evening: date | None = None) -> Diet | None:
        """How the diet week stands; None while the diary cannot be read."""
        try:
            return diet_on(self.session, self.page.hamster, evening or self.page.evening)
        except LacksKnowledge as trouble:
            self.screen.say_once(
                t("The diet week cannot be told: {trouble}.").format(trouble=trouble)
            )
            return None
        except DiaryTrouble:
            return None  # whoever looks around says why

    def _diet_or_why(self, evening: date) -> Diet | None:
        """The same, and why where it cannot be told."""
        try:
            return diet_on(self.session, self.page.hamster, evening)
        except DiaryTrouble as trouble:
            self.complain(str(trouble))
            return None

    def open(self, evening: date) -> None:
        """Pick what was given on a night."""
        from hamdiary.tui.dialogs.feeding import FeedDialog

        self.screen.view.settle()
        diet = self._diet_or_why(evening)
        if diet is None:
            return

        dialog = FeedDialog(diet, lambda food: self._how_much(food, diet))
        self.screen.app.push_screen(dialog, lambda wish: self._take(wish, evening))

    async def _take(self, wish: "FeedWish | None", evening: date) -> None:
        if wish is None:
            return
        match wish.verb:
            case "give":
                self._keep(wish.food, evening, wish.values or {})
            case "edit" if wish.serving is not None:
                self.edit(wish.serving)
            case "remove" if wish.serving is not None:
                self.remove(wish.serving)
            case "none":
                self.none_given(evening)
            case "clear-none":
                self.clear_none_given(evening)
            case "why":
                await self.why(wish.food)

    async def why(self, food: str) -> None:
        """The guide's page of that food; of the vitamins where it is not known there."""
        known = food_called(food)
        topic = f"food/{known.slug}" if known else "vitamin-foods"
        await self.screen.run_action(f"screen.guide('{topic}')")

    # Giving

    def give(self, food: str, evening: date) -> None:
        """Ask how much of a food was given, and write it down."""
        diet = self._diet_or_why(evening)
        if diet is None:
            return

        def keep(values: Values | None) -> None:
            """Write it down, unless the amount was left."""
            if values is not None:
                self._keep(food, evening, values)

        self.screen.app.push_screen(self._how_much(food, diet), keep)

    def _how_much(self, food: str, diet: Diet) -> "ServingDialog":
        from hamdiary.tui.dialogs.serving import ServingDialog

        clock = self.session.wall_clock(diet.evening)
        title = t("{food}: how much?").format(food=name_of(food))
        return ServingDialog(title, _usual_amount(food, diet), _most(food, diet), {}, clock)

    def _keep(self, food: str, evening: date, values: Values) -> None:
        new = feeding.new_serving(self.page.hamster, evening)
        self._consider(new, {"food": food, "evening": evening, **_said(values)})

    def _consider(self, new: Serving, values: Values) -> None:
        """Ask what is unusual about it, then write it down."""
        try:
            asked = feeding.questions_about_serving(self.session, self.page.hamster, new, values)
        except DiaryTrouble as trouble:
            self.complain(str(trouble))
            return
        words = t("{food} is written down.").format(food=name_of(str(values["food"])))
        self.if_agreed(
            asked, lambda: self.done(lambda: feeding.edit_serving(self.session, new, values), words)
        )

    def none_given(self, evening: date) -> None:
        """Write down that nothing extra was given."""
        words = t("A night without extra food. Ctrl+Z takes it back.")
        hamster = self.page.hamster
        self.if_agreed(
            feeding.questions_about_none(self.session, hamster, evening),
            lambda: self.done(
                lambda: feeding.record_none_given(self.session, hamster, evening), words
            ),
        )

    def clear_none_given(self, evening: date) -> None:
        """Take that back."""
        hamster = self.page.hamster
        words = t("Extra food of that night is not recorded any more.")
        self.done(lambda: feeding.clear_none_given(self.session, hamster, evening), words)

    # Afterwards

    def edit(self, serving: Serving) -> None:
        """A serving's facts, each to be changed."""
        from hamdiary.tui.dialogs.thing import Sheet

        hamster = self.page.hamster
        self.open_sheet(
            Sheet(
                "serving", name_of(serving.food or t("A serving")), GROUPS, serving,
                lambda known, values: feeding.questions_about_serving(
                    self.session, hamster, known, values
                ),
                lambda known, values: feeding.edit_serving(self.session, known, values),
                evening=serving.evening,
            )
        )  # fmt: skip

    def remove(self, serving: Serving) -> None:
        """Remove a serving."""
        words = t("{name} is removed. Ctrl+Z brings it back.").format(
            name=name_of(serving.food or t("It"))
        )
        self.done(lambda: feeding.delete_serving(self.session, serving), words)


def _said(values: Values) -> dict[str, Value | None]:
    return {name: value for name, value in values.items() if value is not None}


def _usual_amount(food: str, diet: Diet) -> str:
    """What was given of it the last time, else the most that fits; it can be typed over."""
    given = [each for each in diet.servings if each.food == food and amount_said(each)]
    if given:
        return amount_said(max(given, key=lambda each: each.evening or date.min))
    suggested = next((each for each in diet.suggested if each.food == food), None)
    if suggested is not None and suggested.grams is not None:
        return f"{suggested.grams:g} g"
    known = foods().get(food)
    grams = portion_of(known, diet.hamster.species).grams if known else None
    return f"{grams:g} g" if grams else ""


def _most(food: str, diet: Diet) -> str:
    known = foods().get(food)
    if known is None or known.default == "avoid":
        return ""
    return t("at most {portion} a night").format(
        portion=portion_of(known, diet.hamster.species).words
    )
