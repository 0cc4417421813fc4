"""Extra food: writing down what was given, putting it right, and what to say before."""

from collections.abc import Iterable, Mapping
from datetime import date

from hamdiary.domain.diet_warnings import FoodWarning, warnings_before
from hamdiary.domain.foods import Food, Serving
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.hints.in_brief import HintInBrief
from hamdiary.domain.journal import Change
from hamdiary.domain.language import t, tn
from hamdiary.domain.questions import Question, evening_questions
from hamdiary.domain.serving_questions import BadServing as BadServing
from hamdiary.domain.serving_questions import refuse_incomplete, serving_questions
from hamdiary.domain.things import NoSuchThing
from hamdiary.domain.typed_dates import say_day
from hamdiary.knowledge.diet_words import RING_A_VET, warning_in_words
from hamdiary.knowledge.food_search import food_called, maybe_poisonous
from hamdiary.knowledge.foods import foods
from hamdiary.services.diet import droppings_by, servings_about
from hamdiary.services.foods_eaten import recognised, tier_of
from hamdiary.services.knowing import told_if_damaged
from hamdiary.services.recording import (
    Values,
    delete_thing,
    new_thing_id,
    record_thing,
    with_values,
)
from hamdiary.services.session import Session
from hamdiary.storage import care
from hamdiary.storage.rows import own_id

ABOUT_THE_FOOD = frozenset({"food", "grams", "amount_words", "evening", "eaten"})
"""Fields of which a change gives reason to look at the food's warnings once more."""


def servings_on(session: Session, hamster: Hamster, evening: date) -> list[Serving]:
    """What was given on a night; a serving's place in this list, from 1, is its number."""
    return care.servings(session.diary, hamster.id, evening, evening)


def serving_numbered(session: Session, hamster: Hamster, evening: date, number: int) -> Serving:
    """The serving of that number; NoSuchThing if there is none."""
    known = servings_on(session, hamster, evening)
    if 1 <= number <= len(known):
        return known[number - 1]
    said = t("there is no serving {number} in the night of {night}; they go from 1 to {last}")
    if not known:
        said = t(
            "there is no serving {number} in the night of {night}; nothing extra is recorded of it"
        )
    raise NoSuchThing(said.format(number=number, night=say_day(evening), last=len(known)))


def new_serving(hamster: Hamster, evening: date) -> Serving:
    """A serving of which nothing is recorded yet, with its id for good."""
    return Serving(new_thing_id(hamster), hamster.id, evening=evening)


def with_known_food(values: Values) -> Values:
    """The values with the slug of a food that goes by what was typed; else as typed."""
    typed = values.get("food")
    food = food_called(str(typed)) if typed is not None else None
    return values if food is None else {**values, "food": food.slug}


# What to ask


def warnings_about(session: Session, hamster: Hamster, serving: Serving) -> tuple[FoodWarning, ...]:
    """What is to be minded about a serving, the gravest first."""
    evening = serving.evening or session.tonight
    return warnings_before(
        recognised(serving),
        foods(),
        servings_about(session, hamster, evening),
        hamster.species,
        droppings_by(session, hamster, evening),
    )


@told_if_damaged
def questions_about_serving(
    session: Session, hamster: Hamster, serving: Serving, values: Values
) -> list[Question]:
    """What to ask before these values of a serving are recorded."""
    wanted = with_values(serving, with_known_food(values))
    warned = warnings_about(session, hamster, wanted)
    asked = serving_questions(wanted, hamster, session.tonight)
    if any(each.kind == "over_portion" for each in warned):
        # It says the same of the amount, and against what.
        asked = [each for each in asked if "grams" not in each.fields]
    if serving.food is not None:
        asked = [each for each in asked if values.keys() & set(each.fields)]
    if not _is_news(serving, values):
        return asked
    unknown = _unknown_question(wanted)
    about = [Question(("food",), _told(warned))] if warned else []
    return [*unknown, *about, *asked]


def _is_news(serving: Serving, values: Values) -> bool:
    """Whether a food or an amount is new; that it was left untouched gives no reason to ask."""
    changed = values.keys() & ABOUT_THE_FOOD
    return bool(changed - {"eaten"}) or (serving.was_refused and bool(changed))


def _told(warned: Iterable[FoodWarning]) -> str:
    return " ".join((*map(warning_in_words, warned), t("Keep it?")))


def _unknown_question(serving: Serving) -> list[Question]:
    """A word that is not known here but near to something poisonous is never kept in silence."""
    typed = serving.food or ""
    poison = None if not typed or food_called(typed) else maybe_poisonous(typed)
    if poison is None or serving.was_refused:
        return []
    text = t(
        "“{typed}” is no food here; {food} is, and is possibly poisonous: "
        "{cautions} Write {food} if it is that. {ring_a_vet} Keep "
        "“{typed}” as something else?"
    ).format(typed=typed, food=poison.name, cautions=poison.cautions, ring_a_vet=t(RING_A_VET))
    return [Question(("food",), text)]


# Recording


def add_serving(session: Session, hamster: Hamster, evening: date, values: Values) -> Serving:
    """Write down a serving; BadServing if it says nothing."""
    return edit_serving(session, new_serving(hamster, evening), {"evening": evening, **values})


@told_if_damaged
def edit_serving(session: Session, serving: Serving, values: Values) -> Serving:
    """Change a serving; BadServing if it would say nothing then."""
    values = with_known_food(values)
    refuse_incomplete(with_values(serving, values))
    return record_serving(session, serving, values)


@told_if_damaged
def record_serving(session: Session, serving: Serving, values: Values) -> Serving:
    """Record facts of a serving, new or known, complete or not."""
    values = with_known_food(values)
    record_thing(session, "serving", serving.id, values)
    return with_values(serving, values)


def delete_serving(session: Session, serving: Serving) -> Change | None:
    """Clear a serving; undo brings it back."""
    return delete_thing(session, "serving", serving)


def questions_about_none(session: Session, hamster: Hamster, evening: date) -> list[Question]:
    """What to ask before it is recorded that nothing extra was given on a night."""
    return evening_questions(evening, session.tonight, hamster)


def record_none_given(session: Session, hamster: Hamster, evening: date) -> Change | None:
    """Record that nothing extra was given on a night; BadServing if something was."""
    given = servings_on(session, hamster, evening)
    if given:
        raise BadServing(
            tn(
                "{n} serving is recorded of the night of {night}; delete what was not given",
                "{n} servings are recorded of the night of {night}; delete what was not given",
                len(given),
            ).format(n=len(given), night=say_day(evening))
        )
    return record_thing(session, "no_extras", _bare(hamster, evening), {"none_given": "yes"})


def clear_none_given(session: Session, hamster: Hamster, evening: date) -> Change | None:
    """Make it not recorded again whether anything was given."""
    return record_thing(session, "no_extras", _bare(hamster, evening), {"none_given": None})


def _bare(hamster: Hamster, evening: date) -> str:
    return own_id(hamster.id, evening.isoformat())


@told_if_damaged
def new_ones(session: Session, hamster: Hamster, servings: Iterable[Serving]) -> set[str]:
    """The ids of servings that were the first of their food, as the owner or the diary says."""
    first: dict[str, date] = {}
    for food, evening in care.first_given(session.diary, hamster.id).items():
        known = food_called(food)
        name = known.slug if known else food
        first[name] = min(evening, first.get(name, evening))
    return {each.id for each in servings if _is_new(recognised(each), first)}


def _is_new(serving: Serving, first: Mapping[str, date]) -> bool:
    if serving.first_time is not None:
        return serving.first_time == "yes"
    return serving.evening == first.get(serving.food or "")


# Hints


@told_if_damaged
def hints_of_serving(
    session: Session, hamster: Hamster, serving: Serving, before: int, *, added: bool
) -> tuple[HintInBrief, ...]:
    """The open hints of SOON or more that a serving just recorded feeds (domain §6, R13).

    `before` is how far the journal went before that. Where a food was added that is no matter of
    hints, no rule is asked: it can open nothing, and what it ends is seen at the next look.
    """
    from hamdiary.services.hints_in_brief import nothing_opened
    from hamdiary.services.hints_of_entry import hints_fed

    if hamster.closed_because is not None:
        return ()
    if added and tier_of(food_of(serving)) is None:
        nothing_opened(session, hamster, before)
        return ()
    fed = (serving.evening, "food")
    return hints_fed(session, hamster, lambda on, field: (on, field) == fed)


def food_of(serving: Serving) -> Food | None:
    """The food that was given, if it is known here."""
    return food_called(serving.food or "")
