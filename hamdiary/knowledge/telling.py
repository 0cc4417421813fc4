"""What to tell the vet on the phone, ready to be read aloud."""

from datetime import timedelta

from hamdiary.domain.hamster import Hamster, age_in_words
from hamdiary.domain.hints.hint import Hint
from hamdiary.domain.hints.seen import Seen
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
        lines.append(f"Be ready to say: {'; '.join(told.ask)}.")
    return lines


def _who(hint: Hint, hamster: Hamster) -> str:
    sex = measures_of(Hamster)["sex"]
    species = measures_of(Hamster)["species"]
    words = ["It is about a"]
    if hamster.sex in ("male", "female"):
        words.append(said(sex, hamster.sex))
    dwarf = hamster.species == "unknown_dwarf"
    if hamster.species is not None:
        words.append("dwarf" if dwarf else said(species, hamster.species))
    words.append("hamster")
    line = " ".join(words)
    if hamster.born is not None and hint.evenings:
        line += f", {age_in_words(hamster.born, hint.evenings[-1])} old"
    return f"{line}, called {hamster.name}." if hamster.name else f"{line}."


def _weakness(hamster: Hamster) -> list[str]:
    lines = []
    if hamster.onset is not None:
        speed = hamster.onset_speed
        how = {"sudden": "within a day", "days": "over some days", "weeks": "over weeks"}
        came = f", it came {how[speed]}" if speed in how else ""
        fall = {"yes": ", after a fall", "no": ", no fall is known"}.get(hamster.known_fall or "")
        lines.append(
            f"Its hind legs have been weak since {short_day(hamster.onset)}{came}{fall or ''}."
        )
    if hamster.cause not in (None, "unknown"):
        cause = said(measures_of(Hamster)["cause"], hamster.cause)
        lines.append(f"A vet has named: {cause}.")
    return lines


def _weight(seen: Seen) -> list[str]:
    measure = measures_of(Night)["weight_g"]
    last = next(seen.known("weight_g"), None)
    if last is None:
        return []
    night, grams = last
    when = "tonight" if night.evening == seen.evening else f"on {short_day(night.evening)}"
    usual = f", its usual is {seen.usual_g:.0f} g" if seen.usual_g else ""
    return [f"It weighed {said(measure, grams)} {when}{usual}."]


def _tonight(seen: Seen) -> str:
    """How it is tonight; what was not looked at is said to be so."""
    measures = measures_of(Night)
    night = seen.tonight or Night(seen.hamster.id, seen.evening)
    parts = [
        f"{measures[name].label.lower()} {said(measures[name], getattr(night, name))}"
        for name in _ASKED_FIRST
    ]
    return f"Tonight: {', '.join(parts)}."


def _medicines(seen: Seen) -> list[str]:
    first = seen.evening - timedelta(days=MEDICINES_OF_DAYS)
    lately = [dose for dose in seen.doses if first <= dose.evening <= seen.evening]
    lines = []
    for medicine in dict.fromkeys(dose.medicine for dose in lately):
        of = [dose for dose in lately if dose.medicine == medicine]
        given = [short_day(dose.evening) for dose in of if dose.state == "given"]
        parts = [f"last given {given[-1]}" if given else "not recorded as given"]
        parts += [
            f"{dose.state.replace('_', ' ')} {short_day(dose.evening)}"
            for dose in of
            if dose.state in ("refused", "spat_out", "missed", "skipped")
        ]
        lines.append(f"Medicine {medicine}: {', '.join(parts)}.")
    return lines
