"""Words of a search are found in a text as the full-text index finds them."""

import pytest

from hamdiary.domain.hits import hits


def found(text, typed):
    return [text[start:end] for start, end in hits(text, typed)]


def test_words_are_found_from_their_beginning():
    assert found("He stood. Understood?", "stoo") == ["stoo"]


def test_accents_and_case_do_not_matter():
    assert found("C'était TRÈS beau", "etait tres") == ["était", "TRÈS"]


def test_letters_are_found_anywhere_where_no_word_begins_so():
    assert found("今日はよく食べました", "食べ") == ["食べ"]


@pytest.mark.parametrize("typed", ["", " ", '"', "(", "*", "[", "\\", "a" * 10_000])
def test_odd_searches_find_nothing_and_do_no_harm(typed):
    assert found("plain words", typed) == []


def test_punctuation_is_found_as_it_stands():
    assert found("was it [/] or not", "[/]") == ["[/]"]


def test_places_are_those_of_the_text_as_written():
    text = "ŞİŞ ǆ ﬁne stood"
    assert found(text, "stood") == ["stood"]
