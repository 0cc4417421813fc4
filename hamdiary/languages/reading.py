"""Which language an owner reads, and its catalogue."""

from collections.abc import Mapping
from pathlib import Path

from hamdiary.domain.language import Translations

FOLDER = Path(__file__).parent
NAMES = {"en": "English", "de": "Deutsch"}
"""What there is, each as its readers call it; English is the program's own, without a catalogue."""
LANGUAGES = tuple(NAMES)


def language_of_locale(environment: Mapping[str, str]) -> str:
    """The language that LANGUAGE, LC_ALL, LC_MESSAGES or LANG wish for; else "en"."""
    said = next(
        (environment[each] for each in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(each)),
        "",
    )
    plain = said.partition(".")[0] in ("", "C", "POSIX")
    # As gettext does: LANGUAGE counts only where a locale is set at all.
    wishes = [] if plain else environment.get("LANGUAGE", "").split(":")
    for each in (*wishes, said):
        code = each.partition(".")[0].partition("_")[0].casefold()
        if code in LANGUAGES:
            return code
    return "en"


def catalogue(language: str) -> Translations | None:
    """The words of that language; None for English, and for a catalogue that cannot be read."""
    if language not in LANGUAGES or language == "en":
        return None
    # For English alone importing gettext would take a tenth of `hamdiary log`.
    from gettext import GNUTranslations

    try:
        with (FOLDER / f"{language}.mo").open("rb") as file:
            return GNUTranslations(file)
    except (OSError, ValueError, UnicodeDecodeError):
        return None
