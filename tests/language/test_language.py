"""The language in use: English is the key; a declared text is read in it, and kept in English."""

import dataclasses
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from hamdiary.domain import language
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import english, marked, shows, speak, t, tc, tn
from hamdiary.languages.reading import catalogue, language_of_locale
from hamdiary.services.display import language_of


@shows("full")
@shows("label", context="of")
@dataclass(frozen=True)
class Declared:
    label: str
    full: str
    of: str = ""


class Loud:
    def gettext(self, message, /):
        return f"{message}!"

    def ngettext(self, one, many, n, /):
        return f"{one if n == 1 else many}!"

    def pgettext(self, context, message, /):
        return f"{context}: {message}!"


@pytest.fixture
def loud():
    before = language._chosen[0]
    speak(Loud())
    yield
    language._chosen[0] = before


@pytest.fixture
def quiet():
    before = language._chosen[0]
    speak(None)
    yield
    language._chosen[0] = before


@pytest.mark.usefixtures("quiet")
class TestEnglish:
    def test_a_text_is_itself(self):
        assert t("Tonight") == marked("Tonight") == tc("view", "Tonight") == "Tonight"

    @pytest.mark.parametrize(("count", "said"), [(0, "nights"), (1, "night"), (2, "nights")])
    def test_one_is_singular_and_nothing_else(self, count, said):
        assert tn("night", "nights", count) == said


@pytest.mark.usefixtures("loud")
class TestAnotherLanguage:
    def test_a_text_comes_from_the_catalogue(self):
        assert (t("Tonight"), tn("night", "nights", 2)) == ("Tonight!", "nights!")

    def test_a_sense_is_asked_for(self):
        assert tc("urine", "none") == "urine: none!"

    def test_an_empty_text_stays_empty(self):
        assert t("") == tc("urine", "") == ""

    def test_a_declared_text_is_read_in_it(self):
        assert Declared("Gait", "how it walks").full == "how it walks!"

    def test_a_declared_text_in_a_sense(self):
        assert Declared("none", "", "urine").label == "urine: none!"

    def test_a_declared_text_without_a_sense(self):
        assert Declared("none", "").label == "none!"

    def test_what_is_compared_and_kept_is_english(self):
        thing = Declared("Gait", "how it walks")
        assert thing == Declared("Gait", "how it walks")
        assert english(thing, "label") == "Gait"
        assert "!" not in repr(thing)


def test_a_shown_field_has_no_default_of_its_own():
    assert dataclasses.fields(Declared)[0].default is dataclasses.MISSING


def test_the_source_is_asked_for_once_and_only_at_the_first_word():
    before, asked = language._chosen[0], []
    try:
        speak(lambda: asked.append(1) or Loud())
        assert not asked
        assert t("a") + t("b") == "a!b!"
        assert asked == [1]
    finally:
        language._chosen[0] = before


def test_a_source_that_says_something_itself_says_it_in_english():
    before, said = language._chosen[0], []
    try:
        speak(lambda: said.append(t("a")) or Loud())
        assert t("b") == "b!"
        assert said == ["a"]
    finally:
        language._chosen[0] = before


def test_a_word_that_another_thread_says_meanwhile_waits_for_the_language():
    before, is_asked, may_answer = language._chosen[0], Event(), Event()

    def slow():
        is_asked.set()
        assert may_answer.wait(300)
        return Loud()

    try:
        speak(slow)
        with ThreadPoolExecutor(3) as threads:
            first = threads.submit(t, "a")
            assert is_asked.wait(300)
            others = [threads.submit(say, "b") for say in (t, lambda word: tn(word, word, 1))]
            may_answer.set()
            assert [first.result(), *(each.result() for each in others)] == ["a!", "b!", "b!"]
    finally:
        language._chosen[0] = before


def test_a_source_that_fails_is_not_asked_again():
    before, asked = language._chosen[0], []

    def failing():
        asked.append(1)
        raise OSError("gone")

    try:
        speak(failing)
        with pytest.raises(OSError, match="gone"):
            t("a")
        assert t("a") == "a"
        assert asked == [1]
    finally:
        language._chosen[0] = before


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, "en"),
        ({"LANG": "de_AT.UTF-8"}, "de"),
        ({"LC_ALL": "de_DE.UTF-8", "LANG": "en_US.UTF-8"}, "de"),
        ({"LC_ALL": "en_GB.UTF-8", "LANG": "de_DE.UTF-8"}, "en"),
        ({"LC_MESSAGES": "de", "LANG": "en_US.UTF-8"}, "de"),
        ({"LANG": "en_GB.UTF-8", "LANGUAGE": "de:en"}, "de"),
        ({"LANG": "C.UTF-8", "LANGUAGE": "de"}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({"LANG": "deutsch"}, "en"),
        ({"LANG": "C"}, "en"),
    ],
)
def test_the_system_says_which(environment, expected):
    assert language_of_locale(environment) == expected


@pytest.mark.parametrize(
    ("setting", "environment", "expected"),
    [
        ("", {"LANG": "de_DE.UTF-8"}, "de"),
        ("en", {"LANG": "de_DE.UTF-8"}, "en"),
        ("de", {"LANG": "en_GB.UTF-8"}, "de"),
        ("de", {"HAMDIARY_LANGUAGE": "en"}, "en"),
        ("de", {"HAMDIARY_LANGUAGE": "klingon"}, "de"),
    ],
)
def test_an_owner_says_which(tmp_path, setting, environment, expected):
    said = f'[display]\nlanguage = "{setting}"\n' if setting else ""
    (tmp_path / "settings.toml").write_text(said)
    assert language_of({"HAMDIARY_HOME": str(tmp_path), **environment}) == expected


@pytest.mark.parametrize("code", ["en", "xx", "../de", ""])
def test_what_there_is_no_catalogue_for_is_english(code):
    assert catalogue(code) is None
