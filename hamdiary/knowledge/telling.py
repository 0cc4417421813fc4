"""What to tell the vet on the phone, ready to be read aloud."""

from collections.abc import Sequence
from datetime import timedelta

from hamdiary.domain.hamster import Hamster, age_in_words
from hamdiary.domain.hints.beside import DoseSeen
from hamdiary.domain.hints.hint import Hint
from hamdiary.domain.hints.seen import Seen
from hamdiary.domain.language import language, t
from hamdiary.domain.measures import measures_of
from hamdiary.domain.night import Night
from hamdiary.domain.saying import said
from hamdiary.domain.typed_dates import short_day
from hamdiary.knowledge.hints import wording

MEDICINES_OF_DAYS = 10
"""Medicines of so many days are named: what an antibiotic does can show that late (R14)."""

_ASKED_FIRST = ("ate", "droppings", "urine", "water_ml", "breathing")
"""What a vet asks first, whatever it is about."""


def what_to_tell(hint: Hint, hamster: Hamster, seen: Seen | None = None) -> str:
    """A few sentences to read aloud, one a line; with `seen`, also how it is tonight."""
    return "\n".join(tell_lines(hint, hamster, seen))


def tell_lines(hint: Hint, hamster: Hamster, seen: Seen | None = None) -> list[str]:
    """The same, line by line."""
    told = wording(hint, hamster)
    lines = [_who(hint, hamster), f"{told.title}.", f"{told.seen}."]
    lines += _weakness(hamster)
    if seen is not None:
        lines += [*_weight(seen), _tonight(seen), *_medicines(seen)]
    if told.ask:
        lines.append(t("Be ready to say: {what}.").format(what="; ".join(told.ask)))
    return lines


def _who(hint: Hint, hamster: Hamster) -> str:
    who = t("It is about {a_hamster}").format(a_hamster=_a_hamster(hamster))
    age = ""
    if hamster.born is not None and hint.evenings:
        age = age_in_words(hamster.born, hint.evenings[-1])
    if age and hamster.name:
        line = t("{who}, {age} old, called {name}.")
    elif age:
        line = t("{who}, {age} old.")
    else:
        line = t("{who}, called {name}.") if hamster.name else "{who}."
    return line.format(who=who, age=age, name=hamster.name)


def _a_hamster(hamster: Hamster) -> str:
    sex = species = ""
    if hamster.sex in ("male", "female"):
        sex = said(measures_of(Hamster)["sex"], hamster.sex)
    if hamster.species == "unknown_dwarf":
        species = t("dwarf")
    elif hamster.species is not None:
        species = said(measures_of(Hamster)["species"], hamster.species)
    if sex and species:
        words = t("a {sex} {species} hamster")
    elif species:
        words = t("a {species} hamster")
    else:
        words = t("a {sex} hamster") if sex else t("a hamster")
    return words.format(sex=sex, species=species)


def _weakness(hamster: Hamster) -> list[str]:
    lines = []
    if hamster.onset is not None:
        since = t("Its hind legs have been weak since {day}").format(day=short_day(hamster.onset))
        came = {
            "sudden": t("it came within a day"),
            "days": t("it came over some days"),
            "weeks": t("it came over weeks"),
        }.get(hamster.onset_speed or "", "")
        fall = {"yes": t("after a fall"), "no": t("no fall is known")}.get(
            hamster.known_fall or "", ""
        )
        lines.append(", ".join(part for part in (since, came, fall) if part) + ".")
    if hamster.cause not in (None, "unknown"):
        cause = said(measures_of(Hamster)["cause"], hamster.cause)
        lines.append(t("A vet has named: {cause}.").format(cause=cause))
    return lines


def _weight(seen: Seen) -> list[str]:
    measure = measures_of(Night)["weight_g"]
    last = next(seen.known("weight_g"), None)
    if last is None:
        return []
    night, grams = last
    weight = said(measure, grams)
    if night.evening == seen.evening:
        line = t("It weighed {weight} tonight").format(weight=weight)
    else:
        line = t("It weighed {weight} on {day}").format(weight=weight, day=short_day(night.evening))
    if not seen.usual_g:
        return [f"{line}."]
    usual = t("its usual is {grams} g").format(grams=f"{seen.usual_g:.0f}")
    return [f"{line}, {usual}."]


def _tonight(seen: Seen) -> str:
    """How it is tonight; what was not looked at is said to be so."""
    measures = measures_of(Night)
    night = seen.tonight or Night(seen.hamster.id, seen.evening)
    parts = [
        f"{_in_a_sentence(measures[name].label)} {said(measures[name], getattr(night, name))}"
        for name in _ASKED_FIRST
    ]
    return t("Tonight: {signs}.").format(signs=", ".join(parts))


def _in_a_sentence(label: str) -> str:
    """A label as it stands in a sentence: in English small, while German nouns stay large."""
    return label.lower() if language() == "en" else label


def _medicines(seen: Seen) -> list[str]:
    first = seen.evening - timedelta(days=MEDICINES_OF_DAYS)
    lately = [dose for dose in seen.doses if first <= dose.evening <= seen.evening]
    return [
        t("Medicine {medicine}: {doses}.").format(
            medicine=medicine, doses=_doses([dose for dose in lately if dose.medicine == medicine])
        )
        for medicine in dict.fromkeys(dose.medicine for dose in lately)
    ]


def _doses(of: Sequence[DoseSeen]) -> str:
    given = [short_day(dose.evening) for dose in of if dose.state == "given"]
    parts = [t("last given {day}").format(day=given[-1]) if given else t("not recorded as given")]
    not_in = {
        "refused": t("refused {day}"),
        "spat_out": t("spat out {day}"),
        "missed": t("missed {day}"),
        "skipped": t("skipped {day}"),
    }
    parts += [
        not_in[dose.state].format(day=short_day(dose.evening))
        for dose in of
        if dose.state in not_in
    ]
    return ", ".join(parts)
