"""How this device writes and shows things: its settings, else the manner of its country."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from hamdiary.domain.language import Translations, speak
from hamdiary.domain.manner import Manner, manner_of_locale, use
from hamdiary.languages.reading import LANGUAGES, catalogue, language_of_locale
from hamdiary.storage.locations import Home

if TYPE_CHECKING:
    from hamdiary.domain.settings import Display


def write_as_here(environment: Mapping[str, str]) -> None:
    """From now on write words, times, days and weights as this device's owner likes it."""
    use(lambda: manner_of(environment))
    speak(lambda: words_of(environment))


def manner_of(environment: Mapping[str, str]) -> Manner:
    """The manner that the settings say; what they leave open follows the country."""
    country, shown = manner_of_locale(environment), display_of(Home.of(environment))
    if shown is None:
        return country
    clock = country.twelve_hours if shown.clock == "auto" else shown.clock == "12h"
    days = country.days if shown.dates == "auto" else shown.dates
    return Manner(clock, days, shown.weight == "oz")


def words_of(environment: Mapping[str, str]) -> Translations | None:
    """The catalogue of the owner's language; None is English."""
    return catalogue(language_of(environment))


def language_of(environment: Mapping[str, str]) -> str:
    """HAMDIARY_LANGUAGE, else the setting, else what the system says: "en" or "de"."""
    said = environment.get("HAMDIARY_LANGUAGE", "").casefold()
    if said in LANGUAGES:
        return said
    shown = display_of(Home.of(environment))
    if shown is None or shown.language == "auto":
        return language_of_locale(environment)
    return shown.language


def is_animated(environment: Mapping[str, str]) -> bool:
    """Whether things may move; HAMDIARY_ANIMATION=off goes before the setting."""
    said = environment.get("HAMDIARY_ANIMATION", "").casefold()
    if said:
        return said not in ("off", "no", "none", "false", "0")
    shown = display_of(Home.of(environment))
    return shown is None or shown.animation


def has_colours(environment: Mapping[str, str]) -> bool:
    """Whether the terminal knows colours at all: those of the VT line and -mono ones do not."""
    term = environment.get("TERM", "")
    is_vt = term.startswith("vt") and term[2:3].isdigit() and not term.endswith("-color")
    return term != "dumb" and not is_vt and not term.endswith(("-mono", "-m"))


def display_of(home: Home) -> "Display | None":
    """What is set about it; None if nothing is, which is found out without reading settings."""
    from hamdiary.storage.errors import DiaryTrouble
    from hamdiary.storage.settings_file import bytes_of

    try:
        # Nearly always nothing is set, and reading TOML takes a fifth of `hamdiary log`.
        if b"display" not in bytes_of(home.settings):
            return None
    except DiaryTrouble:
        return None
    from hamdiary.services.settings import settings_or_defaults

    return settings_or_defaults(home)[0].display
