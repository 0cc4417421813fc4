"""Who a report is about: species with its Latin name, sex, age."""

from datetime import date

from hamdiary.domain.hamster import Hamster, Sex, age_in_words
from hamdiary.domain.language import marked, t
from hamdiary.domain.manner import at_beginning, with_year
from hamdiary.domain.measures import measures_of
from hamdiary.domain.saying import said

SPECIES = {
    "syrian": (marked("Syrian hamster"), "Mesocricetus auratus"),
    "winter_white": (marked("Winter White dwarf hamster"), "Phodopus sungorus"),
    "campbell": (marked("Campbell's dwarf hamster"), "Phodopus campbelli"),
    "hybrid": (marked("hybrid dwarf hamster"), "Phodopus sungorus × campbelli"),
    "roborovski": (marked("Roborovski dwarf hamster"), "Phodopus roborovskii"),
    "chinese": (marked("Chinese hamster"), "Cricetulus griseus"),
    "unknown_dwarf": (marked("dwarf hamster of unknown kind"), ""),
}
"""What a species is called, and its Latin name."""

_NEUTERED = {
    "yes": marked("neutered"),
    "no": marked("not neutered"),
    "unknown": marked("neutered or not is not known"),
}


_SEX: dict[Sex | None, str] = {
    "male": marked("male"),
    "female": marked("female"),
    "unknown": marked("sex not known"),
    None: marked("sex not recorded"),
}


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
        return t("hamster, species not recorded")
    called, latin = SPECIES[hamster.species]
    words = at_beginning(t(called))
    return f"{words} ({latin})" if latin else words


def _sex(hamster: Hamster) -> str:
    sex, neutered = t(_SEX[hamster.sex]), t(_NEUTERED.get(hamster.neutered or "", ""))
    return f"{sex}, {neutered}" if neutered else sex


def _age(hamster: Hamster, on: date) -> str:
    if hamster.born is None:
        return t("age not recorded")
    words = t("{age}, born {day}")
    if hamster.born_estimated == "yes":
        words = t("about {age}, born about {day}")
    return words.format(age=age_in_words(hamster.born, on), day=day(hamster.born))
