"""Who a report is about: species with its Latin name, sex, age."""

from datetime import date

from hamdiary.domain.hamster import Hamster, age_in_words
from hamdiary.domain.manner import with_year
from hamdiary.domain.measures import measures_of
from hamdiary.domain.saying import said

SPECIES = {
    "syrian": ("Syrian hamster", "Mesocricetus auratus"),
    "winter_white": ("Winter White dwarf hamster", "Phodopus sungorus"),
    "campbell": ("Campbell's dwarf hamster", "Phodopus campbelli"),
    "hybrid": ("hybrid dwarf hamster", "Phodopus sungorus × campbelli"),
    "roborovski": ("Roborovski dwarf hamster", "Phodopus roborovskii"),
    "chinese": ("Chinese hamster", "Cricetulus griseus"),
    "unknown_dwarf": ("dwarf hamster of unknown kind", ""),
}
"""What a species is called, and its Latin name."""

_NEUTERED = {"yes": "neutered", "no": "not neutered", "unknown": "neutered or not is not known"}


def day(on: date) -> str:
    """A day in a report: "Sun 22 Nov 2026"."""
    return with_year(on)


def who(hamster: Hamster, on: date) -> str:
    """Species with its Latin name, sex, age."""
    parts = [_species(hamster), _sex(hamster), _age(hamster, on)]
    if hamster.closed_because is not None:
        when = f" {day(hamster.closed_on)}" if hamster.closed_on else ""
        parts.append(
            f"{said(measures_of(Hamster)['closed_because'], hamster.closed_because)}{when}"
        )
    return " · ".join(parts)


def _species(hamster: Hamster) -> str:
    if hamster.species is None:
        return "hamster, species not recorded"
    called, latin = SPECIES[hamster.species]
    words = f"{called[0].upper()}{called[1:]}"
    return f"{words} ({latin})" if latin else words


def _sex(hamster: Hamster) -> str:
    sex = {None: "sex not recorded", "unknown": "sex not known"}.get(hamster.sex, hamster.sex)
    neutered = _NEUTERED.get(hamster.neutered or "")
    return ", ".join(part for part in (sex, neutered) if part)


def _age(hamster: Hamster, on: date) -> str:
    if hamster.born is None:
        return "age not recorded"
    about = "about " if hamster.born_estimated == "yes" else ""
    age = age_in_words(hamster.born, on)
    return f"{about}{age}, born {about}{day(hamster.born)}"
