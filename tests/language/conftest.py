"""German for a test: in this process, or for a program that is started."""

from gettext import GNUTranslations

import pytest

from hamdiary.domain import language
from hamdiary.languages.reading import FOLDER


@pytest.fixture(scope="session")
def german_catalogue():
    """The German that programs read."""
    with (FOLDER / "de.mo").open("rb") as file:
        return GNUTranslations(file)


@pytest.fixture(autouse=True)
def own_language():
    """A test that speaks German, or opens a window that does, leaves the others in English."""
    before = language._chosen[0]
    yield
    language._chosen[0] = before


@pytest.fixture
def german(german_catalogue):
    """From here to the end of the test words are German in this process."""
    language.speak(german_catalogue)
    return german_catalogue


@pytest.fixture
def in_german(german_catalogue):
    """Variables of the environment that make a started program speak German."""
    return {"HAMDIARY_LANGUAGE": "de"}
