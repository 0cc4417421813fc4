"""Reading a typed amount: a number with a comma or a point, with or without its unit."""

import re
import unicodedata
from collections.abc import Mapping

from hamdiary.domain.language import Told, t
from hamdiary.domain.manner import any_of, in_quotes, with_our_sign
from hamdiary.domain.text import clean_line, is_blank
from hamdiary.domain.typed import Read, Reading, Refused, Unclear

LONGEST_NUMBER = 24
"""Characters a typed amount may have (bad-inputs 8)."""

LARGEST_NUMBER = 1_000_000
"""No measure of a hamster comes near it, in any unit (bad-inputs 10)."""

_SIGN_NUMBER_UNIT = r"([-+]?) ?([0-9.,][0-9., _']*[0-9]|[0-9])(?: ?((?:[^-+0-9., _'][^0-9]*)?))"
_WAYS_TO_WRITE_IT = (
    r"(?P<whole>[0-9]*)[.,](?P<part>[0-9]+)",
    r"(?P<whole>[0-9]+)(?P<part>)",
    r"(?P<whole>[1-9][0-9]{0,2}(?P<mark>[., _'])[0-9]{3}(?:(?P=mark)[0-9]{3})*)"
    r"(?:(?!(?P=mark))[.,](?P<part>[0-9]+))?",
)
_ONE_OR_A_THOUSAND = r"([1-9][0-9]{0,2})[.,]([0-9]{3})"
_GERMAN_UNITS = {
    "gramm": "g",
    "tag": "day",
    "tage": "days",
    "woche": "week",
    "wochen": "weeks",
    "nacht": "night",
    "nächte": "nights",
    "punkt": "points",
    "punkte": "points",
    "point": "points",
    "std": "h",
    "stunden": "h",
    "minuten": "min",
    "zoll": "in",
}
"""Read for the English ones whatever the language is."""

_UNIT_WORDS: Told[str, str] = Told(
    {name: name for name in ("day", "days", "week", "weeks", "night", "nights")}
)


def unit_word(name: str) -> str:
    """A unit as it may be typed in the language in use: "days"."""
    return str(_UNIT_WORDS.get(name, name))


_SAME_AS = str.maketrans(
    {
        "\u2010": "-",
        "\u2011": "-",
        "\u2012": "-",
        "\u2013": "-",
        "\u2212": "-",
        "\u2019": "'",
        "\u066b": ".",
        "\u066c": ",",
    }
)


def read_number(text: str, unit: str = "", also: Mapping[str, float] = {}) -> Reading[float]:
    """Read an amount of 0 or more in `unit`.

    `also` gives each other accepted unit and how many of `unit` one of it is; an amount in such a
    unit is rounded to 0.1. Whether the amount is likely is asked elsewhere (bad-inputs 1-10).
    """
    if len(text.strip()) > LONGEST_NUMBER:
        return Refused(t("This is too long for a number. {advice}").format(advice=_advice(unit)))
    found = re.fullmatch(_SIGN_NUMBER_UNIT, _in_ascii(clean_line(text)))
    if not found:
        return _not_a_number(text, unit)
    sign, digits, written_unit = found.groups()
    if sign == "-":
        return Refused(t("The number cannot be below 0. {advice}").format(advice=_advice(unit)))
    factor = _factor(written_unit, unit, also)
    if factor is None:
        return _unknown_unit(written_unit, unit, also)
    if found := re.fullmatch(_ONE_OR_A_THOUSAND, digits):
        return _ask_which(text, (found[1], found[2]), written_unit or unit, factor)
    return _read_clear(text, digits, unit, factor)


def _read_clear(text: str, digits: str, unit: str, factor: float) -> Read[float] | Refused:
    """Return the amount, with a notice if it is not kept as it was typed (bad-inputs 7)."""
    number = _number(digits)
    if number is None:
        return _not_a_number(text, unit)
    if number > LARGEST_NUMBER:
        return Refused(
            t("{typed} is too large. {advice}").format(typed=_quote(text), advice=_advice(unit))
        )
    value = _convert(number, factor)
    changed = factor != 1 or not clean_line(text).isascii() or re.search("[ _']", digits)
    kept = t("read as {amount}").format(amount=_join(_plain(value), unit)) if changed else ""
    return Read(value, kept)


def _in_ascii(text: str) -> str:
    """Write the digits of every script, full-width letters and the kinds of minus in ASCII."""
    if text.isascii():
        return text
    return "".join(map(_ascii_twin, text.translate(_SAME_AS))).strip()


def _ascii_twin(character: str) -> str:
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    if "\uff01" <= character <= "\uff5e":
        return chr(ord(character) - 0xFEE0)
    return "" if unicodedata.category(character) == "Cf" else character


def _number(digits: str) -> float | None:
    """Return the one number these digits and separators can mean."""
    for way in _WAYS_TO_WRITE_IT:
        if found := re.fullmatch(way, digits):
            whole = re.sub("[^0-9]", "", found["whole"])
            return float(f"{whole or 0}.{found['part'] or 0}")
    return None


def _factor(written: str, unit: str, also: Mapping[str, float]) -> float | None:
    """Return how many of `unit` one of the written unit is."""
    wanted = written.removesuffix(".").casefold()
    if wanted in ("", unit.casefold()):
        return 1
    known = {unit.casefold(): 1.0, **{name.casefold(): factor for name, factor in also.items()}}
    return known.get(wanted, known.get(_GERMAN_UNITS.get(wanted, wanted)))


def _convert(number: float, factor: float) -> float:
    return number if factor == 1 else round(number * factor, 1)


def _ask_which(text: str, parts: tuple[str, str], unit: str, factor: float) -> Unclear[float]:
    """Ask whether the separator is a decimal sign or marks the thousands (bad-inputs 3)."""
    whole, rest = parts
    decimals = rest.rstrip("0") or "0"
    # Three decimals would be unclear again when typed, four are not.
    small = f"{whole}.{decimals}" + ("0" if len(decimals) == 3 else "")
    readings = tuple(
        (_join(with_our_sign(number), unit), _convert(float(number), factor))
        for number in (small, whole + rest)
    )
    named = any_of([typed for typed, _ in readings])
    return Unclear(
        t("{typed} can be {readings}. Write the one you mean.").format(
            typed=_quote(text), readings=named
        ),
        readings,
    )


def _not_a_number(text: str, unit: str) -> Refused:
    if is_blank(text):
        return Refused(t("Nothing is written here. {advice}").format(advice=_advice(unit)))
    return Refused(
        t("{typed} cannot be read as a number. {advice}").format(
            typed=_quote(text), advice=_advice(unit)
        )
    )


def _unknown_unit(written: str, unit: str, also: Mapping[str, float]) -> Refused:
    accepted = list(dict.fromkeys(unit_word(name) for name in (unit, *also) if name))
    if not accepted:
        return Refused(
            t("This number has no unit. Write it without {typed}.").format(typed=_quote(written))
        )
    return Refused(
        t("{typed} is not a unit used here. Write {units}.").format(
            typed=_quote(written), units=any_of(accepted)
        )
    )


def _advice(unit: str) -> str:
    return t("Write it like {whole} or {parted}.").format(
        whole=_join("12", unit), parted=_join(with_our_sign("12.5"), unit)
    )


def _join(number: str, unit: str) -> str:
    return f"{number} {unit}".rstrip()


def _plain(value: float) -> str:
    """Write a number without an exponent and without idle zeros."""
    return with_our_sign(f"{value:.6f}".rstrip("0").rstrip("."))


def _quote(text: str) -> str:
    return in_quotes(clean_line(text))
